//! Runs every check over a draft, and over what changed when an earlier result is at hand.

use crate::domain::draft::Draft;
use crate::domain::evaluation::{Evaluation, evaluate};
use crate::domain::field::{Field, List};
use crate::domain::finding::{Code, Finding, Findings, Severity};
use crate::domain::set_aside::take_aside;
use crate::domain::shared::Shared;

use super::{evidence, form, money, scoring, weights};

/// 检查一份草稿. Cannot fail: a draft that lacks everything has findings, not errors.
pub fn check(draft: &Draft, evaluation: &Evaluation) -> Findings {
    check_after(draft, evaluation, None)
}

/// The same, taking over the findings of indicators that have not changed.
pub fn check_after(draft: &Draft, evaluation: &Evaluation, before: Option<(&Draft, &Findings)>) -> Findings {
    let before =
        before.filter(|(earlier, _)| earlier.scheme.is_same(&draft.scheme) && earlier.set_aside == draft.set_aside);
    let kept = |place: usize| {
        let (earlier, findings) = before?;
        let row = draft.indicators.get(place)?;
        let same = earlier.indicators.get(place)?.is_same(row);
        // What is found about a formula depends on figures outside its row.
        let follows = row.formula.uses_draft();
        let has_aside = findings
            .aside
            .iter()
            .any(|aside| aside.finding.field.indicator() == Some(row.id));
        (same && !follows && !has_aside)
            .then(|| findings.indicators.get(place).cloned())
            .flatten()
    };
    let mut aside = Vec::new();
    let mut general = Vec::new();
    form::check(draft, evaluation, &mut general);
    money::check(draft, evaluation, &mut general);
    weights::check(draft, &mut general);
    scoring::check(draft, evaluation, &mut general);
    forms(draft, &mut general);
    take_aside(&mut general, draft, &mut aside);
    let mut indicators = Vec::with_capacity(draft.indicators.len());
    for (place, (row, score)) in draft.indicators.iter().zip(&evaluation.indicators).enumerate() {
        indicators.push(kept(place).unwrap_or_else(|| {
            let mut found: Vec<Finding> = Vec::new();
            form::check_indicator(row, &mut found);
            scoring::check_indicator(row, score, &mut found);
            evidence::check_indicator(row, score, &draft.scheme, &mut found);
            take_aside(&mut found, draft, &mut aside);
            Shared::new(found)
        }));
    }
    Findings {
        general: Shared::new(general),
        indicators,
        aside,
    }
}

/// What is wrong in the forms of projects is told form by form; each is put right where it is open.
fn forms(draft: &Draft, found: &mut Vec<Finding>) {
    for (place, form) in draft.forms.iter().enumerate() {
        let errors = check(&form.draft, &evaluate(&form.draft)).count(Severity::Error);
        if errors > 0 {
            found.push(Finding::new(
                Code::E9,
                Field::Rows(List::Forms),
                format!("项目自评表“{}”还有 {errors} 个错误。", form.title(place)),
                "打开这张自评表，在它的“检查”里逐条处理。",
            ));
        }
    }
}
