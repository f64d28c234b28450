//! 预期目标 and 实际完成情况 of a form in plain text.

use super::aligning::Row;
use super::columns::Column;
use super::heads::{Head, head as head_at};
use super::label_lines::label_row;
use super::line::{Span, WIDE, Way, line_at, placed, width};
use super::marks::mark;
use super::rows::{Body, ends};

/// No goals take more lines.
const GOAL_LINES: usize = 30;

/// 预期目标 and 实际完成情况, which hold text of any length: the first cell and the second, as far as they can be told
/// apart.
pub fn goals(lines: &[&str], head: &Head, from: usize) -> Option<Body> {
    let mut end = from;
    let mut cells: Vec<Vec<&str>> = Vec::new();
    while let Some(line) = line_at(lines, end) {
        let is_next = head_at(lines, end, true).is_some() || label_row(lines, end).is_some();
        if is_next || end - from >= GOAL_LINES {
            break;
        }
        if ends(lines[end], &line) && mark(lines[end].trim()).is_none() {
            break;
        }
        cells.push(line.filled().collect());
        end += 1;
    }
    // Without another block below, only the first line is sure to belong here.
    let goes_on = head_at(lines, end, true).is_some() || label_row(lines, end).is_some();
    if !goes_on {
        let own = if head.way == Way::Single { 2 } else { 1 };
        cells.truncate(own);
        end = from + cells.len();
    }
    if let Some(row) = by_places(&lines[from..end], head) {
        return Some(Body {
            rows: vec![row],
            end,
            ..Body::default()
        });
    }
    let row = |goal: String, actual: String| {
        let mut row = vec![String::new(); head.columns.len()];
        for (column, text) in [(Column::Goal, goal), (Column::Analysis, actual)] {
            if let Some(place) = head.columns.iter().position(|own| *own == Some(column)) {
                row[place] = text;
            }
        }
        row
    };
    let rows = match cells.as_slice() {
        [] => Vec::new(),
        [one] if one.len() == 1 => vec![row(one[0].to_owned(), String::new())],
        all if all.iter().all(|line| line.len() == 2) => all
            .iter()
            .map(|line| row(line[0].to_owned(), line[1].to_owned()))
            .collect(),
        [goal, actual] if goal.len() == 1 && actual.len() == 1 => vec![row(goal[0].to_owned(), actual[0].to_owned())],
        all if all.iter().filter(|line| line.len() == 2).count() == 1 && all.iter().all(|line| line.len() < 3) => {
            // The second cell begins where a line has two; both are broken over lines.
            let place = all.iter().position(|line| line.len() == 2).unwrap_or_default();
            let goal = all[..=place].iter().map(|line| line[0]).collect::<Vec<_>>().join("\n");
            let actual = all[place..]
                .iter()
                .map(|line| line[line.len() - 1])
                .collect::<Vec<_>>()
                .join("\n");
            vec![row(goal, actual)]
        }
        all => {
            // A list that begins anew is the second cell.
            let lines: Vec<String> = all.iter().map(|line| line.join(" ")).collect();
            let number = |line: &String| mark(line).map(|mark| mark.number);
            let anew = (1..lines.len()).find(|place| number(&lines[*place]) == Some(1) && number(&lines[0]) == Some(1));
            let (goal, actual) = lines.split_at(anew.unwrap_or(lines.len()));
            vec![row(goal.join("\n"), actual.join("\n"))]
        }
    };
    (!rows.is_empty()).then_some(Body {
        rows,
        end,
        ..Body::default()
    })
}

/// The two texts of aligned lines: what stands left of the middle between their heads, and what stands right of it. A
/// line of both without a wide gap is cut at the blank between words that is nearest to the middle.
fn by_places(lines: &[&str], head: &Head) -> Option<Row> {
    let at = |column| head.columns.iter().position(|own| *own == Some(column));
    let (goal, actual) = (at(Column::Goal)?, at(Column::Analysis)?);
    let (left, right) = (*head.spans.get(goal)?, *head.spans.get(actual)?);
    let cells: Vec<Vec<(Span, &str)>> = lines.iter().map(|line| placed(line, WIDE)).collect();
    // What frames the form, 年度总体目标, may stand beside each line.
    let framed = head.spans.first().filter(|_| goal > 0).map_or(0, |span| span.1);
    let middle = (left.1 + right.0) / 2;
    let mut row = vec![String::new(); head.columns.len()];
    let mut put = |place: usize, text: &str| row[place].push_str(text.trim());
    for (span, text) in cells.iter().flatten() {
        match span {
            (_, to) if *to <= framed => put(0, text),
            (from, to) if *from < left.1.min(middle) && *to > right.0.max(middle) => {
                let (first, second) = cut(text, middle - from)?;
                put(goal, first);
                put(actual, second);
            }
            (from, to) if from + to <= middle * 2 => put(goal, text),
            _ => put(actual, text),
        }
    }
    (!row[goal].is_empty() && !row[actual].is_empty()).then_some(row)
}

/// Cuts a text at the blank between two words nearest to a column.
fn cut(text: &str, column: usize) -> Option<(&str, &str)> {
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
    let blanks = text.char_indices().filter(|(place, c)| {
        let (before, behind) = (&text[..*place], &text[*place + c.len_utf8()..]);
        c.is_whitespace() && is_word(before.chars().next_back()) && is_word(behind.chars().next())
    });
    let nearest = blanks.min_by_key(|(place, _)| width(&text[..*place]).abs_diff(column));
    nearest.map(|(place, _)| text.split_at(place))
}
