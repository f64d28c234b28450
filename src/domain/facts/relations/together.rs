//! 几项合计: totals that count or name their parts, wherever these stand: 第一批240万元；第二批185.5万元。两批共拨付425.5万元;
//! 新建14个、改造9个、撤并3个，新建和改造合计23个; and totals whose parts follow one by one: 化解146件：一是…98件；二是…48件.
//!
//! The words say how many numbers belong together (两项), which (新建和改造) or that what follows is all (按来源分，), so that
//! no mark between the numbers matters. What they leave open is told only where one slip keeps the numbers from making it.

use crate::domain::prose::stops::Mark;
use crate::domain::prose::words::WordList;

use super::parts::{is_list_name, overlap};
use super::rows::{is_divided, is_of_lost_points, may_be_part};
use super::totals::{may_be_total, sum};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{digits, is_near, is_slip, is_swapped};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::facts::reading::wholes::is_whole_set;

/// Words that add up what was named before; 累计 only where its parts are counted.
const SUMS_UP: WordList = WordList::of(&["合计", "共计", "总计", "总共", "共", "累计"]);

/// Numbers in words, and what they count where parts are added: 三批, 两项.
const NUMERALS: &str = "两二三四五六七八九十";
const CLASSES: &str = "项类批种者个块级期次组部方";

/// Words that say that what follows is all of what stands before.
const DIVIDES: WordList = WordList::of(&[
    "分，",
    "分：",
    "分为",
    "来源看",
    "构成看",
    "用途看",
    "类别看",
    "结构看",
    "具体为",
    "分别",
]);

/// So many parts at most.
const MOST: usize = 10;

/// The sum that a total behind its parts states by counting or naming them.
pub fn behind_parts(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let total = tagged.tags.get(id)?;
    let said = words_before(text, tagged, total).trim();
    let (at, word) = SUMS_UP.last_in(said)?;
    let (lead, tail) = (said.get(..at)?, said.get(at + word.len()..)?);
    const TAIL: usize = 5;
    // 两项合计执行率98.19% is that of both, and no sum of two rates.
    if tail.chars().count() > TAIL || total.bound || total.number.about || tail.contains(['划', '应', '同', '率']) {
        return None;
    }
    let row = row_before(text, tagged, id);
    let many = counted(lead);
    let named = named(text, tagged, &row, lead);
    let is_named = named.len() > 1 && many.is_none_or(|many| many == named.len());
    let parts: Vec<Id> = match many {
        _ if is_named => named,
        Some(many) => row.get(row.len().checked_sub(many)?..)?.to_vec(),
        None if (lead.contains("上述") || lead.contains("以上")) && row.len() > 1 => row.clone(),
        None => return None,
    };
    let stated = sum(id, &parts);
    let Verdict::Broken { expected } = ledger.judge(&stated) else {
        return Some(stated);
    };
    // Where none is named, some others in a row, or all of them, may be meant.
    let windows = row.windows(parts.len()).chain([row.as_slice()]).filter(|_| !is_named);
    let others = windows.filter(|parts| parts.len() > 1).map(|parts| sum(id, parts));
    if let Some(held) = others.into_iter().find(|other| ledger.judge(other) == Verdict::Holds) {
        return Some(held);
    }
    let is_counted = many == Some(row.len());
    let is_meant = is_counted || is_near(total.number.value, expected.middle()) || is_slip(&stated, ledger);
    is_meant.then_some(stated)
}

/// The words before a total in its piece, back to the last number in digits: 两项 is one of them.
fn words_before<'a>(text: &'a str, tagged: &Tagged, total: &Tag) -> &'a str {
    let start = tagged
        .piece(total)
        .map_or(total.before.start, |piece| piece.range.start);
    let said = text.get(start..total.range.start).unwrap_or_default();
    let from = said.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    said.get(from..).unwrap_or_default()
}

/// Whether a number is written in digits.
fn in_digits(text: &str, tag: &Tag) -> bool {
    text.get(tag.range.clone())
        .is_some_and(|said| said.contains(|c: char| c.is_ascii_digit()))
}

/// How many parts the last words of a lead count: 三类案件, 两项.
fn counted(lead: &str) -> Option<usize> {
    const REACH: usize = 7;
    let start = lead.char_indices().rev().take(REACH).last().map_or(0, |(at, _)| at);
    let near: Vec<char> = lead.get(start..)?.chars().collect();
    let place = near
        .windows(2)
        .rposition(|pair| NUMERALS.contains(pair[0]) && CLASSES.contains(pair[1]))?;
    // 第三批 is one of them.
    if place.checked_sub(1).is_some_and(|before| near[before] == '第') {
        return None;
    }
    numeral(near[place])
}

