//! E3 and E4: what a template left behind, and signs without a partner or one too many (GB/T 15834—2011).

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::excerpt::beginning;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;

/// Words of templates that are no words of a report.
const RESIDUE: [&str; 15] = [
    "字以内）",
    "字以内)",
    "字左右）",
    "此处填",
    "请在此",
    "请填写",
    "（填写",
    "(填写",
    "（请",
    "(请填",
    "填写说明",
    "○○",
    "＿＿",
    "____",
    "（示例",
];

/// Finds E3 and E4 of one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    let signs = Signs::of(text);
    let residue = signs.template.then(|| word(text)).flatten();
    let residue = residue.or_else(|| signs.crosses.then(|| crosses(text)).flatten());
    if let Some(residue) = residue.or_else(|| signs.colons.then(|| numbered_blank(text)).flatten()) {
        found.push(Finding::new(
            Code::E3,
            field,
            format!("“{}”是模板里的提示，不是报告的内容。", beginning(residue.trim(), 40)),
            "换成本单位的内容；没有内容的，删去。",
        ));
    }
    if signs.pairs {
        pairs(field, text, found);
    }
    if let Some(place) = signs.doubled {
        doubled(field, text, place, found);
    }
}

/// Which signs a text has. Every text is looked through once; few have what the checks are about.
#[derive(Default)]
struct Signs {
    /// What one of the words of templates has.
    template: bool,
    crosses: bool,
    colons: bool,
    pairs: bool,
    /// Where the first two signs between clauses follow each other.
    doubled: Option<usize>,
}

impl Signs {
    fn of(text: &str) -> Signs {
        let mut signs = Signs::default();
        let mut before = None;
        for (place, c) in text.char_indices() {
            let mut stop = None;
            match c {
                '填' | '字' | '请' | '示' | '○' | '＿' | '_' => signs.template = true,
                'X' | 'Ｘ' | '×' | 'x' => signs.crosses = true,
                ':' => signs.colons = true,
                '：' => (signs.colons, stop) = (true, Some(place)),
                '，' | '。' | '；' | '、' => stop = Some(place),
                // No Chinese character is one of a pair.
                '\u{4e00}'..='\u{9fff}' => {}
                c => signs.pairs |= paired(c).is_some(),
            }
            if stop.is_some() && signs.doubled.is_none() {
                signs.doubled = before;
            }
            before = stop;
        }
        signs
    }
}

/// Two signs between clauses where one belongs: "，，", "，。".
fn doubled(field: Field, text: &str, start: usize, found: &mut Vec<Finding>) {
    let mut signs = text.get(start..).unwrap_or_default().chars();
    let (Some(first), Some(second)) = (signs.next(), signs.next()) else {
        return;
    };
    let place = start + first.len_utf8();
    // The one that ends more stands.
    let spare = if second == '。' {
        start..place
    } else {
        place..place + second.len_utf8()
    };
    let mut mended = text.to_owned();
    mended.replace_range(spare, "");
    found.push(
        Finding::new(
            Code::E4,
            field,
            format!("标点“{first}{second}”重复：{}", sentence(text, start)),
            "只留一个。",
        )
        .with_fix("删去一个", Edit::Set(field, mended)),
    );
}

/// A word of a template, with what stands right before it.
fn word(text: &str) -> Option<String> {
    RESIDUE.iter().find_map(|word| {
        let start = text.find(word)?;
        Some(around(text, start, word.len()))
    })
}

/// Two or more crosses in the place of words or digits: "XX局", "20××年".
fn crosses(text: &str) -> Option<String> {
    let is_cross = |c: char| matches!(c, 'X' | 'Ｘ' | '×' | 'x');
    let mut run: Option<usize> = None;
    for (place, c) in text.char_indices().chain([(text.len(), '\n')]) {
        match run {
            None if is_cross(c) => run = Some(place),
            Some(start) if !is_cross(c) => {
                run = None;
                let before = text.get(..start).and_then(|before| before.chars().next_back());
                // "XXL" and "Exxon" are names.
                let is_name = c.is_ascii_alphanumeric() || before.is_some_and(|c| c.is_ascii_alphabetic());
                let crosses = text.get(start..place).unwrap_or_default();
                if crosses.chars().count() >= 2 && !is_name {
                    return Some(around(text, start, crosses.len()));
                }
            }
            _ => {}
        }
    }
    None
}

