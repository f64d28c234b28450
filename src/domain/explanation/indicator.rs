//! Explains the scores of indicators: 完成率, 得分 by measure, band, formula, item or by hand.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, MeasureField, RuleOwner};
use crate::domain::draft::names;
use crate::domain::evaluation::completion::{completion_rate, measure_share};
use crate::domain::evaluation::derived::{Derived, required};
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation};
use crate::domain::evaluation::figure::Figure;
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure, Scoring};
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::{Compound, Weighting};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Input, Value};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

use super::explanation::{Explanation, Operand, TWO_DECIMALS, blank, source, typed, written};
use super::formula::{by_formula, by_items};
use super::rule::{applied, sentence};

const INDICATOR_SOURCE: &str = "财预〔2020〕10号：完成指标值的记满分，未完成的按完成比例计分，最高不超过权重";
const BAND_SOURCE: &str = "财预〔2020〕10号：定性指标按达成、部分达成、未达成分档计分";
const COMPOUND_SOURCE: &str = "参考：多个数量要求怎样合并，没有文件规定";

/// Explains the completion rate of one measure.
pub fn completion_explained(draft: &Draft, row: &Indicator, measure: &Measure) -> Explanation {
    let rate = completion_rate(row, measure, &draft.scheme);
    let [actual, target] = measure_operands(draft, row, measure);
    let (part, base) = match measure.comparator {
        Comparator::AtMost => (&target, &actual),
        Comparator::AtLeast | Comparator::Exactly | Comparator::Between => (&actual, &target),
    };
    let formula = match measure.comparator {
        Comparator::Between => "在区间内为 100%，在区间外按较近的一端折算".to_owned(),
        _ => format!("{} ÷ {} × 100%", part.name, base.name),
    };
    let working = match (measure.comparator, rate) {
        (Comparator::Between, _) | (_, Err(_)) => String::new(),
        (_, Ok(_)) => format!("{} ÷ {} × 100%", part.value, base.value),
    };
    Explanation {
        formula,
        working,
        exact: rate.map(Rate::exact_percent).unwrap_or_default(),
        rounding: TWO_DECIMALS.into(),
        source: INDICATOR_SOURCE.into(),
        operands: vec![actual, target],
        ..blank(
            Figure::CompletionRate(row.id, measure.id),
            "完成率",
            rate.map(Rate::printed_percent),
        )
    }
}

/// Explains the score of an indicator; none when it is gone.
pub fn indicator_explained(draft: &Draft, evaluation: &Evaluation, id: Id) -> Option<Explanation> {
    let place = draft.indicators.iter().position(|row| row.id == id)?;
    score_explained(draft, evaluation, place)
}

/// Explains the score of an indicator by its place, so that explaining all of them looks for none.
pub fn score_explained(draft: &Draft, evaluation: &Evaluation, place: usize) -> Option<Explanation> {
    let row = draft.indicators.get(place)?;
    let result = evaluation.indicators.get(place)?;
    let mut explained = blank(
        Figure::IndicatorScore(row.id),
        format!("{}的得分", names::numbered_name(place, &row.name)),
        result.score.map(Points::printed),
    );
    let weight = weight_operand(draft, row, result, &mut explained);
    if row.scoring == Scoring::Manual {
        manual(draft, row, result, weight, &mut explained);
        return Some(explained);
    }
    explained.operands.push(weight);
    explained.source = row.source.clone();
    match row.nature {
        IndicatorNature::Qualitative => qualitative(draft, row, &mut explained),
        IndicatorNature::Quantitative => quantitative(draft, row, result, &mut explained),
        IndicatorNature::Formula => by_formula(draft, evaluation, row, result, &mut explained),
        IndicatorNature::Checklist | IndicatorNature::Deductions => by_items(draft, row, result, &mut explained),
    }
    if let (Ok(weight), Ok(exact)) = (result.weight, result.by_rule) {
        if explained.working.is_empty() {
            let share = Rate::of(exact.decimal(), weight.decimal()).unwrap_or_default();
            explained.working = format!("{} × {}", weight.exact(), share.exact_percent());
        }
        explained.exact = exact.exact();
        explained.rounding = TWO_DECIMALS.into();
    }
    Some(explained)
}

