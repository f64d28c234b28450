//! 处处的数: the numbers of a report that another place may say otherwise, each with where it stands and what it is of.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::draft::field::{Field, MeasureField};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::reading::names::measure_of;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::input::Value;

use super::number_words::Around;
use super::reading::Reading;
use super::slip_keys::length;

/// A number with its place.
pub struct Standing<'a> {
    /// The number, in its kind's own unit.
    pub value: Decimal,
    /// What it counts.
    pub kind: Kind,
    /// Where it stands.
    pub of: Of<'a>,
    /// The figure of the whole that it is, and of whom.
    pub figure: Option<(Measure, &'a str)>,
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
pub enum Of<'a> {
    /// In a text, as these bytes of it.
    Text(&'a Reading, Range<usize>),
    /// Typed into a row, as it is shown.
    Row(&'a Indicator, Field, String),
}

impl Standing<'_> {
    /// The field that it stands in.
    pub fn field(&self) -> Field {
        match &self.of {
            Of::Text(reading, _) => reading.field,
            Of::Row(_, field, _) => *field,
        }
    }

    /// Its bytes in a text.
    pub fn place(&self) -> Option<(Field, Range<usize>)> {
        match &self.of {
            Of::Text(reading, range) => Some((reading.field, range.clone())),
            Of::Row(..) => None,
        }
    }

    /// As it is written.
    pub fn said(&self) -> String {
        match &self.of {
            Of::Text(reading, range) => reading.text.get(range.clone()).unwrap_or_default().to_owned(),
            Of::Row(row, _, said) => {
                let measure = row.measures.first();
                measure.map_or_else(|| said.clone(), |measure| measure.in_unit(said))
            }
        }
    }

    /// The words around it.
    pub fn around(&self) -> Around {
        match &self.of {
            Of::Text(reading, range) => Around::of(reading, range),
            Of::Row(row, ..) => Around::of_row(&row.name),
        }
    }

    /// Whether it stands in a paragraph of the source, which the draft's own texts say as well.
    pub fn is_doubled(&self) -> bool {
        self.field() == Field::SourceText && !self.in_row
    }

    /// The sentence that it stands in, by its first byte.
    pub fn sentence(&self) -> Option<(Field, usize)> {
        let Of::Text(reading, range) = &self.of else {
            return None;
        };
        let before = reading.text.get(..range.start)?;
        Some((
            reading.field,
            before.rfind(['。', '；', '\n']).map_or(0, |stop| stop + 1),
        ))
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
pub fn of_text<'a>(reading: &'a Reading, all: &mut Vec<Standing<'a>>) {
    let ledger = &reading.ledger;
    let in_row = |range: &Range<usize>| ledger.tables.iter().any(|table| table.range.contains(&range.start));
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
            of: Of::Text(reading, range.clone()),
            figure: match is_figure {
                true => Some((fact.what.clone(), whose(&fact.what, named(&fact.of)))),
                false => figure_of(named(&fact.of)).filter(|_| fact.number.kind == Kind::Percent),
            },
            is_aimed: fact.what == Measure::Target,
            when: fact.when,
            in_row: in_row(range),
            is_held: reading.held.binary_search(&id).is_ok(),
        });
    }
    if ledger.tables.is_empty() {
        return;
    }
    let within = reading.quantities.iter().filter(|found| in_row(&found.range));
    for found in within {
        let is_cell = |c: Option<char>| c.is_none_or(|c| "\t|｜\n".contains(c));
        let before = reading.text[..found.range.start].chars().next_back();
        let after = reading.text[found.range.end..].chars().next();
        let is_bound = before.is_some_and(|c| "≥≤>＜＞<=".contains(c));
        let number = Printed::found(&reading.text, found).filter(|number| has_digits(number.value));
        if let Some(number) = number.filter(|_| !(is_cell(before) && is_cell(after))) {
            all.push(Standing {
                value: number.value,
                kind: number.kind,
                of: Of::Text(reading, found.range.clone()),
                figure: None,
                is_aimed: is_bound,
                when: Period::Own,
                in_row: true,
                is_held: false,
            });
        }
    }
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
fn figure_of(name: &str) -> Option<(Measure, &str)> {
    let name = name.trim();
    let (measure, ..) = measure_of(name, 0..name.len(), &Kind::Percent);
    let is_own = matches!(measure, Measure::Rate(_)) && whose(&measure, name).is_empty();
    is_own.then_some((measure, ""))
}

fn is_of_marks(fact: &Fact) -> bool {
    matches!(fact.what, Measure::Weight | Measure::Before)
}

/// The actual values and targets of an indicator.
pub fn of_row<'a>(row: &'a Indicator, all: &mut Vec<Standing<'a>>) {
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
                of: Of::Row(
                    row,
                    Field::Measure(row.id, measure.id, field),
                    value.map(Value::shown).unwrap_or_default(),
                ),
                figure: figure_of(&row.name).filter(|_| unit == "%"),
                is_aimed: field == MeasureField::Target,
                when: Period::Own,
                in_row: true,
                is_held: false,
            });
        }
    }
}

/// Whether a number has digits enough to be known by them.
fn has_digits(value: Decimal) -> bool {
    const LEAST: usize = 2;
    length(value) >= LEAST
}
