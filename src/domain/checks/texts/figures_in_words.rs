//! D1 文数一致: typed numbers that speak of a figure and differ from it, and those that could be references.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::facts::slip::{is_near, is_swapped, looks_like};
use crate::domain::references::figure_mention::{Mention, mentions};
use crate::domain::references::figure_names::last_clause;
use crate::domain::references::figure_tokens::Token;
use crate::domain::references::reference::{Reference, Source, datum, fields_of, references};
use crate::domain::references::stated::Stated;
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::amount::Amount;
use crate::domain::values::datum::Datum;
use crate::domain::values::input::Choice;
use crate::domain::values::rounding::half_away_from_zero;

/// A typed number that says the same as the data, and the reference that could stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The bytes of the text that the reference would replace, with the unit where the unit would change.
    pub range: Range<usize>,
    /// The reference.
    pub reference: Reference,
    /// What would stand there: "{{执行数}}万元".
    pub replacement: String,
}

/// Finds D1 in one text: numbers that speak of a figure of the report and differ from it, as far as they are
/// written out. Gives the places of those numbers. `tokens` are those of the text.
pub fn disagreements(
    of: &OfText<'_>,
    tokens: &[Token],
    draft: &Draft,
    evaluation: &Evaluation,
    found: &mut Vec<Finding>,
) -> Vec<Range<usize>> {
    let OfText { field, text, .. } = *of;
    let mentions = mentions(field, text, tokens, draft);
    let mut places = Vec::new();
    if mentions.is_empty() {
        return places;
    }
    let known = references(draft);
    for mention in mentions {
        let (Some(reference), Ok(datum)) = (
            known.iter().find(|reference| reference.source == mention.source),
            datum(mention.source, draft, evaluation),
        ) else {
            continue;
        };
        if agrees(&mention, &datum) != Some(false) || is_adjustment(&mention, evaluation) {
            continue;
        }
        // In a report that was read the figures are taken from the same sentences: 实际支出49.73万元 under a heading of
        // its own is of something else where the whole is 5,318.64.
        if !draft.source.is_blank() && is_far(&mention, &datum) {
            continue;
        }
        let value = with_unit(&datum);
        let mut mended = text.to_owned();
        let said = text.get(mention.range.clone()).unwrap_or_default();
        let with_unit_of = match mention.stated {
            Stated::Count(_) => text.get(mention.range.end..).and_then(|after| after.chars().next()),
            _ => None,
        };
        let shown = mention.range.start..mention.range.end + with_unit_of.map_or(0, char::len_utf8);
        let phrase = phrase(text, &shown);
        mended.replace_range(mention.range.clone(), &replacement(reference, &mention.stated));
        let finding = Finding::new(
            Code::D1,
            field,
            format!("正文写“{phrase}”，{}是 {value}。", reference.name),
            format!("把“{said}”改成 {value}，或者改为引用，以后跟着数据变；说的如果不是这个数，写明是哪一年、哪一项。"),
        );
        let rests_on = fields_of(mention.source, draft, evaluation);
        found.push(
            finding
                .resting_on(rests_on)
                .about([(field, mention.range.clone())])
                .with_fix(format!("改为引用 {value}"), Edit::Set(field, mended)),
        );
        places.push(mention.range);
    }
    places
}

/// Whether an amount is far from a figure in every way that a slip of the pen makes.
fn is_far(mention: &Mention, datum: &Datum) -> bool {
    let (Stated::Amount(said, _), Datum::Amount(figure)) = (mention.stated, datum) else {
        return false;
    };
    let figure = figure.decimal();
    !is_near(said, figure) && !looks_like(said, figure) && !is_swapped(said, figure)
}

/// 调整预算252.59万元: some offices call so what was added to the budget.
fn is_adjustment(mention: &Mention, evaluation: &Evaluation) -> bool {
    let of_adjusted = mention.source == Source::Figure(Figure::Total(Column::Adjusted));
    let adjustment = evaluation.money.adjustment.ok().map(Amount::decimal);
    match (mention.stated, adjustment) {
        (Stated::Amount(said, place), Some(adjustment)) => of_adjusted && (said - adjustment.abs()).abs() <= place,
        _ => false,
    }
}

/// The numbers of a text that say the same as the data and could be references. `tokens` are those of the text.
pub fn bindable(field: Field, text: &str, tokens: &[Token], draft: &Draft, evaluation: &Evaluation) -> Vec<Binding> {
    let mentions = mentions(field, text, tokens, draft);
    if mentions.is_empty() {
        return Vec::new();
    }
    let known = references(draft);
    let binding = |mention: Mention| {
        let reference = known.iter().find(|reference| reference.source == mention.source)?;
        let datum = datum(mention.source, draft, evaluation).ok()?;
        (agrees(&mention, &datum)?).then(|| Binding {
            replacement: replacement(reference, &mention.stated),
            range: mention.range,
            reference: reference.clone(),
        })
    };
    mentions.into_iter().filter_map(binding).collect()
}

/// The text with all these numbers bound.
pub fn bound(text: &str, bindings: &[Binding]) -> String {
    let mut bound = text.to_owned();
    for binding in bindings.iter().rev() {
        bound.replace_range(binding.range.clone(), &binding.replacement);
    }
    bound
}

/// Whether what the text says is the datum, to the place that it is written to; none where the two cannot
/// be compared.
fn agrees(mention: &Mention, datum: &Datum) -> Option<bool> {
    let near = |said: Decimal, place: Decimal, exact: Decimal| {
        let half = if mention.about { place } else { place / Decimal::TWO };
        // A figure that was rounded to two places before it was rounded once more is as good.
        let printed = half_away_from_zero(exact, 2);
        (said - exact).abs() <= half || (said - printed).abs() <= half
    };
    Some(match (mention.stated, datum) {
        (Stated::Amount(said, place), Datum::Amount(amount)) => near(said, place, amount.decimal()),
        (Stated::Percent(said, place), Datum::Rate(rate)) => near(said, place, rate.percent()),
        // Points are written without trailing zeros, so "100 分" is no rounded 99.9.
        (Stated::Points(said, place), Datum::Points(points)) => near(
            said,
            if mention.about { place } else { Decimal::new(1, 2) },
            points.decimal(),
        ),
        (Stated::Count(said), Datum::Count(count)) => said == Decimal::from(*count),
        (Stated::Grade(said), Datum::Grade(grade)) => Grade::label(said) == *grade,
        _ => return None,
    })
}

/// What a reference would stand as in place of what was said: amounts are always in 万元.
fn replacement(reference: &Reference, said: &Stated) -> String {
    match said {
        Stated::Amount(..) => format!("{}万元", reference.written()),
        _ => reference.written(),
    }
}

fn with_unit(datum: &Datum) -> String {
    match datum {
        Datum::Amount(_) => format!("{} 万元", datum.printed()),
        Datum::Points(_) => format!("{} 分", datum.printed()),
        _ => datum.printed(),
    }
}

/// The words up to a number, and the number, short enough for a sentence.
fn phrase(text: &str, range: &Range<usize>) -> String {
    let clause = last_clause(text.get(..range.start).unwrap_or_default());
    let length = clause.chars().count();
    let words: String = clause.chars().skip(length.saturating_sub(16)).collect();
    let cut = if length > 16 { "…" } else { "" };
    let said = text.get(range.clone()).unwrap_or_default();
    format!("{cut}{}{said}", words.trim_start())
}
