//! Brackets and quotation marks, so that what stands inside them is not taken apart.

use std::ops::Range;

/// Marks that open, and what closes them. < and > compare as often as they enclose.
const PAIRS: [(char, char); 11] = [
    ('（', '）'),
    ('(', ')'),
    ('《', '》'),
    ('〈', '〉'),
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('【', '】'),
    ('〔', '〕'),
    ('[', ']'),
    ('［', '］'),
];

/// No text nests deeper; what does is not looked at.
const DEEPEST: usize = 16;

/// The outermost places that are enclosed, with their marks. A mark without its other half encloses nothing.
pub fn enclosed(text: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut closed: Vec<Range<usize>> = Vec::new();
    for (place, c) in text.char_indices() {
        // Chinese characters are no marks.
        if ('\u{4e00}'..='\u{9fff}').contains(&c) {
            continue;
        }
        if let Some((_, closing)) = PAIRS.iter().find(|(opening, _)| *opening == c) {
            if open.len() == DEEPEST {
                open.remove(0);
            }
            open.push((*closing, place));
        } else if let Some(depth) = open.iter().rposition(|(closing, _)| *closing == c)
            && let Some((_, start)) = open.drain(depth..).next()
        {
            while closed.last().is_some_and(|inner| inner.start > start) {
                closed.pop();
            }
            closed.push(start..place + c.len_utf8());
        }
    }
    closed
}

/// What two halves enclose is no longer than so many bytes, and stands on one line.
const LONGEST: usize = 240;

/// Behind the mark that closes what is opened here; none where nothing is, or where it stays open.
pub fn closing(text: &str, place: usize, c: char) -> Option<usize> {
    let (opening, closing) = pair(c, |(opening, _)| opening)?;
    let rest = &text[place..text.floor_char_boundary(place + LONGEST)];
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices().take_while(|(_, c)| *c != '\n') {
        if c == opening {
            depth += 1;
        } else if c == closing {
            depth -= 1;
            if depth == 0 {
                return Some(place + at + c.len_utf8());
            }
        }
    }
    None
}

/// Where what is closed here was opened; none where nothing is closed, or where nothing was opened.
pub fn opening(text: &str, place: usize, c: char) -> Option<usize> {
    let (opening, closing) = pair(c, |(_, closing)| closing)?;
    let start = text.ceil_char_boundary(place.saturating_sub(LONGEST));
    let mut depth = 0_usize;
    for (at, c) in text[start..place + c.len_utf8()]
        .char_indices()
        .rev()
        .take_while(|(_, c)| *c != '\n')
    {
        if c == closing {
            depth += 1;
        } else if c == opening {
            depth -= 1;
            if depth == 0 {
                return Some(start + at);
            }
        }
    }
    None
}

fn pair(c: char, half: impl Fn((char, char)) -> char) -> Option<(char, char)> {
    // Chinese characters are no marks.
    let is_plain = ('\u{4e00}'..='\u{9fff}').contains(&c);
    (!is_plain).then(|| PAIRS.into_iter().find(|pair| half(*pair) == c))?
}

/// The pieces of a text between separators that stand outside all brackets. `separates` is asked with the text
/// before a character and the text from it on.
pub fn pieces(text: &str, separates: impl Fn(&str, &str) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut inside = enclosed(text).into_iter().peekable();
    let mut start = 0;
    for (place, c) in text.char_indices() {
        while inside.next_if(|range| range.end <= place).is_some() {}
        if inside.peek().is_some_and(|range| range.start <= place) {
            continue;
        }
        if separates(&text[start..place], &text[place..]) {
            pieces.push(start..place);
            start = place + c.len_utf8();
        }
    }
    pieces.push(start..text.len());
    pieces
}

/// A range of a text without the white space at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + inner.len() - inner.trim_start().len();
    start..start + inner.trim().len()
}

/// The beginning of a text, at most so many bytes.
pub(super) fn clip(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}
