//! What stands in each column of the indicators of a form, and which field it comes from.

use std::collections::BTreeSet;

use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::explanation::attained::{actuals, targets};
use crate::domain::explanation::rule::sentence;
use crate::domain::references::wording::joined;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::layout::{LevelPoints, Shown};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

use super::block::{Align, Cell};

/// What stands where a cell of a form is not used.
pub const UNUSED: &str = "—";

/// How the cells of a column stand: words at the left, short things in the middle.
pub fn align(shown: Shown) -> Align {
    match shown {
        Shown::Name(_) | Shown::Goal | Shown::Analysis | Shown::Standard | Shown::Meaning | Shown::Reasons => {
            Align::Left
        }
        _ => Align::Centre,
    }
}

/// The cell of an indicator in a column; the levels above it are not said here.
pub fn cell(shown: Shown, row: &Indicator, result: &IndicatorEvaluation, full: Option<Points>) -> Cell {
    let cell = Cell::new(words(shown, row, result, full).trim());
    match field(shown, row) {
        Some(field) => cell.from_field(field),
        None => cell,
    }
}

fn words(shown: Shown, row: &Indicator, result: &IndicatorEvaluation, full: Option<Points>) -> String {
    let points = |points: Option<Points>| points.map(Points::printed).unwrap_or_default();
    match shown {
        Shown::Word(_) | Shown::Part(_) | Shown::Group(_) | Shown::Review => String::new(),
        Shown::Name(LevelPoints::Full) => {
            let weight = result.weight.map(|weight| format!("（{}分）", weight.printed()));
            format!("{}{}", row.name.trim(), weight.unwrap_or_default())
        }
        Shown::Name(_) => row.name.clone(),
        Shown::Goal | Shown::Meaning => goal(row),
        Shown::Unit => once(measures(row).map(|measure| measure.unit.trim())),
        Shown::Nature if row.nature == IndicatorNature::Quantitative => {
            once(measures(row).map(|measure| measure.comparator.label()))
        }
        Shown::Nature => row.nature.label().to_owned(),
        Shown::Target => in_a_cell(targets(row)),
        Shown::TargetNumber => target_number(row),
        Shown::InitialTarget => match row.initial_target.trim() {
            "" => target_number(row),
            initial => initial.to_owned(),
        },
        Shown::AdjustedTarget if row.initial_target.is_blank() => UNUSED.to_owned(),
        Shown::AdjustedTarget => target_number(row),
        Shown::Actual => in_a_cell(actuals(row, result.value)),
        Shown::ActualNumber => match single(row) {
            Some(one) => one.actual.text(),
            None => in_a_cell(actuals(row, result.value)),
        },
        Shown::Analysis => {
            let own = match row.analysis.is_blank() {
                true => actual_in_short(row, result),
                false => row.analysis.clone(),
            };
            with_survey(own, row)
        }
        Shown::Coefficient => share(result.score.ok(), result.weight.ok()).map_or(String::new(), Rate::printed),
        Shown::Standard => standard(row),
        Shown::TypedWeight => row.weight.text(),
        Shown::Weight => points(result.weight.ok()),
        Shown::Hundred => "100".to_owned(),
        Shown::Share => share(result.weight.ok(), full).map_or(String::new(), Rate::trimmed_percent),
        Shown::Score => points(result.score.ok()),
        Shown::Reasons => reasons(row),
        Shown::Core => row.core.map(Choice::label).unwrap_or_default().to_owned(),
    }
}

/// Where what stands in a column is filled in; none for what follows from other fields of several places.
pub fn field(shown: Shown, row: &Indicator) -> Option<Field> {
    let own = |part| Some(Field::Indicator(row.id, part));
    let of_measure = |part| match (row.nature, row.measures.first()) {
        (IndicatorNature::Quantitative, Some(measure)) => Some(Field::Measure(row.id, measure.id, part)),
        (IndicatorNature::Qualitative, _) => own(IndicatorField::Standard),
        _ => own(IndicatorField::Nature),
    };
    match shown {
        Shown::Word(_) | Shown::Part(_) | Shown::Group(_) | Shown::Review | Shown::Hundred => None,
        Shown::Name(_) => own(IndicatorField::Name),
        Shown::Goal | Shown::Meaning => own(IndicatorField::Goal),
        Shown::Unit => of_measure(MeasureField::Unit),
        Shown::Nature => own(IndicatorField::Nature),
        Shown::Target | Shown::TargetNumber | Shown::AdjustedTarget => of_measure(MeasureField::Target),
        Shown::InitialTarget if row.initial_target.is_blank() => of_measure(MeasureField::Target),
        Shown::InitialTarget => own(IndicatorField::InitialTarget),
        Shown::Actual | Shown::ActualNumber if row.nature == IndicatorNature::Qualitative => {
            own(IndicatorField::Attainment)
        }
        Shown::Actual | Shown::ActualNumber => of_measure(MeasureField::Actual),
        Shown::Analysis => own(IndicatorField::Analysis),
        Shown::Standard if row.nature == IndicatorNature::Qualitative => own(IndicatorField::Standard),
        Shown::Coefficient | Shown::Score | Shown::Standard => own(IndicatorField::Scoring),
        Shown::TypedWeight | Shown::Weight | Shown::Share => own(IndicatorField::Weight),
        Shown::Reasons => own(IndicatorField::DeviationReason),
        Shown::Core => own(IndicatorField::Core),
    }
}