fn weight_operand(
    draft: &Draft,
    row: &Indicator,
    result: &IndicatorEvaluation,
    explained: &mut Explanation,
) -> Operand {
    let field = Field::Indicator(row.id, IndicatorField::Weight);
    if draft.scheme.weighting == Weighting::Relative && result.weight.is_ok() {
        explained
            .notes
            .push(format!("权重写的是占上一级的 {}%，折合分值后计分。", row.weight.text()));
    }
    typed(draft, "权重", field, result.weight.map(Points::exact))
}

fn manual(draft: &Draft, row: &Indicator, result: &IndicatorEvaluation, weight: Operand, explained: &mut Explanation) {
    let field = Field::Indicator(row.id, IndicatorField::ManualScore);
    let score = required(&row.manual_score, field).map(|points| points.printed());
    explained.formula = "手工评分，最高不超过权重".into();
    explained.operands = vec![typed(draft, "手工得分", field, score), weight];
    explained.notes.push(format!("理由：{}", written(&row.manual_reason)));
    let by_rule = result
        .by_rule
        .map(|points| format!("{} 分", points.rounded().printed()));
    explained
        .notes
        .push(format!("按规则计分：{}", by_rule.unwrap_or_else(gap_words::gap_note)));
}

fn measure_operands(draft: &Draft, row: &Indicator, measure: &Measure) -> [Operand; 2] {
    let field = |part| Field::Measure(row.id, measure.id, part);
    let operand = |part, entry| {
        let value: Derived<crate::domain::values::quantity::Quantity> = required(entry, field(part));
        let text = value.map(|value| measure.in_unit(&value.shown()));
        typed(draft, names::short_name(field(part)), field(part), text)
    };
    [
        operand(MeasureField::Actual, &measure.actual),
        operand(MeasureField::Target, &measure.target),
    ]
}

fn qualitative(draft: &Draft, row: &Indicator, explained: &mut Explanation) {
    let field = Field::Indicator(row.id, IndicatorField::Attainment);
    let word = row.attainment.map_or("还没有选", Choice::label);
    explained
        .operands
        .push(typed(draft, "完成情况", field, Ok(word.into())));
    explained.formula = "权重 × 得分系数".into();
    if !row.coefficient.is_blank() {
        let field = Field::Indicator(row.id, IndicatorField::Coefficient);
        let value = required(&row.coefficient, field).map(Rate::trimmed_percent);
        explained.operands.push(typed(draft, "得分系数", field, value));
    }
    let band = row
        .attainment
        .and_then(|attainment| draft.scheme.attainment_band(attainment));
    if let Some(band) = band {
        explained.notes.push(format!("“{word}”的得分系数是 {band}。"));
    }
    source(explained, BAND_SOURCE);
}

fn quantitative(draft: &Draft, row: &Indicator, result: &IndicatorEvaluation, explained: &mut Explanation) {
    let several = row.measures.len() > 1;
    let owner = RuleOwner::Indicator(row.id);
    for measure in &row.measures {
        explained.operands.extend(measure_operands(draft, row, measure));
        let what = match measure.name.trim() {
            "" => "这一行",
            name => name,
        };
        let share = measure_share(row, measure, &draft.scheme);
        explained.notes.push(match share {
            Ok(share) => format!(
                "{what}：{}按 {} 计。",
                measure.comparator.label(),
                share.printed_percent()
            ),
            Err(gap) => format!("{what}：{}", gap_words::gap_sentence(draft, gap)),
        });
        if let (Ok(share), Ok(weight)) = (share, result.weight)
            && row.rule != Rule::Proportional
        {
            let applied = applied(&row.rule, owner, weight, share, "完成率");
            explained.notes.push(applied.note);
            if !several {
                explained.working = applied.working;
            }
        }
    }
    explained.formula = match (&row.rule, several) {
        (Rule::Proportional, false) => "权重 × 完成率（不超过 100%）".into(),
        (Rule::Proportional, true) if draft.scheme.compound == Compound::Mean => {
            "权重 × 各行完成率的平均（每行不超过 100%）".into()
        }
        (rule, false) => sentence(rule, "完成率"),
        (rule, true) => format!("{}；几行{}", sentence(rule, "完成率"), draft.scheme.compound.label()),
    };
    source(explained, INDICATOR_SOURCE);
    if several {
        explained.source = format!("{}；{COMPOUND_SOURCE}", explained.source);
    }
    let is_at_most = |measure: &Measure| matches!(measure.comparator, Comparator::AtMost | Comparator::Between);
    if row.measures.iter().any(is_at_most) {
        let rule = draft.scheme.excess.label();
        explained.notes.push(format!("指标值带 ≤ 的，超出后：{rule}。"));
    }
}
