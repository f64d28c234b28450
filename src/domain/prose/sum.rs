//! Reads sums in prose: 160户（低保146户，低边8户，特困6户）, 共120万元，其中甲50万元、乙70万元.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::values::input::Value;
use crate::domain::values::quantity::Quantity;

use super::bound::is_exact;
use super::brackets::{clip, enclosed, pieces, trimmed};
use super::found::{Found, What};
use super::quantity::quantities;
use super::words::WordList;

/// A total and the parts that the text names right after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BracketSum {
    /// From the total to the end of the last part.
    pub range: Range<usize>,
    /// The total.
    pub total: Quantity,
    /// The unit of total and parts; 万元 for money, in whatever unit it is written.
    pub unit: String,
    /// The parts, at least two.
    pub parts: Vec<Part>,
    /// Whether the text says that these are all parts: in brackets, without 其中, 含 or 等.
    pub exhaustive: bool,
    /// How far rounding may carry the sum of the parts from the total: half a unit of the last place of each
    /// number that is written with decimals.
    pub tolerance: Decimal,
}

/// One part of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Name and value in the text.
    pub range: Range<usize>,
    /// What it is called.
    pub name: String,
    /// Its value, in the unit of the sum.
    pub value: Quantity,
}

impl BracketSum {
    /// What the parts make together.
    pub fn sum(&self) -> Decimal {
        self.parts.iter().map(|part| part.value.decimal()).sum()
    }

    /// Whether the parts make the total, to the last place.
    pub fn adds_up(&self) -> bool {
        self.sum() == self.total.decimal()
    }

    /// Whether the parts cannot be parts of this total: they exceed it, or all of them fall short.
    pub fn is_wrong(&self) -> bool {
        let (sum, total) = (self.sum(), self.total.decimal());
        sum > total + self.tolerance || self.exhaustive && sum + self.tolerance < total
    }
}

/// Words that say more parts may follow.
const OPEN: WordList = WordList::of(&["其中", "含", "等", "如", "主要", "包括但不限于"]);

/// Words in a part that make it something else: a change, a share, a total of its own, another fact.
const OTHERWISE: WordList = WordList::of(&[
    "较",
    "同比",
    "环比",
    "比上",
    "比去",
    "同期",
    "增加",
    "增长",
    "新增",
    "减少",
    "下降",
    "占",
    "平均",
    "每",
    "人均",
    "户均",
    "累计",
    "合计",
    "共计",
    "总共",
    "完成",
    "开展",
    "发放",
    "走访",
    "超过",
    "去年",
    "上年",
    "不足",
    "另有",
    // How far the things of the total have come, which is no kind of them: 收回、办结、完工.
    "收回",
    "回收",
    "办结",
    "审结",
    "结案",
    "完工",
    "竣工",
    "整改",
    "验收",
    "达标",
    "提起",
    "报废",
    "执行数",
]);

/// Words before a total that make it a balance of what came and went: 减少2人（退休5人、调入3人）.
const BALANCE: [&str; 5] = ["净增", "净减", "增加", "减少", "净流"];

/// Groups that overlap with others, so that they need not add up: 党员80人、女性90人.
const OVERLAPPING: WordList = WordList::of(&[
    "女",
    "党员",
    "少数民族",
    "学历",
    "本科",
    "研究生",
    "岁",
    "职称",
    "残疾",
    "老年",
]);

/// So many characters at most stand between a total and its parts, and in a part's name.
const REACH: usize = 14;

/// The parts of a sum have no more bytes together.
const LONGEST: usize = 1_200;

/// All sums of a text whose parts have the total's unit, in their order.
pub fn bracket_sums(text: &str) -> Vec<BracketSum> {
    sums_among(text, &quantities(text))
}

