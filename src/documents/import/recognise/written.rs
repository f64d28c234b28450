//! The written parts: work of the year, objectives, completion, achievements, problems, improvements.

use std::ops::Range;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::headings;
use crate::documents::import::text::outline::Section;
use crate::domain::scheme::outline::Content;
use crate::domain::values::input::Choice;

use super::lists::{bare, enumerated};
use super::stated::{labelled, stated_elsewhere, stated_grade, stated_score};
use super::text::{Text, sentences};

/// A text and where it stands.
#[derive(Clone, Default)]
struct Piece {
    text: String,
    sources: Vec<Source>,
}

impl Piece {
    fn push(&mut self, text: &str, source: Source) {
        let text = text.trim();
        if !text.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(text);
            self.sources.push(source);
        }
    }

    fn append(&mut self, other: Piece) {
        for (line, source) in [(&other.text, other.sources)] {
            if !line.is_empty() {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.text.push_str(line);
                self.sources.extend(source);
            }
        }
    }

    fn item(self, slot: Slot, sure: Sure, reason: &str) -> Option<Recognised> {
        let item = Recognised {
            values: vec![Value { slot, text: self.text }],
            sure,
            reason: reason.to_owned(),
            sources: self.sources,
        };
        (!item.sources.is_empty()).then_some(item)
    }
}

/// What stands under the headings of the written parts.
pub fn recognise(text: &Text<'_>) -> Vec<Recognised> {
    let mut found = Vec::new();
    for (number, section) in text.sections.iter().enumerate().skip(1) {
        let above = section.parent.and_then(|parent| text.sections[parent].home);
        let Some(home) = section.home.filter(|home| above != Some(*home) || !is_list(*home)) else {
            continue;
        };
        let named = "按章节标题归入。";
        match home {
            Content::Work => work(text, number, &mut found),
            Content::Objectives => objectives(text, number, &mut found),
            Content::OverallObjective => {
                found.extend(whole(text, number).item(Slot::OverallObjective, Sure::High, named))
            }
            Content::Monitoring => found.extend(whole(text, number).item(Slot::Monitoring, Sure::High, named)),
            Content::Conclusion => conclusion(text, number, &mut found),
            Content::Completions => completions(text, number, &mut found),
            Content::Achievements => found.extend(whole(text, number).item(Slot::Achievements, Sure::High, named)),
            Content::Problems => remarks(text, number, Slot::Problem, &mut found),
            Content::Improvements => remarks(text, number, Slot::Improvement, &mut found),
            Content::Department => found.extend(duties(text, section)),
            Content::Heading | Content::Money | Content::Indicators | Content::Projects | Content::Text => {}
        }
    }
    found.extend(stated_elsewhere(text, &found));
    for item in labelled(text) {
        let is_known = found.iter().any(|own| own.slot() == item.slot());
        found.extend((!is_known).then_some(item));
    }
    found
}

fn is_list(home: Content) -> bool {
    matches!(
        home,
        Content::Work
            | Content::Completions
            | Content::Achievements
            | Content::Problems
            | Content::Improvements
            | Content::Monitoring
            | Content::OverallObjective
    )
}

/// The paragraphs directly below a heading, with what stands behind it in its own.
fn body(text: &Text<'_>, section: &Section) -> Piece {
    let mut piece = Piece::default();
    piece.push(
        text.slice(section.passage, &section.rest),
        Source::text(section.passage, section.rest.clone()),
    );
    for (place, words) in paragraphs(text, section) {
        piece.push(words, Source::text(place, 0..words.len()));
    }
    piece
}

fn paragraphs<'t>(text: &'t Text<'_>, section: &'t Section) -> impl Iterator<Item = (usize, &'t str)> {
    section
        .body
        .iter()
        .filter(|place| !text.is_table[**place])
        .filter_map(|place| {
            let words = super::text::words(&text.passages[*place]);
            (!crate::documents::import::text::flat::is_caption(words)).then_some((*place, words))
        })
}

