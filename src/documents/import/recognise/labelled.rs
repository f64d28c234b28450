//! What stands above the rows of a form: cells with a label before them, and 年度总体目标.

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure};
use crate::documents::import::text::columns::{Column, heads};
use crate::documents::import::text::fit::{is_dots, is_nothing};
use crate::documents::import::text::labels;

use super::grid_rows::cells;
use super::reasons::labelled_text;
use super::text::Text;

/// Cells with a label before them: 项目名称 | 某项目 | 主管部门 | 某局.
pub fn labelled(text: &Text<'_>) -> Vec<Recognised> {
    let mut found: Vec<Recognised> = Vec::new();
    for (place, grid) in text.grids() {
        for (row, cells) in grid.iter().enumerate() {
            for (slot, value) in labels::values(cells) {
                let is_known = found.iter().any(|item| item.slot() == Some(slot));
                // The unit is told by all places together.
                if slot != Slot::Unit && !is_known && value.chars().count() <= 80 {
                    found.push(Recognised::one(
                        slot,
                        value,
                        Sure::High,
                        "表头写明。",
                        Source::row(place, row),
                    ));
                }
            }
        }
    }
    found
}

/// 预期目标 and 实际完成情况 of a form: the rows below a head of these two.
pub fn goals(text: &Text<'_>) -> Vec<Recognised> {
    let mut found: Vec<Recognised> = Vec::new();
    for (place, grid) in text.grids() {
        let mut head: Vec<Option<Column>> = Vec::new();
        for (row, own_cells) in grid.iter().enumerate() {
            let named = heads(own_cells);
            let mut distinct: Vec<Column> = named.iter().flatten().copied().collect();
            distinct.dedup();
            if distinct == [Column::Goal, Column::Analysis] {
                head = named;
                continue;
            }
            if distinct.len() > 1 || labels::values(own_cells).next().is_some() {
                head.clear();
            }
            for (column, slot) in [
                (Column::Goal, Slot::OverallObjective),
                (Column::Analysis, Slot::ObjectiveActual),
            ] {
                let own = cells(&head, own_cells).find(|(own, cell)| *own == column && !cell.is_empty());
                if let Some((_, cell)) = own.filter(|(_, cell)| !is_nothing(cell) && !is_dots(cell)) {
                    found.push(Recognised::one(
                        slot,
                        cell,
                        Sure::High,
                        "表里写明。",
                        Source::row(place, row),
                    ));
                }
            }
        }
    }
    found
}

/// 存在问题 and 改进措施 of a form behind their labels: 改进措施及结果应用方案 | a text. Reasons are those of indicators.
pub fn remarks(text: &Text<'_>) -> Vec<Recognised> {
    let of_rows = text.grids().flat_map(|(place, grid)| {
        let rows = grid.iter().enumerate();
        rows.filter_map(move |(row, cells)| Some((labelled_text(cells)?, Source::row(place, row))))
    });
    let of_lines = text.paragraphs().filter_map(|(place, words)| {
        let own = words.trim().split_once('\t')?;
        Some(((own.0.trim(), own.1.trim()), Source::text(place, 0..words.len())))
    });
    let found = of_rows.chain(of_lines).filter_map(|((label, said), source)| {
        let has = |words: &[&str]| label.chars().count() <= 20 && words.iter().any(|word| label.contains(word));
        let slot = match () {
            () if has(&["原因"]) => return None,
            () if has(&["问题"]) => Slot::Problem,
            () if has(&["改进", "整改", "建议"]) => Slot::Improvement,
            () => return None,
        };
        Some(Recognised::one(slot, said, Sure::High, "表里写明。", source))
    });
    found.collect()
}
