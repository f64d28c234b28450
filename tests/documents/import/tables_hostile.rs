//! Tables of unknown origin: broken, hostile and strange files give a sentence or a table, never a panic, and
//! soon.

use std::time::{Duration, Instant};

use jiping::documents::archive::kind::Kind;
use jiping::documents::import::tables::clipboard::{NoTable, of_clipboard, of_file};
use jiping::documents::import::tables::sheet::{CELLS, Sheet};
use jiping::documents::project_file::samples;

use crate::strange::{book, packed, parts, taken};

fn soon(what: &str, tables: impl FnOnce() -> Result<Vec<Sheet>, NoTable>) -> Result<Vec<Sheet>, NoTable> {
    let begun = Instant::now();
    let tables = tables();
    // Each takes well under a second on a computer that does nothing else, which a test cannot know.
    let limit = if cfg!(debug_assertions) {
        Duration::from_secs(60)
    } else {
        Duration::from_secs(5)
    };
    assert!(begun.elapsed() < limit, "{what} took {:?}", begun.elapsed());
    tables
}

/// The book with a part in place of its own.
fn with(name: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut parts = parts(&book());
    let part = parts.iter_mut().find(|(part, _)| part == name).expect("a part");
    part.1 = change(String::from_utf8(part.1.clone()).expect("text")).into_bytes();
    packed(&parts)
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn cells_are_read_as_a_user_would_type_them() {
    let sheets = of_file(&book()).expect("a book");
    assert_eq!((sheets[0].name.as_str(), sheets[0].hidden), ("完成情况", false));
    assert_eq!((sheets[1].name.as_str(), sheets[1].hidden), ("底稿", true));
    let rows: Vec<String> = sheets[0].grid.iter().map(|row| row.join("|")).collect();
    let title = ["绩效指标完成情况"; 5].join("|");
    assert_eq!(
        rows,
        [
            title.as_str(),
            "一级指标|三级指标|指标值|实际完成值|完成日期",
            "产出指标|指标2|>=95%|97.88%|2022年12月31日",
            "产出指标|指标3|>=95%|97.88%|2022年12月31日",
            "|||0.3|",
            "|||是|",
        ]
    );
    let numbers = [
        ("1e-17", "0"),
        ("1234567.1", "1234567.1"),
        ("0.1", "0.1"),
        ("1E+15", "1000000000000000"),
        ("-2.50", "-2.5"),
        ("1e300", "1.00000000000000e300"),
        ("15329.350000000002", "15329.35"),
        ("NaN", "NaN"),
        ("+1", "1"),
    ];
    for (written, expected) in numbers {
        let file = with(SHEET, |text| {
            text.replace("<v>0.30000000000000004</v>", &format!("<v>{written}</v>"))
        });
        let sheets = of_file(&file).unwrap_or_else(|fault| panic!("{written}: {fault:?}"));
        assert_eq!(
            sheets[0].grid[4][3].trim_end_matches("e300"),
            expected.trim_end_matches(".00000000000000e300"),
            "{written}"
        );
    }
}

#[test]
fn the_clipboard_of_excel_and_wps() {
    let page = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><style><!-- td {mso-number-format:General} <table> --></style></head>\
        <body><!--StartFragment--><table border=0 width=100>\n<col width=72>\n<tr height=19>\n  <td rowspan=2 class=xl65>资金来源</td><td colspan=\"2\" style='x'>金额&nbsp;（万元）</td></tr>\
        <tr><td x:num>年初<br>\n  预算数</td><td>执行数</td></tr><tr><td>一般公共预算&amp;其他<td x:num=\"1234.5678\">1,234.57<td align=right>97.88%</tr>\
        <![if supportMisalignedColumns]><tr height=0 style='display:none'><td></td></tr><![endif]></table><!--EndFragment--></body></html>";
    let sheets = of_clipboard(page, "别的").expect("a table");
    let rows: Vec<String> = sheets[0].grid.iter().map(|row| row.join("|")).collect();
    assert_eq!(
        rows,
        [
            "资金来源|金额 （万元）|金额 （万元）",
            "资金来源|年初\n预算数|执行数",
            "一般公共预算&其他|1234.5678|97.88%"
        ]
    );
    let sheets = of_clipboard(
        "<p>没有表</p>",
        "项目\t\"第一行\n第二行\"\t\"说\"\"好\"\"\"\r\n=1+1\t-\t@x\r\n",
    )
    .expect("a table");
    assert_eq!(
        sheets[0].grid,
        [["项目", "第一行\n第二行", "说\"好\""], ["=1+1", "-", "@x"]]
    );
}

#[test]
fn csv_in_the_writings_of_office_computers() {
    let text = "项目名称,金额（万元）\n\"道路，一期\",1\n";
    let (gbk, ..) = encoding_rs::GBK.encode(text);
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        gbk.to_vec(),
        wide,
    ] {
        let sheets = of_file(&bytes).expect("a table");
        assert_eq!(sheets[0].grid, [["项目名称", "金额（万元）"], ["道路，一期", "1"]]);
    }
    let titled = of_file("重点项目\n项目名称,金额\n口袋公园,1\n".as_bytes()).expect("a table");
    assert_eq!(titled[0].grid[1], ["项目名称", "金额"]);
    assert_eq!(of_file(b"\xff\xff\xff\x80"), Err(NoTable::Foreign(Kind::Unknown)));
    assert_eq!(of_file(b" ,\n,"), Err(NoTable::Empty));
}

