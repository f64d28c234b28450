//! A whole text read: what was recognised, what stays as narrative and where it goes, what is mere build.

use std::collections::BTreeSet;

use crate::documents::passage::{Passage, read_out};
use crate::domain::draft::source::ReportSource;
use crate::domain::scheme::outline::{Content, Level};

use super::annexes::annexes;
use super::covered::covered;
use super::source_text::{self, Taken};
use crate::documents::import::recognise::text::{Text, sentences, words};
use crate::documents::import::recognise::{
    approved, basics, department, flat_rows, grid_rows, indicators, labelled, money, parts, reasons, told, weights,
    written,
};
use crate::documents::import::recognised::{Recognised, Slot, Source, Value};
use crate::documents::import::text::columns::{heads, is_total};
use crate::documents::import::text::fit::{is_dots, is_nothing};
use crate::documents::import::text::flat::is_caption;

/// What a text holds. Every visible character of the passages is covered by one of the three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What was recognised, in the order of the report's parts.
    pub items: Vec<Recognised>,
    /// What stays as narrative, in the order of the text.
    pub pieces: Vec<Piece>,
    /// Headings, captions, headers and totals of tables, which the report makes by itself.
    pub build: Vec<Source>,
    /// 原文, kept beside the draft.
    pub source: ReportSource,
}

/// 留作文字的一段: what of one section was not recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The heading that it stood under.
    pub heading: String,
    /// The text.
    pub text: String,
    /// Where it stood.
    pub sources: Vec<Source>,
    /// Where it goes.
    pub goes: Destination,
    /// Whether it only leads to a table or repeats what the report says by itself.
    pub is_routine: bool,
}

/// Where narrative goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To the text of this field.
    Slot(Slot),
    /// To a section of its own in the outline, of this level, behind the part that it stood in.
    Own(Level, Option<Content>),
}

/// Reads passages: the report, and each annexed form by itself, whose figures are of its project and never the
/// office's.
pub fn read(passages: &[Passage]) -> Reading {
    let mut reading = read_parts(passages);
    let pieces = reading.pieces.iter().filter(|piece| !piece.is_routine);
    let pieces = pieces.map(|piece| Taken {
        sources: &piece.sources,
        values: None,
    });
    let items = reading.items.iter().map(|item| Taken {
        sources: &item.sources,
        values: Some(&item.values),
    });
    reading.source = source_text::of(passages, &pieces.chain(items).collect::<Vec<_>>());
    reading
}

fn read_parts(passages: &[Passage]) -> Reading {
    let annexes = annexes(passages);
    if annexes.is_empty() {
        return read_one(passages);
    }
    let within = |place: &usize| annexes.iter().position(|annex| annex.contains(place));
    // Each is read with the others blanked, so that places stay what they are.
    let only = |wanted: Option<usize>| -> Vec<Passage> {
        let all = passages.iter().enumerate();
        let kept = all.map(|(place, passage)| match within(&place) == wanted {
            true => passage.clone(),
            false => Passage::text(""),
        });
        kept.collect()
    };
    let mut whole = read_one(&only(None));
    for number in 0..annexes.len() {
        let mut form = read_one(&only(Some(number)));
        let title = form.items.iter().find_map(|item| item.text(Slot::ProjectTitle));
        let named = title.map_or_else(|| format!("附表{}", number + 1), str::to_owned);
        let is_taken = |item: &Recognised| item.text(Slot::Form) == Some(&named);
        let text = match whole.items.iter().any(is_taken) {
            true => format!("{named}（{}）", number + 1),
            false => named,
        };
        for item in &mut form.items {
            item.values.push(Value {
                slot: Slot::Form,
                text: text.clone(),
            });
        }
        for piece in &mut form.pieces {
            piece.heading.clone_from(&text);
            piece.goes = Destination::Own(Level::First, None);
            piece.is_routine = true;
        }
        whole.items.append(&mut form.items);
        whole.pieces.append(&mut form.pieces);
        whole.build.append(&mut form.build);
    }
    whole
}

