//! 列举: where a text opens a list of parts, how, and of what it says that they are the parts.

use crate::domain::prose::words::WordList;

use super::tag::Tagged;
use crate::domain::prose::stops::Mark;

/// How a list of parts is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// 其中, which need not name all.
    Among,
    /// 包括, 分别为, 由…组成, a colon.
    All,
    /// A bracket right behind the total.
    Bracket,
}

/// Words that open a list at the head of a piece or behind a number.
const AMONG: WordList = WordList::of(&["其中"]);
const ALL: WordList = WordList::of(&[
    "包括",
    "分别为",
    "分别是",
    "具体包括",
    "具体为",
    "分为",
    "由",
    "即",
    "构成为",
    "具体是",
]);

/// So many characters at most stand between a total and a bracket or colon behind it.
const REACH: usize = 14;

/// Where a list begins: the piece and the byte in it.
pub struct List {
    /// The piece that it begins in.
    pub piece: usize,
    /// The byte that it begins at.
    pub from: usize,
    /// How it is opened.
    pub opening: Opening,
    /// The place before which the total stands.
    pub before: usize,
    /// A list that begins a sentence may belong to the sentence before.
    pub sentence: usize,
    /// Of what the list names the parts, where its words say so.
    pub of: Option<Whole>,
}

/// What the words before a list say that it names the parts of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// 社会救助支出中，…: of what was called so before.
    Named(String),
    /// 按经济分类，…: of what the office spent or was granted.
    Office,
}

/// The lists of a text that something opens.
pub fn lists(text: &str, tagged: &Tagged) -> Vec<List> {
    let mut lists = Vec::new();
    let mut last_end = 0;
    for (place, piece) in tagged.pieces.iter().enumerate() {
        let said = &text[piece.range.clone()];
        let list = |piece_at: usize, from, opening| List {
            piece: piece_at,
            from,
            opening,
            before: piece.range.start,
            sentence: piece.sentence,
            of: None,
        };
        if let Some((at, of)) = divided(text, tagged, place) {
            let next = tagged.pieces.get(place + 1);
            let (piece_at, from) = match next {
                Some(next) if at >= piece.range.end => (place + 1, next.range.start),
                _ => (place, at),
            };
            lists.push(List {
                before: from,
                of,
                ..list(piece_at, from, Opening::Among)
            });
        }
        let opened = opening(said);
        if let Some((opening, length)) = opened {
            let rest = said[length..].trim_start();
            let next = tagged.pieces.get(place + 1);
            if rest.is_empty() && next.is_some_and(|next| matches!(next.mark, Mark::Colon | Mark::Clause)) {
                lists.push(list(place + 1, next.map_or(0, |next| next.range.start), opening));
            } else {
                lists.push(list(place, piece.range.start + length, opening));
            }
        } else if matches!(piece.mark, Mark::Open | Mark::Colon) {
            let before = tagged.pieces[..place].last();
            let is_closed = || {
                let later = tagged.pieces.get(place + 1..).unwrap_or_default().iter();
                let mut line = later.take_while(|later| later.line == piece.line);
                line.any(|later| later.mark == Mark::Close && later.depth < piece.depth)
            };
            let is_near = before.is_some_and(|before| {
                let gap = &text[last_end.clamp(before.range.start, before.range.end)..before.range.end];
                last_end > before.range.start && gap.chars().count() <= REACH && opening(gap.trim()).is_none()
            });
            if is_near && (piece.mark == Mark::Colon || is_closed()) {
                let opening = if piece.mark == Mark::Open {
                    Opening::Bracket
                } else {
                    Opening::All
                };
                lists.push(list(place, piece.range.start, opening));
            }
        }
        // 120万元其中甲50万元: the opening stands behind a number of the same piece.
        for tag in &tagged.tags[tagged.in_piece(place)] {
            last_end = tag.range.end;
            let after = &text[tag.after.clone()];
            let rest = text.get(tag.range.end..piece_end(tagged, place)).unwrap_or_default();
            let composed = || rest.contains(['组', '构']);
            let inner = [
                ("其中", Opening::Among),
                ("分别为", Opening::All),
                ("包括", Opening::All),
                ("——", Opening::All),
            ]
            .into_iter()
            .find_map(|(word, opening)| Some((after.find(word)?, word.len(), opening)))
            .or_else(|| (after.starts_with('由') && composed()).then_some((0, '由'.len_utf8(), Opening::All)));
            if let Some((at, length, opening)) = inner {
                let from = tag.after.start + at + length;
                lists.push(List {
                    before: from,
                    ..list(place, from, opening)
                });
            }
        }
    }
    lists
}

/// Where the sentence of a piece ends.
fn piece_end(tagged: &Tagged, place: usize) -> usize {
    let sentence = tagged.pieces.get(place).map_or(0, |piece| piece.sentence);
    tagged.sentence_range(sentence).end
}

/// The opening that a piece begins with, and its length.
fn opening(said: &str) -> Option<(Opening, usize)> {
    if let Some(word) = AMONG.beginning(said) {
        let rest = &said[word.len()..];
        let more = ["包括", "主要包括", "含"]
            .into_iter()
            .find(|word| rest.starts_with(word));
        return Some((Opening::Among, word.len() + more.map_or(0, str::len)));
    }
    let word = ALL.beginnings(said).max_by_key(|word| word.len())?;
    Some((Opening::All, word.len()))
}

/// 项目支出按用途分：…, 社会救助支出中，…, 收入来源为…: where the parts begin, and of what they are.
fn divided(text: &str, tagged: &Tagged, place: usize) -> Option<(usize, Option<Whole>)> {
    const DIVIDED: WordList = WordList::of(&["分", "分类", "划分", "构成", "来源", "性质", "级次", "用途", "类别"]);
    const SOURCES: [&str; 4] = ["来源为", "来源于", "构成为", "来源是"];
    let piece = tagged.pieces.get(place)?;
    let said = text.get(piece.range.clone())?;
    if let Some((at, word)) = SOURCES.iter().find_map(|word| Some((said.find(word)?, word))) {
        return Some((piece.range.start + at + word.len(), Some(Whole::Office)));
    }
    let next = tagged.pieces.get(place + 1)?;
    if !matches!(next.mark, Mark::Clause | Mark::Colon) || next.line != piece.line {
        return None;
    }
    let numbered = !tagged.in_piece(place).is_empty();
    if let Some(what) = said.strip_suffix('中') {
        // 全年支出21,070万元中，…: the number stands right before.
        let what = what.trim_end_matches(['支', '出', '里']).trim_start_matches("其");
        let is_named = what.chars().count() > 1 && !what.contains("其");
        return match numbered {
            true => Some((piece.range.end, None)),
            false => is_named.then(|| (piece.range.end, Some(Whole::Named(what.to_owned())))),
        };
    }
    DIVIDED.ending(said).filter(|_| !numbered)?;
    let what = said.get(..said.rfind('按')?)?.trim();
    let of = if what.is_empty() {
        Whole::Office
    } else {
        Whole::Named(what.to_owned())
    };
    Some((piece.range.end, Some(of)))
}
