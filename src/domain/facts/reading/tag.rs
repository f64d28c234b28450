//! 标注: the numbers of a text with the words around them, and what those words make of them.

use std::ops::Range;

use crate::domain::prose::bound::is_bound;
use crate::domain::prose::found::Found;
use crate::domain::prose::number::plain_number;

use super::cut::{Piece, pieces};
use super::fact::{Measure, Period};
use super::multiples::{Multiple, multiples};
use super::names::{measure_of, period_of};
use super::printed::{Kind, Printed};
use crate::domain::prose::stops::Mark;

/// A number of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The number with its unit.
    pub range: Range<usize>,
    /// The number.
    pub number: Printed,
    /// The piece that it stands in.
    pub piece: usize,
    /// The words before it in its piece, back to the number before.
    pub before: Range<usize>,
    /// The words after it in its piece, up to the next number.
    pub after: Range<usize>,
    /// What the words before it make of it.
    pub measure: Measure,
    /// What the words before it say beside that, without the words that say nothing.
    pub subject: Range<usize>,
    /// Of which time.
    pub period: Period,
    /// Whether it binds, as 不少于3个 or 95%以上 do, so that it says what should be and not what is.
    pub bound: bool,
}

/// A text with its pieces and its numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// The pieces in their order.
    pub pieces: Vec<Piece>,
    /// The numbers in their order.
    pub tags: Vec<Tag>,
}

impl Tagged {
    /// Reads a text whose quantities have been found.
    pub fn of(text: &str, quantities: &[Found]) -> Self {
        let mut numbers: Vec<(Range<usize>, Printed)> = quantities
            .iter()
            .filter_map(|found| Some((found.range.clone(), Printed::found(text, found)?)))
            .collect();
        let points = points(text);
        let multiples = multiples(text);
        if !points.is_empty() || !multiples.is_empty() {
            // What is read as another number within 三分之一 is none.
            let is_other = |(range, _): &(Range<usize>, Printed)| {
                let meets = |(own, ..): &Multiple| own.start < range.end && range.start < own.end;
                !multiples.iter().any(meets)
            };
            numbers.extend(points);
            numbers.retain(is_other);
            numbers.extend(
                multiples
                    .iter()
                    .map(|(range, number, _)| (range.clone(), number.clone())),
            );
            numbers.sort_by_key(|(range, _)| range.start);
        }
        if numbers.is_empty() {
            return Tagged::default();
        }
        let pieces = pieces(text);
        let mut tags: Vec<Tag> = Vec::with_capacity(numbers.len());
        let mut piece = 0;
        for (place, (range, number)) in numbers.iter().enumerate() {
            while pieces
                .get(piece + 1)
                .is_some_and(|next| next.range.start <= range.start)
            {
                piece += 1;
            }
            let Some(around) = pieces.get(piece).map(|piece| piece.range.clone()) else {
                break;
            };
            let last = tags.last().filter(|tag| tag.piece == piece).map(|tag| tag.range.end);
            let next = numbers
                .get(place + 1)
                .map_or(around.end, |(next, _)| next.start.min(around.end));
            let before = last.unwrap_or(around.start).min(range.start)..range.start;
            let after = range.end..next.max(range.end);
            let (measure, subject, about) = measure_of(text, before.clone(), &number.kind);
            let own = multiples.iter().find(|(own, ..)| own == range);
            let measure = own.and_then(|(.., said)| said.clone()).unwrap_or(measure);
            // 40多期 is not exact; 比40期多8期 says how many more.
            let behind = text[after.clone()].trim_start();
            let leads = after.end < around.end && matches!(behind.trim_end(), "多" | "余");
            let about = about || behind.starts_with(['余', '多']) && !leads;
            let about = about || text[after.clone()].trim_start().starts_with("左右");
            tags.push(Tag {
                number: if about {
                    number.clone().approximately()
                } else {
                    number.clone()
                },
                range: range.clone(),
                piece,
                measure,
                subject,
                period: period_of(&text[before.clone()]),
                bound: is_bound(text, range),
                before,
                after,
            });
        }
        scored(text, &mut tags);
        Tagged { pieces, tags }
    }

    /// The numbers of a piece, by their places.
    pub fn in_piece(&self, piece: usize) -> Range<usize> {
        self.tags.partition_point(|tag| tag.piece < piece)..self.tags.partition_point(|tag| tag.piece <= piece)
    }

    /// The piece of a number.
    pub fn piece(&self, tag: &Tag) -> Option<&Piece> {
        self.pieces.get(tag.piece)
    }

    /// The depth of brackets that a number stands in.
    pub fn depth(&self, tag: &Tag) -> u8 {
        self.piece(tag).map_or(0, |piece| piece.depth)
    }

    /// The number of the sentence that a number stands in.
    pub fn sentence(&self, tag: &Tag) -> usize {
        self.piece(tag).map_or(0, |piece| piece.sentence)
    }

    /// The number of the line that a number stands in.
    pub fn line(&self, tag: &Tag) -> usize {
        self.piece(tag).map_or(0, |piece| piece.line)
    }

    /// The mark before the piece of a number.
    pub fn mark(&self, tag: &Tag) -> Mark {
        self.piece(tag).map_or(Mark::Line, |piece| piece.mark)
    }

    /// The bytes of the sentence that a piece belongs to.
    pub fn sentence_range(&self, sentence: usize) -> Range<usize> {
        let from = self.pieces.partition_point(|piece| piece.sentence < sentence);
        let to = self.pieces.partition_point(|piece| piece.sentence <= sentence);
        let start = self.pieces.get(from).map_or(0, |piece| piece.range.start);
        let end = to.checked_sub(1).and_then(|last| self.pieces.get(last));
        start..end.map_or(start, |piece| piece.range.end.max(start))
    }
}

/// 产出指标50分，得48.60分: the first number is the weight of what the second is the score of.
fn scored(text: &str, tags: &mut [Tag]) {
    const SCORED: [&str; 4] = ["得", "得分", "实得", "自评得分"];
    for id in 1..tags.len() {
        let (earlier, later) = tags.split_at_mut(id);
        let (Some(weight), Some(score)) = (earlier.last_mut(), later.first_mut()) else {
            continue;
        };
        let points = |tag: &Tag| tag.number.kind == Kind::Points;
        let bare = SCORED.contains(&text[score.before.clone()].trim().trim_end_matches('为'));
        if points(weight)
            && points(score)
            // 60分及以上为中。自评得分82.6分: a limit is no weight.
            && !weight.bound
            && bare
            && score.piece == weight.piece + 1
            && weight.measure == Measure::Plain
        {
            weight.measure = Measure::Weight;
            (score.measure, score.subject) = (Measure::Score, weight.subject.clone());
        }
    }
}

/// The numbers of points in a text: 得29.37分.
fn points(text: &str) -> Vec<(Range<usize>, Printed)> {
    let mut found = Vec::new();
    for (place, _) in text.match_indices(['分']) {
        let before = text[..place].trim_end_matches([' ', '\u{3000}']);
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let digits = &before[start..];
        let after = &text[place + '分'.len_utf8()..];
        let other =
            after.starts_with(['钟', '别', '之', '类', '公', '为', '成']) || text[..start].ends_with(['-', '—', '/']);
        if let (Some(value), false) = (plain_number(digits), other) {
            let number = Printed::of(Kind::Points, value);
            found.push((start..place + '分'.len_utf8(), number));
        }
    }
    found
}