/// What is told of a result, and how it was found where that is a survey.
fn with_survey(told: String, row: &Indicator) -> String {
    match row.survey.sentence().filter(|_| row.is_of_satisfaction()) {
        Some(survey) if told.trim().is_empty() => survey,
        Some(survey) => format!("{}。{survey}", told.trim().trim_end_matches(['。', '；'])),
        None => told,
    }
}

fn share(part: Option<Points>, whole: Option<Points>) -> Option<Rate> {
    Rate::of(part?.decimal(), whole?.decimal())
}

fn measures(row: &Indicator) -> impl Iterator<Item = &crate::domain::scheme::indicator::Measure> {
    let is_quantity = row.nature == IndicatorNature::Quantitative;
    row.measures.iter().filter(move |_| is_quantity)
}

/// A compound indicator has its units and signs once each.
fn once<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut seen = BTreeSet::new();
    joined(texts.filter(|text| !text.is_empty() && seen.insert(*text)), "；")
}

/// The one quantity of an indicator, whose sign and unit can have columns of their own.
fn single(row: &Indicator) -> Option<&crate::domain::scheme::indicator::Measure> {
    match row.measures.as_slice() {
        [one] if row.nature == IndicatorNature::Quantitative && one.comparator != Comparator::Between => Some(one),
        _ => None,
    }
}

fn target_number(row: &Indicator) -> String {
    match single(row) {
        Some(one) => one.target.text(),
        None => in_a_cell(targets(row)),
    }
}

/// 评分标准: the standard of a quality, the items of a list, or else the rule as a sentence.
fn standard(row: &Indicator) -> String {
    match row.nature {
        IndicatorNature::Qualitative => row.standard.clone(),
        IndicatorNature::Quantitative => sentence(&row.rule, "完成率"),
        IndicatorNature::Formula => sentence(&row.rule, row.name.trim()),
        IndicatorNature::Checklist | IndicatorNature::Deductions => {
            let sign = match row.nature {
                IndicatorNature::Deductions => "每次扣",
                _ => "",
            };
            let items = row.items.iter().filter(|item| !item.text.is_blank());
            let items: Vec<String> = items
                .map(|item| format!("{}（{sign}{}分）", item.text.trim(), item.points.text()))
                .collect();
            joined(items.iter().map(String::as_str), "；\n")
        }
    }
}

fn goal(row: &Indicator) -> String {
    match row.goal.is_blank() {
        true => row.name.clone(),
        false => row.goal.clone(),
    }
}

/// 偏差原因分析及改进措施, in one cell.
pub fn reasons(row: &Indicator) -> String {
    joined([row.deviation_reason.as_str(), row.improvement.as_str()], "；")
}

/// Values of an indicator in a narrow cell: one a line, because a line would end between sign and number.
fn in_a_cell(values: Vec<Option<String>>) -> String {
    let plain = |value: String| value.chars().filter(|letter| *letter != ' ').collect::<String>();
    let lines: Vec<String> = values.into_iter().flatten().map(plain).collect();
    joined(lines.iter().map(String::as_str), "；\n")
}

/// The actual result in short, for an indicator without an analysis.
fn actual_in_short(row: &Indicator, result: &IndicatorEvaluation) -> String {
    let names: Vec<&str> = measures(row).map(|measure| measure.name.trim()).collect();
    let lines = actuals(row, result.value).into_iter().enumerate();
    let lines = lines.filter_map(|(place, line)| {
        let line: String = line?.chars().filter(|c| !c.is_whitespace()).collect();
        Some(format!("{}{line}", names.get(place).copied().unwrap_or_default()))
    });
    let lines: Vec<String> = lines.collect();
    joined(lines.iter().map(String::as_str), "；")
}
