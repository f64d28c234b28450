//! 限定词: the words and signs that say how a number binds: 不少于3个, 95%以上, ≤10天. One table for all who read
//! targets, results and tables.

use crate::domain::values::comparator::Comparator;

use super::words::WordList;

/// Words and signs before a number that say what should be, as (how, words). The longest that fits counts, because
/// 不低于 ends with 低于.
const LIMITS: [(Comparator, WordList); 3] = [
    (
        Comparator::AtLeast,
        WordList::of(&[
            "不少于",
            "不得少于",
            "不低于",
            "不得低于",
            "不小于",
            "大于等于",
            "大于或等于",
            "不下于",
            "不早于",
            "至少",
            "最少",
            "≥",
            "≧",
            ">=",
            ">",
            "＞",
            "＞＝",
            "﹥",
        ]),
    ),
    (
        Comparator::AtMost,
        WordList::of(&[
            "不超过",
            "不得超过",
            "不能超过",
            "未超过",
            "没有超过",
            "不超出",
            "不多于",
            "不得多于",
            "不高于",
            "不得高于",
            "不大于",
            "不晚于",
            "不迟于",
            "小于等于",
            "小于或等于",
            "控制在",
            "至多",
            "最多",
            "≤",
            "≦",
            "<=",
            "<",
            "＜",
            "＜＝",
            "﹤",
        ]),
    ),
    (Comparator::Exactly, WordList::of(&["等于", "=", "＝", "═", "﹦"])),
];

/// Words before a number that compare with it: what they say may be asked for or may have been reached.
const COMPARISONS: [(Comparator, WordList); 2] = [
    (Comparator::AtLeast, WordList::of(&["超过", "高于", "多于", "大于"])),
    (Comparator::AtMost, WordList::of(&["低于", "少于", "小于"])),
];

/// Words before a number that something has come up to.
const ARRIVALS: WordList = WordList::of(&["达到", "达"]);

/// Words behind a number and its unit.
const BEHIND: [(Comparator, WordList); 2] = [
    (
        Comparator::AtLeast,
        WordList::of(&["及以上", "（含）以上", "(含)以上", "以上", "及其以上"]),
    ),
    (
        Comparator::AtMost,
        WordList::of(&["及以下", "（含）以下", "(含)以下", "以下", "以内", "之内"]),
    ),
];

/// A word that binds a number: how, and its length in bytes.
pub type Word = (Comparator, usize);

fn longest(words: &[(Comparator, WordList)], before: &str) -> Option<Word> {
    words
        .iter()
        .filter_map(|(comparator, words)| Some((*comparator, words.ending(before)?.len())))
        .max_by_key(|(_, length)| *length)
}

/// The word at the end of a text that says what the number behind it should be: 不少于, ≥, 控制在.
pub fn limit_before(before: &str) -> Option<Word> {
    // 不小于 ends with 小于, which only compares; the longer of both decides.
    let limit = longest(&LIMITS, before)?;
    let compared = longest(&COMPARISONS, before);
    compared.is_none_or(|compared| compared.1 <= limit.1).then_some(limit)
}

/// Where the last word in a text ends that says what the number behind should be.
pub fn last_limit(text: &str) -> Option<usize> {
    let words = LIMITS.iter().flat_map(|(_, words)| words.words());
    words.filter_map(|word| Some(text.rfind(word)? + word.len())).max()
}

/// The word at the end of a text that binds the number behind it, also where it only compares, or says that it has been
/// reached: 超过, 达到.
pub fn before(before: &str) -> Option<Word> {
    let arrival = ARRIVALS.ending(before).map(|word| (Comparator::AtLeast, word.len()));
    let words = [longest(&LIMITS, before), longest(&COMPARISONS, before), arrival];
    words.into_iter().flatten().max_by_key(|(_, length)| *length)
}

/// Whether a text ends with a word of what has been reached: 达到95%.
pub fn is_arrival(before: &str) -> bool {
    ARRIVALS.ending(before).is_some()
}

/// The word at the beginning of a text that binds the number before it: 以上, 以内.
pub fn behind(after: &str) -> Option<Word> {
    BEHIND
        .iter()
        .find_map(|(comparator, words)| Some((*comparator, words.beginning(after)?.len())))
}

/// The word at the end of a text that binds the number before it, with what is counted between them: 个工作日以内.
pub fn at_end(after: &str) -> Option<Word> {
    longest(&BEHIND, after)
}

/// What a sign or word by itself says, as the cells of the column 符号 do.
pub fn sign(word: &str) -> Option<Comparator> {
    limit_before(word)
        .or_else(|| before(word))
        .filter(|(_, length)| *length == word.len())
        .map(|(comparator, _)| comparator)
}
