//! Reads counts with the list they introduce: 完成5项工程，包括：1.…2.…; 内设机构8个，分别为甲、乙….

use std::ops::Range;

use crate::domain::values::quantity::Quantity;

use super::bound::is_exact;
use super::brackets::{clip, pieces, trimmed};
use super::enumeration::{Enumeration, enumerations, numbered};
use super::found::{What, Words};
use super::list_before::{is_office, list_before};
use super::quantity::read;
use super::stops::{self, Mark};
use super::words::WordList;

/// A count, and the list right after it that should have as many items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedList {
    /// From the count to the end of the last item.
    pub range: Range<usize>,
    /// The count as stated.
    pub stated: Quantity,
    /// Its unit.
    pub unit: String,
    /// How many items there are.
    pub listed: usize,
    /// The items.
    pub items: Vec<Range<usize>>,
}

impl CountedList {
    /// Whether as many items are listed as the text states.
    pub fn agrees(&self) -> bool {
        self.stated.decimal() == rust_decimal::Decimal::from(self.listed)
    }
}

/// Units of what can be named one by one.
const UNITS: [&str; 19] = [
    "点", "个", "项", "家", "条", "类", "大类", "方面", "处", "座", "所", "名", "位", "件", "支", "间", "套", "场",
    "期",
];

/// Words that introduce a full list, longest first. 主要包括 and 其中 introduce a part of one.
const INTRODUCING: [&str; 12] = [
    "分别位于",
    "分别在",
    "具体包括",
    "包括",
    "分别为",
    "分别是",
    "具体为",
    "具体是",
    "具体有",
    "依次为",
    "具体如下",
    "即",
];

/// What those words have in common, and the sign that does without them.
const MAY_INTRODUCE: WordList = WordList::of(&["：", ":", "包括", "分别", "具体", "依次为", "即"]);

/// Words between a count and a list that make the list another, or a part.
const OTHERWISE: WordList = WordList::of(&[
    "其中",
    "主要",
    "例如",
    "不包括",
    "等",
    "如：",
    "重点是",
    "部分",
    "“",
    "\n\n",
]);

/// A longer list is not written in prose.
const MOST: usize = 60;

/// The names of a list have no more bytes together.
const LONGEST: usize = 2_400;

/// So many characters at most stand between the count and the word that introduces the list.
const REACH: usize = 15;

/// All counts that a list follows at once, in their order. Where it is not clear what is listed, nothing.
pub fn counted_lists(text: &str) -> Vec<CountedList> {
    let mut found: Vec<CountedList> = Vec::new();
    if !MAY_INTRODUCE.any_in(text) && !text.contains('、') && !text.contains("》《") {
        return found;
    }
    let mut enumerated = None;
    let counts = read(text, Words::All);
    for (index, count) in counts.iter().enumerate() {
        let What::Count(stated, unit) = &count.what else {
            continue;
        };
        let many = usize::try_from(stated.decimal())
            .ok()
            .filter(|many| (2..=MOST).contains(many));
        let Some(many) = many.filter(|_| UNITS.contains(&unit.as_str()) && is_exact(text, &count.range)) else {
            continue;
        };
        if found.last().is_some_and(|last| count.range.start < last.range.end) {
            continue;
        }
        let said = &text[..count.range.start];
        // 学校、医院、车站等2类场所, 工程、造价专家共6名: kinds of things and people, not the things.
        let of_kinds = matches!(unit.as_str(), "类" | "大类" | "方面" | "名" | "位");
        let named = list_before(said).filter(|_| !of_kinds);
        if let Some(items) = named.filter(|list| !list.may_be(many)).map(|list| list.items) {
            found.push(CountedList {
                range: items.first().map_or(0, |item| item.start)..count.range.end,
                stated: *stated,
                unit: unit.clone(),
                listed: items.len(),
                items,
            });
            continue;
        }
        // 3个社区12个小区，分别为…: the list belongs to what stands next to it.
        let next = counts.get(index + 1).map_or(text.len(), |next| next.range.start);
        let opened = in_bracket(text, count.range.end);
        let begins = opened
            .clone()
            .map(|inside| inside.start)
            .or_else(|| list_start(text, count.range.end));
        let Some(start) = begins.filter(|start| *start <= next) else {
            continue;
        };
        let end = opened.map_or(text.len(), |inside| inside.end);
        let enumerated = enumerated.get_or_insert_with(|| enumerations(text));
        // 单位7个，其中甲类3个、乙类4个，分别为…: the list may be that of the whole.
        let is_of_whole = |listed: usize| {
            let sentence = count.range.start - stops::last(&text[..count.range.start], Mark::Group).len();
            let mut before = counts[..index]
                .iter()
                .rev()
                .take_while(|other| other.range.start >= sentence);
            before.any(
                |other| matches!(&other.what, What::Count(whole, of) if of == unit && whole.decimal() == listed.into()),
            )
        };
        if let Some(items) = items(&text[..end], start, many, enumerated)
            .filter(|items| items.len() > 1 && (items.len() == many || !is_of_whole(items.len())))
        {
            found.push(CountedList {
                range: count.range.start..items.last().map_or(start, |item| item.end),
                stated: *stated,
                unit: unit.clone(),
                listed: items.len(),
                items,
            });
        }
    }
    found
}

