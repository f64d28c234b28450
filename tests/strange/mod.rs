//! Files for the tests of reading tables: a book of another program, its parts, and what is done with each.

#![allow(dead_code, reason = "each test file uses its own part of these")]

use jiping::documents::archive::{read, write};
use jiping::documents::import::tables::clipboard::NoTable;
use jiping::documents::import::tables::header::{Mapping, likely_kind};
use jiping::documents::import::tables::plan::plan;
use jiping::documents::import::tables::sheet::{COLUMNS, ROWS, Sheet};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::taken::{TableKind, Way};
use rust_xlsxwriter::{Format, Formula, Workbook};

/// Everything that is done with a file before the user sees it; says whether it gave a table.
pub fn taken(tables: Result<Vec<Sheet>, NoTable>, draft: &Draft) -> bool {
    let sheets = match tables {
        Ok(sheets) => sheets,
        Err(fault) => {
            assert!(fault.to_string().ends_with('。'), "{fault:?}");
            return false;
        }
    };
    let cells: usize = sheets
        .iter()
        .flat_map(|sheet| &sheet.grid)
        .flatten()
        .filter(|cell| !cell.is_empty())
        .count();
    assert!(cells <= 2 * 1_000_000 * sheets.len(), "{cells}");
    for sheet in sheets.iter().take(3) {
        assert!(sheet.grid.len() <= ROWS && sheet.grid.iter().all(|row| row.len() <= COLUMNS));
        let likely = likely_kind(&sheet.grid).unwrap_or(TableKind::Indicators);
        let mapping = Mapping::suggested(likely, &sheet.grid);
        let plan = plan(draft, &sheet.grid, &mapping, Way::Replace);
        assert_eq!(plan.rows.len(), plan.new + plan.updated + plan.left_out());
    }
    true
}

/// A book of another program, with all kinds of cells.
pub fn book() -> Vec<u8> {
    let mut book = Workbook::new();
    let percent = Format::new().set_num_format("0.00%");
    let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let sheet = book.add_worksheet();
    sheet.set_name("完成情况").expect("a name");
    sheet
        .merge_range(0, 0, 0, 4, "绩效指标完成情况", &Format::new())
        .expect("a title");
    for (column, head) in ["一级指标", "三级指标", "指标值", "实际完成值", "完成日期"]
        .iter()
        .enumerate()
    {
        sheet.write(1, column as u16, *head).expect("a head");
    }
    sheet
        .merge_range(2, 0, 3, 0, "产出指标", &Format::new())
        .expect("a level");
    for row in 2..4 {
        sheet.write(row, 1, format!("指标{row}")).expect("a name");
        sheet.write(row, 2, ">=95%").expect("a target");
        sheet
            .write_number_with_format(row, 3, 0.9788, &percent)
            .expect("a rate");
        sheet.write_number_with_format(row, 4, 44926, &date).expect("a date");
    }
    sheet
        .write_formula(4, 3, Formula::new("=0.1+0.2").set_result("0.30000000000000004"))
        .expect("a formula");
    sheet.write_boolean(5, 3, true).expect("a yes");
    let hidden = book.add_worksheet();
    hidden.set_name("底稿").expect("a name").set_hidden(true);
    hidden.write(0, 0, "旧的").expect("a text");
    book.save_to_buffer().expect("a book")
}

pub fn parts(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let archive = read::open(file).expect("a good file");
    archive
        .parts()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect()
}

pub fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    write::write(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())))
}
