//! 笔误的线索: what a number shares with those that a slip of the pen makes of it, by which they are found without comparing
//! each with each.

use rust_decimal::Decimal;

/// A number under one of the keys that it shares with those that a slip makes of it. Those of a text are made when it
/// is read, and those of rows anew only for rows that changed: a key in one text meets all other numbers as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Keyed {
    /// The key.
    pub key: u64,
    /// The number.
    pub value: Decimal,
    /// The row, where it is typed into one.
    pub row: usize,
    /// Which of the numbers of its text or row.
    pub place: usize,
}

/// The keys that a number shares with those that a slip makes of it: its digits in whatever order, and its digits without
/// each in turn.
pub fn slip_keys(value: Decimal) -> Vec<u64> {
    let (digits, many) = digits(value);
    let digits = &digits[..many];
    let counts = digits
        .iter()
        .filter(|digit| **digit > 0)
        .fold(0_u64, |key, digit| key + (1 << (4 * (u32::from(*digit) - 1))));
    let mut keys = vec![counts];
    // 3,120 and 3,720: without the second they are the same, and of the same size.
    let size = u64::from(value.normalize().scale()) << 8;
    if (4..=12).contains(&many) {
        for out in 0..many {
            let rest = digits.iter().enumerate().filter(|(place, _)| *place != out);
            let rest = rest.fold(1_u64, |key, (_, digit)| {
                key.wrapping_mul(11).wrapping_add(u64::from(*digit))
            });
            keys.push(1 << 63 | rest.wrapping_mul(0x9e37_79b9).wrapping_add(size + out as u64) >> 1);
        }
    }
    keys
}

/// The digits of a number, from the last that is no zero, and how many of them there are.
pub fn digits(value: Decimal) -> ([u8; 30], usize) {
    let mut rest = value.normalize().mantissa().unsigned_abs();
    let mut digits = [0; 30];
    let mut many = 0;
    while rest > 0 && many < digits.len() {
        digits[many] = u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if many > 0 || digits[0] != 0 {
            many += 1;
        }
    }
    (digits, many)
}

/// How many digits a number has beside zeros at its ends.
pub fn length(value: Decimal) -> usize {
    digits(value).1
}
