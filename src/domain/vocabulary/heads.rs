//! The words above the columns of published forms and of what clerks write themselves (财预〔2020〕10号, Baiyun, Chongqing,
//! Sichuan, Hubei, Hebei, Yunnan): the one vocabulary of every table that comes in or stays in a text.

use Column::{
    Actual, AdjustedTarget, Analysis, Budget, Comparator, Division, Evidence, First, Goal, Improvement, Money, Name,
    Nature, Other, Part, ProjectAmount, ProjectName, Rate, Reason, Score, Second, Share, Source, Target, Unit, Weight,
};

use crate::domain::draft::budget::Column as MoneyColumn;
use crate::domain::values::parse::half_width;

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// 评分内容, the parts of the scheme.
    Part,
    /// 一级指标.
    First,
    /// 二级指标.
    Second,
    /// 三级指标, the indicator's name.
    Name,
    /// 绩效目标 of the task.
    Goal,
    /// 指标性质: 定量, 定性, or the sign, which some forms put here.
    Nature,
    /// 符号.
    Comparator,
    /// 指标值.
    Target,
    /// 调整指标值.
    AdjustedTarget,
    /// 计量单位.
    Unit,
    /// 实际完成值.
    Actual,
    /// 实现情况分析.
    Analysis,
    /// 权重.
    Weight,
    /// 得分.
    Score,
    /// 偏差原因.
    Reason,
    /// 改进措施.
    Improvement,
    /// 佐证材料.
    Evidence,
    /// 责任科室.
    Division,
    /// 项目名称.
    ProjectName,
    /// 项目金额.
    ProjectAmount,
    /// 年初预算数, 全年预算数 or 执行数.
    Money(MoneyColumn),
    /// 预算数, of which the word does not say when it was made.
    Budget,
    /// 执行率, or any other.
    Rate,
    /// 占比: reports have no place for it, but the rows of a table agree with it.
    Share,
    /// 资金来源 or 支出类型: what the rows of a table of money are.
    Source,
    /// A column that our reports have no place for: 得分系数, 复核分.
    Other,
}

