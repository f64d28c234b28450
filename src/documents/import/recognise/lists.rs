//! 列举: names one after another, "一是……；二是……".

use std::ops::Range;

/// The items of an enumeration of names, each with its place: split at 、 and ， outside of brackets.
pub fn names(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut start = range.start;
    let mut take = |from: usize, to: usize| {
        let words = text.get(from..to).unwrap_or_default();
        let head = words.len() - words.trim_start().len();
        let words = words.trim();
        if !words.is_empty() {
            found.push(from + head..from + head + words.len());
        }
    };
    for (offset, c) in text.get(range.clone()).unwrap_or_default().char_indices() {
        match c {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            '、' | '，' | '；' | ',' | ';' if depth == 0 => {
                take(start, range.start + offset);
                start = range.start + offset + c.len_utf8();
            }
            _ => {}
        }
    }
    take(start, range.end);
    found
}

/// The words that begin the items of a list within a paragraph.
const NUMBERS: [&str; 10] = [
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是",
];

/// The items of "一是……；二是……", in bytes, without their numbers; none where there are not two in order.
pub fn enumerated(text: &str) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut from = 0;
    for number in NUMBERS {
        let Some(place) = text.get(from..).and_then(|rest| find_start(rest, number)) else {
            break;
        };
        starts.push((from + place, from + place + number.len()));
        from += place + number.len();
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    starts.iter().zip(ends).map(|((_, from), to)| *from..to).collect()
}

/// Where such a number begins an item: at the beginning or after a mark of punctuation.
fn find_start(text: &str, number: &str) -> Option<usize> {
    text.match_indices(number).map(|(place, _)| place).find(|place| {
        let before = text[..*place].trim_end().chars().next_back();
        before.is_none_or(|c| matches!(c, '。' | '；' | '：' | '，' | ';' | ':'))
    })
}

/// Text without the punctuation that ends an item of a list.
pub fn bare(text: &str) -> &str {
    text.trim()
        .trim_end_matches(['。', '；', '，', '、', ';', '：'])
        .trim_end()
}
