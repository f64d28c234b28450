//! 处处的数: the numbers of a report that another place may say otherwise, each with where it stands and what it is of.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::draft::field::{Field, MeasureField};
use crate::domain::facts::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::ledger::Ledger;
use crate::domain::facts::names::measure_of;
use crate::domain::facts::printed::{Kind, Printed};
use crate::domain::facts::relation::{Id, Relation, Verdict};
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::input::Value;

use super::number_words::Around;
use super::slip_keys::length;

/// A number with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The number, in its kind's own unit.
    pub value: Decimal,
    /// What it counts.
    pub kind: Kind,
    /// The field that it stands in.
    pub field: Field,
    /// Where it stands in it.
    pub of: Of,
    /// As it is written, with its unit.
    pub said: String,
    /// The words around it.
    pub around: Around,
    /// The figure of the whole that it is, and of whom.
    pub figure: Option<(Measure, String)>,
    /// Whether it says what should be.
    pub is_aimed: bool,
    /// Of which time it is.
    pub when: Period,
    /// Whether it stands in a row, where rows of one kind have numbers of one kind.
    pub in_row: bool,
    /// Whether a relation with other numbers of its text holds.
    pub is_held: bool,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// In a text.
    Text {
        /// Its bytes.
        range: Range<usize>,
        /// The first byte of its sentence.
        sentence: usize,
        /// The table that it stands in, by its first byte.
        table: Option<usize>,
    },
    /// Typed into the row of this name.
    Row(String),
}

impl Standing {
    /// Its bytes in a text.
    pub fn place(&self) -> Option<(Field, Range<usize>)> {
        match &self.of {
            Of::Text { range, .. } => Some((self.field, range.clone())),
            Of::Row(_) => None,
        }
    }

    /// Whether it stands in a paragraph of the source, which the draft's own texts say as well.
    pub fn is_doubled(&self) -> bool {
        self.field == Field::SourceText && !self.in_row
    }

    /// The sentence that it stands in, by its first byte.
    pub fn sentence(&self) -> Option<(Field, usize)> {
        match &self.of {
            Of::Text { sentence, .. } => Some((self.field, *sentence)),
            Of::Row(_) => None,
        }
    }
}

/// The facts of a text of which a relation with others holds, in their order.
pub fn held(ledger: &Ledger) -> Vec<Id> {
    let holds = |relation: &&Relation| ledger.judge(relation) == Verdict::Holds;
    let mut held: Vec<Id> = ledger
        .relations
        .iter()
        .filter(holds)
        .flat_map(Relation::facts)
        .collect();
    held.sort_unstable();
    held.dedup();
    held
}

