//! Scoring rules against tables, just below, at and just above each edge; the expected points were computed
//! with exact fractions.

use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{
    CheckpointTargetField, Field, GroupField, IndicatorField, ItemField, List, MeasureField, PartField, RuleField,
    RuleOwner, SchemeField, TermField,
};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::evaluation::gap_words::gap_note;
use jiping::domain::evaluation::rule_points::rule_points;
use jiping::domain::explanation::explain::explain;
use jiping::domain::scheme::formula::TermPlace;
use jiping::domain::scheme::rule::Rule;
use jiping::domain::values::input::{Choice, Value};
use jiping::domain::values::points::Points;
use jiping::domain::values::rate::Rate;
use jiping::domain::values::row::Id;
use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::drafts::{add, indicator, indicator_field, qualitative, set, totals};

const OWNER: RuleOwner = RuleOwner::Part(Id(1));

/// One table of the fixture.
fn table(name: &str) -> Vec<Json> {
    let all: Json = serde_json::from_str(include_str!("../../fixtures/rules.json")).unwrap();
    all[name].as_array().unwrap().clone()
}

#[test]
fn rules_score_by_their_tables() {
    let mut rows = 0;
    for row in table("rules") {
        let rule: Rule = serde_json::from_value(row["rule"].clone()).unwrap();
        let weight = Points::read(row["weight"].as_str().unwrap()).unwrap();
        for pair in row["points"].as_str().unwrap().split_whitespace() {
            let (ratio, expected) = pair.split_once('=').unwrap();
            let ratio = Rate::from_percent(Decimal::from_str_exact(ratio).unwrap());
            let score = rule_points(&rule, OWNER, weight, ratio).unwrap().rounded().printed();
            assert_eq!(score, expected, "{pair} by {}", row["about"]);
            rows += 1;
        }
    }
    assert!(rows >= 200, "{rows} rows");
}

#[test]
fn measures_score_by_their_table() {
    let rows = table("measures");
    assert!(rows.len() >= 80, "{} rows", rows.len());
    for row in rows {
        let text = |name: &str| row[name].as_str().unwrap();
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::Scheme(SchemeField::Excess), text("excess"));
        let sign = text("sign");
        let id = indicator(&mut draft, text("weight"), &[(sign, text("target"), text("actual"))]);
        let measure = draft.indicator(id).unwrap().measures[0].id;
        if sign == "区间" {
            set(
                &mut draft,
                Field::Measure(id, measure, MeasureField::Comparator),
                "between",
            );
            set(
                &mut draft,
                Field::Measure(id, measure, MeasureField::Upper),
                text("upper"),
            );
        }
        assert_eq!(said(&draft, Figure::IndicatorScore(id)), text("score"), "{row}");
    }
}

/// What a figure says: its value, or what is missing.
fn said(draft: &Draft, figure: Figure) -> String {
    printed(&evaluate(draft), figure).unwrap_or_else(gap_note)
}

#[test]
fn measures_are_combined_as_the_scheme_says() {
    let check = |compound: &str, shares: [&str; 2], expected: &str| {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::Scheme(SchemeField::Compound), compound);
        let id = indicator(&mut draft, "10", &[("≥", "12", "6"), ("≥", "2", "3")]);
        let measures: Vec<Id> = draft.indicator(id).unwrap().measures.iter().map(|row| row.id).collect();
        for (measure, share) in measures.into_iter().zip(shares) {
            set(&mut draft, Field::Measure(id, measure, MeasureField::Share), share);
        }
        assert_eq!(
            said(&draft, Figure::IndicatorScore(id)),
            expected,
            "{compound} {shares:?}"
        );
    };
    check("mean", ["", ""], "7.5");
    check("minimum", ["", ""], "5");
    check("weighted", ["3", "1"], "6.25");
    check("weighted", ["1", "2"], "8.33");
    check("weighted", ["3", ""], "缺比重");
    check("weighted", ["0", "0"], "比重为 0");
}

/// A formula indicator of weight 5 with its terms, a target and a sign.
fn formula(draft: &mut Draft, shape: &str, [numerator, denominator]: [(&str, &str); 2], target: (&str, &str)) -> Id {
    let id = indicator(draft, "5", &[(target.0, target.1, "")]);
    indicator_field(draft, id, IndicatorField::Nature, "formula");
    indicator_field(draft, id, IndicatorField::Shape, shape);
    for (place, (source, value)) in [(TermPlace::Numerator, numerator), (TermPlace::Denominator, denominator)] {
        indicator_field(draft, id, IndicatorField::Term(place, TermField::Source), source);
        indicator_field(draft, id, IndicatorField::Term(place, TermField::Value), value);
    }
    id
}

