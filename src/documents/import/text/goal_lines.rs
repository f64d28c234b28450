//! 预期目标 and 实际完成情况 of a form in plain text.

use super::columns::Column;
use super::heads::{Head, head as head_at};
use super::label_lines::label_row;
use super::line::{Way, line_at};
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
        furniture: Vec::new(),
        end,
    })
}
