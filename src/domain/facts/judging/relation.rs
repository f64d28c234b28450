//! 勾稽关系: what must agree with what, and whether it does.
//!
//! Judged by intervals of rounding, as XBRL Calculations 1.1 does: each printed number stands for all that would be
//! printed so, and a relation is broken only where no such numbers fit it.

use rust_decimal::Decimal;

use super::score_rule::Rule;
use crate::domain::facts::reading::interval::Interval;

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
    /// 几项合起来的比率: a rate, and what some numbers together are of others together.
    Together {
        /// In percent.
        rate: Id,
        /// 分子, as its parts.
        parts: Vec<Id>,
        /// 分母, as its parts.
        whole: Vec<Id>,
    },
    /// 平均数: of numbers that are listed.
    Mean {
        /// The average.
        mean: Id,
        /// What it is of.
        of: Vec<Id>,
    },
    /// 余下的率: a rate, and what it leaves of a whole.
    Complement {
        /// In percent.
        rate: Id,
        /// What is left.
        rest: Id,
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
    /// 大致的说法: 超过半数, of what one count is of another.
    Portion {
        /// The words.
        said: Id,
        /// How many of them.
        part: Id,
        /// How many there are.
        whole: Id,
        /// Between which bounds the words leave it, in percent.
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
    /// 扣分: so much off for each step that a rate lacks of its aim, or of all.
    Deducted {
        /// What is taken off.
        off: Id,
        /// What each step takes off.
        each: Id,
        /// What was reached.
        done: Id,
        /// What was to be reached; 100% where it is not said.
        aim: Option<Id>,
        /// How far one step goes; one point where it is not said.
        step: Option<Id>,
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
    /// 每月、每季度: so much in each period, for each of some, and so many periods.
    Repeated {
        /// The whole.
        total: Id,
        /// In each period.
        each: Id,
        /// For each of how many, where it is.
        of: Option<Id>,
        /// How many periods there are at least and at most.
        times: (Decimal, Decimal),
        /// Whether it is an average, which is rounded.
        is_average: bool,
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
                let whole = whole.iter().copied().filter(|id| !parts.contains(id));
                all.chain(whole).collect()
            }
            Relation::Mean { mean, of } => [*mean].into_iter().chain(of.iter().copied()).collect(),
            Relation::Complement { rate, rest, whole } => vec![*rate, *rest, *whole],
            Relation::Turn { from, to, .. } => vec![*to, *from],
            Relation::Within { said, of, .. } => vec![*said, *of],
            Relation::Portion { said, part, whole, .. } => vec![*said, *part, *whole],
            Relation::Scored { score, weight, by } => [*score, *weight].into_iter().chain(by.facts()).collect(),
            Relation::Deducted {
                off,
                each,
                done,
                aim,
                step,
            } => [*off, *each, *done].into_iter().chain(*aim).chain(*step).collect(),
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
            Relation::Repeated { total, each, of, .. } => [*total, *each].into_iter().chain(*of).collect(),
            Relation::Bound { less, more } => vec![*less, *more],
            Relation::Beyond { more, less, said } => match said == more {
                true => vec![*more, *less],
                false => vec![*less, *more],
            },
            Relation::Whole { parts } => parts.clone(),
            Relation::Count { stated, .. } => vec![*stated],
        }
    }
}
