//! 判定: whether the numbers of a relation can agree, by the intervals that their rounding leaves.

use rust_decimal::Decimal;

use super::relation::{Id, Relation, Verdict};
use super::score_rule::scored;
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::multiples::is_multiple;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::values::rounding::half_away_from_zero;

impl Relation {
    /// Whether the numbers agree. `number` gives the number of a fact.
    pub fn judge<'a>(&self, number: impl Fn(Id) -> Option<&'a Printed>) -> Verdict {
        self.expected(&number).unwrap_or(Verdict::Unknown)
    }

    /// Whether the numbers agree, for looking through many relations of which few hold: a share needs no division.
    pub fn holds<'a>(&self, number: impl Fn(Id) -> Option<&'a Printed>) -> bool {
        let by_product = match self {
            Relation::Ratio { rate, part, whole } => is_share([*rate, *part, *whole], &number),
            _ => None,
        };
        by_product.unwrap_or_else(|| self.judge(number) == Verdict::Holds)
    }

    fn expected<'a>(&self, number: &impl Fn(Id) -> Option<&'a Printed>) -> Option<Verdict> {
        let own = |id: Id| number(id)?.interval();
        // Within a relation a zero at the end may have been left out, so that the most places count for all.
        let beside = |all: &[Id], id: Id| number(id)?.interval_beside(most_places(all, number(id)?, number));
        let (said, expected) = match self {
            Relation::Same(one, other) => (own(*one)?, own(*other)?),
            Relation::Sum { total, parts, complete } => {
                let mut all = parts.clone();
                all.push(*total);
                let zero = Some(Interval::exactly(Decimal::ZERO));
                let sum = parts.iter().fold(zero, |sum, part| sum?.plus(beside(&all, *part)?))?;
                let said = total_of(
                    number(*total)?,
                    most_places(&all, number(*total)?, number),
                    parts,
                    number,
                )?;
                if !complete && sum.low <= said.high {
                    return Some(Verdict::Holds);
                }
                (said, seldom_further(sum, parts, number))
            }
            Relation::Whole { parts } => whole(parts, number)?,
            Relation::Ratio { rate, part, whole } => {
                let pair = [*part, *whole];
                let share = beside(&pair, *part)?.over(beside(&pair, *whole)?)?.percent()?;
                (own(*rate)?, share)
            }
            Relation::Together { rate, parts, whole } => {
                let zero = Some(Interval::exactly(Decimal::ZERO));
                let sum = |all: &[Id]| all.iter().fold(zero, |sum, part| sum?.plus(own(*part)?));
                (own(*rate)?, sum(parts)?.over(sum(whole)?)?.percent()?)
            }
            Relation::Mean { mean, of } => {
                let zero = Some(Interval::exactly(Decimal::ZERO));
                let sum = of.iter().fold(zero, |sum, part| sum?.plus(own(*part)?))?;
                let many = Interval::exactly(Decimal::from(of.len()));
                // An average is rounded, also where it is written as a whole number.
                let mean = number(*mean)?;
                let said = Interval::around(mean.value, mean.step() / Decimal::TWO)?;
                (said, sum.over(many)?)
            }
            Relation::Complement { rate, rest, whole } => {
                let left = own(*rest)?.over(own(*whole)?)?.percent()?;
                (own(*rate)?, Interval::exactly(Decimal::ONE_HUNDRED).minus(left)?)
            }
            Relation::Turn { from, to, down } => {
                let (from, to) = (own(*from)?, own(*to)?);
                let holds = if *down {
                    to.low <= from.high
                } else {
                    from.low <= to.high
                };
                return Some(verdict(holds, from));
            }
            Relation::Within { of, range, .. } => (own(*of)?, *range),
            Relation::Portion { part, whole, range, .. } => (own(*part)?.over(own(*whole)?)?.percent()?, *range),
            Relation::Scored { score, weight, by } => (own(*score)?, scored(own(*weight)?, by, number)?),
            Relation::Deducted {
                off,
                each,
                done,
                aim,
                step,
            } => {
                let exactly = |id: Id| Some(number(id)?.value);
                let aim = aim.map_or(Some(Decimal::ONE_HUNDRED), exactly)?;
                let step = step.map_or(Some(Decimal::ONE), exactly)?;
                let steps = (aim - exactly(*done)?).checked_div(step)?;
                // A step that is not whole may count as one, as a part of one or as none.
                let each = exactly(*each)?;
                let taken = Interval {
                    low: half_away_from_zero(steps - Decimal::new(5, 1), 0)
                        .min(steps)
                        .checked_mul(each)?,
                    high: half_away_from_zero(steps + Decimal::new(5, 1), 0)
                        .max(steps)
                        .checked_mul(each)?,
                };
                let is_whole = half_away_from_zero(steps, 0) == steps;
                let taken = if is_whole {
                    Interval::exactly(steps.checked_mul(each)?)
                } else {
                    taken
                };
                (own(*off)?, taken)
            }
            // 下降一倍: nothing becomes less by all that it was.
            Relation::Change {
                rate,
                now,
                before,
                down: Some(true),
            } if is_multiple(number(*rate)?) => {
                let share = own(*now)?.over(own(*before)?)?.percent()?;
                let change = Interval::exactly(Decimal::ONE_HUNDRED).minus(share)?;
                return Some(verdict(false, change));
            }
            Relation::Change {
                rate,
                now,
                before,
                down,
            } => {
                let pair = [*now, *before];
                let ratio = beside(&pair, *now)?.over(beside(&pair, *before)?)?.percent()?;
                let change = ratio.minus(Interval::exactly(Decimal::ONE_HUNDRED))?;
                let change = match down {
                    Some(true) => Interval::exactly(Decimal::ZERO).minus(change)?,
                    Some(false) => change,
                    None => change.size(),
                };
                (own(*rate)?, change)
            }
            Relation::Growth { rate, now, by, down } => {
                let pair = [*now, *by];
                let (now, by) = (beside(&pair, *now)?, beside(&pair, *by)?);
                let before = if *down { now.plus(by)? } else { now.minus(by)? };
                (own(*rate)?, by.over(before)?.percent()?)
            }
            // 由92%提升至98%，提升6个百分点: whole rates differ by what they are printed as.
            Relation::Difference { of, more, less }
                if [*of, *more, *less]
                    .iter()
                    .all(|id| number(*id).is_some_and(is_whole_rate)) =>
            {
                let apart = number(*more)?.value - number(*less)?.value;
                (Interval::exactly(number(*of)?.value), Interval::exactly(apart))
            }
            Relation::Difference { of, more, less } => {
                let all = [*of, *more, *less];
                (own(*of)?, beside(&all, *more)?.minus(beside(&all, *less)?)?)
            }
            Relation::Balance {
                end,
                start,
                plus,
                minus,
            } => {
                let all = self.facts();
                let added = plus
                    .iter()
                    .try_fold(beside(&all, *start)?, |sum, id| sum.plus(beside(&all, *id)?))?;
                let left = minus.iter().try_fold(added, |sum, id| sum.minus(beside(&all, *id)?))?;
                (beside(&all, *end)?, left)
            }
            Relation::Product { total, each, times } => (own(*total)?, own(*each)?.times(own(*times)?)?),
            Relation::Repeated {
                total,
                each,
                of,
                times: (low, high),
                is_average,
            } => {
                let each = match *is_average {
                    true => Interval::around(number(*each)?.value, number(*each)?.step() / Decimal::TWO)?,
                    false => own(*each)?,
                };
                let once = of.map_or(Some(each), |of| each.times(own(of)?))?;
                let times = Interval { low: *low, high: *high };
                (own(*total)?, once.times(times)?)
            }
            Relation::Bound { less, more } => {
                let pair = [*less, *more];
                let (less, more) = (beside(&pair, *less)?, beside(&pair, *more)?);
                let holds = less.low <= more.high;
                return Some(verdict(holds, more));
            }
            Relation::Beyond { more, less, said } => {
                let pair = [*less, *more];
                let (less, more, is_more) = (beside(&pair, *less)?, beside(&pair, *more)?, said == more);
                let holds = less.low <= more.high;
                return Some(verdict(holds, if is_more { less } else { more }));
            }
            Relation::Count { stated, listed } => {
                let listed = Interval::exactly(Decimal::from(*listed));
                (own(*stated)?, listed)
            }
        };
        Some(verdict(said.meets(expected), expected))
    }
}

