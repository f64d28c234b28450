//! S2 and S3 适用范围: a scheme of another place, or of other years.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, SchemeField};
use crate::domain::scheme::scope::{suits_place, suits_year};

/// Finds S2 and S3.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let (scheme, basics) = (&draft.scheme, &draft.basics);
    if suits_place(&scheme.place, basics.whereabouts()) == Some(false) {
        found.push(Finding::new(
            Code::S2,
            Field::Scheme(SchemeField::Place),
            format!(
                "“{}”是{}的方案，本单位是“{}”。",
                scheme.name.trim(),
                scheme.place.trim(),
                basics.whereabouts().trim()
            ),
            "换成本地的方案；本地确实也这样评的，把适用地区改成本地。",
        ));
    }
    if let Some(year) = basics.year.value().map(|year| year.get())
        && suits_year(&scheme.year, year) == Some(false)
    {
        found.push(Finding::new(
            Code::S3,
            Field::Scheme(SchemeField::Year),
            format!("方案的适用年度是“{}”，报告是 {year} 年度。", scheme.year.trim()),
            "对照本年度的自评通知核对权重和计分办法，核对过的把适用年度改成本年度。",
        ));
    }
}
