//! What arithmetic says of amounts whose words leave it open: which two a printed rate is of, and which budget the changes
//! that are told were made to.

use crate::documents::import::recognised::Slot;
use crate::domain::draft::budget::Column;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Value as _;
use crate::domain::vocabulary::money::{ADDED, Money, TAKEN, is_told_as};
use crate::domain::vocabulary::offices::BESIDE;

use super::amounts::{FoundAmount, PrintedRate};
use super::money_prose::Told;
use super::money_wholes::{first, is_rate};

/// No report tells so many amounts or rates near each other.
const MOST: usize = 40;

/// A rate and the amounts that it is of stand within so many passages of each other.
const NEAR: usize = 2;

/// 当年实现支出3136.25万元，占调整后预算的96.5%: where what was spent or its budget is missing, the two amounts near a printed
/// rate that make it, if no other two do. Each is told as spent or as a budget, and of the office, not of a part.
pub(super) fn by_rate(readings: &mut Vec<FoundAmount>, rates: &mut [PrintedRate], told: &[Told<'_>]) {
    // A budget of which nothing says when it was made may be the first one.
    let known = |column| {
        let own = readings.iter().filter(|own| own.slot == Slot::Money(None, column));
        own.filter(|own| !own.is_vague)
            .map(|own| own.amount)
            .collect::<Vec<_>>()
    };
    let (budgets, spent) = (known(Column::Adjusted), known(Column::Executed));
    // Of several that are called so, those of which the rate is printed go first.
    let pairs = || {
        spent
            .iter()
            .flat_map(|spent| budgets.iter().map(move |budget| (*spent, *budget)))
    };
    let held = rates
        .iter()
        .find_map(|printed| pairs().find(|(spent, budget)| is_rate(*spent, *budget, printed.rate)));
    if let Some((spent, budget)) = held {
        let is_held = |own: &FoundAmount| {
            own.slot == Slot::Money(None, Column::Adjusted) && own.amount == budget
                || own.slot == Slot::Money(None, Column::Executed) && own.amount == spent
        };
        readings.sort_by_key(|own| !is_held(own));
        return;
    }
    if !budgets.is_empty() && !spent.is_empty() {
        return;
    }
    let found = rates.iter_mut().take(MOST).find_map(|printed| {
        let is_near = |own: &&Told<'_>| own.source.passage.abs_diff(printed.source.passage) <= NEAR;
        let of = |wanted: Money, known: &[Amount]| {
            let all = told.iter().filter(is_near);
            let is_meant = |own: &&Told<'_>| match known {
                [] => may_be(own, wanted),
                known => known.contains(&own.amount),
            };
            all.filter(is_meant).take(MOST).collect::<Vec<_>>()
        };
        let (spent, budgets) = (of(Money::Executed, &spent), of(Money::Adjusted, &budgets));
        let pairs = spent
            .iter()
            .flat_map(|spent| budgets.iter().map(move |budget| (*spent, *budget)));
        let holds = |(spent, budget): &(&Told<'_>, &Told<'_>)| {
            spent.source != budget.source && is_rate(spent.amount, budget.amount, printed.rate)
        };
        let mut pairs: Vec<_> = pairs.filter(holds).collect();
        pairs.dedup_by_key(|(spent, budget)| (spent.amount, budget.amount));
        let [pair] = pairs[..] else { return None };
        (printed.at_home, printed.is_named) = (true, true);
        Some(pair)
    });
    let Some((spent, budget)) = found else { return };
    for (column, own) in [(Column::Adjusted, budget), (Column::Executed, spent)] {
        put(readings, column, own);
    }
    // The first budget beside them is of the same whole.
    let is_beside = |own: &FoundAmount| [spent, budget].iter().any(|of| own.source.passage == of.source.passage);
    let first = readings
        .iter_mut()
        .filter(|own| own.slot == Slot::Money(None, Column::Initial));
    first.filter(|own| is_beside(own)).for_each(|own| own.at_home = true);
}

