//! 表头: the words above the columns of published forms, and what stands below them.

use Column::{Actual, First, Goal, Name, Other, Part, ProjectAmount, ProjectName, Score, Target, Weight};

use crate::domain::draft::budget::Column as MoneyColumn;
use crate::domain::prose::number::plain_number;
use crate::domain::values::parse::half_width;

use crate::domain::vocabulary::heads::{LONGEST, SHORT, WORDS, loose, plain};

use super::money_words::label;

pub use crate::domain::vocabulary::heads::{Column, bare, ranked};

/// The column that a cell of a header announces: its words without spaces and what stands in brackets.
pub fn column(cell: &str) -> Option<Column> {
    if cell.len() > 120 {
        return None;
    }
    let plain = plain(cell);
    let known = WORDS.iter().find(|(word, _)| *word == plain).map(|(_, column)| *column);
    known.or_else(|| of_period(&plain))
}

/// The column that a head of free words announces, by what it has in it.
pub fn loose_column(cell: &str) -> Option<Column> {
    let plain = plain(&half_width(cell));
    // No report has a place for shares.
    let taken = |(_, column)| if column == Column::Share { Other } else { column };
    let loose = || loose(&plain).map(taken);
    of_period(&plain).or_else(loose).or_else(|| of_money(&plain))
}

/// The column of a head that begins with a part of the year: 1—9月完成, 上半年执行.
fn of_period(plain: &str) -> Option<Column> {
    let rest = behind_period(plain)?;
    let found = OF_PERIOD.iter().find(|(word, _)| *word == rest);
    found.map(|(_, column)| *column)
}

/// The column of a head that says what money it is of in the words of prose: 全年支出, 累计支出.
fn of_money(plain: &str) -> Option<Column> {
    const OTHERS: [&str; 9] = ["率", "进度", "分", "成本", "差", "类", "内容", "计划", "指标"];
    const ENDS: [&str; 8] = ["支出", "预算", "执行", "决算", "到位", "数", "额", "资金"];
    let ends = ENDS.iter().any(|end| plain.ends_with(end));
    if !ends || plain.chars().count() > LONGEST || OTHERS.iter().any(|word| plain.contains(word)) {
        return None;
    }
    let label = label(plain);
    let is_plain = !label.is_else && label.source.is_none() && label.nature.is_none();
    let column = label.column.filter(|_| is_plain)?;
    Some(match label.is_vague {
        true => Column::Budget,
        false => Column::Money(column),
    })
}

/// What a head says behind a part of the year: 1-6月, 1—9月, 1至10月, 上半年, 前三季度, 截至9月底.
fn behind_period(plain: &str) -> Option<&str> {
    if !plain.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '上' | '前' | '三' | '截')) {
        return None;
    }
    let until = plain.strip_prefix("截至").or(plain.strip_prefix("截止"));
    let plain = until.unwrap_or(plain);
    let words = ["上半年", "前三季度", "三季度"];
    if let Some(rest) = words.iter().find_map(|word| plain.strip_prefix(word)) {
        return Some(rest);
    }
    let is_span =
        |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | '－' | '~' | '～' | '至' | '月' | '年' | '日');
    let rest = plain.trim_start_matches(is_span);
    let span = &plain[..plain.len() - rest.len()];
    // 2023年3月28日完成 is a day on which something was done, no part of the year.
    let is_part = until.is_some() || span.contains(['-', '—', '–', '－', '~', '～', '至']);
    let is_dated = span.ends_with(['月', '日']) && span.starts_with(|c: char| c.is_ascii_digit());
    (is_dated && is_part).then(|| rest.trim_start_matches(['底', '末', '份']))
}

/// What stands behind a part of the year.
const OF_PERIOD: [(&str, Column); 17] = [
    ("完成", Actual),
    ("完成值", Actual),
    ("完成数", Actual),
    ("完成情况", Actual),
    ("执行情况", Actual),
    ("指标执行情况", Actual),
    ("实际完成情况", Actual),
    ("实际完成", Actual),
    ("实际完成值", Actual),
    ("实际", Actual),
    ("指标完成", Actual),
    ("执行", Column::Money(MoneyColumn::Executed)),
    ("执行数", Column::Money(MoneyColumn::Executed)),
    ("执行金额", Column::Money(MoneyColumn::Executed)),
    ("支出", Column::Money(MoneyColumn::Executed)),
    ("实际支出", Column::Money(MoneyColumn::Executed)),
    ("支出数", Column::Money(MoneyColumn::Executed)),
];

/// Whether a cell is a figure, which no head is.
fn is_figure(cell: &str) -> bool {
    let plain = cell.trim().trim_end_matches(['%', '％']);
    plain_number(plain).is_some() || plain.starts_with(['≥', '≤', '＞', '＜', '-'])
}

/// The columns that the cells of a row announce. In a row without a figure parts of words count as well.
pub fn heads(cells: &[String]) -> Vec<Option<Column>> {
    let has_figures = cells.iter().any(|cell| is_figure(cell));
    let mut heads: Vec<Option<Column>> = cells.iter().map(|cell| column(cell)).collect();
    if !has_figures {
        // What another head says in so many words, no other one is about: 年度总体目标完成情况 before 实际完成情况.
        let exact: Vec<Column> = heads.iter().flatten().copied().collect();
        for (head, cell) in heads.iter_mut().zip(cells).filter(|(head, _)| head.is_none()) {
            *head = loose_column(cell).filter(|column| *column == Other || !exact.contains(column));
        }
    }
    // 绩效指标 before 三级指标 frames the table; alone it is the name.
    let is_frame = |cell: &String| FRAMES.contains(&plain(cell).as_str());
    let mut names = heads.iter().zip(cells);
    if names.any(|(head, cell)| *head == Some(Name) && !is_frame(cell)) {
        for (head, _) in heads.iter_mut().zip(cells).filter(|(_, cell)| is_frame(cell)) {
            *head = None;
        }
    }
    if !has_figures {
        in_their_place(&mut heads, cells);
    }
    heads
}