/// 口袋公园四处（滨江园、书香园）: the inside of a bracket right behind a count.
fn in_bracket(text: &str, end: usize) -> Option<Range<usize>> {
    const NOUN: usize = 6;
    let rest = &text[end..];
    let at = rest.find(['（', '('])?;
    let noun = &rest[..at];
    let inside = &rest[at..];
    let closes = inside.find(['）', ')'])?;
    let from = inside.chars().next().map_or(0, char::len_utf8);
    let said = inside.get(from..closes)?;
    let is_list = said.contains('、') && !OTHERWISE.any_in(said) && !said.contains(['（', '(', '。']);
    let is_near = noun.chars().count() <= NOUN && !stops::is_cut(noun, Mark::Item);
    (is_list && is_near).then_some(end + at + from..end + at + closes)
}

/// Where the list begins that the words after a count introduce.
fn list_start(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let reach = rest.char_indices().nth(REACH).map_or(rest.len(), |(at, _)| at);
    let stop = rest[..reach]
        .find(['：', ':', '。', '；', ';', '！', '？', '（', '('])
        .unwrap_or(reach);
    let word = INTRODUCING
        .iter()
        .filter_map(|word| rest[..stop].find(word).map(|at| (at, *word)))
        .min_by_key(|(at, _)| *at);
    let (gap, after) = match word {
        Some((at, word)) => (&rest[..at], &rest[at + word.len()..]),
        None if rest[stop..].starts_with(['：', ':']) => (&rest[..stop], &rest[stop..]),
        None => return None,
    };
    // After a comma the next clause may count something else: 内设机构8个，人员分别为….
    let clear = match gap.find(['，', ',', '、']) {
        Some(comma) => word.is_some() && gap[comma..].chars().filter(|c| !c.is_whitespace()).count() == 1,
        None => word.is_none_or(|(_, word)| word != "即"),
    };
    let colon = after.trim_start().strip_prefix(['：', ':']);
    let list = colon.unwrap_or(after).trim_start();
    let otherwise = OTHERWISE.any_in(&rest[..text.len() - end - after.len()]);
    (clear && !otherwise).then_some(text.len() - list.len())
}

/// The items of the list that begins here.
fn items(text: &str, start: usize, many: usize, enumerated: &[Enumeration]) -> Option<Vec<Range<usize>>> {
    if let Some(enumeration) = enumerated.iter().find(|enumeration| enumeration.range.start == start) {
        let is_clear = enumeration.repeated().is_empty();
        return is_clear.then(|| enumeration.items.iter().map(|item| item.range.clone()).collect());
    }
    let rest = &text[start..];
    if rest.starts_with(['1', '①', '(', '（']) {
        return numbered(text, start, many);
    }
    named(rest, many).map(|items| {
        items
            .into_iter()
            .map(|item| start + item.start..start + item.end)
            .collect()
    })
}

