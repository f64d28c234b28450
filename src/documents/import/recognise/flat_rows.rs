//! Rows of flattened tables: indicators, projects, parts of the score.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::columns::Column;
use crate::documents::import::text::flat::{FlatRow, FlatTable, goal_and_name, squeeze};
use crate::documents::import::text::lines::width;
use crate::documents::passage::Passage;

use super::indicators::{MOST, Row};
use super::text::{Text, words};

/// No name is looked for in more of a row than this, in bytes.
const LOOKED_AT: usize = 3_000;
/// Names that are looked for in rows whose cells cannot be told apart.
const NAMES: usize = 400;

/// A part of the score as a table prints it.
pub struct StatedPart {
    /// Its name.
    pub name: String,
    /// 权重.
    pub weight: String,
    /// 得分, where it is printed.
    pub score: Option<String>,
    /// Where it stands.
    pub source: Source,
}

/// What the flattened tables of a text hold.
#[derive(Default)]
pub struct Flat {
    /// Rows of indicators, table by table.
    pub indicators: Vec<Vec<Row>>,
    /// Projects.
    pub projects: Vec<Recognised>,
    /// Parts of the score with their weights as printed, and the first column of the rows below.
    pub parts: Vec<StatedPart>,
    /// The name of the part that the indicators stand in, and its lines.
    pub part_of_rows: Option<(String, Vec<Source>)>,
    /// 总分: the weight and the score of rows that are totals.
    pub totals: Vec<(Option<Decimal>, Option<Decimal>, Source)>,
}

/// Reads all flattened tables.
pub fn recognise(text: &Text<'_>) -> Flat {
    let mut flat = Flat::default();
    let mut names: Vec<String> = Vec::new();
    for table in &text.flat {
        if table.columns.contains(&Column::ProjectAmount) {
            flat.projects
                .extend(table.rows.iter().filter_map(|row| project(text, row)));
            continue;
        }
        let mut rows = Vec::new();
        for row in table.rows.iter().take(MOST) {
            if let Some((name, weight)) = part(row) {
                flat.parts.push(StatedPart {
                    name,
                    weight,
                    score: None,
                    source: source(text, row)[0].clone(),
                });
                continue;
            }
            let mut row = row.clone();
            if rows.is_empty() && table.columns.contains(&Column::Part) {
                flat.part_of_rows = part_of_rows(text, &mut row).or(flat.part_of_rows);
            }
            rows.push(indicator(text, table, &row, &names));
        }
        fill_levels(&mut rows);
        names.extend(
            rows.iter()
                .filter_map(|row| row.values.get(&Slot::IndicatorName).cloned()),
        );
        names.truncate(NAMES);
        flat.indicators.push(rows);
    }
    flat
}

fn source(text: &Text<'_>, row: &FlatRow) -> Vec<Source> {
    row.lines
        .iter()
        .map(|place| {
            Source::text(
                *place,
                0..text
                    .passages
                    .get(*place)
                    .map_or(0, |passage: &Passage| words(passage).len()),
            )
        })
        .collect()
}

/// "部门支出进度 / 30": a part without indicators.
fn part(row: &FlatRow) -> Option<(String, String)> {
    let words = row.words.concat();
    let name = words
        .trim()
        .strip_suffix(['/', '／', '—'])?
        .trim_end_matches(['/', '／', ' ', '—']);
    ((2..=20).contains(&name.chars().count()))
        .then(|| (squeeze(name), row.numbers.first().cloned().unwrap_or_default()))
}

/// The narrow first column, which stands before the first row in lines of a few characters.
fn part_of_rows(text: &Text<'_>, row: &mut FlatRow) -> Option<(String, Vec<Source>)> {
    let narrow = row
        .words
        .iter()
        .take_while(|line| width(line) <= 8 && !line.ends_with('。'))
        .count();
    if narrow < 2 || narrow >= row.words.len() {
        return None;
    }
    let name = squeeze(&row.words[..narrow].concat());
    let sources = row
        .lines
        .iter()
        .take(narrow)
        .map(|place| Source::text(*place, 0..words(&text.passages[*place]).len()))
        .collect();
    row.words.drain(..narrow);
    Some((name, sources))
}

