//! Every text of a report says where it is filled in: the preview leads there.

use crate::drafts::{built_in, sample, set};
use jiping::documents::report::block::{Block, Report};
use jiping::documents::report::report::report;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, OutlineField};
use jiping::domain::draft::own_wording::WordingKind;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::row::Id;
use jiping::domain::values::shared::Shared;

/// Where the block leads whose text begins so.
fn lead(report: &Report, start: &str) -> Option<(Option<Id>, Field)> {
    let text = |block: &Block| match block {
        Block::Heading(_, text) | Block::Gap(text) => text.clone(),
        Block::Paragraph(spans) => spans.iter().map(|span| span.text.as_str()).collect(),
        Block::Signature(lines) => lines.concat(),
        _ => String::new(),
    };
    let place = report.blocks.iter().position(|block| text(block).starts_with(start));
    let place = place.unwrap_or_else(|| panic!("no text begins with {start}"));
    report.lead(place + 1, None)
}

#[test]
fn texts_lead_to_what_they_were_typed_in() {
    let draft = sample();
    let report = report(&draft, &evaluate(&draft));
    let first = draft.scheme.outline[0].id;
    let section = &draft.work.sections[0];
    for (start, field) in [
        ("一、基本情况", Field::Outline(first, OutlineField::Heading)),
        (
            &draft.work.overview.chars().take(8).collect::<String>(),
            Field::WorkOverview,
        ),
        (
            &format!("1.{}", section.heading.trim()),
            Field::SectionHeading(section.id),
        ),
        (
            &section.text.chars().take(8).collect::<String>(),
            Field::SectionText(section.id),
        ),
        (
            "广州市白云区人民政府白云湖街道办事处2022年年初预算",
            Field::Wording(WordingKind::Money),
        ),
        (
            &format!("（一）{}", draft.problems[0].text.chars().take(6).collect::<String>()),
            Field::Problem(draft.problems[0].id),
        ),
        ("广州市白云区人民政府白云湖街道办事处2023", Field::ReportDate),
    ] {
        assert_eq!(lead(&report, start), Some((None, field)), "{start}");
    }
    assert_eq!(report.lead(0, None), Some((None, Field::Unit)));
    assert_eq!(report.lead(9999, None), None);
}

#[test]
fn cells_of_a_table_lead_each_to_its_own() {
    let draft = sample();
    let report = report(&draft, &evaluate(&draft));
    let mut tables = report
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| matches!(block, Block::Table(_)));
    let (place, _) = tables.next_back().unwrap();
    let project = draft.projects.rows[0].id;
    assert_eq!(
        report.lead(place + 1, Some((0, 0))),
        Some((None, Field::ProjectTask(project)))
    );
    assert_eq!(
        report.lead(place + 1, Some((0, 2))),
        Some((None, Field::ProjectAmount(project)))
    );
}

#[test]
fn what_a_project_s_form_says_leads_into_the_form() {
    let mut draft = sample();
    let mut form = Draft::by(built_in("国家项目支出 10 / 50 / 30 / 10"));
    set(&mut form, Field::ProjectTitle, "校舍维修");
    let id = draft.apply(&Edit::TakeForm(None, Shared::new(form))).row;
    let report = report(&draft, &evaluate(&draft));
    let is_form = |block: &Block| matches!(block, Block::Annex(annex) if annex.title.contains("校舍维修"));
    let annex = report.blocks.iter().position(is_form).unwrap();
    assert_eq!(report.lead(annex + 2, Some((0, 2))), Some((id, Field::ProjectTitle)));
    assert_eq!(report.lead(annex + 1, None), None);
}
