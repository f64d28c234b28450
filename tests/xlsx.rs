//! The workbook: formulas with the right values, text that stays text, pages that print.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

mod drafts;
mod workbook;

use jiping::documents::block::{Align, Cell, Column, Table};
use jiping::documents::xlsx::look::Looks;
use jiping::documents::xlsx::number;
use jiping::documents::xlsx::table::{Frame, Printed, printed_number, table_sheet};
use jiping::documents::xlsx::text::fitting;
use jiping::domain::budget::Column as Money;
use jiping::domain::draft::Draft;
use jiping::domain::evaluation::{Derived, evaluate};
use jiping::domain::field::{Field, IndicatorField, List};
use jiping::domain::input::{Choice, Entry};
use jiping::domain::points::Points;
use jiping::domain::rounding::half_away_from_zero;
use jiping::domain::scheme::ReportKind;
use jiping::domain::shared::Shared;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_xlsxwriter::Workbook;
use workbook::{Book, book, open, random, written};

/// A cell of the sample, by sheet, words in column A and column: what its formula begins with, and its value.
fn check(book: &Book, (sheet, words, column): (&str, &str, &str), formula: &str, value: &str) {
    let cell = book.sheet(sheet).beside(words, column);
    assert!(
        cell.formula.starts_with(formula) && formula.is_empty() == cell.formula.is_empty(),
        "{sheet} {words} {column}: {cell:?}"
    );
    assert_eq!(cell.value, value, "{sheet} {words} {column}: {cell:?}");
}

#[test]
fn the_sample_has_live_formulas_with_their_values() {
    let book = book(&drafts::sample());
    for (place, formula, value) in [
        (("资金收支", "合计", "B"), "SUM(B4:B6)", "15329.35"),
        (("资金收支", "合计", "C"), "", "21015.64"),
        (("资金收支", "合计", "D"), "SUM(D4:D6)", "20571.11"),
        (("资金收支", "合计", "E"), "ROUND(D7/C7,4)", "0.9788"),
        (("资金收支", "合计", "F"), "C7-B7", "5686.29"),
        (("资金收支", "一般公共预算", "E"), "", "缺调整预算数"),
        (("资金收支", "执行率", "B"), "ROUND(D7/C7,4)", "0.9788"),
        (("资金收支", "预算调整率", "B"), "ROUND((C7-B7)/B7,4)", "0.3709"),
        (("资金收支", "结转结余", "B"), "C7-D7", "444.53"),
        (("资金收支", "结转结余率", "B"), "ROUND((C7-D7)/C7,4)", "0.0212"),
        (("汇总", "执行率", "B"), "'资金收支'!B", "0.9788"),
        (("汇总", "执行数", "B"), "'资金收支'!D7", "20571.11"),
        (("汇总", "部门支出进度", "B"), "", "30"),
        (("汇总", "部门支出进度", "C"), "ROUND(B", "29.37"),
        (("汇总", "年度目标", "C"), "ROUND(B", "30"),
        (("汇总", "年度主要支出计划", "C"), "ROUND(MAX(0,MIN(B", "40"),
        (("汇总", "总分", "B"), "SUM(B", "100"),
        (("汇总", "总分", "C"), "SUM(C", "99.37"),
        (("汇总", "等级", "C"), "IF(ROUND(C", "优"),
        (("汇总", "错误", "B"), "COUNTIF('检查结果'!B", "3"),
        (("指标评分", "小计", "K"), "SUM(K", "40"),
        (("指标评分", "小计", "L"), "SUM(L", "40"),
        (("重点项目", "合计", "D"), "SUM(D4:D6)", "1954.96"),
    ] {
        check(&book, place, formula, value);
    }
    let scores = book.sheet("指标评分");
    let by_formula = scores.formulas().filter(|(address, _)| address.starts_with('L'));
    assert_eq!(by_formula.count(), 16, "14 indicators, two sums");
    assert!(
        scores
            .formulas()
            .any(|(_, cell)| cell.formula == "ROUND(K4*AVERAGE(J4:J5),2)")
    );
}

/// The numbers in a column of a sheet, formulas with their values, missing ones with their words.
fn agrees(what: &str, cell: &workbook::Cell, value: Derived<Decimal>) {
    match value {
        Ok(value) => {
            let held = number::held(value);
            assert_eq!(cell.value.parse().ok(), Some(held), "{what}: {cell:?}");
        }
        Err(_) => assert!(cell.kind == "s" && cell.formula.is_empty(), "{what}: {cell:?}"),
    }
}

