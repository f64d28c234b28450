//! D5 同一项指标前后写法不同: weights that texts and pasted tables give, and indicators that stand twice.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::facts::reading::table::{Column, Table};
use crate::domain::prose::number::plain_number;
use crate::domain::prose::words::{WordList, find};
use crate::domain::scheme::indicator::{Indicator, Measure};
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

use super::of_reading::OfReading;

/// Whether a text speaks of 权重 or 分值.
pub fn names_weights(text: &str) -> bool {
    const WEIGHTS: WordList = WordList::of(&["权重", "分值"]);
    WEIGHTS.any_in(text)
}

/// D5: an indicator that a text, or a table pasted into it, names with a weight.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let OfReading { reading, draft, .. } = *of;
    if !reading.names_weights {
        return;
    }
    for row in &draft.indicators {
        let name = row.name.trim();
        let Some(weight) = row.weight.value().filter(|_| name.chars().nth(3).is_some()) else {
            continue;
        };
        let in_table = || said_in_table(&reading.text, name, &reading.ledger.tables);
        let said = said_in_words(&reading.text, name).or_else(in_table);
        let Some(said) = said.filter(|said| Points::new(*said) != *weight) else {
            continue;
        };
        found.push(
            Finding::new(
                Code::D5,
                reading.field,
                format!(
                    "这里写“{name}”的权重是 {}，评分表里是 {}。",
                    Points::new(said).printed(),
                    weight.printed()
                ),
                "核对指标表，前后写一样的权重。",
            )
            .resting_on(vec![Field::Indicator(row.id, IndicatorField::Weight)]),
        );
    }
}

/// The weight that follows a name within its clause: “完工及时率”（权重5分）.
fn said_in_words(text: &str, name: &str) -> Option<Decimal> {
    let start = find(text, name)?;
    let after = text.get(start + name.len()..)?;
    let clause: String = after
        .chars()
        .take_while(|c| !matches!(c, '，' | '。' | '；' | '\n'))
        .take(14)
        .collect();
    let (_, number) = clause.split_once("权重").or_else(|| clause.split_once("分值"))?;
    let number = number.trim_start_matches(['为', '是', '占', '：', ':', ' ']);
    let end = number
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(number.len());
    plain_number(number.get(..end)?)
}

/// The weight in the row of a table that has such a column.
fn said_in_table(text: &str, name: &str, tables: &[Table]) -> Option<Decimal> {
    let mut rows = tables
        .iter()
        .flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let is_named = |row: &[Range<usize>]| row.iter().any(|cell| text.get(cell.clone()) == Some(name));
    let (table, row) = rows.find(|(table, row)| table.place(Column::Weight).is_some() && is_named(row))?;
    plain_number(table.cell(text, row, Column::Weight)?)
}

/// Whether two drafts name, place and weigh their indicators alike, with the same targets.
pub fn has_same_names(earlier: &Draft, draft: &Draft) -> bool {
    let mut rows = earlier.indicators.iter().zip(&draft.indicators);
    earlier.indicators.len() == draft.indicators.len()
        && rows.all(|(one, other)| {
            let key = |row: &'_ Indicator| (row.id, row.place, row.weight.clone());
            let target = |row: &Measure| (row.target.clone(), row.unit.clone());
            let targets = |row: &'_ Indicator| row.measures.iter().map(target).collect::<Vec<_>>();
            one.is_same(other)
                || (key(one) == key(other)
                    && one.name == other.name
                    && one.goal == other.goal
                    && one.nature == other.nature
                    && targets(one) == targets(other))
        })
}

/// D5: one indicator that stands twice in the same place of the scheme, with different weights.
pub fn named_twice(draft: &Draft) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut first: BTreeMap<(&str, &str, Option<Id>), &Indicator> = BTreeMap::new();
    for row in &draft.indicators {
        let key = (row.name.trim(), row.goal.trim(), row.place);
        if key.0.is_empty() || key.1.is_empty() {
            continue;
        }
        let Some(earlier) = first.get(&key) else {
            first.insert(key, row);
            continue;
        };
        if let (Some(one), Some(other)) = (earlier.weight.value(), row.weight.value())
            && one != other
        {
            found.push(
                Finding::new(
                    Code::D5,
                    Field::Indicator(row.id, IndicatorField::Weight),
                    format!(
                        "“{}”出现两次，权重一处是 {}，一处是 {}。",
                        key.0,
                        one.printed(),
                        other.printed()
                    ),
                    "留下一个；确实是两项的，把名称或目标写得不一样。",
                )
                .resting_on(vec![Field::Indicator(earlier.id, IndicatorField::Weight)]),
            );
        }
    }
    found
}
