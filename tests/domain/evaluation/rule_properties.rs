//! What must hold for every scoring rule and every ratio.

use jiping::domain::draft::field::RuleOwner;
use jiping::domain::evaluation::rule_points::rule_points;
use jiping::domain::explanation::rule::{applied, sentence};
use jiping::domain::scheme::rule::{Counting, Deduction, Rule, Side, Tier, Tiers};
use jiping::domain::values::input::Entry;
use jiping::domain::values::points::Points;
use jiping::domain::values::rate::Rate;
use jiping::domain::values::row::Id;
use proptest::prelude::*;
use rust_decimal::Decimal;

const OWNER: RuleOwner = RuleOwner::Part(Id(1));

/// Any rule whose parameters are complete and in order.
fn rule() -> impl Strategy<Value = Rule> {
    let side = prop_oneof![Just(Side::AtLeast), Just(Side::AtMost)];
    let counting = prop_oneof![
        Just(Counting::Proportional),
        Just(Counting::Started),
        Just(Counting::Full)
    ];
    let rate = |hundredths: u32| Rate::from_percent(Decimal::new(hundredths.into(), 2));
    let points = |tenths: u32| Points::new(Decimal::new(tenths.into(), 1));
    let deduction = (side.clone(), 0_u32..15_000, 1_u32..2_000, 0_u32..50, counting).prop_map(
        move |(side, bound, step, each, counting)| {
            Rule::Deduction(Deduction {
                side,
                bound: Entry::Accepted(rate(bound)),
                step: Entry::Accepted(rate(step)),
                points: Entry::Accepted(points(each)),
                counting,
            })
        },
    );
    let tiers = (side, proptest::collection::btree_set(0_u32..15_000, 1..6)).prop_map(move |(side, bounds)| {
        let mut bounds: Vec<u32> = bounds.into_iter().collect();
        if side == Side::AtLeast {
            bounds.reverse();
        }
        let count = u32::try_from(bounds.len()).unwrap();
        let tiers = bounds.into_iter().zip(0_u32..).map(|(bound, place)| Tier {
            id: Id(place + 1),
            bound: Entry::Accepted(rate(bound)),
            points: Entry::Accepted(points((count - place) * 10)),
        });
        Rule::Tiers(Tiers {
            side,
            tiers: tiers.collect(),
            otherwise: Entry::Accepted(Points::ZERO),
        })
    });
    prop_oneof![Just(Rule::Proportional), Just(Rule::AllOrNothing), deduction, tiers]
}

fn ratio() -> impl Strategy<Value = Rate> {
    prop_oneof![
        (-5_000_i64..20_000).prop_map(|hundredths| Rate::from_percent(Decimal::new(hundredths, 2))),
        (0_i64..1_000_000, 1_i64..1_000_000).prop_map(|(part, base)| Rate::of(
            Decimal::from(part),
            Decimal::from(base)
        )
        .unwrap()),
    ]
}

fn falls(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::Deduction(Deduction { side: Side::AtMost, .. }) | Rule::Tiers(Tiers { side: Side::AtMost, .. })
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scores_stay_within_the_weight_and_go_one_way(rule in rule(), weight in 1_i64..1_000, one in ratio(), other in ratio()) {
        let weight = Points::new(Decimal::new(weight, 1));
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        let (low, high) = (rule_points(&rule, OWNER, weight, low).unwrap(), rule_points(&rule, OWNER, weight, high).unwrap());
        for points in [low, high] {
            prop_assert!(points >= Points::ZERO && points <= weight);
            prop_assert!(points.rounded() <= weight.rounded());
        }
        if falls(&rule) {
            prop_assert!(low >= high);
        } else {
            prop_assert!(low <= high);
        }
    }

    #[test]
    fn the_arithmetic_of_an_explanation_gives_the_score(rule in rule(), weight in 1_i64..1_000, ratio in ratio()) {
        let weight = Points::new(Decimal::new(weight, 1));
        let points = rule_points(&rule, OWNER, weight, ratio).unwrap();
        let explained = applied(&rule, OWNER, weight, ratio, "执行率");
        let value = crate::arithmetic::value(&explained.working);
        let value = Points::new(value).within(weight).decimal();
        // The working shows ten decimals of a ratio that may have more.
        let off = (value - points.decimal()).abs();
        prop_assert!(off <= Decimal::new(1, 5), "{} is {value}, not {}", explained.working, points.decimal());
        prop_assert!(!sentence(&rule, "执行率").contains('？'));
    }
}
