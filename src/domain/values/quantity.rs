//! Plain numbers that are neither money nor points: 指标值, 完成值, counts of people, years.

use rust_decimal::Decimal;

use super::input::Value;
use super::parse::{Fault, Limits, number};

/// 数量: a target or an actual value, in the unit named beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(Decimal);

impl Quantity {
    /// A number that was computed from others.
    pub fn from_decimal(value: Decimal) -> Self {
        Quantity(value.normalize())
    }

    /// The number.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl Value for Quantity {
    /// A percent sign is dropped: the unit stands in its own field.
    fn read(text: &str) -> Result<Self, Fault> {
        let digits = text.strip_suffix('%').unwrap_or(text);
        number(digits, Limits { digits: 12, places: 6 }).map(Quantity)
    }

    fn written(&self) -> String {
        self.0.to_string()
    }

    fn shown(&self) -> String {
        self.written()
    }
}

/// 人数: a whole, non-negative number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u32);

impl Count {
    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Value for Count {
    fn read(text: &str) -> Result<Self, Fault> {
        let digits = text.trim_end_matches(['人', '名', '个', '份']);
        let value = number(digits, Limits { digits: 7, places: 6 })?;
        if value.is_sign_negative() && !value.is_zero() {
            return Err(Fault::Negative);
        }
        if !value.is_integer() {
            return Err(Fault::NotWhole);
        }
        u32::try_from(value).map(Count).map_err(|_| Fault::NotANumber)
    }

    fn written(&self) -> String {
        self.0.to_string()
    }

    fn shown(&self) -> String {
        self.written()
    }
}
