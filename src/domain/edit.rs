//! The one door through which a draft changes.

use super::draft::Draft;
use super::field::{Field, IndicatorField, List, MeasureField};
use super::indicator::Indicator;
use super::input::Input;
use super::narrative::{find_section, find_section_mut};
use super::row::{Direction, Id, Rows, find, find_mut};
use super::shared::Shared;

/// 一次修改.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// What was typed or chosen in a field.
    Set(Field, String),
    /// A new blank row, after the given one or at the end.
    Add(List, Option<Id>),
    /// A row taken out.
    Remove(List, Id),
    /// A row moved by one place.
    Move(List, Id, Direction),
    /// A copy of a row, right after it.
    Duplicate(List, Id),
}

/// What an edit did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Whether the draft differs from before.
    pub changed: bool,
    /// The row that the edit made.
    pub row: Option<Id>,
}

/// Says once where each field lives; used for reading and, with `mut`, for writing.
macro_rules! place {
    ($draft:ident, $field:ident, $find:ident, $section:ident, $get:ident, $nature:ident, $indicator:ident, $some:ident, [$($m:tt)?]) => {
        match $field {
            Field::DraftName => $some(& $($m)? $draft.name),
            Field::Unit => $some(& $($m)? $draft.basics.unit),
            Field::ShortName => $some(& $($m)? $draft.basics.short_name),
            Field::Year => $some(& $($m)? $draft.basics.year),
            Field::ReportDate => $some(& $($m)? $draft.basics.report_date),
            Field::BasisTitle(id) => place!(@ $some, $find(& $($m)? $draft.basics.basis, id), row => & $($m)? row.title),
            Field::BasisNumber(id) => place!(@ $some, $find(& $($m)? $draft.basics.basis, id), row => & $($m)? row.number),
            Field::Duties => $some(& $($m)? $draft.department.duties),
            Field::DivisionName(id) => place!(@ $some, $find(& $($m)? $draft.department.divisions, id), row => & $($m)? row.name),
            Field::DivisionSecondName(id) => place!(@ $some, $find(& $($m)? $draft.department.divisions, id), row => & $($m)? row.second_name),
            Field::SubordinateUnit(id) => place!(@ $some, $find(& $($m)? $draft.department.subordinate_units, id), row => & $($m)? row.name),
            Field::AuthorisedPosts => $some(& $($m)? $draft.department.authorised_posts),
            Field::Staff => $some(& $($m)? $draft.department.staff),
            Field::WorkOverview => $some(& $($m)? $draft.work.overview),
            Field::SectionHeading(id) => place!(@ $some, $section(& $($m)? $draft.work.sections, id), row => & $($m)? row.heading),
            Field::SectionText(id) => place!(@ $some, $section(& $($m)? $draft.work.sections, id), row => & $($m)? row.text),
            Field::FundSource(id) => place!(@ $some, $find(& $($m)? $draft.budget.funds, id), row => & $($m)? row.source),
            Field::FundName(id) => place!(@ $some, $find(& $($m)? $draft.budget.funds, id), row => & $($m)? row.name),
            Field::FundAmount(id, column) => place!(@ $some, $find(& $($m)? $draft.budget.funds, id), row => row.amounts.$get(column)),
            Field::FundReason(id) => place!(@ $some, $find(& $($m)? $draft.budget.funds, id), row => & $($m)? row.reason),
            Field::StatedTotal(column) => $some($draft.budget.stated.$get(column)),
            Field::NatureAmount(nature, column) => $some($draft.budget.$nature(nature).$get(column)),
            Field::AdjustmentReason => $some(& $($m)? $draft.budget.adjustment_reason),
            Field::ExecutionReason => $some(& $($m)? $draft.budget.execution_reason),
            Field::StatedExecutionRate => $some(& $($m)? $draft.budget.stated_execution_rate),
            Field::OverallObjective => $some(& $($m)? $draft.objectives.overall),
            Field::ObjectiveText(id) => place!(@ $some, $find(& $($m)? $draft.objectives.items, id), row => & $($m)? row.text),
            Field::ObjectiveAchieved(id) => place!(@ $some, $find(& $($m)? $draft.objectives.items, id), row => & $($m)? row.achieved),
            Field::ObjectiveScore => $some(& $($m)? $draft.objectives.stated_score),
            Field::ObjectiveReason => $some(& $($m)? $draft.objectives.stated_reason),
            Field::StatedScore => $some(& $($m)? $draft.stated_score),
            Field::StatedGrade => $some(& $($m)? $draft.stated_grade),
            Field::Indicator(id, part) => place!(@ $some, $indicator($draft, id), row => match part {
                IndicatorField::Goal => & $($m)? row.goal,
                IndicatorField::Name => & $($m)? row.name,
                IndicatorField::Nature => & $($m)? row.nature,
                IndicatorField::Standard => & $($m)? row.standard,
                IndicatorField::Attainment => & $($m)? row.attainment,
                IndicatorField::Coefficient => & $($m)? row.coefficient,
                IndicatorField::Weight => & $($m)? row.weight,
                IndicatorField::Scoring => & $($m)? row.scoring,
                IndicatorField::ManualScore => & $($m)? row.manual_score,
                IndicatorField::ManualReason => & $($m)? row.manual_reason,
                IndicatorField::Analysis => & $($m)? row.analysis,
                IndicatorField::DeviationReason => & $($m)? row.deviation_reason,
                IndicatorField::Improvement => & $($m)? row.improvement,
                IndicatorField::Division => & $($m)? row.division,
            }),
            Field::Measure(id, measure, part) => {
                place!(@ $some, $indicator($draft, id).and_then(|row| $find(& $($m)? row.measures, measure)), row => match part {
                    MeasureField::Name => & $($m)? row.name,
                    MeasureField::Comparator => & $($m)? row.comparator,
                    MeasureField::Target => & $($m)? row.target,
                    MeasureField::Unit => & $($m)? row.unit,
                    MeasureField::Actual => & $($m)? row.actual,
                })
            }
            Field::EvidenceName(id, evidence) => {
                place!(@ $some, $indicator($draft, id).and_then(|row| $find(& $($m)? row.evidence, evidence)), row => & $($m)? row.name)
            }
            Field::EvidencePlace(id, evidence) => {
                place!(@ $some, $indicator($draft, id).and_then(|row| $find(& $($m)? row.evidence, evidence)), row => & $($m)? row.place)
            }
            Field::MonitoringText => $some(& $($m)? $draft.monitoring.text),
            Field::CheckpointMonth(id) => place!(@ $some, $find(& $($m)? $draft.monitoring.checkpoints, id), row => & $($m)? row.month),
            Field::CheckpointExecuted(id) => place!(@ $some, $find(& $($m)? $draft.monitoring.checkpoints, id), row => & $($m)? row.executed),
            Field::CheckpointNote(id) => place!(@ $some, $find(& $($m)? $draft.monitoring.checkpoints, id), row => & $($m)? row.note),
            Field::ProjectTask(id) => place!(@ $some, $find(& $($m)? $draft.projects.rows, id), row => & $($m)? row.task),
            Field::ProjectName(id) => place!(@ $some, $find(& $($m)? $draft.projects.rows, id), row => & $($m)? row.name),
            Field::ProjectAmount(id) => place!(@ $some, $find(& $($m)? $draft.projects.rows, id), row => & $($m)? row.amount),
            Field::ProjectsNote => $some(& $($m)? $draft.projects.note),
            Field::Conclusion => $some(& $($m)? $draft.results.conclusion),
            Field::CompletionHeading(id) => place!(@ $some, $find(& $($m)? $draft.results.completions, id), row => & $($m)? row.heading),
            Field::CompletionText(id) => place!(@ $some, $find(& $($m)? $draft.results.completions, id), row => & $($m)? row.text),
            Field::Achievements => $some(& $($m)? $draft.results.achievements),
            Field::Problem(id) => place!(@ $some, $find(& $($m)? $draft.problems, id), row => & $($m)? row.text),
            Field::Improvement(id) => place!(@ $some, $find(& $($m)? $draft.improvements, id), row => & $($m)? row.text),
            Field::PartName(_) | Field::PartWeight(_) | Field::Rows(_) => None,
        }
    };
    (@ $some:ident, $found:expr, $row:ident => $input:expr) => {
        match $found {
            Some($row) => $some($input),
            None => None,
        }
    };
}

