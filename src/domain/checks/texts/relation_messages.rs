//! 数不对的说法: the code, the sentence and the way out for each kind of relation that the numbers of a text break.

use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::Code;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::{Measure, Subject};
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::multiples::is_multiple;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::facts::relations::products::OTHER_UNITS;
use crate::domain::values::rate::Rate;
use crate::domain::values::rounding::{fixed, grouped, half_away_from_zero, trimmed};

use super::numbers_of_texts::{Said, range};

impl Said<'_> {
    /// The code, the sentence and the way out.
    pub fn tell(&self, relation: &Relation, expected: Interval) -> Option<(Code, String, &'static str)> {
        let quote = excerpt(self.quote(relation), 36);
        const NUMBERS: &str = "按文中的数重算一遍，改写错的那个数；说的不是同一口径的，写清口径。";
        Some(match relation {
            Relation::Sum { total, .. } => {
                let total = self.number(*total)?;
                let message = format!(
                    "总数是 {}，各分项加起来是 {}：“{quote}”。",
                    with_unit(total.value, &total.kind),
                    with_unit(expected.middle(), &total.kind),
                );
                (Code::D6, message, "核对总数和各分项，使各项之和等于总数。")
            }
            Relation::Ratio { rate, part, whole } => {
                let fact = self.ledger.facts.get(*rate)?;
                let (part, whole) = (self.number(*part)?, self.number(*whole)?);
                let (code, name) = match fact.what {
                    Measure::Rate(name) if matches!(whole.kind, Kind::Money | Kind::Bare) => (Code::A2, name),
                    Measure::Rate(name) => (Code::D6, name),
                    Measure::Share => (Code::D6, "占比"),
                    _ => (Code::D6, "比率"),
                };
                let message = format!(
                    "这里{name}写的是 {}，按 {} ÷ {} 算是 {}：“{quote}”。",
                    percent(&fact.number, fact.number.value),
                    bare(part.value),
                    bare(whole.value),
                    percent(&fact.number, expected.middle()),
                );
                (code, message, NUMBERS)
            }
            Relation::Change { rate, now, before, .. }
                if self.number(*now)?.kind == Kind::Percent && !is_multiple(self.number(*rate)?) =>
            {
                let (rate, now, before) = (self.number(*rate)?, self.number(*now)?, self.number(*before)?);
                let message = format!(
                    "由 {}% 到 {}% 相差 {} 个百分点，这里写的是 {}：“{quote}”。",
                    trimmed(before.value, 2),
                    trimmed(now.value, 2),
                    trimmed((now.value - before.value).abs(), 2),
                    percent(rate, rate.value),
                );
                (Code::D6, message, "两个率相减的差写“个百分点”，不写“%”。")
            }
            Relation::Change { rate, now, before, .. } => {
                let (rate, now, before) = (self.number(*rate)?, self.number(*now)?, self.number(*before)?);
                let message = format!(
                    "增减率写的是 {}，由 {} 到 {} 的变化是 {}：“{quote}”。",
                    percent(rate, rate.value),
                    bare(before.value),
                    bare(now.value),
                    percent(rate, expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Together { rate, parts, whole } => {
                let rate = self.number(*rate)?;
                let sum = |all: &[Id]| all.iter().filter_map(|id| Some(self.number(*id)?.value)).sum();
                let (part, whole) = (sum(parts), sum(whole));
                let message = format!(
                    "这里比率写的是 {}，按 {} ÷ {} 算是 {}：“{quote}”。",
                    percent(rate, rate.value),
                    bare(part),
                    bare(whole),
                    percent(rate, expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Mean { mean, of } => {
                let mean = self.number(*mean)?;
                let message = format!(
                    "平均数写的是 {}，{} 个数的平均是 {}：“{quote}”。",
                    with_unit(mean.value, &mean.kind),
                    of.len(),
                    with_unit(half_away_from_zero(expected.middle(), mean.places.max(2)), &mean.kind),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Complement { rate, rest, whole } => {
                let (rate, rest, whole) = (self.number(*rate)?, self.number(*rest)?, self.number(*whole)?);
                let message = format!(
                    "这里比率写的是 {}，{} 里除去 {} 算是 {}：“{quote}”。",
                    percent(rate, rate.value),
                    bare(whole.value),
                    bare(rest.value),
                    percent(rate, expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Turn { from, to, down } => {
                let (from, to) = (self.number(*from)?, self.number(*to)?);
                let (said, is) = if *down {
                    ("减少", "增加")
                } else {
                    ("增加", "减少")
                };
                let message = format!(
                    "由 {} 到 {} 是{is}，这里写的是{said}：“{quote}”。",
                    bare(from.value),
                    bare(to.value),
                );
                (Code::D6, message, "核对两个数和增减的方向，改写错的那个。")
            }
            Relation::Within { said, of, .. } => {
                let said = self.text.get(self.ledger.facts.get(*said).and_then(range)?)?;
                let of = self.number(*of)?;
                let message = format!("“{said}”的说法和 {} 对不上：“{quote}”。", percent(of, of.value));
                (Code::D6, message, NUMBERS)
            }
            Relation::Portion { said, part, whole, .. } => {
                let said = self.text.get(self.ledger.facts.get(*said).and_then(range)?)?;
                let (part, whole) = (self.number(*part)?, self.number(*whole)?);
                let share = Rate::of(part.value, whole.value)?;
                let message = format!(
                    "“{said}”的说法和 {} ÷ {} = {}% 对不上：“{quote}”。",
                    bare(part.value),
                    bare(whole.value),
                    share.printed(),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Scored { score, weight, .. } => {
                let (score, weight) = (self.number(*score)?, self.number(*weight)?);
                let message = format!(
                    "得分写的是 {} 分，分值 {} 分，按文中的计分办法算是 {} 分：“{quote}”。",
                    trimmed(score.value, 2),
                    trimmed(weight.value, 2),
                    trimmed(expected.middle(), 2),
                );
                (
                    Code::B4,
                    message,
                    "按计分办法重算得分，改写错的那个数；合计也要一并改。",
                )
            }
            Relation::Deducted { off, .. } => {
                let off = self.number(*off)?;
                let message = format!(
                    "扣分写的是 {} 分，按文中的扣分办法算是 {} 分：“{quote}”。",
                    trimmed(off.value, 2),
                    trimmed(expected.middle(), 2),
                );
                (
                    Code::B4,
                    message,
                    "按扣分办法重算扣分，改写错的那个数；得分和合计也要一并改。",
                )
            }
            Relation::Growth { rate, by, .. } => {
                let (rate, by) = (self.number(*rate)?, self.number(*by)?);
                let message = format!(
                    "增减率写的是 {}，按增减的 {} 算是 {}：“{quote}”。",
                    percent(rate, rate.value),
                    bare(by.value),
                    percent(rate, expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Difference { of, more, less } => {
                let (of, more, less) = (self.number(*of)?, self.number(*more)?, self.number(*less)?);
                let message = format!(
                    "差额写的是 {}，按 {} − {} 算是 {}：“{quote}”。",
                    bare(of.value),
                    bare(more.value),
                    bare(less.value),
                    bare(expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Balance { end, start, .. } => {
                let (end, start) = (self.number(*end)?, self.number(*start)?);
                let message = format!(
                    "增减以后的数写的是 {}，由原来的 {} 加上增的、减去减的，算是 {}：“{quote}”。",
                    bare(end.value),
                    bare(start.value),
                    bare(expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Product { total, each, times } => {
                let place = self.ledger.facts.get(*each).and_then(range)?;
                let (total, each, times) = (self.number(*total)?, self.number(*each)?, self.number(*times)?);
                if is_of_another_unit(total.value, expected) {
                    let said = self.text.get(place).unwrap_or_default();
                    let message = format!(
                        "平均数写的是 {said}，按 {} ÷ {} 算，数字一样而单位不同：“{quote}”。",
                        with_unit(total.value, &total.kind),
                        bare(times.value),
                    );
                    return Some((Code::A8, message, "核对是元、万元还是亿元，改写错的单位。"));
                }
                let message = format!(
                    "合计写的是 {}，按 {} × {} 算是 {}：“{quote}”。",
                    bare(total.value),
                    bare(each.value),
                    bare(times.value),
                    bare(expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Repeated { total, each, .. } => {
                let (total, each) = (self.number(*total)?, self.number(*each)?);
                let message = format!(
                    "合计写的是 {}，每期 {}，各期加起来是 {}：“{quote}”。",
                    bare(total.value),
                    bare(each.value),
                    bare(expected.middle()),
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Beyond { more, less, said } => {
                let is_more = said == more;
                let (own, other) = if is_more { (more, less) } else { (less, more) };
                let (own, other) = (self.number(*own)?, self.number(*other)?);
                let message = format!(
                    "这里把 {} 写得比 {} {}，同数字相反：“{quote}”。",
                    with_unit(own.value, &own.kind),
                    with_unit(other.value, &other.kind),
                    if is_more { "高" } else { "低" },
                );
                (Code::D6, message, NUMBERS)
            }
            Relation::Bound { less, more } => {
                let (fact, limit) = (self.ledger.facts.get(*less)?, self.number(*more)?);
                let name = match &fact.of {
                    Subject::Named(name) => name.as_str(),
                    Subject::Office => "",
                };
                let (said, limit) = (bare(fact.number.value), bare(limit.value));
                match fact.what {
                    Measure::Score | Measure::Plain if fact.number.kind == Kind::Points => (
                        Code::B3,
                        match self.is_in_table(fact) {
                            true => format!("文中的表里“{name}”得 {said} 分，超过了它的分值 {limit} 分。"),
                            false => format!("这里得 {said} 分，超过了分值 {limit} 分：“{quote}”。"),
                        },
                        "核对得分和分值，改写错的那个数。",
                    ),
                    _ if !self.is_in_table(fact)
                        || matches!(fact.what, Measure::Actual | Measure::Plain | Measure::Target) =>
                    {
                        (
                            Code::D6,
                            format!("部分比全体还多，{said} 大于 {limit}：“{quote}”。"),
                            NUMBERS,
                        )
                    }
                    _ => (
                        Code::A3,
                        format!("文中的表里“{name}”支出 {said}，超过了预算 {limit}。"),
                        "核对两个数，有没有填反；确实超过的，先补办预算调整。",
                    ),
                }
            }
            Relation::Same(one, other) => {
                let place = |id: Id| self.ledger.facts.get(id).and_then(range);
                let (one, other) = (self.text.get(place(*one)?)?, self.text.get(place(*other)?)?);
                let message = format!("同一个数写了两遍，“{other}”和“{one}”不相等：“{quote}”。");
                (Code::A8, message, "核对是元、万元还是亿元，改写错的单位或数。")
            }
            Relation::Whole { parts } if self.number(*parts.first()?)?.kind == Kind::Points => {
                let score = self.number(*parts.first()?)?;
                let off = parts
                    .iter()
                    .skip(1)
                    .filter_map(|part| Some(self.number(*part)?.value))
                    .sum();
                let message = format!(
                    "得分 {} 分，合计扣 {} 分，加起来不是 100 分：“{quote}”。",
                    trimmed(score.value, 2),
                    trimmed(off, 2),
                );
                (Code::B5, message, "核对总分和各项扣分，使两者之和等于满分。")
            }
            Relation::Whole { parts } => {
                let sum = parts.iter().filter_map(|part| Some(self.number(*part)?.value)).sum();
                let message = format!("各项占比加起来是 {}%，不是 100%：“{quote}”。", trimmed(sum, 2));
                (Code::D6, message, "核对各项占比，使各项之和是 100%。")
            }
            Relation::Count { .. } => return None,
        })
    }
}

/// Whether a number is what is expected but for a unit: 10,000 times as much or as little, or that squared.
fn is_of_another_unit(value: rust_decimal::Decimal, expected: Interval) -> bool {
    OTHER_UNITS.iter().any(|(many, places)| {
        let factor = rust_decimal::Decimal::new(*many, *places);
        value.checked_mul(factor).is_some_and(|value| expected.holds(value))
    })
}

/// A number as sentences say it, with its unit.
fn with_unit(value: rust_decimal::Decimal, kind: &Kind) -> String {
    match kind {
        Kind::Money => format!("{} 万元", trimmed(value, 6)),
        Kind::Percent => format!("{}%", trimmed(value, 2)),
        Kind::PercentPoints => format!("{} 个百分点", trimmed(value, 2)),
        Kind::Points => format!("{} 分", trimmed(value, 2)),
        Kind::Count(unit) => format!("{} {unit}", trimmed(value, 6)),
        Kind::Bare => trimmed(value, 6),
    }
}

fn bare(value: rust_decimal::Decimal) -> String {
    grouped(&trimmed(value, 4))
}

/// A rate to as many places as the text has, but not fewer than two where it is another number.
fn percent(like: &Printed, value: rust_decimal::Decimal) -> String {
    if is_multiple(like) {
        return format!("{} 倍", trimmed(value / like.scale, 2));
    }
    let places = like.places.max(2);
    let plain = if value == like.value {
        trimmed(value, places)
    } else {
        fixed(value, places)
    };
    format!("{plain}%")
}