/// How the columns of indicators follow each other in every form; 分值 may also stand before the values.
const ORDER: [Column; 5] = [Name, Target, Actual, Weight, Score];

/// Heads in words that nobody knows, between two that are known: where just as many columns of the form are missing
/// there, these are meant. For example 三级指标, 年度指标, 实际值: what stands between them is the target.
///
/// Before that, short words beside a column of points are what they are in every form: 指标, 目标, 完成, 权重.
pub(super) fn in_their_place(heads: &mut [Option<Column>], cells: &[String]) {
    if heads.iter().any(|head| matches!(head, Some(Weight | Score))) {
        for (word, column) in SHORT {
            let mut places = (0..heads.len()).filter(|place| heads[*place].is_none() && plain(&cells[*place]) == *word);
            if let Some(place) = places.next().filter(|_| !heads.contains(&Some(*column))) {
                heads[place] = Some(*column);
            }
        }
    }
    let rank = |head: Option<Column>| ORDER.iter().position(|column| head == Some(*column));
    let known: Vec<usize> = (0..heads.len()).filter(|place| rank(heads[*place]).is_some()).collect();
    if known.len() < 3 {
        return;
    }
    for pair in known.windows(2) {
        let [from, to] = pair else { continue };
        let between = *from + 1..*to;
        let unknown: Vec<usize> = between
            .filter(|place| heads[*place].is_none() && !cells[*place].trim().is_empty())
            .collect();
        // A merged cell stands in each of its places.
        let count = unknown.iter().enumerate();
        let count = count
            .filter(|(at, place)| *at == 0 || cells[**place] != cells[unknown[at - 1]])
            .count();
        let (Some(left), Some(right)) = (rank(heads[*from]), rank(heads[*to])) else {
            continue;
        };
        let missing: Vec<Column> = (left + 1..right)
            .map(|rank| ORDER[rank])
            .filter(|column| !heads.contains(&Some(*column)))
            .collect();
        if count == 0 || count != missing.len() {
            continue;
        }
        let mut next = missing.into_iter();
        let mut last = None;
        for (at, place) in unknown.iter().enumerate() {
            if at == 0 || cells[*place] != cells[unknown[at - 1]] {
                last = next.next();
            }
            heads[*place] = last;
        }
    }
}

/// Words that frame the names of indicators as often as they head them.
const FRAMES: [&str; 3] = ["绩效指标", "年度绩效指标", "评价指标"];

/// Whether a text is a word that frames the heads of indicators as often as it is one.
pub fn is_frame(text: &str) -> bool {
    FRAMES.contains(&plain(text).as_str())
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

/// The heads that a text is which is nothing but words of headers one after another, each with the brackets behind
/// it; none where it is one word or where something else stands among them.
pub fn split_heads(text: &str) -> Option<Vec<(Column, String)>> {
    // 分值权重 says one thing twice.
    let columns = columns_of(text).filter(|columns| columns.iter().any(|column| *column != columns[0]))?;
    let mut heads: Vec<(Column, String)> = Vec::with_capacity(columns.len());
    let mut rest = text;
    for column in columns {
        // The longest beginning that is this one word: its brackets go with it.
        let mut ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let own = |end: &usize| columns_of(&rest[..*end]).is_some_and(|own| own == [column]);
        let end = ends.rfind(own)?;
        heads.push((column, rest[..end].to_owned()));
        rest = &rest[end..];
    }
    rest.trim().is_empty().then_some(heads)
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

/// Whether a text is the beginning of a word of headers and none by itself: 一级, 年度指.
pub fn is_beginning(text: &str) -> bool {
    let plain = plain(text);
    let begins = |word: &str, own: &str| word.len() > own.len() && word.starts_with(own);
    let rest = behind_period(&plain);
    WORDS.iter().any(|(word, _)| begins(word, &plain))
        || rest.is_some_and(|rest| OF_PERIOD.iter().any(|(word, _)| begins(word, rest)))
}

/// Whether a text begins like a header, so that reading on is worth it.
pub fn begins_like_header(text: &str) -> bool {
    WORDS.iter().any(|(word, _)| text.starts_with(word))
}

/// Whether these columns make a table of indicators, projects or parts.
pub fn is_header(columns: &[Column]) -> bool {
    let has = |wanted: Column| columns.contains(&wanted);
    let numbered = has(Weight) || has(Score) || has(Target) || has(Actual);
    let named = has(Name) || has(Goal) || has(First) || has(Part);
    (named && numbered && columns.len() >= 2) || is_project_list(columns)
}

/// Whether these columns list projects with their money. A list that prints rates stays as it is: the rows of a report
/// have no place for them, and what is printed is to be checked.
pub fn is_project_list(columns: &[Column]) -> bool {
    let is_money = |column: &Column| matches!(column, ProjectAmount | Column::Budget | Column::Money(_));
    columns.contains(&ProjectName)
        && columns.iter().any(is_money)
        && !columns.contains(&Weight)
        && !columns.contains(&Column::Rate)
}

/// 合计: whether a cell says that its row is the sum of the others.
pub fn is_total(cell: &str) -> bool {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace()).take(13).collect();
    let plain = plain.split(['（', '(', '：', ':']).next().unwrap_or_default();
    // 金额合计, 自评总分; a longer word is a name.
    let is_short = plain.chars().count() <= 4;
    ["合计", "总计", "总分", "小计", "总得分"]
        .iter()
        .any(|word| plain == *word || is_short && plain.ends_with(word))
}
