//! 一个数据: what a reference in prose stands for, exact, and how official documents print it.

use super::amount::Amount;
use super::points::Points;
use super::rate::Rate;

/// 一个数据, typed or derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// 金额, 万元.
    Amount(Amount),
    /// 比率.
    Rate(Rate),
    /// 分值.
    Points(Points),
    /// 个数.
    Count(u64),
    /// 等级.
    Grade(&'static str),
    /// 名称, 年度: words, or a number that nobody adds up.
    Words(String),
}

impl Datum {
    /// As official documents print it: amounts with two decimals and thousands separators, rates with two
    /// decimals and %, points without trailing zeros. Units stand in the sentence, not here.
    pub fn printed(&self) -> String {
        match self {
            Datum::Amount(amount) => amount.printed(),
            Datum::Rate(rate) => rate.printed_percent(),
            Datum::Points(points) => points.printed(),
            Datum::Count(count) => count.to_string(),
            Datum::Grade(words) => (*words).to_owned(),
            Datum::Words(words) => words.clone(),
        }
    }

    /// Whether it is a figure, which the preview marks, and not just a name.
    pub fn is_figure(&self) -> bool {
        !matches!(self, Datum::Words(_))
    }
}