/// Names with 、 between them, up to the end of the sentence.
fn named(rest: &str, many: usize) -> Option<Vec<Range<usize>>> {
    let rest = clip(rest, LONGEST);
    let rest = stops::first(rest, Mark::Sentence);
    let parts = |marks: &'static [char]| pieces(rest, move |_, after| after.starts_with(marks));
    let semicolons = parts(&['；', ';']);
    let commas = parts(&['，', ',']);
    // 分别为甲科、乙科；下设单位4个，即…: what follows counts something else.
    let is_other = |group: &Range<usize>| {
        const OTHER: WordList = WordList::of(&[
            "下设", "下属", "下辖", "另有", "另设", "所属", "直属", "派出", "现有", "核定",
        ]);
        OTHER.beginning(rest[group.clone()].trim_start()).is_some()
    };
    let semicolons = match semicolons.as_slice() {
        [first, second, ..] if is_other(second) => vec![first.clone()],
        _ => semicolons,
    };
    let commas = match semicolons.as_slice() {
        [first] => pieces(&rest[first.clone()], |_, after| after.starts_with(['，', ',']))
            .into_iter()
            .map(|piece| first.start + piece.start..first.start + piece.end)
            .collect(),
        _ => commas,
    };
    // 分别是甲、乙、丙，惠及居民2,860户: what has numbers is no name.
    let goes_on = |piece: &Range<usize>| !rest[piece.clone()].contains(|c: char| c.is_ascii_digit());
    let mut unsure = commas.get(1).is_some_and(goes_on);
    let items = match semicolons.as_slice() {
        [_] => {
            let list = commas.into_iter().next()?;
            let list = &rest[list];
            pieces(list, |_, after| after.starts_with('、'))
        }
        // 甲科、乙科；丙队、丁站: what is counted may be these or those.
        [..] => {
            let groups =
                |item: &Range<usize>| pieces(&rest[item.clone()], |_, after| after.starts_with('、')).len() > 1;
            unsure |= semicolons.iter().any(groups);
            semicolons
        }
    };
    let items: Vec<_> = items
        .into_iter()
        .map(|item| trimmed(rest, item))
        .filter(|item| !item.is_empty())
        .collect();
    let mut joints = 0;
    for (place, item) in items.iter().enumerate() {
        let said = &rest[item.clone()];
        // An open end; a sum rather than a list.
        // 市直高中4所、中职学校2所: kinds with how many of each.
        let counts = |found: super::found::Found| matches!(found.what, What::Count(..));
        if said.ends_with('等') || said.contains("等等") || read(said, Words::All).into_iter().any(counts) {
            return None;
        }
        // 甲、乙和丙 may be three or two; 职业教育与成人教育股 is one.
        let joint = said.find(['和', '及', '与', '暨', '并', '等', '或']);
        let may_join =
            joint.is_some_and(|at| !is_office(said) || is_office(&said[..at]) || said[at..].starts_with('等'));
        // 甲、乙和丙: the last may be two.
        let is_last = place + 1 == items.len() && joint.is_some_and(|at| said[at..].starts_with(['和', '及']));
        joints += usize::from(may_join && is_last);
        unsure |= may_join && !is_last;
    }
    let is_either = items.len() == many || items.len() + 1 == many;
    if joints == 1 && !unsure && items.len() > 2 && !is_either && many.abs_diff(items.len() + 1) < 3 {
        return in_two(rest, items);
    }
    unsure |= joints > 0;
    unsure |= items.len() > many && may_be_joined(rest, &items, many);
    (!unsure || items.len() == many).then_some(items)
}

/// The items with the last cut at its 和.
fn in_two(rest: &str, mut items: Vec<Range<usize>>) -> Option<Vec<Range<usize>>> {
    let last = items.pop()?;
    let at = last.start + rest.get(last.clone())?.rfind(['和', '及'])?;
    items.extend([last.start..at, at + '和'.len_utf8()..last.end]);
    Some(items)
}

/// Whether some of the items may be the first half of a name: 办公室、信访、宣传科 are two.
fn may_be_joined(rest: &str, items: &[Range<usize>], many: usize) -> bool {
    let is_whole = |item: &&Range<usize>| is_office(&rest[(*item).clone()]);
    let whole = items.iter().filter(is_whole).count();
    whole * 2 >= items.len() && whole <= many
}
