//! B 评分 and S 方案: scores, total and grade, and rules by which nothing can be computed.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::checks::scheme::fault::SchemeFault;
use crate::domain::checks::scheme::scheme_faults::{faults, indicator_faults};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::evaluation::completeness::is_scored;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::indicator::Scoring;
use crate::domain::values::input::Choice;
use crate::domain::values::input::Input;
use crate::domain::values::points::Points;

/// Finds B3 and B4 of the objectives, B5, B6, B8 and S1.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    for fault in faults(&draft.scheme) {
        // The scheme's own indicators wait in its library; only those in use are the draft's concern.
        if fault.field.indicator().is_none() {
            found.push(scheme_finding(fault));
        }
    }
    objective_score(draft, evaluation, found);
    unscored_parts(draft, evaluation, found);
    stated_score(draft, evaluation, found);
    stated_grade(draft, evaluation, found);
}

/// Finds B3, B4 and S1 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let OfRow { row, score, .. } = *of;
    let mut own = Vec::new();
    indicator_faults(row, &mut own);
    found.extend(own.into_iter().map(scheme_finding));
    let (Scoring::Manual, Some(manual)) = (row.scoring, row.manual_score.value()) else {
        return;
    };
    if let Ok(weight) = score.weight {
        out_of_range(
            *manual,
            weight,
            &own_name(row),
            Field::Indicator(row.id, IndicatorField::ManualScore),
            found,
        );
    }
    let by_rule = score.by_rule.map(Points::rounded);
    if row.manual_reason.is_blank() && by_rule != Ok(*manual) {
        let rule = match by_rule {
            Ok(points) => format!("按规则是 {} 分", points.printed()),
            Err(gap) => format!("按规则算不出（{}）", gap_words::gap_note(gap)),
        };
        found.push(Finding::new(
            Code::B4,
            Field::Indicator(row.id, IndicatorField::ManualReason),
            format!(
                "{}手工评了 {} 分，{rule}，还没有写理由。",
                own_name(row),
                manual.printed()
            ),
            "写清为什么不按规则计分，或改回按规则计分。",
        ));
    }
}

fn scheme_finding(fault: SchemeFault) -> Finding {
    Finding::new(Code::S1, fault.field, fault.message, fault.hint)
}

fn out_of_range(score: Points, weight: Points, name: &str, field: Field, found: &mut Vec<Finding>) {
    if score > weight || score < Points::ZERO {
        found.push(Finding::new(
            Code::B3,
            field,
            format!(
                "{name}的得分 {} 不在 0 到权重 {} 之间。",
                score.printed(),
                weight.printed()
            ),
            "得分最低 0 分，最高不超过权重；核对得分和权重。",
        ));
    }
}

fn objective_score(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let rule = crate::domain::scheme::part::PartRule::ObjectiveShare;
    let Some(stated) = draft.objectives.stated_score.value() else {
        return;
    };
    let mut parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let Some((part, result)) = parts.find(|(part, _)| part.rule == rule) else {
        return;
    };
    if let Ok(weight) = result.weight {
        out_of_range(
            *stated,
            weight,
            &format!("“{}”", part.name),
            Field::ObjectiveScore,
            found,
        );
    }
    if draft.objectives.stated_reason.is_blank() {
        found.push(Finding::new(
            Code::B4,
            Field::ObjectiveReason,
            format!("“{}”评定了 {} 分，还没有写理由。", part.name, stated.printed()),
            "写清凭什么给这个分；也可清空评定得分，按完成程度计分。",
        ));
    }
}

fn unscored_parts(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    // A form without points, or one that only promises, has no scores to be missed.
    if !is_scored(draft) {
        return;
    }
    for (part, result) in draft.scheme.parts.iter().zip(&evaluation.parts) {
        if let Err(gap) = result.score {
            found.push(Finding::new(
                Code::B8,
                gap.field,
                format!("“{}”还没有得分：{}", part.name, gap_words::gap_sentence(draft, gap)),
                "补上缺的数，这一部分就能计分。",
            ));
        }
    }
}

fn stated_score(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let (Some(stated), Ok(total)) = (draft.stated_score.value(), evaluation.total) else {
        return;
    };
    // A printed total may have been added from unrounded or from rounded scores.
    let tolerance = Points::new(rust_decimal::Decimal::new(1, 2));
    if *stated > total + tolerance || total > *stated + tolerance {
        found.push(Finding::new(
            Code::B5,
            Field::StatedScore,
            format!(
                "已上报的总分是 {}，各部分得分之和是 {}。",
                stated.printed(),
                total.printed()
            ),
            "核对各部分得分；总分应等于各部分得分之和。",
        ));
    }
}

fn stated_grade(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let Some(stated) = draft.stated_grade else {
        return;
    };
    // Where nothing is scored the grade stands alone.
    if draft.scheme.parts.is_empty() {
        return;
    }
    // Where the points are not all told, the grade is held against the total that was.
    let printed = draft.stated_score.value().copied();
    let (total, grade) = match (evaluation.total, printed) {
        (Err(_), Some(printed)) => (Ok(printed), draft.scheme.grade(printed).ok_or(())),
        (total, _) => (total, evaluation.grade.map_err(|_| ())),
    };
    let (message, hint) = match (total, grade) {
        (Err(gap), _) => (
            format!(
                "写了等级“{}”，但总分还算不出：{}",
                stated.label(),
                gap_words::gap_sentence(draft, gap)
            ),
            "等级要由总分得出；先补上缺的得分。",
        ),
        (Ok(total), Ok(grade)) if grade != stated => (
            format!(
                "写了等级“{}”，总分 {} 对应的等级是“{}”。",
                stated.label(),
                total.printed(),
                grade.label()
            ),
            "按评分方案的分数段更正等级，或核对总分。",
        ),
        _ => return,
    };
    found.push(Finding::new(Code::B6, Field::StatedGrade, message, hint));
}
