//! 算出来的说法: what kind of claim a number makes by the words before it, that it is a rate, a change or a difference, and the
//! numbers of its sentence that it may follow from.

use crate::domain::prose::words::WordList;

use super::rates::{before, is_rate_of_change};
use super::shares::whole_name;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::multiples::is_multiple;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// How a claim follows from two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// One of the other.
    Ratio,
    /// By how much of the earlier one it changed.
    Change(bool),
    /// What lies between them.
    Difference,
}

/// Words that say how far two numbers are apart.
const APART: WordList = WordList::of(&[
    "相差",
    "差",
    "差额",
    "缺口",
    "缺口为",
    "偏差",
    "超收",
    "短收",
    "超出",
    "超",
    "结余",
    "尚余",
    "余",
    "剩余",
    "盈余",
    "低于",
    "高于",
    "高出",
    "低",
    "高",
    "少",
    "多",
    "节余",
    "节支",
    "节省",
    "节约",
    "未完成",
    "超编",
    "缺编",
    "空编",
    "超概算",
    "超预算",
    "超计划",
    "超目标",
    "超支",
    "超概",
]);

/// Rates at which something became less than it was to be.
const SAVED: WordList = WordList::of(&["节约率", "节支率", "节资率", "下浮率", "降幅", "减幅", "压减率"]);

/// What kind of claim a number makes by the words before it.
pub fn claim(text: &str, tag: &Tag) -> Option<Claim> {
    let said = text
        .get(tag.before.clone())?
        .trim_end_matches(['为', '达', '到', '是', '约', '了', ' ']);
    // 节约资金21.6万元.
    let bare = said.strip_suffix("资金").or_else(|| said.strip_suffix("金额"));
    let said = bare
        .filter(|bare| bare.ends_with(['约', '省', '支', '减', '超', '差']))
        .unwrap_or(said);
    match (&tag.number.kind, &tag.measure) {
        _ if tag.number.about || tag.bound || is_rate_of_change(text, tag) => None,
        // 每低1个百分点 is a rule.
        _ if said.contains("每低") || said.contains("每高") || said.contains("每少") || said.contains("每超") => {
            None
        }
        (Kind::Percent, Measure::Growth { down }) => Some(Claim::Change(*down)),
        (Kind::Percent, _) if SAVED.ending(said).is_some() => Some(Claim::Change(true)),
        (Kind::Percent, Measure::Rate(_) | Measure::Share) => Some(Claim::Ratio),
        (Kind::Percent, Measure::Plain) if said.ends_with("超出") || said.ends_with("超额") => {
            Some(Claim::Change(false))
        }
        (Kind::Percent, Measure::Plain) => {
            (is_multiple(&tag.number) || said.ends_with(['率', '度', '重', '例'])).then_some(Claim::Ratio)
        }
        (Kind::Percent | Kind::Points | Kind::Bare, _) => None,
        // 超过目标值88%4.5个百分点: nothing stands between two numbers of which one is beyond the other.
        (Kind::PercentPoints, _) if said.is_empty() => Some(Claim::Difference),
        (_, Measure::Growth { .. } | Measure::Unspent) => Some(Claim::Difference),
        _ => (APART.ending(said).is_some() && !said.ends_with("不低于")).then_some(Claim::Difference),
    }
}