/// The numbers of a text: its facts, and those that stand within the words of a cell.
/// `held` are its facts of which a relation holds.
pub fn of_text(of: &OfText<'_>, ledger: &Ledger, held: &[Id]) -> Vec<Standing> {
    let OfText {
        field: own,
        text,
        quantities,
    } = *of;
    let mut all = Vec::new();
    let table = |range: &Range<usize>| {
        let mut tables = ledger.tables.iter();
        tables.find(|table| table.range.contains(&range.start))
    };
    let place = |range: &Range<usize>| {
        let before = text.get(..range.start).unwrap_or_default();
        Of::Text {
            range: range.clone(),
            sentence: before.rfind(['。', '；', '\n']).map_or(0, |stop| stop + 1),
            table: table(range).map(|table| table.range.start),
        }
    };
    let said = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    for (id, fact) in ledger.facts.iter().enumerate() {
        let Place::Text(_, range) = &fact.at else { continue };
        let is_own = matches!(fact.when, Period::Own | Period::Year(_));
        if !is_own || fact.number.about || is_of_marks(fact) || !has_digits(fact.number.value) {
            continue;
        }
        let is_figure = matches!(
            fact.what,
            Measure::Initial | Measure::Adjusted | Measure::Executed | Measure::Unspent | Measure::Rate(_)
        );
        all.push(Standing {
            value: fact.number.value,
            kind: fact.number.kind.clone(),
            field: own,
            of: place(range),
            said: said(range),
            around: Around::of(text, table(range), range),
            figure: match is_figure {
                true => Some((fact.what.clone(), whose(&fact.what, named(&fact.of)).to_owned())),
                false => figure_of(named(&fact.of)).filter(|_| fact.number.kind == Kind::Percent),
            },
            is_aimed: fact.what == Measure::Target,
            when: fact.when,
            in_row: table(range).is_some(),
            is_held: held.binary_search(&id).is_ok(),
        });
    }
    if ledger.tables.is_empty() {
        return all;
    }
    let within = quantities.iter().filter(|found| table(&found.range).is_some());
    for found in within {
        let is_cell = |c: Option<char>| c.is_none_or(|c| "\t|｜\n".contains(c));
        let before = text[..found.range.start].chars().next_back();
        let after = text[found.range.end..].chars().next();
        let is_bound = before.is_some_and(|c| "≥≤>＜＞<=".contains(c));
        let number = Printed::found(text, found).filter(|number| has_digits(number.value));
        if let Some(number) = number.filter(|_| !(is_cell(before) && is_cell(after))) {
            all.push(Standing {
                value: number.value,
                kind: number.kind,
                field: own,
                of: place(&found.range),
                said: said(&found.range),
                around: Around::of(text, table(&found.range), &found.range),
                figure: None,
                is_aimed: is_bound,
                when: Period::Own,
                in_row: true,
                is_held: false,
            });
        }
    }
    all
}

fn named(subject: &Subject) -> &str {
    match subject {
        Subject::Office => "",
        Subject::Named(name) => name,
    }
}

/// Of whom a figure is: of a rate without its own name, and nobody where it is of the whole.
fn whose<'a>(what: &Measure, name: &'a str) -> &'a str {
    const OWN: [&str; 7] = ["", "预算", "资金", "支出", "整体支出", "部门整体支出", "部门预算"];
    let Measure::Rate(word) = what else { return name };
    let rest = name.strip_suffix(word).unwrap_or(name).trim();
    if OWN.contains(&rest) { "" } else { rest }
}

/// 预算执行率: the rate of the whole that a row is of.
fn figure_of(name: &str) -> Option<(Measure, String)> {
    let name = name.trim();
    let (measure, ..) = measure_of(name, 0..name.len(), &Kind::Percent);
    let is_own = matches!(measure, Measure::Rate(_)) && whose(&measure, name).is_empty();
    is_own.then_some((measure, String::new()))
}

fn is_of_marks(fact: &Fact) -> bool {
    matches!(fact.what, Measure::Weight | Measure::Before)
}

/// The actual values and targets of an indicator.
pub fn of_row(row: &Indicator) -> Vec<Standing> {
    let mut all = Vec::new();
    for measure in &row.measures {
        let unit = measure.unit.trim();
        let values = [
            (MeasureField::Actual, measure.actual.value()),
            (MeasureField::Target, measure.target.value()),
        ];
        for (field, value) in values {
            let number = value.filter(|value| has_digits(value.decimal()));
            let Some(number) = number.and_then(|value| Printed::read(&format!("{}{unit}", value.written()))) else {
                continue;
            };
            // 分 and numbers without a unit may be of anything.
            if matches!(number.kind, Kind::Bare | Kind::Points) {
                continue;
            }
            all.push(Standing {
                value: number.value,
                kind: number.kind,
                field: Field::Measure(row.id, measure.id, field),
                of: Of::Row(row.name.trim().to_owned()),
                said: measure.in_unit(&value.map(Value::shown).unwrap_or_default()),
                around: Around::of_row(&row.name),
                figure: figure_of(&row.name).filter(|_| unit == "%"),
                is_aimed: field == MeasureField::Target,
                when: Period::Own,
                in_row: true,
                is_held: false,
            });
        }
    }
    all
}

/// Whether a number has digits enough to be known by them.
fn has_digits(value: Decimal) -> bool {
    const LEAST: usize = 2;
    length(value) >= LEAST
}
