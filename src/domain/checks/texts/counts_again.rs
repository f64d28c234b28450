//! D3 of a count that a text says once more: 完成36个村的规划。这26个村…; 下设3个人民法庭…。四个派出法庭均….

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::prose::found::{Found, What};
use crate::domain::prose::quantity::quantities_in_words;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// Words that point back to what was counted before.
const THESE: WordList = WordList::of(&["这", "上述", "以上", "该", "上列", "前述", "本批"]);

/// Words behind a noun by which a clause speaks of all of them.
const ALL: WordList = WordList::of(&[
    "均",
    "都",
    "全部",
    "已全部",
    "联合",
    "全年",
    "运行",
    "全面",
    "的规划",
    "共同",
]);

/// Units of what may be counted again.
const UNITS: [&str; 24] = [
    "个", "座", "家", "所", "处", "条", "名", "辆", "台", "户", "场", "期", "栋", "项", "村", "社区", "支", "套", "间",
    "份", "批", "次", "人次", "件",
];

/// So many sentences apart at most, where only its place says that a count is told again.
const FAR: usize = 3;

/// What may be said of any count.
const ANYONES: [&str; 18] = [
    "月份",
    "批次",
    "项目",
    "指标",
    "方面",
    "月",
    "工作日",
    "百分点",
    "问题",
    "单位",
    "地方",
    "部门",
    "任务",
    "内容",
    "活动",
    "一级指标",
    "二级指标",
    "小时",
];

/// A count with its noun.
struct Count<'a> {
    value: Decimal,
    unit: &'a str,
    /// What stands right behind the unit, or before the number where nothing does.
    noun: &'a str,
    /// The last words before the number: 第三方机构5家.
    lead: &'a str,
    range: Range<usize>,
    /// Whether it points back.
    is_back: bool,
    /// Whether only its place says that it does: 26期夜校共…, 在320份问卷中.
    is_loose: bool,
    /// The number of its sentence.
    sentence: usize,
}

/// Finds D3 of counts that a text says once more otherwise.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if text.contains(['\t', '|', '｜']) {
        return;
    }
    let quantities = quantities_in_words(text);
    let sentences: Vec<usize> = stops::ranges(text, Mark::Sentence).map(|range| range.end).collect();
    let counts: Vec<Count<'_>> = quantities
        .iter()
        .filter_map(|own| count(text, own, &sentences))
        .collect();
    for (place, again) in counts.iter().enumerate().filter(|(_, count)| count.is_back) {
        let earlier = counts[..place].iter().filter(|other| is_same(other, again));
        let near: Vec<&Count<'_>> = earlier.collect();
        let Some(last) = near.last() else { continue };
        // What was counted so before, or all of these together, is what it says.
        let in_all: Decimal = near.iter().map(|other| other.value).sum();
        let is_told = counts[..place]
            .iter()
            .any(|other| other.unit == again.unit && other.value == again.value);
        if is_told || near.len() > 1 && in_all == again.value {
            continue;
        }
        // Of things that have several counts, or far away, others may be meant.
        let is_far = again.sentence > last.sentence + FAR || near.len() > 1;
        if again.is_loose && is_far {
            continue;
        }
        // 3个村 and 5个村 of a paragraph are others' but for the one right before.
        let is_short = again.noun.chars().count() < 2;
        if is_short && (again.sentence > last.sentence + 1 || near.len() > 1) {
            continue;
        }
        let said = |count: &Count<'_>| {
            let end = count.range.end
                + if text[count.range.end..].starts_with(count.noun) {
                    count.noun.len()
                } else {
                    0
                };
            text.get(count.range.start..end).unwrap_or_default().to_owned()
        };
        found.push(
            Finding::new(
                Code::D3,
                field,
                format!("这里说的是“{}”，前面写的是“{}”。", said(again), said(last)),
                "核对哪个对，前后写一样的数；说的不是一回事的，写清范围。",
            )
            .about([(field, again.range.clone()), (field, last.range.clone())]),
        );
        return;
    }
}

