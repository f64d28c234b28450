//! 佐证材料清单 and 复核清单: what goes with a report, in the same blocks.

use crate::domain::checks::finding::finding::Severity;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::names;
use crate::domain::references::span::Span;
use crate::domain::values::input::{Choice, Input};

use super::block::{Align, Block, Cell, Column, Report, Table};
use super::column_widths::fit_alike;

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
    let blocks = match body.is_empty() {
        true => Vec::new(),
        false => vec![table(&EVIDENCE, body)],
    };
    list(draft, "佐证材料清单", blocks, "还没有填指标。")
}

/// 复核清单: what is to be worked off, part by part of the report, each with what is behind it, and what the
/// office has set aside, with its reasons.
pub fn findings(draft: &Draft, findings: &Findings) -> Report {
    let mut report = list(draft, "复核清单", to_work_off(draft, findings), "没有要处理的问题。");
    if !findings.is_empty() {
        let (text, figure) = (tally(findings), false);
        report.blocks.insert(0, Block::Paragraph(vec![Span { text, figure }]));
    }
    if !findings.aside.is_empty() {
        report.blocks.push(Block::Heading(1, "不处理的检查结果".to_owned()));
        report.blocks.push(table(&ASIDE, set_aside(draft, findings)));
    }
    fit_alike(&mut report.blocks);
    report
}

const EVIDENCE: [Headed; 5] = [
    ("序号", Align::Centre),
    ("指标", Align::Left),
    ("材料名称", Align::Left),
    ("存放处", Align::Left),
    ("责任科室", Align::Centre),
];

const FINDINGS: [Headed; 6] = [
    ("序号", Align::Centre),
    ("程度", Align::Centre),
    ("编号", Align::Centre),
    ("位置", Align::Left),
    ("问题", Align::Left),
    ("怎么改，依据", Align::Left),
];

const ASIDE: [Headed; 5] = [
    ("序号", Align::Centre),
    ("编号", Align::Centre),
    ("位置", Align::Left),
    ("问题", Align::Left),
    ("不处理的理由", Align::Left),
];

/// How many there are: "要处理的共 18 条：错误 5 条，警告 8 条，提示 5 条。另有 2 条不处理，理由列在后面。"
fn tally(findings: &Findings) -> String {
    let counts = Severity::ALL
        .iter()
        .map(|severity| (severity.label(), findings.count(*severity)));
    let counts: Vec<(&str, usize)> = counts.filter(|(_, count)| *count > 0).collect();
    let sum: usize = counts.iter().map(|(_, count)| count).sum();
    let parts: Vec<String> = counts
        .iter()
        .map(|(name, count)| format!("{name} {count} 条"))
        .collect();
    let all = format!("要处理的共 {sum} 条：{}。", parts.join("，"));
    match findings.aside.len() {
        0 => all,
        aside => format!("{all}另有 {aside} 条不处理，理由列在后面。"),
    }
}

/// Each part of the report under a heading, which stays with its first row, as a line within a table would not.
fn to_work_off(draft: &Draft, findings: &Findings) -> Vec<Block> {
    let order = findings.in_order();
    let mut number = 0;
    let mut blocks = Vec::new();
    for part in order.chunk_by(|one, next| Chapter::of(one.field) == Chapter::of(next.field)) {
        let rows = part.iter().map(|finding| {
            number += 1;
            vec![
                Cell::new(number.to_string()),
                Cell::new(finding.severity().label()),
                Cell::new(finding.code.code()),
                Cell::new(names::full_name(draft, finding.field)),
                Cell::new(finding.message.as_str()),
                Cell::new(format!("{}\n依据：{}", finding.hint, finding.code.basis())),
            ]
        });
        let rows = rows.collect();
        if let Some(first) = part.first() {
            let name = Chapter::of(first.field).label();
            blocks.push(Block::Heading(1, format!("{name}（{} 条）", part.len())));
        }
        blocks.push(table(&FINDINGS, rows));
    }
    blocks
}

fn set_aside(draft: &Draft, findings: &Findings) -> Vec<Vec<Cell>> {
    let rows = findings.aside.iter().enumerate().map(|(place, aside)| {
        vec![
            Cell::new((place + 1).to_string()),
            Cell::new(aside.finding.code.code()),
            Cell::new(names::full_name(draft, aside.finding.field)),
            Cell::new(aside.finding.message.as_str()),
            Cell::new(aside.reason(draft)),
        ]
    });
    rows.collect()
}

/// A column: heading, how its cells stand.
type Headed = (&'static str, Align);

fn list(draft: &Draft, name: &str, mut blocks: Vec<Block>, empty: &str) -> Report {
    let year = match draft.basics.year.is_blank() {
        true => String::new(),
        false => format!("{}年度", draft.basics.year.text()),
    };
    // Broken by sense: together the words are longer than a line.
    let mut title = vec![format!("{year}{}", draft.scheme.kind.label()), name.to_owned()];
    if !draft.basics.unit.is_blank() {
        title.insert(0, draft.basics.unit.trim().to_owned());
    }
    if blocks.is_empty() {
        blocks.push(Block::Note(empty.to_owned()));
    }
    fit_alike(&mut blocks);
    Report {
        title,
        blocks,
        ..Report::default()
    }
}

fn table(columns: &[Headed], body: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table {
        columns: columns.iter().map(|(_, align)| Column::of(*align)).collect(),
        head: vec![columns.iter().map(|(name, ..)| Cell::new(*name).centred()).collect()],
        body,
    })
}
