//! What is said before a document leaves, and what goes with it: 复核清单 in Word, workbook and on paper.

use crate::drafts::{opened, sample};
use crate::worked::{FIRST, adjust, finding, go, plant, type_in, workspace};
use jiping::documents::exchange::exports;
use jiping::documents::report::block::{Block, Cell, Report};
use jiping::documents::report::lists;
use jiping::domain::checks::finding::finding::{Code, Finding, Severity};
use jiping::domain::checks::findings::Findings;
use jiping::domain::checks::run::check as run;
use jiping::domain::checks::set_aside::set_aside;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::state::model::effect::{Effect, Export};
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay};
use jiping::state::model::route::Page;
use jiping::state::update::update::update;

#[test]
fn what_is_wrong_is_said_once_before_a_document_leaves() {
    let mut model = opened();
    let asks = |model: &mut Model, message: Message| {
        model.overlay = None;
        let effects = update(model, message);
        let asked = matches!(model.overlay, Some(Overlay::BeforeDeparture(_)));
        let left = |effect: &Effect| matches!(effect, Effect::Download(..) | Effect::Print);
        assert_ne!(asked, effects.iter().any(left), "{effects:?}");
        asked
    };
    let press = Message::ExportPressed;
    for export in [Export::Word, Export::Excel, Export::Package] {
        assert!(asks(&mut model, press(export)), "{export:?}");
    }
    assert!(asks(&mut model, Message::PrintPressed));
    for export in [Export::ProjectFile, Export::ReviewList] {
        assert!(!asks(&mut model, press(export)), "{export:?}");
    }
    // Errors come first.
    let severities = workspace(&model).concerns().into_iter().map(Finding::severity);
    assert!(severities.is_sorted());
    // Put away: nothing leaves, and it asks again.
    asks(&mut model, press(Export::Excel));
    assert_eq!(
        update(&mut model, Message::EscapePressed),
        [Effect::FocusElement("export")]
    );
    assert_eq!(model.overlay, None);
    asks(&mut model, Message::PrintPressed);
    assert_eq!(
        update(&mut model, Message::OverlayClosed),
        [Effect::FocusElement("print")]
    );
    asks(&mut model, press(Export::Word));
    let effects = update(&mut model, Message::DepartureConfirmed);
    assert!(
        matches!(&effects[..], [.., Effect::Download(_, _, _, Export::Word)]),
        "{effects:?}"
    );
    // Not again for the same, nor for fewer; but for others.
    assert!(!asks(&mut model, press(Export::Excel)) && !asks(&mut model, Message::PrintPressed));
    type_in(&mut model, Field::AdjustmentReason, "年中追加。");
    assert!(!asks(&mut model, press(Export::Word)));
    type_in(&mut model, Field::AdjustmentReason, "");
    assert!(!asks(&mut model, press(Export::Word)));
    adjust(&mut model, "22000");
    assert!(asks(&mut model, press(Export::Word)));
    update(&mut model, Message::CheckPressed);
    assert_eq!(model.overlay, None);
    // Advice is no reason to ask.
    plant(&mut model, vec![finding(Code::C11, FIRST, "甲。")]);
    assert!(!asks(&mut model, press(Export::Package)));
}

/// The sample with one finding set aside.
fn with_aside(reason: &str) -> (Draft, Findings) {
    let mut draft = sample();
    let found = run(&draft, &evaluate(&draft));
    let finding = found.iter().find(|finding| finding.code == Code::A4).expect("A4");
    let row = set_aside(finding, &draft, reason);
    draft.apply(&Edit::SetAside(row));
    let found = run(&draft, &evaluate(&draft));
    (draft, found)
}

fn cells(report: &Report) -> Vec<Vec<String>> {
    let tables = report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&table.body),
        _ => None,
    });
    let text = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect();
    tables.flatten().map(text).collect()
}

#[test]
fn the_list_says_parts_basis_and_what_was_set_aside() {
    let reason = "区财政追加，文号待补";
    let (draft, found) = with_aside(reason);
    let list = lists::findings(&draft, &found);
    let rows = cells(&list);
    let is_of_indicators =
        |block: &&Block| matches!(block, Block::Heading(1, name) if name.starts_with("指标与评分（"));
    assert_eq!(
        list.blocks.iter().filter(is_of_indicators).count(),
        1,
        "{:?}",
        list.blocks
    );
    let listed = rows.iter().filter(|row| row.len() == 6);
    assert_eq!(listed.clone().count(), found.iter().count());
    for row in listed {
        assert!(row[5].contains("\n依据："), "{row:?}");
    }
    let aside = rows.last().unwrap();
    assert_eq!((aside[1].as_str(), aside[4].as_str()), ("A4", reason));
    // Nothing at all, and nothing but what was set aside.
    let none = lists::findings(&draft, &Findings::default());
    assert_eq!(none.blocks, [Block::Note("没有要处理的问题。".into())]);
    let only = Findings {
        aside: found.aside.clone(),
        ..Findings::default()
    };
    assert_eq!(cells(&lists::findings(&draft, &only)).len(), 1);
    let bytes = exports::review_list(&draft, &found);
    assert_eq!(bytes, exports::review_list(&draft, &found));
}

#[test]
fn the_workbook_lists_what_was_set_aside() {
    let reason = "区财政追加，文号待补";
    let (draft, found) = with_aside(reason);
    let book = crate::workbook::book(&draft);
    let sheet = book.sheet("检查结果");
    let has = |words: &str| sheet.cells.values().any(|cell| cell.value == words);
    assert!(has("不处理的检查结果") && has("不处理的理由") && has(reason));
    // What was set aside is not counted with the others.
    let severities = book.sheet("汇总").beside("错误", "B");
    assert_eq!(severities.value, found.count(Severity::Error).to_string());
}

#[test]
fn the_list_is_printed_without_a_question() {
    let mut model = opened();
    go(&mut model, Page::Checks);
    assert_eq!(update(&mut model, Message::ListPrintPressed), [Effect::Print]);
    assert!(workspace(&model).list.is_some());
    go(&mut model, Page::Preview);
    assert!(workspace(&model).list.is_none());
}
