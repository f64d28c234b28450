//! Explains scores: 完成率, 指标得分, 各部分得分, 总分, 等级.

use super::draft::Draft;
use super::evaluation::{Derived, Evaluation};
use super::explanation::{Explanation, Figure, Operand, Origin, TWO_DECIMALS, derived, printed, typed};
use super::field::{Field, IndicatorField, MeasureField};
use super::indicator::{Comparator, Indicator, IndicatorNature, Measure, Scoring};
use super::input::{Choice, Input, Value};
use super::money::required;
use super::points::Points;
use super::rate::Rate;
use super::row::{Id, find};
use super::scheme::{ExcessRule, Part, ScoringRule};
use super::scoring::{completion_rate, measure_share};
use super::terms;

const INDICATOR_SOURCE: &str = "财预〔2020〕10号：完成指标值的记满分，未完成的按完成比例计分，最高不超过权重";
const MEAN_SOURCE: &str = "参考：多个数量要求取各行完成率（每行不超过 100%）的平均，没有文件规定";

/// Explains a score.
pub fn explain(draft: &Draft, evaluation: &Evaluation, figure: Figure) -> Option<Explanation> {
    match figure {
        Figure::CompletionRate(indicator, measure) => {
            let row = draft.indicator(indicator)?;
            Some(completion_explained(draft, row, find(&row.measures, measure)?))
        }
        Figure::IndicatorScore(id) => indicator_explained(draft, evaluation, id),
        Figure::IndicatorWeight => Some(weights_explained(draft, evaluation)),
        Figure::PartScore(id) => part_explained(draft, evaluation, find(&draft.scheme.parts, id)?),
        Figure::TotalScore => Some(total_explained(draft, evaluation)),
        Figure::Grade => Some(grade_explained(draft, evaluation)),
        _ => None,
    }
}

fn blank(figure: Figure, name: impl Into<String>, result: Derived<String>) -> Explanation {
    Explanation {
        figure,
        name: name.into(),
        formula: String::new(),
        working: String::new(),
        operands: Vec::new(),
        exact: String::new(),
        rounding: String::new(),
        result,
        source: String::new(),
        notes: Vec::new(),
    }
}

fn measure_operands(draft: &Draft, row: &Indicator, measure: &Measure) -> [Operand; 2] {
    let unit = measure.unit.trim();
    let operand = |part, value: Derived<super::quantity::Quantity>| {
        let field = Field::Measure(row.id, measure.id, part);
        typed(
            draft,
            terms::short_name(field),
            field,
            value.map(|value| format!("{} {unit}", value.shown()).trim().to_owned()),
        )
    };
    let field = |part| Field::Measure(row.id, measure.id, part);
    [
        operand(
            MeasureField::Actual,
            required(&measure.actual, field(MeasureField::Actual)),
        ),
        operand(
            MeasureField::Target,
            required(&measure.target, field(MeasureField::Target)),
        ),
    ]
}

