//! 计分: the points that a ratio earns by a rule. Points never exceed the weight and never fall below zero;
//! rounding comes after.

use rust_decimal::Decimal;

use crate::domain::draft::field::{Field, RuleField, RuleOwner};
use crate::domain::scheme::rule::{Counting, Deduction, Rule, Side, Tier, Tiers};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::rounding;

use super::derived::{Cause, Derived, Gap, required};

/// The points of a ratio, not yet rounded, within the weight. `owner` says where the rule's
/// parameters are typed, so that a missing one can be named.
pub fn rule_points(rule: &Rule, owner: RuleOwner, weight: Points, ratio: Rate) -> Derived<Points> {
    let points = match rule {
        Rule::Proportional => weight.times(ratio.capped()),
        Rule::AllOrNothing if ratio >= Rate::FULL => weight,
        Rule::AllOrNothing => Points::ZERO,
        Rule::Deduction(rule) => weight.less(deducted(rule, owner, ratio)?),
        Rule::Tiers(rule) => tier_points(rule, owner, ratio)?,
    };
    Ok(points.within(weight))
}

/// How many steps the ratio stays away from the bound of a deduction, in its manner of counting.
pub fn steps(rule: &Deduction, owner: RuleOwner, ratio: Rate) -> Derived<Decimal> {
    let bound = required(&rule.bound, Field::Rule(owner, RuleField::Bound))?;
    let step = required(&rule.step, Field::Rule(owner, RuleField::Step))?;
    let distance = match rule.side {
        Side::AtLeast => bound.decimal() - ratio.decimal(),
        Side::AtMost => ratio.decimal() - bound.decimal(),
    };
    let steps = distance.max(Decimal::ZERO).checked_div(step.decimal()).ok_or(Gap {
        field: Field::Rule(owner, RuleField::Step),
        cause: Cause::ZeroBase,
    })?;
    Ok(match rule.counting {
        Counting::Proportional => steps,
        Counting::Started => rounding::up(steps),
        Counting::Full => rounding::down(steps),
    })
}

/// The tier that a ratio falls in; none beyond the last.
pub fn tier(rule: &Tiers, owner: RuleOwner, ratio: Rate) -> Derived<Option<&Tier>> {
    for tier in &rule.tiers {
        let bound = required(&tier.bound, Field::Rule(owner, RuleField::TierBound(tier.id)))?;
        let inside = match rule.side {
            Side::AtLeast => ratio >= bound,
            Side::AtMost => ratio <= bound,
        };
        if inside {
            return Ok(Some(tier));
        }
    }
    Ok(None)
}

fn deducted(rule: &Deduction, owner: RuleOwner, ratio: Rate) -> Derived<Points> {
    let points = required(&rule.points, Field::Rule(owner, RuleField::Points))?;
    let steps = steps(rule, owner, ratio)?;
    // A distance beyond all reason takes everything off; it must not overflow on the way.
    Ok(Points::new(points.decimal().saturating_mul(steps)))
}

fn tier_points(rule: &Tiers, owner: RuleOwner, ratio: Rate) -> Derived<Points> {
    match tier(rule, owner, ratio)? {
        Some(tier) => required(&tier.points, Field::Rule(owner, RuleField::TierPoints(tier.id))),
        None => required(&rule.otherwise, Field::Rule(owner, RuleField::Otherwise)),
    }
}
