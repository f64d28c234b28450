//! The forms of the places, column by column as they are published.

use super::layout::LevelPoints::{Earned, Full, Unsaid};
use super::layout::MoneyShown::{Adjusted, Executed, Initial, Name as Row, Rate, Weight as RatePoints};
use super::layout::Shown::*;
use super::layout::{Goals, Layout, LineColumn, Lines, MoneyColumn, MoneyShown, MoneyTable, Order, Page, Sign, Total};

/// A column of the indicators.
pub(super) const fn column(head: &'static str, shows: super::layout::Shown) -> LineColumn {
    LineColumn { head, shows }
}

/// A column of the money.
pub(super) const fn money(head: &'static str, shows: MoneyShown, across: usize) -> MoneyColumn {
    MoneyColumn { head, shows, across }
}

/// 表1 within the text: 评分内容, 年度主要支出计划, 绩效指标, 权重设置.
pub static TASK_WEIGHTS: Lines = Lines {
    order: Order::AllParts,
    columns: &[
        column("评分内容", Part(Unsaid)),
        column("年度主要支出计划", Goal),
        column("绩效指标", Name(Unsaid)),
        column("权重设置（%）", TypedWeight),
    ],
    total: Total::Parts,
};

/// 表2 within the text: 任务的绩效目标, 任务的关键性指标, 实现情况分析, 权重, 评分情况.
pub static TASK_SCORES: Lines = Lines {
    order: Order::AsTyped,
    columns: &[
        column("任务的绩效目标", Goal),
        column("任务的关键性指标", Name(Unsaid)),
        column("实现情况分析", Analysis),
        column("权重", TypedWeight),
        column("评分情况", Score),
    ],
    total: Total::Indicators,
};

/// 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分, by source.
const NATIONAL_MONEY: MoneyTable = MoneyTable {
    name: 2,
    by_source: true,
    columns: &[
        money("", Row, 1),
        money("年初预算数", Initial, 1),
        money("全年预算数（A）", Adjusted, 1),
        money("全年执行数（B）", Executed, 1),
        money("分值", RatePoints, 1),
        money("执行率\n（B/A）", Rate(Sign::With), 1),
        money("得分", MoneyShown::Score, 1),
    ],
};

/// 财预〔2020〕10号, 项目支出绩效自评表; many counties have departments fill in the same columns for the whole.
pub static NATIONAL: Layout = Layout {
    page: Page::Form,
    unit_line: false,
    heads: [2, 3, 1, 3],
    money: Some(NATIONAL_MONEY),
    goals: Some(Goals::Below([1, 4, 4])),
    lines: Lines {
        order: Order::ByLevel,
        columns: &[
            column("", Word("绩效指标")),
            column("一级指标", Part(Full)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("年度\n指标值", Target),
            column("实际\n完成值", Actual),
            column("分值", Weight),
            column("得分", Score),
            column("偏差原因\n分析及\n改进措施", Reasons),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// The same, with what each level earned: 产出指标 49.79/50.
pub static NATIONAL_SUMS: Layout = Layout {
    page: Page::Form,
    unit_line: false,
    heads: [2, 3, 1, 3],
    money: Some(NATIONAL_MONEY),
    goals: Some(Goals::Below([1, 4, 4])),
    lines: Lines {
        order: Order::ByLevel,
        columns: &[
            column("", Word("绩效指标")),
            column("一级指标\n得分/分值", Part(Earned)),
            column("二级指标\n得分/分值", Group(Earned)),
            column("三级指标", Name(Unsaid)),
            column("年度\n指标值", Target),
            column("实际\n完成值", Actual),
            column("分值", Weight),
            column("得分", Score),
            column("偏差原因\n分析及\n改进措施", Reasons),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// 重庆 部门整体绩效自评表.
pub static CHONGQING: Layout = Layout {
    page: Page::Landscape,
    unit_line: true,
    heads: [1, 5, 2, 2],
    money: Some(MoneyTable {
        name: 1,
        by_source: false,
        columns: &[
            money("年初预算数", Initial, 2),
            money("全年（调整）预算数", Adjusted, 2),
            money("全年执行数", Executed, 1),
            money("执行率（%）", Rate(Sign::Without), 1),
            money("执行率\n权重", RatePoints, 1),
            money("执行率得分", MoneyShown::Score, 2),
        ],
    }),
    goals: Some(Goals::Beside([1, 4, 1, 4])),
    lines: Lines {
        order: Order::AsTyped,
        columns: &[
            column("指标名称", Name(Unsaid)),
            column("计量单位", Unit),
            column("指标性质", Nature),
            column("年初指标值", InitialTarget),
            column("调整指标值", AdjustedTarget),
            column("全年完成值", ActualNumber),
            column("得分系数（%）", Coefficient),
            column("指标权重", Weight),
            column("指标得分", Score),
            column("是否核心指标", Core),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// 四川 部门整体支出: 一级, 二级, 三级, 分值, 评分标准, 得分.
pub static SICHUAN_DEPARTMENT: Layout = Layout {
    page: Page::Form,
    unit_line: false,
    heads: [1, 2, 1, 2],
    money: None,
    goals: None,
    lines: Lines {
        order: Order::AllParts,
        columns: &[
            column("一级指标", Part(Full)),
            column("二级指标", Group(Full)),
            column("三级指标", Name(Unsaid)),
            column("分值", Weight),
            column("评分标准", Standard),
            column("得分", Score),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// 湖南 部门整体: the points stand behind the names of the levels.
pub static HUNAN: Layout = Layout {
    page: Page::Form,
    unit_line: false,
    heads: [1, 2, 1, 2],
    money: None,
    goals: None,
    lines: Lines {
        order: Order::AllParts,
        columns: &[
            column("一级指标", Part(Full)),
            column("二级指标", Group(Full)),
            column("三级指标", Name(Full)),
            column("评价标准", Standard),
            column("指标说明", Meaning),
            column("得分", Score),
        ],
        total: Total::Whole,
    },
    feet: &[],
};
