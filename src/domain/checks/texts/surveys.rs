//! 满意度调查 in texts: whether a sentence tells that people were asked.

use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// Whether a text tells of a survey of satisfaction.
pub fn tells_of_survey(text: &str) -> bool {
    const MADE: WordList = WordList::of(&[
        "问卷",
        "调查",
        "回访",
        "测评",
        "好差评",
        "评价器",
        "抽样",
        "访谈",
        "评议",
    ]);
    stops::pieces(text, Mark::Sentence).any(|sentence| sentence.contains("满意") && MADE.any_in(sentence))
}
