//! 算错的增减率: a rate of change that no numbers make, but that a usual mistake makes of two of them: the wrong direction
//! (238件 较上年265件增长10.19%), what the one is of the other in place of by how much it is more (126.8万 较上年104.0万增长
//! 121.92%), or the later number as the base (由10.8万吨增至12.6万吨，增长14.29%). With three digits that is hardly chance.

use rust_decimal::Decimal;

use super::rates::before;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::judging::slip::digits;
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// So many numbers before the rate are looked at.
const REACH: usize = 8;

/// Adds the rates of a text that are misreckoned; what other relations have explained is left alone.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let Measure::Growth { down } = tag.measure else {
            continue;
        };
        let is_told = |relation: &Relation| relation.facts().first() == Some(&id);
        let is_known = ledger.relations.iter().chain(&ledger.agreeing).any(is_told);
        let is_exact = tag.number.kind == Kind::Percent && digits(tag.number.value).len() > 2;
        if is_known || !is_exact || tag.bound || tag.number.about {
            continue;
        }
        let line = tagged.line(tag);
        let near: Vec<Id> = before(tagged, id)
            .take(REACH)
            .take_while(|(_, other)| tagged.line(other) == line)
            .map(|(other, _)| other)
            .collect();
        let bases = near.iter().filter(|base| is_base(text, &tagged.tags[**base]));
        let pairs = bases.flat_map(|base| near.iter().map(move |now| (*now, *base)));
        let found = pairs.into_iter().find(|(now, base)| {
            let (now, base) = (&tagged.tags[*now], &tagged.tags[*base]);
            is_mistaken(tag, now, base, down)
        });
        if let Some((now, before)) = found {
            ledger.relations.push(Relation::Change {
                rate: id,
                now,
                before,
                down: Some(down),
            });
        }
    }
}

/// Whether the words make a number the earlier one.
fn is_base(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default().trim_end();
    tag.period == Period::Last
        || [
            "上年",
            "上年的",
            "去年",
            "去年的",
            "同期",
            "同期的",
            "由",
            "从",
            "原来的",
        ]
        .iter()
        .any(|word| said.ends_with(word))
}

/// Whether one of the usual mistakes makes the rate of two numbers.
fn is_mistaken(rate: &Tag, now: &Tag, base: &Tag, down: bool) -> bool {
    let alike = now.number.kind == base.number.kind && now.number.kind != Kind::Percent;
    let (later, earlier) = (now.number.value, base.number.value);
    if !alike || now.range == base.range || later.is_zero() || earlier.is_zero() || later == earlier {
        return false;
    }
    let Some(said) = rate.number.interval() else {
        return false;
    };
    let makes = |part: Decimal, whole: Decimal| {
        let share = part
            .checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|part| part.checked_div(whole));
        share.is_some_and(|share| said.meets(Interval::exactly(share.abs())))
    };
    let is_less = later < earlier;
    let turned = is_less != down && makes(later - earlier, earlier);
    let of_base = !down && makes(later, earlier);
    let of_later = is_less == down && makes(later - earlier, later);
    turned || of_base || of_later
}
