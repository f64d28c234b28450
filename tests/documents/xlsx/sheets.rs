//! The sheets as such: text that stays text, pages that print, forms, and the text that travels unseen.

use jiping::documents::archive::read;
use jiping::documents::report::block::{Align, Cell, Column, Table};
use jiping::documents::report::pagination::Turn;
use jiping::documents::xlsx::carried::find;
use jiping::documents::xlsx::look::Looks;
use jiping::documents::xlsx::table::{Frame, table_sheet};
use jiping::documents::xlsx::text::fitting;
use jiping::domain::draft::field::{Field, IndicatorField, List};
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::shared::Shared;
use rust_xlsxwriter::Workbook;

use crate::workbook::{book, open, random, written};

const HOSTILE: [&str; 7] = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "＝HYPERLINK(\"http://x\")",
    "＋1",
    "{=1}",
];

#[test]
fn user_text_is_never_a_formula() {
    for text in HOSTILE {
        let mut draft = crate::drafts::sample();
        let before: Vec<usize> = book(&draft)
            .sheets
            .iter()
            .map(|sheet| sheet.formulas().count())
            .collect();
        let indicator = draft.indicators[0].id;
        let fund = draft.budget.funds[0].id;
        draft.indicators[0].make_mut().name = text.into();
        draft.basics.unit = text.into();
        draft.budget.funds[0].reason = text.into();
        draft.projects.rows[0].name = text.into();
        draft.scheme.make_mut().parts[0].name = text.into();
        crate::drafts::set(&mut draft, Field::FundName(fund), text);
        crate::drafts::indicator_field(&mut draft, indicator, IndicatorField::DeviationReason, text);
        let book = book(&draft);
        let after: Vec<usize> = book.sheets.iter().map(|sheet| sheet.formulas().count()).collect();
        assert_eq!(before, after, "{text}");
        let cells = book.sheets.iter().flat_map(|sheet| sheet.cells.values());
        let held: Vec<_> = cells.filter(|cell| cell.value == text).collect();
        assert!(held.len() >= 4, "{text} is there {} times", held.len());
        assert!(held.iter().all(|cell| cell.kind == "s"), "{text} is not text");
        let formats: Vec<&str> = book
            .styles
            .split("<cellXfs")
            .nth(1)
            .unwrap()
            .split("<xf ")
            .skip(1)
            .collect();
        let quoted = |cell: &&crate::workbook::Cell| formats[cell.style].contains("quotePrefix=\"1\"");
        assert!(text.starts_with('{') || held.iter().all(quoted), "{text} is not quoted");
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    for draft in [crate::drafts::sample(), crate::drafts::new(), random::draft(3)] {
        let bytes = written(&draft, Some("{}"));
        assert!(bytes == written(&draft, Some("{}")));
        let core = open(&bytes).parts;
        let core = &core.iter().find(|(name, _)| name == "docProps/core.xml").unwrap().1;
        assert!(
            core.contains("2020-01-01T00:00:00Z") && !core.contains("202612"),
            "{core}"
        );
    }
}

#[test]
fn text_beyond_a_cell_is_cut_with_a_sentence() {
    let long = "长".repeat(40_000);
    let mut draft = crate::drafts::sample();
    draft.indicators[0].make_mut().deviation_reason = long.clone();
    let book = book(&draft);
    let cells = book.sheet("指标评分").cells.values();
    let cut: Vec<&str> = cells
        .map(|cell| cell.value.as_str())
        .filter(|text| text.starts_with("长长"))
        .collect();
    assert_eq!(cut.len(), 1);
    assert!(cut[0].ends_with("请看项目文件。）") && cut[0].encode_utf16().count() == 32_767);
    assert_eq!(fitting(&"😀".repeat(16_383)).encode_utf16().count(), 32_766);
    assert!(fitting(&"😀".repeat(16_384)).encode_utf16().count() <= 32_767);
    assert_eq!(fitting("a\u{b}b\u{1}c\u{fffe}"), "a\nbc");
}

#[test]
fn the_carried_text_comes_back_whole() {
    for carried in [
        "{\"a\":1}".to_owned(),
        "=1".into(),
        "报😀".repeat(40_000),
        "x".repeat(32_000),
        "_x0041_ 首".into(),
    ] {
        let book = open(&written(&crate::drafts::sample(), Some(&carried)));
        let sheet = book.sheet("jiping");
        assert_eq!(sheet.state, "veryHidden");
        assert_eq!(sheet.at("A", 1).value.len(), 129, "two checksums");
        let chunks: Vec<&str> = sheet.cells.values().map(|cell| cell.value.as_str()).collect();
        assert!(sheet.cells.keys().all(|(_, column)| column == "A"));
        assert!(chunks.iter().all(|chunk| chunk.encode_utf16().count() <= 32_000));
        let archive = read::open(&written(&crate::drafts::sample(), Some(&carried))).unwrap();
        let read = find(&archive).unwrap().text;
        assert_eq!(read, carried);
    }
    assert!(
        book(&crate::drafts::sample())
            .sheets
            .iter()
            .all(|sheet| sheet.name != "jiping")
    );
}

#[test]
fn levels_are_merged_and_pages_print() {
    let sample = book(&crate::drafts::sample());
    let scores = sample.sheet("指标评分");
    assert!(scores.merged.contains(&"A3:B18".to_owned()), "{:?}", scores.merged);
    for sheet in &sample.sheets {
        for wanted in [
            "paperSize=\"9\"",
            // One page wide, which is what is meant where no width is said.
            "fitToPage=\"1\"",
            "horizontalCentered=\"1\"",
            "&amp;P",
        ] {
            let found = sheet.xml.contains(wanted);
            assert!(found, "{} lacks {wanted}", sheet.name);
        }
    }
    assert!(scores.xml.contains("orientation=\"landscape\"") && scores.xml.contains("state=\"frozen\""));
    let names = &sample
        .parts
        .iter()
        .find(|(name, _)| name == "xl/workbook.xml")
        .unwrap()
        .1;
    assert!(
        names.contains("'指标评分'!$2:$2") || names.contains("指标评分!$2:$2"),
        "{names}"
    );
    for font in ["宋体", "黑体"] {
        assert!(sample.styles.contains(&format!("val=\"{font}\"")), "{font}");
    }
}

#[test]
fn what_a_clerk_fills_in_is_validated_in_chinese() {
    let book = book(&crate::drafts::sample());
    for (sheet, words) in [
        ("指标评分", "权重要填 0 到 100 的数"),
        ("指标评分", "请从下拉列表里选：定量、定性"),
        ("指标评分", "≥,≤,=,区间"),
        ("资金收支", "请填不小于 0 的数，单位是万元"),
        ("汇总", "权重不对"),
        ("重点项目", "单位：万元。没有的填 0"),
    ] {
        let (_, rules) = book
            .sheet(sheet)
            .xml
            .split_once("<dataValidations")
            .expect("validations");
        assert!(rules.contains(words), "{sheet} lacks {words}: {rules}");
    }
}

#[test]
fn projects_have_their_form_as_a_sheet() {
    let mut project = jiping::documents::project_file::pack::new_draft(ReportKind::Project, None);
    project.basics.project = "道路:改造/[一期]*?".into();
    crate::drafts::totals(&mut project, ["100", "120", "90"]);
    let project = crate::drafts::answered(project);
    let alone = book(&project);
    let names: Vec<&str> = alone.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "汇总",
            "项目支出绩效自评表",
            "资金收支",
            "指标评分",
            "检查结果",
            "计算说明"
        ]
    );
    let form = alone.sheet("项目支出绩效自评表");
    assert!(!form.merged.is_empty() && form.cells.values().any(|cell| cell.value == "年度资金总额"));

    let mut report = crate::drafts::sample();
    for _ in 0..2 {
        let id = crate::drafts::add(&mut report, List::Forms);
        let form = report.forms.iter_mut().find(|form| form.id == id).unwrap();
        form.draft = Shared::new(project.clone());
    }
    let whole = book(&report);
    let names: Vec<&str> = whole.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert!(
        names.contains(&"自评表1 道路改造一期") && names.contains(&"自评表2 道路改造一期"),
        "{names:?}"
    );
}

