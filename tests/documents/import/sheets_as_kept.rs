//! What a sheet says besides its values: hidden rows, formulas without results, heads of two rows.

use jiping::documents::import::tables::clipboard::of_file;
use jiping::documents::import::tables::header::Mapping;
use jiping::documents::import::tables::sheet_notes::{NO_RESULT, notes};
use jiping::domain::draft::taken::{TableKind, Way};

use super::tables_in::{check, said};

#[test]
fn what_a_sheet_says_besides_its_values() {
    use rust_xlsxwriter::Workbook;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["项目名称", "金额（万元）"],
        ["道路\n整治", "5"],
        ["口袋公园", "6"],
        ["绿道", ""],
    ];
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).unwrap();
        }
    }
    sheet.write(3, 1, NO_RESULT).unwrap();
    sheet.set_row_hidden(2).unwrap();
    let sheet = of_file(&book.save_to_buffer().unwrap()).expect("a table").remove(0);
    assert_eq!(sheet.hidden_rows, [2]);
    let mapping = |hidden: &[usize]| Mapping {
        hidden: hidden.to_vec(),
        ..Mapping::suggested(TableKind::Projects, &sheet.grid)
    };
    let no_result = "4行项目金额：公式没有结果，请用 Excel 或 WPS 打开这个文件，保存一次再导入";
    // A line break within a word is none of it.
    assert_eq!(
        said(
            &mut crate::drafts::new(),
            &sheet,
            &mapping(&sheet.hidden_rows),
            Way::Add
        ),
        [
            "项目名称|项目金额 万元",
            "3行：表里隐藏或筛掉的行",
            no_result,
            "新2 改0 删0",
            "/道路整治 5.00",
            "/绿道 "
        ]
    );
    assert_eq!(
        said(&mut crate::drafts::new(), &sheet, &mapping(&[]), Way::Add),
        [
            "项目名称|项目金额 万元",
            no_result,
            "新3 改0 删0",
            "/道路整治 5.00",
            "/口袋公园 6.00",
            "/绿道 "
        ]
    );
}

#[test]
fn formulas_that_were_never_computed() {
    let part = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><f>1+1</f><v>2</v></c></row>\
                <row r=\"3\" hidden=\"1\"><c r=\"AA3\"><f>A1</f><v></v></c><c r=\"B3\"><v>5</v></c></row></sheetData></worksheet>";
    let notes = notes(part.as_bytes()).unwrap();
    assert_eq!(notes.unanswered, [(0, 0), (2, 26)]);
    assert_eq!(notes.hidden.into_iter().collect::<Vec<_>>(), [2]);
}

#[test]
fn heads_of_two_rows_and_forms_of_other_kinds_make_no_projects() {
    // A second row of the head is no project.
    check(
        TableKind::Projects,
        "
项目名称|预算资金（万元）|预算资金（万元）
项目名称|预算数|执行数
道路整治|100|90",
        &["项目名称|项目预算数|项目金额 万元", "新1 改0 删0", "/道路整治 90.00"],
    );
    // What was budgeted is not what was spent.
    check(
        TableKind::Projects,
        "单位：万元\n项目名称|年初预算|实际支出\n道路整治|100|90",
        &["项目名称|年初预算数|项目金额 万元", "新1 改0 删0", "/道路整治 90.00"],
    );
}
