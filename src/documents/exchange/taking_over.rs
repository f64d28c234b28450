//! 带入: which typed fields have to be changed so that a document shows what it shows.
//!
//! Nothing of this is known beforehand; it is found by trying. A place where the document differs names the
//! fields whose text may stand there; each is changed as the document was, the document is written anew, and
//! what then stands at that place is what it shows, or the field is not the one. Therefore this holds for
//! every table, sheet and scheme, and what is computed is never taken for something that was typed.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::documents::xlsx::shown::plain_text;
use crate::domain::draft::comparison::{Obstacle, Taking, TextChange, spliced};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::values::row::{Id, find_mut};

use super::line::{Line, LineKind};
use super::reopened::{CameBack, lines};
use super::typed::{Typed, Unit, number, typed};

/// How many fields are tried for one place.
const TRIES: usize = 12;

/// How many lines are written in all to try one field after the other. Beyond that many are tried at once.
const EFFORT: usize = 60_000;

/// A place that is to show something else.
struct Place {
    /// Which of the changes.
    change: usize,
    /// Where and what.
    spot: Spot,
    /// What may bring it about, the likeliest first.
    tries: Vec<Taking>,
    /// The one that does.
    found: Option<Taking>,
}

/// Where a document shows something else, and what, without spaces.
enum Spot {
    /// A cell of a line that both have; a paragraph is one.
    Cell(usize, u32, String),
    /// A paragraph before this line.
    More(usize, String),
    /// This line is not there.
    Less(usize),
}

/// Where the document shows something else, with what can be taken over of it and why the rest cannot.
pub fn changes(came_back: &CameBack) -> Vec<TextChange> {
    let mut changes = came_back.changes();
    if changes.is_empty() {
        return changes;
    }
    let draft = &came_back.opened.draft;
    let typed = typed(draft);
    let mut places = places(came_back, &typed);
    let mut effort = EFFORT;
    for round in 0..TRIES {
        let open: Vec<usize> = (0..places.len())
            .filter(|place| places[*place].found.is_none() && places[*place].tries.len() > round)
            .collect();
        let (structural, cells): (Vec<usize>, Vec<usize>) = open
            .into_iter()
            .partition(|place| !matches!(places[*place].spot, Spot::Cell(..)));
        let cost = |count: usize| count.saturating_mul(came_back.data.len());
        let mut groups: Vec<Vec<usize>> = Vec::new();
        match cost(cells.len()) <= effort {
            true => groups.extend(cells.into_iter().map(|place| vec![place])),
            false => groups.push(cells),
        }
        groups.extend(structural.into_iter().map(|place| vec![place]));
        for group in groups {
            effort = effort.saturating_sub(cost(1));
            let tried = group.iter().map(|place| &places[*place].tries[round]);
            let Some(now) = with(draft, tried).and_then(|draft| lines(came_back.kind, &draft).ok()) else {
                continue;
            };
            for place in group {
                if places[place].spot.holds(&came_back.data, &now) {
                    places[place].found = places[place].tries.get(round).cloned();
                }
            }
        }
    }
    for place in places {
        let Some(change) = changes.get_mut(place.change) else {
            continue;
        };
        match place.found {
            Some(taking) => change.takings.push(taking),
            None => change.obstacle = Some(obstacle(&place, draft, came_back)),
        }
    }
    for (change, differing) in changes.iter_mut().zip(&came_back.differing) {
        let is_row = |line: Option<&Line>| line.is_some_and(|line| line.kind == LineKind::Row);
        let shown = differing.shown.and_then(|place| came_back.shown.get(place));
        if change.takings.is_empty() && change.obstacle.is_none() {
            change.obstacle = Some(match (differing.is_there, shown) {
                (false, line) if is_row(line) => Obstacle::NewRow,
                (false, _) => Obstacle::NewText,
                (true, None) if is_row(came_back.data.get(differing.at)) => Obstacle::GoneRow,
                (true, None) => Obstacle::GoneText,
                (true, Some(_)) => Obstacle::Written,
            });
        }
    }
    changes
}

