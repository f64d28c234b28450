//! A text cut into pieces at all its marks (`prose::stops`), in one pass. The marks within a number, within quotes and
//! within titles cut nothing; brackets open and close a depth.

use std::ops::Range;

use crate::domain::prose::brackets::closing;
use crate::domain::prose::stops::Mark;

/// What stands between two marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its place, without white space around it and without the number of a list at its head.
    pub range: Range<usize>,
    /// The mark before it.
    pub mark: Mark,
    /// How many brackets are open around it.
    pub depth: u8,
    /// The number of its sentence, counted through the text.
    pub sentence: usize,
    /// The number of its line.
    pub line: usize,
}

/// The pieces of a text in their order; an empty one keeps its mark.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut start, mut mark, mut depth) = (0, Mark::Line, 0_u8);
    let (mut sentence, mut line) = (0, 0);
    let mut skip = 0;
    let push = |pieces: &mut Vec<Piece>, range: Range<usize>, mark, depth, sentence, line| {
        pieces.push(Piece {
            range: bare(text, range, mark),
            mark,
            depth,
            sentence,
            line,
        });
    };
    for (place, c) in text.char_indices() {
        if place < skip {
            continue;
        }
        // Brackets open and close a depth; what stands in quotes is one word.
        if !matches!(c, '（' | '(')
            && let Some(end) = closing(text, place, c)
        {
            skip = end;
            continue;
        }
        let Some(next) = Mark::at(text, place, c) else { continue };
        push(&mut pieces, start..place, mark, depth, sentence, line);
        match next {
            Mark::Open => depth = depth.saturating_add(1),
            Mark::Close => depth = depth.saturating_sub(1),
            Mark::Sentence if depth == 0 => sentence += 1,
            Mark::Line => (sentence, line, depth) = (sentence + 1, line + 1, 0),
            _ => {}
        }
        (start, mark) = (place + c.len_utf8(), next);
    }
    push(&mut pieces, start..text.len(), mark, depth, sentence, line);
    pieces
}

/// A range without white space, and without the number of a list at the head of a line.
fn bare(text: &str, range: Range<usize>, mark: Mark) -> Range<usize> {
    let said = &text[range.clone()];
    let trimmed = said.trim_start();
    let numbered = match mark {
        Mark::Line | Mark::Sentence | Mark::Colon | Mark::Group => list_number(trimmed),
        _ => 0,
    };
    let start = range.end - trimmed.len() + numbered;
    start..start + text[start..range.end].trim_end().len()
}

/// How many bytes the number of a list has that a piece begins with: 1., 一是, ①.
fn list_number(said: &str) -> usize {
    let digits = said.len() - said.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &said[digits..];
    if (1..=2).contains(&digits)
        && let Some(rest) = after.strip_prefix(['.', '．'])
        && !rest.starts_with(|c: char| c.is_ascii_digit())
    {
        return said.len() - rest.len();
    }
    let words = said.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    if words.len() < said.len()
        && let Some(rest) = words.strip_prefix('是')
    {
        return said.len() - rest.len();
    }
    let circled = said.chars().next().filter(|c| ('①'..='⑳').contains(c));
    circled.map_or(0, char::len_utf8)
}
