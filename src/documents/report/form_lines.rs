//! The indicators of a form as a table: levels merged, rows of parts without indicators, the sum.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, GroupField, List, PartField};
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation, PartEvaluation};
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::layout::{LevelPoints, LineColumn, Lines, Order, Shown, Total};
use crate::domain::scheme::part::Part;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;

use super::block::{Cell, Column, Table};
use super::form_cells::{align, cell};
use super::levels::{FormRow, lines};

/// The table.
pub fn table(draft: &Draft, evaluation: &Evaluation, form: &Lines) -> Table {
    let full = draft.scheme.full_points();
    let mut body = match form.order {
        Order::AsTyped => {
            let rows = draft.indicators.iter().zip(&evaluation.indicators);
            rows.map(|(row, result)| own(form.columns, row, result, full)).collect()
        }
        Order::ByLevel => by_level(form.columns, &lines(draft, evaluation), full),
        Order::AllParts => all_parts(draft, evaluation, form.columns, full),
    };
    body.push(total(evaluation, form, full));
    let columns = form.columns.iter();
    Table {
        columns: columns.clone().map(|column| Column::of(align(column.shows))).collect(),
        head: vec![columns.map(|column| Cell::new(column.head).centred()).collect()],
        body,
    }
}

/// The cells of one indicator without its levels.
fn own(columns: &[LineColumn], row: &Indicator, result: &IndicatorEvaluation, full: Option<Points>) -> Vec<Cell> {
    let columns = columns.iter().filter(|column| !is_level(column.shows));
    columns.map(|column| cell(column.shows, row, result, full)).collect()
}

fn is_level(shown: Shown) -> bool {
    matches!(shown, Shown::Word(_) | Shown::Part(_) | Shown::Group(_))
}

