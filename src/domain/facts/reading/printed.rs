//! 印出来的数: a number with its unit and with the place to which it is written.

use rust_decimal::Decimal;

use crate::domain::prose::found::{Found, What};
use crate::domain::prose::unit::plain;
use crate::domain::values::input::Value;
use crate::domain::values::parse::half_width;
use crate::domain::values::quantity::Quantity;

use super::interval::Interval;

/// What a number counts. Numbers of different kinds are never compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// 金额, in 万元.
    Money,
    /// 百分数, in percent.
    Percent,
    /// 个百分点.
    PercentPoints,
    /// 分.
    Points,
    /// 数量, in its unit without 万 or 亿.
    Count(String),
    /// A cell without a unit.
    Bare,
}

/// A number as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// What it counts.
    pub kind: Kind,
    /// How much, in the kind's own unit: 1.2亿元 is 12000.
    pub value: Decimal,
    /// One printed unit in the kind's own: 10000 for 亿元, 0.0001 for 元.
    pub scale: Decimal,
    /// How many decimals are written.
    pub places: u32,
    /// Whether words say that it is not exact: 约, 近, 左右, 余.
    pub about: bool,
}

impl Printed {
    /// A number in the kind's own unit, with its decimals as they are stored.
    pub fn of(kind: Kind, value: Decimal) -> Self {
        Printed {
            kind,
            value,
            scale: Decimal::ONE,
            places: value.scale(),
            about: false,
        }
    }

    /// A number that stands in a cell, with or without its unit: 1,520.00, 95%, 12.5分, 1.2亿元, －.
    pub fn read(cell: &str) -> Option<Self> {
        let plain = half_width(cell);
        let text = plain.trim();
        let end = text
            .char_indices()
            .find(|(_, c)| !matches!(c, '0'..='9' | '.' | ',' | '-'))
            .map_or(text.len(), |(at, _)| at);
        let (digits, unit) = (text.get(..end)?, text.get(end..)?.trim());
        let value = Quantity::read(digits).ok()?.decimal();
        let (kind, scale) = match unit {
            "" => (Kind::Bare, Decimal::ONE),
            "亿元" => (Kind::Money, Decimal::from(10_000)),
            "万元" => (Kind::Money, Decimal::ONE),
            "千元" => (Kind::Money, Decimal::new(1, 1)),
            "元" => (Kind::Money, Decimal::new(1, 4)),
            "%" => (Kind::Percent, Decimal::ONE),
            "分" => (Kind::Points, Decimal::ONE),
            _ => {
                let (unit, many) = plain_unit(unit);
                (Kind::Count(unit.to_owned()), many)
            }
        };
        Some(Printed {
            kind,
            value: value.checked_mul(scale)?,
            scale,
            places: places_of(digits),
            about: false,
        })
    }

    /// A quantity that was found in a text; none of a date.
    pub fn found(text: &str, found: &Found) -> Option<Self> {
        let said = half_width(text.get(found.range.clone())?);
        let unit = said.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
        let places = places_of(&said);
        let (kind, value, scale) = match &found.what {
            What::Money(amount) => {
                let scale = match unit {
                    "亿元" => Decimal::from(10_000),
                    "千元" => Decimal::new(1, 1),
                    "元" => Decimal::new(1, 4),
                    _ => Decimal::ONE,
                };
                (Kind::Money, amount.decimal(), scale)
            }
            // 九成 and 一半 are said of what is near them.
            What::Percent(rate) if said.ends_with(['成', '半']) => (Kind::Percent, rate.percent(), Decimal::TEN),
            What::Percent(rate) => (Kind::Percent, rate.percent(), Decimal::ONE),
            What::Count(count, unit) if unit == "个百分点" => (Kind::PercentPoints, count.decimal(), Decimal::ONE),
            What::Count(count, unit) => {
                let (unit, many) = plain_unit(unit);
                let value = count.decimal().checked_mul(many)?;
                (Kind::Count(unit.to_owned()), value, many)
            }
            What::Date(_) => return None,
        };
        Some(Printed {
            kind,
            value,
            scale,
            places,
            about: false,
        })
    }

    /// The same, as not exact.
    pub fn approximately(self) -> Self {
        Printed { about: true, ..self }
    }

    /// One unit of its last place; of a number that is not exact twice as much, and one unit of the last place that
    /// is no zero.
    pub fn step(&self) -> Decimal {
        let mut step = Decimal::new(1, self.places) * self.scale;
        if !self.about {
            return step;
        }
        // 约300 leaves open what stands in the place of each zero.
        let mut next = step * Decimal::TEN;
        while next <= self.value && (self.value % next).is_zero() {
            (step, next) = (next, next * Decimal::TEN);
        }
        step * Decimal::TWO
    }

    /// Where it may lie: half a unit of the last place to either side. Whole numbers of things and of money are
    /// what they are; a whole percent is a rounded one.
    pub fn interval(&self) -> Option<Interval> {
        let rounded = self.places > 0 || self.about || self.kind == Kind::Percent;
        let half = if rounded {
            self.step() / Decimal::TWO
        } else {
            Decimal::ZERO
        };
        Interval::around(self.value, half)
    }

    /// As above, where others beside it are written to more places: a zero at the end is often left out, so that
    /// 3.5 beside 2.25 is 3.50.
    pub fn interval_beside(&self, places: u32) -> Option<Interval> {
        if self.about {
            return self.interval();
        }
        let places = self.places.max(places);
        let step = Decimal::new(1, places).checked_mul(self.scale)?;
        let rounded = places > 0 || self.kind == Kind::Percent;
        let half = if rounded { step / Decimal::TWO } else { Decimal::ZERO };
        Interval::around(self.value, half)
    }
}

/// How many decimals a number has that a text begins with.
fn places_of(said: &str) -> u32 {
    let after = said.split_once('.').map_or("", |(_, after)| after);
    let places = after.bytes().take_while(u8::is_ascii_digit).count();
    u32::try_from(places.min(12)).unwrap_or_default()
}

/// A unit without its 万 or 亿, and how many it is of; 人 and 名 count the same, and what measures the same is one unit:
/// 公顷 is 15 亩, 公斤 a thousandth of 吨 (GB 3100, 国务院《关于在我国统一实行法定计量单位的命令》).
fn plain_unit(unit: &str) -> (&str, Decimal) {
    let (unit, many) = plain(unit);
    let (same, of) = match unit {
        "名" | "位" => ("人", Decimal::ONE),
        "次数" => ("次", Decimal::ONE),
        "千米" => ("公里", Decimal::ONE),
        "米" => ("公里", Decimal::new(1, 3)),
        "公斤" | "千克" => ("吨", Decimal::new(1, 3)),
        "公顷" => ("亩", Decimal::from(15)),
        "平方千米" => ("平方公里", Decimal::ONE),
        other => (other, Decimal::ONE),
    };
    (same, many * of)
}