#[test]
fn formulas_take_their_terms_from_the_draft_or_from_their_own_inputs() {
    let check = |shape: &str, terms: [(&str, &str); 2], target: (&str, &str), expected: &str| {
        let mut draft = crate::drafts::new();
        totals(&mut draft, ["15329.35", "21015.64", "20571.11"]);
        set(&mut draft, Field::Staff, "105");
        set(&mut draft, Field::AuthorisedPosts, "100");
        let id = formula(&mut draft, shape, terms, target);
        assert_eq!(
            said(&draft, Figure::IndicatorScore(id)),
            expected,
            "{shape} {terms:?} {target:?}"
        );
    };
    let (own, executed, adjusted) = ("own", ("executed", ""), ("adjusted", ""));
    check("share", [executed, adjusted], ("≥", "100"), "4.89");
    check("share", [executed, adjusted], ("≥", "95"), "5");
    check("share", [executed, ("initial", "")], ("≤", "100"), "3.73");
    check("share", [("adjustment", ""), ("initial", "")], ("≤", "30"), "4.04");
    check("share", [("unspent", ""), adjusted], ("≤", "9"), "5");
    check("share", [("staff", ""), ("authorised_posts", "")], ("≤", "100"), "4.76");
    check("share", [("projects", ""), executed], ("≥", "1"), "缺重点项目");
    check("share", [(own, "9"), (own, "12")], ("≥", "100"), "3.75");
    check("share", [(own, "-9"), (own, "12")], ("≥", "100"), "0");
    check("share", [(own, "9"), (own, "0")], ("≥", "100"), "分母为 0");
    check("share", [(own, ""), (own, "12")], ("≥", "100"), "缺分子");
    check("share", [(own, "9"), (own, "")], ("≥", "100"), "缺分母");
    check("share", [(own, "9"), (own, "12")], ("≥", ""), "缺指标值");
    check("change", [(own, "90"), (own, "100")], ("≤", "0"), "5");
    check("change", [(own, "100"), (own, "100")], ("≤", "0"), "5");
    check("change", [(own, "100.01"), (own, "100")], ("≤", "0"), "0");
    check("change", [(own, "120"), (own, "100")], ("≤", "10"), "2.5");
}

#[test]
fn formula_scores_follow_the_money() {
    let mut draft = crate::drafts::new();
    let id = formula(&mut draft, "share", [("executed", ""), ("adjusted", "")], ("≥", "100"));
    assert_eq!(said(&draft, Figure::IndicatorScore(id)), "缺执行数");
    totals(&mut draft, ["100", "100", "50"]);
    let before = evaluate(&draft);
    let earlier = draft.clone();
    totals(&mut draft, ["100", "100", "80"]);
    let after = jiping::domain::evaluation::evaluate::evaluate_after(&draft, Some((&earlier, &before)));
    assert_eq!(printed(&after, Figure::IndicatorScore(id)).unwrap(), "4");
}

#[test]
fn items_are_added_up_or_taken_off() {
    let check = |nature: &str, weight: &str, items: &[(&str, &str)], expected: &str| {
        let mut draft = crate::drafts::new();
        let id = indicator(&mut draft, weight, &[]);
        indicator_field(&mut draft, id, IndicatorField::Nature, nature);
        for (points, answer) in items {
            let item = add(&mut draft, List::Items(id));
            set(&mut draft, Field::Item(id, item, ItemField::Points), points);
            let part = if nature == "checklist" {
                ItemField::Answer
            } else {
                ItemField::Times
            };
            set(&mut draft, Field::Item(id, item, part), answer);
        }
        assert_eq!(said(&draft, Figure::IndicatorScore(id)), expected, "{nature} {items:?}");
    };
    check(
        "checklist",
        "5",
        &[("2", "met"), ("1.5", "met"), ("1.5", "not_met")],
        "3.5",
    );
    check("checklist", "5", &[("2", "met"), ("4", "met")], "5");
    check("checklist", "5", &[("2", "not_met")], "0");
    check("checklist", "5", &[("2", "met"), ("1", "")], "缺做到没有");
    check("checklist", "5", &[("", "met")], "缺分值");
    check("checklist", "5", &[], "缺要点");
    check("checklist", "", &[("2", "met")], "缺权重");
    check("deductions", "5", &[("1", "0"), ("0.5", "0")], "5");
    check("deductions", "5", &[("1", "2"), ("0.5", "1")], "2.5");
    check("deductions", "5", &[("1", "6")], "0");
    check("deductions", "5", &[("1", "-6")], "5");
    check("deductions", "5", &[("1", "999999999999")], "0");
    check("deductions", "5", &[("1", "")], "缺次数");
    check("deductions", "5", &[("1", "x")], "次数读不出");
}