/// Each word that stands above a column: the one vocabulary of every table that comes in. Of two columns that mean
/// the same, the one with the earlier word is meant.
pub const WORDS: &[(&str, Column)] = &[
    ("评分内容", Part),
    ("评价内容", Part),
    ("一级指标", First),
    ("二级指标", Second),
    ("三级指标", Name),
    ("四级指标", Name),
    ("指标名称", Name),
    ("绩效指标", Name),
    ("绩效指标名称", Name),
    ("关键性指标", Name),
    ("关键指标", Name),
    ("任务的关键性指标", Name),
    ("任务关键性指标", Name),
    ("评价指标", Name),
    ("考核指标", Name),
    ("具体指标", Name),
    ("指标内容", Name),
    ("指标项目", Name),
    ("考核内容", Name),
    ("任务的绩效目标", Goal),
    ("任务绩效目标", Goal),
    ("绩效目标", Goal),
    ("年度绩效目标", Goal),
    ("年度主要支出计划", Goal),
    ("主要任务", Goal),
    ("任务名称", Goal),
    ("重点任务", Goal),
    ("工作任务", Goal),
    ("预期目标", Goal),
    ("年度预期目标", Goal),
    ("指标性质", Nature),
    ("性质", Nature),
    ("指标符号", Comparator),
    ("符号", Comparator),
    ("年度指标值", Target),
    ("指标值", Target),
    ("目标值", Target),
    ("绩效目标值", Target),
    ("年度目标值", Target),
    ("预期指标值", Target),
    ("预期目标值", Target),
    ("年初指标值", Target),
    ("年初目标值", Target),
    ("全年目标值", Target),
    ("计划值", Target),
    ("调整指标值", AdjustedTarget),
    ("预期值", Target),
    ("预算设定指标值", Target),
    ("项目完成指标值", Actual),
    ("度量单位", Unit),
    ("计量单位", Unit),
    ("单位", Unit),
    ("实际完成值", Actual),
    ("全年完成值", Actual),
    ("全年实际完成值", Actual),
    ("完成值", Actual),
    ("实际值", Actual),
    ("年度完成值", Actual),
    ("实际完成", Actual),
    ("实际完成情况", Analysis),
    ("实现情况分析", Analysis),
    ("实现情况", Analysis),
    ("完成情况分析", Analysis),
    ("完成情况", Analysis),
    ("指标完成情况", Analysis),
    ("权重", Weight),
    ("权重设置", Weight),
    ("分值", Weight),
    ("指标分值", Weight),
    ("指标权重", Weight),
    ("标准分", Weight),
    ("满分", Weight),
    ("权重占比", Other),
    ("得分", Score),
    ("评分情况", Score),
    ("自评得分", Score),
    ("自评分", Score),
    ("指标得分", Score),
    ("评分", Score),
    ("偏差原因分析及改进措施", Reason),
    ("未完成原因分析及改进措施", Reason),
    ("未完成原因和改进措施", Reason),
    ("未完成原因分析", Reason),
    ("偏差原因分析", Reason),
    ("偏差原因", Reason),
    ("原因分析", Reason),
    ("原因", Reason),
    ("原因说明", Reason),
    ("改进措施", Improvement),
    ("佐证材料", Evidence),
    ("责任科室", Division),
    ("备注", Other),
    ("全年预计", Other),
    ("全年预计执行数", Other),
    ("全年预计支出数", Other),
    ("全年预计完成", Other),
    ("全年预计完成值", Other),
    ("全年预计完成情况", Other),
    ("预计完成情况", Other),
    ("完成目标可能性", Other),
    ("目标完成可能性", Other),
    ("可能性", Other),
    ("评分标准", Other),
    ("指标解释", Other),
    ("指标说明", Other),
    ("评价标准", Other),
    ("项目名称", ProjectName),
    ("重点项目名称", ProjectName),
    ("任务涉及重点项目名称", ProjectName),
    ("涉及项目名称", ProjectName),
    ("项目金额", ProjectAmount),
    ("任务涉及重点项目金额", ProjectAmount),
    ("涉及项目金额", ProjectAmount),
    ("金额", ProjectAmount),
    ("年初预算数", Money(MoneyColumn::Initial)),
    ("年初预算", Money(MoneyColumn::Initial)),
    ("年初部门预算数", Money(MoneyColumn::Initial)),
    ("全年预算数", Money(MoneyColumn::Adjusted)),
    ("全年调整预算数", Money(MoneyColumn::Adjusted)),
    ("全年预算", Money(MoneyColumn::Adjusted)),
    ("调整预算数", Money(MoneyColumn::Adjusted)),
    ("调整后预算数", Money(MoneyColumn::Adjusted)),
    ("调整后预算", Money(MoneyColumn::Adjusted)),
    ("全年执行数", Money(MoneyColumn::Executed)),
    ("预算执行数", Money(MoneyColumn::Executed)),
    ("执行数", Money(MoneyColumn::Executed)),
    ("决算数", Money(MoneyColumn::Executed)),
    ("实际支出数", Money(MoneyColumn::Executed)),
    ("全年支出数", Money(MoneyColumn::Executed)),
    ("全年支出", Money(MoneyColumn::Executed)),
    ("预算数", Budget),
    ("预算金额", Budget),
    ("预算安排数", Budget),
    ("实际支出", Money(MoneyColumn::Executed)),
    ("支出数", Money(MoneyColumn::Executed)),
    ("执行金额", Money(MoneyColumn::Executed)),
    ("支出金额", Money(MoneyColumn::Executed)),
    ("到位数", Money(MoneyColumn::Adjusted)),
    ("资金到位数", Money(MoneyColumn::Adjusted)),
    ("全年实际支出数", Money(MoneyColumn::Executed)),
    ("执行率", Rate),
    ("预算执行率", Rate),
    ("执行进度", Rate),
    ("资金来源", Source),
    ("支出类型", Source),
    ("资金性质", Source),
    ("得分系数", Other),
    ("复核分", Other),
    ("序号", Other),
];

/// Words that are heads only beside a column of points, and anything elsewhere; the first that is free is meant.
pub const SHORT: &[(&str, Column)] = &[
    ("类别", First),
    ("分类", First),
    ("一级", First),
    ("二级", Second),
    ("三级", Name),
    ("名称", Name),
    ("指标", Name),
    ("内容", Name),
    // 指标 beside 名称 is what it belongs to.
    ("指标", First),
    ("目标", Target),
    ("计划", Target),
    ("计划数", Target),
    ("任务数", Target),
    ("完成", Actual),
    ("完成数", Actual),
    ("实际", Actual),
    ("实际数", Actual),
    ("结果", Actual),
    ("权值", Weight),
    ("权数", Weight),
    ("分数", Weight),
    ("评分", Score),
    ("自评", Score),
    ("计分", Score),
];

