//! E11 and E12 去年的文字: what came over from last year's report and was neither rewritten nor confirmed.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::names;
use crate::domain::prose::year::years;
use crate::domain::values::input::Choice;

/// Finds E11 and E12.
pub fn check(draft: &Draft, found: &mut Vec<Finding>) {
    let year = draft.basics.year.value().map(|year| year.get());
    for (field, _) in draft.unsettled() {
        let name = names::full_name(draft, field);
        let place = format!("“{}”的{name}", Chapter::of(field).label());
        let last = year.map(|year| year.saturating_sub(1));
        let speaks = last.filter(|last| years(&draft.text(field)).iter().any(|said| said.year == *last));
        found.push(match speaks {
            Some(last) => Finding::new(
                Code::E11,
                field,
                format!("{place}是去年的文字，还写着 {last} 年。"),
                "改成本年度的情况，再点“改好了”；确实要提上一年的，点“仍然适用”。",
            ),
            None => Finding::new(
                Code::E12,
                field,
                format!("{place}是去年的文字，还没有核过。"),
                "改好了点“改好了”，不用改的点“仍然适用”。",
            ),
        });
    }
}
