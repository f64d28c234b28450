//! 计分规则的毛病: parameters that are missing, or that contradict each other.

use std::fmt::{Arguments, Display};

use crate::domain::draft::field::{Field, List, RuleField, RuleOwner};
use crate::domain::scheme::rule::{Deduction, Rule, Side, Tiers};
use crate::domain::values::input::{Entry, Value};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

use super::fault::SchemeFault;

/// What is wrong with a rule. `name` says whose rule it is, `weight` what it can give at most.
pub fn rule_faults(
    name: &dyn Display,
    rule: &Rule,
    owner: RuleOwner,
    weight: Option<&Points>,
    found: &mut Vec<SchemeFault>,
) {
    match rule {
        Rule::Proportional | Rule::AllOrNothing => {}
        Rule::Deduction(rule) => deduction_faults(name, rule, owner, found),
        Rule::Tiers(rule) => tier_faults(name, rule, owner, weight, found),
    }
}

fn deduction_faults(name: &dyn Display, rule: &Deduction, owner: RuleOwner, found: &mut Vec<SchemeFault>) {
    let field = |part| Field::Rule(owner, part);
    blank(
        &rule.bound,
        field(RuleField::Bound),
        format_args!("{name}的满分界限"),
        found,
    );
    blank(
        &rule.step,
        field(RuleField::Step),
        format_args!("{name}的一档大小"),
        found,
    );
    blank(
        &rule.points,
        field(RuleField::Points),
        format_args!("{name}的每档扣分"),
        found,
    );
    if rule.step.value() == Some(&Rate::NONE) {
        found.push(SchemeFault {
            field: field(RuleField::Step),
            message: format!("{name}的一档大小是 0，算不出差几档。"),
            hint: "填每差几个百分点扣分，例如 1 或 5。",
        });
    }
    if rule.points.value().is_some_and(|points| *points < Points::ZERO) {
        found.push(SchemeFault {
            field: field(RuleField::Points),
            message: format!("{name}的每档扣分小于 0。"),
            hint: "扣几分就填几，不带负号。",
        });
    }
}

fn tier_faults(
    name: &dyn Display,
    rule: &Tiers,
    owner: RuleOwner,
    weight: Option<&Points>,
    found: &mut Vec<SchemeFault>,
) {
    if rule.tiers.is_empty() {
        found.push(SchemeFault {
            field: Field::Rows(List::Tiers(owner)),
            message: format!("{name}按分档得分，还没有分档。"),
            hint: "逐档填界限和得分，最好的一档写在最前面。",
        });
    }
    blank(
        &rule.otherwise,
        Field::Rule(owner, RuleField::Otherwise),
        format_args!("{name}各档之外的得分"),
        found,
    );
    let mut before: Option<Rate> = None;
    for (place, tier) in rule.tiers.iter().enumerate() {
        let what = format!("{name}第 {} 档", place + 1);
        let bound_field = Field::Rule(owner, RuleField::TierBound(tier.id));
        let points_field = Field::Rule(owner, RuleField::TierPoints(tier.id));
        blank(&tier.bound, bound_field, format_args!("{what}的界限"), found);
        blank(&tier.points, points_field, format_args!("{what}的得分"), found);
        if let Some(bound) = tier.bound.value() {
            let (reached, word) = match rule.side {
                Side::AtLeast => (before.is_some_and(|before| *bound >= before), "低于"),
                Side::AtMost => (before.is_some_and(|before| *bound <= before), "高于"),
            };
            if reached {
                found.push(SchemeFault {
                    field: bound_field,
                    message: format!(
                        "{what}的界限 {} 与前一档 {} 重叠，应{word}前一档。",
                        bound.trimmed_percent(),
                        before.unwrap_or_default().trimmed_percent()
                    ),
                    hint: "最好的一档写在最前面，各档依次排下来。",
                });
            }
            before = Some(*bound);
        }
        let beyond = |points: &Points| *points < Points::ZERO || weight.is_some_and(|weight| points > weight);
        if let Some(points) = tier.points.value().filter(|points| beyond(points)) {
            found.push(SchemeFault {
                field: points_field,
                message: format!("{what}得 {} 分，不在 0 到权重之间。", points.printed()),
                hint: "每一档的得分最低 0 分，最高不超过权重。",
            });
        }
    }
}

/// An input that the rule cannot do without. One that cannot be read is told at its own place (A9).
pub fn blank<T: Value>(entry: &Entry<T>, field: Field, what: Arguments<'_>, found: &mut Vec<SchemeFault>) {
    if entry.is_blank() {
        found.push(SchemeFault {
            field,
            message: format!("{what}还没有填。"),
            hint: "补上这个数，才能按这条规则计分。",
        });
    }
}
