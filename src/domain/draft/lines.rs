//! 一行一项: a text of several lines that is put into a list becomes one row for each line.

use super::table::Table;

/// The numerals that count paragraphs and items.
const NUMERALS: &str = "一二三四五六七八九十百";

/// The rows of a text of several lines, for the first columns of a table: without the numbers in front of them, and
/// with second names in their own column. None where the text is one line, or has cells.
pub fn rows_of_lines(table: Table, text: &str) -> Option<Vec<Vec<String>>> {
    if text.contains('\t') {
        return None;
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let rows: Vec<Vec<String>> = lines
        .map(|line| row(table, without_number(line)))
        .filter(|row| row.iter().any(|cell| !cell.is_empty()))
        .collect();
    (rows.len() > 1).then_some(rows)
}

fn row(table: Table, line: &str) -> Vec<String> {
    let is_sentence = matches!(table, Table::Problems | Table::Improvements);
    let line = match is_sentence {
        true => line,
        false => line.trim_end_matches(['；', ';', '。', '，', ',', '、']).trim_end(),
    };
    match (table, second_name(line)) {
        (Table::Divisions, Some((name, second))) => vec![name.to_owned(), second.to_owned()],
        _ => vec![line.to_owned()],
    }
}

/// A line without the number of its place in a list: "1、", "2.", "（三）", "④", "五是", "- ". A number that is part of
/// what is said, 1.5亿, stays.
pub fn without_number(line: &str) -> &str {
    let line = line.trim_start();
    let numbered = |rest: &str| {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && !('０'..='９').contains(&c));
        let numerals = rest.find(|c: char| !NUMERALS.contains(c));
        digits.filter(|end| *end > 0).or(numerals.filter(|end| *end > 0))
    };
    if let Some(rest) = line.strip_prefix(['（', '('])
        && let Some(end) = numbered(rest)
        && let Some(after) = rest[end..].strip_prefix(['）', ')'])
    {
        return after.trim_start_matches(['、', '.', '．']).trim_start();
    }
    if let Some(after) = line.strip_prefix(|c: char| ('①'..='⑳').contains(&c) || "●○•·■◆▪-—*".contains(c))
    {
        return after.trim_start();
    }
    let counted = line.strip_prefix('第').unwrap_or(line);
    let Some(end) = numbered(counted) else { return line };
    let rest = &counted[end..];
    if let Some(after) = rest.strip_prefix(['、', '）', ')']) {
        return after.trim_start();
    }
    if counted.len() < line.len()
        && let Some(after) = rest.strip_prefix(['，', ',', '：', ':'])
    {
        return after.trim_start();
    }
    if let Some(after) = rest.strip_prefix('是')
        && counted.starts_with(|c: char| NUMERALS.contains(c))
    {
        return after.trim_start_matches(['，', ',', '：', ':']).trim_start();
    }
    if let Some(after) = rest.strip_prefix(['.', '．'])
        && !after.starts_with(|c: char| c.is_ascii_digit())
    {
        return after.trim_start();
    }
    line
}

/// A name and the second one in brackets behind it, without the words that say so: "办公室（加挂信访办牌子）".
fn second_name(line: &str) -> Option<(&str, &str)> {
    let body = line.strip_suffix(['）', ')'])?;
    let (open, width) = body
        .rfind(['（', '('])
        .map(|at| (at, body[at..].chars().next().map_or(0, char::len_utf8)))?;
    let (name, second) = (body[..open].trim_end(), body[open + width..].trim());
    let bare = second
        .strip_prefix("加挂")
        .or(second.strip_prefix("挂"))
        .unwrap_or(second);
    let bare = bare.strip_suffix("牌子").unwrap_or(bare);
    let second = bare.strip_suffix('的').unwrap_or(bare).trim();
    (!name.is_empty() && !second.is_empty()).then_some((name, second))
}
