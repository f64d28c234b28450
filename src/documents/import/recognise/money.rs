//! 资金: budgets and spending by source and as totals, and the printed execution rate.

use std::collections::BTreeMap;

use crate::documents::import::recognised::{Recognised, Slot, Sure};
use crate::domain::draft::budget::{Column, FundSource};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Choice;
use crate::domain::values::rate::Rate;

use super::amounts::{FoundAmount, PrintedRate};
use super::money_prose::{Prose, in_prose};
use super::money_sums::{by_changes, by_rate};
use super::money_tables;
use super::money_wholes::{bring_home, first_budgets, makes, of_one_whole, unchanged, whole_sources};
use super::text::Text;

/// Every budget figure that is named by a word for its column.
///
/// `year` is that of the report: a sentence about another year says nothing of this one's money.
pub fn recognise(text: &Text<'_>, year: Option<&str>) -> Vec<Recognised> {
    let Prose {
        mut readings,
        told,
        rates: mut all_rates,
    } = in_prose(text, year);
    bring_home(&mut readings, &mut all_rates);
    let is_told = !readings.is_empty();
    let of_tables = money_tables::rates(text, is_told);
    readings.extend(money_tables::recognise(text, is_told));
    whole_sources(&mut readings, &told);
    by_rate(&mut readings, &mut all_rates, &told);
    by_changes(&mut readings, &mut all_rates, &told);
    let mut rates = all_rates;
    rates.retain(|printed| printed.at_home && printed.is_named);
    rates.extend(of_tables);
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