/// Everything below a heading, the headings of its sections as lines of their own.
fn whole(text: &Text<'_>, number: usize) -> Piece {
    let mut piece = body(text, &text.sections[number]);
    for (child, section) in text.children(number) {
        if section.home == text.sections[number].home {
            piece.push(
                text.slice(section.passage, &section.heading),
                Source::text(section.passage, section.heading.clone()),
            );
            piece.append(whole(text, child));
        }
    }
    piece
}

/// A heading and the text below it as two values.
fn headed(text: &Text<'_>, number: usize, slots: (Slot, Slot), below: Piece) -> Option<Recognised> {
    let section = &text.sections[number];
    let mut values = Vec::new();
    let mut sources = vec![Source::text(section.passage, section.heading.clone())];
    let heading = bare(text.slice(section.passage, &section.heading));
    if !heading.is_empty() {
        values.push(Value {
            slot: slots.0,
            text: heading.to_owned(),
        });
    }
    if !below.text.is_empty() {
        values.push(Value {
            slot: slots.1,
            text: below.text,
        });
        sources.extend(below.sources);
    }
    sources.retain(|source| !source.range.is_empty());
    (!values.is_empty()).then(|| Recognised {
        values,
        sure: Sure::High,
        reason: "有自己的标题和序号。".to_owned(),
        sources,
    })
}

fn work(text: &Text<'_>, number: usize, found: &mut Vec<Recognised>) {
    found.extend(body(text, &text.sections[number]).item(Slot::WorkOverview, Sure::High, "标题下的第一段。"));
    for (child, section) in text.children(number) {
        found.extend(headed(
            text,
            child,
            (Slot::WorkHeading, Slot::WorkText),
            body(text, section),
        ));
        for (below, _) in text.children(child) {
            found.extend(headed(
                text,
                below,
                (Slot::SubHeading, Slot::SubText),
                whole(text, below),
            ));
        }
    }
}

fn completions(text: &Text<'_>, number: usize, found: &mut Vec<Recognised>) {
    let section = &text.sections[number];
    let mut children = text.children(number).peekable();
    if children.peek().is_none() {
        found.extend(body(text, section).item(Slot::CompletionText, Sure::Medium, "这一节没有分项的标题。"));
        return;
    }
    for (child, _) in children {
        found.extend(headed(
            text,
            child,
            (Slot::CompletionHeading, Slot::CompletionText),
            whole(text, child),
        ));
    }
}

/// The items of a list: numbered sections, "一是……二是……", or paragraphs.
fn items(text: &Text<'_>, number: usize) -> (Vec<Piece>, &'static str) {
    let section = &text.sections[number];
    let children: Vec<usize> = text
        .children(number)
        .filter(|(_, child)| child.home == section.home)
        .map(|(child, _)| child)
        .collect();
    let mut pieces = Vec::new();
    let mut reason = "一段一条。";
    let mut paragraph = |place: usize, range: Range<usize>| {
        let words = text.slice(place, &range);
        let listed = enumerated(words);
        if listed.is_empty() || !children.is_empty() {
            let mut piece = Piece::default();
            piece.push(words, Source::text(place, range));
            pieces.extend((!piece.sources.is_empty()).then_some(piece));
            return;
        }
        reason = "按“一是、二是”分条。";
        // What stands before 一是 belongs to the first item's passage and is kept with it.
        let mut lead = words[..listed[0].start].trim_end_matches("一是").trim();
        for item in listed {
            let mut piece = Piece::default();
            if !lead.is_empty() && lead.ends_with(['。', '：']) {
                let head = range.start..range.start + item.start;
                let mut intro = Piece::default();
                intro.push(lead, Source::text(place, head));
                pieces.push(intro);
            }
            lead = "";
            piece.push(
                bare(&words[item.clone()]),
                Source::text(place, range.start + item.start..range.start + item.end),
            );
            pieces.push(piece);
        }
    };
    paragraph(section.passage, section.rest.clone());
    for (place, words) in paragraphs(text, section) {
        paragraph(place, 0..words.len());
    }
    for child in children {
        reason = "各有序号。";
        let named = &text.sections[child];
        let title = text.slice(named.passage, &named.heading);
        // （一）存在的问题 names the list anew; its items stand below.
        if is_title_of(title, section.home) && !named.body.is_empty() {
            pieces.extend(items(text, child).0);
            continue;
        }
        let mut piece = Piece::default();
        let own = &text.sections[child];
        let head = text.slice(own.passage, &own.heading).trim();
        piece.push(head, Source::text(own.passage, own.heading.clone()));
        let below = whole(text, child);
        if below.text.starts_with(|c: char| !c.is_whitespace())
            && own.rest.start == own.heading.end
            && !own.rest.is_empty()
        {
            piece.text.push_str(&below.text);
            piece.sources.extend(below.sources);
        } else {
            piece.append(below);
        }
        pieces.push(piece);
    }
    pieces.retain(|piece| !piece.sources.is_empty());
    (pieces, reason)
}

