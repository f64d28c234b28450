//! Where each field of a draft lives: said once, for reading and for writing.

use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::input::Input;
use crate::domain::values::row::{Id, find, find_mut};
use crate::domain::values::shared::Shared;

use super::draft::Draft;
use super::field::{Field, IndicatorField, ItemField, MeasureField, RuleOwner, TermField};
use super::narrative::{find_section, find_section_mut};
use super::scheme_place::{rule_input, rule_input_mut};

/// Says once where each field lives; used for reading and, with `mut`, for writing.
macro_rules! place {
    ($draft:ident, $field:ident, $find:ident, $section:ident, $get:ident, $nature:ident, $indicator:ident, $term:ident, $rule:ident, $some:ident, [$($m:tt)?]) => {
        match $field {
            Field::DraftName => $some(& $($m)? $draft.name),
            Field::ProjectTitle => $some(& $($m)? $draft.basics.project),
            Field::CompetentDepartment => $some(& $($m)? $draft.basics.competent_department),
            Field::Unit => $some(& $($m)? $draft.basics.unit),
            Field::ShortName => $some(& $($m)? $draft.basics.short_name),
            Field::Place => $some(& $($m)? $draft.basics.place),
            Field::SourceWhole => $some(& $($m)? $draft.source.whole),
            Field::SourceText => $some(& $($m)? $draft.source.text),
            Field::Year => $some(& $($m)? $draft.basics.year),
            Field::ReportDate => $some(& $($m)? $draft.basics.report_date),
            Field::Cover => $some(& $($m)? $draft.basics.cover),
            Field::Contents => $some(& $($m)? $draft.basics.contents),
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
            Field::ObjectiveActual => $some(& $($m)? $draft.objectives.achieved),
            Field::OverallObjective => $some(& $($m)? $draft.objectives.overall),
            Field::ObjectiveText(id) => place!(@ $some, $find(& $($m)? $draft.objectives.items, id), row => & $($m)? row.text),
            Field::ObjectiveAchieved(id) => place!(@ $some, $find(& $($m)? $draft.objectives.items, id), row => & $($m)? row.achieved),
            Field::ObjectiveScore => $some(& $($m)? $draft.objectives.stated_score),
            Field::ObjectiveReason => $some(& $($m)? $draft.objectives.stated_reason),
            Field::SchemeStanding => $some(& $($m)? $draft.scheme_standing),
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
                IndicatorField::Core => & $($m)? row.core,
                IndicatorField::InitialTarget => & $($m)? row.initial_target,
                IndicatorField::Place => & $($m)? row.place,
                IndicatorField::Shape => & $($m)? row.formula.shape,
                IndicatorField::Term(place, TermField::Name) => & $($m)? row.formula.$term(place).name,
                IndicatorField::Term(place, TermField::Source) => & $($m)? row.formula.$term(place).source,
                IndicatorField::Term(place, TermField::Value) => & $($m)? row.formula.$term(place).value,
                IndicatorField::Source => & $($m)? row.source,
            }),
            Field::Rule(RuleOwner::Indicator(id), part) => $indicator($draft, id).and_then(|row| $rule(& $($m)? row.rule, part)),
            Field::Item(id, item, part) => {
                place!(@ $some, $indicator($draft, id).and_then(|row| $find(& $($m)? row.items, item)), row => match part {
                    ItemField::Text => & $($m)? row.text,
                    ItemField::Points => & $($m)? row.points,
                    ItemField::Answer => & $($m)? row.answer,
                    ItemField::Times => & $($m)? row.times,
                })
            }
            Field::Measure(id, measure, part) => {
                place!(@ $some, $indicator($draft, id).and_then(|row| $find(& $($m)? row.measures, measure)), row => match part {
                    MeasureField::Name => & $($m)? row.name,
                    MeasureField::Comparator => & $($m)? row.comparator,
                    MeasureField::Target => & $($m)? row.target,
                    MeasureField::Unit => & $($m)? row.unit,
                    MeasureField::Actual => & $($m)? row.actual,
                    MeasureField::Upper => & $($m)? row.upper,
                    MeasureField::Share => & $($m)? row.share,
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
            Field::ProjectBudget(id) => place!(@ $some, $find(& $($m)? $draft.projects.rows, id), row => & $($m)? row.budget),
            Field::ProjectInitial(id) => place!(@ $some, $find(& $($m)? $draft.projects.rows, id), row => & $($m)? row.initial),
            Field::ProjectCompletion(id) => place!(@ $some, $find(& $($m)? $draft.projects.rows, id), row => & $($m)? row.completion),
            Field::ProjectAmount(id) => place!(@ $some, $find(& $($m)? $draft.projects.rows, id), row => & $($m)? row.amount),
            Field::ProjectsNote => $some(& $($m)? $draft.projects.note),
            Field::Conclusion => $some(& $($m)? $draft.results.conclusion),
            Field::CompletionHeading(id) => place!(@ $some, $find(& $($m)? $draft.results.completions, id), row => & $($m)? row.heading),
            Field::CompletionText(id) => place!(@ $some, $find(& $($m)? $draft.results.completions, id), row => & $($m)? row.text),
            Field::Achievements => $some(& $($m)? $draft.results.achievements),
            Field::Problem(id) => place!(@ $some, $find(& $($m)? $draft.problems, id), row => & $($m)? row.text),
            Field::Improvement(id) => place!(@ $some, $find(& $($m)? $draft.improvements, id), row => & $($m)? row.text),
            Field::Wording(kind) => $some(& $($m)? $draft.wordings.$get(kind).text),
            Field::FormText(text) => $some($draft.form_texts.$get(text)),
            Field::SetAsideReason(id) => place!(@ $some, $find(& $($m)? $draft.set_aside, id), row => & $($m)? row.reason),
            // The scheme is shared as a whole and has its own table.
            Field::Scheme(_)
            | Field::Outline(..)
            | Field::Part(..)
            | Field::Group(..)
            | Field::CheckpointTarget(..)
            | Field::Rule(RuleOwner::Part(_), _)
            | Field::GradeBound(_)
            | Field::AttainmentBound(_)
            | Field::Rows(_) => None,
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
    /// The input at a field outside the scheme.
    pub(super) fn plain_input(&self, field: Field) -> Option<&dyn Input> {
        fn indicator(draft: &Draft, id: Id) -> Option<&Indicator> {
            draft.indicator(id).map(|indicator| &**indicator)
        }
        fn some(input: &dyn Input) -> Option<&dyn Input> {
            Some(input)
        }
        place!(
            self,
            field,
            find,
            find_section,
            get,
            nature,
            indicator,
            term,
            rule_input,
            some,
            []
        )
    }

    /// The same, for editing.
    pub(super) fn plain_input_mut(&mut self, field: Field) -> Option<&mut dyn Input> {
        fn indicator(draft: &mut Draft, id: Id) -> Option<&mut Indicator> {
            find_mut(&mut draft.indicators, id).map(Shared::make_mut)
        }
        fn some(input: &mut dyn Input) -> Option<&mut dyn Input> {
            Some(input)
        }
        place!(self, field, find_mut, find_section_mut, get_mut, nature_mut, indicator, term_mut, rule_input_mut, some, [mut])
    }
}
