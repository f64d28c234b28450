//! Reads the quantities that stand in Chinese prose: money, percents, counts with their units, dates.
//!
//! What can be read in two ways is not read: ranges ("3—5个"), ordinals ("第6"), document numbers
//! ("2号"), numbers without a unit, numerals written as words ("三个").

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::calendar::Date;
use super::indicator::Comparator;
use super::input::Value;
use super::quantity::Quantity;
use super::rate::Rate;
use super::reading::half_width;

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
    /// 百分数.
    Percent(Rate),
    /// 数量 and its unit: 个, 场次, 户.
    Count(Quantity, String),
    /// 日期.
    Date(Date),
}

/// Units of money in prose, longest first. A bare 万 or 亿 counts anything.
const MONEY: [&str; 4] = ["亿元", "万元", "千元", "元"];

/// Units of counts, longest first where one begins another.
const UNITS: [&str; 62] = [
    "平方公里",
    "平方千米",
    "平方米",
    "公里",
    "千米",
    "立方米",
    "公顷",
    "万人次",
    "万人",
    "人次",
    "场次",
    "批次",
    "次数",
    "班次",
    "车次",
    "个工作日",
    "工作日",
    "小时",
    "分钟",
    "个月",
    "万元次",
    "个",
    "场",
    "次",
    "项",
    "户",
    "人",
    "名",
    "家",
    "件",
    "宗",
    "条",
    "座",
    "处",
    "份",
    "期",
    "篇",
    "批",
    "套",
    "台",
    "辆",
    "棵",
    "株",
    "亩",
    "吨",
    "米",
    "起",
    "位",
    "间",
    "所",
    "支",
    "村",
    "社区",
    "课时",
    "例",
    "本",
    "册",
    "只",
    "天",
    "类",
    "部",
    "组",
];

/// Longer than this no figure is written.
const LONGEST: usize = 40;

/// All quantities of a text, in their order.
pub fn quantities(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(start) = next_digit(text, place) {
        let end = number_end(text, start);
        place = end;
        let before = text[..start].trim_end_matches(' ').chars().next_back();
        if before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '第' | '#' | '＃')) {
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
        if is_joint(before) && text[..start].chars().rev().nth(1).is_some_and(ends_a_number) {
            continue;
        }
        let unit = end + spaces(&text[end..]);
        let rest = &text[unit..];
        if rest.chars().next().is_some_and(|c| is_joint(Some(c))) && rest.chars().nth(1).is_some_and(is_digit) {
            continue;
        }
        let digits = half_width(&text[start..end]);
        if let Some((what, length)) = read(&digits, rest) {
            place = unit + length;
            found.push(Found {
                range: start..place,
                what,
            });
        }
    }
    found
}

/// What a number is by the unit after it, and how many bytes the unit has.
fn read(digits: &str, rest: &str) -> Option<(What, usize)> {
    if let Some(unit) = MONEY.iter().find(|unit| rest.starts_with(**unit)) {
        let amount = Amount::read(&format!("{digits}{unit}")).ok()?;
        return Some((What::Money(amount), unit.len()));
    }
    if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '%' | '％')) {
        // "3%-5%" is a range.
        let after = rest[sign.len_utf8()..].chars().next();
        let rate = Rate::read(&format!("{digits}%")).ok()?;
        return (!is_joint(after)).then_some((What::Percent(rate), sign.len_utf8()));
    }
    let unit = UNITS.iter().find(|unit| rest.starts_with(**unit))?;
    let quantity = Quantity::read(digits).ok()?;
    Some((What::Count(quantity, (*unit).to_owned()), unit.len()))
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

/// A quantity that something must reach, keep below, or be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Where it stands, with the words before it that bind it.
    pub range: Range<usize>,
    /// How.
    pub comparator: Comparator,
    /// The number.
    pub value: Quantity,
    /// The unit; "%" for percents.
    pub unit: String,
}

