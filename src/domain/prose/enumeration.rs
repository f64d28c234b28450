//! Reads enumerations: 一是…；二是…；三是…, and lists that are numbered: 1.… 2.…, （1）…（2）….

use std::ops::Range;

use super::brackets::{clip, trimmed};
use super::number::spaces;

/// An enumeration that begins with 一是.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enumeration {
    /// From 一是 to the end of the last item's line.
    pub range: Range<usize>,
    /// The items in their order.
    pub items: Vec<Item>,
}

/// One item of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The number that it has: 2 for 二是.
    pub number: u32,
    /// What it says, without its number and the marks around it.
    pub range: Range<usize>,
}

impl Enumeration {
    /// The numbers that are left out below the last: 2 where 一是 is followed by 三是.
    pub fn missing(&self) -> Vec<u32> {
        let last = self.items.last().map_or(0, |item| item.number);
        let is_there = |number: &u32| self.items.iter().any(|item| item.number == *number);
        (1..last).filter(|number| !is_there(number)).collect()
    }

    /// The numbers that stand more than once, or after a greater one.
    pub fn repeated(&self) -> Vec<u32> {
        let pairs = self.items.windows(2);
        pairs
            .filter_map(|pair| (pair[1].number <= pair[0].number).then_some(pair[1].number))
            .collect()
    }
}

/// Numbers of items in words. No enumeration in prose goes further.
const WORDS: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七",
    "十八", "十九", "二十",
];

/// All enumerations of a text. Each begins at its own 一是; what begins with another number is none.
pub fn enumerations(text: &str) -> Vec<Enumeration> {
    let mut marks: Vec<(u32, Range<usize>)> = Vec::new();
    for (place, _) in text.match_indices('是') {
        if let Some(mark) = mark_before(text, place) {
            marks.push(mark);
        }
    }
    let mut found: Vec<Enumeration> = Vec::new();
    for (index, (number, mark)) in marks.iter().enumerate() {
        let next = marks.get(index + 1).map(|(number, mark)| (*number, mark.start));
        // The last item ends with its line, the others where the next begins.
        let reach = next.map_or(text.len(), |(_, start)| start);
        let is_last = next.is_none_or(|(number, _)| number == 1);
        let line = text[mark.end..reach].find('\n').filter(|_| is_last);
        let end = line.map_or(reach, |at| mark.end + at);
        let range = trimmed(text, mark.end..end);
        let said = text[range.clone()].trim_end_matches(['；', ';', '，', ',', '、', '。']);
        let item = Item {
            number: *number,
            range: range.start..range.start + said.len(),
        };
        // 二是…：一是甲；二是乙。三是…: the third goes on from the list around.
        let follows =
            |enumeration: &Enumeration| enumeration.items.last().is_some_and(|item| item.number + 1 == *number);
        let inner = found
            .last()
            .is_some_and(|last| !follows(last) && last.items.last().is_some_and(|item| item.number >= *number));
        let outer = found
            .len()
            .checked_sub(2)
            .filter(|outer| inner && found.get(*outer).is_some_and(follows));
        let current = match outer {
            Some(outer) => found.get_mut(outer),
            None => found.last_mut(),
        };
        match current.filter(|_| *number != 1) {
            Some(enumeration) => {
                enumeration.range.end = end;
                enumeration.items.push(item);
            }
            None if *number == 1 => found.push(Enumeration {
                range: mark.start..end,
                items: vec![item],
            }),
            None => {}
        }
    }
    found.retain(|enumeration| enumeration.items.len() > 1);
    found
}

/// The number before a 是 and the place of both, where they begin a clause.
fn mark_before(text: &str, place: usize) -> Option<(u32, Range<usize>)> {
    let before = &text[..place];
    let word = WORDS.iter().rposition(|word| before.ends_with(word))?;
    // "十二" ends with "二": the longest counts.
    let (index, word) = WORDS
        .iter()
        .enumerate()
        .filter(|(_, word)| before.ends_with(**word))
        .max_by_key(|(_, word)| word.len())
        .unwrap_or((word, &WORDS[word]));
    let start = place - word.len();
    let end = place + '是'.len_utf8();
    // 一是一，二是二.
    let repeats = text[end..].starts_with(word);
    let number = u32::try_from(index).ok()? + 1;
    (begins(&text[..start]) && !repeats).then_some((number, start..end))
}

