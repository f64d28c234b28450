//! Where the fields of a draft live that the table of fields has no line for: said once, for reading and for writing.

use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::survey::SurveyField;
use crate::domain::values::input::Input;
use crate::domain::values::row::{Id, find, find_mut};
use crate::domain::values::shared::Shared;

use super::draft::Draft;
use super::field::{Field, IndicatorField, ItemField, MeasureField, RuleOwner, TermField};
use super::fields::{about, input, input_mut};
use super::narrative::{find_section, find_section_mut};
use super::scheme_place::{rule_input, rule_input_mut};

/// Says once where each field lives; used for reading and, with `mut`, for writing.
macro_rules! place {
    ($draft:ident, $field:ident, $find:ident, $section:ident, $get:ident, $nature:ident, $indicator:ident, $term:ident, $rule:ident, $some:ident, [$($m:tt)?]) => {
        match $field {
            Field::SectionHeading(id) => place!(@ $some, $section(& $($m)? $draft.work.sections, id), row => & $($m)? row.heading),
            Field::SectionText(id) => place!(@ $some, $section(& $($m)? $draft.work.sections, id), row => & $($m)? row.text),
            Field::FundAmount(id, column) => place!(@ $some, $find(& $($m)? $draft.budget.funds, id), row => row.amounts.$get(column)),
            Field::StatedTotal(column) => $some($draft.budget.stated.$get(column)),
            Field::NatureAmount(nature, column) => $some($draft.budget.$nature(nature).$get(column)),
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
                IndicatorField::Survey(SurveyField::Asked) => & $($m)? row.survey.asked,
                IndicatorField::Survey(SurveyField::Returned) => & $($m)? row.survey.returned,
                IndicatorField::Survey(SurveyField::Date) => & $($m)? row.survey.date,
                IndicatorField::Survey(SurveyField::Method) => & $($m)? row.survey.method,
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
            Field::Wording(kind) => $some(& $($m)? $draft.wordings.$get(kind).text),
            Field::FormText(text) => $some($draft.form_texts.$get(text)),
            // The scheme is shared as a whole and has its own table.
            _ => None,
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
        if about(field).is_some() {
            return input(self, field);
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
        if about(field).is_some() {
            return input_mut(self, field);
        }
        place!(self, field, find_mut, find_section_mut, get_mut, nature_mut, indicator, term_mut, rule_input_mut, some, [mut])
    }
}
