//! Prose with references in it: where they stand, what the text says with their values, which are unknown.

use std::borrow::Cow;
use std::ops::Deref;
use std::ops::Range;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::draft::prose_fields::{INDICATOR_PROSE, prose_fields};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::shared::Shared;

use super::reference;
use super::reference::{Reference, references};
use super::span::Span;

/// Names longer than this are not meant as names.
const LONGEST: usize = 180;

/// What stands between two pairs of braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The bytes of the text from the first brace to the last.
    pub range: Range<usize>,
    /// The name, without white space.
    pub name: String,
}

/// The references of a text in their order, known or not. Wide braces, which Chinese input methods give,
/// are as good as narrow ones.
pub fn quotes(text: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open = None;
    let mut chars = text.char_indices().peekable();
    while let Some((place, c)) = chars.next() {
        let doubled = chars.peek().is_some_and(|(_, next)| *next == c);
        match c {
            // The innermost pair counts: "{{{执行率}}" has one brace too many in front.
            '{' | '｛' if doubled => open = Some((place, place + 2 * c.len_utf8())),
            '\n' => open = None,
            '}' | '｝' if doubled => {
                chars.next();
                let Some((start, inside)) = open.take() else { continue };
                let inside = text.get(inside..place).unwrap_or_default();
                let name: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
                if !name.is_empty() && inside.len() <= LONGEST {
                    quotes.push(Quote {
                        range: start..place + 2 * c.len_utf8(),
                        name: name.replace('．', "."),
                    });
                }
            }
            _ => {}
        }
    }
    quotes
}

/// Whether a text may hold a reference; cheap.
pub fn may_quote(text: &str) -> bool {
    text.contains(['{', '｛'])
}

/// Other names under which offices know the same figures.
const ALIASES: [(&str, &str); 8] = [
    ("年初预算", "年初预算数"),
    ("调整预算", "调整预算数"),
    ("全年预算数", "调整预算数"),
    ("全年执行数", "执行数"),
    ("自评总分", "总分"),
    ("自评等级", "等级"),
    ("单位名称", "单位"),
    ("结转结余数", "结转结余"),
];

/// The reference of this name.
pub fn named<'a>(references: &'a [Reference], name: &str) -> Option<&'a Reference> {
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, name)| *name);
    references
        .iter()
        .find(|reference| reference.name == alias.unwrap_or(name))
}

/// The text with the values of its references: words and figures in their order. What is missing for one
/// stands as a visible gap, 〔缺调整预算数〕; a name that nobody knows stays as it was typed. Never more than
/// one pass: a value is not looked through again.
pub fn resolve(text: &str, draft: &Draft, evaluation: &Evaluation) -> Vec<Span> {
    let words = |text: &str| Span {
        text: text.to_owned(),
        figure: false,
    };
    if !may_quote(text) {
        return vec![words(text)];
    }
    let known = references(draft);
    let mut spans = Vec::new();
    let mut done = 0;
    for quote in quotes(text) {
        let Some(reference) = named(&known, &quote.name) else {
            continue;
        };
        let before = text.get(done..quote.range.start).unwrap_or_default();
        if !before.is_empty() {
            spans.push(words(before));
        }
        spans.push(match reference::datum(reference.source, draft, evaluation) {
            Ok(datum) => Span {
                text: datum.printed(),
                figure: datum.is_figure(),
            },
            Err(gap) => words(&format!("〔{}〕", gap_words::gap_note(gap))),
        });
        done = quote.range.end;
    }
    let rest = text.get(done..).unwrap_or_default();
    if !rest.is_empty() {
        spans.push(words(rest));
    }
    spans
}

/// The same as plain text.
pub fn resolved(text: &str, draft: &Draft, evaluation: &Evaluation) -> String {
    resolve(text, draft, evaluation)
        .into_iter()
        .map(|span| span.text)
        .collect()
}

/// The draft as its tables print it: every reference in its prose replaced by what it says. The draft itself
/// where there is none. Made once for a report or a workbook, and handed to its tables.
pub struct Quoted<'a>(Cow<'a, Draft>);

impl Deref for Quoted<'_> {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.0
    }
}

/// Replaces every reference in a draft's prose.
pub fn quoted<'a>(draft: &'a Draft, evaluation: &Evaluation) -> Quoted<'a> {
    let mut printed = Cow::Borrowed(draft);
    let mut fields: Vec<Field> = prose_fields(draft)
        .into_iter()
        .filter(|field| may_quote(&draft.text(*field)))
        .collect();
    for row in draft.indicators.iter().filter(|row| indicator_quotes(row)) {
        fields.extend(INDICATOR_PROSE.map(|part| Field::Indicator(row.id, part)));
    }
    for field in fields {
        let text = draft.text(field);
        if may_quote(&text) {
            let text = resolved(&text, draft, evaluation);
            printed.to_mut().apply(&Edit::Set(field, text));
        }
    }
    Quoted(printed)
}

fn indicator_quotes(row: &Shared<Indicator>) -> bool {
    let prose = [
        &row.goal,
        &row.standard,
        &row.manual_reason,
        &row.analysis,
        &row.deviation_reason,
        &row.improvement,
    ];
    prose.into_iter().any(|text| may_quote(text))
}
