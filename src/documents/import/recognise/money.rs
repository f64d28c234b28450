//! 资金: budgets and spending by source and as totals, and the printed execution rate.

use std::collections::BTreeMap;

use crate::documents::import::columns::{self, heads};
use crate::documents::import::recognised::{Recognised, Slot, Source, Sure};
use crate::domain::amount::Amount;
use crate::domain::budget::{Column, FundSource};
use crate::domain::input::{Choice, Entry, Value as _};
use crate::domain::prose::quantity::{What, quantities};
use crate::domain::rate::Rate;
use crate::domain::report_outline::Content;

use super::money_words::{label, names_projects, row_nature, row_source};
use super::text::{Text, sentences};

/// An amount and what the text calls it.
struct Reading {
    slot: Slot,
    text: String,
    amount: Amount,
    source: Source,
    /// Other rows that are part of it.
    others: Vec<Source>,
    /// Whether it stands in the part of the report that is about money.
    at_home: bool,
    /// Whether its column was named in the same clause, not taken over from the one before.
    is_named: bool,
    /// Whether the words for its column say nothing of when the budget was made.
    is_vague: bool,
}

/// Every budget figure that is named by a word for its column.
pub fn recognise(text: &Text<'_>) -> Vec<Recognised> {
    let mut readings = in_prose(text);
    let rates = rates(text);
    readings.extend(in_grids(text));
    let any_home = readings.iter().any(|reading| reading.at_home);
    if any_home {
        readings.retain(|reading| reading.at_home);
    }
    first_budgets(&mut readings);
    let mut chosen: BTreeMap<Slot, Vec<Reading>> = BTreeMap::new();
    for reading in readings {
        chosen.entry(reading.slot).or_default().push(reading);
    }
    let amounts: BTreeMap<Slot, Amount> = chosen
        .iter()
        .filter_map(|(slot, all)| Some((*slot, all.first()?.amount)))
        .collect();
    let rate = rates.first().map(|(rate, ..)| *rate);
    let mut found: Vec<Recognised> = chosen
        .into_values()
        .filter_map(|all| {
            let differs = all
                .iter()
                .any(|other| Some(other.amount) != all.first().map(|first| first.amount));
            let first = all.into_iter().next()?;
            let borne_out = bears_out(first.slot, &amounts, rate);
            let (sure, reason) = if differs {
                (Sure::Low, "文中还有一个不同的数。".to_owned())
            } else if let Some(reason) = borne_out {
                (Sure::High, reason)
            } else if first.is_named && any_home {
                (Sure::High, "在资金一节写明。".to_owned())
            } else if any_home {
                (Sure::Medium, "哪一栏是按前文推断的。".to_owned())
            } else {
                (Sure::Medium, "不在资金一节里。".to_owned())
            };
            let mut item = Recognised::one(first.slot, first.text, sure, reason, first.source);
            item.sources.extend(first.others);
            Some(item)
        })
        .collect();
    found.extend(rates.into_iter().next().map(|(rate, text, source)| {
        let ratio = executed(&amounts)
            .zip(adjusted(&amounts))
            .and_then(|(executed, adjusted)| Rate::of_amounts(executed, adjusted));
        let (sure, reason) = match ratio {
            Some(ratio) if ratio.printed() == rate.printed() => (Sure::High, "等于执行数 ÷ 调整预算数。".to_owned()),
            Some(ratio) => (
                Sure::Low,
                format!(
                    "按执行数 ÷ 调整预算数算是 {}，和文中的不一样。",
                    ratio.printed_percent()
                ),
            ),
            None => (Sure::High, "文中写明。".to_owned()),
        };
        Recognised::one(Slot::ExecutionRate, text, sure, reason, source)
    }));
    found
}

/// "部门预算总额14,562万元，实际到位16,238.5万元": beside a budget that was changed, one that is only called a
/// budget is the first one.
fn first_budgets(readings: &mut [Reading]) {
    let total = |column| Slot::Money(None, column);
    let is_vague = |reading: &Reading| reading.slot == total(Column::Adjusted) && reading.is_vague;
    let named = readings
        .iter()
        .filter(|reading| reading.slot == total(Column::Adjusted) && !reading.is_vague);
    let named: Vec<Amount> = named.map(|reading| reading.amount).collect();
    let has_first = readings.iter().any(|reading| reading.slot == total(Column::Initial));
    if named.is_empty() || has_first {
        return;
    }
    for reading in readings.iter_mut().filter(|reading| is_vague(reading)) {
        if !named.contains(&reading.amount) {
            reading.slot = total(Column::Initial);
        }
    }
}

