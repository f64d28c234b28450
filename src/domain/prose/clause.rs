//! Takes the text of a target apart into clauses, and each clause down to what it is about.

use std::ops::Range;

use super::bound::{Bound, bounds};
use super::brackets::{enclosed, pieces, trimmed};
use super::frequency::{Frequency, frequencies};
use super::quantity::quantities;
use super::words::WordList;

/// One requirement of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands, without the marks around it.
    pub range: Range<usize>,
    /// The quantities that it asks for.
    pub bounds: Vec<Bound>,
    /// How often, where it asks for a number of times in each month, quarter or the like.
    pub frequencies: Vec<Frequency>,
}

/// Words that begin a citation.
const CITING: [&str; 8] = ["根据", "按照", "依据", "依照", "参照", "遵照", "详见", "按"];

/// Between a quantity and the end of its clause, with white space.
const LONGEST_POSTFIX: usize = 16;

/// The clauses of a target. What stands in brackets or quotes stays whole, and a citation is no clause.
pub fn clauses(text: &str) -> Vec<Clause> {
    clauses_with(text, &bounds(text))
}

/// The same, where what the text asks for has been read already.
pub(super) fn clauses_with(text: &str, all: &[Bound]) -> Vec<Clause> {
    let often = frequencies(text);
    let ends_with_bound = |place: usize| {
        let index = all.partition_point(|bound| bound.range.end <= place);
        index
            .checked_sub(1)
            .and_then(|index| all.get(index))
            .is_some_and(|bound| {
                let after = &text[bound.range.end..place];
                after.len() <= LONGEST_POSTFIX && matches!(after.trim(), "" | "以上" | "及以上" | "以内" | "以下")
            })
    };
    let separates = |before: &str, after: &str| {
        let place = text.len() - after.len();
        match after.chars().next() {
            Some('；' | ';' | '。' | '！' | '\n') => true,
            Some('，' | ',') => {
                let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                !(digits(before.chars().next_back()) && digits(after.chars().nth(1)))
            }
            Some('、' | '且' | '并' | '和') => ends_with_bound(place),
            _ => false,
        }
    };
    let mut clauses = Vec::new();
    for piece in pieces(text, separates) {
        let range = trimmed(text, piece);
        if range.is_empty() || cites(&text[range.clone()]) {
            continue;
        }
        let within = |inner: &Range<usize>| range.start <= inner.start && inner.end <= range.end;
        let from = all.partition_point(|bound| bound.range.start < range.start);
        let own = all[from..].iter().take_while(|bound| bound.range.start < range.end);
        let mut bounds: Vec<Bound> = own.filter(|bound| within(&bound.range)).cloned().collect();
        let from = often.partition_point(|often| often.range.start < range.start);
        let own = often[from..].iter().take_while(|often| often.range.start < range.end);
        let frequencies: Vec<Frequency> = own.filter(|often| within(&often.range)).cloned().collect();
        // 每季度一次: only the period says that 一 counts.
        for often in &frequencies {
            if bounds.iter().all(|bound| bound.range.end != often.times.range.end) {
                bounds.push(often.times.clone());
            }
        }
        clauses.push(Clause {
            range,
            bounds,
            frequencies,
        });
    }
    clauses
}

/// Whether a clause only names the document that it follows.
fn cites(clause: &str) -> bool {
    let cites = CITING.iter().any(|word| clause.starts_with(word));
    let title_end = enclosed(clause).last().map_or(0, |title| title.end);
    cites
        && clause.contains('《')
        && clause[title_end..].chars().count() <= 6
        && bounds(&clause[title_end..]).is_empty()
}

/// Words that say how or that something is done, not what.
const DOING: WordList = WordList::of(&[
    "不低于",
    "不少于",
    "不断",
    "不超过",
    "且",
    "举办",
    "以上",
    "以下",
    "以内",
    "以及",
    "任务",
    "优化",
    "依据",
    "促进",
    "保障",
    "做好",
    "健全",
    "全力",
    "全年",
    "全面",
    "切实",
    "创建",
    "加强",
    "参照",
    "及时",
    "各项",
    "大力",
    "如期",
    "完善",
    "完成",
    "实施",
    "工作",
    "巩固",
    "年内",
    "年底前",
    "年度",
    "并",
    "并且",
    "建成",
    "建立",
    "建设",
    "开展",
    "强化",
    "情况",
    "或",
    "或者",
    "扎实",
    "打造",
    "持续",
    "按时",
    "按期",
    "按照",
    "推动",
    "推进",
    "提升",
    "提高",
    "擦亮",
    "新增",
    "新建",
    "有关",
    "有效",
    "本年",
    "根据",
    "每半年",
    "每周",
    "每季度",
    "每年",
    "每月",
    "深入",
    "深化",
    "相关",
    "确保",
    "积极",
    "稳步",
    "组织",
    "继续",
    "至少",
    "落实",
    "辖内",
    "达到",
    "进一步",
    "逐步",
]);

/// The nouns that an answer to a clause must mention: the clause without quantities, brackets, and words of doing.
/// Pieces that do not belong together have a space between them.
pub fn key_phrase(text: &str, clause: &Clause) -> String {
    let Some(said) = text.get(clause.range.clone()) else {
        return String::new();
    };
    let start = clause.range.start;
    let mut skipped: Vec<Range<usize>> = clause.bounds.iter().map(|bound| bound.range.clone()).collect();
    let amounts = quantities(said).into_iter().map(|found| found.range);
    skipped.extend(amounts.map(|range| start + range.start..start + range.end));
    // What stands in brackets explains, and what stands in quotes before the noun adorns it.
    skipped.extend(enclosed(said).into_iter().filter_map(|range| {
        let adorns = said[range.clone()].starts_with(['“', '（', '(', '《']);
        (adorns && range.len() < said.len()).then_some(start + range.start..start + range.end)
    }));
    let mut phrase = String::new();
    let mut place = start;
    while let Some(c) = text[place..clause.range.end].chars().next() {
        let rest = &text[place..clause.range.end];
        let skip = skipped
            .iter()
            .find(|range| range.contains(&place))
            .map(|range| range.end);
        let word = DOING
            .beginnings(rest)
            // 及时率 and 完成率 are names.
            .filter(|word| !rest[word.len()..].starts_with('率'))
            .map(|word| word.len())
            .max();
        let next = skip
            .or(word.map(|length| place + length))
            .unwrap_or(place + c.len_utf8());
        let is_kept = skip.is_none() && word.is_none() && c.is_alphanumeric() && !c.is_ascii_digit() && c != '的';
        if is_kept {
            phrase.push(c);
        } else if !phrase.ends_with(' ') && !phrase.is_empty() {
            phrase.push(' ');
        }
        place = next;
    }
    phrase.trim_end().to_owned()
}
