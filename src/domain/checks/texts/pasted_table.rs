//! E5 and E6 of tables that were pasted into a text: lines with tabs between their cells.

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::prose::number::plain_number;
use crate::domain::prose::pasted::{Piece, pieces};
use crate::domain::prose::words::WordList;

/// Finds E5 and E6 of one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if !text.contains('\t') {
        return;
    }
    // The two lines above a table.
    let mut before: Vec<&str> = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Line(line) => before.push(line),
            Piece::Table(rows) => {
                let above = before.iter().rev().take(2).copied().collect::<String>();
                table(field, &above, &rows, found);
                before.clear();
            }
        }
    }
}

fn table(field: Field, before: &str, rows: &[Vec<&str>], found: &mut Vec<Finding>) {
    let head = rows.first().map(|row| row.concat()).unwrap_or_default();
    no_caption(field, before, &head, rows, found);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    for column in 0..columns {
        let cells: Vec<&str> = rows.iter().filter_map(|row| row.get(column).copied()).collect();
        let name = cells.first().copied().unwrap_or_default();
        if !is_of_one_kind(name) {
            continue;
        }
        if let Some(message) = mixed_decimals(name, cells.iter().skip(1).copied()) {
            found.push(Finding::new(
                Code::E6,
                field,
                message,
                "同一栏保留一样的小数位数；金额以万元为单位，保留两位。",
            ));
        }
    }
}

/// Whether all numbers of a column are amounts or rates. 完成值 and 得分 have as many decimals as they need.
fn is_of_one_kind(name: &str) -> bool {
    const KINDS: WordList = WordList::of(&[
        "金额",
        "预算",
        "支出",
        "执行数",
        "决算",
        "资金",
        "投资",
        "收入",
        "经费",
        "原值",
        "净值",
        "率",
        "占比",
    ]);
    KINDS.any_in(name) && !name.contains('分')
}

fn no_caption(field: Field, before: &str, head: &str, rows: &[Vec<&str>], found: &mut Vec<Finding>) {
    const MONEY: WordList = WordList::of(&["金额", "预算", "支出", "执行数", "资金"]);
    let has_caption = before.contains('表');
    let has_money = MONEY.any_in(head) && rows.iter().skip(1).flatten().any(|cell| plain_number(cell).is_some());
    let has_unit = before.contains("单位") || head.contains('元');
    let lacks = match (has_caption, !has_money || has_unit) {
        (true, true) => return,
        (false, true) => "没有表题",
        (true, false) => "没有写金额单位",
        (false, false) => "没有表题，也没有写金额单位",
    };
    found.push(Finding::new(
        Code::E5,
        field,
        format!("这里粘贴的表格{lacks}。"),
        "把各行填到“重点项目”或“指标”里，导出时会有表题和单位；留在正文里的，上面写“表×…”和“单位：万元”。",
    ));
}

/// What is wrong where some numbers of a column have two decimals and others fewer; none where they agree.
pub fn mixed_decimals<'a>(name: &str, cells: impl Iterator<Item = &'a str>) -> Option<String> {
    let numbers: Vec<(&str, usize)> = cells
        // 0 and 100% are exact.
        .filter(|cell| {
            plain_number(cell).is_some_and(|number| !number.is_zero()) && !matches!(*cell, "100" | "100%" | "100％")
        })
        .map(|cell| {
            (
                cell,
                cell.split(['.', '．'])
                    .nth(1)
                    .map_or(0, |decimals| decimals.chars().count()),
            )
        })
        .collect();
    let most = numbers.iter().map(|(_, places)| *places).max()?;
    let (fewer, _) = numbers.iter().find(|(_, places)| *places < most)?;
    let (full, _) = numbers.iter().find(|(_, places)| *places == most)?;
    let column = if name.is_empty() {
        String::new()
    } else {
        format!("“{name}”一栏的")
    };
    Some(format!("{column}小数位数不一致：{full} 和 {fewer}。"))
}
