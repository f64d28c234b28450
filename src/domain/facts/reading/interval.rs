//! 区间: between which bounds a printed number may lie, and what follows for sums and ratios of such numbers.

use rust_decimal::Decimal;

/// All values from `low` to `high`, both among them. Arithmetic that would overflow yields nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least value.
    pub low: Decimal,
    /// The greatest.
    pub high: Decimal,
}

impl Interval {
    /// Nothing but this value.
    pub fn exactly(value: Decimal) -> Self {
        Interval {
            low: value,
            high: value,
        }
    }

    /// A value and what lies no further from it.
    pub fn around(value: Decimal, half: Decimal) -> Option<Self> {
        Some(Interval {
            low: value.checked_sub(half)?,
            high: value.checked_add(half)?,
        })
    }

    /// Whether some value lies in both.
    pub fn meets(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether a value lies within.
    pub fn holds(self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// The value in the middle.
    pub fn middle(self) -> Decimal {
        let half = |value: Decimal| value / Decimal::TWO;
        half(self.low) + half(self.high)
    }

    /// What the sum of two numbers may be.
    pub fn plus(self, other: Interval) -> Option<Self> {
        Some(Interval {
            low: self.low.checked_add(other.low)?,
            high: self.high.checked_add(other.high)?,
        })
    }

    /// What their difference may be.
    pub fn minus(self, other: Interval) -> Option<Self> {
        Some(Interval {
            low: self.low.checked_sub(other.high)?,
            high: self.high.checked_sub(other.low)?,
        })
    }

    /// What their product may be, of numbers that are not below zero.
    pub fn times(self, other: Interval) -> Option<Self> {
        let (mine, others) = (self.not_below_zero()?, other.not_below_zero()?);
        Some(Interval {
            low: mine.low.checked_mul(others.low)?,
            high: mine.high.checked_mul(others.high)?,
        })
    }

    /// What one is of the other, of numbers that are not below zero; none where the other may be zero.
    pub fn over(self, other: Interval) -> Option<Self> {
        let mine = self.not_below_zero()?;
        (other.low > Decimal::ZERO).then_some(())?;
        Some(Interval {
            low: mine.low.checked_div(other.high)?,
            high: mine.high.checked_div(other.low)?,
        })
    }

    /// The same a hundred times.
    pub fn percent(self) -> Option<Self> {
        self.times(Interval::exactly(Decimal::ONE_HUNDRED))
    }

    /// The sizes of the values, without their sign.
    pub fn size(self) -> Self {
        let (low, high) = (self.low.abs(), self.high.abs());
        let across = self.low < Decimal::ZERO && self.high > Decimal::ZERO;
        Interval {
            low: if across { Decimal::ZERO } else { low.min(high) },
            high: low.max(high),
        }
    }

    /// The values that are not below zero, none where all are.
    fn not_below_zero(self) -> Option<Self> {
        (self.high >= Decimal::ZERO).then(|| Interval {
            low: self.low.max(Decimal::ZERO),
            high: self.high,
        })
    }
}
