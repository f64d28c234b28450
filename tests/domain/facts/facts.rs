//! The ledger of facts: intervals of printed numbers, relations between them, and which number is to blame.

use jiping::domain::facts::fact::{Fact, Measure, Period, Place, Subject};
use jiping::domain::facts::ledger::Ledger;
use jiping::domain::facts::printed::Printed;
use jiping::domain::facts::relation::{Relation, Verdict};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A ledger of numbers as they stand in cells.
fn ledger(numbers: &[&str]) -> Ledger {
    let mut ledger = Ledger::default();
    for (place, number) in numbers.iter().enumerate() {
        ledger.add(Fact {
            at: Place::Cell(0, place),
            of: Subject::Office,
            what: Measure::Plain,
            when: Period::Own,
            number: Printed::read(number).expect(number),
        });
    }
    ledger
}

fn sum(count: usize, complete: bool) -> Relation {
    Relation::Sum {
        total: 0,
        parts: (1..count).collect(),
        complete,
    }
}

/// Whether numbers fit a relation.
fn check(numbers: &[&str], relation: Relation, holds: bool) {
    let verdict = ledger(numbers).judge(&relation);
    assert_ne!(verdict, Verdict::Unknown, "{numbers:?}");
    assert_eq!(
        verdict == Verdict::Holds,
        holds,
        "{numbers:?} {relation:?}: {verdict:?}"
    );
}

#[test]
fn sums_by_intervals() {
    for (numbers, holds) in [
        (&["1,520万元", "900万元", "480万元", "40万元", "90万元"][..], false),
        (&["1,510万元", "900万元", "480万元", "40万元", "90万元"], true),
        // A zero at the end may be left out; more than that is another number.
        (&["5.75万元", "3.5万元", "2.25万元"], true),
        (&["5.79万元", "3.5万元", "2.25万元"], false),
        // A total may be rounded, and so may its parts.
        (&["5.8万元", "3.5万元", "2.25万元"], true),
        (&["0.58亿元", "3,512.4万元", "2,250万元"], true),
        (&["0.59亿元", "3,512.4万元", "2,250万元"], false),
        (&["100.01万元", "33.34万元", "33.33万元", "33.33万元"], true),
        (&["35000元", "1.5万元", "2万元"], true),
        (&["36100元", "1.5万元", "2万元"], false),
        (&["100%", "33%", "33%", "33%"], true),
        (&["100%", "33%", "33%", "30%"], false),
    ] {
        check(numbers, sum(numbers.len(), true), holds);
    }
    check(&["100万元", "40万元", "50万元"], sum(3, false), true);
    check(&["100万元", "60万元", "50万元"], sum(3, false), false);
}

#[test]
fn rates_and_changes() {
    let ratio = Relation::Ratio {
        rate: 0,
        part: 1,
        whole: 2,
    };
    check(&["97.88%", "20571.11万元", "21015.64万元"], ratio.clone(), true);
    check(&["97.89%", "20571.11万元", "21015.64万元"], ratio.clone(), false);
    check(&["85%", "512万元", "640万元"], ratio.clone(), false);
    check(&["80%", "512万元", "640万元"], ratio.clone(), true);
    assert_eq!(ledger(&["80%", "512", "0"]).judge(&ratio), Verdict::Unknown);
    let change = |down| Relation::Change {
        rate: 0,
        now: 1,
        before: 2,
        down,
    };
    check(&["9.51%", "2918.96", "2665.56"], change(Some(false)), true);
    check(&["19.51%", "2918.96", "2665.56"], change(Some(false)), false);
    check(&["9.51%", "2918.96", "2665.56"], change(Some(true)), false);
    check(&["2%", "735", "750"], change(None), true);
    let growth = Relation::Growth {
        rate: 0,
        now: 1,
        by: 2,
        down: true,
    };
    check(&["0.2%", "735万元", "15万元"], growth.clone(), false);
    check(&["2%", "735万元", "15万元"], growth, true);
}

#[test]
fn differences_products_and_bounds() {
    let difference = Relation::Difference {
        of: 0,
        more: 1,
        less: 2,
    };
    check(&["24.00", "480.00", "456.00"], difference.clone(), true);
    check(&["34.00", "480.00", "456.00"], difference, false);
    let product = Relation::Product {
        total: 0,
        each: 1,
        times: 2,
    };
    check(&["10万元", "500元", "200人"], product.clone(), true);
    check(&["12万元", "500元", "200人"], product, false);
    let bound = Relation::Bound { less: 0, more: 1 };
    check(&["10分", "10分"], bound.clone(), true);
    check(&["10.5分", "10分"], bound, false);
}

#[test]
fn the_number_that_nothing_confirms_is_to_blame() {
    // Executed is confirmed by its parts, so the rate is wrong.
    let mut all = ledger(&["98%", "855", "900", "600", "255"]);
    all.relations.push(Relation::Ratio {
        rate: 0,
        part: 1,
        whole: 2,
    });
    all.relations.push(Relation::Sum {
        total: 1,
        parts: vec![3, 4],
        complete: true,
    });
    let causes = all.causes();
    assert_eq!(causes.len(), 1);
    assert_eq!(causes[0].blamed, [0, 2], "a tie names both places");
    // Parts and rate both disagree with one number: one cause.
    let mut all = ledger(&["95%", "865", "900", "600", "255"]);
    all.relations = vec![
        Relation::Ratio {
            rate: 0,
            part: 1,
            whole: 2,
        },
        Relation::Sum {
            total: 1,
            parts: vec![3, 4],
            complete: true,
        },
    ];
    let causes = all.causes();
    assert_eq!(causes.len(), 1);
    assert_eq!(causes[0].blamed, [1]);
    assert_eq!(causes[0].relations, [0, 1]);
}

proptest! {
    /// A share is judged without a division where only the answer is wanted, and the answer is the same.
    #[test]
    fn holding_is_judging(part in 0_u64..500_000, whole in 1_u64..500_000, places in 0_u32..3, off in 0_u64..4) {
        let rate = part * 100 * 10_u64.pow(places) / whole + off;
        let said = |number: u64, unit: &str| {
            let text = format!("{}{unit}", Decimal::new(number.cast_signed(), places));
            Printed::read(&text).unwrap()
        };
        let numbers = [said(rate, "%"), said(part, "万元"), said(whole, "万元")];
        let relation = Relation::Ratio { rate: 0, part: 1, whole: 2 };
        let number = |id: usize| numbers.get(id);
        prop_assert_eq!(relation.holds(number), relation.judge(number) == Verdict::Holds);
    }
}