/// The same, where the quantities of the text have been read already.
pub fn sums_among(text: &str, found: &[Found]) -> Vec<BracketSum> {
    // A total and two parts.
    if found.len() < 3 {
        return Vec::new();
    }
    let inside = enclosed(text);
    let mut sums: Vec<BracketSum> = Vec::new();
    for (index, total) in found.iter().enumerate() {
        if sums.last().is_some_and(|last| total.range.start < last.range.end) {
            continue;
        }
        let within = found.get(index + 1..).unwrap_or_default();
        // 3个社区12个小区（…）: the bracket belongs to what stands next to it.
        let is_next = |list: &Range<usize>| within.first().is_some_and(|next| next.range.start >= list.start);
        let read = in_brackets(text, total.range.end, &inside).or_else(|| after_comma(text, total.range.end));
        let Some((list, exhaustive, stops)) = read.filter(|(list, ..)| is_next(list)) else {
            continue;
        };
        let Some((value, unit)) = counted(total).filter(|_| is_exact(text, &total.range)) else {
            continue;
        };
        let Some(parts) = parts(text, list, within, &unit, stops) else {
            continue;
        };
        let parts = up_to(value.decimal(), parts);
        if overlap(value.decimal(), &parts) {
            continue;
        }
        let before = text[..total.range.start].trim_end();
        if BALANCE.iter().any(|word| before.ends_with(word)) {
            continue;
        }
        let overlaps = |part: &Part| OVERLAPPING.any_in(&part.name);
        if parts.len() > 1 && !parts.iter().any(overlaps) {
            // 国家级2家、省级11家: the best of them, not all. Money comes from all levels.
            let of_rank = unit != "万元" && parts.iter().any(|part| part.name.ends_with('级'));
            let places = parts.iter().map(|part| half_a_place(&text[part.range.clone()]));
            sums.push(BracketSum {
                range: total.range.start..parts.last().map_or(total.range.end, |part| part.range.end),
                tolerance: places.sum::<Decimal>() + half_a_place(&text[total.range.clone()]),
                total: value,
                unit,
                parts,
                exhaustive: exhaustive && !of_rank,
            });
        }
    }
    sums
}

/// The parts up to where they make the total: what follows a full list is something else.
fn up_to(total: Decimal, mut parts: Vec<Part>) -> Vec<Part> {
    let (mut sum, mut full) = (Decimal::ZERO, 0);
    for (place, part) in parts.iter().enumerate() {
        sum += part.value.decimal();
        if sum == total {
            full = place;
        }
    }
    if full > 0 {
        parts.truncate(full + 1);
    }
    parts
}

/// Whether the parts cannot be kinds of the total, but are all of it, or most of it, twice over: 收回438份、有效430份.
fn overlap(total: Decimal, parts: &[Part]) -> bool {
    let values = || parts.iter().map(|part| part.value.decimal());
    let most = total * Decimal::TWO / Decimal::from(3);
    let is_all = values().any(|value| value == total) && values().sum::<Decimal>() > total;
    // 行政编制38人，在职36人: posts, and those who have them.
    let is_named = |words: &[&str]| {
        parts
            .iter()
            .any(|part| words.iter().any(|word| part.name.contains(word)))
    };
    let is_of_posts = is_named(&["编制"]) && is_named(&["在职", "实有", "在编"]);
    is_of_posts || is_all || values().filter(|value| *value > most && *value <= total).count() > 1
}

/// Half a unit of the last place of a number, in the unit of the sum; nothing where it has no decimals.
fn half_a_place(said: &str) -> Decimal {
    let Some((_, after)) = said.split_once(['.', '．']) else {
        return Decimal::ZERO;
    };
    let places = after.chars().take_while(char::is_ascii_digit).count();
    let unit = after.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let scale = if unit.starts_with("亿元") {
        Decimal::from(10_000)
    } else if unit.starts_with('元') {
        Decimal::new(1, 4)
    } else {
        Decimal::ONE
    };
    Decimal::new(5, u32::try_from(places.min(12)).unwrap_or_default() + 1) * scale
}

/// The value and unit of what can be summed; money in 万元.
fn counted(found: &Found) -> Option<(Quantity, String)> {
    match &found.what {
        What::Count(value, unit) => Some((*value, unit.clone())),
        What::Money(amount) => Some((Quantity::read(&amount.written()).ok()?, "万元".to_owned())),
        What::Percent(_) | What::Date(_) => None,
    }
}

