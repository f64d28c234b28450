//! 金额, in 万元, exact to the 分.

use rust_decimal::Decimal;

use super::input::Value;
use super::parse::{Fault, Limits, number};
use super::rounding;

/// 金额: 万元 with up to six decimals (1 分 = 0.000001 万元).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// Twelve integer digits of 万元 are more than the whole country spends in a year.
const LIMITS: Limits = Limits { digits: 12, places: 6 };

/// Units that may follow a number, longest first, with the power of ten that leads to 万元.
const UNITS: [(&str, i32); 8] = [
    ("亿元", 4),
    ("万元", 0),
    ("千元", -1),
    ("百元", -2),
    ("亿", 4),
    ("万", 0),
    ("元", -4),
    ("¥", -4),
];

impl Amount {
    /// Nothing spent. Not the same as a blank.
    pub const ZERO: Amount = Amount(Decimal::ZERO);

    /// An amount of so many 万元.
    pub fn from_ten_thousand_yuan(value: Decimal) -> Self {
        Amount(value.normalize())
    }

    /// An amount of so many 元.
    pub fn from_yuan(value: Decimal) -> Self {
        Amount((value / Decimal::from(10_000)).normalize())
    }

    /// The amount in 元.
    pub fn to_yuan(self) -> Decimal {
        (self.0 * Decimal::from(10_000)).normalize()
    }

    /// The number of 万元.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// As the report prints it: two decimals, thousands separators, a plain 0 for nothing.
    pub fn printed(self) -> String {
        if self.0.is_zero() {
            return "0".into();
        }
        rounding::grouped(&rounding::fixed(self.0, 2))
    }

    /// As a change is printed, with its sign: "+5,686.29".
    pub fn printed_change(self) -> String {
        if self.0.is_sign_positive() && !self.0.is_zero() {
            format!("+{}", self.printed())
        } else {
            self.printed()
        }
    }
}

impl Value for Amount {
    fn read(text: &str) -> Result<Self, Fault> {
        let text = text.strip_prefix('¥').map_or(text.to_owned(), |rest| {
            if rest.ends_with('元') {
                rest.to_owned()
            } else {
                format!("{rest}元")
            }
        });
        let unit = UNITS.iter().find(|(name, _)| text.ends_with(name));
        let (digits, power) = match unit {
            Some((name, power)) => (&text[..text.len() - name.len()], *power),
            None => (text.as_str(), 0),
        };
        // Four more places and digits than an amount has let each unit be read before it is scaled.
        let typed = number(
            digits,
            Limits {
                digits: LIMITS.digits + 4,
                places: LIMITS.places + 4,
            },
        )?;
        let scale = Decimal::from(10_i64.pow(power.unsigned_abs()));
        let value = if power < 0 { typed / scale } else { typed * scale }.normalize();
        if value.is_sign_negative() && !value.is_zero() {
            return Err(Fault::Negative);
        }
        if value.scale() > LIMITS.places {
            return Err(Fault::TooManyDecimals { places: LIMITS.places });
        }
        if value >= Decimal::from(10_i64.pow(LIMITS.digits as u32)) {
            return Err(Fault::TooLong { digits: LIMITS.digits });
        }
        Ok(Amount(value))
    }

    fn written(&self) -> String {
        self.0.to_string()
    }

    fn shown(&self) -> String {
        let places = self.0.scale().max(2);
        rounding::grouped(&rounding::fixed(self.0, places))
    }
}

impl std::ops::Add for Amount {
    type Output = Amount;

    fn add(self, other: Amount) -> Amount {
        Amount(self.0 + other.0)
    }
}

impl std::ops::Sub for Amount {
    type Output = Amount;

    fn sub(self, other: Amount) -> Amount {
        Amount(self.0 - other.0)
    }
}

impl std::iter::Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Amount {
        amounts.fold(Amount::ZERO, |sum, amount| sum + amount)
    }
}