fn numeral(c: char) -> Option<usize> {
    match c {
        '两' => Some(2),
        _ => "一二三四五六七八九十"
            .chars()
            .position(|own| own == c)
            .map(|place| place + 1),
    }
}

/// The numbers before a total that may be its parts, each in a piece of its own, in their order.
fn row_before(text: &str, tagged: &Tagged, id: Id) -> Vec<Id> {
    let total = &tagged.tags[id];
    let mut row: Vec<Id> = Vec::new();
    let first = (0..id)
        .rev()
        .take_while(|other| tagged.line(&tagged.tags[*other]) == tagged.line(total));
    for other in first {
        let tag = &tagged.tags[other];
        let is_alike = tag.number.kind == total.number.kind && tagged.depth(tag) == tagged.depth(total);
        if !is_alike {
            continue;
        }
        let is_own = row
            .first()
            .is_none_or(|next| tagged.tags[*next].piece > tag.piece || joined(text, &tagged.tags[*next]));
        if !is_own || !may_be_one(text, tag) || row.len() == MOST {
            break;
        }
        row.insert(0, other);
    }
    row
}

/// 甲3个和乙5个.
fn joined(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    said.starts_with(['和', '及', '与', '、'])
}

/// Whether a number may be one of the parts by its words.
fn may_be_one(text: &str, tag: &Tag) -> bool {
    let is_lost = tag.number.kind != Kind::Points || is_of_lost_points(text, tag);
    let is_other = matches!(
        tag.measure,
        Measure::Growth { .. } | Measure::Share | Measure::Each | Measure::Before | Measure::Total
    );
    let said = text.get(tag.before.clone()).unwrap_or_default();
    let is_summed = ["共", "合计", "累计", "同比", "较上", "比上", "每", "均", "目标"]
        .iter()
        .any(|word| said.contains(word));
    is_lost && in_digits(text, tag) && !is_other && !is_summed && !tag.bound && !tag.number.about
}

/// The parts of a row that the words before 合计 name: 新建和改造, 来信来电, or what all of them have in common, 培训.
fn named(text: &str, tagged: &Tagged, row: &[Id], lead: &str) -> Vec<Id> {
    const HEADS: [&str; 8] = ["全年", "本年", "年内", "上述", "以上", "其中", "全市", "全县"];
    let mut lead = lead.trim();
    while let Some(rest) = HEADS.iter().find_map(|head| lead.strip_prefix(head)) {
        lead = rest;
    }
    let segments: Vec<&str> = lead
        .split(['和', '与', '及', '、', '两', '三', '四'])
        .filter(|segment| segment.chars().count() > 1)
        .collect();
    let called = |id: &&Id| {
        let tag = &tagged.tags[**id];
        let before = text.get(tag.before.clone()).unwrap_or_default().trim();
        let around = text.get(tag.before.start..tag.after.end).unwrap_or_default();
        segments
            .iter()
            .any(|segment| around.contains(segment) || before.chars().count() > 1 && segment.contains(before))
    };
    row.iter().filter(called).copied().collect()
}

