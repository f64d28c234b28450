//! 部分和全体: what is a part of what by the words of the field, and the rate that it makes: 收回 of 发放 is 回收率, 满意 of 收回 is
//! 满意率.

use crate::domain::prose::words::WordList;

use super::rates::{before, states};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// A part, its whole, and the rate of them.
pub struct Portion {
    /// How the rate is called, before 率 or 度.
    pub rate: WordList,
    /// Words of the part.
    pub part: WordList,
    /// Words of the whole.
    pub whole: WordList,
    /// Whether the part may stand behind the whole only: 满意862个；经营者有效样本250个 are of two surveys.
    pub in_order: bool,
}

const fn portion(rate: WordList, part: WordList, whole: WordList) -> Portion {
    Portion {
        rate,
        part,
        whole,
        in_order: false,
    }
}

/// What the field counts so.
pub const PORTIONS: [Portion; 11] = [
    portion(
        WordList::of(&["回收", "收回", "问卷回收"]),
        WordList::of(&["收回", "回收"]),
        WordList::of(&["发放", "发出", "发"]),
    ),
    portion(
        WordList::of(&["有效"]),
        WordList::of(&["有效问卷", "有效"]),
        WordList::of(&["收回", "回收"]),
    ),
    portion(
        WordList::of(&["合格", "达标", "通过"]),
        WordList::of(&["合格", "达标", "通过"]),
        WordList::of(&["检测", "抽检", "抽查", "送检", "监测", "检查", "验收", "抽测"]),
    ),
    portion(
        WordList::of(&["办结", "结案", "审结", "审限内结案"]),
        WordList::of(&["办结", "结案", "审结", "执结"]),
        WordList::of(&["受理", "收案", "接收", "收到", "交办", "立案"]),
    ),
    portion(
        WordList::of(&["整改", "整改完成", "整改到位"]),
        WordList::of(&["已整改", "完成整改", "整改"]),
        WordList::of(&["发现问题", "发现", "排查"]),
    ),
    Portion {
        rate: WordList::of(&["满意", "总体满意", "认可"]),
        part: WordList::of(&["满意", "认可"]),
        whole: WordList::of(&["收回", "回收", "有效问卷", "有效"]),
        in_order: true,
    },
    portion(
        WordList::of(&["出勤", "到课", "参训", "到会"]),
        WordList::of(&["出勤", "实到", "参训"]),
        WordList::of(&["应到", "应训", "应参训"]),
    ),
    portion(
        WordList::of(&["化解", "调处成功", "调解成功"]),
        WordList::of(&["化解", "调解成功", "调成"]),
        WordList::of(&["排查", "受理", "调解"]),
    ),
    portion(
        WordList::of(&["参保"]),
        WordList::of(&["参保"]),
        WordList::of(&["应参保"]),
    ),
    portion(
        WordList::of(&["就业"]),
        WordList::of(&["就业", "实现就业"]),
        WordList::of(&["毕业生", "毕业"]),
    ),
    portion(
        WordList::of(&["入学", "巩固", "签约", "开工", "投产", "竣工", "完工", "归档", "入户"]),
        WordList::of(&[
            "入学",
            "巩固",
            "已签约",
            "已开工",
            "已投产",
            "已竣工",
            "已完工",
            "已归档",
            "入户",
        ]),
        WordList::of(&[
            "应入学",
            "应签约",
            "应开工",
            "计划开工",
            "应投产",
            "应竣工",
            "计划竣工",
            "计划完工",
            "应完工",
            "应归档",
            "应入户",
        ]),
    ),
];

/// Adds the rates of the field's parts that a text states by their words.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let is_plain = tag.measure == Measure::Plain && tag.number.kind == Kind::Percent && states(tag);
        let is_open = is_plain && !ledger.is_explained(id);
        let found = is_open.then(|| named(text, tagged, id, ledger)).flatten();
        ledger.relations.extend(found);
    }
}

/// The rate that a percentage is by its words, of a part and a whole that the sentence names before it. Where several
/// numbers bear the words, any that fit are meant.
fn named(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id)?;
    let said = text.get(tag.before.clone()).unwrap_or_default();
    let name = said.trim_end_matches(['为', '达', '到', '是', '约', '了', ' ']);
    let stem = name.strip_suffix('率').or_else(|| name.strip_suffix('度'))?;
    let portion = PORTIONS.iter().find(|portion| portion.rate.ending(stem).is_some())?;
    let sentence = tagged.sentence(tag);
    let near: Vec<(Id, &Tag)> = before(tagged, id)
        .take_while(|(_, other)| tagged.sentence(other) == sentence)
        .filter(|(_, other)| matches!(other.number.kind, Kind::Count(_)) && states(other) && !other.number.about)
        .collect();
    let calls = |other: &Tag, words: &WordList| words.any_in(text.get(other.before.clone()).unwrap_or_default());
    let is_part =
        |other: &Tag| calls(other, &portion.part) && !denies(text, other) && !calls_whole_only(text, other, portion);
    let parts: Vec<Id> = near
        .iter()
        .filter(|(_, other)| is_part(other))
        .map(|(id, _)| *id)
        .collect();
    let wholes: Vec<Id> = near
        .iter()
        .filter(|(id, other)| calls(other, &portion.whole) && !parts.contains(id))
        .map(|(id, _)| *id)
        .collect();
    let (first, whole) = (*parts.first()?, *wholes.first()?);
    let kind = |id: Id| &tagged.tags[id].number.kind;
    if kind(first) != kind(whole) {
        return None;
    }
    let ratio = |part: Id, whole: Id| Relation::Ratio { rate: id, part, whole };
    let mut all = parts
        .iter()
        .flat_map(|part| wholes.iter().map(|whole| ratio(*part, *whole)));
    if let Some(held) = all.find(|relation| ledger.judge(relation) == Verdict::Holds) {
        return Some(held);
    }
    // 非常满意171份、满意94份，满意率92.66%: of both together.
    let degrees: Vec<Id> = parts
        .iter()
        .copied()
        .filter(|part| *part > whole && kind(*part) == kind(whole))
        .collect();
    if degrees.len() > 1 {
        return Some(Relation::Together {
            rate: id,
            parts: degrees,
            whole: vec![whole],
        });
    }
    let value = |id: Id| tagged.tags[id].number.value;
    (value(first) <= value(whole)).then(|| ratio(first, whole))
}

/// 不满意11份, 不合格3批次.
fn denies(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    [
        "不满意",
        "不合格",
        "未达标",
        "未整改",
        "未办结",
        "未结",
        "不达标",
        "未通过",
        "不认可",
        "未就业",
        "未收回",
    ]
    .iter()
    .any(|word| said.contains(word))
}

/// 应参保 has the words of its part as well.
fn calls_whole_only(text: &str, tag: &Tag, portion: &Portion) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    let part = said
        .char_indices()
        .filter_map(|(at, _)| portion.part.beginning(&said[at..]).map(|word| at + word.len()));
    let whole = said
        .char_indices()
        .filter_map(|(at, _)| portion.whole.beginning(&said[at..]).map(|word| at + word.len()));
    whole
        .max()
        .is_some_and(|end| part.max() <= Some(end) && said.contains('应'))
}
