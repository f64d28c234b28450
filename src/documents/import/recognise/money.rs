//! 资金: budgets and spending by source and as totals, and the printed execution rate.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure};
use crate::documents::import::text::money_words::label;
use crate::domain::draft::budget::{Column, FundSource};
use crate::domain::prose::found::What;
use crate::domain::prose::quantity::quantities;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::year::years;
use crate::domain::scheme::outline::Content;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Choice;
use crate::domain::values::rate::Rate;

use super::amounts::{FoundAmount, PrintedRate, typed};
use super::money_tables;
use super::text::{Text, sentences};

/// Every budget figure that is named by a word for its column.
///
/// `year` is that of the report: a sentence about another year says nothing of this one's money.
pub fn recognise(text: &Text<'_>, year: Option<&str>) -> Vec<Recognised> {
    let (mut readings, open) = in_prose(text, year);
    let mut rates = rates(text, year);
    bring_home(&mut readings, &mut rates);
    rates.retain(|printed| printed.at_home);
    let is_told = !readings.is_empty();
    rates.extend(money_tables::rates(text, is_told));
    readings.extend(money_tables::recognise(text, is_told));
    whole_sources(&mut readings, &open);
    let any_home = readings.iter().any(|reading| reading.at_home);
    if any_home {
        readings.retain(|reading| reading.at_home);
    }
    first_budgets(&mut readings);
    rates.retain(|printed| !printed.may_be_of_part || makes(&readings, printed.rate));
    of_one_whole(&mut readings, rates.first().map(|printed| printed.rate));
    unchanged(&mut readings, rates.first().map(|printed| printed.rate));
    let mut chosen: BTreeMap<Slot, Vec<FoundAmount>> = BTreeMap::new();
    for reading in readings {
        chosen.entry(reading.slot).or_default().push(reading);
    }
    let amounts: BTreeMap<Slot, Amount> = chosen
        .iter()
        .filter_map(|(slot, all)| Some((*slot, all.first()?.amount)))
        .collect();
    let rate = rates.first().map(|printed| printed.rate);
    let mut found: Vec<Recognised> = chosen
        .into_values()
        .filter_map(|all| {
            let differs = all
                .iter()
                .any(|other| Some(other.amount) != all.first().map(|first| first.amount));
            let first = all.into_iter().next()?;
            let borne_out = bears_out(first.slot, &amounts, rate);
            let (sure, reason) = if let Some(doubt) = first.doubt {
                (Sure::Low, doubt.to_owned())
            } else if differs {
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
    found.extend(rates.into_iter().next().map(|printed| {
        let PrintedRate { rate, text, source, .. } = printed;
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

/// The year's money may stand below several headings, of which not all say so: what was spent and its budget of which a
/// printed rate holds are both of the office, with what stands beside them.
fn bring_home(readings: &mut [FoundAmount], rates: &mut [PrintedRate]) {
    let of = |column| {
        readings
            .iter()
            .filter(move |reading| reading.slot == Slot::Money(None, column))
    };
    let is_told = |column| of(column).any(|reading| reading.at_home);
    if is_told(Column::Adjusted) && is_told(Column::Executed) {
        return;
    }
    let pairs = of(Column::Executed).flat_map(|spent| of(Column::Adjusted).map(move |budget| (spent, budget)));
    let found = pairs.flat_map(|(spent, budget)| {
        let rate = rates
            .iter()
            .position(|printed| is_rate(spent.amount, budget.amount, printed.rate))?;
        Some((rate, spent.source.passage, budget.source.passage))
    });
    let Some((rate, spent, budget)) = { found }.next() else {
        return;
    };
    rates[rate].at_home = true;
    let is_whole = |own: &&mut FoundAmount| matches!(own.slot, Slot::Money(None, _));
    for reading in readings
        .iter_mut()
        .filter(is_whole)
        .filter(|own| [spent, budget].contains(&own.source.passage))
    {
        reading.at_home = true;
    }
}

/// The first amount of a slot.
fn first(readings: &[FoundAmount], slot: Slot) -> Option<Amount> {
    readings
        .iter()
        .find(|reading| reading.slot == slot)
        .map(|reading| reading.amount)
}

/// What the sources of a column come to; none where there is none.
fn of_sources(readings: &[FoundAmount], column: Column) -> Option<Amount> {
    let own = FundSource::ALL
        .iter()
        .filter_map(|source| first(readings, Slot::Money(Some(*source), column)));
    own.reduce(|sum, amount| [sum, amount].into_iter().sum())
}

/// Whether what was spent, by its totals or its sources, is this share of a budget.
fn makes(readings: &[FoundAmount], rate: Rate) -> bool {
    let of = |column| {
        let totals = readings
            .iter()
            .filter(move |reading| reading.slot == Slot::Money(None, column));
        totals.map(|reading| reading.amount).chain(of_sources(readings, column))
    };
    of(Column::Executed).any(|spent| of(Column::Adjusted).any(|budget| is_rate(spent, budget, rate)))
}

/// Whether a rate is that of two amounts, to its printed decimals.
fn is_rate(spent: Amount, budget: Amount, rate: Rate) -> bool {
    Rate::of_amounts(spent, budget).is_some_and(|own| own.printed() == rate.printed())
}

/// "部门预算总额14,562万元，实际到位16,238.5万元": beside a budget that was changed, one that is only called a
/// budget is the first one.
fn first_budgets(readings: &mut [FoundAmount]) {
    let total = |column| Slot::Money(None, column);
    let is_vague = |reading: &FoundAmount| reading.slot == total(Column::Adjusted) && reading.is_vague;
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

/// Where the words do not say what some amounts of a column are, and these with its sources make the total, the sources
/// that are known are not all: the total stands alone.
fn whole_sources(readings: &mut Vec<FoundAmount>, open: &[(Column, Amount)]) {
    for column in Column::ALL {
        let is_part = |reading: &&FoundAmount| matches!(reading.slot, Slot::Money(Some(_), own) if own == *column);
        let total = readings
            .iter()
            .find(|reading| reading.slot == Slot::Money(None, *column));
        let known = readings.iter().filter(is_part).map(|reading| reading.amount);
        let others = open.iter().filter(|(own, _)| own == column).map(|(_, amount)| *amount);
        let sum: Amount = known.chain(others).sum();
        // 中央财政资金412.30万元、地方财政资金826.45万元: of one source there is a single amount in the table of funds.
        let kept = of_sources(readings, *column);
        if total.is_some_and(|total| total.amount == sum && Some(total.amount) != kept) {
            readings.retain(|reading| !is_part(&reading));
        }
    }
}

/// An office with income of its own also tells all it spent, of which it has no budget: where the printed rate is that of
/// the sources, and not of the total, the total and its natures are of another whole.
fn of_one_whole(readings: &mut Vec<FoundAmount>, rate: Option<Rate>) {
    let total = |column| first(readings, Slot::Money(None, column));
    let adjusted = total(Column::Adjusted).or_else(|| of_sources(readings, Column::Adjusted));
    let (Some(total), Some(spent), Some(adjusted), Some(rate)) = (
        total(Column::Executed),
        of_sources(readings, Column::Executed),
        adjusted,
        rate,
    ) else {
        return;
    };
    if is_rate(spent, adjusted, rate) && !is_rate(total, adjusted, rate) {
        readings.retain(|reading| {
            !matches!(
                reading.slot,
                Slot::Money(None, Column::Executed) | Slot::Nature(_, Column::Executed)
            )
        });
    }
}

/// A form that has no column for the adjusted budget prints the rate of the first one: it was not changed. Nor was the
/// only budget that a text tells without saying when it was made.
fn unchanged(readings: &mut Vec<FoundAmount>, rate: Option<Rate>) {
    let total = |column| {
        let slot = Slot::Money(None, column);
        readings.iter().find(|reading| reading.slot == slot)
    };
    let (Some(first), None, Some(spent)) = (total(Column::Initial), total(Column::Adjusted), total(Column::Executed))
    else {
        return;
    };
    let own = Rate::of_amounts(spent.amount, first.amount);
    let is_borne_out = rate.is_some() && own.map(|own| own.printed()) == rate.map(|rate| rate.printed());
    if is_borne_out || first.is_vague {
        let adjusted = FoundAmount {
            slot: Slot::Money(None, Column::Adjusted),
            ..first.clone()
        };
        readings.push(adjusted);
    }
}

/// Whether a sentence begins with another year than that of the report. 比2022年提高 compares and speaks of this one.
fn is_of_another(said: &str, year: Option<&str>) -> bool {
    let first = stops::first(said, Mark::Clause);
    let years = years(first);
    let compares = |range: &Range<usize>| first[..range.start].ends_with(['比', '较', '与', '对']);
    let mut own = years.iter().filter(|year| !compares(&year.range)).peekable();
    year.and_then(|year| year.parse().ok())
        .is_some_and(|year: u16| own.peek().is_some() && own.all(|other| other.year != year))
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

/// The amounts of the prose, and the columns with amounts that are of something unknown. A column named once holds until another is named or the sentence ends, and through a
/// next one that begins with 其中.
fn in_prose(text: &Text<'_>, year: Option<&str>) -> (Vec<FoundAmount>, Vec<(Column, Amount)>) {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (place, paragraph) in text.paragraphs() {
        if !paragraph.contains('元') {
            continue;
        }
        let mut column = None;
        for sentence in sentences(paragraph) {
            let said = &paragraph[sentence.clone()];
            if is_of_another(said, year) {
                column = None;
                continue;
            }
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
                    // 财政拨款项目支出 is a part of both.
                    (Some(_), Some(_), _) => continue,
                    (Some(nature), None, _) => Slot::Nature(nature, column),
                    (None, Some(source), _) => Slot::Money(Some(source), column),
                    (None, None, Some(_)) => Slot::Money(None, column),
                    // An amount of which the words say nothing is none of ours.
                    (None, None, None) => {
                        open.push((column, amount));
                        continue;
                    }
                };
                found.push(FoundAmount {
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
                    doubt: None,
                });
            }
        }
    }
    (found, open)
}

/// The printed execution rates: a percent soon after the word.
fn rates(text: &Text<'_>, year: Option<&str>) -> Vec<PrintedRate> {
    let mut found = Vec::new();
    for (place, paragraph) in text.paragraphs() {
        for sentence in sentences(paragraph) {
            let said = &paragraph[sentence.clone()];
            if !said.contains("执行率") && !said.contains("支出率") && !said.contains("完成率")
                || is_of_another(said, year)
            {
                continue;
            }
            for quantity in quantities(said) {
                let What::Percent(rate) = quantity.what else { continue };
                let before = &said[..quantity.range.start];
                let clause = stops::last(before, Mark::Item);
                let named = ["执行率", "预算完成率", "总体支出率"]
                    .iter()
                    .any(|word| clause.contains(word));
                const PARTS: [&str; 6] = ["基本支出", "项目支出", "基金", "一般公共", "拨款", "项目"];
                let is_of_part = |clause: &str| PARTS.iter().any(|word| clause.contains(word));
                let is_part = is_of_part(clause);
                let before = before.strip_suffix(clause).unwrap_or_default();
                let last = stops::last(before.trim_end_matches(['，', ',']), Mark::Item);
                let at_home = is_at_home(text, place) || clause.contains("总体") || clause.contains("整体");
                if named && !is_part {
                    let range = sentence.start + quantity.range.start..sentence.start + quantity.range.end;
                    let said = paragraph[range.clone()].to_owned();
                    found.push(PrintedRate {
                        rate,
                        text: said,
                        source: Source::text(place, range),
                        at_home,
                        may_be_of_part: is_of_part(last),
                    });
                }
            }
        }
    }
    found
}