/// The sum of the parts that follow a total one by one, behind words that divide it or in sentences of their own.
pub fn before_parts(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let total = tagged.tags.get(id)?;
    let is_part = ledger.total_of(id).is_some() || !in_digits(text, total) || items(text, tagged, &[id]) > 0;
    if is_part || !matches!(total.number.kind, Kind::Money | Kind::Count(_)) || !may_be_total(text, tagged, id) {
        return None;
    }
    let (run, separator) = row_behind(text, tagged, id);
    let first = &tagged.tags[*run.first()?];
    let lead = text.get(total.range.end..first.range.start)?;
    let is_led = first.piece > total.piece + 1 || separator > Mark::Clause || lead.contains(['：', '。', '；', '\n']);
    if run.len() < 2 || !is_led {
        return None;
    }
    let all = sum(id, &run);
    let expected = match ledger.judge(&all) {
        Verdict::Holds => return Some(all),
        Verdict::Broken { expected } => expected,
        Verdict::Unknown => return None,
    };
    let (stated, made) = (total.number.value, expected.middle());
    let names: Vec<&str> = run
        .iter()
        .map(|id| text[tagged.tags[*id].before.clone()].trim())
        .collect();
    let values: Vec<_> = run.iter().map(|id| tagged.tags[*id].number.value).collect();
    // 6,872批次，其中省级6,012批次；按类别分，…: of the whole that stands before.
    let line = tagged.line(total);
    let earlier = (0..id)
        .rev()
        .take_while(|other| tagged.line(&tagged.tags[*other]) == line);
    let mut wholes = earlier
        .filter(|other| tagged.tags[*other].number.kind == total.number.kind)
        .map(|other| sum(other, &run));
    if let Some(held) = wholes.find(|relation| ledger.judge(relation) == Verdict::Holds) {
        return Some(held);
    }
    let is_twice = (1..names.len()).any(|place| names[..place].contains(&names[place]));
    let is_more = values.iter().any(|value| *value > stated) && !is_swapped(stated, made);
    if is_twice || is_more || overlap(stated, &values, &names) || !is_list_name(&names) {
        return None;
    }
    let last = text.get(first.range.start..tagged.tags[*run.last()?].after.end)?;
    let is_open = last.contains('等') || lead.contains("其中");
    let is_listed = run.len() == items(text, tagged, &run);
    let is_all = counted(lead.trim_end_matches(['：', ':', '，', '。'])) == Some(run.len())
        || DIVIDES.any_in(lead)
        || is_listed
        || is_divided(&names)
        || is_whole_set(&names)
        || total.measure == Measure::Total && names.last().is_some_and(|name| name.starts_with("其他"));
    let is_meant =
        is_all && is_near(stated, made) || is_slip(&all, ledger) && (run.len() > 2 || digits(stated).len() > 2);
    (is_meant && !is_open).then_some(all)
}

/// How many of some parts stand behind a number of a list: 一是, ②, 第二批.
fn items(text: &str, tagged: &Tagged, run: &[Id]) -> usize {
    let is_item = |id: &&Id| {
        let tag = &tagged.tags[**id];
        let start = tagged.piece(tag).map_or(tag.before.start, |piece| piece.range.start);
        let before = text.get(..start).unwrap_or_default().trim_end();
        let own = text.get(start..tag.range.start).unwrap_or_default();
        let digit = |c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit();
        let numbered = before
            .strip_suffix(['是', '.', '．', '）', ')', '、'])
            .is_some_and(|rest| rest.ends_with(digit));
        numbered || before.ends_with(|c| ('①'..='⑳').contains(&c)) || own.starts_with('第') || own.contains("季度")
    };
    run.iter().filter(is_item).count()
}

/// The numbers behind a total that go on one like another, and the mark that separates them.
fn row_behind(text: &str, tagged: &Tagged, id: Id) -> (Vec<Id>, Mark) {
    let total = &tagged.tags[id];
    let mut run: Vec<Id> = Vec::new();
    let mut separator: Option<Mark> = None;
    let mut last = total.piece;
    let mut gap = Mark::Item;
    for (other, tag) in tagged.tags.iter().enumerate().skip(id + 1) {
        let marks = tagged.pieces.get(last + 1..=tag.piece).unwrap_or_default();
        let between = marks
            .iter()
            .map(|piece| piece.mark)
            .filter(|mark| *mark != Mark::Close)
            .max();
        let Some(between) = between else { break };
        if tag.number.kind != total.number.kind {
            // What is said beside a part is no part; a number before the first is of something else.
            let is_beyond = separator.map_or(matches!(tag.measure, Measure::Rate(_)), |own| tagged.mark(tag) >= own);
            if run.is_empty() && between > Mark::Clause || !run.is_empty() && is_beyond {
                break;
            }
            continue;
        }
        let is_next =
            tagged.depth(tag) == tagged.depth(total) && tag.number.scale == total.number.scale && between < Mark::Line;
        if !is_next || !may_be_part(text, tag) || run.len() == MOST {
            // A list that goes on with something else may not be over.
            if separator.is_some_and(|own| between <= own && own < Mark::Sentence) {
                run.clear();
            }
            break;
        }
        if let Some(first) = run.first() {
            let own = *separator.get_or_insert(between);
            // 支出803万元，结转12万元。构成：…: what stands nearer to the total than to the next is no part.
            if own > gap && gap != Mark::Colon {
                return (Vec::new(), own);
            }
            if between > own || tag.piece == tagged.tags[*first].piece {
                break;
            }
        } else {
            gap = between;
        }
        run.push(other);
        last = tag.piece;
    }
    (run, separator.unwrap_or(Mark::Item))
}
