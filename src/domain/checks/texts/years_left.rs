//! 抄来的年份: years of a text that would be left from another report, were they over.

use std::ops::Range;

use crate::domain::draft::field::Field;
use crate::domain::prose::brackets::enclosed;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::prose::year::years;

/// Words of what is to come.
const TO_COME: WordList = WordList::of(&[
    "下一步",
    "将于",
    "将在",
    "确保",
    "力争",
    "拟于",
    "预计",
    "争取",
    "计划于",
    "下步",
]);

/// Words that tell what was planned, or compare.
const PAST: WordList = WordList::of(&[
    "原计划",
    "曾",
    "当时",
    "已于",
    "上年",
    "去年",
    "年初",
    "目标是",
    "规划",
    "原定",
    "申报",
    "较",
    "比",
    "同比",
    "以来",
    "起",
    "要求",
    "实施方案",
    "依据",
    "根据",
    "按照",
    "批复",
    "安排",
    "至",
    "结转",
]);

/// Words of the office before its own year: 我馆2023年度.
const OWN: [&str; 12] = [
    "我局",
    "我馆",
    "我院",
    "我校",
    "我中心",
    "我单位",
    "我委",
    "我街道",
    "我镇",
    "我乡",
    "本单位",
    "我部门",
];

/// A year of a sentence that names no other, where it would be one that was left were it over before the report's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaybeLeft {
    /// The year.
    pub year: u16,
    /// Where it stands.
    pub place: Range<usize>,
    /// Whether the office calls it its own; otherwise something is to be done in it.
    pub is_own: bool,
    /// Whether it says of which year the report is.
    pub is_of_report: bool,
}

/// Those of a text.
pub fn may_be_left(field: Field, text: &str) -> Vec<MaybeLeft> {
    if !TO_COME.any_in(text) && !OWN.iter().any(|word| text.contains(word)) && !matches!(field, Field::Improvement(_)) {
        return Vec::new();
    }
    stops::ranges(text, Mark::Group)
        .filter_map(|range| one(field, range.start, &text[range]))
        .collect()
}

fn one(field: Field, start: usize, sentence: &str) -> Option<MaybeLeft> {
    if !sentence.contains('年') || sentence.contains(['\t', '|', '｜']) || PAST.any_in(sentence) {
        return None;
    }
    let all = years(sentence);
    let [own] = all.as_slice() else { return None };
    if enclosed(sentence).iter().any(|range| range.contains(&own.range.start)) {
        return None;
    }
    let (before, after) = (&sentence[..own.range.start], &sentence[own.range.end..]);
    let of_aims = matches!(field, Field::Improvement(_)) && before.is_empty() && after.starts_with(['将', '要', '拟']);
    let is_of_report = after.contains("绩效") || after.contains("自评");
    let is_own = after.starts_with('度') && OWN.iter().any(|word| before.ends_with(word));
    (is_own || of_aims || TO_COME.any_in(before)).then(|| MaybeLeft {
        year: own.year,
        place: start + own.range.start..start + own.range.end,
        is_own,
        is_of_report,
    })
}