/// Whether a clause begins after this text.
fn begins(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '，' | ',' | '；' | ';' | '。' | '：' | ':' | '、' | '！' | '）' | ')' | '.'
            )
    })
}

/// How a numbered list numbers its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Dotted,
    InBrackets,
    Circled,
}

/// An item of a numbered list has no more bytes.
const LONGEST: usize = 1_200;

/// The items of a numbered list that begins right here, none where there is no list, or where a number is left out.
/// `stated` is how many it should have: after those a sentence may end the list.
pub(super) fn numbered(text: &str, start: usize, stated: usize) -> Option<Vec<Range<usize>>> {
    let styles = [Style::Dotted, Style::InBrackets, Style::Circled];
    let (style, first) = styles
        .into_iter()
        .find_map(|style| numbered_mark(style, &text[start..], 1).map(|length| (style, length)))?;
    let mut items = Vec::new();
    let mut from = start + first;
    for number in 2_u32.. {
        let (end, next) = item_end(text, from, style, number, items.len() + 1 >= stated);
        let range = trimmed(text, from..end);
        let said = text[range.clone()].trim_end_matches(['、', '；', ';', '，', ',', '。']);
        items.push(range.start..range.start + said.len());
        match next {
            Some(place) => from = place,
            None => {
                let skips = |(at, _)| {
                    begins(&text[..from + at]) && numbered_mark(style, &text[from + at..], number + 1).is_some()
                };
                return (!text[from..end].char_indices().any(skips)).then_some(items);
            }
        }
    }
    None
}

/// Where an item ends, and where the next begins after its number.
fn item_end(text: &str, from: usize, style: Style, number: u32, may_end: bool) -> (usize, Option<usize>) {
    let window = clip(&text[from..], LONGEST);
    let mark = |at: usize| numbered_mark(style, &text[at..], number).map(|length| at + length);
    for (at, c) in window.char_indices() {
        let place = from + at;
        if (style != Style::Dotted || begins(&text[..place]))
            && let Some(next) = mark(place)
        {
            return (place, Some(next));
        }
        // A line that breaks within a sentence ends nothing.
        let breaks = c == '\n' && (may_end || ends_sentence(&text[..place]));
        if c == '。' || breaks {
            let after = text[place..].trim_start_matches(['。', '\n', '\r', ' ', '\u{3000}']);
            let next = if may_end { None } else { mark(text.len() - after.len()) };
            return (place, next);
        }
    }
    (from + window.len(), None)
}

/// Whether a line ends here that is whole.
fn ends_sentence(before: &str) -> bool {
    before.ends_with(['。', '；', ';', '！', '、', '，', ',', '：', ':'])
}

/// How many bytes the mark of an item has, where it stands here.
fn numbered_mark(style: Style, text: &str, number: u32) -> Option<usize> {
    let digits = number.to_string();
    let after = |rest: &str| text.len() - rest.len();
    match style {
        Style::Dotted => {
            let rest = text.strip_prefix(digits.as_str())?;
            let rest = rest.strip_prefix(['.', '．', '、'])?;
            (!rest.starts_with(|c: char| c.is_ascii_digit())).then(|| after(rest))
        }
        Style::InBrackets => {
            let rest = text.strip_prefix(['（', '(']).unwrap_or(text);
            let rest = &rest[spaces(rest)..];
            let rest = rest.strip_prefix(digits.as_str())?;
            rest[spaces(rest)..].strip_prefix(['）', ')']).map(after)
        }
        Style::Circled => {
            let circled = char::from_u32(0x2460 + number.checked_sub(1).filter(|index| *index < 20)?)?;
            text.strip_prefix(circled).map(after)
        }
    }
}
