//! 指标评分: three levels, target, actual, completion, weight and score, the scores as formulas.

use rust_decimal::Decimal;
use rust_xlsxwriter::{DataValidation, DataValidationRule, XlsxError};

use crate::documents::report::form_cells::reasons;
use crate::documents::report::levels::{FormRow, lines};
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::derived::{Derived, sum};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::scheme::indicator::IndicatorNature;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Choice;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

use crate::documents::workbooks::number;

use super::address::{Area, Row};
use super::explanations::Explanations;
use super::indicator_cells::Context;
use super::look::{Look, Looks};
use super::printing::Paper;
use super::score_columns::{column, is_several};
use super::sheet::Sheet;
use super::{extent, indicator_cells};

/// The name of the sheet.
pub const NAME: &str = "指标评分";

const WIDTHS: [u32; 14] = [10, 10, 22, 13, 9, 6, 11, 9, 11, 11, 7, 7, 24, 26];

const HEAD: [&str; 14] = [
    "一级指标",
    "二级指标",
    "三级指标",
    "数量要求",
    "指标性质",
    "方向",
    "指标值",
    "计量单位",
    "实际完成值",
    "计分完成率",
    "权重",
    "得分",
    "偏差原因及改进措施",
    "计分说明",
];

/// Where the sums of the parts stand.
pub struct Places(Vec<(Id, Area)>);

impl Places {
    /// The sum of a part's scores, on another sheet.
    pub fn part(&self, id: Id) -> Option<String> {
        let found = self.0.iter().find(|(part, _)| *part == id)?;
        Some(found.1.on(NAME))
    }
}

/// A weight is a number from 0 to 100.
pub fn weight_rule() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(
            number::float(Decimal::ZERO),
            number::float(Decimal::ONE_HUNDRED),
        ))
        .set_input_title("权重")?
        .set_input_message("填 0 到 100 的数。同一部分的权重加起来要等于这一部分的权重。")?
        .set_error_title("权重不对")?
        .set_error_message("权重要填 0 到 100 的数，不要带“分”“%”等字。")
}

fn list_rule(title: &str, words: &[&str]) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(words)?
        .set_error_title(title)?
        .set_error_message(format!("请从下拉列表里选：{}。", words.join("、")))
}

/// The sheet, and where its sums are.
pub fn sheet<'a>(
    draft: &Draft,
    evaluation: &Evaluation,
    explanations: &Explanations,
    context: &Context<'_>,
    looks: &'a Looks,
) -> Result<(Sheet<'a>, Places), XlsxError> {
    let mut sheet = Sheet::new(NAME, looks, &WIDTHS, Paper::Landscape)?;
    sheet.line("绩效指标评分", Look::Title)?;
    let mut places = Places(Vec::new());
    let lines = lines(draft, evaluation);
    if lines.is_empty() {
        sheet.line("还没有填指标。", Look::Note)?;
        return Ok((sheet, places));
    }
    sheet.head(&HEAD)?;
    let mut first: Option<Row> = None;
    let mut last = None;
    for of_part in lines.chunk_by(|one, other| one.part.id == other.part.id) {
        let Some(part) = of_part.first().map(|line| line.part) else {
            continue;
        };
        // A part without second levels takes both columns.
        let flat = of_part.iter().all(|line| line.group.is_none());
        let part_end = if flat { column::GROUP } else { column::PART };
        let title = match part.weight.value() {
            Some(weight) => format!("{}（{}分）", part.name.trim(), weight.printed()),
            None => part.name.trim().to_owned(),
        };
        let share = share_of(&title, column::PART, of_part.len());
        let mut ends: Option<(Row, Row)> = None;
        for of_group in of_part.chunk_by(|one, other| one.same_group(other)) {
            let name = of_group
                .first()
                .and_then(|line| line.group)
                .map_or("", |group| group.name.trim());
            let least = share.max(share_of(name, column::GROUP, of_group.len()));
            let mut group: Option<(Row, Row)> = None;
            for line in of_group {
                let rows = indicator(&mut sheet, line, least, explanations, context)?;
                group = Some((group.map_or(rows.0, |(first, _)| first), rows.1));
            }
            if let Some((from, to)) = group {
                if !flat {
                    sheet.text(
                        from.down_to(to, column::GROUP, column::GROUP),
                        name,
                        level(of_group.len()),
                    )?;
                }
                ends = Some((ends.map_or(from, |(first, _)| first), to));
            }
        }
        if let Some((from, to)) = ends {
            sheet.text(from.down_to(to, column::PART, part_end), &title, level(of_part.len()))?;
            let row = subtotal(&mut sheet, of_part, (from, to))?;
            places.0.push((part.id, row.at(column::SCORE)));
            first = first.or(Some(from));
            last = Some(row);
        }
    }
    total(&mut sheet, draft, evaluation, &places)?;
    if let (Some(first), Some(last)) = (first, last) {
        rules(&mut sheet, first, last)?;
    }
    Ok((sheet, places))
}

/// How the name of a level stands beside so many indicators: of more than a page holds, the first page has it.
fn level(indicators: usize) -> Look {
    match indicators {
        0..=15 => Look::Centre,
        _ => Look::Level,
    }
}

