//! D1 正文与指标、项目不符: a number that a text says of an indicator or a project by its name, against what is typed
//! there or stands in a table of a text.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::facts::judging::relation::Relation;
use crate::domain::facts::reading::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::references::figure_context::{is_of_another_time, paragraph};
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::rounding::fixed;
use crate::domain::values::shared::Shared;

use super::aims;
use super::reached_in_words::{says_reached, tells_reached};
use super::reading::Reading;
use super::row_names::{Row, RowNames, Shown, called, plain};
use crate::domain::prose::stops::{self, Mark};

/// What was found in each text, to be taken over while text and rows stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsInWords {
    names: Shared<RowNames>,
    year: Option<u16>,
    /// The texts with tables whose rows are among the names.
    tabled: Vec<Shared<Reading>>,
    found: Vec<(Shared<Reading>, Vec<Finding>)>,
}

impl RowsInWords {
    /// Holds the texts of a draft against its rows, anew only where a text or the rows are others than before.
    pub fn of(
        draft: &Draft,
        readings: &[Shared<Reading>],
        before: Option<(&Draft, &Shared<RowsInWords>)>,
    ) -> Shared<RowsInWords> {
        let year = draft.basics.year.value().map(|year| year.get());
        let tabled: Vec<Shared<Reading>> = readings
            .iter()
            .filter(|reading| !reading.ledger.tables.is_empty())
            .cloned()
            .collect();
        let has_same_tables = |kept: &RowsInWords| {
            let mut pairs = kept.tabled.iter().zip(&tabled);
            kept.tabled.len() == tabled.len() && pairs.all(|(one, other)| one.is_same(other))
        };
        let kept = before
            .filter(|(earlier, kept)| has_same_rows(earlier, draft) && has_same_tables(kept))
            .map(|(_, kept)| kept);
        let names = kept.map(|kept| kept.names.clone()).unwrap_or_else(|| {
            let mut names = RowNames::of(draft);
            for reading in &tabled {
                for table in &reading.ledger.tables {
                    names.add_table(&reading.text, table);
                }
            }
            Shared::new(names)
        });
        let kept = kept.filter(|kept| kept.year == year);
        let known = |reading: &Shared<Reading>| {
            let kept = kept?.found.iter().find(|(known, _)| known.is_same(reading))?;
            Some(kept.1.clone())
        };
        let found: Vec<_> = readings
            .iter()
            .map(|reading| {
                let findings = known(reading).unwrap_or_else(|| check(reading, &names, draft));
                (reading.clone(), findings)
            })
            .collect();
        Shared::new(RowsInWords {
            names,
            year,
            tabled,
            found,
        })
    }

    /// The numbers of a text that say what a row says: their places, the row's label, and where it is typed.
    pub fn agreements(&self, reading: &Reading) -> Vec<(Range<usize>, String, Option<Field>)> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let agreeing = |fact: &Fact| {
            let said = Said::of(reading, fact)?;
            let rows = self.names.named(&said.clause, said.sentence, &fact.number.kind);
            let claims = [Claim::Reached, Claim::Aimed];
            let row = rows
                .iter()
                .find(|row| claims.iter().any(|claim| agrees(row, fact, *claim)))?;
            Some((said.range.clone(), row.label.clone(), row.field))
        };
        reading.ledger.facts.iter().filter_map(agreeing).collect()
    }

    /// What was found in all texts.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter().flat_map(|(_, findings)| findings)
    }
}

/// Whether two drafts say the same of their indicators and projects, as far as a text may say it as well.
fn has_same_rows(earlier: &Draft, draft: &Draft) -> bool {
    let mut rows = earlier.indicators.iter().zip(&draft.indicators);
    let says_the_same = |(one, other): (&Shared<Indicator>, &Shared<Indicator>)| {
        one.is_same(other)
            || (one.id, one.nature) == (other.id, other.nature)
                && one.name == other.name
                && one.measures == other.measures
    };
    earlier.indicators.len() == draft.indicators.len()
        && rows.all(says_the_same)
        && earlier.projects.rows == draft.projects.rows
}

/// A number of a text with the words around it.
struct Said<'a> {
    fact: &'a Fact,
    range: &'a Range<usize>,
    /// What its clause calls it.
    clause: String,
    /// Its sentence up to the noun behind it.
    sentence: &'a str,
}

