//! 比率表: the rates of the field, what each is of what, and the remainder. Import and checks share it.

use super::fact::Measure;

/// A rate of the field: what it is of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateName {
    /// The words that say it.
    pub word: &'static str,
    /// 分子: the measures that may stand above.
    pub part: &'static [Measure],
    /// 分母: the measures that may stand below, the most usual first.
    pub whole: &'static [Measure],
}

const SPENT: &[Measure] = &[Measure::Executed, Measure::Actual];
const BUDGET: &[Measure] = &[
    Measure::Adjusted,
    Measure::Received,
    Measure::Initial,
    Measure::Target,
    Measure::Plain,
];
const GRANTED: &[Measure] = &[Measure::Adjusted, Measure::Received, Measure::Initial];
const DONE: &[Measure] = &[Measure::Actual, Measure::Executed];
const AIM: &[Measure] = &[Measure::Target, Measure::Adjusted, Measure::Initial];
const GIVEN: &[Measure] = &[Measure::Received, Measure::Executed, Measure::Actual];
const HELD: &[Measure] = &[Measure::Actual];
const POSTS: &[Measure] = &[Measure::Target];
const LEFT: &[Measure] = &[Measure::Unspent];

/// The rates whose numerator and denominator are figures that reports state. The longest that fits counts.
pub const RATES: &[RateName] = &[
    rate("执行率", SPENT, BUDGET),
    rate("执行进度", SPENT, BUDGET),
    rate("支出进度", SPENT, BUDGET),
    rate("支付进度", SPENT, BUDGET),
    rate("支付率", SPENT, BUDGET),
    rate("支出率", SPENT, BUDGET),
    rate("使用率", SPENT, BUDGET),
    rate("拨付率", GIVEN, BUDGET),
    rate("到位率", GIVEN, BUDGET),
    rate("结转结余率", LEFT, BUDGET),
    rate("结转率", LEFT, BUDGET),
    rate("结余率", LEFT, BUDGET),
    rate("预算完成率", SPENT, BUDGET),
    rate("在职人员控制率", HELD, POSTS),
    rate("经费控制率", SPENT, BUDGET),
    rate("完成率", DONE, AIM),
    rate("完成比例", DONE, AIM),
];

const fn rate(word: &'static str, part: &'static [Measure], whole: &'static [Measure]) -> RateName {
    RateName { word, part, whole }
}

/// 结余 = 预算 − 执行: what is left, and the measures that it is the difference of.
pub const REMAINDER: (Measure, &[Measure], &[Measure]) = (Measure::Unspent, GRANTED, SPENT);

/// The rate of a name.
pub fn rate_named(word: &str) -> Option<&'static RateName> {
    RATES.iter().find(|rate| rate.word == word)
}
