//! 章节: the tree of sections, from heading styles and from numbers, however they restart and mix.

use std::ops::Range;

use crate::documents::passage::Passage;
use crate::domain::scheme::outline::Content;

use super::headings::{LONGEST_HEADING, home, home_within};
use super::marks::{Mark, MarkKind, mark};

/// Sections are not nested deeper; official texts have four levels.
const DEEPEST: usize = 8;

/// 一节. The first one of an outline is what stands before the first heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The section that it stands in; none for the highest.
    pub parent: Option<usize>,
    /// How deep it stands: 0 before the first heading, 1 for 一、.
    pub depth: usize,
    /// The passage with its heading.
    pub passage: usize,
    /// The number in front of the heading.
    pub mark: Option<Mark>,
    /// The heading within its passage, in bytes, without the number; empty where the passage is a
    /// numbered paragraph rather than a heading.
    pub heading: Range<usize>,
    /// What stands in the same passage after the heading.
    pub rest: Range<usize>,
    /// The passages below the heading that belong to no section of their own.
    pub body: Vec<usize>,
    /// What part of a report this is, where its words or those above tell.
    pub home: Option<Content>,
}

/// The sections of a text, each before those that stand in it. Passages that are part of a table have no
/// headings.
pub fn outline(passages: &[Passage], is_table: &[bool]) -> Vec<Section> {
    let mut sections = vec![Section {
        parent: None,
        depth: 0,
        passage: 0,
        mark: None,
        heading: 0..0,
        rest: 0..0,
        body: Vec::new(),
        home: None,
    }];
    let mut open: Vec<Open> = Vec::new();
    for (place, passage) in passages.iter().enumerate() {
        let in_table = is_table.get(place).copied().unwrap_or_default();
        match passage {
            Passage::Paragraph { text, level } if !in_table => match heading(text, *level) {
                Some((mark, heading, rest)) => {
                    let words = text.get(heading.clone()).unwrap_or_default();
                    make_room(&mut open, mark, *level, words, &sections);
                    let parent = open.last().map(|open| open.section);
                    let depth = open.len() + 1;
                    let above = parent.and_then(|parent| sections[parent].home);
                    sections.push(Section {
                        parent,
                        depth,
                        passage: place,
                        mark,
                        home: home_within(above, depth, words),
                        heading,
                        rest,
                        body: Vec::new(),
                    });
                    open.push(Open {
                        section: sections.len() - 1,
                        mark,
                        level: *level,
                    });
                }
                None => push(&mut sections, &open, place),
            },
            _ => push(&mut sections, &open, place),
        }
    }
    sections
}

fn push(sections: &mut [Section], open: &[Open], place: usize) {
    let section = open.last().map_or(0, |open| open.section);
    if let Some(section) = sections.get_mut(section) {
        section.body.push(place);
    }
}

/// A section that can still take others in.
struct Open {
    section: usize,
    mark: Option<Mark>,
    level: Option<u8>,
}

/// The number, the heading, and what follows it in the same paragraph; none for a plain paragraph.
fn heading(text: &str, level: Option<u8>) -> Option<(Option<Mark>, Range<usize>, Range<usize>)> {
    let start = text.len() - text.trim_start().len();
    let mark = mark(&text[start..]).filter(|mark| mark.kind < MarkKind::Circled);
    if mark.is_none() && (level.is_none() || text.chars().nth(LONGEST_HEADING * 2).is_some()) {
        return None;
    }
    let from = start + mark.map_or(0, |mark| mark.length);
    let words = text[from..].trim_end();
    let to = from + words.len();
    if level.is_some()
        || (words.chars().nth(LONGEST_HEADING).is_none() && sentences(words) <= 1 && !words.contains('；'))
    {
        return Some((mark, from..to, to..to));
    }
    // "1.加强党建工作。今年以来，……": the first sentence is the heading where it is short.
    let first = words.find('。').map(|end| end + '。'.len_utf8());
    match first {
        Some(end) if words[..end].chars().count() <= 40 && !words[..end].starts_with("一是") => {
            Some((mark, from..from + end, from + end..to))
        }
        _ => Some((mark, from..from, from..to)),
    }
}

fn sentences(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, '。' | '！' | '？')).count()
}

/// Closes the sections that a new heading does not stand in.
fn make_room(open: &mut Vec<Open>, mark: Option<Mark>, level: Option<u8>, words: &str, sections: &[Section]) {
    let keep = match (level, mark) {
        (Some(level), _) => open
            .iter()
            .position(|above| above.level.is_none_or(|above| above >= level)),
        (None, Some(mark)) => by_number(open, mark, words, sections),
        (None, None) => None,
    };
    open.truncate(keep.unwrap_or(open.len()).min(DEEPEST - 1));
}

/// How many of the open sections a numbered heading stands in.
fn by_number(open: &[Open], new: Mark, words: &str, sections: &[Section]) -> Option<usize> {
    let same = || {
        let numbered = open.iter().enumerate();
        numbered.filter_map(|(place, above)| {
            above
                .mark
                .filter(|mark| mark.kind == new.kind)
                .map(|mark| (place, mark))
        })
    };
    // （三） goes on from a （二）: from the innermost, unless its words name a part of the report.
    let mut before = same().filter(|(_, mark)| mark.number + 1 == new.number);
    let named = home(words).is_some();
    let next = if named { before.next() } else { before.next_back() };
    if let Some((place, _)) = next {
        return Some(place);
    }
    let top = open.last()?;
    if new.number == 1 && same().next().is_some() {
        // A list that begins anew inside its own kind: （一） within （二）.
        let within = top.mark.is_some_and(|mark| mark.kind == new.kind && mark.number > 1);
        let is_part = sections
            .get(top.section)
            .is_some_and(|section| home_of_list(section.home));
        if within && new.kind > MarkKind::Chinese && (is_part || !named) {
            return None;
        }
    }
    if let Some((place, _)) = same()
        .rfind(|(_, mark)| mark.number < new.number)
        .or_else(|| same().next_back())
    {
        return Some(place);
    }
    // No such number yet: below all that are of a higher kind.
    open.iter()
        .position(|above| above.mark.is_some_and(|mark| mark.kind > new.kind))
}

/// Whether a section holds a list of paragraphs with headings in free words.
fn home_of_list(home: Option<Content>) -> bool {
    matches!(
        home,
        Some(Content::Work | Content::Completions | Content::Achievements | Content::Problems | Content::Improvements)
    )
}
