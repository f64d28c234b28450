//! The levels under which sentences tell indicators: 数量指标方面, （二）产出指标（50分）, 【质量指标】.

use crate::documents::import::text::fit::{Look, look};
use crate::documents::import::text::marks::{MarkKind, mark};
use crate::domain::prose::stops::{self, Mark};

/// Longer words between a level and its colon are more than its points.
const LONGEST: usize = 15;

/// The levels that were named last.
#[derive(Clone, Debug, Default)]
pub(super) struct Levels {
    pub(super) first: Option<String>,
    pub(super) second: Option<String>,
    /// How the second was numbered, where there was one: 成本指标 among 数量指标 and 质量指标 is another of these.
    kind: Option<Option<MarkKind>>,
    /// How the first was numbered, where it may be a second one as well.
    unsure: Option<Option<MarkKind>>,
}

impl Levels {
    /// Takes in the level that a piece begins with.
    pub(super) fn take_in(&mut self, piece: &str) {
        let Some((own, level)) = level_of(piece) else { return };
        let look = look(level);
        let is_second = match look {
            Look::SecondLevel => true,
            Look::AnyLevel => self.kind == Some(own),
            _ => false,
        };
        match is_second {
            true => {
                if self.unsure.take() == Some(own) {
                    self.first = None;
                }
                (self.second, self.kind) = (Some(level.to_owned()), Some(own));
            }
            false => {
                *self = Levels {
                    first: Some(level.to_owned()),
                    unsure: (look == Look::AnyLevel).then_some(own),
                    ..Levels::default()
                }
            }
        }
    }
}

/// A piece without the level that introduces it: 产出指标（50分）：, 数量指标2项共30分：.
pub(super) fn below_level(piece: &str) -> &str {
    let Some((_, level)) = level_of(piece) else {
        return piece;
    };
    let behind = piece.find(level).map_or(piece, |at| &piece[at + level.len()..]);
    let head = stops::first(behind, Mark::Colon);
    match behind[head.len()..].strip_prefix(['：', ':']) {
        Some(rest) if head.chars().count() <= LONGEST => rest,
        _ => piece,
    }
}

/// The level that a piece begins with, and how it is numbered: 数量指标方面, （二）产出指标（50分）, 1.数量指标.
pub(super) fn level_of(piece: &str) -> Option<(Option<MarkKind>, &str)> {
    let mut said = piece.trim_start().trim_start_matches('【');
    let mut kind = None;
    while let Some(mark) = mark(said) {
        said = &said[mark.length..];
        kind = Some(mark.kind);
    }
    let ends = said.char_indices().map(|(at, c)| at + c.len_utf8()).take(12);
    let is_level = |end: &usize| {
        let behind = &said[*end..];
        let is_named = said[..*end].ends_with("指标") || ["方面", "目标"].iter().any(|word| behind.starts_with(word));
        is_named
            && matches!(
                look(&said[..*end]),
                Look::FirstLevel | Look::SecondLevel | Look::AnyLevel
            )
    };
    ends.filter(is_level).last().map(|end| (kind, &said[..end]))
}