impl<'a> Said<'a> {
    fn of(reading: &'a Reading, fact: &'a Fact) -> Option<Self> {
        let Place::Text(_, range) = &fact.at else { return None };
        let text = reading.text.as_str();
        let noun = noun(text, range.end, &fact.number.kind);
        let start = range.start - stops::last(text.get(..range.start)?, Mark::Group).len();
        let clause = match (&fact.number.kind, &fact.of) {
            (Kind::Money, Subject::Named(name)) => name.clone(),
            _ => format!("{}{noun}", called(text, range.start)),
        };
        Some(Said {
            fact,
            range,
            clause,
            sentence: text.get(start..range.end + noun.len())?,
        })
    }
}

/// The noun behind a count: 6400个学位.
fn noun<'a>(text: &'a str, end: usize, kind: &Kind) -> &'a str {
    const LONGEST: usize = 8;
    let after = text.get(end..).unwrap_or_default();
    let stop = after
        .find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c))
        .unwrap_or(after.len());
    let noun = &after[..stop];
    let is_noun = matches!(kind, Kind::Count(_)) && noun.chars().count() <= LONGEST && !noun.starts_with('以');
    if is_noun { noun } else { "" }
}

/// Finds D1 of one text.
fn check(reading: &Reading, names: &RowNames, draft: &Draft) -> Vec<Finding> {
    if names.is_empty() {
        return Vec::new();
    }
    let aims = matches!(
        reading.field,
        Field::OverallObjective | Field::ObjectiveText(_) | Field::ProjectTask(_)
    );
    if matches!(reading.field, Field::Improvement(_)) {
        return Vec::new();
    }
    let is_part = |id: usize| {
        reading.ledger.relations.iter().any(|relation| match relation {
            Relation::Sum { parts, .. } => parts.contains(&id),
            _ => false,
        })
    };
    let in_table = |range: &Range<usize>| {
        let mut tables = reading.ledger.tables.iter();
        tables.any(|table| table.range.contains(&range.start))
    };
    let sections = aims::sections(&reading.text);
    let mut found = Vec::new();
    let mut last: Option<(usize, &Fact, &Row)> = None;
    for (id, fact) in reading.ledger.facts.iter().enumerate() {
        let Some(said) = Said::of(reading, fact).filter(|said| !in_table(said.range)) else {
            continue;
        };
        let before = last.filter(|(at, _, _)| at + 1 == id);
        if let Some((_, fact, row)) = before {
            found.extend(against_target(reading, &said, fact, row));
        }
        let rows = names.named(&said.clause, said.sentence, &fact.number.kind);
        let Some(row) = rows.first().copied() else { continue };
        last = Some((id, fact, row));
        let aims = aims || sections.iter().any(|section| section.contains(&said.range.start));
        let claim = claim(fact, aims);
        let is_other = match claim {
            Claim::None => true,
            Claim::Reached => is_part(id) && !row.is_all_said(&plain(&said.clause)),
            // What shall be is the target only where the whole name is said.
            Claim::Aimed => !row.is_all_said(&plain(&said.clause)) || row.target.is_none(),
        };
        if is_other || rows.iter().any(|row| agrees(row, fact, claim)) {
            let is_own = claim == Claim::Reached && rows.len() == 1;
            found.extend(is_own.then(|| told_otherwise(reading, &said, row)).flatten());
            continue;
        }
        if claim == Claim::Reached && is_of_another_time(paragraph(&reading.text, said.range.start), draft) {
            continue;
        }
        found.push(tell(reading, &said, row, claim));
    }
    found
}

/// What a number of a text says of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    /// What was reached in the report's year.
    Reached,
    /// What shall be reached.
    Aimed,
    /// Something else.
    None,
}

fn claim(fact: &Fact, aims: bool) -> Claim {
    let plain = matches!(
        fact.what,
        Measure::Plain
            | Measure::Actual
            | Measure::Executed
            | Measure::Rate(_)
            | Measure::Adjusted
            | Measure::Growth { .. }
    );
    match (&fact.what, fact.when) {
        (_, Period::Last | Period::Part) => Claim::None,
        (Measure::Target, _) if aims => Claim::Aimed,
        (_, Period::Planned) => Claim::None,
        _ if plain && aims => Claim::Aimed,
        _ if plain => Claim::Reached,
        _ => Claim::None,
    }
}

/// Whether a row says the number of a text: what was reached, or what was aimed at.
fn agrees(row: &Row, fact: &Fact, claim: Claim) -> bool {
    let is = |number: &Printed| meets(&fact.number, number);
    let aimed = row.target.as_ref().is_some_and(|target| is(&target.number)) || row.upper.as_ref().is_some_and(is);
    aimed || claim == Claim::Reached && is(&row.actual.number)
}

