//! 不说“其中”的分项: numbers of one kind in a row right behind a total, or right before one, without a word that opens a list:
//! 审执结9,873件，刑事486件、民事6,120件、…; 分馆14个、书房8个、流通点32个，合计服务点55个.

use rust_decimal::Decimal;

use crate::domain::prose::stops::Mark;
use crate::domain::prose::words::WordList;

use super::parts::{is_list_name, overlap};
use super::rows::{is_divided, is_of_lost_points, may_be_part};
use super::together::before_parts;
use super::totals::{may_be_total, sum};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{is_near, is_slip};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::facts::reading::wholes::is_whole_set;

/// Words at the head of a total that stands last.
const SUMS_UP: WordList = WordList::of(&[
    "合计",
    "共计",
    "总计",
    "累计",
    "共",
    "总共",
    "全年",
    "上半年",
    "下半年",
    "前三季度",
    "年内共",
    "两年",
    "三年",
    "总数",
    "三项",
    "两项",
    "四项",
    "总额",
]);

/// Adds the sums of such rows.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for id in 0..tagged.tags.len() {
        let kind = &tagged.tags[id].number.kind;
        let is_lost = *kind == Kind::Points && is_of_lost_points(text, &tagged.tags[id]);
        if !is_lost && !matches!(kind, Kind::Money | Kind::Count(_)) || !may_be_total(text, tagged, id) {
            continue;
        }
        let is_known = |relation: &Relation| matches!(relation, Relation::Sum { total, .. } if *total == id);
        if ledger.relations.iter().chain(&ledger.agreeing).any(is_known) {
            continue;
        }
        // What is a part itself has hardly the others as its own.
        let is_part = |relation: &Relation| matches!(relation, Relation::Sum { parts, .. } if parts.contains(&id));
        let is_part = ledger
            .relations
            .iter()
            .any(|known| is_part(known) && ledger.judge(known) == Verdict::Holds);
        let behind = || behind_total(text, tagged, id, ledger).filter(|_| !is_part);
        let one_by_one = || before_parts(text, tagged, id, ledger).filter(|_| !is_lost);
        let found = before_total(text, tagged, id, ledger)
            .or_else(behind)
            .or_else(one_by_one);
        ledger.relations.extend(found);
    }
}

/// Whether two neighbouring numbers may be parts of one row.
fn go_on(tagged: &Tagged, one: &Tag, other: &Tag) -> bool {
    let is_alike = one.number.kind == other.number.kind && one.number.scale == other.number.scale;
    let marks = tagged.pieces.get(one.piece + 1..=other.piece).unwrap_or_default();
    // 效益未扣分 has no number of its own.
    let is_blank = |piece: usize| tagged.in_piece(piece).is_empty() && one.number.kind == Kind::Points;
    is_alike
        && tagged.sentence(one) == tagged.sentence(other)
        && tagged.depth(one) == tagged.depth(other)
        && (one.piece + 1..other.piece).all(is_blank)
        && marks
            .iter()
            .all(|piece| piece.mark <= Mark::Clause || piece.mark == Mark::Colon && one.number.kind == Kind::Points)
}

/// The parts that stand right before a total.
fn before_total(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let total = tagged.tags.get(id)?;
    let said = text.get(total.before.clone())?.trim();
    let word = SUMS_UP
        .beginning(said)
        .or_else(|| SUMS_UP.ending(said.trim_end_matches('为')))?;
    // 存量86件，新收412件，共办结468件: what became of them, not all of them.
    const BECAME: WordList = WordList::of(&["办结", "审结", "结案", "完成", "化解", "整改", "执结", "处理"]);
    let became = said.strip_prefix(word).and_then(|rest| BECAME.beginning(rest));
    let mut run: Vec<Id> = Vec::new();
    let mut last = total;
    for other in (0..id).rev() {
        let tag = &tagged.tags[other];
        if !go_on(tagged, tag, last) || !may_be_part(text, tag) {
            break;
        }
        run.insert(0, other);
        last = tag;
    }
    let says = |word: &str| {
        run.iter().any(|id| {
            text.get(tagged.tags[*id].before.clone())
                .is_some_and(|said| said.contains(word))
        })
    };
    if run.len() < 2 || became.is_some_and(|word| !says(word)) {
        return None;
    }
    let mut ways = (0..run.len() - 1).map(|from| sum(id, &run[from..]));
    if let Some(held) = ways.find(|relation| ledger.judge(relation) == Verdict::Holds) {
        return Some(held);
    }
    let all = sum(id, &run);
    let Verdict::Broken { expected } = ledger.judge(&all) else {
        return None;
    };
    let made = expected.middle();
    let is_close = is_near(total.number.value, made) && (run.len() > 2 || is_slip(&all, ledger));
    is_close.then_some(all)
}

/// The parts that stand right behind a total.
fn behind_total(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let total = tagged.tags.get(id)?;
    let mut run: Vec<Id> = Vec::new();
    let mut last = total;
    for (other, tag) in tagged.tags.iter().enumerate().skip(id + 1) {
        if tag.piece == total.piece || !go_on(tagged, last, tag) {
            break;
        }
        let is_first = run.is_empty();
        // 分年度为210万元、260万元: the first says how all are named.
        if !may_be_part(text, tag) || is_first && !names(text, tag) {
            break;
        }
        run.push(other);
        last = tag;
    }
    // The list goes on with numbers of another kind, or is no list.
    let next = tagged.tags.get(run.last()? + 1);
    let next_piece = tagged.pieces.get(last.piece + 1);
    let goes_on =
        next_piece.is_some_and(|piece| piece.mark == Mark::Item) || next.is_some_and(|next| next.piece == last.piece);
    let after = text.get(last.after.clone()).unwrap_or_default();
    if run.len() < 2 || goes_on || after.contains('等') {
        return None;
    }
    let by_items = run.windows(2).all(|pair| {
        let tag = &tagged.tags[pair[1]];
        tagged.mark(tag) == Mark::Item || tag.piece == tagged.tags[pair[0]].piece
    });
    let all = sum(id, &run);
    let expected = match ledger.judge(&all) {
        Verdict::Holds => return Some(all),
        Verdict::Broken { expected } => expected,
        Verdict::Unknown => return None,
    };
    let called: Vec<&str> = run
        .iter()
        .map(|id| text[tagged.tags[*id].before.clone()].trim())
        .collect();
    let values: Vec<Decimal> = run.iter().map(|id| tagged.tags[*id].number.value).collect();
    let is_twice = (1..called.len()).any(|place| !called[place].is_empty() && called[..place].contains(&called[place]));
    if is_twice || overlap(total.number.value, &values, &called) || !is_list_name(&called) && !is_whole_set(&called) {
        return None;
    }
    let (stated, made) = (total.number.value, expected.middle());
    if values.iter().any(|value| *value > stated) {
        return None;
    }
    let apart = (stated - made).abs();
    let is_whole = is_whole_set(&called) || is_divided(&called);
    let slips = is_slip(&all, ledger);
    // What is left out may not be named; more than all of it there cannot be.
    let is_more = made > stated && apart * Decimal::TEN <= stated && by_items && run.len() > 2;
    let is_less = made < stated && (slips && by_items && run.len() > 2 || is_whole && is_near(stated, made));
    let is_lost = total.number.kind == Kind::Points && is_near(stated, made);
    let is_wrong =
        is_lost || is_more || is_less || is_whole && slips || is_whole && made > stated && is_near(stated, made);
    is_wrong.then_some(all)
}

/// Whether the words before a number name it.
fn names(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    said.chars().count() > 1 && !said.contains(|c: char| c.is_ascii_digit())
}
