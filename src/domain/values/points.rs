//! 分值与得分.

use rust_decimal::Decimal;

use super::input::Value;
use super::parse::{Fault, Limits, number};
use super::rate::Rate;
use super::rounding;

/// 分: a weight or a score. A score is rounded to two decimals once, at the end of its own rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(Decimal);

impl Points {
    /// No points.
    pub const ZERO: Points = Points(Decimal::ZERO);

    /// So many points.
    pub fn new(value: Decimal) -> Points {
        Points(value.normalize())
    }

    /// So many points, for constants; the value has no trailing zeros.
    pub const fn new_const(value: Decimal) -> Points {
        Points(value)
    }

    /// The number of points.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// This many points times a rate, not yet rounded.
    pub fn times(self, rate: Rate) -> Points {
        Points(self.0 * rate.decimal())
    }

    /// This many points after some were taken off; below zero where more were taken than there are.
    pub fn less(self, other: Points) -> Points {
        Points(self.0.saturating_sub(other.0).normalize())
    }

    /// 四舍五入 to two decimals: the last step of every scoring rule.
    pub fn rounded(self) -> Points {
        Points(rounding::half_away_from_zero(self.0, 2).normalize())
    }

    /// Never above the weight, never below nothing.
    pub fn within(self, weight: Points) -> Points {
        Points(self.0.min(weight.0).max(Decimal::ZERO))
    }

    /// Up to two decimals without trailing zeros: "29.37", "30".
    pub fn printed(self) -> String {
        rounding::trimmed(self.0, 2)
    }

    /// Up to ten decimals, with an ellipsis when there are more.
    pub fn exact(self) -> String {
        rounding::exact(self.0, 10)
    }
}

impl Value for Points {
    fn read(text: &str) -> Result<Self, Fault> {
        // A negative score is read, so that the check can name it (B3) instead of losing it.
        let digits = text.strip_suffix('分').unwrap_or(text);
        number(digits, Limits { digits: 6, places: 4 }).map(Points)
    }

    fn written(&self) -> String {
        self.0.to_string()
    }

    fn shown(&self) -> String {
        self.written()
    }
}

impl std::ops::Add for Points {
    type Output = Points;

    fn add(self, other: Points) -> Points {
        Points((self.0 + other.0).normalize())
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        Points(points.fold(Decimal::ZERO, |sum, one| sum + one.0).normalize())
    }
}
