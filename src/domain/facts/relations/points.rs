//! 分的说法: the words right before points that make them a weight, a score or what is taken off.

use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::Tag;
use crate::domain::prose::words::WordList;

/// Words before a weight, and behind it.
pub const WEIGHT: WordList = WordList::of(&["分值", "满分", "权重", "标准分", "满分值", "指标分"]);

/// Words before a score.
pub const SCORE: WordList = WordList::of(&[
    "得",
    "得分",
    "实得",
    "自评得分",
    "自评",
    "计",
    "应得",
    "评分",
    "自评分",
    "实际得分",
    "打分",
    "计得",
]);

/// Words before what is taken off.
pub const OFF: WordList = WordList::of(&["扣", "扣减", "扣除", "扣分", "失", "失分"]);

/// Whether a number of points has one of some words right before it.
pub fn is_points(text: &str, tag: &Tag, words: &WordList) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default();
    let said = said.trim_end_matches([' ', '为', '了', '：', ':', '是', '共', '应', '＝', '=']);
    tag.number.kind == Kind::Points && words.ending(said).is_some()
}
