//! 支出的一部分: whether what follows is said of a kind of spending and not of the whole.

use super::words::WordList;

/// Whether the group of clauses that a text ends in begins with a kind of spending: 基本支出预算1798.30万元，实际支出1786.42万元.
pub fn begins_with_part(before: &str) -> bool {
    const PARTS: WordList = WordList::of(&["基本支出", "项目支出", "人员经费", "公用经费", "“三公”经费", "三公经费"]);
    let group = before
        .rsplit(['。', '！', '？', '；', ';', '\n'])
        .next()
        .unwrap_or_default();
    let group = group.trim_start().trim_start_matches("其中");
    PARTS
        .beginning(group.trim_start_matches(['：', ':', '，', ',']))
        .is_some()
}
