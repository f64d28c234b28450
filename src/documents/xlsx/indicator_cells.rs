//! The cells of one indicator in 指标评分: target, actual, completion, weight, score.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::documents::report::levels::FormRow;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::completion;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::formula_value::term_value;
use crate::domain::explanation::attained::{actuals, targets};
use crate::domain::scheme::formula::{Shape, TermPlace, TermSource};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure, Scoring};
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::Weighting;
use crate::domain::values::input::{Choice, Entry, Input};
use crate::domain::values::points::Points;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rate::Rate;

use crate::documents::workbooks::number;

use super::address::{Area, Row};
use super::look::Look;
use super::score_columns::{column, is_several};
use super::score_formula::Cells;
use super::sheet::Sheet;
use super::{extent, money_figures, score_formula};

/// What the cells refer to.
pub struct Context<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// What follows from it.
    pub evaluation: &'a Evaluation,
    /// 资金收支.
    pub money: &'a money_figures::Places,
    /// The sum of 重点项目, on its sheet.
    pub projects: Option<String>,
    /// The weights of the parts on 汇总, in the scheme's order.
    pub part_weights: Vec<Option<String>>,
}

/// The height that the cells of one of the indicator's rows need.
pub fn heights(sheet: &Sheet<'_>, row: &Indicator, place: usize) -> u32 {
    let target = || targets(row).into_iter().nth(place).flatten().unwrap_or_default();
    match (has_number_target(row), row.measures.get(place)) {
        (true, Some(measure)) => {
            let name = match is_several(row) {
                true => extent::height(measure.name.trim(), sheet.width(column::MEASURE, column::MEASURE)),
                false => 0,
            };
            let unit = extent::height(measure.unit.trim(), sheet.width(column::UNIT, column::UNIT));
            name.max(unit)
        }
        _ => extent::height(&target(), sheet.width(column::SIGN, column::UNIT)),
    }
}

/// Whether the target is a number with a sign, not words.
fn has_number_target(row: &Indicator) -> bool {
    match row.nature {
        IndicatorNature::Quantitative => true,
        IndicatorNature::Formula => matches!(row.rule, Rule::Proportional | Rule::AllOrNothing),
        IndicatorNature::Qualitative | IndicatorNature::Checklist | IndicatorNature::Deductions => false,
    }
}

/// Writes them into the rows that were laid out for the indicator.
pub fn write(sheet: &mut Sheet<'_>, line: &FormRow<'_>, rows: &[Row], context: &Context<'_>) -> Result<(), XlsxError> {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Ok(());
    };
    let mut shares = Vec::new();
    let mut computable = true;
    for (place, row) in rows.iter().enumerate() {
        let share = one(sheet, line, *row, place, context)?;
        computable &= share;
        shares.push(row.at(column::SHARE).cell());
    }
    let weight = first.down_to(*last, column::WEIGHT, column::WEIGHT);
    weigh(sheet, line, weight, context)?;
    let cells = Cells {
        weight: weight.cell(),
        shares,
        ratio: format!("{}/100", first.at(column::ACTUAL).cell()),
    };
    // A score by hand rests on nothing but the weight.
    let computable = computable || line.row.scoring == Scoring::Manual;
    let formula = line.result.weight.ok().filter(|_| computable);
    let formula = formula.and_then(|weight| score_formula::indicator(line.row, weight, &context.draft.scheme, &cells));
    let score = first.down_to(*last, column::SCORE, column::SCORE);
    sheet.figure(
        score,
        formula.as_deref(),
        line.result.score.map(Points::decimal),
        Look::Number,
    )
}

/// One row: target, actual and share. Says whether formulas can compute with what stands there.
fn one(
    sheet: &mut Sheet<'_>,
    line: &FormRow<'_>,
    row: Row,
    place: usize,
    context: &Context<'_>,
) -> Result<bool, XlsxError> {
    let indicator = line.row;
    let words = |texts: Vec<Option<String>>| texts.into_iter().nth(place).flatten().unwrap_or_default();
    let measure = indicator.measures.get(place);
    if is_several(indicator) {
        let name = measure.map_or("", |measure| measure.name.trim());
        sheet.text(row.at(column::MEASURE), name, Look::Left)?;
    }
    let target_held = match measure.filter(|_| has_number_target(indicator)) {
        Some(measure) => target(sheet, row, measure)?,
        None => {
            sheet.text(
                row.across(column::SIGN, column::UNIT),
                &words(targets(indicator)),
                Look::Left,
            )?;
            true
        }
    };
    let actual = row.at(column::ACTUAL);
    let actual_held = match (indicator.nature, measure) {
        (IndicatorNature::Quantitative, Some(measure)) => quantity(sheet, actual, &measure.actual)?,
        (IndicatorNature::Formula, _) => {
            let value = line.result.value.map(|value| value.map(Rate::percent));
            let formula = ratio(indicator, context);
            match value {
                Some(value) => sheet.figure(actual, formula.as_deref(), value, Look::Ratio)?,
                None => sheet.text(actual, "", Look::Centre)?,
            }
            true
        }
        _ => {
            sheet.text(actual, &words(actuals(indicator, line.result.value)), Look::Centre)?;
            true
        }
    };
    let share = share(line, measure, context.draft);
    let formula = measure.filter(|_| has_number_target(indicator) && target_held && actual_held);
    let formula = formula.and_then(|measure| {
        let value = match indicator.nature {
            IndicatorNature::Formula => line.result.value?.ok()?.percent(),
            _ => measure.actual.value()?.decimal(),
        };
        let target = row.at(column::TARGET).cell();
        score_formula::share(measure, &context.draft.scheme, value, &target, &actual.cell())
    });
    match share {
        Some(share) => {
            let share = share.map(Rate::decimal);
            sheet.figure(row.at(column::SHARE), formula.as_deref(), share, Look::Percent)?;
        }
        None => sheet.text(row.at(column::SHARE), "—", Look::Centre)?,
    }
    Ok(target_held && actual_held)
}