/// Whether a rate is the share of a part in a whole; none where the products would be too great or the whole may be zero.
fn is_share<'a>([rate, part, whole]: [Id; 3], number: &impl Fn(Id) -> Option<&'a Printed>) -> Option<bool> {
    let places = |id: Id| Some(most_places(&[part, whole], number(id)?, number));
    let beside = |id: Id| number(id)?.interval_beside(places(id)?);
    let (rate, part, whole) = (number(rate)?.interval()?, beside(part)?, beside(whole)?);
    let is_plain = part.low >= Decimal::ZERO && whole.low > Decimal::ZERO && rate.low >= Decimal::ZERO;
    is_plain.then_some(())?;
    let hundredfold = |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED);
    let least = hundredfold(part.low)? <= rate.high.checked_mul(whole.high)?;
    Some(least && rate.low.checked_mul(whole.low)? <= hundredfold(part.high)?)
}

/// A sum without what its rounded parts seldom come to together: their errors make up for each other, so that of four
/// parts the sum is hardly off by two of the last place.
fn seldom_further<'a>(sum: Interval, parts: &[Id], number: &impl Fn(Id) -> Option<&'a Printed>) -> Interval {
    const SIX: Decimal = Decimal::from_parts(6, 0, 0, false, 0);
    let all = || parts.iter().filter_map(|id| number(*id));
    let is_alike = all().all(|part| !part.about && all().next().is_some_and(|first| first.step() == part.step()));
    let Some(step) = all().next().map(Printed::step).filter(|_| is_alike) else {
        return sum;
    };
    let half = step * (Decimal::ONE + Decimal::from(parts.len()) / SIX) - step / Decimal::TWO;
    let narrow = Interval::around(sum.middle(), half);
    narrow.filter(|narrow| narrow.low > sum.low).unwrap_or(sum)
}

