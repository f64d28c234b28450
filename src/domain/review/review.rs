//! 复核预计得分: the heaviest rule that applies to each indicator, and the total that stays.

use crate::domain::checks::findings::Findings;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::scheme::review::ReviewRule;
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

use super::materials::Materials;
use super::objections::Objections;

/// 复核预计得分 of a whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// 自评总分; a gap while a part has no score.
    pub total: Derived<Points>,
    /// What a reviewer would leave of it: the total less all that is lost, never below nothing.
    pub expected: Derived<Points>,
    /// The grade that the expected score has, where the scheme has one for it.
    pub grade: Option<Grade>,
    /// 失分 of indicators, in the draft's order.
    pub losses: Vec<Loss>,
    /// Whether it could be told which indicators have materials.
    pub materials: Materials,
}

/// What one indicator would lose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The indicator.
    pub indicator: Id,
    /// The heaviest rule that applies.
    pub rule: ReviewRule,
    /// Where to put it right.
    pub field: Field,
    /// 自评得分.
    pub score: Points,
    /// What is left of it.
    pub left: Points,
}

impl Loss {
    /// 失分.
    pub fn lost(&self) -> Points {
        self.score.less(self.left)
    }
}

/// Reckons what a reviewer would leave of a report. `findings` are those of the same draft.
pub fn review(draft: &Draft, evaluation: &Evaluation, findings: &Findings) -> Review {
    let objections = Objections::of(draft, findings);
    let places = 0..draft.indicators.len();
    let losses: Vec<Loss> = places
        .filter_map(|place| loss(draft, evaluation, &objections, place))
        .collect();
    let lost: Points = losses.iter().map(Loss::lost).sum();
    let expected = evaluation.total.map(|total| total.less(lost).within(total));
    Review {
        total: evaluation.total,
        expected,
        grade: expected.ok().and_then(|expected| draft.scheme.grade(expected)),
        losses,
        materials: objections.materials(),
    }
}

/// What the indicator with this identity would lose; none where it keeps its score.
pub fn loss_of(draft: &Draft, evaluation: &Evaluation, findings: &Findings, id: Id) -> Option<Loss> {
    let place = draft.indicators.iter().position(|row| row.id == id)?;
    loss(draft, evaluation, &Objections::of(draft, findings), place)
}

/// Each rule leaves a share of the weight. A score that is below that already has paid for it, and so has one that the
/// office lowered for coming late.
fn loss(draft: &Draft, evaluation: &Evaluation, objections: &Objections<'_>, place: usize) -> Option<Loss> {
    let (row, own) = (draft.indicators.get(place)?, evaluation.indicators.get(place)?);
    let (weight, score) = (own.weight.ok()?, own.score.ok()?);
    let left = |rule: ReviewRule| Some(weight.times(draft.scheme.review.left(rule)?).rounded());
    let is_lowered = score < weight.rounded();
    let applied = objections.at(place).into_iter();
    let applied = applied.filter(|(rule, _)| !(is_lowered && *rule == ReviewRule::LateTask));
    let applied = applied.filter_map(|(rule, field)| Some((left(rule)?, rule, field)));
    let (left, rule, field) = applied.min_by_key(|(left, rule, _)| (*left, *rule))?;
    (left < score).then_some(Loss {
        indicator: row.id,
        rule,
        field,
        score,
        left,
    })
}
