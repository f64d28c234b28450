//! The workbook: formulas with the right values, text that stays text, pages that print.

use crate::workbook::{Book, book, open, random};
use jiping::documents::workbooks::number;
use jiping::documents::xlsx::printed::{Printed, printed_number};
use jiping::domain::draft::budget::Column as Money;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::derived::Derived;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::{Choice, Entry};
use jiping::domain::values::points::Points;
use jiping::domain::values::rounding::half_away_from_zero;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_xlsxwriter::Workbook;

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
    let book = book(&crate::drafts::sample());
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
        (("汇总", "错误", "B"), "COUNTIF('检查结果'!B", "6"),
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
fn agrees(what: &str, cell: &crate::workbook::Cell, value: Derived<Decimal>) {
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
    for seed in 0..32 {
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
    for seed in 32..64 {
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
        formulas > 400 && values * 20 < formulas,
        "{formulas} formulas, {values} values"
    );
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
    let mut draft = crate::drafts::new();
    crate::drafts::amounts(&mut draft, 0, ["123456789012.123456", "1", "1"]);
    let book = book(&draft);
    let cell = book.sheet("资金收支").beside("一般公共预算", "B");
    assert_eq!(
        (cell.kind.as_str(), cell.value.as_str()),
        ("s", "123456789012.123456"),
        "no digit is lost"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn what_is_written_reads_back(
        parts in proptest::collection::vec((-999_999_999_999_999_i64..999_999_999_999_999, 0_u32..9), 100),
    ) {
        let values: Vec<Decimal> = parts.into_iter().map(|(part, scale)| Decimal::new(part, scale).normalize()).collect();
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, value) in (0..).zip(&values) {
            prop_assert!(number::is_held(*value));
            sheet.write_number(row, 0, number::float(*value)).unwrap();
        }
        let book = open(&workbook.save_to_buffer().unwrap());
        for (row, value) in (1..).zip(values) {
            prop_assert_eq!(book.sheets[0].at("A", row).value.parse::<Decimal>().unwrap(), value);
        }
    }

    #[test]
    fn printed_numbers_are_numbers_again(mantissa in -99_999_999_999_i64..99_999_999_999, scale in 0_u32..5) {
        let value = Decimal::new(mantissa, scale);
        let grouped = jiping::domain::values::rounding::grouped(&value.to_string());
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
fn blank_is_not_zero() {
    let book = book(&crate::drafts::new());
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
    let mut draft: Draft = crate::drafts::sample();
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

#[test]
fn charts_are_drawn_from_the_cells() {
    let check = |draft: &Draft, expected: &[&[&str]]| {
        let parts = book(draft).parts;
        let charts: Vec<&str> = parts
            .iter()
            .filter(|(name, _)| name.starts_with("xl/charts/"))
            .map(|(_, text)| text.as_str())
            .collect();
        assert_eq!(charts.len(), expected.len());
        for (chart, words) in charts.iter().zip(expected) {
            for word in *words {
                assert!(chart.contains(word), "{word} is not in {chart}");
            }
        }
    };
    check(
        &crate::drafts::sample(),
        &[
            &["各部分得分与权重", "<c:f>汇总!$A$", "<c:f>汇总!$B$", "<c:f>汇总!$C$"],
            // The adjusted budget of the sample is not split by source.
            &[
                "各项资金的预算与执行",
                "年初预算数",
                "<c:f>资金收支!$B$4:$B$6</c:f>",
                "<c:f>资金收支!$D$4:$D$6</c:f>",
                "<c:v>19783.69</c:v>",
            ],
        ],
    );
    // Without money there is nothing to draw of it.
    check(&crate::drafts::new(), &[&["各部分得分与权重"]]);
}
