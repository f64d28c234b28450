//! Tables: fixed widths, merged cells, header rows on each page, rows that do not break.

use crate::documents::archive::xml::Xml;
use crate::documents::report::block::{Align, Block, Placed, Table};
use crate::documents::report::line_breaks::{Setting, Type};
use crate::documents::report::page::Cells;
use crate::documents::report::pagination::Turn;
use crate::documents::report::{line_breaks, page, pagination};

use super::paragraph::run;
use super::read::REPEATED;

/// How high a border is, twips, rounded up.
const BORDER: i32 = 16;

/// How high the empty line after a table is, twips: next to nothing between two that touch.
pub fn gap(next: Option<&Block>) -> i32 {
    if touches(next) { 20 } else { 120 }
}

/// Whether a table is followed by the one that goes on with it.
pub fn touches(next: Option<&Block>) -> bool {
    matches!(next, Some(Block::Table(_)))
}

/// Where a table stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// How its pages lie.
    pub turn: Turn,
    /// How high the empty line after it is, twips.
    pub gap: i32,
    /// Whether its last line is the first of the table below, which would else stand twice.
    pub shares: bool,
    /// The rows that begin a page, as they follow from the format.
    pub tops: &'a [usize],
}

/// Writes a table and the empty line after it, without which Word makes one table of two.
pub fn write(xml: &mut Xml, table: &Table, place: Place<'_>) {
    // Word calls a table without rows or columns a damaged file.
    if table.columns.is_empty() || table.head.is_empty() && table.body.is_empty() {
        return;
    }
    let across = page::width(place.turn);
    let cells = Cells::on(place.turn);
    let widths = widths(table, across);
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[("w:w", &across.to_string()), ("w:type", "dxa")]);
            xml.empty("w:jc", &[("w:val", "center")]);
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = if place.shares && side == "w:bottom" {
                        "nil"
                    } else {
                        "single"
                    };
                    xml.empty(
                        side,
                        &[("w:val", line), ("w:sz", "6"), ("w:space", "0"), ("w:color", "000000")],
                    );
                }
            });
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.element("w:tblCellMar", &[], |xml| {
                for (side, width) in [
                    ("w:top", cells.above),
                    ("w:left", cells.margin),
                    ("w:bottom", cells.above),
                    ("w:right", cells.margin),
                ] {
                    xml.empty(side, &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                }
            });
        });
        xml.element("w:tblGrid", &[], |xml| {
            widths
                .iter()
                .for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
        });
        for row in table.head_grid() {
            let kind = Row {
                turn: place.turn,
                head: true,
                keep: true,
                long: false,
            };
            table_row(xml, &kind, |xml| {
                for placed in row {
                    table_cell(xml, &placed, width(&widths, &placed), Align::Centre, &kind);
                }
            });
        }
        let body = table.grid();
        let last = body.len().saturating_sub(1);
        let opening = opening(table, &body, &widths, place.turn);
        for (number, row) in body.into_iter().enumerate() {
            let kind = Row {
                turn: place.turn,
                head: false,
                keep: number + 1 < opening || number + 1 == last,
                long: row.iter().any(|placed| is_long(placed, width(&widths, placed), cells)),
            };
            let begins_page = place.tops.contains(&number);
            table_row(xml, &kind, |xml| {
                for placed in row {
                    // A name that goes on over a page is said again on it.
                    let again = begins_page && placed.cell.text.len() <= REPEATED;
                    let placed = Placed {
                        continues: placed.continues && !again,
                        ..placed
                    };
                    let column = table.columns.get(placed.column).map(|column| column.align);
                    let align = placed.cell.align.or(column).unwrap_or_default();
                    table_cell(xml, &placed, width(&widths, &placed), align, &kind);
                }
            });
        }
    });
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "TableNote")]);
            xml.empty(
                "w:spacing",
                &[("w:line", &place.gap.to_string()), ("w:lineRule", "exact")],
            );
        });
    });
}