impl Draft {
    /// What a field holds; none when its row is gone.
    pub fn input(&self, field: Field) -> Option<&dyn Input> {
        match field {
            Field::PartName(id) => find(&self.scheme.parts, id).map(|part| &part.name as &dyn Input),
            Field::PartWeight(id) => find(&self.scheme.parts, id).map(|part| &part.weight as &dyn Input),
            _ => self.plain_input(field),
        }
    }

    /// The text of a field; empty when blank or when its row is gone.
    pub fn text(&self, field: Field) -> String {
        self.input(field).map(Input::text).unwrap_or_default()
    }

    /// Makes a change. A field or row that is no longer there changes nothing.
    pub fn apply(&mut self, edit: &Edit) -> Applied {
        let (changed, row) = match edit {
            Edit::Set(field, text) => (self.set(*field, text), None),
            Edit::Add(list, after) => {
                let mut ids = self.next_id;
                let row = self.rows_mut(*list).map(|rows| rows.add(*after, &mut ids));
                self.next_id = ids;
                (row.is_some(), row)
            }
            Edit::Remove(list, id) => (self.rows_mut(*list).is_some_and(|rows| rows.remove(*id)), None),
            Edit::Move(list, id, direction) => (
                self.rows_mut(*list).is_some_and(|rows| rows.shift(*id, *direction)),
                None,
            ),
            Edit::Duplicate(list, id) => {
                let mut ids = self.next_id;
                let row = self.rows_mut(*list).and_then(|rows| rows.duplicate(*id, &mut ids));
                self.next_id = ids;
                (row.is_some(), row)
            }
        };
        Applied { changed, row }
    }

