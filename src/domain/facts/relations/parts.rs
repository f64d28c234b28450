//! 分项: the parts of a list, each a name with one number, and how far the list reaches.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use crate::domain::facts::judging::relation::Id;
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::prose::stops::Mark;

/// One part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number.
    pub id: Id,
    /// What it is called.
    pub name: Range<usize>,
}

/// The parts that follow a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// All that may be parts, up to the end of the sentence.
    pub parts: Vec<Part>,
    /// How many of them stand before the marks say that something else begins.
    pub boundary: usize,
    /// Where the list ends, up to that boundary.
    pub end: usize,
}

/// Words in a part that make it something else: a change, a share, a total of its own, how far the things of the
/// total have come (收回、办结、完工), which is no kind of them.
const OTHERWISE: WordList = WordList::of(&[
    "较",
    "同比",
    "环比",
    "比上",
    "比去",
    "同期",
    "增加",
    "增长",
    "减少",
    "下降",
    "占",
    "平均",
    "每",
    "人均",
    "户均",
    "累计",
    "合计",
    "共计",
    "总共",
    "超过",
    "去年",
    "上年",
    "不足",
    "另有",
    "收回",
    "回收",
    "办结",
    "审结",
    "结案",
    "完工",
    "竣工",
    "整改",
    "验收",
    "达标",
    "提起",
    "报废",
    "执行数",
    "已拨付",
    "已支付",
    "已支出",
    "走访",
    "发放",
    "扣",
    "满分",
    "总分",
    "前三季度",
    "前三个季度",
]);

/// What came over from the year before.
const CARRIED: WordList = WordList::of(&["上年结转", "上年结余", "上年度结转", "上年度结余", "以前年度结转"]);

/// Groups that overlap with others, so that they need not add up: 党员80人、女性90人.
const OVERLAPPING: WordList = WordList::of(&[
    "女",
    "党员",
    "少数民族",
    "学历",
    "本科",
    "研究生",
    "岁",
    "职称",
    "残疾",
    "老年",
]);

/// A part's name has no more characters.
const LONGEST: usize = 24;

/// The parts that follow a place in a piece. Those in a bracket end with it, the others with their sentence.
pub fn parts_from(text: &str, tagged: &Tagged, piece: usize, from: usize, kind: &Kind) -> Listed {
    let mut listed = Listed::default();
    let Some(first) = tagged.pieces.get(piece) else {
        return listed;
    };
    let (depth, mut sentence, line) = (first.depth, first.sentence, first.line);
    let mut separator: Option<Mark> = None;
    let mut between = Mark::Item;
    let mut open = true;
    let mut nested = false;
    for (place, piece) in tagged.pieces.iter().enumerate().skip(piece) {
        let is_first = listed.parts.is_empty();
        // A list by lines: each item stands on its own.
        let by_lines = piece.mark == Mark::Line && is_first && piece.line == line + 1;
        if by_lines {
            sentence = piece.sentence;
        }
        if piece.depth < depth || piece.sentence != sentence {
            break;
        }
        if piece.depth > depth || piece.range.is_empty() {
            continue;
        }
        // The greatest mark since the last part separates it from the next. The first pair says what separates all;
        // a greater one ends the list.
        if piece.mark != Mark::Close {
            between = between.max(piece.mark);
        }
        nested &= piece.mark != Mark::Group;
        let said = &text[from.clamp(piece.range.start, piece.range.end)..piece.range.end];
        if !is_first && (said.starts_with("其中") || said.starts_with("包括")) {
            // 甲20亩、乙15亩、其中林地5亩: of the last part, no part beside it.
            nested = true;
        }
        if nested {
            continue;
        }
        let own: Vec<Id> = tagged
            .in_piece(place)
            .filter(|id| tagged.tags[*id].range.start >= from)
            .collect();
        // 占40%, 投资20万元: said of the part before, or of something between the parts.
        let beside = |id: &Id| is_beside(&tagged.tags[*id], kind);
        if !own.is_empty() && own.iter().all(beside) {
            continue;
        }
        // 因公出国（境）费: the name goes on behind a bracket.
        let next = tagged.pieces.get(place + 1);
        if own.is_empty() && next.is_some_and(|next| next.mark == Mark::Open) {
            continue;
        }
        let Some(found) = parts(text, tagged, &own, kind, from) else {
            break;
        };
        if !is_first {
            let separates = *separator.get_or_insert(between);
            open &= between <= separates;
        }
        between = Mark::Item;
        listed.parts.extend(found);
        if open {
            listed.boundary = listed.parts.len();
            listed.end = piece.range.end;
        }
    }
    listed
}

