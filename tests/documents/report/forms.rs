//! Several projects in one report: each form is filled in by itself and kept with the report.

use crate::drafts::{findings, kept, sample};
use jiping::documents::docx::pages::pages;
use jiping::documents::project_file::project_file;
use jiping::documents::report::block::{Annex, Block};
use jiping::documents::report::pagination::Turn;
use jiping::documents::report::report::report;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::row::Id;
use jiping::domain::values::shared::Shared;
use jiping::state::model::effect::{Effect, Export};
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::model::reports::DraftId;
use jiping::state::model::route::{Page, Route};
use jiping::state::model::workspace::Workspace;
use jiping::state::update::update::update;

fn opened() -> Model {
    let mut model = Model::default();
    let id = DraftId::read("a1").unwrap();
    update(&mut model, Message::DraftPlaced(id.clone(), kept(sample(), 1), None));
    update(
        &mut model,
        Message::RouteChanged(Route::Draft(id, Page::Chapter(Chapter::Projects))),
    );
    model
}

fn workspace(model: &Model) -> &Workspace {
    model.workspace.as_ref().unwrap()
}

fn type_in(model: &mut Model, field: Field, text: &str) {
    update(model, Message::Edited(Edit::Set(field, text.into())));
    update(model, Message::FieldLeft(field));
}

/// The names of the projects in the kept draft.
fn names(model: &Model) -> Vec<String> {
    let kept = workspace(model).kept();
    kept.forms
        .iter()
        .map(|form| form.draft.basics.project.clone())
        .collect()
}

fn form(model: &Model, place: usize) -> Id {
    workspace(model).kept().forms[place].id
}

#[test]
fn forms_are_filled_in_one_by_one_and_kept_with_the_report() {
    let mut model = opened();
    let before = workspace(&model).evaluation.total;
    update(&mut model, Message::FormAdded(None));
    assert_eq!(workspace(&model).draft.scheme.kind, ReportKind::Project);
    assert_eq!(workspace(&model).completeness.len(), 5);
    type_in(&mut model, Field::ProjectTitle, "道路综合整治");
    update(&mut model, Message::FormClosed);
    update(&mut model, Message::FormAdded(None));
    type_in(&mut model, Field::ProjectTitle, "民生实事");
    assert_eq!(names(&model), ["道路综合整治", "民生实事"]);
    // What is saved and handed on is the whole report; Word is the form that is shown.
    let saved = update(&mut model, Message::SaveDue);
    assert!(
        matches!(&saved[..], [Effect::SaveDraft(_, draft, ..)] if draft.forms.len() == 2 && draft.indicators.len() == 14)
    );
    let file = update(&mut model, Message::ExportPressed(Export::ProjectFile));
    assert!(matches!(&file[..], [.., Effect::Download(_, draft, ..)] if draft.forms.len() == 2));
    update(&mut model, Message::ExportPressed(Export::Word));
    let word = update(&mut model, Message::DepartureConfirmed);
    assert!(matches!(&word[..], [.., Effect::Download(_, draft, ..)] if draft.basics.project == "民生实事"));
    // The first form is opened again and changed; the report itself is as it was.
    let first = form(&model, 0);
    update(&mut model, Message::FormOpened(first));
    type_in(&mut model, Field::ProjectTitle, "道路整治一期");
    update(&mut model, Message::FormClosed);
    assert_eq!(names(&model), ["道路整治一期", "民生实事"]);
    assert_eq!(workspace(&model).evaluation.total, before);
    assert_eq!(workspace(&model).draft.indicators.len(), 14);
}

