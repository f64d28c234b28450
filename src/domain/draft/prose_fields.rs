//! Which fields hold prose: texts that may refer to data and are held against them.

use crate::domain::scheme::form_text::FormText;
use crate::domain::values::input::Choice;

use super::draft::Draft;
use super::field::{Field, IndicatorField, OutlineField};
use super::narrative::Section;
use super::own_wording::WordingKind;

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
        matches!(
            self,
            Field::Duties
                | Field::WorkOverview
                | Field::SectionText(_)
                | Field::FundReason(_)
                | Field::AdjustmentReason
                | Field::ExecutionReason
                | Field::OverallObjective
                | Field::ObjectiveActual
                | Field::ObjectiveText(_)
                | Field::ObjectiveReason
                | Field::Outline(_, OutlineField::Text)
                | Field::MonitoringText
                | Field::CheckpointNote(_)
                | Field::ProjectsNote
                | Field::ProjectCompletion(_)
                | Field::Conclusion
                | Field::CompletionText(_)
                | Field::Achievements
                | Field::Problem(_)
                | Field::Improvement(_)
                | Field::Wording(_)
                | Field::FormText(_)
        ) || matches!(self, Field::Indicator(_, part) if INDICATOR_PROSE.contains(&part))
    }
}

/// The fields of a draft that hold prose, in reading order, forms of projects apart.
pub fn prose_fields(draft: &Draft) -> Vec<Field> {
    fn sections(rows: &[Section], fields: &mut Vec<Field>) {
        for row in rows {
            fields.push(Field::SectionText(row.id));
            sections(&row.sections, fields);
        }
    }
    let mut fields = general_prose(draft);
    sections(&draft.work.sections, &mut fields);
    for row in &draft.indicators {
        fields.extend(INDICATOR_PROSE.map(|part| Field::Indicator(row.id, part)));
    }
    fields.sort_by_key(|field| crate::domain::draft::chapter::Chapter::of(*field));
    fields
}

/// The fields of prose outside the indicators, in the order of the form.
pub fn general_prose(draft: &Draft) -> Vec<Field> {
    let mut fields = vec![Field::Duties, Field::WorkOverview];
    fields.extend(draft.budget.funds.iter().map(|row| Field::FundReason(row.id)));
    fields.extend([
        Field::AdjustmentReason,
        Field::ExecutionReason,
        Field::OverallObjective,
        Field::ObjectiveActual,
    ]);
    fields.extend(draft.objectives.items.iter().map(|row| Field::ObjectiveText(row.id)));
    fields.push(Field::ObjectiveReason);
    let outline = draft.scheme.outline.iter();
    fields.extend(outline.map(|row| Field::Outline(row.id, crate::domain::draft::field::OutlineField::Text)));
    fields.push(Field::MonitoringText);
    fields.extend(
        draft
            .monitoring
            .checkpoints
            .iter()
            .map(|row| Field::CheckpointNote(row.id)),
    );
    let projects = draft.projects.rows.iter();
    fields.extend(projects.map(|row| Field::ProjectCompletion(row.id)));
    fields.push(Field::ProjectsNote);
    fields.extend(WordingKind::ALL.iter().map(|kind| Field::Wording(*kind)));
    fields.push(Field::Conclusion);
    fields.extend(
        draft
            .results
            .completions
            .iter()
            .map(|row| Field::CompletionText(row.id)),
    );
    fields.push(Field::Achievements);
    fields.extend(draft.problems.iter().map(|row| Field::Problem(row.id)));
    fields.extend(draft.improvements.iter().map(|row| Field::Improvement(row.id)));
    fields.extend(FormText::ALL.iter().map(|text| Field::FormText(*text)));
    fields
}