/// What each of so many rows has to be high, so that together they hold the text beside them.
fn share_of(text: &str, column: u16, rows: usize) -> u32 {
    let width = WIDTHS.get(usize::from(column)).copied().unwrap_or_default();
    let rows = u32::try_from(rows).unwrap_or(u32::MAX).max(1);
    extent::height(text, width).div_ceil(rows)
}

/// The rows of an indicator, first and last: one for each quantity that it asks for.
fn indicator(
    sheet: &mut Sheet<'_>,
    line: &FormRow<'_>,
    least: u32,
    explanations: &Explanations,
    context: &Context<'_>,
) -> Result<(Row, Row), XlsxError> {
    let row = line.row;
    let several = is_several(row);
    let name_end = if several { column::NAME } else { column::MEASURE };
    let reasons = reasons(row);
    let explanation = explanations.of_score(line.place);
    let formula = explanation.map_or("", |explanation| explanation.formula.as_str());
    let whole = [
        (column::NAME, name_end, row.name.trim()),
        (column::REASON, column::REASON, reasons.as_str()),
        (column::NOTE, column::NOTE, formula),
    ];
    let heights = whole.map(|(left, right, text)| extent::height(text, sheet.width(left, right)));
    let count = if several { row.measures.len() } else { 1 };
    let high = heights.into_iter().max().unwrap_or_default().max(least);
    let high = high.div_ceil(u32::try_from(count).unwrap_or(1)).max(22);
    let mut rows = Vec::new();
    for place in 0..count {
        let own = indicator_cells::heights(sheet, row, place);
        rows.push(sheet.row(high.max(own))?);
    }
    let (Some(first), Some(last)) = (rows.first().copied(), rows.last().copied()) else {
        return Ok((Row { top: 0, bottom: 0 }, Row { top: 0, bottom: 0 }));
    };
    for (left, right, text) in whole {
        sheet.text(first.down_to(last, left, right), text, Look::Left)?;
    }
    let nature = first.down_to(last, column::NATURE, column::NATURE);
    sheet.text(nature, row.nature.label(), Look::Centre)?;
    indicator_cells::write(sheet, line, &rows, context)?;
    Ok((first, last))
}

/// 小计 of a part.
fn subtotal(sheet: &mut Sheet<'_>, of_part: &[FormRow<'_>], (from, to): (Row, Row)) -> Result<Row, XlsxError> {
    let row = sheet.row(22)?;
    sheet.text(row.across(column::PART, column::SHARE), "小计", Look::Sum)?;
    let figures: [(u16, Derived<Points>); 2] = [
        (column::WEIGHT, total_of(of_part.iter().map(|line| line.result.weight))),
        (column::SCORE, total_of(of_part.iter().map(|line| line.result.score))),
    ];
    for (place, value) in figures {
        let formula = format!("SUM({})", from.at(place).to(to.at(place)));
        sheet.figure(
            row.at(place),
            Some(&formula),
            value.map(Points::decimal),
            Look::SumNumber,
        )?;
    }
    sheet.text(row.across(column::REASON, column::NOTE), "", Look::Sum)?;
    Ok(row)
}

fn total_of(values: impl Iterator<Item = Derived<Points>>) -> Derived<Points> {
    sum(values).unwrap_or(Ok(Points::ZERO))
}

/// 合计 of all parts that are sums of indicators.
fn total(sheet: &mut Sheet<'_>, draft: &Draft, evaluation: &Evaluation, places: &Places) -> Result<(), XlsxError> {
    let row = sheet.row(22)?;
    let words = match draft.scheme.parts.len() == places.0.len() {
        true => "合计",
        false => "合计（其他评分内容和总分见“汇总”）",
    };
    sheet.text(row.across(column::PART, column::SHARE), words, Look::Sum)?;
    let results = || evaluation.indicators.iter();
    let figures: [(u16, Derived<Points>); 2] = [
        (column::WEIGHT, total_of(results().map(|result| result.weight))),
        (column::SCORE, total_of(results().map(|result| result.score))),
    ];
    for (place, value) in figures {
        let cells = places.0.iter().map(|(_, area)| {
            let shift = Area {
                left: place,
                right: place,
                ..*area
            };
            shift.cell()
        });
        let formula = cells.collect::<Vec<_>>().join("+");
        sheet.figure(
            row.at(place),
            Some(&formula),
            value.map(Points::decimal),
            Look::SumNumber,
        )?;
    }
    sheet.text(row.across(column::REASON, column::NOTE), "", Look::Sum)
}

fn rules(sheet: &mut Sheet<'_>, first: Row, last: Row) -> Result<(), XlsxError> {
    let natures: Vec<&str> = IndicatorNature::ALL.iter().map(|nature| nature.label()).collect();
    let signs: Vec<&str> = Comparator::ALL.iter().map(|sign| sign.label()).collect();
    let to = |place| (first.at(place), last.at(place));
    let (from, until) = to(column::NATURE);
    sheet.validate(from, until, &list_rule("指标性质不对", &natures)?)?;
    let (from, until) = to(column::SIGN);
    sheet.validate(from, until, &list_rule("方向不对", &signs)?)?;
    let (from, until) = to(column::WEIGHT);
    sheet.validate(from, until, &weight_rule()?)
}
