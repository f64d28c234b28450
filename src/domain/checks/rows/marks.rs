//! B7, B9 and B10: weights applied twice, qualitative scores outside their band, full marks everywhere.

use crate::domain::values::input::Choice;
use rust_decimal::Decimal;

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::{excerpt, own_name};
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation, PartEvaluation};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Scoring};
use crate::domain::scheme::part::{Part, PartRule};
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

/// Words with which an office names its own shortcomings.
const SHORTCOMINGS: [&str; 30] = [
    "不足",
    "不够",
    "不强",
    "不高",
    "不完善",
    "不健全",
    "不及时",
    "不明显",
    "不到位",
    "不均衡",
    "不规范",
    "不平衡",
    "不全面",
    "不细",
    "不深",
    "薄弱",
    "缺乏",
    "短缺",
    "偏低",
    "偏慢",
    "滞后",
    "缓慢",
    "未达",
    "未能",
    "未完成",
    "欠缺",
    "有待",
    "难度大",
    "需进一步",
    "较差",
];

/// Finds B7 of the total, and B10.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    total_weighted_twice(draft, evaluation, found);
    full_marks_with_shortcomings(draft, evaluation, found);
}

/// Finds B7 and B9 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let OfRow { row, score, scheme, .. } = *of;
    weighted_twice(row, score, scheme, found);
    outside_band(row, score, scheme, found);
}

/// A weighted score times the weight once more: Σ score × weight ÷ full points, over the parts or over every
/// row of the table.
fn total_weighted_twice(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let (Some(stated), Ok(total), Some(full)) =
        (draft.stated_score.value(), evaluation.total, draft.scheme.full_points())
    else {
        return;
    };
    let twice = |score: Derived<Points>, weight: Derived<Points>| {
        Some(
            score
                .ok()?
                .times(Rate::of(weight.ok()?.decimal(), full.decimal())?)
                .decimal(),
        )
    };
    let parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let (of_indicators, others): (Vec<_>, Vec<_>) = parts.partition(|(part, _)| part.rule == PartRule::IndicatorSum);
    let sum = |rows: &[(&Part, &PartEvaluation)]| -> Option<Decimal> {
        rows.iter().map(|(_, row)| twice(row.score, row.weight)).sum()
    };
    let rows: Option<Decimal> = evaluation
        .indicators
        .iter()
        .map(|row| twice(row.score, row.weight))
        .sum();
    let by_part = (|| Some(sum(&others)? + sum(&of_indicators)?))();
    let by_row = (|| Some(sum(&others)? + rows?))();
    let count = evaluation.parts.len() + evaluation.indicators.len();
    let matches = |sum: Option<Decimal>, terms| sum.is_some_and(|sum| is_about(stated.decimal(), sum, terms));
    if *stated != total && (matches(by_part, evaluation.parts.len()) || matches(by_row, count)) {
        found.push(Finding::new(
            Code::B7,
            Field::StatedScore,
            format!(
                "已上报的总分 {} 像是各项得分又乘了一次权重得来的，直接相加是 {}。",
                stated.printed(),
                total.printed()
            ),
            "各项得分已经含有权重，直接相加就是总分。",
        ));
    }
}

fn weighted_twice(row: &Indicator, score: &IndicatorEvaluation, scheme: &Scheme, found: &mut Vec<Finding>) {
    let (Scoring::Manual, Some(manual), Ok(by_rule), Ok(weight), Some(full)) = (
        row.scoring,
        row.manual_score.value(),
        score.by_rule,
        score.weight,
        scheme.full_points(),
    ) else {
        return;
    };
    let Some(share) = Rate::of(weight.decimal(), full.decimal()) else {
        return;
    };
    let twice = by_rule.times(share);
    if *manual < by_rule.rounded() && *manual > Points::ZERO && is_about(manual.decimal(), twice.decimal(), 1) {
        found.push(Finding::new(
            Code::B7,
            Field::Indicator(row.id, IndicatorField::ManualScore),
            format!(
                "{}得分 {} 像是又乘了一次权重得来的，按规则是 {} 分。",
                own_name(row),
                manual.printed(),
                by_rule.rounded().printed()
            ),
            "得分按权重计一次就够了；改成按规则计分，或更正手工得分。",
        ));
    }
}

