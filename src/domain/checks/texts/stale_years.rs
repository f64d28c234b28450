//! D1 of a year that was left: what shall be done in a year that is over, and the office's own year that is another than the
//! report's.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::prose::brackets::enclosed;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::prose::year::years;

use super::reading::Reading;

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

/// Finds D1 of one text.
pub fn check(reading: &Reading, draft: &Draft, found: &mut Vec<Finding>) {
    let Some(year) = draft.basics.year.value().map(|year| year.get()) else {
        return;
    };
    let text = reading.text.as_str();
    let of_aims = matches!(reading.field, Field::Improvement(_));
    for range in stops::ranges(text, Mark::Group) {
        let sentence = &text[range.clone()];
        if !sentence.contains('年') || sentence.contains(['\t', '|', '｜']) {
            continue;
        }
        let all = years(sentence);
        let [own] = all.as_slice() else { continue };
        if own.year >= year || enclosed(sentence).iter().any(|range| range.contains(&own.range.start)) {
            continue;
        }
        let (before, after) = (&sentence[..own.range.start], &sentence[own.range.end..]);
        let to_come = TO_COME.any_in(before) || of_aims && before.is_empty() && after.starts_with(['将', '要', '拟']);
        let to_come = to_come && !PAST.any_in(sentence);
        let is_own = after.starts_with('度') && OWN.iter().any(|word| before.ends_with(word)) && !PAST.any_in(sentence);
        if to_come || is_own {
            let said = &sentence[own.range.clone()];
            let place = range.start + own.range.start..range.start + own.range.end;
            let message = match is_own {
                true => format!("这里写的是 {said}度，报告的年度是 {year}。"),
                false => format!("这里说的是今后的事，写的却是 {said}，报告的年度是 {year}。"),
            };
            found.push(
                Finding::new(
                    Code::D1,
                    reading.field,
                    message,
                    "抄自上年的，改成今年；其余各处也看一遍。",
                )
                .resting_on(vec![Field::Year])
                .about([(reading.field, place)]),
            );
            return;
        }
    }
}
