//! Reads numbers as people write them: full-width digits, thousands commas, percent signs, units.

use rust_decimal::Decimal;

/// Why a typed text is not the value it should be. Each reason has one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Letters, or signs in a wrong place.
    NotANumber,
    /// Commas that do not separate groups of three digits, such as "7,00.0,77".
    Grouping,
    /// More integer digits than any real figure has.
    TooLong {
        /// The number of integer digits allowed.
        digits: usize,
    },
    /// More decimals than the smallest unit needs.
    TooManyDecimals {
        /// The number of decimals allowed.
        places: u32,
    },
    /// A negative number where none can be.
    Negative,
    /// Not a whole number where one is needed.
    NotWhole,
    /// Not a calendar date.
    NotADate,
    /// A calculation that is not finished, or not written as one.
    Calculation,
    /// A calculation that divides by nothing.
    DividedByZero,
    /// A calculation whose result no decimal holds exactly.
    Unending,
    /// Outside the range that the field can hold.
    OutOfRange {
        /// The least value allowed.
        least: u32,
        /// The greatest value allowed.
        greatest: u32,
    },
}

impl Fault {
    /// What is wrong and what to do, as a sentence for the field.
    pub fn sentence(self) -> String {
        match self {
            Fault::NotANumber => "这里要填数字，例如 12。".into(),
            Fault::Grouping => "千分位逗号的位置不对，请核对，例如 1,234.50。".into(),
            Fault::TooLong { digits } => {
                format!("整数部分超过 {digits} 位，请核对是否多输了数字。")
            }
            Fault::TooManyDecimals { places } => format!("小数最多 {places} 位，请核对。"),
            Fault::Negative => "这里不能填负数，请核对。".into(),
            Fault::NotWhole => "这里要填整数，请去掉小数。".into(),
            Fault::NotADate => "这里要填日期，年、月、日都写上。".into(),
            Fault::Calculation => "算式不完整或写法不对，请核对，例如 =38000+500。".into(),
            Fault::DividedByZero => "算式里除数是 0，请核对。".into(),
            Fault::Unending => "算式除不尽，请直接填要保留的小数。".into(),
            Fault::OutOfRange { least, greatest } => {
                format!("这里要填 {least} 到 {greatest} 之间的数。")
            }
        }
    }
}

/// How many digits a number may have.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Integer digits.
    pub digits: usize,
    /// Decimals.
    pub places: u32,
}

/// Half-width form of a text as typed through a Chinese input method, without white space.
pub fn half_width(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    plain.extend(half_width_letters(text));
    plain
}

/// The letters of a text in their half-width form, without white space.
pub fn half_width_letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(|c| match c {
        // Most are Chinese characters, which need no look at what else they may be.
        '\u{4e00}'..='\u{9fff}' => Some(c),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        '。' => Some('.'),
        '、' => Some(','),
        '−' | '–' | '—' => Some('-'),
        '\u{feff}' => None,
        other => (!other.is_whitespace()).then_some(other),
    })
}

/// Reads a plain number from half-width text. A trailing point is accepted, so that a figure does
/// not vanish from the screen between the point and the first decimal.
pub fn number(text: &str, limits: Limits) -> Result<Decimal, Fault> {
    let (negative, unsigned) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = ungrouped(integer)?;
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if digits.is_empty() && fraction.is_empty() || !is_digits(&digits) || !is_digits(fraction) {
        return Err(if fraction.contains(',') {
            Fault::Grouping
        } else {
            Fault::NotANumber
        });
    }
    let digits = digits.trim_start_matches('0');
    if digits.len() > limits.digits {
        return Err(Fault::TooLong { digits: limits.digits });
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > limits.places as usize {
        return Err(Fault::TooManyDecimals { places: limits.places });
    }
    let value = |sum: i128, digit: u8| sum.checked_mul(10)?.checked_add(i128::from(digit - b'0'));
    let units = digits.bytes().chain(fraction.bytes()).try_fold(0, value);
    let value = units
        .and_then(|units| Decimal::try_from_i128_with_scale(units, fraction.len() as u32).ok())
        .ok_or(Fault::NotANumber)?;
    Ok(if negative && !value.is_zero() { -value } else { value })
}

/// The integer digits without their commas, which must separate groups of three.
fn ungrouped(integer: &str) -> Result<String, Fault> {
    if !integer.contains(',') {
        return Ok(integer.to_owned());
    }
    if !integer.bytes().all(|b| b.is_ascii_digit() || b == b',') {
        return Err(Fault::NotANumber);
    }
    let mut groups = integer.split(',');
    let first = groups.next().unwrap_or_default();
    if first.is_empty() || first.len() > 3 || groups.any(|group| group.len() != 3) {
        return Err(Fault::Grouping);
    }
    Ok(integer.replace(',', ""))
}
