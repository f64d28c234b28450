//! 支出的一部分: whether what follows is said of a kind of spending and not of the whole.

use super::stops::{self, Mark};
use super::words::WordList;

/// Whether the group of clauses that a text ends in begins with a kind of spending: 基本支出预算1798.30万元，实际支出1786.42万元.
pub fn begins_with_part(before: &str) -> bool {
    const PARTS: WordList = WordList::of(&["基本支出", "项目支出", "人员经费", "公用经费", "“三公”经费", "三公经费"]);
    let is_part = |words: &str| {
        let words = words.trim_start().trim_start_matches("其中");
        PARTS
            .beginning(words.trim_start_matches(['：', ':', '，', ',']))
            .is_some()
    };
    let group = stops::last(before, Mark::Group);
    // 其中基本支出331.89万元（调整后预算332.30万元，…）: what a bracket says is of what stands before it.
    let open = group
        .rfind(['（', '('])
        .filter(|at| !group[*at..].contains(['）', ')']));
    is_part(group) || open.is_some_and(|at| is_part(stops::last(&group[..at], Mark::Clause)))
}
