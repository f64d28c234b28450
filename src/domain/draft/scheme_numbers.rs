//! The fields of a scheme and of a rule that hold numbers, for telling those that cannot be read.

use crate::domain::scheme::review::ReviewRule;
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::input::Choice;

use super::field::{CheckpointTargetField, Field, GroupField, PartField, RuleField, RuleOwner, SchemeField};

/// Every field of a scheme that holds a number.
pub fn number_fields(scheme: &Scheme) -> Vec<Field> {
    let mut fields: Vec<Field> = [
        SchemeField::AdjustmentLimit,
        SchemeField::ExecutionLimit,
        SchemeField::OverAchievementLimit,
        SchemeField::ProgressMargin,
        SchemeField::SourceLow,
        SchemeField::SourceHigh,
        SchemeField::LowSpending,
        SchemeField::HandScore,
    ]
    .map(Field::Scheme)
    .into();
    let review = ReviewRule::ALL.iter().copied().map(SchemeField::Review);
    fields.extend(review.map(Field::Scheme));
    fields.extend(scheme.grades.iter().map(|band| Field::GradeBound(band.value)));
    fields.extend(scheme.attainments.iter().map(|band| Field::AttainmentBound(band.value)));
    for part in &scheme.parts {
        fields.push(Field::Part(part.id, PartField::Weight));
        let groups = part.groups.iter();
        fields.extend(groups.map(|group| Field::Group(part.id, group.id, GroupField::Weight)));
        for row in &part.checkpoints.targets {
            let parts = [
                CheckpointTargetField::Month,
                CheckpointTargetField::Target,
                CheckpointTargetField::Points,
            ];
            fields.extend(parts.map(|field| Field::CheckpointTarget(part.id, row.id, field)));
        }
        fields.extend(rule_fields(&part.progress, RuleOwner::Part(part.id)));
    }
    fields
}

/// Every field of a rule that holds a number.
pub fn rule_fields(rule: &Rule, owner: RuleOwner) -> Vec<Field> {
    let fields = match rule {
        Rule::Proportional | Rule::AllOrNothing => vec![],
        Rule::Deduction(_) => vec![RuleField::Bound, RuleField::Step, RuleField::Points],
        Rule::Tiers(rule) => {
            let tiers = rule.tiers.iter();
            let mut fields: Vec<RuleField> = tiers
                .flat_map(|tier| [RuleField::TierBound(tier.id), RuleField::TierPoints(tier.id)])
                .collect();
            fields.push(RuleField::Otherwise);
            fields
        }
    };
    fields.into_iter().map(|field| Field::Rule(owner, field)).collect()
}
