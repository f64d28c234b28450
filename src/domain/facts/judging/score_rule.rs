//! 计分办法: what is left of a weight by a rule.

use rust_decimal::Decimal;

use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::printed::Printed;

/// 计分办法: how a score follows from a weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// 按比例: the weight times a percentage.
    Rate(usize),
    /// 按完成比例: the weight times one number over another.
    Part {
        /// What was done.
        done: usize,
        /// What was to be done.
        aim: usize,
    },
    /// 每少1个百分点扣0.5分: so much off for each step that a number lacks of another.
    Steps {
        /// What was reached.
        done: usize,
        /// What was to be reached.
        aim: usize,
        /// How far one step goes.
        step: usize,
        /// How much each takes off.
        off: usize,
    },
    /// 每逾期一件扣0.5分: so much off for each of what is counted.
    Each {
        /// How much each takes off.
        off: usize,
        /// How many there were.
        times: usize,
    },
}

impl Rule {
    /// The facts that it takes, by their places in the ledger.
    pub fn facts(&self) -> Vec<usize> {
        match self {
            Rule::Rate(rate) => vec![*rate],
            Rule::Part { done, aim } => vec![*done, *aim],
            Rule::Steps { done, aim, step, off } => vec![*done, *aim, *step, *off],
            Rule::Each { off, times } => vec![*off, *times],
        }
    }
}

/// What a rule leaves of a weight, to two decimals as scores are printed; never more than the weight, nor less than
/// nothing.
pub fn scored<'a>(weight: Interval, by: &Rule, number: &impl Fn(usize) -> Option<&'a Printed>) -> Option<Interval> {
    let own = |id: usize| number(id)?.interval();
    let exactly = |id: usize| Some(Interval::exactly(number(id)?.value));
    let left = match by {
        Rule::Rate(rate) => weight
            .times(exactly(*rate)?)?
            .over(Interval::exactly(Decimal::ONE_HUNDRED))?,
        Rule::Part { done, aim } => weight.times(own(*done)?.over(own(*aim)?)?)?,
        Rule::Steps { done, aim, step, off } => {
            let lacks = own(*aim)?.minus(own(*done)?)?;
            let lacks = Interval::exactly(lacks.middle().abs()).over(exactly(*step)?)?;
            weight.minus(lacks.times(exactly(*off)?)?)?
        }
        Rule::Each { off, times } => weight.minus(exactly(*off)?.times(exactly(*times)?)?)?,
    };
    let zero = Decimal::ZERO;
    let half = Decimal::new(5, 3);
    Some(Interval {
        low: left.low.min(weight.high).max(zero) - half,
        high: left.high.min(weight.high).max(zero) + half,
    })
}
