//! 已知的数: all numbers that the report says somewhere, typed or in a text, to be looked up by their value.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::texts::reading::Reading;
use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::draft::names;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::facts::reading::fact::{Fact, Place, Subject};
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::values::input::{Choice, Input, Value};
use crate::domain::values::shared::Shared;

use super::mark::Witness;
use crate::domain::prose::stops::{self, Mark};

/// From so many digits on, without zeros at the end, the same number is hardly the same by chance.
const TELLING: u32 = 4;

/// A number that is said somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    /// What it is of.
    subject: String,
    /// Where it is said.
    field: Field,
    /// The bytes of the field's text; none where it is typed by itself.
    range: Option<Range<usize>>,
    /// How it is quoted.
    quote: String,
}

/// All numbers by kind and value.
#[derive(Clone, Debug, Default)]
pub struct KnownNumbers {
    known: BTreeMap<(Kind, Decimal), Vec<Known>>,
}

impl KnownNumbers {
    /// The numbers of a draft, of what follows from it, and of its texts as they were read.
    pub fn of(draft: &Draft, evaluation: &Evaluation, readings: &[Shared<Reading>]) -> Self {
        let mut all = KnownNumbers::default();
        all.add_money(draft, evaluation);
        all.add_rows(draft, evaluation);
        for reading in readings {
            for fact in &reading.ledger.facts {
                let Place::Text(field, range) = &fact.at else { continue };
                all.add(
                    &fact.number,
                    Known {
                        subject: subject(fact),
                        field: *field,
                        range: Some(range.clone()),
                        quote: around(&reading.text, range),
                    },
                );
            }
        }
        all
    }

    fn add(&mut self, number: &Printed, known: Known) {
        let key = (number.kind.clone(), number.value.normalize());
        self.known.entry(key).or_default().push(known);
    }

    fn add_typed(&mut self, kind: Kind, value: Decimal, subject: String, field: Field) {
        let number = Printed::of(kind, value);
        let quote = format!("{subject} {}", super::relation_words::plain(value));
        self.add(
            &number,
            Known {
                subject,
                field,
                range: None,
                quote,
            },
        );
    }

    fn add_money(&mut self, draft: &Draft, evaluation: &Evaluation) {
        for column in Column::ALL {
            if let Ok(total) = evaluation.money.totals.get(*column).value {
                let subject = format!("{}合计", column.label());
                self.add_typed(Kind::Money, total.decimal(), subject, Field::StatedTotal(*column));
            }
            for fund in &draft.budget.funds {
                if let Some(amount) = fund.amounts.get(*column).value() {
                    let subject = format!("{}{}", fund.label(), column.label());
                    self.add_typed(
                        Kind::Money,
                        amount.decimal(),
                        subject,
                        Field::FundAmount(fund.id, *column),
                    );
                }
            }
        }
        let derived = [
            (
                "预算调整数",
                evaluation.money.adjustment,
                Field::StatedTotal(Column::Adjusted),
            ),
            (
                "结转结余",
                evaluation.money.unspent,
                Field::StatedTotal(Column::Executed),
            ),
        ];
        for (name, amount, field) in derived {
            if let Ok(amount) = amount {
                self.add_typed(Kind::Money, amount.decimal().abs(), name.to_owned(), field);
            }
        }
    }

    fn add_rows(&mut self, draft: &Draft, evaluation: &Evaluation) {
        for row in &draft.projects.rows {
            if let Some(amount) = row.amount.value() {
                let subject = row.name.trim().to_owned();
                self.add_typed(Kind::Money, amount.decimal(), subject, Field::ProjectAmount(row.id));
            }
        }
        for (row, result) in draft.indicators.iter().zip(&evaluation.indicators) {
            let own = |part| Field::Indicator(row.id, part);
            for (points, part, what) in [
                (result.weight, IndicatorField::Weight, "权重"),
                (result.score, IndicatorField::Scoring, "得分"),
            ] {
                if let Ok(points) = points {
                    let subject = format!("{}{what}", row.name.trim());
                    self.add_typed(Kind::Points, points.decimal(), subject, own(part));
                }
            }
            for measure in &row.measures {
                let unit = measure.unit.trim();
                let subject = format!("{}{}", row.name.trim(), measure.name.trim());
                for (value, part) in [
                    (&measure.target, MeasureField::Target),
                    (&measure.actual, MeasureField::Actual),
                ] {
                    let unit = if unit == "％" { "%" } else { unit };
                    let number = value
                        .value()
                        .and_then(|value| Printed::read(&format!("{}{unit}", value.written())));
                    if let Some(number) = number {
                        let quote = format!(
                            "{}：{}",
                            names::indicator_name(draft, row.id),
                            measure.in_unit(&value.text())
                        );
                        self.add(
                            &number,
                            Known {
                                subject: subject.clone(),
                                field: Field::Measure(row.id, measure.id, part),
                                range: None,
                                quote,
                            },
                        );
                    }
                }
            }
        }
        for (part, result) in draft.scheme.parts.iter().zip(&evaluation.parts) {
            if let Ok(score) = result.score {
                let field = Field::Part(part.id, crate::domain::draft::field::PartField::Weight);
                self.add_typed(
                    Kind::Points,
                    score.decimal(),
                    format!("{}得分", part.name.trim()),
                    field,
                );
            }
        }
    }

    /// Where else the number of a fact is said: the same value of the same kind, with enough digits, or of something
    /// that has the same name.
    pub fn elsewhere(&self, draft: &Draft, field: Field, fact: &Fact) -> Vec<Witness> {
        const MOST: usize = 3;
        let Place::Text(_, range) = &fact.at else {
            return Vec::new();
        };
        let key = (fact.number.kind.clone(), fact.number.value.normalize());
        let is_telling = significant(fact.number.value) >= TELLING;
        let own = subject(fact);
        let known = self.known.get(&key).into_iter().flatten();
        let others = known.filter(|known| known.field != field || known.range.as_ref() != Some(range));
        let alike = others.filter(|known| is_telling || share_name(&own, &known.subject));
        let witness = |known: &Known| {
            let name = names::full_name(draft, known.field);
            Witness::at(format!("和“{name}”里的数一样"), known.field, known.quote.clone())
        };
        alike.take(MOST).map(witness).collect()
    }
}

/// What a fact is of, by the words before it and the noun behind it.
fn subject(fact: &Fact) -> String {
    match &fact.of {
        Subject::Named(name) => name.clone(),
        Subject::Office => String::new(),
    }
}

/// Whether two names share a pair of characters that stand beside each other in both, beside words that any name has.
fn share_name(one: &str, other: &str) -> bool {
    const ANYONES: [&str; 16] = [
        "完成", "数量", "工作", "项目", "全年", "年度", "开展", "实施", "建设", "人数", "次数", "个数", "情况", "资金",
        "预算", "支出",
    ];
    let chars: Vec<char> = one.chars().collect();
    chars.windows(2).any(|pair| {
        let pair: String = pair.iter().collect();
        !ANYONES.contains(&pair.as_str()) && other.contains(&pair)
    })
}

/// How many digits a number has, without zeros at its ends.
fn significant(value: Decimal) -> u32 {
    let mut digits = value.mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(0, |log| log + 1)
}

/// The clause that a number stands in.
pub fn around(text: &str, range: &Range<usize>) -> String {
    let start = range.start - stops::last(text.get(..range.start).unwrap_or_default(), Mark::Clause).len();
    let end = range.end + stops::first(text.get(range.end..).unwrap_or_default(), Mark::Clause).len();
    excerpt(text.get(start..end).unwrap_or_default().trim(), 40)
}
