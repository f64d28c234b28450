//! 勾稽关系: what must agree with what, and whether it does.
//!
//! Judged by intervals of rounding, as XBRL Calculations 1.1 does: each printed number stands for all that would be
//! printed so, and a relation is broken only where no such numbers fit it.

use rust_decimal::Decimal;

use super::interval::Interval;
use super::multiples::is_multiple;
use super::printed::{Kind, Printed};
use super::score_rule::{Rule, scored};

/// A fact by its place in its ledger.
pub type Id = usize;

/// What must agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// 前后一致: one thing said twice.
    Same(Id, Id),
    /// 合计: a total and its parts.
    Sum {
        /// The total.
        total: Id,
        /// Its parts.
        parts: Vec<Id>,
        /// Whether these are all parts, so that they may not fall short.
        complete: bool,
    },
    /// 比率: a rate, and what it is of what.
    Ratio {
        /// In percent.
        rate: Id,
        /// 分子.
        part: Id,
        /// 分母.
        whole: Id,
    },
    /// 几项合起来的比率: a rate, and what several numbers together are of another.
    Together {
        /// In percent.
        rate: Id,
        /// 分子, as its parts.
        parts: Vec<Id>,
        /// 分母.
        whole: Id,
    },
    /// 由…到…: a number that became another, in the direction that the words say.
    Turn {
        /// What it was.
        from: Id,
        /// What it became.
        to: Id,
        /// Whether it is said to have become less.
        down: bool,
    },
    /// 大致的说法: 超过九成, 不足四成, of a percentage that stands beside.
    Within {
        /// The words.
        said: Id,
        /// The percentage that they are said of.
        of: Id,
        /// Between which bounds they leave it.
        range: Interval,
    },
    /// 得分: what is left of a weight by the rule that the text states.
    Scored {
        /// The score.
        score: Id,
        /// The weight.
        weight: Id,
        /// How it follows from other numbers.
        by: Rule,
    },
    /// 增减率, from the two numbers.
    Change {
        /// In percent, without sign.
        rate: Id,
        /// The later number.
        now: Id,
        /// The earlier one.
        before: Id,
        /// Whether it is said to have become less; none where the words do not say.
        down: Option<bool>,
    },
    /// 增减率, from the later number and the change.
    Growth {
        /// In percent, without sign.
        rate: Id,
        /// The later number.
        now: Id,
        /// By how much it changed, without sign.
        by: Id,
        /// Whether it became less.
        down: bool,
    },
    /// 差额: of two numbers, without sign.
    Difference {
        /// The difference.
        of: Id,
        /// The number that is said to be the greater.
        more: Id,
        /// The other.
        less: Id,
    },
    /// 期末 = 期初 + 增 − 减: 调整后预算 = 年初预算 + 追加 − 调减.
    Balance {
        /// What there is in the end.
        end: Id,
        /// What there was at first.
        start: Id,
        /// What was added.
        plus: Vec<Id>,
        /// What was taken away.
        minus: Vec<Id>,
    },
    /// 单价 × 数量.
    Product {
        /// The whole.
        total: Id,
        /// For each.
        each: Id,
        /// How many.
        times: Id,
    },
    /// 不超过: 得分 ≤ 分值, 执行数 ≤ 预算数.
    Bound {
        /// What may not be greater.
        less: Id,
        /// What it is held against.
        more: Id,
    },
    /// 高于, 低于: two numbers, and which of them the words put above the other.
    Beyond {
        /// What is said to be greater, or as great.
        more: Id,
        /// The other.
        less: Id,
        /// The one of which it is said.
        said: Id,
    },
    /// 占比之和: shares that make all of it, 100%.
    Whole {
        /// The shares, in percent.
        parts: Vec<Id>,
    },
    /// 个数: a stated count, and how many are listed.
    Count {
        /// The stated count.
        stated: Id,
        /// How many there are.
        listed: usize,
    },
}

/// What came of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Numbers that are printed so can fit.
    Holds,
    /// They cannot.
    Broken {
        /// What the first fact of the relation would have to be, by the others.
        expected: Interval,
    },
    /// It cannot be said: a number is zero where one divides, or too large.
    Unknown,
}

impl Relation {
    /// The facts that take part; first the one that follows from the others.
    pub fn facts(&self) -> Vec<Id> {
        match self {
            Relation::Same(one, other) => vec![*one, *other],
            Relation::Sum { total, parts, .. } => std::iter::once(*total).chain(parts.iter().copied()).collect(),
            Relation::Ratio { rate, part, whole } => vec![*rate, *part, *whole],
            Relation::Together { rate, parts, whole } => {
                let all = [*rate].into_iter().chain(parts.iter().copied());
                all.chain([*whole]).collect()
            }
            Relation::Turn { from, to, .. } => vec![*to, *from],
            Relation::Within { said, of, .. } => vec![*said, *of],
            Relation::Scored { score, weight, by } => [*score, *weight].into_iter().chain(by.facts()).collect(),
            Relation::Change { rate, now, before, .. } => vec![*rate, *now, *before],
            Relation::Growth { rate, now, by, .. } => vec![*rate, *now, *by],
            Relation::Difference { of, more, less } => vec![*of, *more, *less],
            Relation::Balance {
                end,
                start,
                plus,
                minus,
            } => [*end, *start]
                .into_iter()
                .chain(plus.iter().chain(minus).copied())
                .collect(),
            Relation::Product { total, each, times } => vec![*total, *each, *times],
            Relation::Bound { less, more } => vec![*less, *more],
            Relation::Beyond { more, less, said } => match said == more {
                true => vec![*more, *less],
                false => vec![*less, *more],
            },
            Relation::Whole { parts } => parts.clone(),
            Relation::Count { stated, .. } => vec![*stated],
        }
    }

    /// Whether the numbers agree. `number` gives the number of a fact.
    pub fn judge<'a>(&self, number: impl Fn(Id) -> Option<&'a Printed>) -> Verdict {
        self.expected(&number).unwrap_or(Verdict::Unknown)
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
                let part = parts.iter().fold(zero, |sum, part| sum?.plus(own(*part)?))?;
                (own(*rate)?, part.over(own(*whole)?)?.percent()?)
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
            Relation::Scored { score, weight, by } => (own(*score)?, scored(own(*weight)?, by, number)?),
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
    let half = if parts.len() < FEW { step } else { step * Decimal::TWO };
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