/// Whether two sums of so many rounded points can be the same.
fn is_about(one: Decimal, other: Decimal, terms: usize) -> bool {
    let half_a_cent = Decimal::new(5, 3);
    (one - other).abs() <= half_a_cent * Decimal::from(terms.max(1) + 1)
}

fn outside_band(row: &Indicator, score: &IndicatorEvaluation, scheme: &Scheme, found: &mut Vec<Finding>) {
    let (IndicatorNature::Qualitative, Some(attainment), Ok(weight)) = (row.nature, row.attainment, score.weight)
    else {
        return;
    };
    let Some((lower, upper)) = scheme.attainment_bounds(attainment) else {
        return;
    };
    let (field, share) = match (row.scoring, row.manual_score.value(), row.coefficient.value()) {
        (Scoring::Manual, Some(manual), _) => (
            IndicatorField::ManualScore,
            Rate::of(manual.decimal(), weight.decimal()),
        ),
        (Scoring::ByRule, _, Some(coefficient)) => (IndicatorField::Coefficient, Some(*coefficient)),
        _ => return,
    };
    let Some(share) = share else { return };
    // The upper end of a band is the lower end of the one above, except full marks.
    let is_within = share >= lower && (share < upper || (upper == Rate::FULL && share == upper));
    // More than full marks or less than none is told by B3.
    if is_within || share > Rate::FULL || share < Rate::NONE {
        return;
    }
    found.push(
        Finding::new(
            Code::B9,
            Field::Indicator(row.id, field),
            format!(
                "{}完成情况选的是“{}”，得分占权重的 {}，不在这一档之内：{}。",
                own_name(row),
                attainment.label(),
                share.trimmed_percent(),
                scheme.attainment_band(attainment).unwrap_or_default()
            ),
            "按完成程度选对档次，再在这一档之内给分。",
        )
        .resting_on(vec![Field::Indicator(row.id, IndicatorField::Attainment)]),
    );
}

/// Whether every indicator has full marks; false where there are too few to mean anything.
fn all_full(draft: &Draft, evaluation: &Evaluation) -> bool {
    let full = |row: &IndicatorEvaluation| matches!((row.weight, row.score), (Ok(weight), Ok(score)) if score == weight.rounded());
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let written: Vec<_> = rows.filter(|(row, _)| !row.is_blank()).collect();
    written.len() >= 3 && written.iter().all(|(_, result)| full(result))
}

/// Words for spending that keeps behind.
const SPENDING: [&str; 6] = ["执行率", "支出进度", "预算执行", "执行进度", "支付", "支出率"];

/// Whether a text names a shortcoming. 不足8万元 only counts.
fn names_shortcoming(text: &str) -> bool {
    let is_amount = |after: &str| after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    SHORTCOMINGS
        .iter()
        .any(|word| text.split(word).skip(1).any(|after| !is_amount(after)))
}

fn full_marks_with_shortcomings(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    // Slow spending has cost marks where the part for it is not full.
    let parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let spending_lost = parts.into_iter().any(|(part, result)| {
        let lost = matches!((result.weight, result.score), (Ok(weight), Ok(score)) if score < weight.rounded());
        part.rule == PartRule::Progress && lost
    });
    let is_of_spending = |text: &str| SPENDING.iter().any(|word| text.contains(word));
    let is_in_doubt = |text: &str| names_shortcoming(text) && !(spending_lost && is_of_spending(text));
    let Some(problem) = draft.problems.iter().find(|row| is_in_doubt(&row.text)) else {
        return;
    };
    if all_full(draft, evaluation) {
        found.push(Finding::new(
            Code::B10,
            Field::Problem(problem.id),
            format!(
                "{} 项指标全部得满分，这里却写了不足：“{}”。",
                evaluation.indicators.len(),
                excerpt(&problem.text, 24)
            ),
            "写清不足与哪项指标有关，那项该扣分的扣分；与指标无关的，说明为什么不影响得分。",
        ));
    }
}
