//! Labels of the cells above a form, and the titles of forms.

use std::ops::Range;

use super::columns::{Column, column};
use crate::documents::import::recognised::Slot;

/// Words with a value behind them, and where it goes; some are read by their own and go nowhere.
const LABELS: [(&str, Option<Slot>); 27] = [
    ("项目名称", Some(Slot::ProjectTitle)),
    ("主管部门", Some(Slot::CompetentDepartment)),
    ("主管部门及代码", Some(Slot::CompetentDepartment)),
    ("主管部门及编码", Some(Slot::CompetentDepartment)),
    ("主管单位", Some(Slot::CompetentDepartment)),
    ("实施单位", Some(Slot::Unit)),
    ("项目单位", Some(Slot::Unit)),
    ("项目实施单位", Some(Slot::Unit)),
    ("预算单位", Some(Slot::Unit)),
    ("填报单位", Some(Slot::Unit)),
    ("编制单位", Some(Slot::Unit)),
    ("单位名称", Some(Slot::Unit)),
    ("部门名称", Some(Slot::Unit)),
    ("部门（单位）名称", Some(Slot::Unit)),
    ("预算部门", Some(Slot::Unit)),
    ("评价单位", Some(Slot::Unit)),
    ("项目负责人", None),
    ("项目负责人及电话", None),
    ("负责人", None),
    ("联系人", None),
    ("联系电话", None),
    ("项目类型", None),
    ("项目类别", None),
    ("项目属性", None),
    ("项目期限", None),
    ("项目期", None),
    ("起止时间", None),
];

/// Where a form wants a seal.
const SEALS: [&str; 4] = ["（盖章）", "（公章）", "（签章）", "（加盖公章）"];

