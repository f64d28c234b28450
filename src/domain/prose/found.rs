//! A quantity as it was found in a text.

use std::ops::Range;

use crate::domain::values::amount::Amount;
use crate::domain::values::calendar::Date;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rate::Rate;

/// A quantity and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the text from the first digit to the end of the unit.
    pub range: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What a quantity is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// 金额, with its unit written out: 元, 万元, 亿元.
    Money(Amount),
    /// 百分数; also 百分之九十五, 九成, 一半.
    Percent(Rate),
    /// 数量 and its unit: 个, 场次, 户.
    Count(Quantity, String),
    /// 日期.
    Date(Date),
}

/// Which numbers in words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// Only those that count for certain.
    Sure,
    /// All with a unit, where the place says that something is counted: "每月…一次".
    All,
}
