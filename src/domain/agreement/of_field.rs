//! 标注一个填的数: a number that has a field of its own, by what is reckoned from it and what the checks say of it.

use crate::domain::checks::finding::catalogue::{Severity, Topic};
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::explanation::explain::explain;
use crate::domain::scheme::indicator::Scoring;
use crate::domain::values::row::Id;

use super::mark::Witness;
use super::of_text::Marking;

/// Against what and with what a typed number stands.
pub struct Held {
    /// What contradicts it.
    pub against: Vec<Witness>,
    /// What agrees with it.
    pub with: Vec<Witness>,
}

/// What a typed number is held against.
pub fn held(marking: &Marking<'_>, field: Field) -> Held {
    Held {
        against: contradictions(marking, field),
        with: uses(marking, field).into_iter().collect(),
    }
}

/// Errors and warnings about figures at the field; for a score at whatever it is given by.
fn contradictions(marking: &Marking<'_>, field: Field) -> Vec<Witness> {
    let same = |other: Field| {
        other == field
            || match (field, other) {
                (
                    Field::Indicator(id, IndicatorField::Scoring),
                    Field::Indicator(other, IndicatorField::ManualScore),
                ) => id == other,
                _ => false,
            }
    };
    let findings = marking.findings.iter().filter(|finding| {
        same(finding.field)
            && finding.severity() != Severity::Advice
            && matches!(finding.code.topic(), Topic::Money | Topic::Scores | Topic::Agreement)
    });
    findings
        .map(|finding| Witness::plain(finding.message.clone()))
        .collect()
}

/// What is reckoned from the number, where that can be reckoned.
fn uses(marking: &Marking<'_>, field: Field) -> Option<Witness> {
    let money = &marking.evaluation.money;
    match field {
        Field::FundAmount(_, column) | Field::StatedTotal(column) => {
            let total = money.totals.get(column).value.ok()?;
            Some(Witness::plain(format!("合计 {} 万元由各来源算出", total.printed())))
        }
        Field::NatureAmount(_, column) => {
            let total = money.natures.get(column).ok()?;
            Some(Witness::plain(format!(
                "基本支出与项目支出合计 {} 万元",
                total.printed()
            )))
        }
        Field::ProjectAmount(_) => {
            let total = money.projects.ok()?;
            Some(Witness::plain(format!("重点项目合计 {} 万元由它算出", total.printed())))
        }
        Field::Indicator(id, IndicatorField::Weight) => {
            let total = marking.evaluation.indicator_weight.ok()?;
            result(marking, id)?.weight.ok()?;
            Some(Witness::plain(format!("指标权重合计 {}", total.printed())))
        }
        Field::Indicator(id, IndicatorField::Scoring) => score(marking, id),
        Field::Measure(id, ..) => {
            let points = result(marking, id)?.by_rule.ok()?;
            Some(Witness::plain(format!(
                "按规则得 {} 分，由它算出",
                points.rounded().printed()
            )))
        }
        _ => None,
    }
}

fn result<'a>(marking: &'a Marking<'_>, id: Id) -> Option<&'a IndicatorEvaluation> {
    marking.evaluation.indicators.iter().find(|row| row.id == id)
}

/// A score by its rule, or given by hand for a reason.
fn score(marking: &Marking<'_>, id: Id) -> Option<Witness> {
    let (row, result) = (marking.draft.indicator(id)?, result(marking, id)?);
    let points = result.score.ok()?;
    let by_rule = result.by_rule.ok().map(|points| points.rounded());
    if row.scoring == Scoring::Manual && by_rule != Some(points) {
        let is_reasoned = !row.manual_reason.trim().is_empty();
        return is_reasoned.then(|| Witness::plain("手工评分，写了理由"));
    }
    let explanation = explain(marking.draft, marking.evaluation, Figure::IndicatorScore(id));
    let formula = explanation.map_or("按规则算出".to_owned(), |explanation| explanation.formula);
    Some(Witness::plain(format!("得分和规则相符：{formula}")))
}
