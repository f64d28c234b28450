//! 笔误: whether a number looks as if it had been meant to be another one.
//!
//! What clerks mistype are digits that change places (92.75 for 97.25), one digit for another (8.35 for 7.35), a digit
//! too many or too few, and a decimal point or unit that moves. A number that is far from another in all these ways is
//! another number, about which nothing is known.

use rust_decimal::Decimal;

use crate::domain::values::rounding::{fixed, half_away_from_zero};

use super::ledger::Ledger;
use super::relation::{Id, Relation};

/// So many digits at most are compared.
const MOST: usize = 12;

/// Whether two numbers are within three tenths of the greater: 98% for 95%, 12 for 10.
pub fn is_near(one: Decimal, other: Decimal) -> bool {
    const PART: Decimal = Decimal::from_parts(3, 0, 0, false, 1);
    let greater = one.abs().max(other.abs());
    let apart = (one - other).abs();
    one.is_sign_negative() == other.is_sign_negative() && greater.checked_mul(PART).is_some_and(|most| apart <= most)
}

/// Whether two numbers have digits that one slip makes of each other.
pub fn looks_like(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (digits(one), digits(other));
    if one == other || one.len() > MOST || other.len() > MOST {
        return one == other && one.len() > 2;
    }
    if one.len() == other.len() {
        let apart: Vec<usize> = (0..one.len()).filter(|place| one[*place] != other[*place]).collect();
        return match apart.as_slice() {
            // One digit for another, of at least three.
            [_] => one.len() > 2,
            // Two digits that changed places.
            [first, second] => one[*first] == other[*second] && one[*second] == other[*first],
            _ => false,
        };
    }
    // A digit too many or too few.
    let (long, short) = if one.len() > other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.len() > 2
        && long.len() == short.len() + 1
        && (0..long.len()).any(|out| {
            let rest = long.iter().enumerate().filter(|(place, _)| *place != out);
            rest.map(|(_, digit)| digit).eq(short.iter())
        })
}

/// Whether two numbers have the same digits but for two neighbours that changed places: 123.60 for 132.60.
pub fn is_swapped(one: Decimal, other: Decimal) -> bool {
    exchanged(one, other).is_some_and(|(first, second)| second == first + 1)
}

/// Whether two numbers of four digits at least have the same digits but for two that changed places: 1,312.26 for
/// 1,213.26.
pub fn is_exchanged(one: Decimal, other: Decimal) -> bool {
    const LEAST: usize = 4;
    exchanged(one, other).is_some() && digits(one).len().max(digits(other).len()) >= LEAST
}

/// The places of the two digits that changed places.
fn exchanged(one: Decimal, other: Decimal) -> Option<(usize, usize)> {
    let places = one.scale().max(other.scale());
    let written = |number: Decimal| -> Vec<u8> {
        let text = fixed(number.abs(), places);
        text.bytes().filter(u8::is_ascii_digit).collect()
    };
    let (one, other) = (written(one), written(other));
    let apart: Vec<usize> = match one.len() == other.len() {
        true => (0..one.len()).filter(|place| one[*place] != other[*place]).collect(),
        false => Vec::new(),
    };
    let [first, second] = apart.as_slice() else {
        return None;
    };
    (one[*first] == other[*second] && one[*second] == other[*first]).then_some((*first, *second))
}

/// The digits of a number from its first that is no zero, without zeros at the end.
pub fn digits(number: Decimal) -> Vec<u8> {
    let text = number.abs().normalize().mantissa().to_string();
    text.trim_end_matches('0').bytes().collect()
}

/// Whether one slip of the pen in one of its numbers makes a relation broken: digits that changed places, one digit for
/// another, a decimal point or a unit that moved, a sign that was lost.
pub fn is_slip(relation: &Relation, ledger: &Ledger) -> bool {
    let value = |id: Id| ledger.number(id).map(|number| number.value).unwrap_or_default();
    let hundred = Decimal::ONE_HUNDRED;
    let over = |one: Decimal, other: Decimal| one.checked_div(other);
    let times = |one: Decimal, other: Decimal| one.checked_mul(other);
    // Each number, and what it would have to be by the others.
    let meant: Vec<(Id, Option<Decimal>)> = match relation {
        Relation::Difference { of, more, less } => {
            let (a, b, c) = (value(*of), value(*more), value(*less));
            vec![(*of, Some(b - c)), (*more, Some(a + c)), (*less, Some(b - a))]
        }
        Relation::Sum { total, parts, .. } => {
            let sum: Decimal = parts.iter().map(|part| value(*part)).sum();
            let short = value(*total) - sum;
            let own = parts.iter().map(|part| (*part, Some(value(*part) + short)));
            own.chain([(*total, Some(sum))]).collect()
        }
        Relation::Ratio { rate, part, whole } => {
            let (r, a, b) = (value(*rate), value(*part), value(*whole));
            vec![
                (*rate, over(a, b).and_then(|share| times(share, hundred))),
                (*part, times(r, b).and_then(|share| over(share, hundred))),
                (*whole, times(a, hundred).and_then(|share| over(share, r))),
            ]
        }
        Relation::Change { rate, now, before, .. } => {
            let (a, b) = (value(*now), value(*before));
            vec![(*rate, over(a - b, b).and_then(|share| times(share, hundred)))]
        }
        Relation::Product {
            total,
            each,
            times: many,
        } => {
            let (t, e, n) = (value(*total), value(*each), value(*many));
            vec![(*total, times(e, n)), (*each, over(t, n)), (*many, over(t, e))]
        }
        Relation::Balance {
            end,
            start,
            plus,
            minus,
        } => {
            let sum = |ids: &[Id]| ids.iter().map(|id| value(*id)).sum::<Decimal>();
            let off = value(*end) - value(*start) - sum(plus) + sum(minus);
            let more = [(*end, Some(value(*end) - off)), (*start, Some(value(*start) + off))];
            let added = plus.iter().map(|id| (*id, Some(value(*id) + off)));
            let taken = minus.iter().map(|id| (*id, Some(value(*id) - off)));
            more.into_iter().chain(added).chain(taken).collect()
        }
        _ => Vec::new(),
    };
    meant.into_iter().any(|(id, meant)| {
        let Some((number, meant)) = ledger.number(id).zip(meant) else {
            return false;
        };
        let meant = half_away_from_zero(meant, number.places.max(number.value.scale()));
        let stated = number.value;
        let is_moved = !meant.is_zero() && stated != meant && digits(stated) == digits(meant);
        is_moved || stated == -meant || looks_like(stated, meant) || is_swapped(stated, meant)
    })
}