fn completion_explained(draft: &Draft, row: &Indicator, measure: &Measure) -> Explanation {
    let rate = completion_rate(row, measure);
    let [actual, target] = measure_operands(draft, row, measure);
    let (part, base) = match measure.comparator {
        Comparator::AtMost => (&target, &actual),
        Comparator::AtLeast | Comparator::Exactly => (&actual, &target),
    };
    Explanation {
        formula: format!("{} ÷ {} × 100%", part.name, base.name),
        working: if rate.is_ok() {
            format!("{} ÷ {} × 100%", part.value, base.value)
        } else {
            String::new()
        },
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

fn indicator_explained(draft: &Draft, evaluation: &Evaluation, id: Id) -> Option<Explanation> {
    let figure = Figure::IndicatorScore(id);
    let row = draft.indicator(id)?;
    let result = evaluation.indicators.iter().find(|result| result.id == id)?;
    let weight_field = Field::Indicator(id, IndicatorField::Weight);
    let weight = typed(draft, "权重", weight_field, result.weight.map(Points::printed));
    let mut explained = blank(
        figure,
        format!("{}的得分", terms::indicator_name(draft, id)),
        printed(evaluation, figure),
    );
    if row.scoring == Scoring::Manual {
        let field = Field::Indicator(id, IndicatorField::ManualScore);
        explained.formula = "手工评分，最高不超过权重".into();
        explained.operands = vec![
            typed(
                draft,
                "手工得分",
                field,
                required(&row.manual_score, field).map(|points| points.printed()),
            ),
            weight,
        ];
        let reason = if row.manual_reason.is_blank() {
            "还没有写"
        } else {
            row.manual_reason.as_str()
        };
        explained.notes.push(format!("理由：{reason}"));
        let by_rule = result
            .by_rule
            .map(|points| format!("{} 分", points.rounded().printed()));
        explained
            .notes
            .push(format!("按规则计分：{}", by_rule.unwrap_or_else(terms::gap_note)));
        return Some(explained);
    }
    explained.operands.push(weight);
    match row.nature {
        IndicatorNature::Qualitative => qualitative_explained(draft, row, &mut explained),
        IndicatorNature::Quantitative => quantitative_explained(draft, row, &mut explained),
    }
    if let (Ok(weight), Ok(exact)) = (result.weight, result.by_rule) {
        let share = Rate::of(exact.decimal(), weight.decimal()).unwrap_or_default();
        explained.working = format!("{} × {}", weight.printed(), share.exact_percent());
        explained.exact = exact.exact();
        explained.rounding = TWO_DECIMALS.into();
    }
    Some(explained)
}

fn qualitative_explained(draft: &Draft, row: &Indicator, explained: &mut Explanation) {
    let field = Field::Indicator(row.id, IndicatorField::Attainment);
    let word = row.attainment.map_or("还没有选", Choice::label);
    explained
        .operands
        .push(typed(draft, "完成情况", field, Ok(word.into())));
    explained.formula = "权重 × 得分系数".into();
    if !row.coefficient.is_blank() {
        let field = Field::Indicator(row.id, IndicatorField::Coefficient);
        explained.operands.push(typed(
            draft,
            "得分系数",
            field,
            required(&row.coefficient, field).map(Rate::trimmed_percent),
        ));
    }
    if let Some((lower, upper)) = row
        .attainment
        .and_then(|attainment| draft.scheme.attainment_bounds(attainment))
    {
        explained.notes.push(format!(
            "“{word}”的得分系数在 {} 到 {} 之间。",
            lower.trimmed_percent(),
            upper.trimmed_percent()
        ));
    }
    explained.source = "财预〔2020〕10号：定性指标按达成、部分达成、未达成分档计分".into();
}

fn quantitative_explained(draft: &Draft, row: &Indicator, explained: &mut Explanation) {
    for measure in &row.measures {
        explained.operands.extend(measure_operands(draft, row, measure));
        let share = measure_share(row, measure, &draft.scheme);
        let what = if measure.name.trim().is_empty() {
            "这一行"
        } else {
            measure.name.trim()
        };
        explained.notes.push(match share {
            Ok(share) => format!(
                "{what}：{}按 {} 计。",
                measure.comparator.label(),
                share.printed_percent()
            ),
            Err(gap) => format!("{what}：{}", terms::gap_sentence(draft, gap)),
        });
    }
    let several = row.measures.len() > 1;
    explained.formula = if several {
        "权重 × 各行完成率的平均（每行不超过 100%）".into()
    } else {
        "权重 × 完成率（不超过 100%）".into()
    };
    explained.source = if several {
        format!("{INDICATOR_SOURCE}；{MEAN_SOURCE}")
    } else {
        INDICATOR_SOURCE.into()
    };
    if row
        .measures
        .iter()
        .any(|measure| measure.comparator == Comparator::AtMost)
    {
        let rule = draft.scheme.excess.unwrap_or(ExcessRule::Inverse);
        explained
            .notes
            .push(format!("指标值带 ≤ 的，超出后：{}。", rule.label()));
    }
}

fn weights_explained(draft: &Draft, evaluation: &Evaluation) -> Explanation {
    let figure = Figure::IndicatorWeight;
    let mut explained = blank(figure, "指标权重合计", printed(evaluation, figure));
    explained.formula = format!("{} 项指标的权重之和", draft.indicators.len());
    if let Some(part) = draft.scheme.indicator_part() {
        explained
            .notes
            .push(format!("应等于“{}”的权重 {}。", part.name, part.weight.text()));
    }
    explained
}

fn part_explained(draft: &Draft, evaluation: &Evaluation, part: &Part) -> Option<Explanation> {
    let figure = Figure::PartScore(part.id);
    let result = evaluation.parts.iter().find(|result| result.id == part.id)?;
    let weight = typed(
        draft,
        "权重",
        Field::PartWeight(part.id),
        result.weight.map(Points::printed),
    );
    let mut explained = blank(figure, format!("{}得分", part.name), printed(evaluation, figure));
    explained.source = if part.reference {
        format!("参考：{}", part.source)
    } else {
        part.source.clone()
    };
    match part.rule {
        ScoringRule::LinearProgress => {
            explained.formula = "权重 × 执行率（不超过 100%）".into();
            explained.operands = vec![weight, derived(evaluation, "执行率", Figure::ExecutionRate)];
            if let (Ok(weight), Ok(rate)) = (result.weight, evaluation.money.execution_rate) {
                explained.working = format!("{} × {}", weight.printed(), rate.exact_percent());
                let from_printed = Rate::from_percent(super::rounding::half_away_from_zero(rate.percent(), 2));
                let other = weight.times(from_printed.capped()).rounded();
                if Ok(other) != result.score {
                    explained.notes.push(format!(
                        "用精确的执行率算，最后才取舍；若用 {} 去乘则为 {}。",
                        rate.printed_percent(),
                        other.printed()
                    ));
                }
            }
        }
        ScoringRule::ObjectiveShare if !draft.objectives.stated_score.is_blank() => {
            let field = Field::ObjectiveScore;
            explained.formula = "评定得分，最高不超过权重".into();
            explained.operands = vec![
                typed(
                    draft,
                    "评定得分",
                    field,
                    required(&draft.objectives.stated_score, field).map(|points| points.printed()),
                ),
                weight,
            ];
            let reason = if draft.objectives.stated_reason.is_blank() {
                "还没有写"
            } else {
                draft.objectives.stated_reason.as_str()
            };
            explained.notes.push(format!("理由：{reason}"));
        }
        ScoringRule::ObjectiveShare => {
            explained.formula = "权重 × 各项年度目标完成程度的平均".into();
            explained.operands.push(weight);
            for (place, row) in draft.objectives.items.iter().enumerate() {
                let field = Field::ObjectiveAchieved(row.id);
                explained.operands.push(typed(
                    draft,
                    format!("第 {} 项", place + 1),
                    field,
                    required(&row.achieved, field).map(Rate::trimmed_percent),
                ));
            }
        }
        ScoringRule::IndicatorSum => {
            explained.formula = format!("{} 项指标得分之和", draft.indicators.len());
            explained.notes.push("每项得分已各自四舍五入，相加时不再取舍。".into());
        }
    }
    if !matches!(part.rule, ScoringRule::IndicatorSum)
        && let Ok(exact) = result.exact
    {
        explained.exact = exact.exact();
        explained.rounding = TWO_DECIMALS.into();
    }
    Some(explained)
}

fn total_explained(draft: &Draft, evaluation: &Evaluation) -> Explanation {
    let figure = Figure::TotalScore;
    let parts = draft.scheme.parts.iter();
    let operands: Vec<Operand> = parts
        .map(|part| derived(evaluation, part.name.as_str(), Figure::PartScore(part.id)))
        .collect();
    let joined = |part: fn(&Operand) -> &str| operands.iter().map(part).collect::<Vec<_>>().join(" + ");
    let mut explained = blank(figure, "自评总分", printed(evaluation, figure));
    explained.formula = joined(|operand| &operand.name);
    if evaluation.total.is_ok() {
        explained.working = joined(|operand| &operand.value);
    }
    explained.source = draft.scheme.source.clone();
    explained
        .notes
        .push("各部分得分已各自四舍五入，相加时不再取舍。".into());
    explained.operands = operands;
    explained
}

fn grade_explained(draft: &Draft, evaluation: &Evaluation) -> Explanation {
    let figure = Figure::Grade;
    let mut explained = blank(figure, "等级", printed(evaluation, figure));
    explained.formula = "总分所在的分数段".into();
    explained
        .operands
        .push(derived(evaluation, "自评总分", Figure::TotalScore));
    let full = draft.scheme.full_points().unwrap_or_default();
    let mut above: Option<Points> = None;
    for band in &draft.scheme.grades {
        let Some(from) = band.from.value() else {
            continue;
        };
        let bound = full.times(*from);
        let range = match above {
            None => format!("{} 分及以上", bound.printed()),
            Some(above) if bound == Points::ZERO => format!("{} 分以下", above.printed()),
            Some(above) => format!("{} 分（含）到 {} 分（不含）", bound.printed(), above.printed()),
        };
        explained.operands.push(Operand {
            name: band.value.label().into(),
            value: range,
            origin: Origin::Scheme,
        });
        above = Some(bound);
    }
    explained.source = "财预〔2020〕10号：90（含）以上为优，80（含）至 90 为良，60（含）至 80 为中，60 以下为差".into();
    explained
}
