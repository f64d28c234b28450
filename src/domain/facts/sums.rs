//! 合计的说法: totals with their parts, behind 其中, 包括, 分别为, a colon or in brackets, and totals that come last.

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use super::cut::Mark;
use super::fact::Measure;
use super::ledger::Ledger;
use super::parts::{Listed, is_list_name, overlap, parts_from};
use super::printed::Kind;
use super::rates::own_name;
use super::relation::{Id, Relation, Verdict};
use super::tag::Tagged;
use super::wholes::is_whole_set;

/// How a list of parts is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
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
    "构成为",
    "具体是",
]);

/// Words that leave a list open.
const OPEN: WordList = WordList::of(&["等", "主要", "部分", "包括但不限于", "如", "含", "约"]);

/// Words before a total that make it a balance of what came and went: 减少2人（退休5人、调入3人）.
const BALANCE: WordList = WordList::of(&["净增", "净减", "增加", "减少", "净流"]);

/// So many characters at most stand between a total and a bracket or colon behind it.
const REACH: usize = 14;

/// Where a list begins: the piece and the byte in it.
struct List {
    piece: usize,
    from: usize,
    opening: Opening,
    /// The place before which the total stands.
    before: usize,
    /// A list that begins a sentence may belong to the sentence before.
    sentence: usize,
    /// Of what the list names the parts, where its words say so.
    of: Option<Whole>,
}

/// What the words before a list say that it names the parts of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whole {
    /// 社会救助支出中，…: of what was called so before.
    Named(String),
    /// 按经济分类，…: of what the office spent or was granted.
    Office,
}

/// Adds the sums that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for list in lists(text, tagged) {
        for relation in sum_of(text, tagged, &list, ledger) {
            if !ledger.relations.contains(&relation) {
                ledger.relations.push(relation);
            }
        }
    }
    for id in 0..tagged.tags.len() {
        if let Some(relation) = total_last(text, tagged, id, ledger) {
            ledger.relations.push(relation);
        }
    }
}

