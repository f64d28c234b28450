//! 表样 as data: which rows stand above the indicators, in which columns the indicators stand, what comes last.
//!
//! A layout says what is shown where and nothing of how it looks: one place makes cells of it, and Word, Excel and
//! the page draw those. How many columns each piece covers is part of the layout, as it is of the printed form.

use super::form_text::FormText;

/// How the page of a form lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// On its side, for many columns.
    Landscape,
    /// Upright with narrow margins and small type, so that a form stands on one page.
    Form,
}

/// A whole form.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// How its page lies.
    pub page: Page,
    /// 单位：万元 above it; otherwise its own heads say the unit.
    pub unit_line: bool,
    /// 单位 and 年度, or 项目, 主管部门 and 单位: how many columns name, value, name and value cover.
    pub heads: [usize; 4],
    /// 资金, where the form has it.
    pub money: Option<MoneyTable>,
    /// 年度总体目标 and 完成情况, where the form has them.
    pub goals: Option<Goals>,
    /// The indicators.
    pub lines: Lines,
    /// 表尾文字, below the indicators.
    pub feet: &'static [Foot],
}

/// A text below the indicators.
#[derive(Debug, PartialEq, Eq)]
pub struct Foot {
    /// Its head, as printed.
    pub head: &'static str,
    /// What stands in it.
    pub shows: FormText,
    /// How many columns the head covers; the text covers the rest.
    pub name: usize,
    /// 字数上限, where the form says one.
    pub limit: Option<usize>,
    /// Whether the form cannot be handed in without it.
    pub is_required: bool,
}

/// 资金.
#[derive(Debug, PartialEq, Eq)]
pub struct MoneyTable {
    /// How many columns its name at the left covers.
    pub name: usize,
    /// Whether each source of funds has a row under the total.
    pub by_source: bool,
    /// Its columns.
    pub columns: &'static [MoneyColumn],
}

/// A column of the money.
#[derive(Debug, PartialEq, Eq)]
pub struct MoneyColumn {
    /// Its head; 〔分值〕 in it stands for the points of the execution rate.
    pub head: &'static str,
    /// What stands in it.
    pub shows: MoneyShown,
    /// How many columns of the form it covers.
    pub across: usize,
}

/// What stands in a column of the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyShown {
    /// 年度资金总额 and the names of the sources.
    Name,
    /// 年初预算数.
    Initial,
    /// 全年预算数, 调整预算数.
    Adjusted,
    /// 执行数.
    Executed,
    /// 执行率 with its sign, and without, where the head has it.
    Rate(Sign),
    /// 分值 of the execution rate.
    Weight,
    /// 得分 of the execution rate.
    Score,
    /// 原因.
    Reason,
    /// What the form asks for and the report does not hold; it is filled in by hand.
    ByHand,
}

/// Whether a rate is printed with its sign of percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// 97.88%.
    With,
    /// 97.88.
    Without,
}

/// 年度总体目标 and 完成情况.
#[derive(Debug, PartialEq, Eq)]
pub enum Goals {
    /// Their names stand above them, 年度总体目标 at the left: how many columns it, the goal and the result cover.
    Below([usize; 3]),
    /// Each beside its name: how many columns name, goal, name and result cover.
    Beside([usize; 4]),
}

/// The indicators.
#[derive(Debug, PartialEq, Eq)]
pub struct Lines {
    /// In which order, and which rows there are besides.
    pub order: Order,
    /// The columns.
    pub columns: &'static [LineColumn],
    /// What the last row sums.
    pub total: Total,
}

/// In which order the indicators stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As they were typed in.
    AsTyped,
    /// By the levels of the scheme.
    ByLevel,
    /// By the levels of the scheme, and each part without indicators has a row of its own.
    AllParts,
}

/// The last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// 合计 of the weights of all parts.
    Parts,
    /// 合计 of the indicators.
    Indicators,
    /// 总分 of the report, with its grade where a column is free for it.
    Whole,
}

/// A column of the indicators.
#[derive(Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Its head.
    pub head: &'static str,
    /// What stands in it.
    pub shows: Shown,
}

/// How a level says its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelPoints {
    /// Not at all.
    Unsaid,
    /// 产出指标（50分）.
    Full,
    /// 产出指标, and below it 49.79/50.
    Earned,
}

/// What stands in a column of the indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A word over all rows.
    Word(&'static str),
    /// 一级指标.
    Part(LevelPoints),
    /// 二级指标.
    Group(LevelPoints),
    /// 三级指标, and its points where the form writes them behind the name.
    Name(LevelPoints),
    /// 任务的绩效目标.
    Goal,
    /// 计量单位.
    Unit,
    /// 指标性质: the sign, or 定性.
    Nature,
    /// 指标值 with sign and unit.
    Target,
    /// 指标值 as a number, where sign and unit have columns of their own.
    TargetNumber,
    /// 指标值 with its unit, where the sign has a column of its own.
    InitialTarget,
    /// 调整指标值; a dash where it did not change.
    AdjustedTarget,
    /// 完成值 with its unit.
    Actual,
    /// 完成值 as a number.
    ActualNumber,
    /// 实现情况分析, or else the actual result in short.
    Analysis,
    /// 得分系数, and 得分 where each indicator is marked out of a hundred.
    Coefficient,
    /// 评分标准: how the score is found.
    Standard,
    /// 指标说明: what the indicator asks.
    Meaning,
    /// 分值 as it was typed, and in points.
    TypedWeight,
    /// 分值.
    Weight,
    /// 指标分值 where each indicator is marked out of a hundred.
    Hundred,
    /// 权重占比.
    Share,
    /// 得分.
    Score,
    /// 偏差原因分析及改进措施.
    Reasons,
    /// 是否核心指标.
    Core,
    /// 复核分, 财政审核评分: left blank for those who review.
    Review,
}
