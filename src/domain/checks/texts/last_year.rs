//! E11 and E12 去年的文字: what came over from last year's report and was neither rewritten nor confirmed; and what was
//! confirmed although it speaks of last year.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::prose::year::years;

/// Finds E11 and E12.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let year = draft.basics.year.value().map(|year| year.get());
    let last = year.map(|year| year.saturating_sub(1));
    let stale = |field: Field, hint: &'static str| {
        let text = draft.text(field);
        let last = last.filter(|last| years(&text).iter().any(|said| said.year == *last))?;
        let begins = excerpt(&text, 14);
        let message = format!("去年的文字还写着 {last} 年：“{begins}”。");
        Some(Finding::new(Code::E11, field, message, hint))
    };
    for (field, _) in draft.unsettled() {
        let of_last = stale(
            field,
            "改成本年度的情况，再点“改好了”；确实要提上一年的，点“仍然适用”，再在“检查”里点“不处理”写明理由。",
        );
        found.push(of_last.unwrap_or_else(|| {
            Finding::new(
                Code::E12,
                field,
                format!("去年的文字还没有核过：“{}”。", excerpt(&draft.text(field), 14)),
                "改好了点“改好了”，不用改的点“仍然适用”。",
            )
        }));
    }
    let hint = "改成本年度的情况；确实要提上一年的，在“检查”里点“不处理”写明理由。";
    found.extend(draft.confirmed().into_iter().filter_map(|field| stale(field, hint)));
}
