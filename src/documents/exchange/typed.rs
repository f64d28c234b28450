//! What was typed into a draft as its documents show it, and how a changed text is put back into it.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::documents::xlsx::shown::plain_text;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::draft::names;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::references::quoting::{may_quote, quotes, resolved};
use crate::domain::values::input::Input;
use crate::domain::values::row::Id;

/// A field with what it holds.
pub struct Typed {
    /// The form of a project in which it is; none in the report itself.
    pub form: Option<Id>,
    /// Which field.
    pub field: Field,
    /// The row that it belongs to, an indicator for what is in it; none for a field by itself.
    pub row: Option<u32>,
    /// What was typed.
    pub text: String,
    /// What a reader gets to see of it.
    pub shown: String,
    /// The same without spaces.
    pub plain: String,
    /// Its text as a whole and line by line.
    pub units: Vec<Unit>,
    /// What can be chosen, with the words for it.
    pub choices: Vec<(&'static str, &'static str)>,
    /// How it is called, with its row.
    pub name: String,
    /// How it is called by itself.
    pub label: &'static str,
}

/// A piece of what was typed, without the space around it.
pub struct Unit {
    /// Where it stands.
    pub range: Range<usize>,
    /// What a reader gets to see.
    pub shown: String,
    /// Its references: where each begins and ends in the unit, and what it says.
    references: Vec<(Range<usize>, String)>,
    /// The unit as typed.
    text: String,
}

impl Unit {
    /// What has to be typed so that a reader sees another text with the same references in it; none where a
    /// reference does not say what it said.
    pub fn retyped(&self, shown: &str) -> Option<String> {
        let (mut made, mut rest, mut done) = (String::new(), shown, 0);
        for (range, value) in &self.references {
            let before = self.text.get(done..range.start)?;
            let place = match rest.strip_prefix(before) {
                Some(after) if after.starts_with(value.as_str()) => before.len(),
                _ => rest.find(value.as_str()).filter(|_| !value.is_empty())?,
            };
            made += rest.get(..place)?;
            made += self.text.get(range.clone())?;
            rest = rest.get(place + value.len()..)?;
            done = range.end;
        }
        Some(made + rest)
    }
}

/// Every field of a draft and of the forms in it.
pub fn typed(draft: &Draft) -> Vec<Typed> {
    let mut all = own(draft, None, "");
    for (place, form) in draft.forms.iter().enumerate() {
        all.extend(own(&form.draft, Some(form.id), &format!("{}：", form.title(place))));
    }
    all
}

fn own(draft: &Draft, form: Option<Id>, title: &str) -> Vec<Typed> {
    let evaluation = evaluate(draft);
    let fields = draft.fields().into_iter();
    let typed = fields.filter_map(|field| {
        let input = draft.input(field)?;
        let (text, choices) = (input.text(), input.choices());
        let units = match choices.is_empty() {
            true => units(&text, draft, &evaluation),
            false => Vec::new(),
        };
        let shown = match units.first() {
            Some(whole) => whole.shown.clone(),
            None => Input::shown(input),
        };
        Some(Typed {
            form,
            field,
            row: row(field),
            plain: plain_text(&shown),
            shown,
            units,
            choices,
            text,
            name: format!("{title}{}", names::full_name(draft, field)),
            label: names::short_name(field),
        })
    });
    typed.collect()
}

/// The number of the row that an address names first.
fn row(field: Field) -> Option<u32> {
    field.key().split('-').find_map(|part| part.parse().ok())
}

fn units(text: &str, draft: &Draft, evaluation: &Evaluation) -> Vec<Unit> {
    let mut ranges = vec![trimmed(text, 0..text.len())];
    if text.trim().contains('\n') {
        let mut start = 0;
        for line in text.split('\n') {
            ranges.push(trimmed(text, start..start + line.len()));
            start += line.len() + 1;
        }
    }
    ranges.retain(|range| !range.is_empty());
    let unit = |range: Range<usize>| {
        let own = text.get(range.clone()).unwrap_or_default();
        let quoted = if may_quote(own) { quotes(own) } else { Vec::new() };
        let references: Vec<(Range<usize>, String)> = quoted
            .into_iter()
            .filter_map(|quote| {
                let name = own.get(quote.range.clone())?;
                let value = resolved(name, draft, evaluation);
                (value != name).then_some((quote.range, value))
            })
            .collect();
        let (mut shown, mut done) = (String::new(), 0);
        for (range, value) in &references {
            shown += own.get(done..range.start).unwrap_or_default();
            shown += value;
            done = range.end;
        }
        Unit {
            shown: shown + own.get(done..).unwrap_or_default(),
            references,
            text: own.to_owned(),
            range,
        }
    };
    ranges.into_iter().map(unit).collect()
}

/// A piece of a text without the space around it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..start + piece.trim().len()
}

/// The number that a text is, however it is printed: 15,329.35 and 97.88%.
pub fn number(text: &str) -> Option<Decimal> {
    let plain: String = text.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    plain.strip_suffix('%').unwrap_or(&plain).parse().ok()
}
