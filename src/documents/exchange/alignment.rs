//! Which lines of one state of a document answer to which of another, where the two differ.

use std::collections::BTreeMap;

use dissimilar::Chunk;

use super::line::{LineKind, ShownLine};

/// A place where two states of a document differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Differing {
    /// Where in the first state: the line itself, or the line before which the other state has more.
    pub at: usize,
    /// Whether the first state has a line there.
    pub is_there: bool,
    /// The line of the second state; none where it has less.
    pub shown: Option<usize>,
}

/// More pairs of lines than this are not compared with each other to find the best ones.
const MOST_PAIRS: usize = 40_000;

/// Where two states of a document differ, in order. Lines that are the same are never among them.
pub fn differing(data: &[ShownLine], shown: &[ShownLine]) -> Vec<Differing> {
    let mut letters = Letters::default();
    let (before, after) = (letters.spell(data), letters.spell(shown));
    let mut found = Vec::new();
    let (mut from, mut to) = ((0, 0), (0, 0));
    for chunk in dissimilar::diff(&before, &after) {
        match chunk {
            Chunk::Delete(text) => to.0 += text.chars().count(),
            Chunk::Insert(text) => to.1 += text.chars().count(),
            Chunk::Equal(text) => {
                settle(data, shown, from, to, &mut found);
                let count = text.chars().count();
                from = (to.0 + count, to.1 + count);
                to = from;
            }
        }
    }
    settle(data, shown, from, to, &mut found);
    found
}

/// Pairs the lines between two places that are the same in both states. The search for what is the same
/// skips short stretches, so that equal lines may be among them.
fn settle(
    data: &[ShownLine],
    shown: &[ShownLine],
    from: (usize, usize),
    to: (usize, usize),
    found: &mut Vec<Differing>,
) {
    let (own, other) = (
        data.get(from.0..to.0).unwrap_or_default(),
        shown.get(from.1..to.1).unwrap_or_default(),
    );
    let (mut at, mut next) = (0, 0);
    let mut say = |at: usize, is_there, next: Option<usize>| {
        found.push(Differing {
            at: from.0 + at,
            is_there,
            shown: next.map(|next| from.1 + next),
        });
    };
    for (left, right) in pairs(own, other) {
        (at..left).for_each(|line| say(line, true, None));
        (next..right).for_each(|line| say(left, false, Some(line)));
        if own.get(left).map(|line| &line.plain) != other.get(right).map(|line| &line.plain) {
            say(left, true, Some(right));
        }
        (at, next) = (left + 1, right + 1);
    }
    (at..own.len()).for_each(|line| say(line, true, None));
    (next..other.len()).for_each(|line| say(own.len(), false, Some(line)));
}

/// The pairs, in order, that are most alike together.
fn pairs(own: &[ShownLine], other: &[ShownLine]) -> Vec<(usize, usize)> {
    if own.len() == 1 && other.len() == 1 || own.len().saturating_mul(other.len()) > MOST_PAIRS {
        return (0..own.len()).zip(0..other.len()).collect();
    }
    // How much likeness there is at most from each line of both on.
    let width = other.len() + 1;
    let likeness: Vec<u32> = own
        .iter()
        .flat_map(|left| other.iter().map(move |right| alike(left, right)))
        .collect();
    let alike = |left: usize, right: usize| likeness.get(left * other.len() + right).copied().unwrap_or_default();
    let mut best = vec![0_u32; (own.len() + 1) * width];
    for left in (0..own.len()).rev() {
        for right in (0..other.len()).rev() {
            let paired = match alike(left, right) {
                0 => 0,
                alike => alike + best[(left + 1) * width + right + 1],
            };
            let skipped = best[(left + 1) * width + right].max(best[left * width + right + 1]);
            best[left * width + right] = paired.max(skipped);
        }
    }
    let (mut left, mut right) = (0, 0);
    let mut pairs = Vec::new();
    while left < own.len() && right < other.len() {
        let alike = alike(left, right);
        if alike > 0 && best[left * width + right] == alike + best[(left + 1) * width + right + 1] {
            pairs.push((left, right));
            (left, right) = (left + 1, right + 1);
        } else if best[left * width + right] == best[(left + 1) * width + right] {
            left += 1;
        } else {
            right += 1;
        }
    }
    pairs
}

/// How alike two lines are: none for a row and a paragraph, at least 1 for others, so that as many as
/// possible answer to each other, and more for the same lines than for any others.
fn alike(one: &ShownLine, other: &ShownLine) -> u32 {
    if (one.kind == LineKind::Row) != (other.kind == LineKind::Row) {
        return 0;
    }
    if one.plain == other.plain {
        return 3_000;
    }
    let (same, all) = match one.kind {
        LineKind::Row => {
            let all = one.cells.len().max(other.cells.len());
            (all.saturating_sub(one.differing(other).len()), all)
        }
        LineKind::Heading | LineKind::Paragraph => {
            let (one, other): (Vec<char>, Vec<char>) = (one.plain.chars().collect(), other.plain.chars().collect());
            let same = |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
            let begins = same(&mut one.iter().zip(&other));
            let ends = same(&mut one[begins..].iter().rev().zip(other[begins..].iter().rev()));
            (begins + ends, one.len().max(other.len()))
        }
    };
    1 + u32::try_from(same * 1_000 / all.max(1)).unwrap_or_default()
}

/// Gives each different line a letter of its own, so that two texts are compared line by line.
#[derive(Default)]
struct Letters<'a>(BTreeMap<&'a str, char>);

impl<'a> Letters<'a> {
    fn spell(&mut self, lines: &'a [ShownLine]) -> String {
        let letter = |line: &'a ShownLine| {
            // The planes for private use hold 131,068 letters; a document has fewer lines.
            let next = 0xF_0000 + u32::try_from(self.0.len()).unwrap_or(u32::MAX).min(0xFFFD);
            *self.0.entry(&line.plain).or_insert(char::from_u32(next).unwrap_or('?'))
        };
        lines.iter().map(letter).collect()
    }
}