fn by_level(columns: &[LineColumn], lines: &[FormRow<'_>], full: Option<Points>) -> Vec<Vec<Cell>> {
    let rows = lines.iter().enumerate().map(|(place, line)| {
        let before = place.checked_sub(1).and_then(|place| lines.get(place));
        let run = |same: &dyn Fn(&FormRow<'_>) -> bool| -> usize {
            match before.is_some_and(same) {
                true => 0,
                false => lines.iter().skip(place).take_while(|other| same(other)).count(),
            }
        };
        let below = lines.get(place..).unwrap_or_default();
        let cells = columns.iter().filter_map(|column| {
            let (text, count, field) = match column.shows {
                Shown::Word(word) => (word.to_owned(), run(&|_| true), None),
                Shown::Part(points) => {
                    let count = run(&|other| line.same_first_level(other));
                    let field = match line.group.filter(|group| !group.first_level.is_empty()) {
                        Some(group) => Field::Group(line.part.id, group.id, GroupField::FirstLevel),
                        None => Field::Part(line.part.id, PartField::Name),
                    };
                    let name = first_level_name(below.get(..count).unwrap_or_default(), points);
                    (name, count, Some(field))
                }
                Shown::Group(points) => {
                    let count = run(&|other| line.same_group(other));
                    let field = line
                        .group
                        .map(|group| Field::Group(line.part.id, group.id, GroupField::Name));
                    (group_name(below.get(..count).unwrap_or_default(), points), count, field)
                }
                shown => return Some(cell(shown, line.row, line.result, full)),
            };
            let cell = Cell::new(text.trim()).down(count);
            let cell = match field {
                Some(field) => cell.from_field(field),
                None => cell,
            };
            (count > 0).then_some(cell)
        });
        cells.collect()
    });
    rows.collect()
}

/// The name of a first level with its points: those of the part, or where it stands inside one, those of its lines.
fn first_level_name(lines: &[FormRow<'_>], points: LevelPoints) -> String {
    let Some(line) = lines.first() else {
        return String::new();
    };
    let (name, weight) = (line.first_level(), line.part.weight.text());
    let is_part = line.group.is_none_or(|group| group.first_level.is_empty());
    match points {
        LevelPoints::Unsaid => name.to_owned(),
        LevelPoints::Full if is_part => format!("{name}（{weight}分）"),
        LevelPoints::Earned if is_part => {
            let score = line.part_result.and_then(|result| result.score.ok());
            earned(name, score, &weight)
        }
        LevelPoints::Full => {
            let (_, weight) = sums(lines);
            weight.map_or(name.to_owned(), |weight| format!("{name}（{}分）", weight.printed()))
        }
        LevelPoints::Earned => earned_by_lines(name, lines),
    }
}

/// The name of a group with the points of the lines that stand in it.
fn group_name(lines: &[FormRow<'_>], points: LevelPoints) -> String {
    let group = lines.first().and_then(|line| line.group);
    let (Some(group), name) = (group, group.map_or("", |group| group.name.trim())) else {
        return String::new();
    };
    match points {
        LevelPoints::Unsaid => name.to_owned(),
        LevelPoints::Full if group.weight.is_blank() => name.to_owned(),
        LevelPoints::Full => format!("{name}（{}分）", group.weight.text()),
        LevelPoints::Earned => earned_by_lines(name, lines),
    }
}

/// 得分 and 分值 of lines together; none where one of them is not known.
fn sums(lines: &[FormRow<'_>]) -> (Option<Points>, Option<Points>) {
    let score = lines.iter().map(|line| line.result.score.ok()).sum();
    let weight = lines.iter().map(|line| line.result.weight.ok()).sum();
    (score, weight)
}

fn earned_by_lines(name: &str, lines: &[FormRow<'_>]) -> String {
    let (score, weight) = sums(lines);
    earned(name, score, &weight.map(Points::printed).unwrap_or_default())
}

/// 产出指标 and below it 49.79/50; without a score the points are open.
fn earned(name: &str, score: Option<Points>, weight: &str) -> String {
    format!("{name}\n{}/{weight}", score.map(Points::printed).unwrap_or_default())
}

fn all_parts(draft: &Draft, evaluation: &Evaluation, columns: &[LineColumn], full: Option<Points>) -> Vec<Vec<Cell>> {
    let all = lines(draft, evaluation);
    let mut body = Vec::new();
    for (part, result) in draft.scheme.parts.iter().zip(&evaluation.parts) {
        let own: Vec<FormRow<'_>> = all.iter().filter(|line| line.part.id == part.id).copied().collect();
        match own.is_empty() {
            true => body.push(part_row(part, result, columns)),
            false => body.extend(by_level(columns, &own, full)),
        }
    }
    body
}

/// A part that has no indicators, with its own points and score.
fn part_row(part: &Part, result: &PartEvaluation, columns: &[LineColumn]) -> Vec<Cell> {
    let before = columns
        .iter()
        .take_while(|column| !matches!(column.shows, Shown::Name(_)));
    let name = Cell::new(part.name.trim()).across(before.count()).centred();
    let columns = columns
        .iter()
        .skip_while(|column| !matches!(column.shows, Shown::Name(_)));
    let others = columns.map(|column| match column.shows {
        Shown::Name(_) => Cell::new("/").centred(),
        Shown::TypedWeight | Shown::Weight => {
            Cell::new(part.weight.text()).from_field(Field::Part(part.id, PartField::Weight))
        }
        Shown::Score => Cell::new(result.score.map(Points::printed).unwrap_or_default())
            .from_field(Field::Part(part.id, PartField::Weight)),
        _ => Cell::new(""),
    });
    let name = name.from_field(Field::Part(part.id, PartField::Name));
    std::iter::once(name).chain(others).collect()
}

/// The sum, which leads to the rows that it is of; the grade stands in the last column that nothing is summed in, or behind the name of the row.
fn total(evaluation: &Evaluation, form: &Lines, full: Option<Points>) -> Vec<Cell> {
    let (name, weight, score) = match form.total {
        Total::Parts => ("合计", full, None),
        Total::Indicators => {
            let scores = evaluation.indicators.iter().map(|result| result.score.ok());
            ("合计", evaluation.indicator_weight.ok(), scores.sum::<Option<Points>>())
        }
        Total::Whole => ("总分", full, evaluation.total.ok()),
    };
    let is_summed = |column: &&LineColumn| {
        matches!(
            column.shows,
            Shown::TypedWeight | Shown::Weight | Shown::Score | Shown::Share | Shown::Review
        )
    };
    let first = form.columns.iter().position(|column| is_summed(&column));
    let (before, rest) = form.columns.split_at(first.unwrap_or_default());
    let grade = evaluation.grade.ok().filter(|_| form.total == Total::Whole);
    let grade = grade.map(Choice::label).unwrap_or_default();
    let free = rest.iter().rposition(|column| !is_summed(&column));
    let name = match free {
        None if !grade.is_empty() => format!("{name}（{grade}）"),
        _ => name.to_owned(),
    };
    let rows = Field::Rows(List::Indicators);
    let points = |points: Option<Points>| Cell::new(points.map(Points::printed).unwrap_or_default()).from_field(rows);
    let others = rest.iter().enumerate().map(|(place, column)| match column.shows {
        Shown::TypedWeight | Shown::Weight => points(weight),
        Shown::Score => points(score),
        Shown::Share => Cell::new("100%"),
        _ if Some(place) == free => Cell::new(grade).centred().from_field(rows),
        _ => Cell::new(""),
    });
    std::iter::once(Cell::new(name).across(before.len()).centred())
        .chain(others)
        .collect()
}
