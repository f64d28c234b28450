//! Where each field of a scheme and of a scoring rule lives: said once, for reading and for writing.

use crate::domain::scheme::review::ReviewRule;
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::input::Input;
use crate::domain::values::row::{find, find_mut};

use super::field::{
    CheckpointTargetField, Field, GroupField, OutlineField, PartField, RuleField, RuleOwner, SchemeField,
};

macro_rules! scheme_place {
    ($scheme:ident, $field:ident, $find:ident, $rule:ident, $iter:ident, $dyn:ty, [$($m:tt)?]) => {
        match $field {
            Field::Scheme(part) => Some(match part {
                SchemeField::Kind => & $($m)? $scheme.kind as $dyn,
                SchemeField::Name => & $($m)? $scheme.name,
                SchemeField::Place => & $($m)? $scheme.place,
                SchemeField::Year => & $($m)? $scheme.year,
                SchemeField::Source => & $($m)? $scheme.source,
                SchemeField::Weighting => & $($m)? $scheme.weighting,
                SchemeField::Excess => & $($m)? $scheme.excess,
                SchemeField::Compound => & $($m)? $scheme.compound,
                SchemeField::TableForm => & $($m)? $scheme.table_form,
                SchemeField::AdjustmentLimit => & $($m)? $scheme.limits.adjustment,
                SchemeField::ExecutionLimit => & $($m)? $scheme.limits.execution,
                SchemeField::ProgressMargin => & $($m)? $scheme.limits.progress_margin,
                SchemeField::SourceLow => & $($m)? $scheme.limits.source_low,
                SchemeField::SourceHigh => & $($m)? $scheme.limits.source_high,
                SchemeField::OverAchievementLimit => & $($m)? $scheme.limits.over_achievement,
                SchemeField::ReviewSource => & $($m)? $scheme.review.source,
                SchemeField::Review(ReviewRule::NoMaterial) => & $($m)? $scheme.review.no_material,
                SchemeField::Review(ReviewRule::NoSurvey) => & $($m)? $scheme.review.no_survey,
                SchemeField::Review(ReviewRule::WrongClass) => & $($m)? $scheme.review.wrong_class,
                SchemeField::Review(ReviewRule::NoValue) => & $($m)? $scheme.review.no_value,
                SchemeField::Review(ReviewRule::VagueValue) => & $($m)? $scheme.review.vague_value,
                SchemeField::Review(ReviewRule::NoFormula) => & $($m)? $scheme.review.no_formula,
                SchemeField::Review(ReviewRule::LateTask) => & $($m)? $scheme.review.late_task,
                SchemeField::Review(ReviewRule::Twice) => & $($m)? $scheme.review.twice,
                SchemeField::LowSpending => & $($m)? $scheme.review.low_spending,
                SchemeField::HandScore => & $($m)? $scheme.review.hand_score,
                SchemeField::MissingEvidence => & $($m)? $scheme.review.missing_evidence,
            }),
            Field::Outline(id, part) => $find(& $($m)? $scheme.outline, id).map(|row| match part {
                OutlineField::Level => & $($m)? row.level as $dyn,
                OutlineField::Heading => & $($m)? row.heading,
                OutlineField::Content => & $($m)? row.content,
                OutlineField::Text => & $($m)? row.text,
            }),
            Field::Part(id, part) => $find(& $($m)? $scheme.parts, id).map(|row| match part {
                PartField::Name => & $($m)? row.name as $dyn,
                PartField::Weight => & $($m)? row.weight,
                PartField::Rule => & $($m)? row.rule,
                PartField::Source => & $($m)? row.source,
                PartField::Method => & $($m)? row.checkpoints.method,
            }),
            Field::Group(id, group, part) => $find(& $($m)? $scheme.parts, id)
                .and_then(|row| $find(& $($m)? row.groups, group))
                .map(|row| match part {
                    GroupField::Name => & $($m)? row.name as $dyn,
                    GroupField::Weight => & $($m)? row.weight,
                    GroupField::FirstLevel => & $($m)? row.first_level,
                }),
            Field::CheckpointTarget(id, target, part) => $find(& $($m)? $scheme.parts, id)
                .and_then(|row| $find(& $($m)? row.checkpoints.targets, target))
                .map(|row| match part {
                    CheckpointTargetField::Month => & $($m)? row.month as $dyn,
                    CheckpointTargetField::Target => & $($m)? row.target,
                    CheckpointTargetField::Points => & $($m)? row.points,
                }),
            Field::Rule(RuleOwner::Part(id), part) => {
                $find(& $($m)? $scheme.parts, id).and_then(|row| $rule(& $($m)? row.progress, part))
            }
            Field::GradeBound(grade) => {
                let band = $scheme.grades.$iter().find(|band| band.value == grade);
                band.map(|band| & $($m)? band.from as $dyn)
            }
            Field::AttainmentBound(attainment) => {
                let band = $scheme.attainments.$iter().find(|band| band.value == attainment);
                band.map(|band| & $($m)? band.from as $dyn)
            }
            _ => None,
        }
    };
}

macro_rules! rule_place {
    ($rule:ident, $part:ident, $find:ident, $dyn:ty, [$($m:tt)?]) => {
        match ($part, $rule) {
            (RuleField::Kind, rule) => Some(rule as $dyn),
            (RuleField::Side, Rule::Deduction(rule)) => Some(& $($m)? rule.side),
            (RuleField::Bound, Rule::Deduction(rule)) => Some(& $($m)? rule.bound),
            (RuleField::Step, Rule::Deduction(rule)) => Some(& $($m)? rule.step),
            (RuleField::Points, Rule::Deduction(rule)) => Some(& $($m)? rule.points),
            (RuleField::Counting, Rule::Deduction(rule)) => Some(& $($m)? rule.counting),
            (RuleField::Side, Rule::Tiers(rule)) => Some(& $($m)? rule.side),
            (RuleField::Otherwise, Rule::Tiers(rule)) => Some(& $($m)? rule.otherwise),
            (RuleField::TierBound(id), Rule::Tiers(rule)) => {
                $find(& $($m)? rule.tiers, id).map(|row| & $($m)? row.bound as $dyn)
            }
            (RuleField::TierPoints(id), Rule::Tiers(rule)) => {
                $find(& $($m)? rule.tiers, id).map(|row| & $($m)? row.points as $dyn)
            }
            _ => None,
        }
    };
}

/// The input at a field of a scheme; none when its row is gone.
pub fn scheme_input(scheme: &Scheme, field: Field) -> Option<&dyn Input> {
    scheme_place!(scheme, field, find, rule_input, iter, &dyn Input, [])
}

/// The same, for editing.
pub fn scheme_input_mut(scheme: &mut Scheme, field: Field) -> Option<&mut dyn Input> {
    scheme_place!(scheme, field, find_mut, rule_input_mut, iter_mut, &mut dyn Input, [mut])
}

/// The input at a part of a scoring rule; none where its kind has no such part.
pub fn rule_input(rule: &Rule, part: RuleField) -> Option<&dyn Input> {
    rule_place!(rule, part, find, &dyn Input, [])
}

/// The same, for editing.
pub fn rule_input_mut(rule: &mut Rule, part: RuleField) -> Option<&mut dyn Input> {
    rule_place!(rule, part, find_mut, &mut dyn Input, [mut])
}