fn read_one(passages: &[Passage]) -> Reading {
    let mut text = Text::new(passages);
    let flat = flat_rows::recognise(&text);
    let grid = grid_rows::recognise(&text);
    let tables = [grid, flat];
    let mut stated: Vec<Vec<indicators::Row>> = tables
        .iter()
        .flat_map(|table| table.indicators.iter().cloned())
        .collect();
    if stated.is_empty() {
        stated.push(told::recognise(&text));
    }
    let mut rows = indicators::merge(stated);
    reasons::below_tables(&text, &mut rows);
    let mut items = basics::recognise(&text);
    items.extend(labelled::labelled(&text));
    items.extend(labelled::goals(&text));
    items.extend(labelled::remarks(&text));
    if !items.iter().any(|item| item.slot() == Some(Slot::OverallObjective)) {
        items.extend(approved::goal(&text));
    }
    items.extend(department::recognise(&text));
    let year = items.iter().find_map(|item| item.text(Slot::Year)).map(str::to_owned);
    items.extend(money::recognise(&text, year.as_deref()));
    items.extend(reasons::of_money(&text));
    items.extend(parts::recognise(&text, &tables, &rows));
    let total = weights::total(&tables, &rows);
    let projects: Vec<Recognised> = tables.into_iter().flat_map(|table| table.projects).collect();
    match projects.is_empty() {
        true => items.extend(approved::tasks(&text)),
        false => items.extend(projects),
    }
    items.extend(rows);
    // The signature belongs to no section.
    let signed = basics::signature(&text, &mut items);
    for section in &mut text.sections {
        section.body.retain(|place| !signed.contains(place));
    }
    items.extend(written::recognise(&text));
    if !items.iter().any(|item| item.slot() == Some(Slot::StatedScore)) {
        items.extend(total);
    }
    for item in &mut items {
        // What is empty shows nobody anything.
        if item.sources.iter().any(Source::is_visible) {
            item.sources.retain(Source::is_visible);
        }
    }
    // A part of the form at a time, and within it as the text has it; rows of one list stay together.
    items.sort_by_key(|item| item.slot().map(Slot::chapter));
    let build = build(&text, &items);
    let pieces = pieces(&text, &items, &build);
    Reading {
        items,
        pieces,
        build,
        ..Reading::default()
    }
}

/// Headings, captions, headers of tables.
fn build(text: &Text<'_>, items: &[Recognised]) -> Vec<Source> {
    let mut build: Vec<Source> = Vec::new();
    for section in text.sections.iter().skip(1) {
        if !section.heading.is_empty() {
            build.push(Source::text(section.passage, 0..section.heading.end));
        } else if section.rest.start > 0 {
            build.push(Source::text(section.passage, 0..section.rest.start));
        }
    }
    for table in &text.flat {
        build.extend(
            table
                .furniture
                .iter()
                // A real table between the lines has rows of its own.
                .filter(|line| matches!(text.passages[**line], Passage::Paragraph { .. }))
                .map(|line| Source::text(*line, 0..words(&text.passages[*line]).len())),
        );
    }
    let lines = text.annex_lines.iter();
    build.extend(lines.map(|line| Source::text(*line, 0..words(&text.passages[*line]).len())));
    let known = known_tables(items);
    build.extend(
        text.paragraphs()
            .filter(|(place, words)| is_caption(words) && !leads_to_narrative(text, *place, &known))
            .map(|(place, words)| Source::text(place, 0..words.len())),
    );
    for (place, grid) in text.grids().filter(|(place, _)| known.contains(place)) {
        for (row, cells) in grid.iter().enumerate() {
            let named = heads(cells).iter().flatten().count();
            let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
            // Rows of dots and strokes are what is left of a template.
            let is_template = cells
                .iter()
                .all(|cell| is_dots(cell) || is_nothing(cell.trim()) || cell.trim().is_empty());
            if (named >= 2 && named * 2 >= filled) || is_template || cells.iter().take(2).any(|cell| is_total(cell)) {
                build.push(Source::row(place, row));
            }
        }
    }
    build
}

/// The tables of which rows were recognised.
fn known_tables(items: &[Recognised]) -> BTreeSet<usize> {
    let sources = items.iter().flat_map(|item| &item.sources);
    let rows = sources.filter(|source| source.row.is_some());
    rows.map(|source| source.passage).collect()
}

/// Whether a caption, or the unit below it, stands right above a table that stays as it is.
fn leads_to_narrative(text: &Text<'_>, place: usize, known: &BTreeSet<usize>) -> bool {
    let next = (place + 1..=place + 2).find(|next| matches!(text.passages.get(*next), Some(Passage::Table(_))));
    next.is_some_and(|table| {
        let between = text.passages.get(place + 1..table).unwrap_or_default();
        !known.contains(&table) && between.iter().all(|passage| is_note(words(passage)))
    })
}