/// What a head of a column is about that is none of the words, by what it has in it, the first that fits. What is
/// known and not taken stands among them, so that 执行率 is no 执行数 and 得分 is no 分值.
pub const PARTS: &[(&str, Column)] = &[
    ("原因", Reason),
    ("偏差", Reason),
    ("改进", Improvement),
    ("系数", Other),
    ("方法", Other),
    ("折算", Other),
    ("扣分", Other),
    ("审核", Other),
    ("复核", Other),
    ("是否核心", Other),
    ("预计", Other),
    ("可能性", Other),
    ("备注", Other),
    ("占比", Share),
    ("比重", Share),
    ("占总", Share),
    ("得分", Score),
    ("评分情况", Score),
    ("自评分", Score),
    ("分值", Weight),
    ("权重", Weight),
    ("满分", Weight),
    ("标准分", Weight),
    ("评分内容", Part),
    ("一级", First),
    ("二级", Second),
    ("三级", Name),
    ("佐证", Evidence),
    ("证明材料", Evidence),
    ("责任", Division),
    ("牵头", Division),
    ("填报科室", Division),
    ("资金性质", Source),
    ("资金来源", Source),
    ("资金名称", Source),
    ("预算来源", Source),
    ("收入来源", Source),
    // 指标性质及指标值 holds the sign and the value.
    ("调整指标值", AdjustedTarget),
    ("调整后指标值", AdjustedTarget),
    ("调整后的指标值", AdjustedTarget),
    ("目标值", Target),
    ("指标值", Target),
    ("计划值", Target),
    ("预期值", Target),
    ("性质", Nature),
    // 符号及值 holds the whole target.
    ("符号及", Target),
    ("符号", Comparator),
    ("情况分析", Analysis),
    ("完成值", Actual),
    ("实际值", Actual),
    ("执行情况", Actual),
    ("实现情况", Analysis),
    ("完成情况", Analysis),
    ("实际完成", Actual),
    ("率", Rate),
    ("支出进度", Rate),
    ("执行进度", Rate),
    ("年初预算", Money(MoneyColumn::Initial)),
    ("执行数", Money(MoneyColumn::Executed)),
    ("支出数", Money(MoneyColumn::Executed)),
    ("决算", Money(MoneyColumn::Executed)),
    ("实际支出", Money(MoneyColumn::Executed)),
    ("执行金额", Money(MoneyColumn::Executed)),
    ("支出金额", Money(MoneyColumn::Executed)),
    ("到位", Money(MoneyColumn::Adjusted)),
    ("调整后", Money(MoneyColumn::Adjusted)),
    ("调整预算", Money(MoneyColumn::Adjusted)),
    ("全年预算", Money(MoneyColumn::Adjusted)),
    ("预算数", Budget),
    ("预算金额", Budget),
    ("计量单位", Unit),
    ("度量单位", Unit),
    ("项目金额", ProjectAmount),
];

/// A longer cell is no head of a column, in characters.
pub const LONGEST: usize = 16;

/// The words of a head in half-width without white space and brackets.
pub fn bare(cell: &str) -> String {
    plain(&half_width(cell))
}

/// A header's text: brackets with a unit or a formula in them, and white space, are not part of the word.
/// The brackets of 全年（调整）预算数 are.
pub fn plain(cell: &str) -> String {
    let mut out = String::new();
    let mut inside: Option<String> = None;
    for c in cell.chars().filter(|c| !c.is_whitespace()) {
        match (&mut inside, c) {
            (None, '（' | '(') => inside = Some(String::new()),
            (Some(words), '）' | ')') => {
                if words == "调整" {
                    out.push_str(words);
                }
                inside = None;
            }
            (Some(words), c) => words.push(c),
            (None, c) => out.push(c),
        }
    }
    out
}

/// The column that a plain head is by what it has in it, and its place in the list.
pub fn loose(plain: &str) -> Option<(usize, Column)> {
    let is_short = plain.chars().count() <= LONGEST;
    let fits = |(part, _): &(&str, Column)| is_short && plain.contains(part);
    PARTS.iter().position(fits).map(|place| (place, PARTS[place].1))
}

/// The column with how surely its head means it, the smaller the surer.
pub fn ranked(cell: &str) -> Option<(usize, Column)> {
    let plain = bare(cell);
    let exact = WORDS.iter().position(|(word, _)| *word == plain);
    let exact = exact.map(|place| (place, WORDS[place].1));
    exact.or_else(|| loose(&plain).map(|(place, column)| (WORDS.len() + place, column)))
}
