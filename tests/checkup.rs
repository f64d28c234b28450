//! 指标体检: which qualities an indicator has, and what is suggested.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

mod drafts;

use jiping::documents::library::entries;
use jiping::domain::checkup::card::{Checkup, Quality, State, checkup};
use jiping::domain::checkup::likeness::alike;
use jiping::domain::draft::Draft;
use jiping::domain::edit::Edit;
use jiping::domain::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::input::Choice;
use jiping::domain::row::Id;

fn looked_over(draft: &Draft, id: Id) -> Checkup {
    checkup(draft.indicator(id).expect("an indicator"), draft, &entries())
}

#[test]
fn print_all() {
    let draft = drafts::sample();
    for row in &draft.indicators {
        let found = looked_over(&draft, row.id);
        let states: String = found
            .lines
            .iter()
            .map(|line| match line.state {
                State::Met => '√',
                State::Missing => '×',
                State::Unclear => '？',
            })
            .collect();
        println!("{states} {} | {}", row.name, row.goal);
        for line in &found.lines {
            println!(
                "    {} {} {}{}",
                line.quality.label(),
                line.state.label(),
                line.sentence,
                line.suggestion
                    .as_ref()
                    .map(|s| format!(" → {} @{:?}", s.text, s.field))
                    .unwrap_or_default()
            );
        }
        match &found.split {
            Ok(split) => {
                for part in [&split.first, &split.second] {
                    println!(
                        "   >> {} | {} | {:?} | {:?}",
                        part.name,
                        part.goal,
                        part.weight,
                        part.measures
                            .iter()
                            .map(|m| (&m.name, &m.target, &m.unit))
                            .collect::<Vec<_>>()
                    );
                }
                println!("   {:?}", split.notes);
            }
            Err(whole) => println!("   {}", whole.sentence()),
        }
        println!(
            "   alike {:?}",
            alike(row, &entries())
                .iter()
                .map(|t| &t.indicator.name)
                .collect::<Vec<_>>()
        );
    }
}