fn tell(reading: &Reading, said: &Said<'_>, row: &Row, claim: Claim) -> Finding {
    let words = reading.text.get(said.range.clone()).unwrap_or_default();
    let name = said.clause.as_str();
    let aimed = row.target.as_ref().filter(|_| claim == Claim::Aimed);
    let shown = aimed.unwrap_or(&row.actual);
    let label = match aimed {
        Some(_) => row.label.replace("实际完成值", "指标值"),
        None => row.label.clone(),
    };
    let finding = Finding::new(
        Code::D1,
        reading.field,
        format!("正文写“{name}”是 {words}，{label}是 {}。", shown.words),
        "核对哪个对，两处写一样的数；说的不是一回事的，写清时间或范围。",
    )
    .about([(reading.field, said.range.clone())]);
    let Some(field) = row.field else { return finding };
    let mut mended = reading.text.clone();
    mended.replace_range(said.range.clone(), &shown.words.replace(' ', ""));
    finding
        .resting_on(vec![field])
        .with_fix(format!("改为 {}", shown.words), Edit::Set(reading.field, mended))
}

/// 结案率94.41%，超额完成年度目标: what a text says of the target of a row, whose actual value it has, against that target.
fn told_otherwise(reading: &Reading, said: &Said<'_>, row: &Row) -> Option<Finding> {
    let (is_reached, target) = (row.is_reached?, row.target.as_ref()?);
    if !meets(&said.fact.number, &row.actual.number) {
        return None;
    }
    let after = stops::first(reading.text.get(said.range.end..)?, Mark::Group);
    // Another number begins another matter.
    let end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
    let told = says_reached(&after[..end]).filter(|told| *told != is_reached)?;
    if told && !tells_reached(after, end) {
        return None;
    }
    let words = reading.text.get(said.range.clone())?;
    let said_so = if told { "达到了目标" } else { "没有达到目标" };
    let label = row.label.replace("实际完成值", "指标值");
    Some(
        Finding::new(
            Code::D4,
            reading.field,
            format!("这里写 {words}，说{said_so}，{label}是 {}。", target.words),
            "核对两个数；确实没有达到的，改写结论，并写明原因。",
        )
        .resting_on(row.field.into_iter().collect())
        .about([(reading.field, said.range.clone())]),
    )
}

/// 满意度85.50%，低于目标9.50个百分点; 完成57个，完成目标的95.00%: what a text says of a row against its target.
fn against_target(reading: &Reading, said: &Said<'_>, fact: &Fact, row: &Row) -> Option<Finding> {
    const AIMS: [&str; 3] = ["目标", "任务", "计划"];
    let target = row.target.as_ref()?;
    let Place::Text(_, before) = &fact.at else { return None };
    let words = reading.text.get(before.end..said.range.start)?;
    let stops = stops::is_cut(words, Mark::Group) || words.chars().count() > 14;
    if stops || !AIMS.iter().any(|word| words.contains(word)) || !agrees(row, fact, Claim::Reached) {
        return None;
    }
    let expected = match said.fact.number.kind {
        Kind::PercentPoints if words.contains(['低', '高', '超']) => {
            let apart = fact
                .number
                .interval_beside(2)?
                .minus(target.number.interval_beside(2)?)?;
            apart.size()
        }
        Kind::Percent if words.trim_end().ends_with('的') && fact.number.kind == target.number.kind => fact
            .number
            .interval()?
            .over(Interval::exactly(target.number.value))?
            .percent()?,
        _ => return None,
    };
    if said.fact.number.interval()?.meets(expected) {
        return None;
    }
    let number = |shown: &Shown| shown.words.clone();
    let value = said.fact.number.value.scale().max(2);
    let unit = if said.fact.number.kind == Kind::Percent {
        "%"
    } else {
        " 个百分点"
    };
    let (from, to) = (reading.text.get(before.clone())?, reading.text.get(said.range.clone())?);
    let expected: Decimal = expected.middle();
    Some(
        Finding::new(
            Code::D1,
            reading.field,
            format!(
                "这里写的是 {to}，按 {from} 和指标值 {} 算是 {}{unit}。",
                number(target),
                fixed(expected, value)
            ),
            "按指标值重算，改写错的那个数。",
        )
        .resting_on(row.field.into_iter().collect())
        .about([(reading.field, said.range.clone())]),
    )
}

/// Whether a text says a number, as far as it is rounded.
fn meets(said: &Printed, typed: &Printed) -> bool {
    match (said.interval(), typed.interval_beside(0)) {
        (Some(said), Some(typed)) => said.meets(typed),
        _ => true,
    }
}