#[test]
fn undo_goes_back_to_the_form_where_it_was_done() {
    let mut model = opened();
    let before = workspace(&model).kept();
    update(&mut model, Message::FormAdded(None));
    type_in(&mut model, Field::ProjectTitle, "甲");
    let first = form(&model, 0);
    update(&mut model, Message::FormClosed);
    let note = Field::ProjectsNote;
    type_in(&mut model, note, "乙");
    update(&mut model, Message::UndoPressed);
    assert_eq!(
        (workspace(&model).form(), workspace(&model).text(note)),
        (None, before.text(note))
    );
    update(&mut model, Message::UndoPressed);
    assert_eq!(workspace(&model).form(), Some(first));
    assert_eq!(workspace(&model).text(Field::ProjectTitle), "");
    update(&mut model, Message::RedoPressed);
    assert_eq!(workspace(&model).text(Field::ProjectTitle), "甲");
    update(&mut model, Message::UndoPressed);
    update(&mut model, Message::UndoPressed);
    assert_eq!(*workspace(&model).kept(), *before);
    assert_eq!(workspace(&model).form(), None);
    for _ in 0..3 {
        update(&mut model, Message::RedoPressed);
    }
    assert_eq!(names(&model), ["甲"]);
    assert_eq!(workspace(&model).kept().text(note), "乙");
}

#[test]
fn a_form_that_was_deleted_is_left() {
    let mut model = opened();
    update(&mut model, Message::FormAdded(None));
    let first = form(&model, 0);
    update(&mut model, Message::FormClosed);
    update(&mut model, Message::Edited(Edit::Duplicate(List::Forms, first)));
    assert_eq!(names(&model).len(), 2);
    update(&mut model, Message::Edited(Edit::Remove(List::Forms, first)));
    update(&mut model, Message::FormOpened(first));
    assert_eq!(workspace(&model).form(), None);
    assert_eq!(names(&model).len(), 1);
}

#[test]
fn forms_are_annexes_and_survive_the_file() {
    let mut model = opened();
    update(&mut model, Message::FormAdded(None));
    type_in(&mut model, Field::ProjectTitle, "道路综合整治");
    let kept: Draft = Draft::clone(&workspace(&model).kept());
    let text = report(&kept, &evaluate(&kept));
    let tables = text
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Table(_)))
        .count();
    assert_eq!(tables, 5, "three of the text, two that are the form");
    assert!(text.blocks.contains(&Block::Annex(Annex {
        label: "附件1".into(),
        title: "项目支出绩效自评表：道路综合整治".into(),
        turn: Turn::Form,
    })));
    let told: Vec<String> = findings(&kept, Code::E9)
        .into_iter()
        .map(|finding| finding.message)
        .collect();
    assert!(
        matches!(&told[..], [message] if message.starts_with("项目自评表“道路综合整治”还有 ")),
        "{told:?}"
    );
    let back = project_file::read(project_file::write(&kept, "2023-03-18T10:32:00").as_bytes()).unwrap();
    assert_eq!(back.draft, kept);
    let next = kept.for_next_year();
    assert_eq!(next.forms[0].draft.basics.project, "道路综合整治");
}

#[test]
fn a_form_of_ordinary_length_stands_on_one_page() {
    let form = crate::drafts::usual_form();
    let mut model = opened();
    update(&mut model, Message::FormAdded(None));
    let mut with_annex = Draft::clone(&workspace(&model).kept());
    with_annex.forms[0].draft = Shared::new(form.clone());
    for draft in [form, with_annex] {
        let report = report(&draft, &evaluate(&draft));
        let pages = pages(&report);
        let (last, numbers) = (report.blocks.len() - 1, pages.of_blocks(&report));
        assert_eq!(numbers[last - 1], numbers[last], "{}", report.title.concat());
        assert!(pages.tops(last).is_empty(), "{}", report.title.concat());
    }
}

#[test]
fn the_list_leads_to_the_findings_of_a_form() {
    let mut model = opened();
    update(&mut model, Message::FormAdded(None));
    update(&mut model, Message::FormClosed);
    let first = form(&model, 0);
    let effects = update(&mut model, Message::FormChecked(first));
    let [Effect::Navigate(route)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(route.page(), Some(Page::Checks));
    let effects = update(&mut model, Message::RouteChanged(route.clone()));
    assert_eq!(workspace(&model).draft.scheme.kind, ReportKind::Project);
    // The last look is that of the report; its form leaves it as it is.
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::KeepLook(..))),
        "{effects:?}"
    );
    assert_eq!(workspace(&model).progress(), None);
}
