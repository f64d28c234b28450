//! The forms of the places for projects, column by column as they are published.

use super::form_text::FormText;
use super::layout::LevelPoints::{Full, Unsaid};
use super::layout::MoneyShown::{Adjusted, ByHand, Executed, Initial, Name as Row, Rate, Reason, Weight as RatePoints};
use super::layout::Shown::*;
use super::layout::{Foot, Goals, Layout, Lines, MoneyShown, MoneyTable, Order, Page, Sign, Total};
use super::layouts::{column, money};

/// A text of 四川 below the indicators.
const fn foot(head: &'static str, shows: FormText) -> Foot {
    Foot {
        head,
        shows,
        name: 1,
        limit: Some(200),
        is_required: true,
    }
}

/// 四川 项目支出: 指标性质, 指标值, 度量单位 apart; 未完成原因 of each.
pub static SICHUAN_PROJECT: Layout = Layout {
    page: Page::Landscape,
    unit_line: false,
    heads: [2, 3, 2, 3],
    money: Some(MoneyTable {
        name: 1,
        by_source: true,
        columns: &[
            money("", Row, 2),
            money("年初预算", Initial, 1),
            money("调整后预算数", Adjusted, 1),
            money("预算执行数", Executed, 1),
            money("预算执行率", Rate(Sign::With), 1),
            money("权重", RatePoints, 1),
            money("得分", MoneyShown::Score, 1),
            money("原因", Reason, 1),
        ],
    }),
    goals: Some(Goals::Below([1, 4, 5])),
    lines: Lines {
        order: Order::ByLevel,
        columns: &[
            column("一级指标", Part(Unsaid)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("指标性质", Nature),
            column("指标值", TargetNumber),
            column("度量单位", Unit),
            column("完成值", ActualNumber),
            column("权重", Weight),
            column("得分", Score),
            column("未完成原因分析", Reasons),
        ],
        total: Total::Whole,
    },
    // Each of 200 characters at most.
    feet: &[
        foot("评价结论", FormText::Conclusion),
        foot("存在问题", FormText::Problems),
        foot("改进措施", FormText::Improvements),
    ],
};

/// 云南 项目支出: 年度指标值 split into 指标性质, 指标值 and 度量单位.
pub static YUNNAN: Layout = Layout {
    page: Page::Landscape,
    unit_line: false,
    heads: [2, 3, 2, 3],
    money: Some(MoneyTable {
        name: 1,
        by_source: true,
        columns: &[
            money("", Row, 2),
            money("年初预算数", Initial, 1),
            money("全年预算数（A）", Adjusted, 2),
            money("全年执行数（B）", Executed, 1),
            money("分值", RatePoints, 1),
            money("执行率（B/A）", Rate(Sign::With), 1),
            money("得分", MoneyShown::Score, 1),
        ],
    }),
    goals: Some(Goals::Below([1, 4, 5])),
    lines: Lines {
        order: Order::ByLevel,
        columns: &[
            column("一级指标", Part(Unsaid)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("指标性质", Nature),
            column("指标值", TargetNumber),
            column("度量单位", Unit),
            column("实际完成值", ActualNumber),
            column("分值", Weight),
            column("得分", Score),
            column("偏差原因分析及改进措施", Reasons),
        ],
        total: Total::Whole,
    },
    feet: &[Foot {
        head: "其他需要说明的事项",
        shows: FormText::Notes,
        name: 2,
        limit: None,
        is_required: false,
    }],
};

/// 湖北: no weights; the head says by what the execution rate is multiplied.
pub static HUBEI: Layout = Layout {
    page: Page::Form,
    unit_line: false,
    heads: [1, 2, 1, 2],
    money: Some(MoneyTable {
        name: 1,
        by_source: false,
        columns: &[
            money("", Row, 1),
            money("预算数（A）", Adjusted, 1),
            money("执行数（B）", Executed, 1),
            money("执行率（B/A）", Rate(Sign::With), 1),
            money("得分\n（〔分值〕分×执行率）", MoneyShown::Score, 1),
        ],
    }),
    goals: Some(Goals::Below([1, 2, 3])),
    lines: Lines {
        order: Order::ByLevel,
        columns: &[
            column("一级指标", Part(Unsaid)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("年初目标值（A）", Target),
            column("实际完成值（B）", Actual),
            column("得分", Score),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// 宁夏 银川: 自评得分, and 财政审核评分 left to those who review.
pub static YINCHUAN: Layout = Layout {
    page: Page::Form,
    unit_line: false,
    heads: [2, 2, 1, 3],
    money: Some(MoneyTable {
        name: 1,
        by_source: true,
        columns: &[
            money("", Row, 2),
            money("年初预算数", Initial, 1),
            money("全年预算数（A）", Adjusted, 1),
            money("全年执行数（B）", Executed, 1),
            money("执行率\n（B/A）", Rate(Sign::With), 2),
        ],
    }),
    goals: Some(Goals::Below([1, 3, 4])),
    lines: Lines {
        order: Order::AllParts,
        columns: &[
            column("一级指标", Part(Full)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("年度\n指标值", Target),
            column("实际\n完成值", Actual),
            column("分值", Weight),
            column("自评\n得分", Score),
            column("财政\n审核评分", Review),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// 湖北 广水: 自评分, 复核分 left to those who review, 评价标准及依据.
pub static GUANGSHUI: Layout = Layout {
    page: Page::Form,
    unit_line: false,
    heads: [1, 2, 1, 3],
    money: None,
    goals: None,
    lines: Lines {
        order: Order::AllParts,
        columns: &[
            column("一级指标", Part(Full)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("分值", Weight),
            column("自评分", Score),
            column("复核分", Review),
            column("评价标准及依据", Standard),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// 河北 成安: each indicator marked out of a hundred, then by 权重占比.
pub static HEBEI: Layout = Layout {
    page: Page::Landscape,
    unit_line: false,
    heads: [2, 3, 2, 3],
    money: Some(MoneyTable {
        name: 1,
        by_source: true,
        columns: &[
            money("", Row, 2),
            money("预算数", Adjusted, 2),
            money("到位数", ByHand, 1),
            money("执行数", Executed, 2),
            money("执行进度", Rate(Sign::With), 2),
        ],
    }),
    goals: Some(Goals::Below([1, 4, 5])),
    lines: Lines {
        order: Order::ByLevel,
        columns: &[
            column("一级指标", Part(Unsaid)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("指标分值", Hundred),
            column("预期指标值\n（符号，单位）", Target),
            column("实际完成值", Actual),
            column("完成情况", Analysis),
            column("单项得分", Coefficient),
            column("权重占比", Share),
            column("折算得分", Score),
        ],
        total: Total::Whole,
    },
    feet: &[],
};

/// 北京 海淀: 得分计算方法 of each.
pub static HAIDIAN: Layout = Layout {
    page: Page::Landscape,
    unit_line: false,
    heads: [2, 3, 1, 3],
    money: Some(MoneyTable {
        name: 1,
        by_source: true,
        columns: &[
            money("", Row, 2),
            money("年初预算数", Initial, 1),
            money("全年预算数（A）", Adjusted, 1),
            money("全年执行数（B）", Executed, 1),
            money("分值", RatePoints, 1),
            money("执行率（B/A）", Rate(Sign::With), 1),
            money("得分", MoneyShown::Score, 1),
        ],
    }),
    goals: Some(Goals::Below([1, 4, 4])),
    lines: Lines {
        order: Order::ByLevel,
        columns: &[
            column("一级指标", Part(Unsaid)),
            column("二级指标", Group(Unsaid)),
            column("三级指标", Name(Unsaid)),
            column("分值", Weight),
            column("年度指标值（A）", Target),
            column("全年实际值（B）", Actual),
            column("得分计算方法", Standard),
            column("得分", Score),
            column("未完成原因分析", Reasons),
        ],
        total: Total::Whole,
    },
    feet: &[],
};