/// 年初批复2156.30万元，年中追加318.70万元，收回45万元，调整后2430万元: the budget that the changes which are told make the changed
/// one, or what the first one comes to by them.
pub(super) fn by_changes(readings: &mut Vec<FoundAmount>, rates: &mut [PrintedRate], told: &[Told<'_>]) {
    let known = |column| first(readings, Slot::Money(None, column));
    let (from, to) = (known(Column::Initial), known(Column::Adjusted));
    let (missing, wanted) = match (from, to) {
        (None, Some(to)) => (Column::Initial, to),
        (Some(from), None) => (Column::Adjusted, from),
        _ => return,
    };
    let places = told.iter().enumerate();
    let fixed = places.filter(|(_, own)| own.amount == wanted).take(4);
    let mut found: Vec<&Told<'_>> = fixed
        .filter_map(|(at, fixed)| {
            let is_near = |own: &&Told<'_>| own.source.passage.abs_diff(fixed.source.passage) <= NEAR;
            match missing {
                Column::Initial => (0..at)
                    .rev()
                    .map(|first| (first, first, at))
                    .find_map(|(own, first, last)| {
                        let own = Some(&told[own])
                            .filter(is_near)
                            .filter(|own| may_be(own, Money::Adjusted))?;
                        (changed(own.amount, &told[first + 1..last]) == Some(wanted)).then_some(own)
                    }),
                _ => (at + 1..told.len().min(at + MOST)).find_map(|last| {
                    let own = Some(&told[last])
                        .filter(is_near)
                        .filter(|own| may_be(own, Money::Adjusted))?;
                    (changed(wanted, &told[at + 1..last]) == Some(own.amount)).then_some(own)
                }),
            }
        })
        .collect();
    found.dedup_by_key(|own| own.amount);
    match found[..] {
        [own] => put(readings, missing, own),
        [] if missing == Column::Adjusted => unsaid_budget(readings, rates, told, wanted),
        _ => {}
    }
}

/// 年初批复2450万元，调增310万元，调减60万元，列支2619万元，预算完成率97%: a changed budget that no words tell is the one that the
/// changes make, where the printed rate is of it.
fn unsaid_budget(readings: &mut Vec<FoundAmount>, rates: &mut [PrintedRate], told: &[Told<'_>], first: Amount) {
    let Some(at) = told.iter().position(|own| own.amount == first) else {
        return;
    };
    let sums = (at + 2..=told.len().min(at + MOST)).filter_map(|end| Some((end, changed(first, &told[at + 1..end])?)));
    let spent = |own: &&Told<'_>| may_be(own, Money::Executed);
    let found = sums.flat_map(|(end, sum)| {
        told[end..]
            .iter()
            .filter(spent)
            .take(MOST)
            .map(move |own| (end, sum, own))
    });
    let held = { found }.find_map(|(end, sum, own)| {
        let is_of = |printed: &PrintedRate| {
            let is_near = own.source.passage.abs_diff(printed.source.passage) <= NEAR;
            printed.is_named && is_near && is_rate(own.amount, sum, printed.rate)
        };
        let rate = rates.iter().take(MOST).position(is_of)?;
        Some((end, sum, own, rate))
    });
    let Some((end, sum, own, rate)) = held else { return };
    rates[rate].at_home = true;
    put(readings, Column::Initial, &told[at]);
    put(readings, Column::Executed, own);
    readings.push(FoundAmount {
        slot: Slot::Money(None, Column::Adjusted),
        text: sum.written(),
        amount: sum,
        source: told[end - 1].source.clone(),
        others: Vec::new(),
        at_home: true,
        is_named: true,
        is_vague: false,
        doubt: Some("文中没有写，是年初预算数加上增减的数，与执行率相符。"),
    });
}

/// What a budget comes to by the changes that are told behind it; none where there are none. An amount without a word takes
/// the direction of the one before it, and one that sums those before it is no change of its own.
fn changed(first: Amount, told: &[Told<'_>]) -> Option<Amount> {
    let mut sum = first;
    let mut last = None;
    let (mut group, mut count) = (Amount::ZERO, 0);
    for own in told {
        let direction = match (ADDED.any_in(own.words), TAKEN.any_in(own.words)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        let amount = own.amount;
        if count > 1 && amount == group {
            continue;
        }
        if direction.is_some() {
            (group, count) = (Amount::ZERO, 0);
        }
        last = direction.or(last);
        // What stands before the first change is the budget in its parts.
        let Some(is_more) = last else { continue };
        sum = if is_more { sum + amount } else { sum - amount };
        group = group + amount;
        count += 1;
    }
    last.map(|_| sum)
}

/// Whether an amount may be the office's by the words before it.
fn may_be(own: &Told<'_>, wanted: Money) -> bool {
    let label = own.label;
    let is_open = match label.column {
        // A first budget that nobody changed is the year's.
        Some(column) => (wanted == Money::Executed) == (column == Column::Executed),
        None => is_told_as(own.words, wanted),
    };
    let subject = stops::first(stops::last(own.said, Mark::Group), Mark::Clause);
    let is_beside = |words: &str| {
        let rest = words.replace("项目支出", "");
        BESIDE.any_in(&rest) || rest.contains("项目")
    };
    is_open
        && !label.is_else
        && label.source.is_none()
        && label.nature.is_none()
        && !own.words.trim_start().starts_with("其中")
        && ![own.words, subject].into_iter().any(is_beside)
}

fn put(readings: &mut Vec<FoundAmount>, column: Column, own: &Told<'_>) {
    let slot = Slot::Money(None, column);
    if let Some(known) = readings
        .iter_mut()
        .find(|reading| reading.slot == slot && reading.amount == own.amount)
    {
        known.is_vague = false;
        known.at_home = true;
        return;
    }
    readings.push(FoundAmount {
        slot,
        text: own.text.clone(),
        amount: own.amount,
        source: own.source.clone(),
        others: Vec::new(),
        at_home: true,
        is_named: true,
        is_vague: false,
        doubt: None,
    });
}
