//! 断句: where a text is cut, said once. What is a mark and what is part of a number, and how far a sentence, a clause or
//! an item of a list reaches before and behind a place.
//!
//! `，` and `,` cut alike, and so do the other marks of both widths; the comma of 3,486.20 and the colon of 9:30 cut
//! nothing. What stands in brackets, quotes or titles is whole: a mark in it does not end what stands around it.

use std::ops::Range;

use super::brackets::{closing, opening};

/// What a mark ends, the least first: a reach up to `Clause` ends at every mark that is more, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// 、 between the items of a list.
    Item,
    /// ， between clauses (小句).
    Clause,
    /// ： after what introduces.
    Colon,
    /// （ and what it opens.
    Open,
    /// ）.
    Close,
    /// ； between groups of clauses (分句).
    Group,
    /// 。！？ at the end of a sentence (句).
    Sentence,
    /// The end of a line, and the beginning of the text.
    Line,
}

impl Mark {
    /// The mark that the character at this place of a text is; none where it is no mark, or belongs to a number.
    pub fn at(text: &str, place: usize, c: char) -> Option<Mark> {
        // Most characters are no marks.
        if ('\u{4e00}'..='\u{9fff}').contains(&c) {
            return None;
        }
        let digit_before = || text[..place].ends_with(|c: char| c.is_ascii_digit());
        let after = &text[place + c.len_utf8()..];
        let digits_after = || after.chars().take_while(char::is_ascii_digit).take(4).count();
        Some(match c {
            '、' => Mark::Item,
            '，' | ',' if digit_before() && digits_after() == 3 => return None,
            '，' | ',' => Mark::Clause,
            '：' | ':' | '∶' if digit_before() && digits_after() > 0 => return None,
            '：' | ':' => Mark::Colon,
            '；' | ';' => Mark::Group,
            '。' | '！' | '？' | '!' | '?' => Mark::Sentence,
            '（' | '(' => Mark::Open,
            '）' | ')' => Mark::Close,
            '\n' => Mark::Line,
            _ => return None,
        })
    }
}

/// What stands at the end of a text, behind the last mark of this reach or more: of `甲，乙（丙）` up to a number the
/// clause is `乙（丙）`. A bracket that is still open ends a clause as a comma does.
pub fn last(before: &str, least: Mark) -> &str {
    let mut chars = before.char_indices();
    while let Some((place, c)) = chars.next_back() {
        if let Some(opening) = opening(before, place, c) {
            chars = before[..opening].char_indices();
        } else if Mark::at(before, place, c).is_some_and(|mark| mark >= least) {
            return &before[place + c.len_utf8()..];
        }
    }
    before
}

/// What stands at the beginning of a text, up to the first mark of this reach or more.
pub fn first(after: &str, least: Mark) -> &str {
    &after[..end(after, least)]
}

/// Whether a text goes over a mark of this reach.
pub fn is_cut(text: &str, least: Mark) -> bool {
    end(text, least) < text.len()
}

/// The pieces of a text between the marks of this reach, without the marks; an empty text has one empty piece.
pub fn pieces(text: &str, least: Mark) -> impl Iterator<Item = &str> {
    ranges(text, least).map(|range| &text[range])
}

/// The places of these pieces.
pub fn ranges(text: &str, least: Mark) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let stop = start + end(&text[start..], least);
        next = text[stop..].chars().next().map(|mark| stop + mark.len_utf8());
        Some(start..stop)
    })
}

/// Where the first mark of this reach stands; the length of the text where there is none.
fn end(text: &str, least: Mark) -> usize {
    let mut inside = 0;
    for (place, c) in text.char_indices() {
        if place < inside {
            continue;
        }
        if let Some(closing) = closing(text, place, c) {
            inside = closing;
        } else if Mark::at(text, place, c).is_some_and(|mark| mark >= least) {
            return place;
        }
    }
    text.len()
}
