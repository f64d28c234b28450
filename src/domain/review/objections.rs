//! 复核意见: which rules of review apply to an indicator. What the checks have found is not found anew here; what an
//! office set aside with its reason is not held against it.

use std::collections::BTreeMap;

use crate::domain::checks::finding::catalogue::Code;
use crate::domain::checks::finding::finding::Finding;
use crate::domain::checks::findings::Findings;
use crate::domain::checks::rows::looks_quantified::unexplained;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use crate::domain::evaluation::completion::is_reached;
use crate::domain::prose::in_time::LATE;
use crate::domain::prose::quantified::is_measurable;
use crate::domain::prose::quantity::quantities;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::review::ReviewRule;
use crate::domain::values::input::Input;
use crate::domain::values::row::Id;

use super::materials::{Materials, are_named};

/// What the checks found of indicators without standing at them: of satisfaction, of rows that repeat others.
pub struct Objections<'a> {
    materials: Materials,
    general: BTreeMap<Id, Vec<(ReviewRule, Field)>>,
    findings: &'a Findings,
    draft: &'a Draft,
}

/// A rule that applies, and where to put it right.
pub type Objection = (ReviewRule, Field);

impl<'a> Objections<'a> {
    /// Those of a draft with its findings.
    pub fn of(draft: &'a Draft, findings: &'a Findings) -> Objections<'a> {
        let mut general: BTreeMap<Id, Vec<Objection>> = BTreeMap::new();
        for finding in findings.general.iter() {
            let Some(rule) = rule_of(finding) else { continue };
            for field in std::iter::once(finding.field).chain(finding.also.iter().copied()) {
                // A row that repeats another rests on the name of that one, which counts.
                let is_own = rule == ReviewRule::NoSurvey || field == finding.field;
                if let Some(id) = field.indicator().filter(|_| is_own) {
                    general.entry(id).or_default().push((rule, field));
                }
            }
        }
        Objections {
            materials: Materials::of(draft, findings),
            general,
            findings,
            draft,
        }
    }

    /// Whether it can be told which indicators have materials.
    pub fn materials(&self) -> Materials {
        self.materials
    }

    /// The rules that apply to the indicator at a place of the draft; each may stand there more than once.
    pub fn at(&self, place: usize) -> Vec<Objection> {
        let Some(row) = self.draft.indicators.get(place).filter(|row| !row.is_blank()) else {
            return Vec::new();
        };
        let mut found = self.general.get(&row.id).cloned().unwrap_or_default();
        let own = self.findings.indicators.get(place);
        let own = own.into_iter().flat_map(|findings| findings.iter());
        found.extend(
            own.filter_map(|finding| Some((rule_of(finding).filter(|_| counts(row, finding))?, finding.field))),
        );
        if self.materials == Materials::Registered && !are_named(row) {
            found.push((ReviewRule::NoMaterial, Field::Rows(List::Evidence(row.id))));
        }
        found.extend(no_value(row).map(|field| (ReviewRule::NoValue, field)));
        found.extend(no_formula(row).map(|field| (ReviewRule::NoFormula, field)));
        found.extend(late(row).map(|field| (ReviewRule::LateTask, field)));
        found
    }
}

/// The rule by which a reviewer takes points off for what a check found.
fn rule_of(finding: &Finding) -> Option<ReviewRule> {
    match finding.code {
        Code::C7 | Code::C16 => Some(ReviewRule::NoSurvey),
        Code::C10 | Code::C13 => Some(ReviewRule::WrongClass),
        Code::C8 => Some(ReviewRule::NoValue),
        Code::C15 => Some(ReviewRule::VagueValue),
        Code::C14 => Some(ReviewRule::Twice),
        _ => None,
    }
}

/// A benefit in words that did occur is left as it is, though its aim has no number.
fn counts(row: &Indicator, finding: &Finding) -> bool {
    let told = row.nature == IndicatorNature::Qualitative && !row.analysis.is_blank();
    !(finding.code == Code::C8 && told)
}

/// 没有指标值: a quantity without a number, in the table or in words.
fn no_value(row: &Indicator) -> Option<Field> {
    let is_blank = row.nature == IndicatorNature::Quantitative
        && row.measures.iter().all(|measure| measure.target.is_blank())
        && !is_measurable(&row.goal, &quantities(&row.goal));
    let measure = row.measures.first();
    let field = measure.map_or(Field::Rows(List::Measures(row.id)), |measure| {
        Field::Measure(row.id, measure.id, MeasureField::Target)
    });
    is_blank.then_some(field)
}

/// 没有写算法或来源: a percentage whose name, goal, standard, result and materials say nothing of what it is a share.
fn no_formula(row: &Indicator) -> Option<Field> {
    let (measure, _) = unexplained(row).next()?;
    let is_told = !row.analysis.is_blank() || are_named(row);
    (!is_told).then_some(Field::Measure(row.id, measure.id, MeasureField::Target))
}

/// 没有按时完成: the reason for a shortfall, or the result in words, says that something came late.
fn late(row: &Indicator) -> Option<Field> {
    const NOT_KEPT: WordList = WordList::of(&[
        "未按时",
        "未按期",
        "未能按时",
        "未能按期",
        "没有按时",
        "没有按期",
        "晚于计划",
        "比计划晚",
    ]);
    // An indicator that measures delays speaks of them when there were none, too.
    if LATE.any_in(&row.name) || NOT_KEPT.any_in(&row.name) {
        return is_missed(row).then(|| result_field(row)).flatten();
    }
    let texts = [
        (IndicatorField::DeviationReason, &row.deviation_reason),
        (IndicatorField::Analysis, &row.analysis),
    ];
    texts.into_iter().find_map(|(part, text)| {
        let mut places = text.char_indices().map(|(place, _)| place);
        let is_told = places.any(|place| {
            let (before, rest) = (
                text.get(..place).unwrap_or_default(),
                text.get(place..).unwrap_or_default(),
            );
            (LATE.beginning(rest).is_some() || NOT_KEPT.beginning(rest).is_some()) && !is_denied(before)
        });
        is_told.then_some(Field::Indicator(row.id, part))
    })
}

/// Whether the words before say that it did not happen, or would.
fn is_denied(before: &str) -> bool {
    const DENIED: WordList = WordList::of(&[
        "没有",
        "未",
        "无",
        "不",
        "零",
        "未出现",
        "未发生",
        "未发现",
        "避免",
        "防止",
        "杜绝",
        "如",
        "若",
        "不得",
        "克服",
        "消除",
        "解决",
        "上年",
        "去年",
    ]);
    DENIED.ending(before).is_some()
}

fn is_missed(row: &Indicator) -> bool {
    row.measures.iter().any(|measure| {
        matches!((measure.target.value(), measure.actual.value()), (Some(target), Some(actual)) if !is_reached(measure, *target, *actual))
    })
}

fn result_field(row: &Indicator) -> Option<Field> {
    let measure = row.measures.first()?;
    Some(Field::Measure(row.id, measure.id, MeasureField::Actual))
}
