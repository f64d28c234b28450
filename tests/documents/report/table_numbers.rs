//! The check of table numbers and the report count the same tables in the same order.

use jiping::documents::report::block::Block;
use jiping::documents::report::report::report;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List, OutlineField};
use jiping::domain::draft::own_wording::WordingKind;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::references::table_numbers::own_tables;
use jiping::domain::scheme::outline::Content;
use jiping::domain::values::input::Choice;

use crate::drafts::{add, findings, set};

/// The captions with a number, in the order of the report.
fn captions(draft: &Draft) -> Vec<String> {
    let blocks = report(draft, &evaluate(draft)).blocks.into_iter();
    let captions = blocks.filter_map(|block| match block {
        Block::Caption(text) => text.split(' ').next().map(str::to_owned),
        _ => None,
    });
    captions.collect()
}

/// A table of its own under every heading whose text prints tables.
fn full() -> Draft {
    let mut draft = crate::drafts::sample();
    let section = add(&mut draft, List::Sections(None));
    let (problem, improvement) = (draft.problems[0].id, draft.improvements[0].id);
    let completion = draft.results.completions[0].id;
    let own = add(&mut draft, List::Outline);
    let fields = [
        Field::Duties,
        Field::WorkOverview,
        Field::SectionText(section),
        Field::Wording(WordingKind::Money),
        Field::Wording(WordingKind::Adjustment),
        Field::Wording(WordingKind::Conclusion),
        Field::ExecutionReason,
        Field::OverallObjective,
        Field::MonitoringText,
        Field::Conclusion,
        Field::CompletionText(completion),
        Field::ProjectsNote,
        Field::Achievements,
        Field::Problem(problem),
        Field::Improvement(improvement),
        Field::Outline(own, OutlineField::Text),
    ];
    for field in fields {
        set(&mut draft, field, "情况见表1。\n表1 情况\n名称\t数量\n甲\t1");
    }
    draft
}

#[test]
fn every_table_gets_the_number_of_its_place() {
    for content in [None, Some(Content::Projects), Some(Content::Indicators)] {
        let mut draft = full();
        if let Some(content) = content {
            let mut sections = draft.scheme.outline.iter();
            let dropped = sections.find(|section| section.content == content).unwrap().id;
            draft.apply(&Edit::Remove(List::Outline, dropped));
        }
        let own = own_tables(&draft).len();
        let all = captions(&draft).len();
        assert!(
            own >= 14 && all > own,
            "{own} of {all} in {:?}",
            content.map(Choice::label)
        );
        for finding in findings(&draft, Code::E10) {
            draft.apply(&finding.fix.unwrap().edit);
        }
        let expected: Vec<String> = (1..=all).map(|number| format!("表{number}")).collect();
        assert_eq!(captions(&draft), expected);
        assert_eq!(findings(&draft, Code::E10), []);
    }
}