fn executed(amounts: &BTreeMap<Slot, Amount>) -> Option<Amount> {
    amounts.get(&Slot::Money(None, Column::Executed)).copied()
}

fn adjusted(amounts: &BTreeMap<Slot, Amount>) -> Option<Amount> {
    amounts.get(&Slot::Money(None, Column::Adjusted)).copied()
}

/// Why other figures bear a figure out: its column adds up, or the rate fits.
fn bears_out(slot: Slot, amounts: &BTreeMap<Slot, Amount>, rate: Option<Rate>) -> Option<String> {
    let Slot::Money(source, column) = slot else { return None };
    let parts: Vec<Amount> = FundSource::ALL
        .iter()
        .filter_map(|source| amounts.get(&Slot::Money(Some(*source), column)).copied())
        .collect();
    let total = amounts.get(&Slot::Money(None, column)).copied();
    if parts.len() > 1 && total == Some(parts.iter().copied().sum()) {
        return Some(format!("{} 项来源相加等于合计。", parts.len()));
    }
    let fits = executed(amounts)
        .zip(adjusted(amounts))
        .and_then(|(executed, adjusted)| Rate::of_amounts(executed, adjusted));
    let is_of_rate = source.is_none() && column != Column::Initial;
    (is_of_rate
        && fits
            .zip(rate)
            .is_some_and(|(fits, rate)| fits.printed() == rate.printed()))
    .then(|| "与文中的执行率相符。".to_owned())
}

fn is_at_home(text: &Text<'_>, place: usize) -> bool {
    matches!(text.home(place), Some(Content::Money))
}

/// The amounts of the prose. A column named once holds until another is named or the sentence ends, and through a
/// next one that begins with 其中.
fn in_prose(text: &Text<'_>) -> Vec<Reading> {
    let mut found = Vec::new();
    for (place, paragraph) in text.paragraphs() {
        if !paragraph.contains('元') {
            continue;
        }
        let mut column = None;
        for sentence in sentences(paragraph) {
            let said = &paragraph[sentence.clone()];
            column = column.filter(|_| said.trim_start().starts_with("其中"));
            let mut from = 0;
            for quantity in quantities(said) {
                let words = said.get(from..quantity.range.start).unwrap_or_default();
                let What::Money(amount) = quantity.what else { continue };
                from = quantity.range.end;
                let label = label(words);
                if label.column.is_some() {
                    column = label.column;
                }
                let Some(column) = column.filter(|_| !label.is_else) else {
                    continue;
                };
                let slot = match (label.nature, label.source, label.column) {
                    (Some(nature), None, _) => Slot::Nature(nature, column),
                    (_, Some(source), _) => Slot::Money(Some(source), column),
                    (None, None, Some(_)) => Slot::Money(None, column),
                    // An amount of which the words say nothing is none of ours.
                    (None, None, None) => continue,
                };
                found.push(Reading {
                    slot,
                    text: typed(&said[quantity.range.clone()]),
                    amount,
                    source: Source::text(
                        place,
                        sentence.start + quantity.range.start..sentence.start + quantity.range.end,
                    ),
                    others: Vec::new(),
                    at_home: is_at_home(text, place),
                    is_named: label.column.is_some() || label.source.is_some(),
                    is_vague: label.is_vague,
                });
            }
        }
    }
    found
}

/// The text as one would type it: 万元 is what the form takes a bare number for.
fn typed(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain.strip_suffix("万元").unwrap_or(&plain).to_owned()
}

