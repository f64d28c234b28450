//! D1 拿本年同本年比: a comparison with the very year that the report is about, left by a year that was replaced everywhere.

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::prose::stops::{self, Mark};

use super::of_reading::OfReading;

/// Words that say how one year differs from another. 比2023年初 and 比2023年预算 are none of them.
const DIFFERS: [&str; 12] = [
    "提高", "提升", "增加", "增长", "上升", "多", "减少", "下降", "降低", "压减", "少", "持平",
];

/// Whether a text may compare one thing with another.
pub fn compares(text: &str) -> bool {
    text.contains(['比', '较'])
}

/// Finds it in a text of the report.
pub fn check_text(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    if of.reading.compares {
        check(of.reading.field, &of.reading.text, of.year, found);
    }
}

/// Finds it in what an indicator says of its result.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let field = Field::Indicator(of.row.id, IndicatorField::Analysis);
    check(field, &of.row.analysis, of.year, found);
}

/// Finds in one text that something is more or less than in the year of the report.
fn check(field: Field, text: &str, year: Option<u16>, found: &mut Vec<Finding>) {
    let Some(year) = year else { return };
    // What is planned for the next year is compared with this one.
    if matches!(field, Field::Improvement(_)) || !compares(text) {
        return;
    }
    let next = (year + 1).to_string();
    for sentence in stops::pieces(text, Mark::Group) {
        let compared = ["比", "较"].iter().find_map(|word| {
            let (before, after) = sentence.split_once(&format!("{word}{year}年"))?;
            let differs = DIFFERS.iter().any(|word| after.starts_with(word));
            (differs && !sentence.contains(&next) && !before.ends_with('相')).then_some(before.len())
        });
        let Some(said) = compared.and_then(|place| sentence.get(place..)) else {
            continue;
        };
        found.push(
            Finding::new(
                Code::D1,
                field,
                format!("{year} 年的报告里拿本年同本年比：“{}”。", excerpt(said, 20)),
                format!("同上年比的，改成 {} 年，并核对数字。", year - 1),
            )
            .resting_on(vec![Field::Year]),
        );
        return;
    }
}
