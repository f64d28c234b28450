//! 附件说明, and how the forms go over pages.

use std::io::{Cursor, Read};

use jiping::documents::archive::read::open;
use jiping::documents::docx::{expected, package, pages, read};
use jiping::documents::exchange::{exports, reopened};
use jiping::documents::report::block::{Annex, Block};
use jiping::documents::report::report::report;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::shared::Shared;

use crate::drafts::{add, long_project, sample, set};

/// The sample with its own table as an annex, or not, and with the forms of projects of these names.
fn annexed(own: bool, projects: &[&str]) -> Draft {
    let mut draft = sample();
    if own {
        set(&mut draft, Field::Scheme(SchemeField::TableForm), "department");
    }
    for name in projects {
        let id = add(&mut draft, List::Forms);
        let mut form = long_project(1);
        form.apply(&Edit::Set(Field::ProjectTitle, (*name).to_owned()));
        draft.forms.iter_mut().find(|form| form.id == id).unwrap().draft = Shared::new(form);
    }
    draft
}

fn document(draft: &Draft) -> String {
    let docx = package::write(&report(draft, &evaluate(draft)), None);
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    zip.by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn check(draft: &Draft, expected: &[&str]) {
    let blocks = report(draft, &evaluate(draft)).blocks;
    let place = blocks.iter().position(|block| matches!(block, Block::AnnexList(_)));
    let Some(place) = place else {
        assert!(expected.is_empty() && !blocks.iter().any(|block| matches!(block, Block::Annex(_))));
        return;
    };
    let Block::AnnexList(titles) = &blocks[place] else {
        panic!()
    };
    assert_eq!(titles, expected);
    assert!(
        matches!(blocks[place - 1], Block::Paragraph(_) | Block::Gap(_)),
        "after the text"
    );
    assert!(matches!(blocks[place + 1], Block::Signature(_)), "above the signature");
    let annexes: Vec<(&str, &str)> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Annex(Annex { label, title, .. }) => Some((label.as_str(), title.as_str())),
            _ => None,
        })
        .collect();
    let labels: Vec<String> = (1..=titles.len()).map(|number| format!("附件{number}")).collect();
    let named: Vec<(&str, &str)> = labels
        .iter()
        .map(String::as_str)
        .zip(titles.iter().map(String::as_str))
        .collect();
    assert_eq!(annexes, named, "the annexes are called as the list calls them");
}

#[test]
fn annexes_are_listed_between_text_and_signature() {
    check(&annexed(false, &[]), &[]);
    check(&annexed(true, &[]), &["部门整体支出绩效自评表"]);
    let both = annexed(true, &["道路综合整治", "民生实事。"]);
    check(
        &both,
        &[
            "部门整体支出绩效自评表",
            "项目支出绩效自评表：道路综合整治",
            "项目支出绩效自评表：民生实事",
        ],
    );
    let xml = document(&both);
    for line in [
        "附件：1.部门整体支出绩效自评表",
        "2.项目支出绩效自评表：道路综合整治",
        "3.项目支出绩效自评表：民生实事",
    ] {
        assert!(xml.contains(&format!(">{line}</w:t>")), "{line}");
    }
    // All titles begin below each other, six characters in.
    assert_eq!(xml.matches("w:left=\"1904\" w:hanging=\"1264\"").count(), 1);
    assert_eq!(xml.matches("w:left=\"1904\" w:hanging=\"316\"").count(), 2);
}

#[test]
fn a_word_document_with_annexes_reads_as_it_was_written() {
    let draft = annexed(true, &["道路综合整治"]);
    let docx = exports::word(&draft, &evaluate(&draft));
    let archive = open(&docx).unwrap();
    assert_eq!(
        read::passages(&archive).unwrap(),
        expected::passages(&report(&draft, &evaluate(&draft)))
    );
    assert_eq!(reopened::open(&archive).unwrap().1, []);
}

#[test]
fn the_list_is_no_part_of_next_years_text() {
    let draft = annexed(true, &["道路综合整治", "民生实事"]);
    let docx = exports::word(&draft, &evaluate(&draft));
    let passages = read::passages(&open(&docx).unwrap()).unwrap();
    let reading = jiping::documents::import::reading::reading::read(&passages);
    let kept: Vec<String> = reading.pieces.iter().map(|piece| format!("{piece:?}")).collect();
    let taken: Vec<String> = reading.items.iter().map(|item| format!("{:?}", item.values)).collect();
    for text in kept.iter().chain(&taken) {
        assert!(
            !text.contains("附件：") && !text.contains(".项目支出绩效自评表"),
            "{text}"
        );
    }
}

#[test]
fn a_name_that_goes_on_over_a_page_is_said_again() {
    let draft = long_project(5);
    let report = report(&draft, &evaluate(&draft));
    let pages = pages::pages(&report);
    let table = report.blocks.len() - 1;
    let tops = pages.tops(table);
    assert!(!tops.is_empty());
    let xml = document(&draft);
    let rows: Vec<&str> = xml.split("</w:tbl>").nth(1).unwrap().split("<w:tr>").skip(2).collect();
    let Block::Table(content) = &report.blocks[table] else {
        panic!()
    };
    for (place, (row, placed)) in rows.iter().zip(content.grid()).enumerate() {
        for cell in placed.iter().filter(|cell| cell.continues) {
            let is_said = row.contains(&format!(">{}</w:t>", cell.cell.text));
            assert_eq!(is_said, tops.contains(&place), "row {place}: {}", cell.cell.text);
        }
    }
    let archive = open(&exports::word(&draft, &evaluate(&draft))).unwrap();
    assert_eq!(reopened::open(&archive).unwrap().1, [], "nothing was changed");
}

#[test]
fn a_table_does_not_begin_with_one_or_two_rows_at_the_foot_of_a_page() {
    let mut draft = crate::drafts::new();
    let rows: String = (1..=8).map(|number| format!("{number}\t甲\n")).collect();
    set(
        &mut draft,
        Field::WorkOverview,
        &format!("表1 明细\n序号\t名称\n{rows}"),
    );
    let xml = document(&draft);
    let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
    let keeps: Vec<bool> = rows.iter().map(|row| row.contains("<w:keepNext/>")).collect();
    // The head keeps by its style; the first two rows, and the one before the last, by themselves.
    assert_eq!(keeps, [false, true, true, false, false, false, false, true, false]);
}