impl Spot {
    /// Whether a document that was written anew shows what it should.
    fn holds(&self, before: &[Line], now: &[Line]) -> bool {
        let plain = |place: usize| now.get(place).map(|line| line.plain.as_str());
        match self {
            Spot::Cell(line, column, wanted) => {
                // A text that was blank may have brought lines with it, above or below.
                let moved = (line + now.len()).checked_sub(before.len());
                let cell = |line: &Line| plain_text(line.cell(*column)) == *wanted;
                [Some(*line), moved]
                    .into_iter()
                    .flatten()
                    .any(|line| now.get(line).is_some_and(cell))
            }
            Spot::More(at, wanted) => now.len() > before.len() && plain(*at) == Some(wanted),
            Spot::Less(at) => {
                now.len() + 1 == before.len() && plain(*at) == before.get(at + 1).map(|line| line.plain.as_str())
            }
        }
    }
}

/// The draft with some changes in it; none where a field is not there.
fn with<'a>(draft: &Draft, takings: impl Iterator<Item = &'a Taking>) -> Option<Draft> {
    let mut fields: BTreeMap<(Option<Id>, Field), Vec<(Range<usize>, &str)>> = BTreeMap::new();
    for taking in takings {
        let pieces = fields.entry((taking.form, taking.field)).or_default();
        pieces.push((taking.range.clone(), taking.text.as_str()));
    }
    let mut draft = draft.clone();
    for ((form, field), pieces) in fields {
        let own = match form {
            None => &mut draft,
            Some(id) => find_mut(&mut draft.forms, id)?.draft.make_mut(),
        };
        let text = spliced(&own.text(field), &pieces);
        own.apply(&Edit::Set(field, text));
    }
    Some(draft)
}

/// Why a place cannot be taken over.
fn obstacle(place: &Place, draft: &Draft, came_back: &CameBack) -> Obstacle {
    let Spot::Cell(line, column, _) = &place.spot else {
        return match place.spot {
            Spot::Less(_) => Obstacle::GoneText,
            _ => Obstacle::NewText,
        };
    };
    let unread = place.tries.first().is_some_and(|taking| {
        let tried = with(draft, std::iter::once(taking));
        let input = tried.as_ref().and_then(|draft| draft.input(taking.field));
        taking.form.is_none() && input.is_some_and(|input| input.fault().is_some())
    });
    let before = came_back.data.get(*line).map_or("", |line| line.cell(*column));
    match number(before) {
        _ if unread => Obstacle::NoNumber,
        Some(_) => Obstacle::Computed,
        None => Obstacle::Written,
    }
}

/// Every place that differs, with what may bring it about.
fn places(came_back: &CameBack, typed: &[Typed]) -> Vec<Place> {
    let mut places = Vec::new();
    let line = |place: usize| came_back.data.get(place);
    for (change, differing) in came_back.differing.iter().enumerate() {
        let shown = differing.shown.and_then(|place| came_back.shown.get(place));
        let mut add = |spot, tries| {
            places.push(Place {
                change,
                spot,
                tries,
                found: None,
            });
        };
        match (line(differing.at).filter(|_| differing.is_there), shown) {
            (Some(data), Some(shown)) => {
                let near = Near::of(data, typed);
                for column in data.differing(shown) {
                    let (before, after) = (data.cell(column), shown.cell(column));
                    let wanted = plain_text(after);
                    let tries = near.tries(head(&came_back.data, differing.at, column), before, after, typed);
                    add(Spot::Cell(differing.at, column, wanted), tries);
                }
            }
            (None, Some(shown)) if shown.kind == LineKind::Paragraph => {
                let above = differing.at.checked_sub(1).and_then(line);
                let tries = put_in(above, line(differing.at), &shown.text, typed);
                add(Spot::More(differing.at, shown.plain.clone()), tries);
            }
            (Some(data), None) if data.kind == LineKind::Paragraph => {
                add(Spot::Less(differing.at), taken_out(data, typed));
            }
            _ => {}
        }
    }
    places
}