#[test]
fn cached_values_are_those_of_the_evaluation() {
    for seed in 0..64 {
        let draft = random::draft(seed);
        let evaluation = evaluate(&draft);
        let book = book(&draft);
        let summary = book.sheet("汇总");
        for (part, result) in draft.scheme.parts.iter().zip(&evaluation.parts) {
            let cell = summary.beside(part.name.trim(), "C");
            agrees(
                &format!("{seed} {}", part.name),
                cell,
                result.score.map(Points::decimal),
            );
        }
        agrees(
            &format!("{seed} total"),
            summary.beside("总分", "C"),
            evaluation.total.map(Points::decimal),
        );
        for column in Money::ALL {
            let value = evaluation
                .money
                .totals
                .get(*column)
                .value
                .map(|amount| amount.decimal());
            agrees(
                &format!("{seed} {}", column.label()),
                summary.beside(column.label(), "B"),
                value,
            );
        }
        let rate = evaluation
            .money
            .execution_rate
            .map(|rate| half_away_from_zero(rate.decimal(), 4));
        agrees(
            &format!("{seed} rate"),
            book.sheet("资金收支").beside("执行率", "B"),
            rate,
        );
        let mut scores = book
            .sheet("计算说明")
            .cells
            .iter()
            .filter(|((_, column), _)| column == "A");
        assert_eq!(
            scores
                .clone()
                .filter(|(_, cell)| cell.value.ends_with("的得分"))
                .count(),
            24
        );
        assert!(scores.any(|(_, cell)| cell.value == "自评总分"));
    }
}

/// Every accepted parameter of a rule can be said as a formula: a value alone stands only where the rule
/// itself has no number for it.
#[test]
fn nearly_every_score_is_a_formula() {
    let (mut formulas, mut values) = (0, 0);
    for seed in 0..64 {
        let book = book(&random::draft(seed));
        let cells = book.sheet("指标评分").cells.iter();
        for (_, cell) in cells.filter(|((row, column), cell)| column == "L" && *row > 2 && !cell.value.is_empty()) {
            match (cell.formula.is_empty(), cell.kind.as_str()) {
                (false, _) => formulas += 1,
                (true, "s") => {}
                (true, _) => values += 1,
            }
        }
    }
    assert!(
        formulas > 800 && values * 20 < formulas,
        "{formulas} formulas, {values} values"
    );
}

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
        let mut draft = drafts::sample();
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
        drafts::set(&mut draft, Field::FundName(fund), text);
        drafts::indicator_field(&mut draft, indicator, IndicatorField::DeviationReason, text);
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
        let quoted = |cell: &&workbook::Cell| formats[cell.style].contains("quotePrefix=\"1\"");
        assert!(
            text.starts_with('{') || held.iter().all(|cell| quoted(cell)),
            "{text} is not quoted"
        );
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    for draft in [drafts::sample(), drafts::new(), random::draft(3)] {
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
fn numbers_show_the_digits_of_the_draft() {
    for (typed, expected) in [
        ("0.1", "0.1"),
        ("1234567890.12345", "1234567890.12345"),
        ("15329.35", "15329.35"),
    ] {
        assert_eq!(number::held(typed.parse().unwrap()).to_string(), expected);
    }
    let mut draft = drafts::new();
    drafts::amounts(&mut draft, 0, ["123456789012.123456", "1", "1"]);
    let book = book(&draft);
    let cell = book.sheet("资金收支").beside("一般公共预算", "B");
    assert_eq!(
        (cell.kind.as_str(), cell.value.as_str()),
        ("s", "123456789012.123456"),
        "no digit is lost"
    );
}

proptest! {
    #[test]
    fn what_is_written_reads_back(mantissa in -999_999_999_999_999_i64..999_999_999_999_999, scale in 0_u32..9) {
        let value = Decimal::new(mantissa, scale).normalize();
        prop_assert!(number::is_held(value));
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write_number(0, 0, number::float(value)).unwrap();
        let book = open(&workbook.save_to_buffer().unwrap());
        prop_assert_eq!(book.sheets[0].at("A", 1).value.parse::<Decimal>().unwrap(), value);
    }

    #[test]
    fn printed_numbers_are_numbers_again(mantissa in -99_999_999_999_i64..99_999_999_999, scale in 0_u32..5) {
        let value = Decimal::new(mantissa, scale);
        let grouped = jiping::domain::rounding::grouped(&value.to_string());
        let (read, printed) = printed_number(&grouped).expect("a number");
        prop_assert_eq!(read, value);
        prop_assert!(matches!(printed, Printed::Grouped(places) | Printed::Plain(places) if places == scale));
    }
}

#[test]
fn words_that_look_like_numbers_stay_words() {
    for text in [
        "007",
        "1,2,3",
        "12,34",
        "-",
        "",
        "1.",
        ".5",
        "1e3",
        "+1",
        "12345678901234567890",
        "3/4",
        "−5",
        "—",
    ] {
        assert_eq!(printed_number(text), None, "{text}");
    }
    let percent = printed_number("97.88%").expect("a rate");
    assert_eq!(percent, (Decimal::new(9788, 4), Printed::Percent(2)));
}

#[test]
fn text_beyond_a_cell_is_cut_with_a_sentence() {
    let long = "长".repeat(40_000);
    let mut draft = drafts::sample();
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
        let book = open(&written(&drafts::sample(), Some(&carried)));
        let sheet = book.sheet("jiping");
        assert_eq!(sheet.state, "veryHidden");
        let chunks: Vec<&str> = sheet.cells.values().map(|cell| cell.value.as_str()).collect();
        assert!(sheet.cells.keys().all(|(_, column)| column == "A"));
        assert!(chunks.iter().all(|chunk| chunk.encode_utf16().count() <= 32_000));
        let read: String = chunks.concat().replace("_x005F_", "_");
        assert_eq!(read, carried);
    }
    assert!(
        book(&drafts::sample())
            .sheets
            .iter()
            .all(|sheet| sheet.name != "jiping")
    );
}

