//! 拆分指标: what must hold for every weight, rule and number of measures.

use crate::drafts::{indicator, new, set, split_up};
use jiping::documents::project_file::project_file;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, MeasureField, RuleField, RuleOwner, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::points::Points;
use jiping::domain::values::row::Id;
use proptest::prelude::*;
use rust_decimal::Decimal;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Weights sum exactly; scores by rule differ by what rounding the first weight can do, and no more.
    #[test]
    fn weights_and_scores_before_and_after(
        weight in 0_i64..1_000_000,
        scale in 0_u32..5,
        measures in proptest::collection::vec((1_u32..500, 0_u32..700), 2..6),
        kind in proptest::sample::select(vec!["proportional", "all_or_nothing", "deduction"]),
        compound in proptest::sample::select(vec!["mean", "minimum", "weighted"]),
        share in proptest::option::of(0_u32..100),
    ) {
        let mut draft = new();
        let texts: Vec<(String, String)> = measures.iter().map(|(target, actual)| (target.to_string(), actual.to_string())).collect();
        let rows: Vec<(&str, &str, &str)> = texts.iter().map(|(target, actual)| ("≥", &**target, &**actual)).collect();
        let weight = Decimal::new(weight, scale).normalize();
        let id = indicator(&mut draft, &weight.to_string(), &rows);
        set(&mut draft, Field::Scheme(SchemeField::Compound), compound);
        set(&mut draft, Field::Rule(RuleOwner::Indicator(id), RuleField::Kind), kind);
        if let Some(share) = share {
            for (place, measure) in draft.indicator(id).unwrap().clone().measures.iter().enumerate() {
                let share = if place == 0 { share } else { 10 };
                set(&mut draft, Field::Measure(id, measure.id, MeasureField::Share), &share.to_string());
            }
        }
        let before = draft.clone();
        let fresh = split_up(&mut draft, id).row.unwrap();
        let weights = |draft: &Draft, ids: &[Id]| -> Points {
            ids.iter().map(|id| *draft.indicator(*id).unwrap().weight.value().unwrap()).sum()
        };
        prop_assert_eq!(weights(&draft, &[id, fresh]), weights(&before, &[id]));
        // The parts can be written and read again as they are.
        let copy = project_file::read(project_file::write(&draft, "").as_bytes()).unwrap().draft;
        prop_assert_eq!(&copy, &draft);
        let by_rule = |draft: &Draft, ids: &[Id]| {
            let evaluation = evaluate(draft);
            let rows = evaluation.indicators.iter().filter(|row| ids.contains(&row.id));
            rows.map(|row| row.by_rule.ok()).sum::<Option<Points>>()
        };
        // Without 比重 a scheme that weighs by it has no score before; with the minimum it may rise.
        if let (Some(before), "mean" | "weighted") = (by_rule(&before, &[id]), compound) {
            let after = by_rule(&draft, &[id, fresh]).unwrap();
            let half = Decimal::new(5, (weight.scale() + 2).min(5));
            let difference = after.less(before).decimal().abs();
            prop_assert!(difference <= half + Decimal::new(1, 2), "{before:?} became {after:?}");
        }
    }
}
