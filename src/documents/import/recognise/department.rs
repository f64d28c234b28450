//! 部门概况: subordinate units, divisions, people.

use std::ops::Range;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::domain::prose::found::{Found, What};
use crate::domain::prose::quantity::quantities;
use crate::domain::prose::stops::{self, Mark};

use super::lists::names;
use super::text::{Text, sentences};
use crate::domain::vocabulary::offices::is_unit;

const UNITS: [&str; 9] = [
    "下属单位",
    "下属事业单位",
    "所属单位",
    "所属事业单位",
    "直属单位",
    "直属事业单位",
    "二级预算单位",
    "下辖单位",
    "基层预算单位",
];
const DIVISIONS: [&str; 8] = [
    "内设机构",
    "内设科室",
    "内设股室",
    "内设处室",
    "职能科室",
    "内设部门",
    "内设职能科室",
    "内设科（室）",
];

/// The ends of names of divisions.
const DIVISION_ENDS: [&str; 18] = [
    "室", "科", "股", "处", "办", "部", "中心", "队", "局", "组", "委", "站", "会", "司", "厅", "所", "院", "机关",
];

/// Units, divisions and people.
pub fn recognise(text: &Text<'_>) -> Vec<Recognised> {
    let mut found = Vec::new();
    found.extend(list(text, &UNITS, is_unit, |name| {
        vec![Value {
            slot: Slot::SubordinateUnit,
            text: name.to_owned(),
        }]
    }));
    found.extend(list(text, &DIVISIONS, is_division, |name| {
        let (first, second) = two_names(name);
        let mut values = vec![Value {
            slot: Slot::DivisionName,
            text: first.to_owned(),
        }];
        values.extend(second.map(|second| Value {
            slot: Slot::DivisionSecondName,
            text: second.to_owned(),
        }));
        values
    }));
    found.extend(people(text));
    found
}

fn is_division(name: &str) -> bool {
    let (first, _) = two_names(name);
    (2..=24).contains(&first.chars().count()) && DIVISION_ENDS.iter().any(|end| first.ends_with(end))
}

/// A name and the second one in brackets.
fn two_names(name: &str) -> (&str, Option<&str>) {
    let split = name
        .strip_suffix(['）', ')'])
        .and_then(|name| name.split_once(['（', '(']));
    split.map_or((name, None), |(first, second)| (first.trim(), Some(second.trim())))
}

/// The first list of names that a sentence announces with one of these words.
fn list(
    text: &Text<'_>,
    words: &[&str],
    fits: impl Fn(&str) -> bool,
    values: impl Fn(&str) -> Vec<Value>,
) -> Vec<Recognised> {
    for (place, paragraph) in text.paragraphs() {
        for sentence in sentences(paragraph) {
            let Some((items, stated)) = items(paragraph, &sentence, words) else {
                continue;
            };
            let named: Vec<(Range<usize>, &str)> = items
                .into_iter()
                .map(|range| (range.clone(), &paragraph[range]))
                .filter(|(_, name)| name.chars().count() <= 48)
                .collect();
            let fitting = named.iter().filter(|(_, name)| fits(name)).count();
            if fitting == 0 || fitting * 2 < named.len() {
                continue;
            }
            let count = named.len();
            let (sure, reason) = match stated {
                Some(stated) if stated == count => (Sure::High, format!("与文中所说的 {stated} 个一致。")),
                Some(stated) => (Sure::Low, format!("文中说 {stated} 个，列出来的是 {count} 个。")),
                None => (Sure::High, "文中逐个列出。".to_owned()),
            };
            let row = |(range, name): &(Range<usize>, &str)| Recognised {
                values: values(name),
                sure: if fits(name) { sure } else { Sure::Low },
                reason: if fits(name) {
                    reason.clone()
                } else {
                    "不像这一类的名称。".to_owned()
                },
                sources: vec![Source::text(place, range.clone())],
            };
            return named.iter().map(row).collect();
        }
    }
    Vec::new()
}