/// The amounts of tables with columns for budget and execution.
fn in_grids(text: &Text<'_>) -> Vec<Reading> {
    let mut found = Vec::new();
    for (place, grid) in text.grids() {
        let mut head: Vec<Option<columns::Column>> = Vec::new();
        let mut unit = unit_before(text, place);
        for (row, cells) in grid.iter().enumerate() {
            let columns = heads(cells);
            let money = |columns: &[Option<columns::Column>]| {
                columns
                    .iter()
                    .flatten()
                    .filter(|column| matches!(column, columns::Column::Money(_)))
                    .count()
            };
            if money(&columns) >= 2 {
                unit = cells.iter().find_map(|cell| unit_in(cell)).or(unit);
                // The total of projects or of kinds of spending is a part of the whole, or the whole once more.
                let is_of_sources = !cells.iter().take(2).any(|cell| names_projects(cell));
                head = if is_of_sources { columns } else { Vec::new() };
                continue;
            }
            // Another header ends the block of money.
            if columns.iter().flatten().count() >= 3 {
                head.clear();
            }
            let nature = cells.iter().take(3).find_map(|cell| row_nature(cell));
            let Some(source) = cells
                .iter()
                .take(3)
                .find_map(|cell| row_source(cell))
                .or(nature.map(|_| None))
            else {
                continue;
            };
            for (cell, column) in cells.iter().zip(&head) {
                let Some(columns::Column::Money(column)) = column else {
                    continue;
                };
                let plain = cell.trim();
                let written = match unit {
                    Some(unit) if plain.ends_with(|c: char| c.is_numeric()) => format!("{plain}{unit}"),
                    _ => plain.to_owned(),
                };
                if let Entry::Accepted(amount) = Entry::<Amount>::read(&written) {
                    found.push(Reading {
                        slot: match nature {
                            Some(nature) => Slot::Nature(nature, *column),
                            None => Slot::Money(source, *column),
                        },
                        text: typed(&written),
                        amount,
                        source: Source::row(place, row),
                        others: Vec::new(),
                        at_home: true,
                        is_named: unit.is_some(),
                        is_vague: false,
                    });
                }
            }
        }
    }
    summed(found)
}

/// Rows of the same source, as one: 中央补助 and 区级配套 together where that makes the total; otherwise the first,
/// because a row for the money of one kind within another (其中：……) names its source twice.
fn summed(found: Vec<Reading>) -> Vec<Reading> {
    let total = |column| {
        let total = found.iter().find(|reading| reading.slot == Slot::Money(None, column));
        total.map(|reading| reading.amount)
    };
    let adds_up = |column| {
        let of_sources = found
            .iter()
            .filter(|reading| matches!(reading.slot, Slot::Money(Some(_), own) if own == column));
        Some(of_sources.map(|reading| reading.amount).sum()) == total(column)
    };
    let full: Vec<Column> = Column::ALL.iter().copied().filter(|column| adds_up(*column)).collect();
    let mut rows: Vec<Reading> = Vec::with_capacity(found.len());
    for reading in found {
        let Some(first) = rows.iter_mut().find(|first| first.slot == reading.slot) else {
            rows.push(reading);
            continue;
        };
        if matches!(reading.slot, Slot::Money(Some(_), column) if full.contains(&column))
            && first.source.passage == reading.source.passage
        {
            first.amount = [first.amount, reading.amount].into_iter().sum();
            first.text = first.amount.written();
            first.others.push(reading.source);
        }
    }
    rows
}

fn unit_in(text: &str) -> Option<&'static str> {
    ["亿元", "万元", "千元"]
        .into_iter()
        .find(|unit| text.contains(unit))
        .or_else(|| text.contains('元').then_some("元"))
}

/// 单位：万元 above a table.
fn unit_before(text: &Text<'_>, place: usize) -> Option<&'static str> {
    let above = text.paragraphs().rev().skip_while(|(other, _)| *other > place).take(2);
    above
        .filter(|(other, words)| place - other <= 2 && words.contains("单位"))
        .find_map(|(_, words)| unit_in(words))
}

/// The printed execution rates: a percent soon after the word.
fn rates(text: &Text<'_>) -> Vec<(Rate, String, Source)> {
    let mut found = Vec::new();
    for (place, paragraph) in text.paragraphs() {
        for sentence in sentences(paragraph) {
            let said = &paragraph[sentence.clone()];
            if !said.contains("执行率") && !said.contains("支出率") && !said.contains("完成率") {
                continue;
            }
            for quantity in quantities(said) {
                let What::Percent(rate) = quantity.what else { continue };
                let before = &said[..quantity.range.start];
                let clause = before.rsplit(['，', '。', '；', '、']).next().unwrap_or_default();
                let named = ["执行率", "预算完成率", "总体支出率"]
                    .iter()
                    .any(|word| clause.contains(word));
                let is_part = ["基本支出", "项目支出", "基金", "一般公共", "拨款", "项目"]
                    .iter()
                    .any(|word| clause.contains(word));
                let at_home = is_at_home(text, place) || clause.contains("总体") || clause.contains("整体");
                if named && !is_part && at_home {
                    let range = sentence.start + quantity.range.start..sentence.start + quantity.range.end;
                    found.push((rate, paragraph[range.clone()].to_owned(), Source::text(place, range)));
                }
            }
        }
    }
    found
}