/// What a row is.
struct Row {
    /// How its page lies.
    turn: Turn,
    /// A header row, repeated on each page.
    head: bool,
    /// It stays on the page of the next row: a table does not begin with one or two rows at the foot of a page, and
    /// the sum, which comes last, does not stand alone on one.
    keep: bool,
    /// So high that moving it whole to the next page would leave a hole.
    long: bool,
}

fn table_row(xml: &mut Xml, kind: &Row, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            if !kind.long {
                xml.empty("w:cantSplit", &[]);
            }
            xml.empty(
                "w:trHeight",
                &[("w:val", &Cells::on(kind.turn).row.to_string()), ("w:hRule", "atLeast")],
            );
            if kind.head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}

fn table_cell(xml: &mut Xml, placed: &Placed<'_>, width: u32, align: Align, kind: &Row) {
    let align = match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    };
    let merge = match (placed.continues, placed.rows_left) {
        (true, _) => Some("continue"),
        (false, 2..) => Some("restart"),
        (false, _) => None,
    };
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if placed.columns > 1 {
                xml.empty("w:gridSpan", &[("w:val", &placed.columns.to_string())]);
            }
            if let Some(merge) = merge {
                xml.empty("w:vMerge", &[("w:val", merge)]);
            }
            xml.empty("w:vAlign", &[("w:val", "center")]);
        });
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                let style = match (kind.turn, kind.head) {
                    (Turn::Form, true) => "FormHead",
                    (Turn::Form, false) => "FormText",
                    (_, true) => "TableHead",
                    (_, false) => "TableText",
                };
                xml.empty("w:pStyle", &[("w:val", style)]);
                if kind.keep && !kind.head {
                    xml.empty("w:keepNext", &[]);
                }
                xml.empty("w:jc", &[("w:val", align)]);
            });
            if !placed.continues {
                run(xml, &placed.cell.text);
            }
        });
    });
}

/// How many rows stay with the head.
fn opening(table: &Table, body: &[Vec<Placed<'_>>], widths: &[u32], turn: Turn) -> usize {
    let heights = |rows: &[Vec<Placed<'_>>]| row_heights(rows, widths, Cells::on(turn), Setting::AS_ASKED);
    let head = heights(&table.head_grid()).into_iter().sum();
    let page = i32::try_from(page::height(turn)).unwrap_or_default();
    pagination::opening(head, &heights(body), page)
}

/// The heights of rows, twips.
pub fn row_heights(grid: &[Vec<Placed<'_>>], widths: &[u32], cells: Cells, setting: Setting) -> Vec<i32> {
    let space = i32::try_from(2 * cells.above).unwrap_or_default() + BORDER;
    let height = |row: &Vec<Placed<'_>>| {
        let own = row.iter().filter(|placed| placed.rows_left == 1 && !placed.continues);
        let lines = own
            .map(|placed| lines_of(placed, width(widths, placed), cells, setting))
            .max();
        let lines = i32::try_from(lines.unwrap_or(1)).unwrap_or(i32::MAX / 1_000);
        (lines * cells.line + space).max(cells.row)
    };
    grid.iter().map(height).collect()
}

/// Whether a cell needs more lines than a row may have without a break inside it.
fn is_long(placed: &Placed<'_>, width: u32, cells: Cells) -> bool {
    const LINES: usize = 18;
    placed.rows_left == 1 && !placed.continues && lines_of(placed, width, cells, Setting::AS_ASKED) > LINES
}

/// How many lines the text of a cell needs in a width.
fn lines_of(placed: &Placed<'_>, width: u32, cells: Cells, setting: Setting) -> usize {
    let in_line = width.saturating_sub(2 * cells.margin);
    line_breaks::lines(&placed.cell.text, 0, Type::new(cells.character, 0, setting), in_line)
}

/// The columns' widths in twips; what rounding leaves goes to the last.
pub fn widths(table: &Table, across: u32) -> Vec<u32> {
    let shares: u32 = table.columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let mut widths: Vec<u32> = table
        .columns
        .iter()
        .map(|column| across * column.width / shares)
        .collect();
    let rest = across.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// The width of a cell, twips.
fn width(widths: &[u32], placed: &Placed<'_>) -> u32 {
    widths.iter().skip(placed.column).take(placed.columns).sum()
}
