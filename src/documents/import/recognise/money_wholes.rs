//! Which amounts are of one whole: the office's, with its first budget, its changed one and its sources.

use crate::documents::import::recognised::Slot;
use crate::domain::draft::budget::{Column, FundSource};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Choice;
use crate::domain::values::rate::Rate;

use super::amounts::{FoundAmount, PrintedRate};
use super::money_prose::Told;

/// The year's money may stand below several headings, of which not all say so: what was spent and its budget of which a
/// printed rate holds are both of the office, with what stands beside them.
pub(super) fn bring_home(readings: &mut [FoundAmount], rates: &mut [PrintedRate]) {
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
pub(super) fn first(readings: &[FoundAmount], slot: Slot) -> Option<Amount> {
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
pub(super) fn makes(readings: &[FoundAmount], rate: Rate) -> bool {
    let of = |column| {
        let totals = readings
            .iter()
            .filter(move |reading| reading.slot == Slot::Money(None, column));
        totals.map(|reading| reading.amount).chain(of_sources(readings, column))
    };
    of(Column::Executed).any(|spent| of(Column::Adjusted).any(|budget| is_rate(spent, budget, rate)))
}

/// Whether a rate is that of two amounts, to its printed decimals.
pub(super) fn is_rate(spent: Amount, budget: Amount, rate: Rate) -> bool {
    Rate::of_amounts(spent, budget).is_some_and(|own| own.printed() == rate.printed())
}

/// "部门预算总额14,562万元，实际到位16,238.5万元": beside a budget that was changed, one that is only called a
/// budget is the first one.
pub(super) fn first_budgets(readings: &mut [FoundAmount]) {
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
pub(super) fn whole_sources(readings: &mut Vec<FoundAmount>, told: &[Told<'_>]) {
    for column in Column::ALL {
        let is_part = |reading: &&FoundAmount| matches!(reading.slot, Slot::Money(Some(_), own) if own == *column);
        let total = readings
            .iter()
            .find(|reading| reading.slot == Slot::Money(None, *column));
        let known = readings.iter().filter(is_part).map(|reading| reading.amount);
        let others = told
            .iter()
            .filter(|own| own.open == Some(*column))
            .map(|own| own.amount);
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
pub(super) fn of_one_whole(readings: &mut Vec<FoundAmount>, rate: Option<Rate>) {
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
pub(super) fn unchanged(readings: &mut Vec<FoundAmount>, rate: Option<Rate>) {
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
