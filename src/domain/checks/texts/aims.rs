//! 目标的段落: which lines of a text stand under a heading that says they are goals, so that they say what shall be.

use std::ops::Range;

use crate::domain::prose::words::WordList;

/// The bytes of a text that stand under headings such as （一）年度总体目标, up to the next heading of that depth.
pub fn sections(text: &str) -> Vec<Range<usize>> {
    const GOALS: WordList = WordList::of(&["目标"]);
    const REACHED: WordList = WordList::of(&["完成", "实现", "情况", "分析", "得分", "未达"]);
    let mut found: Vec<Range<usize>> = Vec::new();
    if !GOALS.any_in(text) {
        return found;
    }
    let mut open: Option<usize> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(heading) = heading(line) {
            let from = start + line.find(heading).unwrap_or_default() + heading.len();
            found.extend(open.take().map(|open| open..start));
            open = (GOALS.any_in(heading) && !REACHED.any_in(heading)).then_some(from);
        }
        start += line.len();
    }
    found.extend(open.map(|open| open..text.len()));
    found
}

/// The heading that a line is, or that it begins with: （一）总体目标。…, 1、年度目标。….
fn heading(line: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let said = line.trim();
    let numbered = said.starts_with([
        '（', '(', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '第',
    ]) || said.starts_with(|c: char| c.is_ascii_digit());
    let marked = said.chars().take(6).any(|c| "）)、.．".contains(c)) || said.starts_with('第');
    let end = said.find(['。', '：']).unwrap_or(said.len());
    let heading = &said[..end];
    (numbered && marked && heading.chars().count() <= LONGEST && !heading.contains(['，', '；'])).then_some(heading)
}
