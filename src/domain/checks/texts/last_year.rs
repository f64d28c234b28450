//! E11 and E12 去年的文字: what came over from last year's report and was neither rewritten nor confirmed.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::prose::year::years;

/// Finds E11 and E12.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let year = draft.basics.year.value().map(|year| year.get());
    for (field, _) in draft.unsettled() {
        let text = draft.text(field);
        let begins = excerpt(&text, 14);
        let last = year.map(|year| year.saturating_sub(1));
        let speaks = last.filter(|last| years(&text).iter().any(|said| said.year == *last));
        found.push(match speaks {
            Some(last) => Finding::new(
                Code::E11,
                field,
                format!("去年的文字还写着 {last} 年：“{begins}”。"),
                "改成本年度的情况，再点“改好了”；确实要提上一年的，点“仍然适用”。",
            ),
            None => Finding::new(
                Code::E12,
                field,
                format!("去年的文字还没有核过：“{begins}”。"),
                "改好了点“改好了”，不用改的点“仍然适用”。",
            ),
        });
    }
}
