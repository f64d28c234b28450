//! 没有做到的数: counts of what was not done or is not so: 未办结7项, 不合格24批次, 24批次不合格.

use crate::domain::facts::reading::tag::Tag;

/// Whether the words before a number, or right behind it, deny what a rate is called by: 不合格24批次 of 合格率, 24批次不合格.
pub fn denies(text: &str, tag: &Tag, stem: &str) -> bool {
    const NOT: [&str; 8] = ["不", "未", "没有", "未能", "未实现", "尚未", "未按期", "未通过"];
    let before = text.get(tag.before.clone()).unwrap_or_default();
    let after = text.get(tag.after.clone()).unwrap_or_default().trim_start();
    let is_in = |said: &str, at_start: bool| {
        NOT.iter().any(|not| {
            let word = format!("{not}{stem}");
            if at_start {
                said.starts_with(&word)
            } else {
                said.contains(&word)
            }
        })
    };
    is_in(before, false) || is_in(after, true)
}
