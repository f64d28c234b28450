//! 带入: which typed fields have to be changed so that a document shows what it shows.
//!
//! Nothing of this is known beforehand; it is found by trying. A place where the document differs names the
//! fields whose text may stand there; each is changed as the document was, the document is written anew, and
//! what then stands at that place is what it shows, or the field is not the one. Therefore this holds for
//! every table, sheet and scheme, and what is computed is never taken for something that was typed.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::documents::xlsx::shown::plain_text;
use crate::domain::draft::comparison::{Obstacle, Taking, TextChange, spliced};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::values::row::{Id, find, find_mut};

use super::line::{LineKind, ShownLine};
use super::reopened::{CameBack, lines};
use super::tries::{Near, TRIES, head, put_in, taken_out};
use super::typed::{Typed, number, typed};

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
    /// A number of a cell, by its place among them.
    Number(usize, u32, usize, String),
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
    search(came_back, &mut places, &mut effort);
    // What is no text of the draft may still have numbers of it in it.
    let (whole, mut places): (Vec<Place>, Vec<Place>) = places.into_iter().partition(|place| place.found.is_some());
    let mut numbers: Vec<Place> = Vec::new();
    places.retain(|place| {
        let own = numbers_of(place, came_back, &typed);
        let is_apart = !own.is_empty();
        numbers.extend(own);
        !is_apart
    });
    search(came_back, &mut numbers, &mut effort);
    let places = whole.into_iter().chain(places).chain(numbers);
    for place in places {
        let Some(change) = changes.get_mut(place.change) else {
            continue;
        };
        match place.found {
            // The same number may stand there several times.
            Some(taking) if change.takings.contains(&taking) => {}
            Some(taking) => change.takings.push(taking),
            None => change.obstacle = Some(obstacle(&place, draft, came_back)),
        }
    }
    for (change, differing) in changes.iter_mut().zip(&came_back.differing) {
        let is_row = |line: Option<&ShownLine>| line.is_some_and(|line| line.kind == LineKind::Row);
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

/// Tries for each place what may bring it about.
fn search(came_back: &CameBack, places: &mut [Place], effort: &mut usize) {
    let draft = &came_back.opened.draft;
    for round in 0..TRIES {
        let open =
            (0..places.len()).filter(|place| places[*place].found.is_none() && places[*place].tries.len() > round);
        // A line more or less moves all below it, so that it is tried by itself.
        let (lasting, moving): (Vec<usize>, Vec<usize>) =
            open.partition(|place| !matches!(places[*place].spot, Spot::More(..) | Spot::Less(_)));
        let cost = |count: usize| count.saturating_mul(came_back.data.len());
        let mut groups: Vec<Vec<usize>> = moving.into_iter().map(|place| vec![place]).collect();
        match cost(lasting.len()) <= *effort {
            true => groups.extend(lasting.into_iter().map(|place| vec![place])),
            false => groups.push(lasting),
        }
        for group in groups {
            *effort = effort.saturating_sub(cost(1));
            let tried = group.iter().map(|place| &places[*place].tries[round]);
            let Some(now) = with(draft, tried).and_then(|draft| lines(came_back.kind, &draft).ok()) else {
                continue;
            };
            let holding: Vec<usize> = group
                .into_iter()
                .filter(|place| places[*place].spot.holds(&came_back.data, &now))
                .collect();
            // A number may come out by chance, as a count of something that the change only set off. Another
            // number must then come out as another.
            let others: Vec<Taking> = holding
                .iter()
                .filter_map(|place| another(draft, &places[*place].tries[round]))
                .collect();
            let other = match others.is_empty() {
                true => None,
                false => with(draft, others.iter()).and_then(|draft| lines(came_back.kind, &draft).ok()),
            };
            for place in holding {
                let place = &mut places[place];
                let is_number = number(&place.tries[round].text).is_some();
                let by_chance = other
                    .as_ref()
                    .is_some_and(|other| place.spot.holds(&came_back.data, other));
                if !(is_number && by_chance) {
                    place.found = place.tries.get(round).cloned();
                }
            }
        }
    }
}

/// The same change with another number, as far again from what was typed; none where it is no number.
fn another(draft: &Draft, taking: &Taking) -> Option<Taking> {
    let new = number(&taking.text)?;
    let own = match taking.form {
        None => Some(draft),
        Some(id) => find(&draft.forms, id).map(|form| &*form.draft),
    };
    let text = own?.text(taking.field);
    let old = number(text.get(taking.range.clone())?).unwrap_or(new - Decimal::ONE);
    let text = new.checked_add(new.checked_sub(old)?)?.normalize().to_string();
    Some(Taking { text, ..taking.clone() })
}

/// A place within a cell for each number in it that differs, where nothing but numbers does.
fn numbers_of(place: &Place, came_back: &CameBack, typed: &[Typed]) -> Vec<Place> {
    let Spot::Cell(line, column, wanted) = &place.spot else {
        return Vec::new();
    };
    let Some(data) = came_back.data.get(*line).filter(|data| !data.computed.contains(column)) else {
        return Vec::new();
    };
    let before = plain_text(data.cell(*column));
    let (old, new) = (parted(&before), parted(wanted));
    if old.0 != new.0 || old.1.len() < 2 {
        return Vec::new();
    }
    let near = Near::of(data, typed);
    let pairs = old.1.iter().zip(&new.1).enumerate();
    let differing = pairs.filter(|(_, (old, new))| old != new);
    let own = differing.map(|(which, (old, new))| Place {
        change: place.change,
        spot: Spot::Number(*line, *column, which, (*new).to_owned()),
        tries: near.tries("", old, new, typed),
        found: None,
    });
    own.collect()
}

/// A text with its numbers taken out, and the numbers.
fn parted(text: &str) -> (String, Vec<&str>) {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut words = String::new();
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(start);
        let end = number.find(|c| !is_of_number(c)).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        words = words + before + "#";
        numbers.push(number);
        rest = after;
    }
    (words + rest, numbers)
}