/// The names that a sentence lists, and how many it says there are.
fn items(paragraph: &str, sentence: &Range<usize>, words: &[&str]) -> Option<(Vec<Range<usize>>, Option<usize>)> {
    let said = paragraph.get(sentence.clone())?;
    let (at, word) = words
        .iter()
        .filter_map(|word| said.rfind(word).map(|at| (at, *word)))
        .max_by_key(|(at, word)| (*at, word.len()))?;
    if let Some(found) = named_before(paragraph, sentence, said.get(..at)?) {
        return Some(found);
    }
    let after = &said[at + word.len()..];
    // 下属单位4个，具体包括：甲、乙。
    let opening = ["：", "包括", "分别为", "分别是", "具体为", "有", "为"]
        .iter()
        .filter_map(|mark| after.find(mark).map(|at| (at, mark.len())));
    // 内设机构8个，分别为: the words before the list hold no names; the last of several marks opens it.
    let near = opening
        .filter(|(at, _)| after[..*at].chars().count() <= 16)
        .max_by_key(|(at, length)| at + length);
    if let Some((opened, length)) = near {
        let head = &after[..opened];
        let mut from = at + word.len() + opened + length;
        from += said[from..].len() - said[from..].trim_start_matches(['：', ':', ' ']).len();
        let stated = count_in(head).or_else(|| count_in(&said[..at]));
        let end = said[from..]
            .find(['。', '；', '！', '\n'])
            .map_or(said.len(), |end| from + end);
        let end = said[from..end]
            .rfind('等')
            .filter(|etc| count_in(&said[from + etc..end]).is_some())
            .map_or(end, |etc| from + etc);
        let items = names(paragraph, sentence.start + from..sentence.start + end);
        if !items.is_empty() {
            return Some((items, stated));
        }
    }
    None
}

/// 设有办公室、财务科等2个内设机构: the names before the word.
fn named_before(paragraph: &str, sentence: &Range<usize>, before: &str) -> Option<(Vec<Range<usize>>, Option<usize>)> {
    let etc = before.rfind('等')?;
    // 等3个内设机构，下属事业单位2个：甲、乙 has its second names after the word.
    let is_next = before.trim_end().ends_with(['个', '家', '间', '所']);
    let stated = count_in(&before[etc..]).filter(|_| is_next && before[etc..].chars().count() <= 10)?;
    let marks = ["设有", "下设", "内设", "设置", "包括", "设"].iter();
    let found = marks.filter_map(|mark| before[..etc].find(mark).map(|at| (at, mark.len())));
    let (begin, mark) = found.min_by_key(|(at, length)| (*at, usize::MAX - length))?;
    let names = names(paragraph, sentence.start + begin + mark..sentence.start + etc);
    (!names.is_empty()).then_some((names, Some(stated)))
}

/// The number of a count in a few words: "8 个，".
fn count_in(text: &str) -> Option<usize> {
    if text.len() > 120 {
        return None;
    }
    let counts: Vec<usize> = quantities(text)
        .into_iter()
        .filter_map(|found| match found.what {
            What::Count(count, unit) if matches!(unit.as_str(), "个" | "家" | "间" | "所") => {
                count.decimal().normalize().to_string().parse().ok()
            }
            _ => None,
        })
        .collect();
    counts.last().copied()
}

/// 编制数 and 在职人员数: the first of each that is meant as a total.
fn people(text: &Text<'_>) -> Vec<Recognised> {
    let mut posts: Vec<(String, Source)> = Vec::new();
    let mut staff: Vec<(String, Source)> = Vec::new();
    for (place, paragraph) in text.paragraphs() {
        if !paragraph.contains(['编', '在', '实']) {
            continue;
        }
        let mut from = 0;
        for Found { range, what } in quantities(paragraph) {
            let label = paragraph.get(from..range.start).unwrap_or_default();
            from = range.end;
            let What::Count(count, unit) = what else { continue };
            if !matches!(unit.as_str(), "人" | "名" | "个") {
                continue;
            }
            let label = stops::last(label, Mark::Item).trim();
            let ends = |words: &[&str]| {
                words.iter().any(|word| {
                    label
                        .trim_end_matches(['为', '是', '共', '有', ' ', '数'])
                        .ends_with(word)
                })
            };
            let is_part = [
                "行政", "事业", "工勤", "参公", "公益", "编外", "聘", "退", "领导", "临时", "空",
            ]
            .iter()
            .any(|word| label.contains(word));
            let entry = (count.decimal().normalize().to_string(), Source::text(place, range));
            if is_part || label.chars().count() > 24 {
                continue;
            }
            if ends(&["编制", "编制总", "人员编制", "核定编制"]) {
                posts.push(entry);
            } else if ends(&[
                "在职",
                "在职人员",
                "在职职工",
                "实有人员",
                "实有",
                "在编人员",
                "在编在职人员",
                "在岗人员",
                "实有在职人员",
                "在职人",
            ]) {
                staff.push(entry);
            }
        }
    }
    [(Slot::AuthorisedPosts, posts), (Slot::Staff, staff)]
        .into_iter()
        .filter_map(|(slot, found)| {
            let (count, source) = found.first()?.clone();
            let (sure, reason) = match found.iter().all(|(other, _)| *other == count) {
                true => (Sure::High, "文中写明。"),
                false => (Sure::Low, "文中还有别的数。"),
            };
            Some(Recognised::one(slot, count, sure, reason, source))
        })
        .collect()
}
