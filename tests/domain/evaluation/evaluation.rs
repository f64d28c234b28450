//! Figures, scores and grades against tables computed by hand.

use crate::drafts::{add, amounts, indicator, indicator_field, qualitative, sample, set, totals};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, List, PartField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::evaluation::gap_words::gap_note;
use jiping::domain::scheme::scheme::ExcessRule;

/// What a figure says: its value, or what is missing.
fn said(draft: &Draft, figure: Figure) -> String {
    printed(&evaluate(draft), figure).unwrap_or_else(gap_note)
}

const MONEY: [Figure; 5] = [
    Figure::ExecutionRate,
    Figure::Adjustment,
    Figure::AdjustmentRate,
    Figure::Unspent,
    Figure::UnspentRate,
];

/// Typed totals and the five figures that follow.
fn check_money(typed: [&str; 3], expected: [&str; 5]) {
    let mut draft = crate::drafts::new();
    totals(&mut draft, typed);
    assert_eq!(MONEY.map(|figure| said(&draft, figure)), expected, "{typed:?}");
}

#[test]
fn money_follows_from_totals() {
    check_money(
        ["15329.35", "21015.64", "20571.11"],
        ["97.88%", "+5,686.29", "37.09%", "444.53", "2.12%"],
    );
    check_money(
        ["310.2", "310.2", "154.74"],
        ["49.88%", "0", "0.00%", "155.46", "50.12%"],
    );
    check_money(
        ["100", "80", "90"],
        ["112.50%", "-20.00", "-20.00%", "-10.00", "-12.50%"],
    );
    check_money(["100", "80", "0"], ["0.00%", "-20.00", "-20.00%", "80.00", "100.00%"]);
    // Blank is not zero: what is missing is said, in the place of the figure.
    check_money(
        ["", "", ""],
        [
            "缺调整预算数",
            "缺调整预算数",
            "缺年初预算数",
            "缺调整预算数",
            "缺调整预算数",
        ],
    );
    check_money(
        ["100", "", "50"],
        [
            "缺调整预算数",
            "缺调整预算数",
            "缺调整预算数",
            "缺调整预算数",
            "缺调整预算数",
        ],
    );
    check_money(
        ["100", "120", ""],
        ["缺执行数", "+20.00", "20.00%", "缺执行数", "缺执行数"],
    );
    check_money(
        ["", "120", "60"],
        ["50.00%", "缺年初预算数", "缺年初预算数", "60.00", "50.00%"],
    );
    check_money(
        ["0", "0", "0"],
        ["调整预算数为 0", "0", "年初预算数为 0", "0", "调整预算数为 0"],
    );
    check_money(
        ["1", "x", "1"],
        [
            "调整预算数读不出",
            "调整预算数读不出",
            "调整预算数读不出",
            "调整预算数读不出",
            "调整预算数读不出",
        ],
    );
}

#[test]
fn totals_are_computed_when_their_parts_are_known() {
    use jiping::domain::draft::budget::Column::*;
    let check = |parts: &[[&str; 3]], stated: [&str; 3], expected: [(&str, bool); 3]| {
        let mut draft = crate::drafts::new();
        parts
            .iter()
            .enumerate()
            .for_each(|(place, part)| amounts(&mut draft, place, *part));
        totals(&mut draft, stated);
        let evaluation = evaluate(&draft);
        let found = [Initial, Adjusted, Executed].map(|column| {
            (
                said(&draft, Figure::Total(column)),
                evaluation.money.totals.get(column).is_locked(),
            )
        });
        assert_eq!(
            found,
            expected.map(|(text, locked)| (text.to_owned(), locked)),
            "{parts:?} {stated:?}"
        );
    };
    let reference = [["14319.13", "", "19783.69"], ["1010.22", "", "787.42"], ["0", "", "0"]];
    check(
        &reference,
        ["", "21015.64", ""],
        [("15,329.35", true), ("21,015.64", false), ("20,571.11", true)],
    );
    // A whole blank row is as if it were not there; one blank cell leaves its column open.
    check(
        &[["1", "2", "3"]],
        ["", "", ""],
        [("1.00", true), ("2.00", true), ("3.00", true)],
    );
    check(
        &[["1", "2", "3"], ["1", "", "3"]],
        ["", "", ""],
        [("2.00", true), ("缺调整预算数", false), ("6.00", true)],
    );
    check(
        &[["1", "2", "3"], ["1", "", "3"]],
        ["", "9", ""],
        [("2.00", true), ("9.00", false), ("6.00", true)],
    );
    // A stated total gives way to the sum; a source that cannot be read is not passed over.
    check(
        &[["1", "2", "3"]],
        ["8", "9", "7"],
        [("1.00", true), ("2.00", true), ("3.00", true)],
    );
    check(
        &[["1", "2x", "3"]],
        ["", "9", ""],
        [("1.00", true), ("调整预算数读不出", false), ("3.00", true)],
    );
}