#[test]
fn files_that_claim_too_much() {
    let draft = samples::reference().expect("the sample");
    let many = usize::MAX.to_string();
    let cells = |cell: &str| {
        with(SHEET, |text| {
            text.replace("</sheetData>", &format!("{cell}</sheetData>"))
        })
    };
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "texts",
            with("xl/sharedStrings.xml", |text| {
                text.replace("uniqueCount=\"", &format!("uniqueCount=\"{many}\" x=\""))
            }),
        ),
        (
            "text out of range",
            with(SHEET, |text| {
                text.replace("t=\"s\"><v>0<", &format!("t=\"s\"><v>{many}<"))
            }),
        ),
        (
            "far corner",
            cells("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"),
        ),
        (
            "beyond the corner",
            cells("<row r=\"99999999999999\"><c r=\"ZZZZZZZZZ99999999999999\"><v>1</v></c></row>"),
        ),
        ("merged all", with(SHEET, |text| text.replace("A1:E1", "A1:XFD1048576"))),
        ("merged backwards", with(SHEET, |text| text.replace("A1:E1", "E9:A1"))),
        (
            "many merged",
            with(SHEET, |text| {
                text.replace(
                    "<mergeCell ",
                    &format!("{}<mergeCell ", "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(30_000)),
                )
            }),
        ),
        ("empty cells", cells(&"<row><c/><c/></row>".repeat(100_000))),
        ("many cells", cells(&"<row><c><v>1</v></c></row>".repeat(210_000))),
        (
            "fonts",
            with("xl/styles.xml", |text| {
                text.replace(
                    "<cellXfs",
                    &format!(
                        "<fonts><font><name val=\"{}\"/></font></fonts><cellXfs",
                        "大".repeat(100_000)
                    ),
                )
                .replace(
                    "</cellXfs>",
                    &format!("{}</cellXfs>", "<xf fontId=\"0\"/>".repeat(60_000)),
                )
            }),
        ),
        ("unknown kind of cell", cells("<row><c t=\"魔\"><v>1</v></c></row>")),
        ("deep", cells(&"<a>".repeat(200_000))),
        (
            "same sheet often",
            with("xl/workbook.xml", |text| {
                text.replace(
                    "</sheets>",
                    &format!("{}</sheets>", "<sheet name=\"a\" r:id=\"rId1\"/>".repeat(10_000)),
                )
            }),
        ),
        (
            "no sheets",
            with("xl/workbook.xml", |text| text.replace("<sheet ", "<blatt ")),
        ),
        ("old", b"\xd0\xcf\x11\xe0 an old file".to_vec()),
        ("zip bomb", {
            let mut parts = parts(&book());
            parts.push((
                "xl/worksheets/sheet9.xml".into(),
                vec![b' '; if cfg!(debug_assertions) { 70 << 20 } else { 1 << 30 }],
            ));
            packed(&parts)
        }),
    ];
    for (what, file) in cases {
        let tables = soon(what, || of_file(&file));
        if let Ok(sheets) = &tables {
            let cells = sheets
                .iter()
                .flat_map(|sheet| &sheet.grid)
                .flatten()
                .filter(|cell| !cell.is_empty())
                .count();
            assert!(cells <= CELLS + 1_000_000, "{what}: {cells}");
        }
        taken(tables, &draft);
    }
    let pages = [
        (
            "wide",
            format!(
                "<table><tr>{}</tr></table>",
                "<td colspan=10000000 rowspan=99999999999999999999>字".repeat(3_000)
            ),
        ),
        ("deep", format!("{}字", "<table><tr><td>".repeat(300_000))),
        ("unclosed", "<td ".repeat(500_000)),
        ("comments", "<!--".repeat(500_000)),
        ("entities", format!("<table><td>{}", "&".repeat(2_000_000))),
        ("rows", format!("<table>{}", "<tr><td>1".repeat(500_000))),
    ];
    for (what, page) in pages {
        taken(soon(what, || of_clipboard(&page, "")), &draft);
    }
    taken(soon("csv", || of_file(&"1,".repeat(5_000_000).into_bytes())), &draft);
    taken(
        soon("quotes", || {
            of_file(format!("a,\"{}", "\"\"x".repeat(3_000_000)).as_bytes())
        }),
        &draft,
    );
}

#[test]
fn the_library_alone_would_bring_the_page_down() {
    use calamine::Reader;
    let claim = format!("uniqueCount=\"{}\" x=\"", usize::MAX);
    let file = with("xl/sharedStrings.xml", |text| text.replace("uniqueCount=\"", &claim));
    let alone = file.clone();
    let panicked = std::panic::catch_unwind(move || calamine::Xlsx::new(std::io::Cursor::new(alone)).is_ok());
    assert!(
        panicked.is_err(),
        "book.rs need not write the list of texts anew any more"
    );
    assert_eq!(of_file(&file).expect("a book")[0].name, "完成情况");
}

#[test]
fn a_file_that_breaks_off_anywhere() {
    let file = book();
    // One letter is a table of one cell.
    for end in (0..file.len()).filter(|end| *end != 1) {
        assert!(of_file(&file[..end]).is_err(), "{end}");
    }
    let draft = samples::reference().expect("the sample");
    // The same for each part, in a package that is whole.
    let whole = parts(&file);
    for (place, (_, bytes)) in whole.iter().enumerate() {
        for end in (0..bytes.len()).step_by(if cfg!(debug_assertions) { 13 } else { 1 }) {
            let mut broken = whole.clone();
            broken[place].1.truncate(end);
            taken(of_file(&packed(&broken)), &draft);
        }
    }
}
