//! Reads the quantities that stand in Chinese prose: money, percents, counts with their units, dates.
//!
//! What can be read in two ways is not read: ranges ("3—5个"), ordinals ("第6"), document numbers
//! ("2号"), numbers without a unit, and words that count nothing for certain ("一个中心", "三公经费").

use std::ops::Range;

use super::number::{Number, follows_joint, is_joint, is_named, leads_joint, next_number, number_end, spaces};
use super::unit;
use crate::domain::amount::Amount;
use crate::domain::calendar::Date;
use crate::domain::input::Value;
use crate::domain::quantity::Quantity;
use crate::domain::rate::Rate;
use crate::domain::reading::half_width;

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

/// All quantities of a text, in their order.
pub fn quantities(text: &str) -> Vec<Found> {
    read(text, Words::Sure)
}

/// All quantities of a text, in their order.
pub(super) fn read(text: &str, words: Words) -> Vec<Found> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(number) = next_number(text, place) {
        let Range { start, end } = number.range;
        place = end;
        if is_named(&text[..start], number.in_words) {
            continue;
        }
        if let Some((date, to)) = date(text, start, end) {
            place = to;
            found.extend(date.map(|date| Found {
                range: start..to,
                what: What::Date(date),
            }));
            continue;
        }
        let head = text[..start].strip_suffix("百分之");
        let before = head.unwrap_or(&text[..start]);
        if follows_joint(before) || before.ends_with("分之") {
            continue;
        }
        let unit = end + spaces(&text[end..]);
        let rest = &text[unit..];
        if leads_joint(rest) {
            continue;
        }
        let what = match head {
            Some(_) => percent_of_hundred(&number, &text[end..]).map(|(what, length)| (what, end + length)),
            None => measured(&number, before, rest, words).map(|(what, length)| (what, unit + length)),
        };
        if let Some((what, to)) = what {
            place = to;
            found.push(Found {
                range: before.len()..to,
                what,
            });
        }
    }
    found
}

/// What a number is by the unit after it, and how many bytes the unit has.
fn measured(number: &Number, before: &str, rest: &str, words: Words) -> Option<(What, usize)> {
    let digits = &number.digits;
    if number.in_words {
        if let Some(share) = share_in_words(digits, before, rest) {
            return Some(share);
        }
        if words == Words::Sure && !counts_for_certain(digits, before, rest) {
            return None;
        }
    }
    if let Some(unit) = unit::money(rest) {
        let amount = Amount::read(&format!("{digits}{unit}")).ok()?;
        return Some((What::Money(amount), unit.len()));
    }
    if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '%' | '％')) {
        // "3%-5%" is a range.
        let rate = Rate::read(&format!("{digits}%")).ok()?;
        return (!leads_joint(&rest[sign.len_utf8()..])).then_some((What::Percent(rate), sign.len_utf8()));
    }
    let unit = unit::unit(rest)?;
    let quantity = Quantity::read(digits).ok()?;
    Some((What::Count(quantity, unit.to_owned()), unit.len()))
}

/// The number after 百分之, with a point and more digits where there are any.
fn percent_of_hundred(number: &Number, after: &str) -> Option<(What, usize)> {
    let mut digits = number.digits.clone();
    let mut length = 0;
    if let Some(point) = after.strip_prefix('点').filter(|_| number.in_words) {
        let places: String = point
            .chars()
            .map_while(super::number::digit_of_word)
            .map(|d| d.to_string())
            .collect();
        if !places.is_empty() {
            length = '点'.len_utf8() * (1 + places.len());
            digits = format!("{digits}.{places}");
        }
    }
    let next = after[length..].chars().next();
    // 百分之十几, 百分之五十多; 百分之三至百分之五.
    if next.is_some_and(|c| matches!(c, '几' | '多' | '余' | '来') || is_joint(c)) {
        return None;
    }
    Some((What::Percent(Rate::read(&digits).ok()?), length))
}