/// What the first of some shares may be by the others. Each is rounded, and together they are seldom off by more than one
/// of the last place, of many by two.
fn whole<'a>(parts: &[Id], number: &impl Fn(Id) -> Option<&'a Printed>) -> Option<(Interval, Interval)> {
    const FEW: usize = 6;
    let (first, others) = parts.split_first()?;
    let first = number(*first)?;
    let all = || parts.iter().filter_map(|id| number(*id));
    let step = all().map(Printed::step).min()?;
    let left = others
        .iter()
        .try_fold(Decimal::ONE_HUNDRED, |left, id| left.checked_sub(number(*id)?.value))?;
    // Points are what they are; shares are rounded.
    let half = if first.kind == Kind::Points {
        Decimal::ZERO
    } else if parts.len() < FEW {
        step
    } else {
        step * Decimal::TWO
    };
    let is_about = all().any(|number| number.about);
    let about = if is_about { first.step() } else { Decimal::ZERO };
    Some((Interval::exactly(first.value), Interval::around(left, half + about)?))
}

fn is_whole_rate(number: &Printed) -> bool {
    let is_rate = matches!(number.kind, Kind::Percent | Kind::PercentPoints);
    is_rate && number.places == 0 && number.scale == Decimal::ONE && !number.about
}

fn verdict(holds: bool, expected: Interval) -> Verdict {
    if holds {
        Verdict::Holds
    } else {
        Verdict::Broken { expected }
    }
}

/// The most decimals among the facts that are printed in the same unit.
fn most_places<'a>(all: &[Id], like: &Printed, number: &impl Fn(Id) -> Option<&'a Printed>) -> u32 {
    let printed = all.iter().filter_map(|id| number(*id));
    let alike = printed.filter(|other| other.scale == like.scale && !other.about);
    alike.map(|other| other.places).max().unwrap_or(like.places)
}

/// Where a total may lie. It may be rounded more coarsely than its parts where it is written with decimals, or in a
/// greater unit; a whole total beside parts with decimals is held to theirs.
fn total_of<'a>(
    total: &Printed,
    places: u32,
    parts: &[Id],
    number: &impl Fn(Id) -> Option<&'a Printed>,
) -> Option<Interval> {
    let greater = parts
        .iter()
        .filter_map(|id| number(*id))
        .all(|part| part.scale < total.scale);
    if total.places > 0 || total.about || total.kind == Kind::Percent {
        return total.interval();
    }
    if greater {
        return Interval::around(total.value, total.step() / Decimal::TWO);
    }
    total.interval_beside(places)
}
