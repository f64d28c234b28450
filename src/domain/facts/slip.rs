//! 笔误: whether a number looks as if it had been meant to be another one.
//!
//! What clerks mistype are digits that change places (92.75 for 97.25), one digit for another (8.35 for 7.35), a digit
//! too many or too few, and a decimal point or unit that moves. A number that is far from another in all these ways is
//! another number, about which nothing is known.

use rust_decimal::Decimal;

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
    let places = one.scale().max(other.scale());
    let written = |number: Decimal| {
        let mut number = number.abs();
        number.rescale(places);
        number.mantissa().to_string().into_bytes()
    };
    let (one, other) = (written(one), written(other));
    let apart: Vec<usize> = match one.len() == other.len() {
        true => (0..one.len()).filter(|place| one[*place] != other[*place]).collect(),
        false => Vec::new(),
    };
    let [first, second] = apart.as_slice() else {
        return false;
    };
    *second == first + 1 && one[*first] == other[*second] && one[*second] == other[*first]
}

/// The digits of a number from its first that is no zero, without zeros at the end.
fn digits(number: Decimal) -> Vec<u8> {
    let text = number.abs().normalize().mantissa().to_string();
    text.trim_end_matches('0').bytes().collect()
}
