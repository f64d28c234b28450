//! 读一段文字: the facts of a text and the relations between them. They follow from the text alone.

use crate::domain::draft::field::Field;
use crate::domain::prose::found::Found;

use super::judging::ledger::Ledger;
use super::reading::fact::{Fact, Measure, Place, Subject};
use super::reading::printed::Kind;
use super::reading::respective::assign;
use super::reading::table::tables;
use super::reading::tag::{Tag, Tagged};
use super::relations::{
    aims, averages, balances, changes, closest, compared, complements, composed, converted, landed, limits,
    misreckoned, neighbours, periods, portions, products, rates, rest, runs, score_rules, shares, sizes, stocks, sums,
    table_relations, turns,
};

/// Reads a text whose quantities have been found.
pub fn read(field: Field, text: &str, quantities: &[Found]) -> Ledger {
    let tables = tables(text);
    let in_table = |found: &Found| tables.iter().any(|table| table.range.contains(&found.range.start));
    let mut tagged = if tables.is_empty() {
        Tagged::of(text, quantities)
    } else {
        let in_prose = quantities.iter().filter(|found| !in_table(found));
        Tagged::of(text, &in_prose.cloned().collect::<Vec<Found>>())
    };
    assign(text, &mut tagged);
    let mut ledger = Ledger::default();
    for tag in &tagged.tags {
        let name = called(text, tag);
        ledger.add(Fact {
            at: Place::Text(field, tag.range.clone()),
            of: if name.is_empty() {
                Subject::Office
            } else {
                Subject::Named(name)
            },
            // 不少于3个 says what should be.
            what: if tag.bound {
                Measure::Target
            } else {
                tag.measure.clone()
            },
            when: tag.period,
            number: tag.number.clone(),
        });
    }
    if tagged.tags.len() > 1 {
        converted::add(text, &mut tagged, &mut ledger);
        sums::add(text, &tagged, &mut ledger);
        aims::add(text, &tagged, &mut ledger);
        balances::add(text, &tagged, &mut ledger);
        stocks::add(text, &tagged, &mut ledger);
        complements::add(text, &tagged, &mut ledger);
        portions::add(text, &tagged, &mut ledger);
        rates::add(text, &tagged, &mut ledger);
        shares::add(text, &tagged, &mut ledger);
        composed::add(text, &tagged, &mut ledger);
        composed::add_of_plan(text, &tagged, &mut ledger);
        averages::add(text, &tagged, &mut ledger);
        products::add(text, &tagged, &mut ledger);
        periods::add(text, &tagged, &mut ledger);
        landed::add(text, &tagged, &mut ledger);
        changes::add(text, &tagged, &mut ledger);
        limits::add(text, &tagged, &mut ledger);
        rest::add(text, &tagged, &mut ledger);
        runs::add(text, &tagged, &mut ledger);
        turns::add(text, &tagged, &mut ledger);
        compared::add(text, &tagged, &mut ledger);
        score_rules::add(text, &tagged, &mut ledger);
        sizes::add(text, &tagged, &mut ledger);
        // What the words do not tell comes last.
        closest::add(text, &tagged, &mut ledger);
        misreckoned::add(text, &tagged, &mut ledger);
        neighbours::add(text, &tagged, &mut ledger);
    }
    for table in &tables {
        table_relations::add(table, field, text, &mut ledger);
    }
    ledger.tables = tables;
    ledger
}

/// What a text calls the thing that a number is of: the words before it, and the noun behind a count.
fn called(text: &str, tag: &Tag) -> String {
    const LONGEST: usize = 8;
    let before = text.get(tag.subject.clone()).unwrap_or_default().trim();
    let noun = match (&tag.measure, &tag.number.kind) {
        (Measure::Rate(word), _) => word,
        (_, Kind::Count(_)) => {
            let after = text.get(tag.after.clone()).unwrap_or_default().trim();
            let end = after
                .find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c))
                .unwrap_or(after.len());
            let noun = &after[..end];
            if noun.chars().count() <= LONGEST { noun } else { "" }
        }
        _ => "",
    };
    format!("{before}{noun}")
}