/// Measures of one indicator with a weight, and its score.
fn check_score(weight: &str, measures: &[(&str, &str, &str)], expected: &str) {
    let mut draft = crate::drafts::new();
    let id = indicator(&mut draft, weight, measures);
    assert_eq!(
        said(&draft, Figure::IndicatorScore(id)),
        expected,
        "{weight} {measures:?}"
    );
}

#[test]
fn indicators_score_by_their_comparator() {
    check_score("10", &[("≥", "100", "100")], "10");
    check_score("10", &[("≥", "100", "99.99")], "10");
    check_score("10", &[("≥", "100", "99.9")], "9.99");
    check_score("10", &[("≥", "100", "0")], "0");
    check_score("10", &[("≥", "100", "-5")], "0");
    check_score("10", &[("≥", "12", "13")], "10");
    check_score("10", &[("≥", "43.2", "37.24")], "8.62");
    check_score("20", &[("≥", "20", "31.9")], "20");
    check_score("10", &[("≥", "0", "0")], "10");
    check_score("10", &[("≥", "-2", "-3")], "0");
    check_score("10", &[("≤", "100", "100")], "10");
    check_score("10", &[("≤", "100", "120")], "8.33");
    check_score("10", &[("≤", "100", "200")], "5");
    check_score("10", &[("≤", "0", "0")], "10");
    check_score("10", &[("≤", "0", "1")], "0");
    check_score("10", &[("=", "5", "5")], "10");
    check_score("10", &[("=", "5", "4")], "8");
    check_score("10", &[("=", "5", "6")], "10");
    check_score("10", &[("=", "0", "0")], "10");
    check_score("10", &[("=", "0", "1")], "0");
    check_score("3", &[("≥", "3", "2")], "2");
    check_score("0.5", &[("≥", "3", "1")], "0.17");
    check_score("", &[("≥", "3", "3")], "缺权重");
    check_score("3", &[("≥", "3", "")], "缺实际完成值");
    check_score("3", &[("≥", "", "3")], "缺指标值");
    check_score("3", &[("≥", "三", "3")], "指标值读不出");
    // Several measures: the mean of the capped shares.
    check_score("2", &[("≥", "30", "30"), ("≥", "45", "45")], "2");
    check_score("4", &[("≥", "12", "15"), ("≥", "2", "1")], "3");
    check_score("4", &[("≥", "12", "24"), ("≥", "2", "0")], "2");
    check_score("4", &[("≥", "12", "15"), ("≥", "2", "")], "缺实际完成值");
}

#[test]
fn excess_is_scored_by_the_scheme_s_formula() {
    let check = |rule, actual: &str, expected: &str| {
        let mut draft = crate::drafts::new();
        draft.scheme.make_mut().excess = rule;
        let id = indicator(&mut draft, "10", &[("≤", "100", actual)]);
        assert_eq!(said(&draft, Figure::IndicatorScore(id)), expected, "{rule:?} {actual}");
    };
    check(ExcessRule::Inverse, "120", "8.33");
    check(ExcessRule::Deduction, "120", "8");
    check(ExcessRule::Deduction, "199", "0.1");
    check(ExcessRule::Deduction, "200", "0");
    check(ExcessRule::Deduction, "300", "0");
}

