//! What can be typed of a scheme, its parts and its rules.

use crate::domain::scheme::review::ReviewRule;
use crate::domain::values::row::Id;

/// What can be typed of a scheme as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchemeField {
    /// 报告种类.
    Kind,
    /// 名称.
    Name,
    /// 适用地区.
    Place,
    /// 适用年度.
    Year,
    /// 来源.
    Source,
    /// 权重的写法.
    Weighting,
    /// 超出 ≤ 指标值的计分.
    Excess,
    /// 多个数量要求的合并.
    Compound,
    /// 表样.
    TableForm,
    /// 预算调整率的界限.
    AdjustmentLimit,
    /// 执行率的界限.
    ExecutionLimit,
    /// 超额完成的界限.
    OverAchievementLimit,
    /// 支出进度落后的界限.
    ProgressMargin,
    /// 一项资金执行率的下限.
    SourceLow,
    /// 一项资金超出年初预算的界限.
    SourceHigh,
    /// 复核口径的来源.
    ReviewSource,
    /// What a rule of review leaves.
    Review(ReviewRule),
    /// 执行率 below which full outputs everywhere ask for a reason.
    LowSpending,
    /// How much a 手工得分 may exceed what the rule gives.
    HandScore,
    /// 缺佐证材料, 满意度没有调查的: a warning or an error.
    MissingEvidence,
}

/// What can be typed of a section of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutlineField {
    /// 层次.
    Level,
    /// 标题.
    Heading,
    /// 内容.
    Content,
    /// 正文.
    Text,
}

/// What can be typed of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartField {
    /// 名称.
    Name,
    /// 权重.
    Weight,
    /// 凭什么计分.
    Rule,
    /// 依据.
    Source,
    /// 各月怎样合成得分.
    Method,
}

/// What can be typed of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupField {
    /// 名称.
    Name,
    /// 权重.
    Weight,
    /// 一级指标 over it.
    FirstLevel,
}

/// What can be typed of a month's target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckpointTargetField {
    /// 截至月份.
    Month,
    /// 进度目标.
    Target,
    /// 分值.
    Points,
}

/// Whose scoring rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleOwner {
    /// That of a part, for progress.
    Part(Id),
    /// That of an indicator.
    Indicator(Id),
}

/// What can be typed of a scoring rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleField {
    /// 种类.
    Kind,
    /// 越高越好还是越低越好.
    Side,
    /// 得满分的界限.
    Bound,
    /// 一档的大小.
    Step,
    /// 每档扣分.
    Points,
    /// 不足一档怎样算.
    Counting,
    /// 各档之外的得分.
    Otherwise,
    /// 一档的界限.
    TierBound(Id),
    /// 一档的得分.
    TierPoints(Id),
}