/// Whether a number only says something of the part before it: 占40%, 增长5%, 执行率98%; 投资20万元 where pieces are counted.
fn is_beside(tag: &Tag, kind: &Kind) -> bool {
    tag.number.kind == Kind::Percent
        || matches!(tag.measure, Measure::Growth { .. } | Measure::Share)
        || tag.measure == Measure::Weight
        || tag.number.kind != *kind
}

/// The parts of a piece: one, or several with 和 between them.
fn parts(text: &str, tagged: &Tagged, own: &[Id], kind: &Kind, from: usize) -> Option<Vec<Part>> {
    const AND: [&str; 4] = ["和", "及", "与", "以及"];
    let joined = |pair: &[Id]| {
        let before = text.get(tagged.tags[pair[1]].before.clone()).unwrap_or_default();
        AND.iter().any(|word| before.starts_with(word))
    };
    let alike = own.iter().all(|id| tagged.tags[*id].number.kind == *kind);
    if own.len() > 1 && alike && own.windows(2).all(joined) {
        return own.iter().map(|id| part(text, tagged, &[*id], kind, from)).collect();
    }
    Some(vec![part(text, tagged, own, kind, from)?])
}

/// The part that a piece names: one number of the list's kind with a name before or after it.
fn part(text: &str, tagged: &Tagged, own: &[Id], kind: &Kind, from: usize) -> Option<Part> {
    // Of 甲工程3个120万元 the money is the part where the total is money.
    let mut fitting = own.iter().filter(|id| tagged.tags[**id].number.kind == *kind);
    let (id, None) = (*fitting.next()?, fitting.next()) else {
        return None;
    };
    let found = &tagged.tags[id];
    let before = found.before.start.max(from)..found.before.end;
    let subject = found.subject.start.max(before.start)..found.subject.end.max(found.subject.start.max(before.start));
    let after = text[found.after.clone()].trim().trim_end_matches('等').trim();
    let called = text[before.clone()].trim();
    // 上年结转 is money of this year, and a part like any other.
    let is_carried = CARRIED.any_in(called);
    let name = match (called.is_empty(), after.is_empty()) {
        (false, _) if !text[subject.clone()].trim().is_empty() => subject,
        (false, _) => before,
        (true, false) => found.after.clone(),
        (true, true) => return None,
    };
    let name = if found.measure == Measure::Score {
        found.subject.clone()
    } else {
        name
    };
    let said = &text[name.clone()];
    // 由甲50万元、乙70万元组成: the word that opens the list is none of the part's.
    let opened = found.before.start < from && found.measure == Measure::Before;
    let otherwise = !opened
        && matches!(
            found.measure,
            Measure::Growth { .. }
                | Measure::Share
                | Measure::Rate(_)
                | Measure::Before
                | Measure::Each
                | Measure::Total
        )
        && !(is_carried && found.measure == Measure::Before);
    let long = said.chars().count() > LONGEST;
    let named = CARRIED
        .words()
        .iter()
        .fold(called.to_owned(), |called, word| called.replace(word, ""));
    let is_name = !otherwise && !long && !OTHERWISE.any_in(&named) && !found.bound && !found.number.about;
    let is_name = is_name && !said.contains(|c: char| c.is_ascii_digit());
    is_name.then_some(Part { id, name })
}

/// Whether names are those of kinds that exclude each other.
pub fn is_list_name(names: &[&str]) -> bool {
    !names.iter().any(|name| OVERLAPPING.any_in(name))
}

/// Whether the parts cannot be kinds of the total, but are all of it, or most of it, twice over: 收回438份、有效430份.
pub fn overlap(total: Decimal, values: &[Decimal], names: &[&str]) -> bool {
    let most = total * Decimal::TWO / Decimal::from(3);
    let is_all = values.contains(&total) && values.iter().sum::<Decimal>() > total;
    // 行政编制38人，在职36人: posts, and those who have them.
    let is_named = |words: &[&str]| names.iter().any(|name| words.iter().any(|word| name.contains(word)));
    let of_posts = is_named(&["编制"]) && is_named(&["在职", "实有", "在编"]);
    let great = values.iter().filter(|value| **value > most && **value <= total).count();
    of_posts || is_all || great > 1
}
