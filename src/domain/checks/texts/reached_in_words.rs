//! D4 of one sentence: told as reached where its own numbers say that it was not: 目标≥95%，实际92.6%，达到预期目标.

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::facts::fact::Place;
use crate::domain::facts::ledger::Ledger;
use crate::domain::prose::words::WordList;

/// Words that tell it as reached.
const REACHED: WordList = WordList::of(&[
    "达到预期目标",
    "达到目标",
    "达到了目标",
    "达到年度目标",
    "达到指标值",
    "完成目标",
    "完成年度目标",
    "完成了目标",
    "实现目标",
    "实现预期目标",
    "达到预期",
    "达标",
    "得满分",
    "无偏差",
    "超额完成",
    "全面完成",
    "全部完成",
    "控制在目标",
    "未超标",
    "控制在标准",
]);

/// Words that take it back, or speak of other numbers.
const OTHERWISE: WordList = WordList::of(&[
    "未达",
    "未完成",
    "未能",
    "没有达",
    "不达标",
    "低于",
    "基本达到",
    "差距",
    "其余",
    "其他",
    "除",
    "上年",
    "去年",
    "将",
    "力争",
    "确保",
    "尚差",
    "还差",
    "但",
    "后",
    "提高到",
    "增加到",
    "分别",
]);

/// Words of no staff beyond the posts, with those for posts and for staff.
const WITHIN: WordList = WordList::of(&[
    "无超编",
    "未超编",
    "没有超编",
    "不超编",
    "编制以内",
    "编制内",
    "未突破编制",
]);

/// Finds D4 of the sentences of one text.
pub fn check(of: &OfText<'_>, ledger: &Ledger, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if !REACHED.any_in(text) && !WITHIN.any_in(text) {
        return;
    }
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '；', '\n']) {
        let range = start..start + sentence.len();
        start = range.end;
        let (reached, within) = (REACHED.any_in(sentence), WITHIN.any_in(sentence));
        if !reached && !within || sentence.contains(['\t', '|', '｜']) {
            continue;
        }
        let facts: Vec<_> = ledger
            .facts
            .iter()
            .filter_map(|fact| match &fact.at {
                Place::Text(_, place) if range.contains(&place.start) => Some((fact, place)),
                _ => None,
            })
            .collect();
        for pair in facts.windows(2) {
            let [(one, first), (other, second)] = pair else {
                continue;
            };
            let said = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
            let lead = said(range.start, first.start);
            let lead = lead.rsplit(['，', '：', '、']).next().unwrap_or_default();
            let between = said(first.end, second.start);
            if one.number.kind != other.number.kind || one.number.scale != other.number.scale {
                continue;
            }
            let (one, other) = (one.number.value, other.number.value);
            let is_missed = if within {
                lead.contains("编制")
                    && ["在编", "实有", "在职"].iter().any(|word| between.contains(word))
                    && other > one
            } else {
                const AIMS: WordList = WordList::of(&["目标", "指标值", "计划", "标准", "任务"]);
                const DONE: WordList = WordList::of(&["实际", "完成值", "达到", "实现", "测算", "完成"]);
                let least = lead.ends_with(['≥', '>', '＞']) || lead.ends_with("不低于") || between.starts_with("以上");
                let most = lead.ends_with(['≤', '<', '＜']) || lead.ends_with("不超过") || between.starts_with("以内");
                let is_aim = AIMS.any_in(lead) && DONE.any_in(between);
                is_aim && (least && other < one || most && other > one) && !OTHERWISE.any_in(sentence)
            };
            if is_missed {
                let words = (said(first.start, first.end), said(second.start, second.end));
                found.push(
                    Finding::new(
                        Code::D4,
                        field,
                        match within {
                            true => format!("这里说没有超编，编制是 {}，实有 {}。", words.0, words.1),
                            false => format!("这里说达到了目标，目标是 {}，实际是 {}。", words.0, words.1),
                        },
                        "核对两个数；确实没有达到的，改写结论，并写明原因。",
                    )
                    .about([(field, (*second).clone())]),
                );
                return;
            }
        }
    }
}