#[test]
fn qualitative_and_manual_scores() {
    let check = |attainment: &str, coefficient: &str, expected: &str| {
        let mut draft = crate::drafts::new();
        let id = qualitative(&mut draft, "10", attainment, coefficient);
        assert_eq!(
            said(&draft, Figure::IndicatorScore(id)),
            expected,
            "{attainment} {coefficient}"
        );
    };
    check("", "", "缺完成情况");
    check("achieved", "", "10");
    check("achieved", "85", "8.5");
    check("achieved", "120", "10");
    check("partly_achieved", "", "缺得分系数");
    check("partly_achieved", "70", "7");
    check("partly_achieved", "95", "8");
    check("not_achieved", "30", "3");
    check("not_achieved", "差", "得分系数读不出");
    let check = |manual: &str, expected: &str| {
        let mut draft = crate::drafts::new();
        let id = indicator(&mut draft, "4", &[("≥", "2", "")]);
        indicator_field(&mut draft, id, IndicatorField::Scoring, "manual");
        indicator_field(&mut draft, id, IndicatorField::ManualScore, manual);
        assert_eq!(said(&draft, Figure::IndicatorScore(id)), expected, "{manual}");
    };
    check("", "缺手工得分");
    check("3.5", "3.5");
    check("3.456", "3.46");
    check("9", "4");
    check("-1", "0");
}

#[test]
fn objectives_score_by_their_share_or_as_stated() {
    let check = |shares: &[&str], stated: &str, expected: &str| {
        let mut draft = crate::drafts::new();
        for share in shares {
            let id = add(&mut draft, List::Objectives);
            set(&mut draft, Field::ObjectiveText(id), "一项目标");
            set(&mut draft, Field::ObjectiveAchieved(id), share);
        }
        set(&mut draft, Field::ObjectiveScore, stated);
        let part = draft.scheme.parts[1].id;
        assert_eq!(said(&draft, Figure::PartScore(part)), expected, "{shares:?} {stated}");
    };
    check(&[], "", "缺年度目标");
    check(&["100", "100"], "", "30");
    check(&["100", "50"], "", "22.5");
    check(&["120", "50"], "", "22.5");
    check(&["100", ""], "", "缺完成程度");
    check(&["100", ""], "28", "28");
    check(&["100"], "31", "30");
}

/// A scheme of one linear part, an execution rate in percent, and total and grade.
#[test]
fn grades_are_half_open() {
    let check = |executed: &str, total: &str, grade: &str| {
        let mut draft = crate::drafts::new();
        let scheme = draft.scheme.make_mut();
        scheme.parts.truncate(1);
        let part = scheme.parts[0].id;
        set(&mut draft, Field::Part(part, PartField::Weight), "100");
        totals(&mut draft, ["10000", "10000", executed]);
        assert_eq!(
            (
                said(&draft, Figure::TotalScore).as_str(),
                said(&draft, Figure::Grade).as_str()
            ),
            (total, grade),
            "{executed}"
        );
    };
    check("10000", "100", "优");
    check("9000", "90", "优");
    check("8999.5", "90", "优");
    check("8999", "89.99", "良");
    check("8950", "89.5", "良");
    check("8000", "80", "良");
    check("7999", "79.99", "中");
    check("6000", "60", "中");
    check("5999", "59.99", "差");
    check("0", "0", "差");
    check("", "缺执行数", "缺执行数");
    check("12000", "100", "优");
}

#[test]
fn the_reference_report_evaluates_as_published() {
    use jiping::domain::draft::budget::Column::*;
    let draft = sample();
    for (figure, expected) in [
        (Figure::Total(Initial), "15,329.35"),
        (Figure::Total(Adjusted), "21,015.64"),
        (Figure::Total(Executed), "20,571.11"),
        (Figure::ExecutionRate, "97.88%"),
        (Figure::Adjustment, "+5,686.29"),
        (Figure::AdjustmentRate, "37.09%"),
        (Figure::Unspent, "444.53"),
        (Figure::UnspentRate, "2.12%"),
        (Figure::ProjectsTotal, "1,954.96"),
        (Figure::IndicatorWeight, "40"),
        (Figure::PartScore(draft.scheme.parts[0].id), "29.37"),
        (Figure::PartScore(draft.scheme.parts[1].id), "30"),
        (Figure::PartScore(draft.scheme.parts[2].id), "40"),
        (Figure::TotalScore, "99.37"),
        (Figure::Grade, "优"),
    ] {
        assert_eq!(said(&draft, figure), expected, "{figure:?}");
    }
    assert_eq!(draft.indicators.len(), 14);
}
