//! E1 of a report that was read: numbers of headings and lists that are repeated or skipped.
//!
//! A draft numbers its headings itself, so only the lines as they came in can show them.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;

use super::headings::{Mark, mark, numbered};

/// More of them are one fault of the whole text, as where a copy has lost its numbers.
const MOST: usize = 4;

/// A line that is longer is a paragraph, and what follows it begins anew only behind the end of a sentence.
const HEADING: usize = 40;

/// Finds E1 in the lines of the source.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let faults = faults(&draft.source.whole);
    if faults.len() > MOST {
        return;
    }
    found.extend(faults.into_iter().map(|message| {
        Finding::new(
            Code::E1,
            Field::SourceText,
            message,
            "按一、二、三的顺序编，不跳号，不重号；删去一项的，后面的号跟着改。",
        )
    }));
}

/// The last number of a level, and where it ends.
#[derive(Clone, Copy, Default)]
struct Last {
    place: u32,
    end: usize,
}

fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut last = [Last::default(); 5];
    let mut at = 0;
    let mut before = "";
    for line in text.split('\n') {
        let start = at;
        at += line.len() + 1;
        let said = line.trim();
        // The cells of a table count otherwise.
        if said.is_empty() || line.contains('\t') {
            continue;
        }
        let own = mark(said).filter(|own| !is_alone(said, *own) && begins_anew(before));
        before = said;
        let Some(own) = own else { continue };
        let level = usize::from(own.level);
        let above = last.iter().take(level).map(|last| last.end).max().unwrap_or_default();
        let previous = last[level];
        if own.place != 1 && own.place != previous.place + 1 {
            let from = previous.end.max(above);
            faults.extend(fault(
                said,
                own,
                previous.place,
                text.get(from..start).unwrap_or_default(),
            ));
        }
        // What stands behind the number on its line may be the first of the level below.
        let end = start + (line.len() - line.trim_start().len()) + own.length;
        last[level] = Last { place: own.place, end };
        last[level + 1..].fill(Last { place: 0, end });
    }
    faults
}

/// What is wrong with a number, unless the one that is missing stands in the lines between: （一） behind a heading.
fn fault(line: &str, own: Mark, previous: u32, between: &str) -> Option<String> {
    let expected = numbered(own.level, previous + 1);
    let core = expected.trim_end_matches(['、', '.']);
    let is_there = match own.level {
        1 | 3 => between.contains(expected.as_str()) || between.contains(&format!("{core}．")),
        // (二) is as good as （二） where it is only looked for.
        _ => between.replace('(', "（").replace(')', "）").contains(core),
    };
    let said = excerpt(line, 16);
    // A number that is far off belongs to something else.
    match own.place {
        _ if is_there => None,
        place if place == previous => Some(format!("序号重复：“{said}”前面已经有{}。", numbered(own.level, place))),
        place if place == previous + 2 && previous > 0 => Some(
            format!(
                "序号不连续：{}之后是“{said}”，缺{expected}",
                numbered(own.level, previous)
            )
            .trim_end_matches(['、', '.'])
            .to_owned()
                + "。",
        ),
        2 if previous == 0 => Some(format!("序号不从{expected}开始：“{said}”前面没有{}。", core)),
        _ => None,
    }
}

/// Whether nothing stands behind a number, as where a copy has broken the line.
fn is_alone(line: &str, own: Mark) -> bool {
    line.get(own.length..).unwrap_or_default().trim().is_empty()
}

/// Whether a new paragraph may begin behind a line: it is short, or a sentence ends there.
fn begins_anew(before: &str) -> bool {
    before.ends_with(['。', '：', '；', '！', '？', '”', '）', ':', ';', '.']) || before.chars().count() < HEADING
}
