//! Tables in plain text whose cells stand without anything between them, as some PDFs give them: a head of words known
//! one after another, and rows that its columns and the signs of numbers take apart.
//!
//! ```text
//! 一级指标二级指标三级指标年度指标值实际完成值分值得分
//! 产出指标数量指标行道树修剪株数≥12000株12360株1010      产出指标│数量指标│行道树修剪株数│≥12000株│12360株│10│10
//! 质量指标苗木成活率≥96%94%109.79                      │质量指标│苗木成活率│≥96%│94%│10│9.79
//! ```

use rust_decimal::Decimal;

use crate::documents::passage::Grid;
use crate::domain::prose::number::plain_number;
use crate::domain::values::rounding;

use super::columns::{Column, is_total, split_heads};
use super::fit::{Look, look};
use super::labels;
use super::tables::TextTable;

/// No row of such a table is longer, in characters.
const LONGEST: usize = 200;
/// The words before the heads of money: 项目资金（万元）.
const FRAME: usize = 12;
/// A level has no longer name, in characters, its points counted.
const LEVEL: usize = 16;

/// The table that begins at a line: labels, a head, rows. None where the line is not of such a table.
pub fn table(lines: &[&str], start: usize) -> Option<TextTable> {
    let mut grid: Grid = Vec::new();
    let mut place = start;
    let mut heads: Vec<Column> = Vec::new();
    while let Some(line) = lines.get(place).map(|line| line.trim()) {
        if line.is_empty() || line.contains('\t') || line.chars().count() > LONGEST {
            break;
        }
        if let Some((frame, columns)) = head(line) {
            heads = columns.iter().map(|(column, _)| *column).collect();
            let frame = is_of_money(&heads).then_some(frame);
            grid.push(
                frame
                    .into_iter()
                    .chain(columns.into_iter().map(|(_, text)| text))
                    .collect(),
            );
        } else if heads.is_empty() {
            grid.push(label_row(line)?);
        } else if let Some(row) = row(line, &heads) {
            grid.push(row);
        } else {
            break;
        }
        place += 1;
    }
    let is_table = !heads.is_empty() && grid.len() >= 3;
    let widest = grid.iter().map(Vec::len).max().unwrap_or_default();
    grid.iter_mut().for_each(|row| row.resize(widest, String::new()));
    is_table.then_some(TextTable {
        grid,
        lines: place - start,
        furniture: Vec::new(),
    })
}

fn is_of_money(columns: &[Column]) -> bool {
    columns
        .iter()
        .any(|column| matches!(column, Column::Money(_) | Column::Budget))
}

/// A line of nothing but heads, with what frames those of money.
fn head(line: &str) -> Option<(String, Vec<(Column, String)>)> {
    // Every head of these forms ends in points; to look for all words at each line of a long text would take too long.
    if !(line.contains("得分") || line.contains("分值")) || line.contains(char::is_whitespace) {
        return None;
    }
    let starts = line.char_indices().map(|(at, _)| at).take(FRAME);
    let mut found = starts.filter_map(|at| Some((at, split_heads(&line[at..]).filter(|heads| heads.len() >= 3)?)));
    let (at, heads) = found.next()?;
    let columns: Vec<Column> = heads.iter().map(|(column, _)| *column).collect();
    (at == 0 || is_of_money(&columns)).then(|| (line[..at].to_owned(), heads))
}

/// 项目名称某项目, 主管部门某局实施单位某中心
fn label_row(line: &str) -> Option<Vec<String>> {
    let first = labels::beginning(line)?;
    let rest = &line[first.len()..];
    let next = rest
        .char_indices()
        .skip(2)
        .find_map(|(at, _)| Some((at, labels::beginning(&rest[at..])?)));
    let own = |label: &str, value: &str| {
        [
            label.to_owned(),
            value.trim_start_matches(['：', ':']).trim().to_owned(),
        ]
    };
    let mut row: Vec<String> = Vec::new();
    match next {
        Some((at, second)) => {
            row.extend(own(first, &rest[..at]));
            row.extend(own(second, &rest[at + second.len()..]));
        }
        None => row.extend(own(first, rest)),
    }
    let is_plain = |cell: &String| !cell.is_empty() && !cell.contains(['。', '，', '；']);
    row.iter().all(is_plain).then_some(row)
}

