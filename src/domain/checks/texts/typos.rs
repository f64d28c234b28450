//! E14 错别字: words that offices often mistype, from a list that has its exceptions beside each.
//!
//! Beside them stand the phrases of the field with one character taken for another (`set_phrases.rs`). A line of the list has the wrong word, the right one, and after that longer words in which the wrong one stands
//! by chance: 防犯 in 防犯罪.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::edit::Edit;

use super::set_phrases;

/// One mistyped word.
struct Typo {
    wrong: Cow<'static, str>,
    right: &'static str,
    /// Longer words in which it stands by chance.
    within: Vec<&'static str>,
}

/// The list, in the order of its words.
static TYPOS: LazyLock<Vec<Typo>> = LazyLock::new(|| {
    let lines = include_str!("typos.txt").lines();
    let typo = |line: &'static str| {
        let mut cells = line.split('\t');
        let (wrong, right) = (cells.next()?, cells.next()?);
        let within = cells.next().map(|words| words.split(',').collect()).unwrap_or_default();
        Some(Typo {
            wrong: wrong.into(),
            right,
            within,
        })
    };
    let of_phrase = |(wrong, right): (String, &'static str)| Typo {
        wrong: wrong.into(),
        right,
        within: Vec::new(),
    };
    let mut typos: Vec<Typo> = lines.filter_map(typo).collect();
    let listed = typos.len();
    let phrases = set_phrases::misspelt().into_iter().map(of_phrase);
    // A word of the list within a phrase is told already.
    let is_new = |phrase: &Typo| !typos[..listed].iter().any(|typo| phrase.wrong.contains(&*typo.wrong));
    let phrases: Vec<Typo> = phrases.filter(is_new).collect();
    typos.extend(phrases);
    typos.sort_unstable_by(|one, other| one.wrong.cmp(&other.wrong));
    typos
});

/// The first two characters of all words, as a set of sixteen bits of each pair: nearly every place of a text is passed
/// by at one look.
static BEGINNINGS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut set = vec![0; 1024];
    for typo in TYPOS.iter() {
        let mut chars = typo.wrong.chars();
        if let (Some(one), Some(two)) = (chars.next(), chars.next()) {
            let (at, bit) = bucket(one, two);
            set[at] |= 1_u64 << bit;
        }
    }
    set
});

fn bucket(one: char, two: char) -> (usize, u32) {
    let code = u32::from(one).wrapping_mul(797) ^ u32::from(two);
    ((code >> 6 & 1023) as usize, code & 63)
}

/// Finds E14 of one text: one finding for each word, however often it stands there.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    let mut told: Vec<&str> = Vec::new();
    let beginnings = &*BEGINNINGS;
    let seconds = text.chars().skip(1);
    for ((place, one), two) in text.char_indices().zip(seconds) {
        let (at, bit) = bucket(one, two);
        if beginnings.get(at).is_none_or(|set| set >> bit & 1 == 0) {
            continue;
        }
        let Some(typo) = beginning(text, place).filter(|typo| !told.contains(&&*typo.wrong)) else {
            continue;
        };
        told.push(&typo.wrong);
        found.push(
            Finding::new(
                Code::E14,
                field,
                format!("“{}”像是“{}”的误写。", typo.wrong, typo.right),
                "改正这个词；全文再查一遍同样的写法。",
            )
            .with_fix(format!("改为“{}”", typo.right), Edit::Set(field, mended(text, typo))),
        );
    }
}

/// The mistyped word that stands at a place and is no part of a longer, right one.
fn beginning(text: &str, place: usize) -> Option<&'static Typo> {
    let rest = text.get(place..)?;
    let end = TYPOS.partition_point(|typo| *typo.wrong <= *rest);
    // Words that begin alike stand together, the longest last.
    let near = TYPOS.get(..end)?.iter().rev().take(4);
    near.into_iter()
        .find(|typo| rest.starts_with(&*typo.wrong) && !is_within(text, place, typo))
}

/// Whether a word at a place is a part of one of the longer words.
fn is_within(text: &str, place: usize, typo: &Typo) -> bool {
    typo.within.iter().any(|longer| {
        longer.match_indices(&*typo.wrong).any(|(offset, _)| {
            let start = place.checked_sub(offset);
            start
                .and_then(|start| text.get(start..))
                .is_some_and(|around| around.starts_with(longer))
        })
    })
}

/// The text with the word put right wherever it is wrong.
fn mended(text: &str, typo: &Typo) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut from = 0;
    for (place, word) in text.match_indices(&*typo.wrong) {
        if !is_within(text, place, typo) {
            mended.push_str(text.get(from..place).unwrap_or_default());
            mended.push_str(typo.right);
            from = place + word.len();
        }
    }
    mended.push_str(text.get(from..).unwrap_or_default());
    mended
}

/// The list as it stands: each wrong word with its right one.
pub fn list() -> impl Iterator<Item = (&'static str, &'static str)> {
    TYPOS.iter().map(|typo| (&*typo.wrong, typo.right))
}