/// The share that counts, where the nature has one.
fn share(line: &FormRow<'_>, measure: Option<&Measure>, draft: &Draft) -> Option<Derived<Rate>> {
    let row = line.row;
    match row.nature {
        IndicatorNature::Quantitative => Some(completion::measure_share(row, measure?, &draft.scheme)),
        IndicatorNature::Qualitative => Some(completion::qualitative_share(row, &draft.scheme)),
        IndicatorNature::Formula if has_number_target(row) => {
            let value = line.result.value?;
            Some(value.and_then(|value| completion::formula_share(row, value, &draft.scheme)))
        }
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions => None,
    }
}

fn target(sheet: &mut Sheet<'_>, row: Row, measure: &Measure) -> Result<bool, XlsxError> {
    sheet.text(row.at(column::SIGN), measure.comparator.label(), Look::Centre)?;
    sheet.text(row.at(column::UNIT), measure.unit.trim(), Look::Centre)?;
    quantity(sheet, row.at(column::TARGET), &measure.target)
}

/// A typed number; whether the cell holds it whole.
fn quantity(sheet: &mut Sheet<'_>, area: Area, entry: &Entry<Quantity>) -> Result<bool, XlsxError> {
    match entry.value().map(|value| value.decimal()) {
        Some(value) => {
            let look = if value.is_integer() { Look::Whole } else { Look::Number };
            sheet.number(area, value, look)?;
            Ok(number::is_held(value))
        }
        None => sheet.text(area, &entry.text(), Look::Missing).map(|()| false),
    }
}

/// 权重 in points. Where it is written as a share of the level above, the formula says so.
fn weigh(sheet: &mut Sheet<'_>, line: &FormRow<'_>, area: Area, context: &Context<'_>) -> Result<(), XlsxError> {
    let row = line.row;
    let scheme = &context.draft.scheme;
    match (scheme.weighting, line.result.weight) {
        (Weighting::Points, Ok(weight)) => sheet.number(area, weight.decimal(), Look::Number),
        (_, weight) => {
            let place = scheme.parts.iter().position(|part| part.id == line.part.id);
            let part = place.and_then(|place| context.part_weights.get(place).cloned().flatten());
            let group = line.group.and_then(|group| group.weight.value());
            let group = group.map_or(String::new(), |share| format!("*{}%", share.decimal()));
            let own = row.weight.value();
            let formula = part
                .zip(own)
                .map(|(part, own)| format!("{part}{group}*{}%", own.decimal()));
            sheet.figure(area, formula.as_deref(), weight.map(Points::decimal), Look::Number)
        }
    }
}

/// The value of a formula indicator in percent. What is typed with the indicator stands in the formula.
fn ratio(row: &Indicator, context: &Context<'_>) -> Option<String> {
    let term = |place| {
        let total = |column| context.money.total_elsewhere(column);
        use crate::domain::draft::budget::{Column::Adjusted, Column::Executed, Column::Initial};
        match row.formula.term(place).source {
            TermSource::Initial => total(Initial),
            TermSource::Adjusted => total(Adjusted),
            TermSource::Executed => total(Executed),
            TermSource::Adjustment => Some(format!("({}-{})", total(Adjusted)?, total(Initial)?)),
            TermSource::Unspent => Some(format!("({}-{})", total(Adjusted)?, total(Executed)?)),
            TermSource::Projects => context.projects.clone(),
            TermSource::Own | TermSource::AuthorisedPosts | TermSource::Staff => {
                let value = term_value(row, place, context.draft, &context.evaluation.money).ok();
                let value: Decimal = value.filter(|value| number::is_held(*value))?;
                Some(match value.is_sign_negative() {
                    true => format!("({value})"),
                    false => value.to_string(),
                })
            }
        }
    };
    let (upper, lower) = (term(TermPlace::Numerator)?, term(TermPlace::Denominator)?);
    Some(match row.formula.shape {
        Shape::Share => format!("{upper}/{lower}*100"),
        Shape::Change => format!("({upper}-{lower})/{lower}*100"),
    })
}
