//! 指标库 of the program: typical indicators, and those that the built-in schemes bring along.

use serde::Deserialize;

use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure};
use crate::domain::scheme::template::Template;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Entry;
use crate::domain::values::row::{NextId, Row};

use super::pack;

/// One line of the file of typical indicators.
#[derive(Deserialize)]
struct LibraryEntry {
    name: String,
    category: String,
    /// 佐证材料 that usually bear it out.
    hint: String,
    #[serde(default = "quantitative")]
    nature: IndicatorNature,
    #[serde(default = "at_least")]
    comparator: Comparator,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    target: String,
}

fn quantitative() -> IndicatorNature {
    IndicatorNature::Quantitative
}

fn at_least() -> Comparator {
    Comparator::AtLeast
}

/// Everything there is to choose from: typical indicators first, then those of the schemes, each name of
/// a scheme's group once.
pub fn entries() -> Vec<Template> {
    // The file is read in the tests; were it damaged, the list would be without it.
    let lines: Vec<LibraryEntry> = serde_json::from_str(include_str!("../../library/typical.json")).unwrap_or_default();
    let typical = lines.into_iter().map(|line| {
        let mut indicator = Indicator::blank(&mut NextId::default());
        indicator.nature = line.nature;
        indicator.evidence_hint = line.hint;
        if let Some(measure) = indicator.measures.first_mut() {
            *measure = Measure {
                comparator: line.comparator,
                unit: line.unit,
                target: Entry::read(&line.target),
                ..measure.clone()
            };
        }
        indicator.name = line.name;
        (line.category, indicator)
    });
    let schemes = pack::frameworks();
    let framed = schemes.iter().flat_map(|scheme| {
        scheme.indicators.iter().map(|own| {
            let mut indicator = own.clone();
            let category = match scheme.home(own.place) {
                Some((_, Some(group))) => format!("{}：{}", scheme.name, group.name),
                Some((part, None)) => format!("{}：{}", scheme.name, part.name),
                None => scheme.name.clone(),
            };
            // The place is one of that scheme's, not of the draft's, and so is the weight.
            indicator.place = None;
            indicator.weight = Entry::Blank;
            (category, indicator)
        })
    });
    let all = typical.chain(framed);
    all.map(|(category, indicator)| Template { category, indicator })
        .collect()
}