    fn set(&mut self, field: Field, text: &str) -> bool {
        // Looking first keeps a keystroke that changes nothing from copying a shared row.
        if self.input(field).is_none_or(|input| input.text() == text) {
            return false;
        }
        let input = match field {
            Field::PartName(id) => {
                find_mut(&mut self.scheme.make_mut().parts, id).map(|part| &mut part.name as &mut dyn Input)
            }
            Field::PartWeight(id) => {
                find_mut(&mut self.scheme.make_mut().parts, id).map(|part| &mut part.weight as &mut dyn Input)
            }
            _ => self.plain_input_mut(field),
        };
        input.is_some_and(|input| input.set(text))
    }

    fn plain_input(&self, field: Field) -> Option<&dyn Input> {
        fn indicator(draft: &Draft, id: Id) -> Option<&Indicator> {
            draft.indicator(id).map(|indicator| &**indicator)
        }
        fn some(input: &dyn Input) -> Option<&dyn Input> {
            Some(input)
        }
        place!(self, field, find, find_section, get, nature, indicator, some, [])
    }

    fn plain_input_mut(&mut self, field: Field) -> Option<&mut dyn Input> {
        fn indicator(draft: &mut Draft, id: Id) -> Option<&mut Indicator> {
            find_mut(&mut draft.indicators, id).map(Shared::make_mut)
        }
        fn some(input: &mut dyn Input) -> Option<&mut dyn Input> {
            Some(input)
        }
        place!(self, field, find_mut, find_section_mut, get_mut, nature_mut, indicator, some, [mut])
    }

    fn rows_mut(&mut self, list: List) -> Option<&mut dyn Rows> {
        Some(match list {
            List::Basis => &mut self.basics.basis,
            List::Divisions => &mut self.department.divisions,
            List::SubordinateUnits => &mut self.department.subordinate_units,
            List::Sections(None) => &mut self.work.sections,
            List::Sections(Some(parent)) => &mut find_section_mut(&mut self.work.sections, parent)?.sections,
            List::Funds => &mut self.budget.funds,
            List::Objectives => &mut self.objectives.items,
            List::Indicators => &mut self.indicators,
            List::Measures(id) => &mut find_mut(&mut self.indicators, id)?.make_mut().measures,
            List::Evidence(id) => &mut find_mut(&mut self.indicators, id)?.make_mut().evidence,
            List::Checkpoints => &mut self.monitoring.checkpoints,
            List::Projects => &mut self.projects.rows,
            List::Completions => &mut self.results.completions,
            List::Problems => &mut self.problems,
            List::Improvements => &mut self.improvements,
        })
    }
}