#[test]
fn any_table_becomes_a_sheet() {
    let column = |width, align| Column { width, align };
    let table = Table {
        columns: vec![
            column(300, Align::Left),
            column(300, Align::Right),
            column(400, Align::Centre),
        ],
        head: vec![vec![Cell::new("名称"), Cell::new("金额").across(2)]],
        body: vec![
            vec![Cell::new("甲").down(2), Cell::new("20,571.11"), Cell::new("97.88%")],
            vec![Cell::new("=1"), Cell::new("很长的文字".repeat(600))],
            vec![Cell::new("只有一个")],
        ],
    };
    let frame = Frame {
        caption: "表1".into(),
        unit_line: "单位：万元".into(),
        notes: vec!["注：尾差。".into()],
    };
    let looks = Looks::new();
    let sheet = table_sheet("表", &frame, &[table], Turn::Upright, &looks).expect("a sheet");
    let mut workbook = Workbook::new();
    workbook.push_worksheet(sheet.inner);
    let book = open(&workbook.save_to_buffer().unwrap());
    let sheet = book.sheet("表");
    assert_eq!(sheet.at("B", 4).value, "20571.11");
    assert_eq!(sheet.at("C", 4).value, "0.9788");
    assert_eq!(sheet.at("B", 5).kind, "s");
    assert!(sheet.merged.contains(&"B3:C3".to_owned()), "{:?}", sheet.merged);
    // 3,000 characters need more height than a row can have: the row takes several, as one cell.
    let reaching = sheet
        .merged
        .iter()
        .find(|range| range.starts_with("A4:A"))
        .expect("a merged cell");
    let last: u32 = reaching.trim_start_matches("A4:A").parse().unwrap();
    assert!(last > 5, "{reaching}");
}
