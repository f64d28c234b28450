//! D4 of tables: a column that says whether each target was reached, against the target and the actual value beside it.

use std::ops::Range;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::prose::binding;
use crate::domain::values::comparator::Comparator;

/// Heads of such a column.
const WHETHER: [&str; 6] = ["是否达标", "是否完成", "是否达到", "是否实现", "达标情况", "是否超"];
/// What it says of what was reached, and of what was not.
const YES: [&str; 6] = ["是", "达标", "完成", "已完成", "已达标", "已达到"];
const NO: [&str; 5] = ["否", "未达标", "未完成", "未达到", "不达标"];

/// Finds D4 of the rows of all tables.
pub fn check(of: &OfText<'_>, ledger: &Ledger, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    for table in &ledger.tables {
        let head = |words: &[&str]| {
            (0..table.columns.len()).find(|place| {
                let head = table.head(text, *place).unwrap_or_default();
                words.iter().any(|word| head.contains(word))
            })
        };
        let (Some(whether), Some(target), Some(actual)) =
            (head(&WHETHER), head(&["目标", "指标值"]), head(&["实际", "完成值"]))
        else {
            continue;
        };
        for row in &table.rows {
            let cell = |place: usize| row.get(place).map(|cell: &Range<usize>| text[cell.clone()].trim());
            let (Some(said), Some(aim), Some(done)) = (cell(whether), cell(target), cell(actual)) else {
                continue;
            };
            let told = if YES.contains(&said) {
                true
            } else if NO.contains(&said) {
                false
            } else {
                continue;
            };
            if is_reached(aim, done).is_some_and(|is_reached| is_reached != told) {
                let place = row[whether].clone();
                found.push(
                    Finding::new(
                        Code::D4,
                        field,
                        format!("表里写“{said}”，目标是 {aim}，实际是 {done}。"),
                        "核对目标、实际和结论，改写错的那个。",
                    )
                    .about([(field, place)]),
                );
            }
        }
    }
}

/// Whether an actual value reaches a target that says how it binds.
fn is_reached(aim: &str, done: &str) -> Option<bool> {
    let digits = aim.find(|c: char| c.is_ascii_digit())?;
    let (comparator, _) = binding::limit_before(aim[..digits].trim_end())?;
    let (target, actual) = (Printed::read(&aim[digits..])?, Printed::read(done)?);
    let is_one = target.kind == actual.kind || target.kind == Kind::Bare || actual.kind == Kind::Bare;
    match comparator {
        Comparator::AtLeast => is_one.then_some(actual.value >= target.value),
        Comparator::AtMost => is_one.then_some(actual.value <= target.value),
        Comparator::Exactly | Comparator::Between => None,
    }
}
