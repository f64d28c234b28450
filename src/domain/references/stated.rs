//! A number in words that speaks of a figure.

use rust_decimal::Decimal;

use crate::domain::scheme::scheme::Grade;

/// What a text says, and to which place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// 万元, and one unit of the last place that is written.
    Amount(Decimal, Decimal),
    /// Percent, and one unit of the last place.
    Percent(Decimal, Decimal),
    /// 个数.
    Count(Decimal),
    /// 分, and one unit of the last place.
    Points(Decimal, Decimal),
    /// 等级.
    Grade(Grade),
}
