//! 余下的率: a rate of what is well beside the count of what is not: 抽检1,600批次，不合格24批次，合格率98.5%; 原值480万元，已提折旧168万元，
//! 成新率65%. The count is what the rate leaves of the whole, and no part of which the rate is.

use crate::domain::prose::words::WordList;

use super::denied::denies;
use super::rates::states;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Rates and what they leave, by other words than their own with 不 or 未 before them.
const OPPOSITES: [(WordList, WordList); 6] = [
    (
        WordList::of(&["合格", "达标", "优良", "规范"]),
        WordList::of(&["问题", "超标", "不良", "缺陷", "违规", "劣质", "差错", "不符合"]),
    ),
    (
        WordList::of(&["完好", "在线", "正常运行", "可用"]),
        WordList::of(&["损坏", "故障", "问题", "破损", "停用", "离线"]),
    ),
    (
        WordList::of(&["准确", "正确"]),
        WordList::of(&["差错", "错误", "有误", "误差"]),
    ),
    (
        WordList::of(&["差错", "错误", "问题", "超标", "故障"]),
        WordList::of(&["合格", "正确", "准确", "完好", "达标"]),
    ),
    (WordList::of(&["成新"]), WordList::of(&["折旧"])),
    (
        WordList::of(&["出勤", "到岗", "到课", "到会", "参训", "参会", "出席"]),
        WordList::of(&["缺勤", "请假", "缺席", "缺课"]),
    ),
];

/// Adds the rates of a text that stand beside what they leave.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let is_rate = tag.number.kind == Kind::Percent && matches!(tag.measure, Measure::Plain | Measure::Rate(_));
        if is_rate && states(tag) && !tag.number.about {
            let found = left(text, tagged, id, ledger);
            ledger.relations.extend(found);
        }
    }
}

/// The whole and what a rate leaves of it, both in the sentence of the rate.
fn left(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id)?;
    let stem = stem(text, tag)?;
    let sentence = tagged.sentence(tag);
    let is_near = |other: &Id| tagged.sentence(&tagged.tags[*other]) == sentence;
    let before = (0..id).rev().take_while(is_near);
    let behind = (id + 1..tagged.tags.len()).take_while(is_near);
    let is_count =
        |other: &Tag| matches!(other.number.kind, Kind::Money | Kind::Count(_)) && states(other) && !other.number.about;
    let is_left = |other: &Id| {
        let own = &tagged.tags[*other];
        let said = text.get(own.before.clone()).unwrap_or_default();
        let opposite = || {
            OPPOSITES
                .iter()
                .any(|(rate, rest)| rate.ending(stem).is_some() && rest.any_in(said))
        };
        is_count(own) && (denies(text, own, last_two(stem)) || opposite())
    };
    let is_beside = |other: &Id| {
        let between = text.get(tag.range.end..tagged.tags[*other].range.start);
        between.is_some_and(|said| !said.contains(['；', ';']))
    };
    let next = behind.clone().next().filter(is_beside);
    let rest = before.clone().find(is_left).or_else(|| next.filter(is_left))?;
    let own = &tagged.tags[rest];
    let alike = |other: &Id| {
        let tag = &tagged.tags[*other];
        is_count(tag) && tag.number.kind == own.number.kind && tag.number.value > own.number.value && *other < rest
    };
    let complement = |whole: Id| Relation::Complement { rate: id, rest, whole };
    // 到位3,510万元，到位率97.5%，尚有90万元未到位: the rate is that of what came.
    let is_done = |other: &Id| {
        let said = text.get(tagged.tags[*other].before.clone()).unwrap_or_default();
        said.contains(last_two(stem))
            && !said.contains('应')
            && *other != rest
            && !denies(text, &tagged.tags[*other], last_two(stem))
    };
    if before.clone().any(|other| is_done(&other)) {
        return None;
    }
    let wholes: Vec<Id> = before.filter(alike).take(4).collect();
    let held = wholes
        .iter()
        .map(|whole| complement(*whole))
        .find(|relation| ledger.judge(relation) == Verdict::Holds);
    // 应检500份，实检480份，不合格12份: of the nearest.
    held.or_else(|| wholes.first().map(|whole| complement(*whole)))
}

/// What a rate is called by, without 率 or 度.
fn stem<'a>(text: &'a str, tag: &Tag) -> Option<&'a str> {
    let said = text
        .get(tag.before.clone())?
        .trim_end_matches(['为', '达', '到', '是', '约', '仅', '有', ' ']);
    let stem = said.strip_suffix(['率', '度'])?;
    let denied = ["不", "未", "没有"].iter().any(|not| stem.contains(not));
    (!denied && stem.chars().count() > 1).then_some(stem)
}

fn last_two(stem: &str) -> &str {
    let start = stem.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    &stem[start..]
}