fn indicator(text: &Text<'_>, table: &FlatTable, row: &FlatRow, names: &[String]) -> Row {
    let mut found = Row {
        sources: source(text, row),
        ..Row::default()
    };
    let numeric: Vec<Column> = table
        .columns
        .iter()
        .copied()
        .filter(|column| matches!(column, Column::Weight | Column::Score))
        .collect();
    for (column, number) in numeric.iter().rev().zip(row.numbers.iter().rev()) {
        found.set(
            if *column == Column::Weight {
                Slot::Weight
            } else {
                Slot::Score
            },
            number,
        );
    }
    let has_analysis = table
        .columns
        .iter()
        .any(|column| matches!(column, Column::Analysis | Column::Actual));
    if !has_analysis {
        let (goal, name) = goal_and_name(&row.words);
        found.set(Slot::Goal, &goal);
        found.set(Slot::IndicatorName, &name);
        return found;
    }
    // Three columns of words: the name is known from a table before, or it is the short lines after the goal.
    let whole = squeeze(&row.words.concat());
    let head = whole
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| *at >= LOOKED_AT)
        .unwrap_or(whole.len());
    let hits = names.iter().filter_map(|name| {
        let name = squeeze(name);
        let places = whole[..head].match_indices(name.as_str()).map(|(at, _)| at);
        // The goal may say the same words; the name's own cell begins where the goal has ended.
        let own = |at: &usize| *at == 0 || whole[..*at].ends_with(['。', '；', '%', '％']);
        let (mut first, mut after_goal) = (None, None);
        for at in places {
            first = first.or(Some(at));
            after_goal = after_goal.or(Some(at).filter(|at| *at > 0 && own(at)));
        }
        let at = after_goal.or(first)?;
        Some((after_goal.is_some() || own(&at), name.len(), at, name))
    });
    if let Some((_, length, at, name)) = hits.max() {
        found.set(Slot::Goal, &whole[..at]);
        found.set(Slot::IndicatorName, &name);
        found.set(Slot::Analysis, &whole[at + length..]);
        return found;
    }
    by_shape(row, &mut found);
    found
}

/// Without a known name: the goal ends with a sentence, the name is the lines up to one that ends like the
/// name of an indicator, the rest is the analysis.
fn by_shape(row: &FlatRow, found: &mut Row) {
    let ends = [
        "数量",
        "质量",
        "率",
        "满意度",
        "工作",
        "情况",
        "及时性",
        "时效",
        "次数",
        "成本",
        "程度",
        "水平",
        "效果",
        "合格",
        "个数",
        "场次",
    ];
    let goal = row
        .words
        .iter()
        .position(|line| line.ends_with('。'))
        .map_or(0, |place| place + 1);
    let name = row
        .words
        .iter()
        .skip(goal)
        .position(|line| ends.iter().any(|end| line.ends_with(end)))
        .map_or(goal + 1, |place| goal + place + 1);
    let name = name.min(row.words.len());
    found.set(Slot::Goal, &squeeze(&row.words[..goal.min(name)].concat()));
    found.set(Slot::IndicatorName, &squeeze(&row.words[goal.min(name)..name].concat()));
    found.set(Slot::Analysis, &squeeze(&row.words[name..].concat()));
    found.doubt = Some("表格被打散成行，名称和完成情况的分界是猜的。".to_owned());
}

fn project(text: &Text<'_>, row: &FlatRow) -> Option<Recognised> {
    let (task, name) = goal_and_name(&row.words);
    if name.is_empty() || name.chars().count() > 120 {
        return None;
    }
    let (sure, reason) = match task.is_empty() {
        true => (Sure::Medium, "任务和项目名称分不开。"),
        false => (Sure::High, "任务、名称、金额齐全。"),
    };
    let mut values: Vec<Value> = Vec::new();
    let mut put = |slot, text: String| values.extend((!text.is_empty()).then_some(Value { slot, text }));
    put(Slot::ProjectName, name);
    put(Slot::ProjectTask, task);
    put(Slot::ProjectAmount, row.numbers.first().cloned().unwrap_or_default());
    Some(Recognised {
        values,
        sure,
        reason: reason.to_owned(),
        sources: source(text, row),
    })
}

/// The levels above rows that leave them out are those of the row before.
pub fn fill_levels(rows: &mut [Row]) {
    let mut above: BTreeMap<Slot, String> = BTreeMap::new();
    for row in rows {
        let first = row.values.get(&Slot::FirstLevel).cloned();
        if first.is_some() && first != above.get(&Slot::FirstLevel).cloned() {
            above.remove(&Slot::SecondLevel);
        }
        for slot in [Slot::FirstLevel, Slot::SecondLevel] {
            match row.values.get(&slot) {
                Some(text) => {
                    above.insert(slot, text.clone());
                }
                None => {
                    if let Some(text) = above.get(&slot) {
                        row.values.insert(slot, text.clone());
                    }
                }
            }
        }
    }
}