/// The numbers of the sentence that the claim may follow from, nearest first: of one kind and unit, no claims
/// themselves. Those behind the claim count where a bracket opens right after it.
pub fn numbers(text: &str, tagged: &Tagged, id: Id, claim: Claim) -> Vec<Id> {
    const MOST: usize = 5;
    let tag = &tagged.tags[id];
    let sentence = tagged.sentence(tag);
    let is_base = |other: &Tag| match (claim, &tag.number.kind, &other.number.kind) {
        (Claim::Difference, Kind::PercentPoints, kind) => *kind == Kind::Percent,
        (Claim::Difference, kind, other) => kind == other,
        (_, _, other) => matches!(other, Kind::Money | Kind::Count(_)),
    };
    let is_claim = |other: &Tag| claim_of_base(text, other, claim);
    let mut near: Vec<Id> = before(tagged, id)
        .take_while(|(_, other)| tagged.sentence(other) == sentence)
        .filter(|(_, other)| is_base(other) && !is_claim(other))
        .map(|(other, _)| other)
        .take(MOST)
        .collect();
    if near.len() < 2 {
        // 增长13.28%（上年为421.70万人次）, 占总支出的52.77%，总支出1975.46万元，项目支出682.30万元.
        let behind = tagged.tags.iter().enumerate().skip(id + 1);
        let is_near = |other: &Tag| {
            let between = text.get(tag.range.end..other.range.start).unwrap_or_default();
            tagged.sentence(other) == sentence && !between.contains(['；', ';']) && !between.contains("其中")
        };
        let behind = behind.take_while(|(_, other)| is_near(other));
        let said = |other: &Tag| text.get(other.before.clone()).unwrap_or_default();
        let whole = whole_name(said(tag)).unwrap_or_default();
        let is_told = |other: &Tag| {
            tagged.depth(other) > tagged.depth(tag)
                || claim != Claim::Ratio && EARLIER.any_in(said(other))
                || claim == Claim::Ratio && !whole.is_empty()
        };
        let behind = behind.filter(|(_, other)| is_base(other) && !is_claim(other) && !other.bound && is_told(other));
        near.extend(behind.map(|(other, _)| other).take(MOST - 3));
    }
    // What a percentage is of what has one kind; the kind that two numbers have is meant.
    if let Some(kind) = near.iter().map(|id| &tagged.tags[*id].number.kind).find(|kind| {
        near.iter()
            .filter(|other| tagged.tags[**other].number.kind == **kind)
            .count()
            > 1
    }) {
        let kind = kind.clone();
        near.retain(|id| tagged.tags[*id].number.kind == kind);
    }
    near
}

/// Whether a number is a difference or change itself, so that nothing follows from it.
fn claim_of_base(text: &str, tag: &Tag, claim: Claim) -> bool {
    if tag.number.kind == Kind::Percent {
        return claim != Claim::Difference || matches!(tag.measure, Measure::Growth { .. } | Measure::Share);
    }
    matches!(tag.measure, Measure::Growth { .. } | Measure::Each)
        || APART.ending(text[tag.before.clone()].trim_end()).is_some()
}

/// What the claim would be of each two of some numbers.
pub fn candidates(id: Id, claim: Claim, near: &[Id]) -> Vec<Relation> {
    let mut all = Vec::new();
    for one in near {
        for other in near.iter().filter(|other| *other != one) {
            all.push(match claim {
                Claim::Ratio => Relation::Ratio {
                    rate: id,
                    part: *one,
                    whole: *other,
                },
                Claim::Change(down) => Relation::Change {
                    rate: id,
                    now: *one,
                    before: *other,
                    down: Some(down),
                },
                Claim::Difference => Relation::Difference {
                    of: id,
                    more: *one,
                    less: *other,
                },
            });
        }
    }
    all
}

/// Whether the two numbers may be what the claim is of: of one printed unit and time.
pub fn fits(text: &str, tagged: &Tagged, tag: &Tag, near: &[Id]) -> bool {
    let [one, other] = near else { return false };
    let (one, other) = (&tagged.tags[*one], &tagged.tags[*other]);
    let of_part = |tag: &Tag| matches!(tag.period, Period::Part);
    // 查处案件12件，罚款3件，办结率98%: a rate of its own name beside numbers that do not bear it.
    let name = text.get(tag.before.clone()).unwrap_or_default();
    let ended = name.trim_end_matches(['为', '达', '到', '是', '约']);
    let is_saved = SAVED.ending(ended).is_some() || ended.ends_with("超出") || ended.ends_with("超额");
    let plain = tag.number.kind == Kind::Percent && tag.measure == Measure::Plain && !is_saved;
    let stem: Vec<char> = name
        .chars()
        .rev()
        .skip(1)
        .take(2)
        .filter(|c| !"达为是".contains(*c))
        .collect();
    let around = |tag: &Tag| text.get(tag.before.start..tag.after.end).unwrap_or_default();
    let is_named = stem
        .iter()
        .all(|c| around(one).contains(*c) || around(other).contains(*c));
    let first = one.range.start.min(other.range.start);
    let in_group = !text
        .get(first..tag.range.start)
        .unwrap_or_default()
        .contains(['；', ';']);
    one.number.scale == other.number.scale && of_part(one) == of_part(other) && (!plain || is_named && in_group)
}

/// Words before the number of an earlier time.
const EARLIER: WordList = WordList::of(&["上年", "去年", "同期", "年初", "上一年"]);