/// Where the value behind a label goes; none where the text is no label.
fn label(text: &str) -> Option<Option<Slot>> {
    if text.len() > LONGEST_LABEL {
        return None;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain
        .trim_end_matches(['：', ':'])
        .replace('(', "（")
        .replace(')', "）");
    // 填报单位（盖章）
    let plain = SEALS.iter().fold(plain, |plain, seal| plain.replace(seal, ""));
    let known = LABELS.iter().find(|(word, _)| *word == plain).map(|(_, slot)| *slot);
    known.or_else(|| of_office(&plain))
}

/// 申报单位, 实施（主管）单位, 项目主管部门, 资金使用单位: a label of an office by its end, whatever stands before it.
fn of_office(plain: &str) -> Option<Option<Slot>> {
    const OTHERS: [&str; 12] = [
        "计量", "度量", "金额", "货币", "责任", "牵头", "配合", "协作", "下属", "内设", "监督", "评审",
    ];
    let ends = ["单位", "部门", "单位名称", "部门名称", "单位全称"];
    if !ends.iter().any(|end| plain.ends_with(end)) {
        return None;
    }
    let is_label =
        (4..=12).contains(&plain.chars().count()) && plain.chars().all(|c| c.is_alphabetic() || "（）".contains(c));
    let is_other = OTHERS.iter().any(|word| plain.contains(word));
    let is_of_whole = plain.starts_with('各') || plain.starts_with("预算部门") || plain.contains("整体");
    if !is_label || is_other || is_of_whole {
        return None;
    }
    // 实施（主管）单位 is the one that the form is of.
    let is_above = plain.contains("主管") && !plain.contains("实施") && !plain.contains("（主管）");
    Some(Some(if is_above {
        Slot::CompetentDepartment
    } else {
        Slot::Unit
    }))
}

/// Where the value behind a label goes: 单位 alone is a label where an office stands behind it, and no unit of money.
fn slot_before(text: &str, value: &str) -> Option<Slot> {
    if let Some(slot) = label(text) {
        return slot;
    }
    let is_office =
        (4..=40).contains(&value.chars().count()) && !value.contains(|c: char| c == '元' || c.is_ascii_digit());
    (is_bare(text) && is_office).then_some(Slot::Unit)
}

/// 单位（盖章）, which may be that of money.
fn is_bare(text: &str) -> bool {
    let plain = text.trim().trim_end_matches(['：', ':']);
    let plain = SEALS.iter().fold(plain, |plain, seal| plain.trim_end_matches(seal));
    plain == "单位"
}

/// What stands in the cells of a row, each once where a wide cell is repeated in all columns that it covers.
pub fn filled(cells: &[String]) -> Vec<&str> {
    let mut filled: Vec<&str> = cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .collect();
    filled.dedup();
    filled
}

/// No label takes more bytes.
const LONGEST_LABEL: usize = 60;

/// The label with a value that a text begins with, the longest.
pub fn beginning(text: &str) -> Option<&str> {
    let own = LABELS
        .iter()
        .filter(|(word, slot)| slot.is_some() && text.starts_with(word));
    own.max_by_key(|(word, _)| word.len())
        .map(|(word, _)| &text[..word.len()])
}

/// Whether a line begins with a label and a colon: 项目名称：某项目.
pub fn is_labelled(line: &str) -> bool {
    let colon = line.char_indices().take(20).find(|(_, c)| matches!(c, '：' | ':'));
    colon.is_some_and(|(at, _)| is_label(&line[..at]))
}

/// Whether a text is a label.
pub fn is_label(text: &str) -> bool {
    label(text).is_some()
}

/// The values that stand behind labels in a row of cells, a merged cell counted once, or within a cell behind a colon.
pub fn values(cells: &[String]) -> impl Iterator<Item = (Slot, &str)> {
    // 项目名称 is also the head of a column.
    let mut heads: Vec<Column> = cells.iter().filter_map(|cell| column(cell)).collect();
    heads.dedup();
    // Nearly all cells of such a row are heads.
    let is_head = heads.len() > 1 && {
        let filled = filled(cells);
        let known = filled.iter().filter(|cell| is_label(cell) || column(cell).is_some());
        let (known, all) = (known.count(), filled.len());
        // 项目名称 某项目 资金（万元） 年初预算 调整预算 执行率: the name and the frame of the money are two that are none.
        known * 3 >= all * 2 && (all < 6 || known * 4 >= all * 3)
    };
    cells.iter().enumerate().flat_map(move |(place, cell)| {
        let is_new = place == 0 || cells[place - 1] != *cell;
        let beside = || {
            if !is_new || cell.len() > LONGEST_LABEL || !(is_label(cell) || is_bare(cell)) {
                return None;
            }
            // A cell that was merged may have left empty ones behind it.
            let mut behind = cells[place..].iter().map(|other| other.trim());
            let value = behind.find(|other| *other != cell.trim() && !other.is_empty())?;
            // Among heads a name is wider than its label.
            let is_wide = behind.next() == Some(value);
            let is_value = !is_label(value) && column(value).is_none() && (!is_head || is_wide);
            let slot = slot_before(cell, value).filter(|_| is_value)?;
            Some((slot, value))
        };
        let within = in_line(cell).into_iter().filter(move |_| is_new);
        let within = within.map(|(slot, range)| (slot, &cell[range]));
        beside().into_iter().chain(within)
    })
}

/// The values of a line that stand behind a label and a colon, or a tab, and where: “单位名称：某局　　年度：2021年”.
pub fn in_line(line: &str) -> Vec<(Slot, Range<usize>)> {
    let mut found = Vec::new();
    if line.len() > LONGEST_LINE {
        return found;
    }
    for (at, mark) in line.match_indices(['：', ':', '\t']) {
        let before = line[..at].trim_end();
        // A label begins the line, or stands behind a blank, a bracket or a mark.
        let is_end = |c: char| c.is_whitespace() || matches!(c, '，' | '。' | '；' | '）' | ')' | '|' | '｜');
        let starts = before
            .char_indices()
            .filter(|(_, c)| is_end(*c))
            .map(|(start, c)| start + c.len_utf8());
        let mut labels = std::iter::once(0).chain(starts).map(|start| &before[start..]);
        let rest = &line[at + mark.len()..];
        let rest = SEALS
            .iter()
            .fold(rest.trim_start(), |rest, seal| rest.strip_prefix(seal).unwrap_or(rest));
        let from = line.len() - rest.trim_start().len();
        let value = &line[from..];
        let end = value.find(['\t', '\u{3000}', '\n']).unwrap_or(value.len());
        let end = value[..end].find("  ").unwrap_or(end);
        // A single blank ends the value where another label follows.
        let next = value[..end]
            .find(['：', ':'])
            .and_then(|colon| value[..colon].rfind(' '));
        let end = next.unwrap_or(end);
        let value = value[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；' | '，'));
        // 某局（公章）
        let value = SEALS
            .iter()
            .fold(value, |value, seal| value.trim_end_matches(seal))
            .trim_end();
        let Some(slot) = labels.find_map(|label| slot_before(label, value)) else {
            continue;
        };
        if !value.is_empty() && !is_label(value) {
            found.push((slot, from..from + value.len()));
        }
    }
    found
}

/// A longer line is prose.
const LONGEST_LINE: usize = 600;

/// Whether a line is the title of a form: 项目支出绩效自评表, with year and office before it.
pub fn is_form_title(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_end_matches(|c: char| "（）()年度0123456789".contains(c));
    let ends = [
        "自评表",
        "申报表",
        "监控表",
        "评价表",
        "自评报告",
        "评价报告",
        "监控报告",
    ];
    ends.iter().any(|end| plain.ends_with(end)) && !plain.contains(['，', '。', '；']) && plain.chars().count() <= 60
}