/// The lists of a text that something opens.
fn lists(text: &str, tagged: &Tagged) -> Vec<List> {
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

/// The sums of a list, one for each kind that its parts have in common: 项目2个、投资26亿元，….
fn sum_of(text: &str, tagged: &Tagged, list: &List, ledger: &Ledger) -> Vec<Relation> {
    let totals = totals(text, tagged, list, ledger);
    let mut kinds: Vec<&Kind> = Vec::new();
    for total in &totals {
        let kind = &tagged.tags[*total].number.kind;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut sums: Vec<Relation> = Vec::new();
    let mut stated: Vec<Relation> = Vec::new();
    for kind in kinds {
        let alike = totals
            .iter()
            .copied()
            .filter(|id| tagged.tags[*id].number.kind == *kind);
        match sum(text, tagged, list, ledger, &alike.collect::<Vec<Id>>()) {
            Some(relation) if ledger.judge(&relation) == Verdict::Holds => sums.push(relation),
            other => stated.extend(other),
        }
    }
    // What is said beside a sum that holds is only a list of its own where it has as many parts.
    let parts = |relation: &Relation| relation.facts().len();
    if let Some(held) = sums.first().map(parts) {
        stated.retain(|relation| parts(relation) == held);
    }
    sums.extend(stated.into_iter().next());
    sums
}

/// The numbers that a list may name the parts of, the nearest first.
fn totals(text: &str, tagged: &Tagged, list: &List, ledger: &Ledger) -> Vec<Id> {
    let before = (0..tagged.tags.partition_point(|tag| tag.range.end <= list.before)).rev();
    let may_be = |id: &Id| may_be_total(text, tagged, *id);
    if let Some(of) = &list.of {
        let line = tagged.pieces.get(list.piece).map_or(0, |piece| piece.line);
        let is_meant = |id: &Id| {
            let tag = &tagged.tags[*id];
            let called = text.get(tag.before.clone()).unwrap_or_default();
            match of {
                Whole::Named(name) => called.contains(name.as_str()),
                Whole::Office => {
                    matches!(tag.measure, Measure::Executed | Measure::Adjusted | Measure::Initial)
                        && own_name(text, tag).is_empty()
                }
            }
        };
        let is_part = |id: &Id| *of == Whole::Office && ledger.total_of(*id).is_some();
        let near = before.take_while(|id| tagged.line(&tagged.tags[*id]) == line);
        let near = near.filter(|id| !is_part(id));
        return near.filter(may_be).filter(is_meant).take(3).collect();
    }
    let at = tagged.pieces.partition_point(|piece| piece.range.start < list.before);
    let around = tagged.pieces.get(at..).unwrap_or_default().iter();
    let begins = around
        .take_while(|piece| piece.range.start == list.before)
        .any(|piece| piece.mark >= Mark::Sentence);
    before
        .take_while(|id| tagged.sentence(&tagged.tags[*id]) + usize::from(begins) >= list.sentence)
        .filter(may_be)
        .take(if list.opening == Opening::Bracket { 1 } else { 4 })
        .collect()
}

/// The sum of a list with one of some totals. Any of them that the parts make is the one that is meant; else the
/// nearest.
fn sum(text: &str, tagged: &Tagged, list: &List, ledger: &Ledger, totals: &[Id]) -> Option<Relation> {
    let mut stated = None;
    for total in totals.iter().copied() {
        let kind = &tagged.tags[total].number.kind;
        let listed = parts_from(text, tagged, list.piece, list.from, kind);
        for length in (2..=listed.parts.len()).rev() {
            let relation = Relation::Sum {
                total,
                parts: listed.parts[..length].iter().map(|part| part.id).collect(),
                complete: true,
            };
            if ledger.judge(&relation) == Verdict::Holds {
                return Some(relation);
            }
        }
        if stated.is_none() && listed.boundary > 1 {
            stated = Some((total, listed));
        }
    }
    let (total, listed) = stated?;
    by_words(text, tagged, list, total, &listed)
}

/// The sum that the words state, where the numbers do not fit it.
fn by_words(text: &str, tagged: &Tagged, list: &List, total: Id, listed: &Listed) -> Option<Relation> {
    if list.opening == Opening::Bracket && !stands_next(tagged, total, list) {
        return None;
    }
    let parts = &listed.parts[..listed.boundary];
    let value = |id: Id| tagged.tags[id].number.value;
    let values: Vec<Decimal> = parts.iter().map(|part| value(part.id)).collect();
    let names: Vec<&str> = parts.iter().map(|part| &text[part.name.clone()]).collect();
    let same = |one: &str, other: &str| {
        !one.is_empty() && !other.is_empty() && (one.starts_with(other) || other.starts_with(one))
    };
    let mut pairs = names.iter().enumerate();
    let is_twice = pairs.any(|(place, name)| names[..place].iter().any(|other| same(name, other)));
    // 收入86亿元，其中税收62亿元；支出143亿元: what is greater than the whole is none of its parts.
    let is_greater = values.iter().any(|part| *part > value(total));
    if is_twice || is_greater || overlap(value(total), &values, &names) || !is_list_name(&names) {
        return None;
    }
    // 国家级2家、省级11家: the best of them, not all. Money comes from all levels.
    let of_rank = tagged.tags[total].number.kind != Kind::Money && names.iter().any(|name| name.ends_with('级'));
    let said = text.get(list.before..listed.end).unwrap_or_default();
    let among = list.opening == Opening::Among || said.contains("其中");
    // What 其中 leaves out would hardly be less than the least that it names; where it names two things in passing,
    // not less than a tenth of the whole.
    let short = value(total) - values.iter().sum::<Decimal>();
    let is_less_than_all = values.iter().min().is_some_and(|least| short < *least);
    let open = OPEN.any_in(said) || of_rank && (values.len() < 3 || !is_less_than_all);
    let in_passing = values.len() < 3
        && !tagged
            .pieces
            .get(list.piece)
            .is_some_and(|piece| piece.mark == Mark::Colon);
    let seems_whole = is_whole_set(&names)
        || kind_is_points(tagged, total) && names.len() > 2
        || list.of == Some(Whole::Office) && values.len() > 1
        || is_less_than_all && (!in_passing || short * Decimal::TEN <= value(total));
    Some(Relation::Sum {
        total,
        parts: parts.iter().map(|part| part.id).collect(),
        complete: !open && (!among || seems_whole),
    })
}

/// The scores of the parts make the score.
fn kind_is_points(tagged: &Tagged, total: Id) -> bool {
    tagged.tags[total].number.kind == Kind::Points
}

/// Whether nothing but a noun stands between a total and the bracket behind it.
fn stands_next(tagged: &Tagged, total: Id, list: &List) -> bool {
    let tag = &tagged.tags[total];
    tag.piece + 1 == list.piece
        && tagged
            .tags
            .get(total + 1)
            .is_none_or(|next| next.range.start >= list.before)
}

/// Whether a number may be a total of what follows.
fn may_be_total(text: &str, tagged: &Tagged, id: Id) -> bool {
    let tag = &tagged.tags[id];
    let before = text[tag.before.clone()].trim_end();
    let countable = !matches!(tag.number.kind, Kind::Percent | Kind::PercentPoints | Kind::Bare);
    let other = matches!(
        tag.measure,
        Measure::Growth { .. } | Measure::Share | Measure::Rate(_) | Measure::Each | Measure::Before | Measure::Weight
    );
    countable && !other && !tag.bound && !tag.number.about && BALANCE.ending(before).is_none()
}

/// A total that follows its parts: 甲400万元、乙200万元，合计600万元.
fn total_last(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let total = tagged.tags.get(id)?;
    let named = total.measure == Measure::Total && !text[total.before.clone()].contains("累计");
    if !named || total.bound || text[total.subject.clone()].chars().count() > 4 {
        return None;
    }
    let (sentence, depth) = (tagged.sentence(total), tagged.depth(total));
    let mut before: Vec<Id> = (0..id)
        .rev()
        .take_while(|other| tagged.sentence(&tagged.tags[*other]) == sentence)
        .filter(|other| {
            let tag = &tagged.tags[*other];
            tagged.depth(tag) == depth && tag.number.kind == total.number.kind && may_be_total(text, tagged, *other)
        })
        .collect();
    before.reverse();
    let relation = |parts: &[Id]| Relation::Sum {
        total: id,
        parts: parts.to_vec(),
        complete: true,
    };
    for from in 0..before.len().saturating_sub(1) {
        let relation = relation(&before[from..]);
        if ledger.judge(&relation) == Verdict::Holds {
            return Some(relation);
        }
    }
    let is_part = |id: &Id| {
        matches!(
            tagged.tags[*id].measure,
            Measure::Plain | Measure::Executed | Measure::Adjusted
        )
    };
    // What stands before a semicolon is another list.
    let from = before.first().map_or(0, |first| tagged.tags[*first].piece);
    let groups = tagged.pieces.get(from + 1..=total.piece).unwrap_or_default();
    let in_one_group = groups.iter().all(|piece| piece.mark != Mark::Group);
    let start = before.first().map_or(0, |first| tagged.tags[*first].range.start);
    let is_open = text.get(start..total.range.start).is_some_and(|said| OPEN.any_in(said));
    (before.len() > 1
        && in_one_group
        && !is_open
        && before.iter().all(is_part)
        && text[total.subject.clone()].trim().is_empty())
    .then(|| relation(&before))
}
