//! Tables: fixed widths, merged cells, header rows on each page, rows that do not break.

use crate::documents::block::{Align, Cell, Table};

use super::body::run;
use super::xml::Xml;

/// The width of the type area, twips.
const WIDTH: u32 = 8844;

/// Writes a table and the empty line after it that keeps two tables apart.
pub fn write(xml: &mut Xml, table: &Table) {
    let widths = widths(table);
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty("w:jc", &[("w:val", "center")]);
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    xml.empty(
                        side,
                        &[
                            ("w:val", "single"),
                            ("w:sz", "6"),
                            ("w:space", "0"),
                            ("w:color", "000000"),
                        ],
                    );
                }
            });
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.element("w:tblCellMar", &[], |xml| {
                xml.empty("w:left", &[("w:w", "85"), ("w:type", "dxa")]);
                xml.empty("w:right", &[("w:w", "85"), ("w:type", "dxa")]);
            });
        });
        xml.element("w:tblGrid", &[], |xml| {
            widths
                .iter()
                .for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
        });
        for row in &table.head {
            let mut column = 0;
            table_row(xml, true, |xml| {
                for cell in row {
                    table_cell(
                        xml,
                        &Place {
                            cell,
                            width: width(&widths, column, cell),
                            merge: None,
                            align: Align::Centre,
                            style: "TableHead",
                        },
                    );
                    column += cell.columns;
                }
            });
        }
        for row in table.grid() {
            table_row(xml, false, |xml| {
                for placed in row {
                    let cell = placed.cell;
                    let align = cell
                        .align
                        .or_else(|| table.columns.get(placed.column).map(|column| column.align));
                    let merge = (cell.rows > 1).then_some(if placed.continues { "continue" } else { "restart" });
                    let width = width(&widths, placed.column, cell);
                    table_cell(
                        xml,
                        &Place {
                            cell,
                            width,
                            merge,
                            align: align.unwrap_or_default(),
                            style: "TableText",
                        },
                    );
                }
            });
        }
    });
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "TableNote")]);
            xml.empty("w:spacing", &[("w:line", "120"), ("w:lineRule", "exact")]);
        });
    });
}

/// A cell in its row.
struct Place<'a> {
    cell: &'a Cell,
    width: u32,
    merge: Option<&'static str>,
    align: Align,
    style: &'static str,
}

fn table_row(xml: &mut Xml, head: bool, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:trHeight", &[("w:val", "454"), ("w:hRule", "atLeast")]);
            if head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}

fn table_cell(xml: &mut Xml, place: &Place<'_>) {
    let align = match place.align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    };
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &place.width.to_string()), ("w:type", "dxa")]);
            if place.cell.columns > 1 {
                xml.empty("w:gridSpan", &[("w:val", &place.cell.columns.to_string())]);
            }
            if let Some(merge) = place.merge {
                xml.empty("w:vMerge", &[("w:val", merge)]);
            }
            xml.empty("w:vAlign", &[("w:val", "center")]);
        });
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", place.style)]);
                xml.empty("w:jc", &[("w:val", align)]);
            });
            if place.merge != Some("continue") {
                run(xml, &place.cell.text);
            }
        });
    });
}

/// The columns' widths in twips; what rounding leaves goes to the last.
fn widths(table: &Table) -> Vec<u32> {
    let shares: u32 = table.columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let mut widths: Vec<u32> = table
        .columns
        .iter()
        .map(|column| WIDTH * column.width / shares)
        .collect();
    let rest = WIDTH.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

fn width(widths: &[u32], column: usize, cell: &Cell) -> u32 {
    widths.iter().skip(column).take(cell.columns.max(1)).sum()
}