#[test]
fn levels_are_merged_and_pages_print() {
    let sample = book(&drafts::sample());
    let scores = sample.sheet("指标评分");
    assert!(scores.merged.contains(&"A3:B18".to_owned()), "{:?}", scores.merged);
    for sheet in &sample.sheets {
        for wanted in [
            "paperSize=\"9\"",
            "fitToWidth",
            "fitToPage=\"1\"",
            "horizontalCentered=\"1\"",
            "&amp;P",
        ] {
            let found = sheet.xml.contains(wanted) || wanted == "fitToWidth" && sheet.xml.contains("fitToHeight=\"0\"");
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
    for font in ["仿宋", "宋体", "黑体"].into_iter().skip(1) {
        assert!(sample.styles.contains(&format!("val=\"{font}\"")), "{font}");
    }
}

#[test]
fn what_a_clerk_fills_in_is_validated_in_chinese() {
    let book = book(&drafts::sample());
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
    let mut project = jiping::documents::pack::new_draft(ReportKind::Project);
    project.basics.project = "道路:改造/[一期]*?".into();
    drafts::totals(&mut project, ["100", "120", "90"]);
    let project = drafts::answered(project);
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

    let mut report = drafts::sample();
    for _ in 0..2 {
        let id = drafts::add(&mut report, List::Forms);
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
    let sheet = table_sheet("表", &frame, &table, &looks).expect("a sheet");
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

#[test]
fn blank_is_not_zero() {
    let book = book(&drafts::new());
    for (place, words) in [
        (("汇总", "执行率", "B"), "缺"),
        (("汇总", "总分", "C"), "缺"),
        (("资金收支", "合计", "B"), "缺"),
    ] {
        let cell = book.sheet(place.0).beside(place.1, place.2);
        assert!(
            cell.value.starts_with(words) && cell.formula.is_empty(),
            "{place:?}: {cell:?}"
        );
    }
    for cell in book.sheets.iter().flat_map(|sheet| sheet.cells.values()) {
        assert!(!cell.value.starts_with('#'), "{cell:?}");
    }
}

#[test]
fn two_thousand_indicators_fit() {
    let mut draft: Draft = drafts::sample();
    let rows = draft.indicators.clone();
    draft.indicators = (0..2_000).map(|place| rows[place % rows.len()].clone()).collect();
    for row in &mut draft.indicators {
        row.make_mut().weight = Entry::read("0.01");
    }
    draft.mend_identities();
    let book = book(&draft);
    let scores = book
        .sheet("指标评分")
        .formulas()
        .filter(|(address, _)| address.starts_with('L'));
    assert_eq!(scores.count(), 2_002);
}