/// How much of a row of the draft stands in a line, row by row.
struct Near(BTreeMap<(Option<Id>, u32), usize>);

impl Near {
    fn of(line: &Line, typed: &[Typed]) -> Self {
        let mut near = BTreeMap::new();
        for field in typed {
            // A single digit stands in too many lines to say anything.
            if let Some(row) = field.row
                && field.shown.len() > 2
                && line.plain.contains(&plain_text(&field.shown))
            {
                *near.entry((field.form, row)).or_default() += 1;
            }
        }
        Near(near)
    }

    fn score(&self, field: &Typed) -> usize {
        let row = field.row.and_then(|row| self.0.get(&(field.form, row)));
        row.copied().unwrap_or_default()
    }

    /// What may make a text of a line another one, the likeliest first.
    fn tries(&self, head: &str, before: &str, after: &str, typed: &[Typed]) -> Vec<Taking> {
        let mut tries: Vec<(Reverse<usize>, Reverse<usize>, Taking)> = Vec::new();
        for field in typed {
            let score = self.score(field);
            let mut add = |length: usize, range: Range<usize>, text: String| {
                tries.push((Reverse(score), Reverse(length), field.taking(range, text)));
            };
            let all = 0..field.text.len();
            // A blank stands as nothing, or as a word for what is missing.
            if field.shown.is_empty() && is_missing(before) && (score > 0 || field.row.is_none()) {
                let named = field
                    .label
                    .chars()
                    .filter(|c| before.contains(*c) || head.contains(*c))
                    .count();
                add(named, all.clone(), chosen(field, after.trim()));
            }
            if !field.choices.is_empty() && !field.shown.is_empty() {
                for (place, own) in before.match_indices(field.shown.as_str()).take(4) {
                    let (left, right) = (before.get(..place), before.get(place + own.len()..));
                    let word = left
                        .zip(right)
                        .and_then(|(left, right)| after.strip_prefix(left)?.strip_suffix(right));
                    let word = word.filter(|word| field.choices.iter().any(|(_, other)| other == word));
                    if let Some(word) = word {
                        add(own.len(), all.clone(), chosen(field, word));
                    }
                }
            }
            for unit in &field.units {
                for text in exchanged(before, after, unit) {
                    add(unit.shown.len(), unit.range.clone(), text);
                }
            }
            for text in renumbered(before, after, &field.shown) {
                add(field.shown.len(), all.clone(), text);
            }
        }
        tries.sort_by_key(|(score, length, _)| (*score, *length));
        let mut takings: Vec<Taking> = tries.into_iter().map(|(_, _, taking)| taking).collect();
        takings.dedup();
        takings.truncate(TRIES);
        takings
    }
}

impl Typed {
    fn taking(&self, range: Range<usize>, text: String) -> Taking {
        Taking {
            form: self.form,
            field: self.field,
            name: self.name.clone(),
            range,
            text,
        }
    }
}

/// What is set in a field for a word that stands for it: the code of a choice.
fn chosen(field: &Typed, word: &str) -> String {
    let choice = field.choices.iter().find(|(_, other)| *other == word);
    choice.map_or(word, |(code, _)| code).to_owned()
}

/// What stands at the head of a column: in the first row of its table that has several cells.
fn head(lines: &[Line], line: usize, column: u32) -> &str {
    let above = lines.get(..line).unwrap_or_default();
    let table = above.iter().rev().take_while(|line| line.kind == LineKind::Row);
    let heads = table.filter(|line| line.cells.len() > 2).last();
    heads.map_or("", |line| line.cell(column))
}

/// Whether a cell is one in which something is missing.
fn is_missing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.starts_with(['【', '〔', '缺', '（', '—'])
}

/// What the unit of a text would have to be where it stands in a longer text that became another one.
fn exchanged(before: &str, after: &str, unit: &Unit) -> Vec<String> {
    let places = before.match_indices(unit.shown.as_str()).take(4);
    let texts = places.filter_map(|(place, own)| {
        let rest = before.get(place + own.len()..)?;
        let text = after.strip_prefix(before.get(..place)?)?.strip_suffix(rest)?;
        unit.retyped(text.trim())
    });
    texts.collect()
}