/// The list in the bracket after a total, whether it is full, and whether it may stop early.
fn in_brackets(text: &str, end: usize, inside: &[Range<usize>]) -> Option<(Range<usize>, bool, bool)> {
    let bracket = inside.get(inside.partition_point(|range| range.start < end))?;
    let gap = &text[end..bracket.start];
    let is_near = gap.chars().count() <= REACH && !gap.contains(|c: char| !c.is_alphanumeric() && c != ' ');
    let within = text[bracket.clone()]
        .strip_prefix(['（', '('])?
        .strip_suffix(['）', ')'])?;
    let start = bracket.start + text[bracket.clone()].len() - within.len() - bracket_end(text, bracket);
    let exhaustive = !OPEN.any_in(within);
    (is_near && within.len() <= LONGEST).then_some((start..start + within.len(), exhaustive, false))
}

/// How many bytes the closing bracket has.
fn bracket_end(text: &str, bracket: &Range<usize>) -> usize {
    text[bracket.clone()].chars().next_back().map_or(0, char::len_utf8)
}

/// The list after "，其中", up to the end of the sentence.
fn after_comma(text: &str, end: usize) -> Option<(Range<usize>, bool, bool)> {
    let rest = &text[end..];
    let comma = rest
        .char_indices()
        .take(REACH)
        .find(|(_, c)| matches!(c, '，' | ',' | '。' | '；' | ';' | '（' | '('));
    let (at, _) = comma.filter(|(_, c)| matches!(c, '，' | ','))?;
    let list = rest[at..]
        .trim_start_matches(['，', ','])
        .trim_start()
        .strip_prefix("其中")?;
    let start = text.len() - list.len();
    let list = clip(list, LONGEST);
    let sentence = list.find(['。', '；', ';', '\n']).unwrap_or(list.len());
    Some((start..start + sentence, false, true))
}

/// The parts of a list; none where one of them is something else. A list that stops early keeps those before.
fn parts(text: &str, list: Range<usize>, found: &[Found], unit: &str, stops: bool) -> Option<Vec<Part>> {
    let said = &text[list.clone()];
    let numbers: Vec<&Found> = found
        .iter()
        .skip_while(|number| number.range.start < list.start)
        .take_while(|number| number.range.end <= list.end)
        .collect();
    let in_number = |place: usize| numbers.iter().any(|number| number.range.contains(&place));
    let separates = |before: &str, after: &str| {
        after.starts_with(['，', ',', '、', '；', ';']) && !in_number(list.end - after.len()) && !before.is_empty()
    };
    let mut parts: Vec<Part> = Vec::new();
    let mut within_clause = false;
    for piece in pieces(said, separates) {
        let range = trimmed(text, list.start + piece.start..list.start + piece.end);
        // 甲20亩、乙15亩、其中林地5亩: of the last part, no part beside it.
        let is_of_part = !parts.is_empty() && text[range.clone()].starts_with("其中");
        // 其中甲36人、乙23人，退休41人: the comma ends what 、 held together.
        let separator = said[..piece.start].chars().next_back();
        let is_next_clause = stops && within_clause && separator.is_some_and(|c| c != '、');
        if is_of_part || is_next_clause {
            break;
        }
        within_clause |= separator == Some('、');
        match part(text, range, &numbers, unit) {
            Some(part) => parts.push(part),
            None if stops => break,
            None => return None,
        }
    }
    Some(parts)
}

/// A name with one quantity before or after it.
fn part(text: &str, range: Range<usize>, numbers: &[&Found], unit: &str) -> Option<Part> {
    let mut own = numbers
        .iter()
        .filter(|number| range.start <= number.range.start && number.range.end <= range.end);
    let (number, None) = (own.next()?, own.next()) else {
        return None;
    };
    let (value, own_unit) = counted(number)?;
    let before = text[range.start..number.range.start].trim();
    let after = text[number.range.end..range.end].trim().trim_end_matches('等');
    let name = match (before.is_empty(), after.is_empty()) {
        (false, true) => before,
        (true, false) => after,
        _ => return None,
    };
    let name = name
        .trim_start_matches("其中")
        .trim_start_matches("包括")
        .trim_matches(['：', ':', ' ', '为', '含']);
    let is_name = !name.is_empty()
        && name.chars().count() <= REACH
        && !OTHERWISE.any_in(name)
        && !name.contains(|c: char| c.is_ascii_digit());
    (own_unit == unit && is_name && is_exact(text, &number.range)).then(|| Part {
        range,
        name: name.to_owned(),
        value,
    })
}