/// Whether a heading says no more than which list stands below it.
fn is_title_of(heading: &str, home: Option<Content>) -> bool {
    heading.chars().count() <= 12 && home.is_some() && headings::home(heading) == home
}

fn remarks(text: &Text<'_>, number: usize, slot: Slot, found: &mut Vec<Recognised>) {
    let (pieces, reason) = items(text, number);
    found.extend(
        pieces
            .into_iter()
            .filter_map(|piece| piece.item(slot, Sure::High, reason)),
    );
}

fn objectives(text: &Text<'_>, number: usize, found: &mut Vec<Recognised>) {
    let (pieces, reason) = items(text, number);
    let sure = if pieces.len() > 1 { Sure::High } else { Sure::Medium };
    found.extend(
        pieces
            .into_iter()
            .filter_map(|piece| piece.item(Slot::Objective, sure, reason)),
    );
}

/// The text under 主要职能 and its like; elsewhere in the part, prose about the office stays narrative.
fn duties(text: &Text<'_>, section: &Section) -> Option<Recognised> {
    let heading = text.slice(section.passage, &section.heading);
    if !["职能", "职责"].iter().any(|word| heading.contains(word)) {
        return None;
    }
    let mut piece = body(text, section);
    // Sentences that list units, divisions or people are read by themselves.
    if piece.text.contains("内设机构") || piece.text.contains("下属单位") || piece.text.contains("编制") {
        return None;
    }
    piece.text = piece.text.trim().to_owned();
    piece.item(Slot::Duties, Sure::High, "按章节标题归入。")
}

/// 等级 and 总分 that the conclusion states, and its other sentences.
fn conclusion(text: &Text<'_>, number: usize, found: &mut Vec<Recognised>) {
    let mut rest = Piece::default();
    let section = &text.sections[number];
    let own = (section.passage, section.rest.clone());
    let all = std::iter::once(own).chain(paragraphs(text, section).map(|(place, words)| (place, 0..words.len())));
    let (mut grade, mut score) = (None, None);
    for (place, range) in all {
        let words = text.slice(place, &range);
        for sentence in sentences(words) {
            let said = &words[sentence.clone()];
            let source = Source::text(place, range.start + sentence.start..range.start + sentence.end);
            if grade.is_none() {
                grade = stated_grade(said).map(|grade| (grade, source.clone()));
            }
            if score.is_none() {
                score = stated_score(said).map(|score| (score, source.clone()));
            }
            rest.push(said, source);
        }
    }
    found.extend(
        score.map(|(score, source)| Recognised::one(Slot::StatedScore, score, Sure::High, "自评结论里写明。", source)),
    );
    found.extend(grade.map(|(grade, source)| {
        Recognised::one(Slot::StatedGrade, grade.label(), Sure::High, "自评结论里写明。", source)
    }));
    rest.text = rest.text.replace('\n', "");
    found.extend(rest.item(
        Slot::Conclusion,
        Sure::Medium,
        "自评结论一节的文字；总分、等级那句程序会自己写，重复的请删去。",
    ));
}
