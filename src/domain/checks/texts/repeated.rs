//! E8 同一段话在几处重复.

use std::collections::BTreeMap;

use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::draft::names;
use crate::domain::values::shared::Shared;

use super::reading::Reading;

/// Shorter sentences are phrases that any office repeats.
pub const SHORTEST: usize = 24;

/// Finds E8: one finding for each text that takes a sentence over from an earlier one.
pub fn check(readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    let mut first: BTreeMap<&str, Field> = BTreeMap::new();
    // What a source says in figures is no text of the report.
    for reading in readings.iter().filter(|reading| reading.field != Field::SourceText) {
        let mut told = false;
        for sentence in reading.sentences() {
            match first.get(sentence) {
                None => {
                    first.insert(sentence, reading.field);
                }
                Some(earlier) if *earlier != reading.field && !told => {
                    told = true;
                    let (place, other) = (names::place_name(reading.field), names::place_name(*earlier));
                    let place = if place == other {
                        "另一处".to_owned()
                    } else {
                        format!("“{other}”")
                    };
                    found.push(
                        Finding::new(
                            Code::E8,
                            reading.field,
                            format!("这里的话在{place}已经写过：“{}”。", excerpt(sentence, 30)),
                            "只在一处写，别处写各自的内容；必须呼应的，换个说法写得更短。",
                        )
                        .resting_on(vec![*earlier]),
                    );
                }
                Some(_) => {}
            }
        }
    }
}