/// 一半, 三成, 九成五: shares in words, and how many bytes stand after the number.
fn share_in_words(digits: &str, before: &str, rest: &str) -> Option<(What, usize)> {
    let tens = digits.parse::<u8>().ok().filter(|tens| *tens < 10)?;
    let percent = |percent: u8| Some(What::Percent(Rate::from_percent(percent.into())));
    if let Some(after) = rest.strip_prefix('半') {
        let is_half = tens == 1
            && !before.ends_with(['前', '后', '上', '下', '每', '年', '月'])
            && !after.starts_with(['年', '天', '月', '个']);
        return is_half.then(|| percent(50)).flatten().zip(Some('半'.len_utf8()));
    }
    let after = rest.strip_prefix('成')?;
    let five = after.starts_with('五');
    let after = after.strip_prefix('五').unwrap_or(after);
    let bound = ["以上", "以下", "以内", "左右"]
        .iter()
        .any(|word| after.starts_with(word));
    // 一成 is also the end of 统一成, the start of 一成不变.
    let ends = tens > 1 && !after.starts_with(|c: char| c.is_alphabetic() && c != '的');
    let length = '成'.len_utf8() * (1 + usize::from(five));
    (bound || ends)
        .then(|| percent(tens * 10 + 5 * u8::from(five)))
        .flatten()
        .zip(Some(length))
}

/// Words right before a number that say something is reached or counted.
const COUNTING: [&str; 43] = [
    "完成",
    "开展",
    "举办",
    "组织",
    "新增",
    "建成",
    "建设",
    "达到",
    "共",
    "计",
    "为",
    "有",
    "召开",
    "举行",
    "新建",
    "改造",
    "设立",
    "打造",
    "创建",
    "成立",
    "购置",
    "配备",
    "培训",
    "发放",
    "印发",
    "整治",
    "种植",
    "不少于",
    "不低于",
    "不小于",
    "不超过",
    "不多于",
    "不高于",
    "不大于",
    "至少",
    "至多",
    "最多",
    "超过",
    "≥",
    "≤",
    "设置",
    "排查",
    "化解",
];

/// Of these a lone 一 may be counted too; 开展一次 and 有一个 say nothing of how many.
const BINDING: [&str; 12] = [
    "完成",
    "不少于",
    "不低于",
    "不小于",
    "不超过",
    "不多于",
    "不高于",
    "不大于",
    "至少",
    "最多",
    "≥",
    "≤",
];

/// Units that a small number in words numbers rather than counts: 三期工程, 一类, 二组.
const NUMBERING: [&str; 9] = ["期", "类", "大类", "批", "组", "部", "村", "社区", "方面"];

/// Names that begin with a number: 四个意识, 两项补贴.
const NAMES: [&str; 16] = [
    "意识", "自信", "维护", "确立", "全面", "中心", "代表", "务必", "必须", "坚持", "文明", "补贴", "清单", "服从",
    "能力", "作用",
];

/// Whether a number in words with this after it says how many.
fn counts_for_certain(digits: &str, before: &str, rest: &str) -> bool {
    let after_unit = |unit: &str| rest[unit.len()..].trim_start();
    let unit = unit::money(rest).or_else(|| unit::unit(rest));
    let Some(unit) = unit else { return false };
    let after = after_unit(unit);
    // 一户一策; “四个意识”.
    if after.starts_with('一') || NAMES.iter().any(|name| after.starts_with(name)) {
        return false;
    }
    if digits.len() > 1 || rest.starts_with(['万', '亿']) {
        return true;
    }
    let before = before.trim_end();
    let before = before.strip_suffix(['了', '出']).unwrap_or(before);
    let stands = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    // Before a unit 二 numbers and 两 counts, but both are the digit 2.
    match unit {
        "元" => false,
        unit if NUMBERING.contains(&unit) => false,
        _ if digits == "1" => stands(&BINDING),
        _ => stands(&COUNTING),
    }
}

/// A whole date from its year on: the date, none where there is no such day, and its end.
fn date(text: &str, start: usize, end: usize) -> Option<(Option<Date>, usize)> {
    let mut parts = [0_u16; 3];
    let mut place = start;
    let mut number = start..end;
    for (part, mark) in parts.iter_mut().zip(["年", "月", "日"]) {
        *part = half_width(&text[number.clone()]).parse().ok()?;
        place = number.end + spaces(&text[number.end..]);
        place += text[place..].starts_with(mark).then_some(mark.len())?;
        let next = place + spaces(&text[place..]);
        number = next..number_end(text, next);
    }
    let [year, month, day] = parts;
    let read = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    (year >= 1900).then_some((read, place))
}
