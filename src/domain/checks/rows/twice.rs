//! C14 同一项指标列了两次: rows whose names say the same and whose targets are the same, wherever they stand.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure};
use crate::domain::values::row::Id;

/// A name, and each target with its unit.
type Key<'a> = (String, Vec<(Decimal, &'a str)>);

/// Each indicator that says what an earlier one says: the later one, and the earlier.
pub fn pairs(draft: &Draft) -> Vec<(&Indicator, &Indicator)> {
    let mut first: BTreeMap<Key<'_>, &Indicator> = BTreeMap::new();
    let mut pairs = Vec::new();
    for row in &draft.indicators {
        let Some(key) = key(row) else { continue };
        match first.get(&key) {
            None => {
                first.insert(key, row);
            }
            Some(earlier) => pairs.push((&**row, *earlier)),
        }
    }
    pairs
}

/// C14, one for each row that repeats another.
pub fn check(draft: &Draft) -> Vec<Finding> {
    let place = |id: Option<Id>| {
        draft
            .scheme
            .home(id)
            .and_then(|(_, group)| group.map(|group| group.name.trim()))
    };
    let tell = |(row, earlier): (&Indicator, &Indicator)| {
        // Of one place and of different weights: D5 tells it.
        if row.place == earlier.place && row.weight.value() != earlier.weight.value() {
            return None;
        }
        let places = match (place(earlier.place), place(row.place)) {
            (Some(one), Some(other)) if one != other => format!("“{one}”和“{other}”里都有"),
            _ => "前后列了两次".into(),
        };
        Some(
            Finding::new(
                Code::C14,
                Field::Indicator(row.id, IndicatorField::Name),
                format!("{}{places}，指标值也一样。", own_name(row)),
                "留下一项，另一项换成别的指标；复核时只计一项的分。",
            )
            .resting_on(vec![Field::Indicator(earlier.id, IndicatorField::Name)]),
        )
    };
    pairs(draft).into_iter().filter_map(tell).collect()
}

/// What makes two rows the same; none where too little is said to tell.
fn key(row: &Indicator) -> Option<Key<'_>> {
    const SHORTEST: usize = 4;
    let name: String = row.name.chars().filter(|c| c.is_alphanumeric()).collect();
    let name = name.strip_suffix("指标").map(str::to_owned).unwrap_or(name);
    let has_value = row.nature == IndicatorNature::Quantitative && !row.measures.is_empty();
    if name.chars().count() < SHORTEST || !has_value {
        return None;
    }
    let target = |measure: &'_ Measure| measure.target.value().map(|value| value.decimal().normalize());
    let values = row
        .measures
        .iter()
        .map(|measure| Some((target(measure)?, measure.unit.trim())));
    Some((name, values.collect::<Option<Vec<_>>>()?))
}
