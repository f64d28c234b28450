//! Names that stand before their count: 内设办公室、预算科、国库科3个科室, 《甲》《乙》等制度2项, 甲、乙、丙共三场活动.

use std::ops::Range;

use super::brackets::{pieces, trimmed};
use super::stops::{self, Mark};
use super::words::WordList;

/// So many names at least make a list.
const LEAST: usize = 3;

/// A name has no more characters.
const LONGEST: usize = 14;

/// A list before a count, and how many it may be meant to have: 甲、乙和丙 may be two names or three.
pub(super) struct Before {
    /// The names.
    pub items: Vec<Range<usize>>,
    /// How many there are at most, where 和 within a name may stand between two.
    pub most: usize,
    /// Whether 等 leaves some out.
    pub open: bool,
    /// Whether only one more or less than there are can be meant: 教育、卫生、水利12个项目 counts something else.
    pub close: bool,
}

impl Before {
    /// Whether so many may be meant: as many as there are; where the list is open no fewer than it names, and more
    /// than one more.
    pub fn may_be(&self, many: usize) -> bool {
        let least = self.items.len();
        if self.close && many.abs_diff(least) > 1 {
            return true;
        }
        if self.open {
            // Who names four of five would have named the fifth.
            let would_be_named = least > LEAST && self.most == least && many == least + 1;
            return many >= least && !would_be_named;
        }
        (least..=self.most).contains(&many)
    }
}

/// The list that ends right before a count.
pub(super) fn list_before(before: &str) -> Option<Before> {
    titles(before).or_else(|| names(before))
}

/// 《甲办法》《乙办法》等制度6项: the noun may stand between.
fn titles(before: &str) -> Option<Before> {
    const GAP: usize = 8;
    let end = before.rfind('》')? + '》'.len_utf8();
    let gap = &before[end..];
    if gap.chars().count() > GAP || stops::is_cut(gap, Mark::Item) {
        return None;
    }
    let mut items = Vec::new();
    let mut stop = end;
    loop {
        let start = before[..stop].rfind('《')?;
        items.push(start..stop);
        let rest = before[..start].trim_end_matches(['、', '，', '和', '及', ' ']);
        if !rest.ends_with('》') {
            break;
        }
        stop = rest.len();
    }
    items.reverse();
    let most = items.len();
    (most >= LEAST).then_some(Before {
        items,
        most,
        open: gap.starts_with('等'),
        close: false,
    })
}

/// Verbs before fields or places that the things counted are of, not the things.
const ABOUT: WordList = WordList::of(&[
    "涉及", "覆盖", "用于", "投向", "围绕", "针对", "面向", "涵盖", "包含", "支持", "按", "对",
]);

/// Names with 、 between them.
fn names(before: &str) -> Option<Before> {
    let list = before.trim_end();
    let (list, says_all) = match list.strip_suffix('共').or_else(|| list.strip_suffix("共计")) {
        Some(list) => (list.trim_end_matches(['，', ',', ' ']), true),
        None => (list, false),
    };
    let (list, open) = match list.strip_suffix('等') {
        Some(list) => (list, true),
        None => (list, false),
    };
    let start = begin(list);
    let items: Vec<_> = pieces(&list[start..], |_, after| after.starts_with('、'))
        .into_iter()
        .map(|item| trimmed(list, start + item.start..start + item.end))
        .collect();
    let (first, rest) = items.split_first()?;
    let said = |item: &Range<usize>| &list[item.clone()];
    let length = |item: &Range<usize>| said(item).chars().count();
    let plain = |item: &Range<usize>| {
        let name = said(item);
        length(item) <= LONGEST
            && length(item) > 1
            && !name.contains(|c: char| c.is_ascii_digit() || "“”《》".contains(c))
    };
    // The first may have the verb before it: 下设办公室.
    if items.len() < LEAST || !rest.iter().all(plain) || length(first) > LONGEST + 8 {
        return None;
    }
    let last = |item: &Range<usize>| said(item).chars().next_back();
    // 柳溪、前塘、桂花园、南苑: most names of places have one length.
    let of_length = |many: usize| rest.iter().filter(|item| length(item) == many).count() * 4;
    let alike = rest.iter().all(|item| last(item) == last(&rest[0]))
        || (2..4).any(|many| of_length(many) >= rest.len() * 3)
        || items.iter().all(|item| is_office(said(item)));
    let joints = items
        .iter()
        .filter(|item| said(item).contains(['和', '及', '与']))
        .count();
    // 学校、医院、车站等2类场所 names examples; only offices are named to the last.
    let offices = items.iter().all(|item| is_office(said(item)));
    const MANY: usize = 5;
    let is_long = items.len() >= MANY && !ABOUT.any_in(said(first));
    let is_list = if open { offices } else { says_all || alike || is_long };
    let close = !open && !says_all && !alike;
    let mut items = items;
    if let Some(first) = items.first_mut() {
        first.start += verb(&list[first.clone()]);
    }
    is_list.then(|| Before {
        most: items.len() + joints,
        items,
        open,
        close,
    })
}

/// How many bytes of a first name are the verb before it: 内设办公室.
fn verb(name: &str) -> usize {
    const VERBS: [&str; 13] = [
        "开设",
        "开办",
        "建有",
        "辖有",
        "内设机构有",
        "内设",
        "下设",
        "下属",
        "所属",
        "设有",
        "设置",
        "下辖",
        "包括",
    ];
    let found = VERBS.iter().filter_map(|verb| Some(name.find(verb)? + verb.len()));
    found.filter(|end| *end < name.len()).max().unwrap_or_default()
}

/// Where the clause begins that a text ends in; what stands in brackets within it is of a name.
fn begin(list: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in list.char_indices().rev() {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' if depth == 0 => return at + c.len_utf8(),
            '（' | '(' => depth -= 1,
            '，' | ',' | '。' | '；' | ';' | '：' | ':' | '\n' if depth == 0 => return at + c.len_utf8(),
            _ => {}
        }
    }
    0
}

/// Whether a name ends as those of offices do.
pub(super) fn is_office(name: &str) -> bool {
    const ENDS: [char; 21] = [
        '科', '室', '局', '处', '股', '队', '站', '所', '院', '馆', '心', '办', '会', '部', '组', '厅', '委', '校',
        '庭', '署', '司',
    ];
    let name = name.split(['（', '(']).next().unwrap_or_default();
    name.trim_end().ends_with(ENDS)
}
