//! 一行里的分项: which numbers may be parts that stand in a row, and whose names are all there are.

use super::rates::states;
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::Tag;
use crate::domain::prose::words::WordList;

/// Words that leave a list open, or make its numbers something else.
const OTHERWISE: WordList = WordList::of(&[
    "等", "主要", "部分", "如", "约", "同比", "较上", "比上", "其中", "每", "均", "目标", "计划", "占", "增", "减",
    "未", "已", "涉及", "覆盖", "惠及", "余", "超",
]);

/// 扣0.40分, of which 合计扣1.07分 is the sum.
pub fn is_of_lost_points(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    said.trim_end_matches(['了', ' ', '除']).ends_with('扣') && !said.contains('每')
}

/// Whether a number may be a part at all.
pub fn may_be_part(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    let is_other = matches!(
        tag.measure,
        Measure::Growth { .. } | Measure::Share | Measure::Each | Measure::Before | Measure::Total | Measure::Target
    );
    let is_lost = tag.number.kind == Kind::Points && is_of_lost_points(text, tag);
    let is_other = is_other || tag.number.kind == Kind::Points && !is_lost;
    // 共扣4.5分，其中甲扣1.5分: a list of these is opened so.
    let said = if is_lost {
        said.trim_start_matches("其中")
    } else {
        said
    };
    states(tag) && !is_other && !tag.number.about && !OTHERWISE.any_in(said)
}

/// Quarters, years of school, degrees of satisfaction with the lowest among them: all there are.
pub fn is_divided(names: &[&str]) -> bool {
    let all = |words: &[&str]| words.iter().all(|word| names.iter().any(|name| name.contains(word)));
    let degrees = names.iter().any(|name| name.contains("不满意")) && names.iter().any(|name| name.starts_with("满意"));
    degrees
        || all(&["一季度", "二季度", "三季度", "四季度"])
        || all(&["一年级", "二年级", "三年级"])
        || all(&["城区", "乡镇"])
        || names
            .first()
            .is_some_and(|name| ["分年度", "分别", "依次"].iter().any(|word| name.starts_with(word)))
}
