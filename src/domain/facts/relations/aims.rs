//! 比目标多少: by how much what was done goes beyond what was to be done, or stays behind: 目标600人次，实际645人次，超额完成45人次;
//! 承诺时限15个工作日，实际平均8个工作日，压缩7个工作日. The words say which number is the aim and which was done, so that the
//! difference needs to be near nothing.

use crate::domain::prose::words::WordList;

use super::rates::before;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Words of what was to be.
const AIMS: WordList = WordList::of(&[
    "目标",
    "计划",
    "任务",
    "应",
    "合同工期",
    "总工期",
    "约定",
    "承诺",
    "时限",
    "规定",
    "要求",
    "指标值",
    "限额",
    "定额",
    "控制数",
    "预期",
    "概算",
    "核定",
]);

/// Words of what was.
const DONE: WordList = WordList::of(&[
    "实际", "完成", "达到", "用时", "平均", "实有", "实现", "历时", "耗时", "发生", "决算", "结算", "采集", "检修",
    "安装", "培训", "建成",
]);

/// Words of what goes beyond the aim, and of what stays behind it, right before the difference.
const BEYOND: WordList = WordList::of(&[
    "超额完成",
    "超额",
    "超额实现",
    "超出",
    "超出目标",
    "超任务",
    "超计划",
    "超目标",
    "超期",
    "超时",
    "逾期",
    "超工期",
    "超支",
    "多",
    "高出",
    "高",
    "高出目标",
    "高于目标",
    "多完成",
    "增加",
    "超限额",
    "超定额",
    "延期",
    "延误",
    "滞后",
    "高于目标值",
    "高出目标值",
    "超出计划",
    "超概算",
]);
const BEHIND: WordList = WordList::of(&[
    "少",
    "少完成",
    "差",
    "相差",
    "低",
    "低于目标",
    "低于目标值",
    "低于计划",
    "尚差",
    "还差",
    "尚有",
    "还有",
    "缺口",
    "提前",
    "压缩",
    "缩短",
    "节约",
    "节省",
    "减少",
    "短缺",
    "未完成",
    "仍差",
]);

/// Such of these as say nothing without an aim beside them.
const BARE: [&str; 11] = [
    "多", "高", "少", "差", "低", "增加", "减少", "尚有", "还有", "相差", "高出",
];

/// Adds the differences from aims that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for id in 2..tagged.tags.len() {
        let found = difference(text, tagged, id);
        ledger.relations.extend(found);
    }
}

/// Whether a number says how far something is beyond an aim, or behind it.
fn is_beyond(text: &str, tag: &Tag) -> Option<bool> {
    let said = text
        .get(tag.before.clone())?
        .trim_end_matches(['了', '约', '为', '共', ' ']);
    // 少投放4辆, 多完成12户: with what was done between.
    let head = said.trim_start().chars().next();
    let is_done = said.trim().chars().count() <= 4 && said.trim().chars().count() > 1;
    if let Some(is_beyond) = head.filter(|_| is_done).and_then(|c| match c {
        '多' => Some(true),
        '少' => Some(false),
        _ => None,
    }) {
        return Some(is_beyond);
    }
    let (word, is_beyond) = match (BEYOND.ending(said), BEHIND.ending(said)) {
        (Some(word), None) => (word, true),
        (None, Some(word)) => (word, false),
        (Some(one), Some(other)) => (
            if one.len() > other.len() { one } else { other },
            one.len() > other.len(),
        ),
        (None, None) => return None,
    };
    let names_aim = AIMS.any_in(said) || said.contains(['比', '较']);
    let after = text.get(tag.range.end..).unwrap_or_default();
    let is_undone = matches!(word, "差" | "尚有" | "还有") && after.trim_start().starts_with("未");
    let looks_back = ["上年", "去年", "同期", "上月", "每"]
        .iter()
        .any(|word| said.contains(word));
    (!looks_back && (!BARE.contains(&word) || names_aim || is_undone)).then_some(is_beyond)
}

/// The aim and what was done, where the sentence names one of each before the difference.
fn difference(text: &str, tagged: &Tagged, id: Id) -> Option<Relation> {
    let tag = tagged.tags.get(id).filter(|tag| !tag.number.about && !tag.bound)?;
    let measured = matches!(tag.number.kind, Kind::Count(_) | Kind::PercentPoints | Kind::Money);
    let is_beyond = is_beyond(text, tag).filter(|_| measured)?;
    let kind = match &tag.number.kind {
        Kind::PercentPoints => &Kind::Percent,
        kind => kind,
    };
    let sentence = tagged.sentence(tag);
    let near: Vec<(Id, &Tag)> = before(tagged, id)
        .take_while(|(_, other)| tagged.sentence(other) == sentence)
        .filter(|(_, other)| other.number.kind == *kind)
        .collect();
    // Others of the kind may be what is compared.
    let [(one, first), (other, second)] = near.as_slice() else {
        return None;
    };
    let is_then = |tag: &Tag| {
        tag.period == Period::Last || matches!(tag.measure, Measure::Growth { .. } | Measure::Before | Measure::Share)
    };
    if is_then(first) || is_then(second) || first.number.about || second.number.about {
        return None;
    }
    let (aim, done) = match (is_aim(text, first), is_aim(text, second)) {
        (true, false) if is_done(text, second) => (*one, *other),
        (false, true) if is_done(text, first) => (*other, *one),
        _ => return None,
    };
    let (more, less) = if is_beyond { (done, aim) } else { (aim, done) };
    Some(Relation::Difference { of: id, more, less })
}

/// Whether the words make a number an aim: the last of them counts.
fn is_aim(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    match (
        AIMS.last_in(said),
        ["实际", "达到", "实有", "用时", "完成值"]
            .iter()
            .filter_map(|word| said.rfind(word))
            .max(),
    ) {
        (Some((aim, _)), Some(done)) => aim > done,
        (Some(_), None) => true,
        _ => tag.measure == Measure::Target,
    }
}

fn is_done(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    !tag.bound && (DONE.any_in(said) || tag.measure == Measure::Actual)
}
