//! 同紧挨着的数相比: 支出进度为62%，高于75%的序时进度; 化解纠纷298起，突破300起; 满意度88%，达到90%的目标值: a number, and on which side
//! of the next one the words put it.

use crate::domain::prose::words::WordList;

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::Relation;
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Words right before the second number that put the first above it, or not below.
const ABOVE: WordList = WordList::of(&[
    "高于",
    "超过",
    "突破",
    "超出",
    "大于",
    "多于",
    "高出",
    "优于",
    "不低于",
    "不少于",
    "超",
]);
/// Words that put it below, or not above.
const BELOW: WordList = WordList::of(&[
    "低于",
    "不足",
    "不到",
    "少于",
    "小于",
    "未超过",
    "未突破",
    "未超出",
    "没有超过",
    "没有突破",
    "不超过",
    "不高于",
    "未达到",
    "没有达到",
    "未达",
    "控制在",
]);
/// Words that put it not below where the second number is one that was to be reached.
const REACHED: WordList = WordList::of(&["达到了", "达到", "完成了", "实现了"]);
/// What a number is that was to be reached, right behind it.
const AIMS: WordList = WordList::of(&["目标", "指标", "要求", "标准", "任务", "计划"]);
/// Words between the two that say nothing of the first.
const FILLERS: [&str; 16] = [
    "已", "仍", "略", "均", "远", "大幅", "明显", "成功", "首次", "也", "还", "并", "总体", "较好", "全面", "顺利",
];

/// Adds what a text says of two numbers right behind each other, of one kind, in one sentence.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for pair in 1..tagged.tags.len() {
        let (first, second) = (&tagged.tags[pair - 1], &tagged.tags[pair]);
        let Some(is_above) = side(text, tagged, first, second) else {
            continue;
        };
        let (more, less) = if is_above { (pair - 1, pair) } else { (pair, pair - 1) };
        ledger.relations.push(Relation::Beyond {
            more,
            less,
            said: pair - 1,
        });
    }
}

/// Whether the words put the first number above the second; none where they do not compare the two.
fn side(text: &str, tagged: &Tagged, first: &Tag, second: &Tag) -> Option<bool> {
    let alike = first.number.kind == second.number.kind && tagged.sentence(first) == tagged.sentence(second);
    // What was planned, or is of another time, is not what is compared; 上年的62%，高于… is.
    if !alike || first.bound || first.number.about || first.measure == Measure::Target {
        return None;
    }
    // 由62%提高到75%: the first is what was before.
    let lead = text.get(first.before.clone())?;
    if lead.contains(['由', '从', '每']) || lead.trim_end().ends_with(['比', '较']) {
        return None;
    }
    let mut said = text.get(first.range.end..second.range.start)?.trim_end();
    // 起，突破300起: the unit of a count stands behind it.
    let comma = said.find(['，', ','])?;
    if said[..comma].chars().count() > 4 || said[..comma].contains(['（', '(', '；']) {
        return None;
    }
    said = said[comma..].trim_start_matches(['，', ',', ' ']);
    for filler in FILLERS {
        said = said.strip_prefix(filler).unwrap_or(said);
    }
    let is = |words: &WordList| words.ending(said).is_some_and(|word| word.len() == said.len());
    let after = text.get(second.range.end..)?;
    // 高于去年同期的75%, 超过3个百分点 are other comparisons; 低于75%的有三个: of others.
    if after
        .trim_start_matches("以上")
        .starts_with(['的', '多', '余', '左', '～', '—', '-', '至'])
    {
        let behind = after.trim_start_matches('的');
        let names = |words: &WordList| {
            let near: String = behind.chars().take(8).collect();
            words.any_in(&near)
        };
        const LINES: WordList = WordList::of(&[
            "进度", "目标", "标准", "要求", "指标", "计划", "预算", "限额", "上限", "水平", "红线", "时限", "期限",
        ]);
        if !after.starts_with('的') || !names(&LINES) {
            return None;
        }
    }
    if is(&BELOW) {
        return Some(false);
    }
    if is(&ABOVE) {
        return Some(true);
    }
    let near: String = after.chars().take(8).collect();
    (is(&REACHED) && AIMS.any_in(&near)).then_some(true)
}
