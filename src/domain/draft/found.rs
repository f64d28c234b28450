//! 查找和替换: where words stand in what was typed, and the edits that put others in their place.

use super::draft::Draft;
use super::edit::Edit;
use super::field::Field;

/// So many characters are shown before and behind what was found.
const AROUND: usize = 14;

/// A place where the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The field.
    pub field: Field,
    /// Where in its text the words begin, in bytes.
    pub start: usize,
    /// What stands before them.
    pub before: String,
    /// What stands behind them.
    pub behind: String,
}

/// Every place where the words stand in the draft's own texts, in reading order. Numbers, choices, the kept original
/// and names of data in {{ }} are no words of the report.
pub fn found(draft: &Draft, words: &str) -> Vec<Found> {
    if words.is_empty() {
        return Vec::new();
    }
    let fields = draft.fields().into_iter().filter(|field| holds_words(draft, *field));
    fields
        .flat_map(|field| of_field(field, &draft.text(field), words))
        .collect()
}

fn holds_words(draft: &Draft, field: Field) -> bool {
    if matches!(field, Field::SourceWhole | Field::SourceText)
        || field.is_of_scheme() && !matches!(field, Field::Outline(..))
    {
        return false;
    }
    let input = draft.input(field);
    input.is_some_and(|input| {
        !input.is_read()
            && input.choices().is_empty()
            && !matches!(field, Field::Indicator(_, super::field::IndicatorField::Place))
    })
}

fn of_field(field: Field, text: &str, words: &str) -> Vec<Found> {
    let places = text.match_indices(words).map(|(start, _)| start);
    let outside = places.filter(|start| !is_in_reference(text, *start));
    outside
        .map(|start| {
            let (before, rest) = text.split_at(start);
            let behind = &rest[words.len()..];
            let skipped = before.chars().count().saturating_sub(AROUND);
            let lead = if skipped > 0 { "…" } else { "" };
            let trail = if behind.chars().count() > AROUND { "…" } else { "" };
            let plain = |c: char| if c == '\n' { ' ' } else { c };
            Found {
                field,
                start,
                before: format!("{lead}{}", before.chars().skip(skipped).map(plain).collect::<String>()),
                behind: format!("{}{trail}", behind.chars().take(AROUND).map(plain).collect::<String>()),
            }
        })
        .collect()
}

/// Whether a place is inside {{ }}.
fn is_in_reference(text: &str, at: usize) -> bool {
    let before = &text[..at];
    match (before.rfind("{{"), before.rfind("}}")) {
        (Some(open), Some(close)) => open > close,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// The edits that put other words into these places: one for each field, whatever it holds of them.
pub fn replaced(draft: &Draft, places: &[Found], words: &str, by: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut rest = places;
    while let Some(first) = rest.first() {
        let of_field = rest.iter().take_while(|place| place.field == first.field).count();
        let (own, others) = rest.split_at(of_field);
        let mut text = draft.text(first.field);
        // From the end, so that places before stay where they are.
        for place in own.iter().rev() {
            let end = place.start + words.len();
            if text.get(place.start..end) == Some(words) {
                text.replace_range(place.start..end, by);
            }
        }
        edits.push(Edit::Set(first.field, text));
        rest = others;
    }
    edits
}