/// "指标2：……" and "任务1：": a numbered item of a template with nothing in it.
fn numbered_blank(text: &str) -> Option<String> {
    text.lines().map(str::trim).find_map(|line| {
        let rest = ["指标", "任务", "目标", "项目"]
            .iter()
            .find_map(|word| line.strip_prefix(word))?;
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let blank = digits.trim_start_matches([':', '：']).trim();
        let is_numbered = digits.len() < rest.len() && digits.starts_with([':', '：']);
        (is_numbered && blank.chars().all(|c| matches!(c, '…' | '.' | '。' | '—'))).then(|| line.to_owned())
    })
}

/// A word with what stands right before it.
fn around(text: &str, start: usize, length: usize) -> String {
    let before = text.get(..start).unwrap_or_default();
    let before: String = before
        .chars()
        .rev()
        .take(8)
        .take_while(|c| !matches!(c, '。' | '，' | '；' | '\n'))
        .collect();
    let before: String = before.chars().rev().collect();
    format!("{before}{}", text.get(start..start + length).unwrap_or_default())
}

/// A sign of a pair: which pair, and whether it opens. Half-width brackets close full-width ones: that is no
/// fault of sense.
fn paired(c: char) -> Option<(u8, bool)> {
    Some(match c {
        '（' | '(' => (0, true),
        '）' | ')' => (0, false),
        '《' => (1, true),
        '》' => (1, false),
        '【' => (2, true),
        '】' => (2, false),
        '〔' => (3, true),
        '〕' => (3, false),
        '「' => (4, true),
        '」' => (4, false),
        '“' => (5, true),
        '”' => (5, false),
        '‘' => (6, true),
        '’' => (6, false),
        _ => return None,
    })
}

/// The first sign that has no partner within its paragraph.
fn pairs(field: Field, text: &str, found: &mut Vec<Finding>) {
    if let Some((sign, around, is_opening)) = text.lines().find_map(unpaired) {
        let what = match sign {
            '“' | '”' | '‘' | '’' => "引号",
            '《' | '》' => "书名号",
            _ => "括号",
        };
        let lacks = if is_opening {
            "没有右边的一个"
        } else {
            "没有左边的一个"
        };
        found.push(Finding::new(
            Code::E4,
            field,
            format!("{what}“{sign}”{lacks}：{around}"),
            format!("补上成对的{what}，或删去这一个。"),
        ));
    }
}

fn unpaired(line: &str) -> Option<(char, String, bool)> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (place, c) in line.char_indices() {
        let Some((kind, opens)) = paired(c) else { continue };
        if opens {
            open.push((kind, place));
            continue;
        }
        match open.iter().rposition(|(other, _)| *other == kind) {
            // What was opened within and not closed is the fault, not this sign.
            Some(partner) if partner + 1 == open.len() => {
                open.pop();
            }
            Some(partner) => {
                let (_, at) = open.get(partner + 1).copied()?;
                return Some((line.get(at..)?.chars().next()?, sentence(line, at), true));
            }
            // "1）" and "一）" begin items; "it’s" is an apostrophe.
            None if is_item_end(line, place) || is_apostrophe(line, place, c) => {}
            None => return Some((c, sentence(line, place), false)),
        }
    }
    let (_, at) = open.first().copied()?;
    Some((line.get(at..)?.chars().next()?, sentence(line, at), true))
}

fn is_item_end(line: &str, place: usize) -> bool {
    let before = line.get(..place).unwrap_or_default();
    let number: usize = before
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(*c))
        .map(char::len_utf8)
        .sum();
    let head = before.get(..before.len() - number).unwrap_or_default();
    number > 0 && (head.is_empty() || head.ends_with(['；', '。', '：', '，', ' ', '\u{3000}']))
}

fn is_apostrophe(line: &str, place: usize, c: char) -> bool {
    let before = line.get(..place).and_then(|before| before.chars().next_back());
    c == '’' && before.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// The words round a sign, ended as a sentence.
fn sentence(line: &str, place: usize) -> String {
    let before = line.get(..place).unwrap_or_default();
    let start = before.char_indices().rev().nth(9).map_or(0, |(start, _)| start);
    format!("“{}”。", beginning(line.get(start..).unwrap_or_default(), 24))
}