#[test]
fn checkpoints_score_one_by_one_or_by_their_mean() {
    // July at 40% for 7 points, November at 80.21% for 8; spending at the end of both months, of 1,000.
    let check = |method: &str, spent: [&str; 2], expected: &str| {
        let mut draft = crate::drafts::new();
        totals(&mut draft, ["1000", "1000", "950"]);
        let part = draft.scheme.parts[0].id;
        set(&mut draft, Field::Part(part, PartField::Weight), "15");
        set(&mut draft, Field::Part(part, PartField::Rule), "checkpoints");
        set(&mut draft, Field::Part(part, PartField::Method), method);
        let targets = [("7", "40", "7"), ("11", "80.21", "8")];
        for ((month, target, points), spent) in targets.into_iter().zip(spent) {
            let row = add(&mut draft, List::CheckpointTargets(part));
            let field = |what| Field::CheckpointTarget(part, row, what);
            set(&mut draft, field(CheckpointTargetField::Month), month);
            set(&mut draft, field(CheckpointTargetField::Target), target);
            set(&mut draft, field(CheckpointTargetField::Points), points);
            if !spent.is_empty() {
                let checkpoint = add(&mut draft, List::Checkpoints);
                set(&mut draft, Field::CheckpointMonth(checkpoint), month);
                set(&mut draft, Field::CheckpointExecuted(checkpoint), spent);
            }
        }
        assert_eq!(said(&draft, Figure::PartScore(part)), expected, "{method} {spent:?}");
    };
    check("each", ["400", "802.1"], "15");
    check("each", ["399.99", "802.1"], "8");
    check("each", ["400", "802.09"], "7");
    check("each", ["0", "0"], "0");
    check("each_proportional", ["200", "802.1"], "11.5");
    check("each_proportional", ["400", "401.05"], "11");
    check("mean", ["200", "802.1"], "11.25");
    check("mean", ["4000", "802.1"], "15");
    check("each", ["400", ""], "缺监控节点");
}

#[test]
fn december_is_the_year_itself() {
    let mut draft = crate::drafts::new();
    totals(&mut draft, ["1000", "1000", "950"]);
    let part = draft.scheme.parts[0].id;
    set(&mut draft, Field::Part(part, PartField::Rule), "checkpoints");
    let row = add(&mut draft, List::CheckpointTargets(part));
    for (what, text) in [
        (CheckpointTargetField::Month, "12"),
        (CheckpointTargetField::Target, "95"),
        (CheckpointTargetField::Points, "30"),
    ] {
        set(&mut draft, Field::CheckpointTarget(part, row, what), text);
    }
    assert_eq!(said(&draft, Figure::PartScore(part)), "30");
    totals(&mut draft, ["1000", "1000", "949.99"]);
    assert_eq!(said(&draft, Figure::PartScore(part)), "0");
}

#[test]
fn relative_weights_are_shares_of_the_level_above() {
    let check = |part: &str, group: &str, own: &str, expected: &str| {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::Scheme(SchemeField::Weighting), "relative");
        let sum = draft.scheme.parts[2].id;
        set(&mut draft, Field::Part(sum, PartField::Weight), part);
        let id = indicator(&mut draft, own, &[("≥", "2", "1")]);
        let row = add(&mut draft, List::Groups(sum));
        set(&mut draft, Field::Group(sum, row, GroupField::Weight), group);
        indicator_field(&mut draft, id, IndicatorField::Place, &row.0.to_string());
        assert_eq!(
            said(&draft, Figure::IndicatorScore(id)),
            expected,
            "{part} {group} {own}"
        );
    };
    check("40", "50", "10", "1");
    check("40", "", "10", "2");
    check("40", "33.3333", "100", "6.67");
    check("40", "x", "10", "权重读不出");
    check("", "50", "10", "缺权重");
    check("40", "50", "", "缺权重");
}

