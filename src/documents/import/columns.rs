//! 表头: the words above the columns of published forms, and what stands below them.

use crate::domain::draft::budget::Column as MoneyColumn;
use crate::domain::prose::number::plain_number;

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
    /// 指标性质 or 符号.
    Comparator,
    /// 指标值.
    Target,
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
    /// 项目名称.
    ProjectName,
    /// 项目金额.
    ProjectAmount,
    /// 预算数 or 执行数.
    Money(MoneyColumn),
    /// 执行率.
    Rate,
    /// 资金来源 or 支出类型: what the rows of a table of money are.
    Source,
    /// A column that our reports have no place for: 得分系数, 复核分.
    Other,
}

use Column::{
    Actual, Analysis, Comparator, First, Goal, Money, Name, Other, Part, ProjectAmount, ProjectName, Rate, Reason,
    Score, Second, Source, Target, Unit, Weight,
};

/// Each word that stands above a column. 绩效指标 is the name where there is no 三级指标.
const WORDS: [(&str, Column); 108] = [
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
    ("任务的绩效目标", Goal),
    ("任务绩效目标", Goal),
    ("绩效目标", Goal),
    ("年度绩效目标", Goal),
    ("年度主要支出计划", Goal),
    ("主要任务", Goal),
    ("任务名称", Goal),
    ("重点任务", Goal),
    ("工作任务", Goal),
    ("指标性质", Comparator),
    ("指标符号", Comparator),
    ("符号", Comparator),
    ("年度指标值", Target),
    ("指标值", Target),
    ("目标值", Target),
    ("年度目标值", Target),
    ("预期指标值", Target),
    ("预期目标值", Target),
    ("年初指标值", Target),
    ("年初目标值", Target),
    ("全年目标值", Target),
    ("计划值", Target),
    ("调整指标值", Target),
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
    ("备注", Other),
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
    ("执行率", Rate),
    ("预算执行率", Rate),
    ("资金来源", Source),
    ("支出类型", Source),
    ("资金性质", Source),
    ("得分系数", Other),
    ("复核分", Other),
    ("序号", Other),
];

/// The first characters of the words.
const BEGINNINGS: &str = "评一二三四指绩关任考具年主重工符目预全计度单实完权分标满得自未偏原备项涉金调执决支资复序";

/// The column that a cell of a header announces: its words without spaces and what stands in brackets.
pub fn column(cell: &str) -> Option<Column> {
    if cell.len() > 120 {
        return None;
    }
    let plain = plain(cell);
    WORDS.iter().find(|(word, _)| *word == plain).map(|(_, column)| *column)
}

/// What a head of a column is about that is none of the words, by what it has in it, the first that fits.
const PARTS: [(&str, Column); 25] = [
    ("原因", Reason),
    ("改进措施", Reason),
    ("偏差", Reason),
    ("系数", Other),
    ("扣分", Other),
    ("得分", Score),
    ("自评分", Score),
    ("分值", Weight),
    ("权重", Weight),
    ("一级指标", First),
    ("二级指标", Second),
    ("三级指标", Name),
    ("目标值", Target),
    ("指标值", Target),
    ("计划值", Target),
    ("完成值", Actual),
    ("完成情况", Analysis),
    ("率", Rate),
    ("年初预算", Money(MoneyColumn::Initial)),
    ("调整后", Money(MoneyColumn::Adjusted)),
    ("调整预算", Money(MoneyColumn::Adjusted)),
    ("全年预算", Money(MoneyColumn::Adjusted)),
    ("决算", Money(MoneyColumn::Executed)),
    ("支出数", Money(MoneyColumn::Executed)),
    ("实际支出", Money(MoneyColumn::Executed)),
];

/// A longer cell is no head of a column.
const LONGEST_HEAD: usize = 16;

/// The columns that the cells of a row announce. In a row without a figure parts of words count as well.
pub fn heads(cells: &[String]) -> Vec<Option<Column>> {
    let is_figure = |cell: &String| {
        let plain = cell.trim().trim_end_matches(['%', '％']);
        plain_number(plain).is_some() || plain.starts_with(['≥', '≤', '＞', '＜', '-'])
    };
    let has_figures = cells.iter().any(is_figure);
    let loosely = |cell: &String| {
        let plain = plain(cell);
        let is_short = plain.chars().count() <= LONGEST_HEAD;
        let mut parts = PARTS.iter().filter(|(part, _)| is_short && plain.contains(part));
        parts.next().map(|(_, column)| *column)
    };
    let head = |cell: &String| column(cell).or_else(|| loosely(cell).filter(|_| !has_figures));
    cells.iter().map(head).collect()
}

/// A header's text: brackets with a unit or a formula in them, and white space, are not part of the word.
/// The brackets of 全年（调整）预算数 are.
fn plain(cell: &str) -> String {
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

/// The columns that a text announces which is nothing but words of headers one after another; none where
/// something else stands among them. Longest words first: 绩效指标 begins none of the others wrongly.
pub fn columns_of(text: &str) -> Option<Vec<Column>> {
    if text.len() > 400 {
        return None;
    }
    let plain = plain(text);
    let mut columns = Vec::new();
    let mut rest = plain.as_str();
    while !rest.is_empty() {
        let fitting = WORDS.iter().filter(|(word, _)| rest.starts_with(word));
        let (word, column) = fitting.max_by_key(|(word, _)| word.len())?;
        columns.push(*column);
        rest = &rest[word.len()..];
    }
    (!columns.is_empty()).then_some(columns)
}

/// Whether a text could become a header with more words behind it: it ends within a word at most.
pub fn may_be_header(text: &str) -> bool {
    let plain = plain(text);
    let mut rest = plain.as_str();
    while !rest.is_empty() {
        let fitting = WORDS.iter().filter(|(word, _)| rest.starts_with(word));
        match fitting.map(|(word, _)| word.len()).max() {
            Some(length) => rest = &rest[length..],
            None => return WORDS.iter().any(|(word, _)| word.starts_with(rest)),
        }
    }
    true
}

/// Whether a text begins like a header, so that reading on is worth it.
pub fn begins_like_header(text: &str) -> bool {
    // Most lines of a text are told by their first character.
    let Some(first) = text.chars().next().filter(|first| BEGINNINGS.contains(*first)) else {
        return false;
    };
    debug_assert!(
        WORDS
            .iter()
            .all(|(word, _)| word.starts_with(|c| BEGINNINGS.contains(c))),
        "{first}"
    );
    WORDS.iter().any(|(word, _)| text.starts_with(word))
}

/// Whether these columns make a table of indicators, projects or parts.
pub fn is_header(columns: &[Column]) -> bool {
    let has = |wanted: Column| columns.contains(&wanted);
    let numbered = has(Weight) || has(Score) || has(Target) || has(Actual);
    let named = has(Name) || has(Goal) || has(First) || has(Part);
    (named && numbered && columns.len() >= 2) || (has(ProjectName) && has(ProjectAmount))
}

/// 合计: whether a cell says that its row is the sum of the others.
pub fn is_total(cell: &str) -> bool {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace()).take(6).collect();
    ["合计", "总计", "总分", "小计"]
        .iter()
        .any(|word| plain == *word || plain.starts_with(&format!("{word}（")))
}
