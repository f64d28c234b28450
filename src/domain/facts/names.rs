//! 名称表: the rates, differences and roles of the field with the words that say them. Import and checks share it.

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
const BUDGET: &[Measure] = &[Measure::Adjusted, Measure::Received, Measure::Initial, Measure::Target];
const DONE: &[Measure] = &[Measure::Actual, Measure::Executed];
const AIM: &[Measure] = &[Measure::Target, Measure::Adjusted, Measure::Initial];

/// The rates whose numerator and denominator are figures that reports state. Longest first where one ends with
/// another.
pub const RATES: &[RateName] = &[
    rate("预算执行率", SPENT, BUDGET),
    rate("执行率", SPENT, BUDGET),
    rate("执行进度", SPENT, BUDGET),
    rate("支出进度", SPENT, BUDGET),
    rate("支付进度", SPENT, BUDGET),
    rate("支付率", SPENT, BUDGET),
    rate("支出率", SPENT, BUDGET),
    rate("使用率", SPENT, BUDGET),
    rate("拨付率", &[Measure::Received, Measure::Executed], BUDGET),
    rate(
        "到位率",
        &[Measure::Received],
        &[Measure::Adjusted, Measure::Initial, Measure::Target],
    ),
    rate("结转结余率", &[Measure::Unspent], BUDGET),
    rate("结余率", &[Measure::Unspent], BUDGET),
    rate("预算完成率", SPENT, BUDGET),
    rate("完成率", DONE, AIM),
    rate("完成比例", DONE, AIM),
    rate(
        "控制率",
        &[Measure::Executed, Measure::Actual],
        &[Measure::Initial, Measure::Adjusted, Measure::Target],
    ),
];

const fn rate(word: &'static str, part: &'static [Measure], whole: &'static [Measure]) -> RateName {
    RateName { word, part, whole }
}

/// The differences of the field: 结余 = 预算 − 执行.
pub const DIFFERENCES: &[(Measure, &[Measure], &[Measure])] = &[(Measure::Unspent, BUDGET, SPENT)];