fn count<'a>(text: &'a str, own: &'a Found, sentences: &[usize]) -> Option<Count<'a>> {
    const LONGEST: usize = 8;
    let What::Count(value, unit) = &own.what else {
        return None;
    };
    let value = value.decimal();
    let is_countable = UNITS.contains(&unit.as_str()) && value > Decimal::ONE;
    is_countable.then_some(())?;
    let (before, after) = (text.get(..own.range.start)?, text.get(own.range.end..)?);
    let end = after
        .char_indices()
        .take(LONGEST)
        .find(|(at, c)| {
            !('\u{4e00}'..='\u{9fff}').contains(c)
                || ALL.beginning(&after[*at..]).is_some()
                || "的已共被由在为也".contains(*c)
                || *c == '中' && after[at + c.len_utf8()..].starts_with(['，', ',', '：', ':'])
        })
        .map_or(after.floor_char_boundary(LONGEST * 3), |(at, _)| at);
    let noun = &after[..end];
    let clause = stops::last(before, Mark::Item).trim();
    let points = THESE.ending(clause).is_some();
    // 四个派出法庭均…: the clause begins with it and speaks of all.
    const EVERYWHERE: WordList = WordList::of(&["全县", "全市", "全区", "全镇", "全乡", "全街道", "辖区", "全年"]);
    let is_head = clause.is_empty() || EVERYWHERE.ending(clause).is_some();
    let speaks_of_all = is_head && noun.chars().count() > 1 && ALL.beginning(&after[end..]).is_some();
    // 在320份问卷中; 26期夜校共吸引1,040人; 全县15个乡镇的供水全部达标.
    const COME_TO: WordList = WordList::of(&["共", "累计", "全年", "合计", "总计"]);
    let is_within = matches!(clause, "" | "在" | "上述" | "据统计") && after[end..].starts_with('中');
    let rest = stops::first(&after[end..], Mark::Clause);
    let is_of_all = COME_TO.beginning(rest).is_some() || rest.contains("全部") || rest.contains('均');
    let speaks_at_last = is_head && noun.chars().count() > 1 && is_of_all;
    let is_loose = is_within && noun.chars().count() > 1 || speaks_at_last;
    let start = clause
        .char_indices()
        .rev()
        .take(5)
        .last()
        .map_or(clause.len(), |(at, _)| at);
    let lead = clause[start..].trim_end_matches(['共', '有', '为', '达']);
    let noun = if noun.is_empty() && !points { lead } else { noun };
    // 8家单位全部…, 12个项目中: all of what was counted, whatever it is.
    const OF_ALL: [&str; 3] = ["单位", "项目", "部门"];
    let is_any = ANYONES
        .iter()
        .any(|word| noun.starts_with(word) && !OF_ALL.contains(word));
    let is_some = OF_ALL.iter().any(|word| noun.starts_with(word));
    let is_loose = is_loose || is_some && speaks_of_all;
    (!is_any).then(|| Count {
        lead,
        value,
        unit,
        noun,
        range: own.range.clone(),
        is_back: points || speaks_of_all || is_loose,
        is_loose: is_some || is_loose && !points && !speaks_of_all,
        sentence: sentences.partition_point(|end| *end < own.range.start),
    })
}

/// Whether two counts are of one thing by their words: the same unit, and nouns that begin or end alike.
fn is_same(one: &Count<'_>, other: &Count<'_>) -> bool {
    let (first, second) = (one.noun, other.noun);
    let ends_alike = |first: &str, second: &str| {
        let both = first
            .chars()
            .rev()
            .zip(second.chars().rev())
            .take_while(|(one, other)| one == other)
            .count();
        both > 1
    };
    let short = first.chars().count().min(second.chars().count());
    one.unit == other.unit
        && short > 0
        && (first == second
            || first.starts_with(second)
            || second.starts_with(first) && short > 1
            || ends_alike(first, second)
            || ends_alike(one.lead, second)
            || ends_with_beginning(one.lead, second))
}

/// Whether the last words of one begin the other: 举办培训班32期, 23期培训班结业考核.
fn ends_with_beginning(lead: &str, noun: &str) -> bool {
    let mut ends = lead.char_indices().map(|(at, _)| &lead[at..]);
    ends.any(|end| end.chars().count() > 1 && noun.starts_with(end))
}