fn row(line: &str, heads: &[Column]) -> Option<Vec<String>> {
    if is_of_money(heads) {
        return of_money(line, heads);
    }
    let at = |wanted: Column| heads.iter().position(|column| *column == wanted);
    let mut row = vec![String::new(); heads.len()];
    let total = line
        .find(|c: char| c.is_ascii_digit())
        .filter(|at| is_total(&line[..*at]));
    if let Some(end) = total {
        let (weight, score) = points(line[end..].trim())?;
        line[..end].clone_into(&mut row[0]);
        weight.clone_into(&mut row[at(Column::Weight)?]);
        score.clone_into(&mut row[at(Column::Score)?]);
        return Some(row);
    }
    let mut rest = line;
    for column in [Column::First, Column::Second] {
        let Some(place) = at(column) else { continue };
        if let Some(level) = level(rest, column) {
            level.clone_into(&mut row[place]);
            rest = &rest[level.len()..];
        }
    }
    let start = rest.find(|c: char| c.is_ascii_digit() || "≥≤=＝＞＜><".contains(c))?;
    rest[..start].trim().clone_into(&mut row[at(Column::Name)?]);
    let values = values(&rest[start..]);
    let last = match values[..] {
        [target, actual, last] => {
            target.trim().clone_into(&mut row[at(Column::Target)?]);
            actual.trim().clone_into(&mut row[at(Column::Actual)?]);
            last
        }
        // 养护巡查机制健全较健全54.5: where words are aimed at nothing tells them from the name.
        _ => &rest[start..],
    };
    let end = last
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ' '))
        .unwrap_or(last.len());
    let (weight, score) = points(last[..end].trim())?;
    weight.clone_into(&mut row[at(Column::Weight)?]);
    score.clone_into(&mut row[at(Column::Score)?]);
    let reason = last[end..].trim();
    match at(Column::Reason) {
        Some(place) => reason.clone_into(&mut row[place]),
        None if !reason.is_empty() => return None,
        None => {}
    }
    (!row[at(Column::Name)?].is_empty()).then_some(row)
}

/// The level with which a text begins, its points behind it.
fn level(text: &str, column: Column) -> Option<&str> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LEVEL);
    let is_level = |end: &usize| {
        let own = &text[..*end];
        let fits = match look(own) {
            Look::FirstLevel => column == Column::First,
            Look::SecondLevel => column == Column::Second,
            Look::AnyLevel => true,
            _ => false,
        };
        fits && (own.ends_with("指标") || own.ends_with(['）', ')']))
    };
    ends.filter(is_level).last().map(|end| &text[..end])
}

/// The target, what was reached, and the rest: each number with the words behind it. A day belongs to its month.
fn values(text: &str) -> Vec<&str> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut ends = Vec::new();
    let mut at = 0;
    while ends.len() < 2 {
        let number = text[at..].find(|c: char| c.is_ascii_digit()).map(|from| at + from);
        let Some(number) = number else { return Vec::new() };
        let unit = text[number..]
            .find(|c: char| !is_number(c))
            .map_or(text.len(), |from| number + from);
        let next = text[unit..].find(|c: char| c.is_ascii_digit()).map(|from| unit + from);
        let Some(next) = next else { return Vec::new() };
        at = next;
        if !matches!(text[unit..next].trim(), "年" | "月") {
            ends.push(next);
        }
    }
    vec![&text[..ends[0]], &text[ends[0]..ends[1]], &text[ends[1]..]]
}

/// 109.79 is 10 and 9.79: of the ways to cut a run of digits into 分值 and 得分 the one whose score comes nearest to its
/// weight without going beyond it.
fn points(run: &str) -> Option<(&str, &str)> {
    if let Some((weight, score)) = run.split_once(' ') {
        return Some((weight, score.trim()));
    }
    let is_number = |text: &str| {
        let is_padded = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
        !is_padded && !text.starts_with('.') && !text.ends_with('.') && plain_number(text).is_some()
    };
    let cuts = (1..run.len()).map(|at| run.split_at(at));
    let pairs = cuts.filter(|(weight, score)| is_number(weight) && is_number(score));
    let share = |(weight, score): &(&str, &str)| plain_number(score)?.checked_div(plain_number(weight)?);
    let within = pairs.filter(|pair| share(pair).is_some_and(|share| share <= Decimal::ONE));
    within.max_by_key(share)
}

/// 年度资金总额1,320.001,320.001,267.201096.00%9.60: amounts have two decimals; what is behind them is the weight, the rate
/// and the score, of which the first two make the third.
fn of_money(line: &str, heads: &[Column]) -> Option<Vec<String>> {
    let plain: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let start = plain.find(|c: char| c.is_ascii_digit())?;
    let mut row = vec![plain[..start].to_owned()];
    let mut rest = &plain[start..];
    let amounts = heads
        .iter()
        .filter(|column| matches!(column, Column::Money(_) | Column::Budget))
        .count();
    for _ in 0..amounts {
        let end = rest.find('.')? + 3;
        let amount = rest
            .get(..end)
            .filter(|amount| plain_number(&amount.replace(',', "")).is_some())?;
        row.push(amount.to_owned());
        rest = &rest[end..];
    }
    let Some(percent) = rest.find(['%', '％']) else {
        return Some(row);
    };
    let (before, score) = (&rest[..percent], rest[percent..].trim_start_matches(['%', '％']));
    let number = |text: &str| plain_number(text);
    let makes = |cut: &usize| {
        let (weight, rate) = before.split_at(*cut);
        let (Some(weight), Some(rate), Some(score)) = (number(weight), number(rate), number(score)) else {
            return weight.chars().all(|c| matches!(c, '-' | '－' | '—')) && number(rate).is_some();
        };
        let own = weight * rate / Decimal::ONE_HUNDRED;
        rounding::half_away_from_zero(own, score.scale()) == score
    };
    let cuts = before.char_indices().map(|(at, c)| at + c.len_utf8());
    let cut = cuts.filter(|cut| *cut < before.len()).find(makes)?;
    row.extend([
        before[..cut].to_owned(),
        format!("{}%", &before[cut..]),
        score.to_owned(),
    ]);
    Some(row)
}