/// What neither an item nor the build covers, section by section.
fn pieces(text: &Text<'_>, items: &[Recognised], build: &[Source]) -> Vec<Piece> {
    let known = covered(items.iter().flat_map(|item| &item.sources));
    let built = covered(build.iter());
    let tables = known_tables(items);
    let mut pieces: Vec<(usize, Piece)> = Vec::new();
    for (place, passage) in text.passages.iter().enumerate() {
        let section = text.section(place);
        match passage {
            Passage::Paragraph { text: words, .. } => {
                let ranges = known
                    .get(&place)
                    .map(|(ranges, _)| ranges.as_slice())
                    .unwrap_or_default();
                // The build is the whole paragraph or its head.
                let from = built
                    .get(&place)
                    .and_then(|(ranges, _)| ranges.first())
                    .map_or(0, |range| range.end);
                let mut at = 0;
                for sentence in sentences(words.get(from..).unwrap_or_default()) {
                    let sentence = from + sentence.start..from + sentence.end;
                    while ranges.get(at).is_some_and(|range| range.end <= sentence.start) {
                        at += 1;
                    }
                    // A sentence of which something was recognised is said by the report itself.
                    if ranges.get(at).is_none_or(|range| range.start >= sentence.end) {
                        let said = words.get(sentence.clone()).unwrap_or_default();
                        let is_routine =
                            is_routine(said) && !(is_note(words) && leads_to_narrative(text, place, &tables));
                        put(
                            &mut pieces,
                            text,
                            section,
                            (said, is_routine),
                            Source::text(place, sentence),
                        );
                    }
                }
            }
            Passage::Table(grid) => {
                let is_known = |row: &usize| {
                    [&known, &built]
                        .iter()
                        .any(|covered| covered.get(&place).is_some_and(|(_, rows)| rows.contains(row)))
                };
                for (row, cells) in grid.iter().enumerate().filter(|(row, _)| !is_known(row)) {
                    // As it would stand when it is pasted.
                    put(
                        &mut pieces,
                        text,
                        section,
                        (&read_out(cells).join("\t"), false),
                        Source::row(place, row),
                    );
                }
            }
        }
    }
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

/// Adds a sentence or a row to the piece of its section. What only leads to a table stands apart.
fn put(
    pieces: &mut Vec<(usize, Piece)>,
    text: &Text<'_>,
    section: usize,
    (words, is_routine): (&str, bool),
    source: Source,
) {
    if words.chars().all(crate::documents::import::text::lines::is_invisible) {
        return;
    }
    let words = words.trim();
    // What leads to a table between two sentences does not part them.
    let mut own = pieces.iter_mut().rev().take_while(|(last, _)| *last == section);
    if let Some((_, piece)) = own.find(|(_, piece)| piece.is_routine == is_routine) {
        let is_same = piece
            .sources
            .last()
            .is_some_and(|last| last.passage == source.passage && last.row.is_none());
        if !is_same {
            piece.text.push('\n');
        }
        piece.text.push_str(words);
        piece.sources.push(source);
        return;
    }
    let own = &text.sections[section];
    let piece = Piece {
        heading: text
            .slice(own.passage, &own.heading)
            .trim_end_matches(['。', '：'])
            .to_owned(),
        text: words.to_owned(),
        sources: vec![source],
        goes: destination(own.home, own.depth),
        is_routine,
    };
    pieces.push((section, piece));
}

/// Sentences that the report writes by itself: what leads to a table, and the note on rounding.
fn is_routine(words: &str) -> bool {
    let words = words.trim();
    let leads = ["如下表", "如下：", "见下表", "如表", "见表", "如下。"]
        .iter()
        .any(|word| words.contains(word));
    words.chars().count() <= 120 && (leads || is_note(words))
}

/// 单位：万元 above a table, and notes below.
fn is_note(words: &str) -> bool {
    let begins = ["单位：", "（单位：", "金额单位：", "注："];
    begins.iter().any(|word| words.trim().starts_with(word))
}

fn destination(home: Option<Content>, depth: usize) -> Destination {
    let level = match depth {
        0 | 1 => Level::First,
        2 => Level::Second,
        _ => Level::Third,
    };
    Destination::Slot(match home {
        Some(Content::Department) => Slot::Duties,
        Some(Content::Work) => Slot::WorkOverview,
        Some(Content::OverallObjective) => Slot::OverallObjective,
        Some(Content::Monitoring) => Slot::Monitoring,
        Some(Content::Conclusion) => Slot::Conclusion,
        Some(Content::Projects) => Slot::ProjectsNote,
        Some(Content::Achievements) => Slot::Achievements,
        Some(Content::Problems) => Slot::Problem,
        Some(Content::Improvements) => Slot::Improvement,
        home => return Destination::Own(level, home),
    })
}
