//! Reads 发文字号: 财预〔2020〕10号, and the wrong brackets that offices write: 云就办【2022】2号.

use std::ops::Range;

use crate::domain::values::parse::half_width;

use super::number::{is_digit, spaces};
use super::year::leading_year;

/// 发文字号.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentNumber {
    /// From the office's sign to 号.
    pub range: Range<usize>,
    /// 机关代字: 财预.
    pub name: String,
    /// The brackets around the year.
    pub bracket: Bracket,
    /// 年份.
    pub year: u16,
    /// 发文顺序号.
    pub number: u32,
}

/// Brackets around the year of a document number; GB/T 9704-2012 wants the hexagonal ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bracket {
    /// 〔2020〕, as the standard has it.
    Hexagonal,
    /// 【2020】.
    Lenticular,
    /// （2020） or (2020).
    Round,
    /// [2020] or ［2020］.
    Square,
}

const OPENING: [(char, Bracket, char); 6] = [
    ('〔', Bracket::Hexagonal, '〕'),
    ('【', Bracket::Lenticular, '】'),
    ('（', Bracket::Round, '）'),
    ('(', Bracket::Round, ')'),
    ('[', Bracket::Square, ']'),
    ('［', Bracket::Square, '］'),
];

/// A sign has no more characters.
const LONGEST_NAME: usize = 12;

impl DocumentNumber {
    /// The number as GB/T 9704-2012 writes it: 云就办〔2022〕2号.
    pub fn official(&self) -> String {
        format!("{}〔{}〕{}号", self.name, self.year, self.number)
    }
}

/// All document numbers of a text, in their order. A year in brackets without a number and 号 is none.
pub fn document_numbers(text: &str) -> Vec<DocumentNumber> {
    let mut found: Vec<DocumentNumber> = Vec::new();
    for (place, open) in text.char_indices() {
        let Some((_, bracket, closing)) = OPENING.iter().find(|(opening, ..)| *opening == open) else {
            continue;
        };
        let from = found.last().map_or(0, |last| last.range.end);
        let Some(name) = text.get(from..place).map(name) else {
            continue;
        };
        // 地字（2023）第12号 is a certificate, which has round brackets.
        let is_certificate = name.trim_end().ends_with(['字', '证', '权']);
        if let Some((year, number, length)) = inside(&text[place + open.len_utf8()..], *closing)
            && !name.is_empty()
            && !is_certificate
        {
            found.push(DocumentNumber {
                range: place - name.len()..place + open.len_utf8() + length,
                name: name.trim_end().to_owned(),
                bracket: *bracket,
                year,
                number,
            });
        }
    }
    found
}

/// The sign right before the bracket: Chinese characters, at least two.
fn name(before: &str) -> &str {
    let trimmed = before.trim_end_matches([' ', '\u{3000}']);
    let signs = trimmed
        .char_indices()
        .rev()
        .take_while(|(_, c)| ('\u{4e00}'..='\u{9fff}').contains(c));
    let signs: Vec<usize> = signs.map(|(place, _)| place).take(LONGEST_NAME + 1).collect();
    match signs.last() {
        Some(start) if (2..=LONGEST_NAME).contains(&signs.len()) => &before[*start..],
        _ => "",
    }
}

/// Year, number and length of what stands between the opening bracket and the end of 号.
fn inside(text: &str, closing: char) -> Option<(u16, u32, usize)> {
    let (year, mut place) = leading_year(text)?;
    place += spaces(&text[place..]);
    place += text[place..].starts_with(closing).then_some(closing.len_utf8())?;
    place += spaces(&text[place..]);
    if text[place..].starts_with('第') {
        place += '第'.len_utf8();
        place += spaces(&text[place..]);
    }
    let rest = &text[place..];
    let digits = &rest[..rest.find(|c| !is_digit(c)).unwrap_or(rest.len())];
    let number = half_width(digits).parse().ok()?;
    place += digits.len();
    place += spaces(&text[place..]);
    text[place..]
        .starts_with('号')
        .then_some((year, number, place + '号'.len_utf8()))
}
