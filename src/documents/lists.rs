//! 佐证材料清单 and 检查结果: what goes with a report, in the same blocks.

use crate::domain::draft::Draft;
use crate::domain::finding::Findings;
use crate::domain::input::{Choice, Input};
use crate::domain::terms;

use super::block::{Align, Block, Cell, Column, Report, Table};

/// 佐证材料清单: what bears out each indicator, and where it lies. An indicator without any says so.
pub fn evidence(draft: &Draft) -> Report {
    let mut body = Vec::new();
    for (place, row) in draft.indicators.iter().enumerate() {
        let named = row.evidence.iter().filter(|evidence| !evidence.name.is_blank());
        let mut own: Vec<(&str, &str)> = named
            .map(|evidence| (evidence.name.trim(), evidence.place.trim()))
            .collect();
        if own.is_empty() {
            own.push(("（没有登记）", ""));
        }
        let count = own.len();
        for (number, (name, at)) in own.into_iter().enumerate() {
            let mut cells = vec![Cell::new(name), Cell::new(at)];
            if number == 0 {
                let division = row.division.trim();
                cells.insert(0, Cell::new((place + 1).to_string()).down(count));
                cells.insert(1, Cell::new(row.name.trim()).down(count));
                cells.push(Cell::new(division).down(count));
            }
            body.push(cells);
        }
    }
    list(
        draft,
        "佐证材料清单",
        &[
            ("序号", 70, Align::Centre),
            ("指标", 270, Align::Left),
            ("材料名称", 310, Align::Left),
            ("存放处", 200, Align::Left),
            ("责任科室", 150, Align::Centre),
        ],
        body,
        "还没有填指标。",
    )
}

/// 检查结果: what was found when the report was handed over, gravest first within each place.
pub fn findings(draft: &Draft, findings: &Findings) -> Report {
    let rows = findings.iter().enumerate().map(|(place, finding)| {
        vec![
            Cell::new((place + 1).to_string()),
            Cell::new(finding.severity().label()),
            Cell::new(finding.code.code()),
            Cell::new(terms::full_name(draft, finding.field)),
            Cell::new(finding.message.as_str()),
            Cell::new(finding.hint.as_str()),
        ]
    });
    list(
        draft,
        "检查结果",
        &[
            ("序号", 60, Align::Centre),
            ("程度", 70, Align::Centre),
            ("编号", 70, Align::Centre),
            ("位置", 220, Align::Left),
            ("问题", 330, Align::Left),
            ("怎么改", 250, Align::Left),
        ],
        rows.collect(),
        "没有发现问题。",
    )
}

fn list(draft: &Draft, name: &str, columns: &[(&str, u32, Align)], body: Vec<Vec<Cell>>, empty: &str) -> Report {
    let year = match draft.basics.year.is_blank() {
        true => String::new(),
        false => format!("{}年度", draft.basics.year.text()),
    };
    let mut title = vec![format!("{year}{}{name}", draft.scheme.kind.label())];
    if !draft.basics.unit.is_blank() {
        title.insert(0, draft.basics.unit.trim().to_owned());
    }
    let block = match body.is_empty() {
        true => Block::Note(empty.to_owned()),
        false => Block::Table(Table {
            columns: columns
                .iter()
                .map(|(_, width, align)| Column {
                    width: *width,
                    align: *align,
                })
                .collect(),
            head: vec![columns.iter().map(|(name, ..)| Cell::new(*name).centred()).collect()],
            body,
        }),
    };
    Report {
        title,
        blocks: vec![block],
        ..Report::default()
    }
}
