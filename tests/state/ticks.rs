//! 打勾: a tick means that nothing required is missing and nothing is wrong; blank rows count for nothing.

use jiping::documents::report::block::Block;
use jiping::documents::report::report::report;
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::evaluation::completeness::Completeness;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::values::calendar::Moment;
use jiping::state::model::reports::{Standing, Summary};
use jiping::state::model::ticks::{done, ticks};

use crate::drafts::{add, id, new, sample, set};

fn tick(draft: &Draft, chapter: Chapter) -> Completeness {
    let evaluation = evaluate(draft);
    let all = ticks(draft, &evaluation, &run(draft, &evaluation));
    let parts = Chapter::of_kind(draft.scheme.kind).iter().zip(all.iter());
    parts
        .into_iter()
        .find(|(part, _)| **part == chapter)
        .map(|(_, tick)| *tick)
        .unwrap()
}

#[test]
fn an_error_takes_the_tick() {
    let mut draft = sample();
    // The adjustment of 37.09% has no reason.
    assert_eq!(tick(&draft, Chapter::Budget), Completeness::Partial);
    set(&mut draft, Field::AdjustmentReason, "年中追加城市维护资金");
    assert_eq!(tick(&draft, Chapter::Budget), Completeness::Done);
    // What is only doubtful leaves it.
    assert_eq!(tick(&draft, Chapter::Problems), Completeness::Done);
    // The list of reports says the same.
    let evaluation = evaluate(&draft);
    let expected = done(&ticks(&draft, &evaluation, &run(&draft, &evaluation)));
    let summary = Summary::of(id(), &draft, Moment::new(""), Standing::default());
    assert_eq!(summary.done, expected);
}

#[test]
fn blank_rows_are_not_ticked() {
    let check = |chapter: Chapter, list: List| {
        let mut draft = new();
        let before = tick(&draft, chapter);
        add(&mut draft, list);
        assert_eq!(tick(&draft, chapter), before, "{list:?}");
        assert_ne!(before, Completeness::Done, "{list:?}");
    };
    check(Chapter::Department, List::Divisions);
    check(Chapter::Objectives, List::Objectives);
    check(Chapter::Indicators, List::Indicators);
    check(Chapter::Projects, List::Projects);
    check(Chapter::Results, List::Completions);
    check(Chapter::Problems, List::Problems);
}

#[test]
fn blank_rows_are_neither_counted_nor_printed() {
    let lists = [
        List::Basis,
        List::Divisions,
        List::SubordinateUnits,
        List::Sections(None),
        List::Objectives,
        List::Indicators,
        List::Checkpoints,
        List::Projects,
        List::Completions,
        List::Problems,
        List::Improvements,
    ];
    let plain = sample();
    let said = |draft: &Draft| report(draft, &evaluate(draft)).blocks;
    for list in lists {
        let mut draft = plain.clone();
        add(&mut draft, list);
        assert_ne!(draft, plain, "{list:?}");
        let evaluation = evaluate(&draft);
        assert_eq!(printed(&evaluation, Figure::TotalScore).unwrap(), "99.37", "{list:?}");
        assert_eq!(said(&draft), said(&plain), "{list:?}");
        let sum = |evaluation: &_| printed(evaluation, Figure::ProjectsTotal);
        assert_eq!(sum(&evaluation), sum(&evaluate(&plain)), "{list:?}");
        // What was written in it is there again.
        let errors = |draft: &Draft| {
            run(draft, &evaluate(draft))
                .iter()
                .filter(|found| found.field.indicator().is_none())
                .count()
        };
        assert_eq!(errors(&draft), errors(&plain), "{list:?}");
    }
    let mut draft = plain.clone();
    let row = add(&mut draft, List::Indicators);
    draft.apply(&Edit::Set(List::Indicators.first_field(row), "新的目标".into()));
    assert!(printed(&evaluate(&draft), Figure::TotalScore).is_err());
    let tables = |draft: &Draft| {
        let blocks = said(draft).into_iter();
        let rows = blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table.body.len()),
            _ => None,
        });
        rows.sum::<usize>()
    };
    assert_eq!(tables(&draft), tables(&plain) + 2);
}