impl Spot {
    /// Whether a document that was written anew shows what it should.
    fn holds(&self, before: &[ShownLine], now: &[ShownLine]) -> bool {
        let plain = |place: usize| now.get(place).map(|line| line.plain.as_str());
        // A text that was blank may have brought lines with it, above or below.
        let is_there = |line: usize, holds: &dyn Fn(&ShownLine) -> bool| {
            let moved = (line + now.len()).checked_sub(before.len());
            let lines = [Some(line), moved].into_iter().flatten();
            lines.filter_map(|line| now.get(line)).any(holds)
        };
        match self {
            Spot::Cell(line, column, wanted) => is_there(*line, &|line| plain_text(line.cell(*column)) == *wanted),
            // The other numbers may follow from this one, so that only the words around them have to be the same.
            Spot::Number(line, column, which, wanted) => is_there(*line, &|now| {
                let (was, now) = (before.get(*line), plain_text(now.cell(*column)));
                let was = plain_text(was.map_or("", |line| line.cell(*column)));
                let (words, numbers) = parted(&now);
                words == parted(&was).0 && numbers.get(*which).is_some_and(|number| number == wanted)
            }),
            Spot::More(at, wanted) => now.len() > before.len() && plain(*at) == Some(wanted),
            Spot::Less(at) => {
                now.len() + 1 == before.len() && plain(*at) == before.get(at + 1).map(|line| line.plain.as_str())
            }
        }
    }
}

/// A piece of a text, and what comes in its place.
type Piece<'a> = (Range<usize>, &'a str);

/// The draft with some changes in it; none where a field is not there.
fn with<'a>(draft: &Draft, takings: impl Iterator<Item = &'a Taking>) -> Option<Draft> {
    let mut fields: BTreeMap<(Option<Id>, Field), Vec<Piece<'_>>> = BTreeMap::new();
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

/// Whether a column is headed as one of scores.
fn is_score(head: &str) -> bool {
    ["得分", "评分情况"].iter().any(|word| head.contains(word))
}

fn is_typed_score(field: Field) -> bool {
    matches!(
        field,
        Field::Indicator(_, IndicatorField::ManualScore) | Field::ObjectiveScore | Field::StatedScore
    )
}

/// Why a place cannot be taken over.
fn obstacle(place: &Place, draft: &Draft, came_back: &CameBack) -> Obstacle {
    let (line, column) = match &place.spot {
        Spot::Cell(line, column, _) => (line, column),
        Spot::Number(..) => return Obstacle::Computed,
        Spot::More(..) => return Obstacle::NewText,
        Spot::Less(_) => return Obstacle::GoneText,
    };
    let unread = place.tries.first().is_some_and(|taking| {
        let tried = with(draft, std::iter::once(taking));
        let input = tried.as_ref().and_then(|draft| draft.input(taking.field));
        taking.form.is_none() && input.is_some_and(|input| input.fault().is_some())
    });
    let data = came_back.data.get(*line);
    let before = data.map_or("", |line| line.cell(*column));
    match number(before) {
        _ if unread => Obstacle::NoNumber,
        _ if data.is_some_and(|line| line.computed.contains(column)) => Obstacle::Computed,
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
                    // What a formula gives was not typed, whatever it gives.
                    if data.computed.contains(&column) {
                        add(Spot::Cell(differing.at, column, wanted), Vec::new());
                        continue;
                    }
                    let head = head(&came_back.data, differing.at, column);
                    let mut tries = near.tries(head, before, after, typed);
                    // A score follows from weight and result; only a score that was typed is typed where it stands.
                    if is_score(head) {
                        tries.retain(|taking| is_typed_score(taking.field));
                    }
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