const AT_LEAST: [&str; 15] = [
    "不少于",
    "不低于",
    "不小于",
    "大于等于",
    "大于或等于",
    "至少",
    "达到",
    "达",
    "超过",
    "≥",
    "≧",
    ">=",
    ">",
    "＞",
    "＞＝",
];
const AT_MOST: [&str; 13] = [
    "不超过",
    "不超出",
    "不多于",
    "不高于",
    "不大于",
    "小于等于",
    "小于或等于",
    "控制在",
    "≤",
    "≦",
    "<=",
    "<",
    "＜",
];
const ABOVE: [&str; 3] = ["及以上", "（含）以上", "以上"];
const BELOW: [&str; 5] = ["及以下", "（含）以下", "以下", "以内", "之内"];
const EXACTLY: [&str; 5] = ["等于", "=", "＝", "═", "﹦"];

/// The quantities of a target, with how they bind: "不少于3个", "95%以上", "≤10天", a bare "100%".
/// Money among them makes nothing: it is no quantity that an indicator counts.
pub fn bounds(text: &str) -> Vec<Bound> {
    let mut bounds = Vec::new();
    for found in quantities(text) {
        let (value, unit) = match &found.what {
            What::Count(value, unit) => (*value, unit.clone()),
            What::Percent(rate) => match Quantity::read(&rate.percent().normalize().to_string()) {
                Ok(value) => (value, "%".to_owned()),
                Err(_) => continue,
            },
            What::Money(_) | What::Date(_) => continue,
        };
        let before = text[..found.range.start].trim_end();
        let after = text[found.range.end..].trim_start();
        let ends = |words: &[&'static str]| {
            let words = words.iter().filter(|word| before.ends_with(**word));
            words.map(|word| word.len()).max()
        };
        let starts = |words: &[&'static str]| words.iter().any(|word| after.starts_with(word));
        let (comparator, word) = match (ends(&AT_MOST), ends(&AT_LEAST), ends(&EXACTLY)) {
            _ if starts(&ABOVE) => (Comparator::AtLeast, None),
            (word, ..) if starts(&BELOW) => (Comparator::AtMost, word),
            // "小于等于" ends with "等于": the longest word counts.
            (Some(most), ..) => (Comparator::AtMost, Some(most)),
            (_, Some(least), _) => (Comparator::AtLeast, Some(least)),
            (.., word) => (Comparator::Exactly, word),
        };
        bounds.push(Bound {
            range: word.map_or(found.range.start, |length| before.len() - length)..found.range.end,
            comparator,
            value,
            unit,
        });
    }
    bounds
}

/// Whether a text is nothing but one plain number, and which.
pub fn plain_number(text: &str) -> Option<Decimal> {
    let plain = half_width(text);
    (plain.len() <= LONGEST && plain.bytes().next().is_some_and(|b| b.is_ascii_digit()))
        .then(|| Quantity::read(&plain).ok())
        .flatten()
        .map(Quantity::decimal)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn ends_a_number(c: char) -> bool {
    is_digit(c) || matches!(c, '%' | '％')
}

/// A mark between two ends of a range, or between the parts of a name such as "4+5+1".
fn is_joint(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        matches!(
            c,
            '-' | '－' | '—' | '–' | '~' | '～' | '至' | '到' | '/' | '+' | '＋' | '.' | '．' | ',' | ':' | '：'
        )
    })
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?
        .char_indices()
        .find(|(_, c)| is_digit(*c))
        .map(|(place, _)| from + place)
}

/// The end of a number that begins here: digits, a point between digits, commas before three digits.
fn number_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((place, c)) = chars.next() {
        if is_digit(c) {
            end = start + place + c.len_utf8();
            continue;
        }
        let digits_after = chars.clone().take_while(|(_, c)| is_digit(*c)).take(4).count();
        let is_within = match c {
            '.' | '．' => digits_after > 0,
            ',' => digits_after > 0,
            // In prose the wide comma also stands between clauses.
            '，' => digits_after == 3,
            _ => false,
        };
        if !is_within {
            break;
        }
    }
    end
}

fn spaces(text: &str) -> usize {
    let trimmed = text.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    text.len() - trimmed.len()
}
