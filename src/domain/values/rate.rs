//! 比率: exact ratios, printed as percentages.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::input::Value;
use super::parse::{Fault, Limits, number};
use super::rounding;

/// 比率, as a fraction of one: 97.88% is 0.9788. Exact to 28 significant digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(Decimal);

impl Rate {
    /// The whole.
    pub const FULL: Rate = Rate(Decimal::ONE);
    /// Nothing.
    pub const NONE: Rate = Rate(Decimal::ZERO);

    /// `numerator ÷ denominator`; none when the denominator is zero.
    pub fn of(numerator: Decimal, denominator: Decimal) -> Option<Rate> {
        numerator.checked_div(denominator).map(Rate)
    }

    /// The share that one amount is of another; none when the base is zero.
    pub fn of_amounts(part: Amount, base: Amount) -> Option<Rate> {
        Rate::of(part.decimal(), base.decimal())
    }

    /// So many percent.
    pub fn from_percent(percent: Decimal) -> Rate {
        Rate((percent / Decimal::ONE_HUNDRED).normalize())
    }

    /// The fraction of one.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// The percentage, unrounded.
    pub fn percent(self) -> Decimal {
        self.0 * Decimal::ONE_HUNDRED
    }

    /// Never above the whole, never below nothing.
    pub fn capped(self) -> Rate {
        self.clamp(Rate::NONE, Rate::FULL)
    }

    /// What is left to the whole; less than nothing for more than the whole.
    pub fn rest(self) -> Rate {
        Rate(Decimal::ONE - self.0)
    }

    /// Two decimals without the sign, for a column headed （%）: "97.88".
    pub fn printed(self) -> String {
        rounding::fixed(self.percent(), 2)
    }

    /// Two decimals with the sign, for prose: "97.88%".
    pub fn printed_percent(self) -> String {
        self.printed() + "%"
    }

    /// How far the rate reaches on a line of so many steps, for plots: two decimals.
    pub fn along(self, steps: u32) -> String {
        rounding::fixed(self.0 * Decimal::from(steps), 2)
    }

    /// Without trailing zeros, for limits: "30%".
    pub fn trimmed_percent(self) -> String {
        rounding::trimmed(self.percent(), 4) + "%"
    }

    /// Up to ten decimals of the percentage, with an ellipsis when there are more.
    pub fn exact_percent(self) -> String {
        rounding::exact(self.percent(), 10) + "%"
    }
}

impl Value for Rate {
    /// Reads a percentage: "97.88%" and "97.88" are the same.
    fn read(text: &str) -> Result<Self, Fault> {
        let digits = text.strip_suffix('%').unwrap_or(text);
        let percent = number(digits, Limits { digits: 6, places: 6 })?;
        if percent.is_sign_negative() && !percent.is_zero() {
            return Err(Fault::Negative);
        }
        Ok(Rate((percent / Decimal::ONE_HUNDRED).normalize()))
    }

    fn written(&self) -> String {
        self.percent().normalize().to_string()
    }

    fn shown(&self) -> String {
        self.written()
    }
}