#[test]
fn bands_are_those_of_the_scheme() {
    let check = |edges: [&str; 3], attainment: &str, coefficient: &str, expected: &str| {
        let mut draft = crate::drafts::new();
        for (band, edge) in draft.scheme.clone().attainments.iter().zip(edges) {
            set(&mut draft, Field::AttainmentBound(band.value), edge);
        }
        let id = qualitative(&mut draft, "10", attainment, coefficient);
        assert_eq!(
            said(&draft, Figure::IndicatorScore(id)),
            expected,
            "{edges:?} {attainment} {coefficient}"
        );
    };
    check(["80", "60", "0"], "achieved", "", "10");
    check(["80", "60", "0"], "achieved", "85", "8.5");
    check(["80", "60", "0"], "partly_achieved", "80", "8");
    check(["80", "60", "0"], "partly_achieved", "90", "8");
    check(["80", "60", "0"], "not_achieved", "70", "6");
    check(["80", "50", "0"], "not_achieved", "70", "5");
    check(["80", "50", "0"], "partly_achieved", "", "缺得分系数");
    check(["80", "50", "0"], "", "", "缺完成情况");
    let grade = |edges: [&str; 3], total: &str, expected: &str| {
        let mut draft = crate::drafts::new();
        for (band, edge) in draft.scheme.clone().grades.iter().zip(edges) {
            set(&mut draft, Field::GradeBound(band.value), edge);
        }
        let total = Points::read(total).unwrap();
        assert_eq!(
            draft.scheme.grade(total).unwrap().label(),
            expected,
            "{edges:?} {total:?}"
        );
    };
    for (total, expected) in [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("89.5", "良"),
        ("80", "良"),
        ("79.99", "中"),
    ] {
        grade(["90", "80", "60"], total, expected);
    }
    for (total, expected) in [
        ("80", "优"),
        ("79.99", "良"),
        ("70", "良"),
        ("69.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
    ] {
        grade(["80", "70", "60"], total, expected);
    }
}

#[test]
fn every_explanation_of_an_indicator_computes() {
    let check = |draft: &Draft, id: Id| {
        let evaluation = evaluate(draft);
        let explained = explain(draft, &evaluation, Figure::IndicatorScore(id)).unwrap();
        let result = evaluation.indicators.iter().find(|result| result.id == id).unwrap();
        let (weight, score) = (result.weight.unwrap(), result.score.unwrap());
        let value = Points::new(crate::arithmetic::value(&explained.working))
            .within(weight)
            .rounded();
        assert_eq!(value, score, "{}", explained.working);
        assert!(
            !explained.formula.is_empty() && !explained.source.is_empty(),
            "{explained:?}"
        );
    };
    let mut draft = crate::drafts::new();
    totals(&mut draft, ["15329.35", "21015.64", "20571.11"]);
    let terms = [("executed", ""), ("adjusted", "")];
    for (kind, nature) in [
        ("deduction", "formula"),
        ("tiers", "formula"),
        ("all_or_nothing", "formula"),
        ("proportional", "formula"),
    ] {
        let id = formula(&mut draft, "share", terms, ("≥", "100"));
        indicator_field(&mut draft, id, IndicatorField::Nature, nature);
        set(&mut draft, Field::Rule(RuleOwner::Indicator(id), RuleField::Kind), kind);
        check(&draft, id);
    }
    let id = indicator(&mut draft, "3", &[("≥", "12", "7"), ("≤", "2", "3")]);
    check(&draft, id);
    let id = qualitative(&mut draft, "3", "partly_achieved", "66.6");
    check(&draft, id);
    for (nature, part, answer) in [
        ("checklist", ItemField::Answer, "met"),
        ("checklist", ItemField::Answer, "not_met"),
        ("deductions", ItemField::Times, "0"),
        ("deductions", ItemField::Times, "7"),
    ] {
        let id = indicator(&mut draft, "5", &[]);
        indicator_field(&mut draft, id, IndicatorField::Nature, nature);
        for points in ["1", "1.5"] {
            let item = add(&mut draft, List::Items(id));
            set(&mut draft, Field::Item(id, item, ItemField::Points), points);
            set(&mut draft, Field::Item(id, item, part), answer);
        }
        check(&draft, id);
    }
}
