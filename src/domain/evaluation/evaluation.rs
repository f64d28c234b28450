//! 评价: every figure, score and grade that follows from a draft.

use crate::domain::draft::budget::Columns;
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::amount::Amount;
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

use super::derived::Derived;

/// 全部推算结果. Never saved: it follows from the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// 资金.
    pub money: MoneyEvaluation,
    /// 评分内容 in the scheme's order.
    pub parts: Vec<PartEvaluation>,
    /// 指标 in the draft's order.
    pub indicators: Vec<IndicatorEvaluation>,
    /// 指标权重之和.
    pub indicator_weight: Derived<Points>,
    /// 自评总分: the sum of the rounded part scores, so that the printed column adds up.
    pub total: Derived<Points>,
    /// 等级.
    pub grade: Derived<Grade>,
}

/// 资金推算结果.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyEvaluation {
    /// 合计 per column.
    pub totals: Columns<Total>,
    /// 执行率 = 执行数 ÷ 调整预算数 (财预〔2020〕10号).
    pub execution_rate: Derived<Rate>,
    /// 预算调整数 = 调整预算数 − 年初预算数, 万元.
    pub adjustment: Derived<Amount>,
    /// 预算调整率 = 预算调整数 ÷ 年初预算数 (财预〔2013〕53号).
    pub adjustment_rate: Derived<Rate>,
    /// 结转结余 = 调整预算数 − 执行数, 万元.
    pub unspent: Derived<Amount>,
    /// 结转结余率 = 结转结余 ÷ 调整预算数 (财预〔2013〕53号).
    pub unspent_rate: Derived<Rate>,
    /// 各资金来源 in the draft's order.
    pub funds: Vec<FundEvaluation>,
    /// 按支出性质合计 per column; a gap unless both natures are filled in.
    pub natures: Columns<Derived<Amount>>,
    /// 监控节点 in the draft's order.
    pub checkpoints: Vec<CheckpointEvaluation>,
    /// 重点项目金额合计, 万元.
    pub projects: Derived<Amount>,
    /// 重点项目合计 per column; the last is that of the amounts.
    pub project_sums: Columns<Derived<Amount>>,
    /// 执行率 of each project = 执行数 ÷ 调整预算数, in the draft's order.
    pub project_rates: Vec<Derived<Rate>>,
    /// 执行率 of all projects together.
    pub project_sum_rate: Derived<Rate>,
}

/// 合计 of one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The total that counts.
    pub value: Derived<Amount>,
    /// The sum of the sources; a gap while one of them is blank.
    pub sum: Derived<Amount>,
    /// The sum of the sources that are filled in.
    pub known: Amount,
}

impl Total {
    /// Whether the parts are all known, so that the total is computed and cannot be typed.
    pub fn is_locked(&self) -> bool {
        self.sum.is_ok()
    }
}

/// 一项资金来源的执行情况.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FundEvaluation {
    /// The source's row.
    pub id: Id,
    /// 执行率 = 执行数 ÷ 调整预算数.
    pub execution_rate: Derived<Rate>,
    /// 执行数 ÷ 年初预算数, for sources whose adjusted budget is not known.
    pub rate_of_initial: Derived<Rate>,
}

/// 一个监控节点.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckpointEvaluation {
    /// The checkpoint's row.
    pub id: Id,
    /// 支出进度 = 累计执行数 ÷ 调整预算数.
    pub spending_progress: Derived<Rate>,
    /// 序时进度 = months gone ÷ 12.
    pub time_progress: Derived<Rate>,
}

/// 一部分评分内容.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartEvaluation {
    /// The part's row in the scheme.
    pub id: Id,
    /// 权重.
    pub weight: Derived<Points>,
    /// How many indicators count in it.
    pub indicators: usize,
    /// The score before its rounding.
    pub exact: Derived<Points>,
    /// 得分, rounded.
    pub score: Derived<Points>,
}

/// 一项指标.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndicatorEvaluation {
    /// The indicator's row.
    pub id: Id,
    /// 权重 in points, however it is written.
    pub weight: Derived<Points>,
    /// The value of a formula indicator; none for other natures.
    pub value: Option<Derived<Rate>>,
    /// The score by the rule before rounding, whatever the manner of scoring.
    pub by_rule: Derived<Points>,
    /// 得分, rounded, never above the weight.
    pub score: Derived<Points>,
}

impl IndicatorEvaluation {
    /// 扣分, where there are any.
    pub fn lost(&self) -> Option<Points> {
        let (weight, score) = (self.weight.ok()?, self.score.ok()?);
        (score < weight).then(|| weight.less(score))
    }
}
