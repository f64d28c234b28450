//! Explains scores: 各部分得分, 总分, 等级.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, PartField, RuleOwner};
use crate::domain::evaluation::derived::required;
use crate::domain::evaluation::evaluation::{Evaluation, PartEvaluation};
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::evaluation::rule_points::rule_points;
use crate::domain::evaluation::scoring::{checkpoint_share, progress_at};
use crate::domain::scheme::part::{CheckpointMethod, Part, PartRule};
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::find;

use super::explanation::{Explanation, Operand, Origin, TWO_DECIMALS, blank, derived, typed, written};
use super::indicator::{completion_explained, indicator_explained};
use super::rule::{applied, checkpoint_sentence, sentence};

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

fn weights_explained(draft: &Draft, evaluation: &Evaluation) -> Explanation {
    let figure = Figure::IndicatorWeight;
    let mut explained = blank(figure, "指标权重合计", printed(evaluation, figure));
    explained.formula = format!("{} 项指标的权重之和", draft.indicators.len());
    for part in draft.scheme.indicator_parts() {
        explained
            .notes
            .push(format!("“{}”的权重是 {}。", part.name, part.weight.text()));
    }
    explained
}

fn part_explained(draft: &Draft, evaluation: &Evaluation, part: &Part) -> Option<Explanation> {
    let figure = Figure::PartScore(part.id);
    let result = evaluation.parts.iter().find(|result| result.id == part.id)?;
    let weight = typed(
        draft,
        "权重",
        Field::Part(part.id, PartField::Weight),
        result.weight.map(Points::printed),
    );
    let mut explained = blank(figure, format!("{}得分", part.name), printed(evaluation, figure));
    explained.source = if part.reference {
        format!("参考：{}", part.source)
    } else {
        part.source.clone()
    };
    explained.operands.push(weight);
    match part.rule {
        PartRule::Progress => progress_explained(evaluation, part, result, &mut explained),
        PartRule::Checkpoints => checkpoints_explained(draft, evaluation, part, result, &mut explained),
        PartRule::ObjectiveShare => objectives_explained(draft, &mut explained),
        PartRule::IndicatorSum => {
            explained.operands.clear();
            explained.formula = format!("{} 项指标得分之和", result.indicators);
            explained.notes.push("每项得分已各自四舍五入，相加时不再取舍。".into());
        }
    }
    if let (Ok(exact), Ok(weight)) = (result.exact, result.weight)
        && exact.within(weight) != exact
    {
        explained
            .notes
            .push(format!("超过权重 {}，按权重封顶。", weight.printed()));
    }
    if !matches!(part.rule, PartRule::IndicatorSum)
        && let Ok(exact) = result.exact
    {
        explained.exact = exact.exact();
        explained.rounding = TWO_DECIMALS.into();
    }
    Some(explained)
}

fn progress_explained(evaluation: &Evaluation, part: &Part, result: &PartEvaluation, explained: &mut Explanation) {
    explained.formula = sentence(&part.progress, "执行率");
    explained
        .operands
        .push(derived(evaluation, "执行率", Figure::ExecutionRate));
    let (Ok(weight), Ok(rate)) = (result.weight, evaluation.money.execution_rate) else {
        return;
    };
    let owner = RuleOwner::Part(part.id);
    let applied = applied(&part.progress, owner, weight, rate, "执行率");
    explained.working = applied.working;
    explained
        .notes
        .extend(Some(applied.note).filter(|note| !note.is_empty()));
    let from_printed = Rate::from_percent(crate::domain::values::rounding::half_away_from_zero(rate.percent(), 2));
    let other = rule_points(&part.progress, owner, weight, from_printed).map(Points::rounded);
    if let (Ok(other), true) = (other, other != result.score) {
        explained.notes.push(format!(
            "用精确的执行率算，最后才取舍；若用 {} 去算则为 {}。",
            rate.printed_percent(),
            other.printed()
        ));
    }
}

fn checkpoints_explained(
    draft: &Draft,
    evaluation: &Evaluation,
    part: &Part,
    result: &PartEvaluation,
    explained: &mut Explanation,
) {
    explained.formula = checkpoint_sentence(&part.checkpoints);
    let mut terms = Vec::new();
    for row in &part.checkpoints.targets {
        let Some(month) = row.month.value() else { continue };
        let progress = progress_at(*month, draft, &evaluation.money);
        let share = checkpoint_share(part, row, draft, &evaluation.money);
        let (text, origin) = match progress {
            Ok(progress) => (progress.printed_percent(), None),
            Err(gap) => (gap_words::gap_sentence(draft, gap), Some(gap.field)),
        };
        explained.operands.push(Operand {
            name: format!("{} 月底支出进度", month.get()),
            value: text,
            origin: origin.map_or(Origin::Scheme, Origin::Field),
        });
        let Ok(share) = share else { continue };
        let points = row.points.value().copied().unwrap_or_default();
        let weight = result.weight.unwrap_or_default();
        terms.push(match part.checkpoints.method {
            CheckpointMethod::Each if share < Rate::FULL => "0".to_owned(),
            CheckpointMethod::Each => points.exact(),
            CheckpointMethod::EachProportional => format!("{} × {}", points.exact(), share.exact_percent()),
            CheckpointMethod::Mean => {
                let count = part.checkpoints.targets.len();
                format!("{} × {} ÷ {count}", weight.exact(), share.exact_percent())
            }
        });
    }
    if terms.len() == part.checkpoints.targets.len() {
        explained.working = terms.join(" + ");
    }
}

fn objectives_explained(draft: &Draft, explained: &mut Explanation) {
    if !draft.objectives.stated_score.is_blank() {
        let field = Field::ObjectiveScore;
        explained.formula = "评定得分，最高不超过权重".into();
        let stated = required(&draft.objectives.stated_score, field).map(|points| points.printed());
        explained.operands.insert(0, typed(draft, "评定得分", field, stated));
        explained
            .notes
            .push(format!("理由：{}", written(&draft.objectives.stated_reason)));
        return;
    }
    explained.formula = "权重 × 各项年度目标完成程度的平均".into();
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
    explained.source = draft.scheme.source.clone();
    explained
}
