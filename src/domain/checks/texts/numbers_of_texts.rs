//! A2 and D6 of one text: sums, rates, changes and differences that its own numbers do not make.

use std::ops::Range;

use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::facts::judging::cause::Cause;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::fact::{Fact, Measure, Place, Subject};
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::multiples::is_multiple;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::facts::relations::products::OTHER_UNITS;
use crate::domain::values::rounding::{fixed, grouped, trimmed};

/// What is wrong among the numbers of a text, and where those numbers stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The finding.
    pub finding: Finding,
    /// The numbers of all relations that it explains. Where one of them is wrong for another reason that is told
    /// already, this is no cause of its own.
    pub places: Vec<Range<usize>>,
}

/// A2 and D6 of one text, one for each cause.
pub fn told(field: Field, text: &str, ledger: &Ledger) -> Vec<Told> {
    let said = Said { text, ledger };
    let tell = |cause: Cause| {
        let relation = cause.relations.first().and_then(|place| ledger.relations.get(*place))?;
        let Verdict::Broken { expected } = ledger.judge(relation) else {
            return None;
        };
        let (code, message, hint) = said.tell(relation, expected)?;
        let hint = match said.suspect(relation, &cause) {
            Some(suspect) => format!("{hint}其余的数互相对得上，多半是“{suspect}”写错了。"),
            None => hint.to_owned(),
        };
        let of = cause.relations.iter().filter_map(|place| ledger.relations.get(*place));
        let facts = of.flat_map(Relation::facts).filter_map(|id| ledger.facts.get(id));
        let blamed = cause.blamed.iter().filter_map(|id| range(ledger.facts.get(*id)?));
        Some(Told {
            finding: Finding::new(code, field, message, hint).about(blamed.map(|place| (field, place))),
            places: facts.filter_map(range).collect(),
        })
    };
    ledger.causes().into_iter().filter_map(tell).collect()
}

/// A text and its numbers.
struct Said<'a> {
    text: &'a str,
    ledger: &'a Ledger,
}

impl Said<'_> {
    /// The code, the sentence and the way out.
    fn tell(&self, relation: &Relation, expected: Interval) -> Option<(Code, String, &'static str)> {
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
                let (rate, whole) = (self.number(*rate)?, self.number(*whole)?);
                let part = parts.iter().filter_map(|part| Some(self.number(*part)?.value)).sum();
                let message = format!(
                    "这里比率写的是 {}，按 {} ÷ {} 算是 {}：“{quote}”。",
                    percent(rate, rate.value),
                    bare(part),
                    bare(whole.value),
                    percent(rate, expected.middle()),
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

    fn is_in_table(&self, fact: &Fact) -> bool {
        let place = range(fact);
        let mut tables = self.ledger.tables.iter();
        tables.any(|table| place.as_ref().is_some_and(|place| table.range.contains(&place.start)))
    }

    fn number(&self, id: Id) -> Option<&Printed> {
        self.ledger.number(id)
    }

    /// The text from the first to the last number of a relation, with the words that lead to the first, and with the
    /// bracket that closes behind it.
    fn quote(&self, relation: &Relation) -> &str {
        let places = relation
            .facts()
            .into_iter()
            .filter_map(|id| self.ledger.facts.get(id))
            .filter_map(range);
        let (mut start, mut end) = (self.text.len(), 0);
        for place in places {
            (start, end) = (start.min(place.start), end.max(place.end));
        }
        let after = self.text.get(end..).unwrap_or_default();
        let closing = after.chars().next().filter(|c| matches!(c, '）' | ')'));
        let end = end + closing.map_or(0, char::len_utf8);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The number that alone is to blame, where it is not the one that the sentence holds against the others.
    fn suspect(&self, relation: &Relation, cause: &Cause) -> Option<&str> {
        let [blamed] = cause.blamed.as_slice() else { return None };
        let is_told = relation.facts().first() == Some(blamed);
        let place = self.ledger.facts.get(*blamed).and_then(range).filter(|_| !is_told)?;
        self.text.get(place)
    }
}

/// Whether a number is what is expected but for a unit: 10,000 times as much or as little, or that squared.
fn is_of_another_unit(value: rust_decimal::Decimal, expected: Interval) -> bool {
    OTHER_UNITS.iter().any(|(many, places)| {
        let factor = rust_decimal::Decimal::new(*many, *places);
        value.checked_mul(factor).is_some_and(|value| expected.holds(value))
    })
}

fn range(fact: &Fact) -> Option<Range<usize>> {
    match &fact.at {
        Place::Text(_, range) => Some(range.clone()),
        Place::Typed(_) | Place::Cell(..) => None,
    }
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