/// What a typed number would have to be where it is printed otherwise than it was typed: 15,329.35 for
/// 15329.35, and in a workbook 0.9788 for 97.88.
fn renumbered(before: &str, after: &str, typed: &str) -> Vec<String> {
    let same = before.bytes().zip(after.bytes());
    let begins = same.take_while(|(one, other)| one == other).count();
    let (Some(typed), Some(old), Some(new)) = (number(typed), around(before, begins), around(after, begins)) else {
        return Vec::new();
    };
    let (Some(was), Some(is)) = (number(old.1), number(new.1)) else {
        return Vec::new();
    };
    if (old.0, old.2) != (new.0, new.2) {
        return Vec::new();
    }
    let percent = |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED);
    let plain = (was == typed).then(|| new.1.replace(',', ""));
    let of_percent = percent(was).filter(|was| *was == typed).and(percent(is));
    let of_percent = of_percent.map(|is| is.normalize().to_string());
    plain.into_iter().chain(of_percent).collect()
}

/// The whole number around a place of a text, with what is before and after it.
fn around(text: &str, place: usize) -> Option<(&str, &str, &str)> {
    let is_of_number = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let places = 0..=place.min(text.len());
    let place = places.rev().find(|place| text.is_char_boundary(*place))?;
    let (left, right) = text.split_at(place);
    let start = place - left.chars().rev().take_while(is_of_number).count();
    let end = place + right.chars().take_while(is_of_number).count();
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

/// What may bring a new paragraph about: a line more in the text to which the one above or below belongs.
fn put_in(above: Option<&Line>, below: Option<&Line>, new: &str, typed: &[Typed]) -> Vec<Taking> {
    let after = prose(typed)
        .filter(|(_, unit)| stands_for(above, unit))
        .map(|(field, unit)| field.taking(unit.range.end..unit.range.end, format!("\n{new}")));
    let before = prose(typed)
        .filter(|(_, unit)| stands_for(below, unit))
        .map(|(field, unit)| field.taking(unit.range.start..unit.range.start, format!("{new}\n")));
    after.chain(before).take(TRIES).collect()
}

/// What may take a paragraph away: a line less in its text.
fn taken_out(line: &Line, typed: &[Typed]) -> Vec<Taking> {
    let takings = prose(typed).filter(|(_, unit)| stands_for(Some(line), unit));
    let takings = takings.map(|(field, unit)| {
        // The line goes with the break that parts it from the next, or from the one before where it is the last.
        let end = field.text.get(unit.range.end..).and_then(|rest| rest.find('\n'));
        let start = field.text.get(..unit.range.start).and_then(|before| before.rfind('\n'));
        let range = match (end, start) {
            (Some(end), _) => unit.range.start..unit.range.end + end + 1,
            (None, Some(start)) => start..field.text.len(),
            (None, None) => 0..field.text.len(),
        };
        field.taking(range, String::new())
    });
    takings.take(TRIES).collect()
}

/// The texts of several paragraphs, line by line. A list that is numbered by its rows gets a row instead.
fn prose(typed: &[Typed]) -> impl Iterator<Item = (&Typed, &Unit)> {
    let is_row = |field: Field| {
        matches!(
            field,
            Field::Problem(_) | Field::Improvement(_) | Field::ObjectiveText(_)
        )
    };
    let texts = typed
        .iter()
        .filter(move |field| field.field.is_prose() && !is_row(field.field));
    texts.flat_map(|field| {
        let units = field.units.iter().filter(|unit| !unit.shown.contains('\n'));
        units.map(move |unit| (field, unit))
    })
}

/// Whether a line is little more than a piece of a text: a mark at its end, or a number before it.
fn stands_for(line: Option<&Line>, unit: &Unit) -> bool {
    line.is_some_and(|line| {
        line.kind == LineKind::Paragraph && line.text.contains(&unit.shown) && unit.shown.len() * 2 > line.text.len()
    })
}
