//! Which fields hold prose: texts that may refer to data and are held against them.

use super::chapter::Chapter;
use super::draft::Draft;
use super::field::{Field, IndicatorField, OutlineField};
use super::fields::about;

/// The parts of an indicator in which prose is written.
pub const INDICATOR_PROSE: [IndicatorField; 6] = [
    IndicatorField::Goal,
    IndicatorField::Standard,
    IndicatorField::ManualReason,
    IndicatorField::Analysis,
    IndicatorField::DeviationReason,
    IndicatorField::Improvement,
];

impl Field {
    /// Whether prose is written here, which may hold references and is held against the data.
    pub fn is_prose(self) -> bool {
        match self {
            Field::SectionText(_) | Field::Outline(_, OutlineField::Text) | Field::Wording(_) | Field::FormText(_) => {
                true
            }
            Field::Indicator(_, part) => INDICATOR_PROSE.contains(&part),
            _ => about(self).is_some_and(|about| about.is_prose),
        }
    }
}

/// The fields of a draft that hold prose, in the order of the form; those of indicators and of projects' forms apart.
pub fn prose_fields(draft: &Draft) -> Vec<Field> {
    let mut fields = draft.fields_apart_from_indicators();
    fields.retain(|field| field.is_prose());
    fields.sort_by_key(|field| Chapter::of(*field));
    fields
}
