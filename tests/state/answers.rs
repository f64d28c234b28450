//! What the program answers to what was done: where it leads back, what it still offers, what it finds.

use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::state::model::departure::{Departure, way_id};
use jiping::state::model::effect::{Effect, Export};
use jiping::state::model::intake::{Decision, IntakeMessage, Purpose};
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay, Remedy};
use jiping::state::model::palette::is_named;
use jiping::state::model::reports::DraftId;
use jiping::state::model::route::{Page, Route};
use jiping::state::update::update::update;

use crate::drafts::{id, kept, opened, workspace};

fn go(model: &mut Model, route: Route) {
    update(model, Message::RouteChanged(route));
}

#[test]
fn what_can_be_taken_back_is_offered_in_its_own_report_only() {
    let check = |route: Route, offered: bool| {
        let mut model = opened();
        go(&mut model, Route::Draft(id(), Page::Overview));
        update(&mut model, Message::Edited(Edit::Add(List::Problems, None)));
        let row = workspace(&model).draft.problems.last().unwrap().id;
        update(&mut model, Message::Edited(Edit::Remove(List::Problems, row)));
        assert!(model.notice.is_some());
        go(&mut model, route.clone());
        assert_eq!(model.notice.is_some(), offered, "{route:?}");
    };
    check(Route::Draft(id(), Page::Checks), true);
    check(Route::Draft(DraftId::of(9, 9), Page::Overview), false);
    check(Route::Start, false);
}

#[test]
fn what_is_not_decided_on_is_left_in_one_step() {
    let mut model = Model {
        route: Route::Intake(Purpose::LastYear),
        ..Model::default()
    };
    let text = "某某县水利局2024年度部门整体支出绩效自评报告\n年初预算数100万元，调整预算数120万元，执行数118万元。";
    let pasted = IntakeMessage::Pasted(String::new(), text.into());
    update(&mut model, Message::Intake(pasted));
    let open = |model: &Model| model.intake.as_ref().unwrap().count(Decision::Open);
    assert!(open(&model) > 1);
    update(&mut model, Message::Intake(IntakeMessage::Taken(0)));
    // Nothing is made of it while something is open.
    update(&mut model, Message::Intake(IntakeMessage::NextYearMade));
    assert!(model.intake.is_some());
    let effects = update(&mut model, Message::Intake(IntakeMessage::OpenLeft));
    assert_eq!(effects.last(), Some(&Effect::FocusElement("intake-make")));
    assert_eq!(open(&model), 0);
    assert_eq!(model.intake.as_ref().unwrap().count(Decision::Taken), 1);
    let effects = update(&mut model, Message::Intake(IntakeMessage::NextYearMade));
    assert!(matches!(effects[..], [Effect::PlaceAtHome(_)]));
}

#[test]
fn a_question_before_an_export_gives_the_focus_back_to_what_was_pressed() {
    let check = |page: Page, export: Export, back: &'static str| {
        let mut model = opened();
        go(&mut model, Route::Draft(id(), page));
        update(&mut model, Message::ExportPressed(export));
        let asked = Overlay::BeforeDeparture(Departure::Export(export));
        assert_eq!(model.overlay, Some(asked));
        assert_eq!(update(&mut model, Message::EscapePressed), [Effect::FocusElement(back)]);
    };
    check(Page::Preview, Export::Word, way_id(Export::Word));
    check(Page::Preview, Export::Package, way_id(Export::Package));
    check(Page::Overview, Export::Word, "export");
}

#[test]
fn whoever_comes_back_to_the_preview_sees_the_page_that_was_left_once() {
    let mut model = opened();
    go(&mut model, Route::Draft(id(), Page::Preview));
    update(&mut model, Message::LeadFollowed(None, Field::WorkOverview, 6));
    assert_eq!(workspace(&model).left_page, Some(6));
    go(&mut model, Route::Draft(id(), Page::Preview));
    update(&mut model, Message::PagesCut);
    assert_eq!(workspace(&model).left_page, None);
}

#[test]
fn names_of_data_are_found_by_characters_and_by_pinyin() {
    for typed in ["", "执行", "zhi", "zhixinglv", "zxl", "执xl"] {
        assert!(is_named("执行率", typed), "{typed}");
    }
    for typed in ["调整", "tz", "zhizhi"] {
        assert!(!is_named("执行率", typed), "{typed}");
    }
}

#[test]
fn after_a_removal_the_row_that_comes_up_takes_the_focus_and_the_one_that_went_is_named() {
    let mut model = opened();
    let ids: Vec<_> = workspace(&model).draft.projects.rows.iter().map(|row| row.id).collect();
    let name = workspace(&model).draft.projects.rows[0].name.clone();
    let remove = |model: &mut Model, list, row| update(model, Message::Edited(Edit::Remove(list, row)));
    let effects = remove(&mut model, List::Projects, ids[0]);
    assert_eq!(
        effects,
        [Effect::ScheduleSave, Effect::Focus(Field::ProjectTask(ids[1]))]
    );
    let notice = model.notice.clone().unwrap();
    let begins: String = name.chars().take(6).collect();
    assert!(
        notice.text.starts_with(&format!("已删除“重点项目”里的“{begins}")),
        "{notice:?}"
    );
    assert_eq!(notice.remedy, Some(Remedy::Undo));
    // The last gives way to the one before it, the only one to the list.
    let last = *ids.last().unwrap();
    let before = ids[ids.len() - 2];
    let effects = remove(&mut model, List::Projects, last);
    assert_eq!(
        effects,
        [Effect::ScheduleSave, Effect::Focus(Field::ProjectTask(before))]
    );
    update(&mut model, Message::Edited(Edit::Add(List::Basis, None)));
    let basis: Vec<_> = workspace(&model).draft.basics.basis.iter().map(|row| row.id).collect();
    for row in &basis {
        let effects = remove(&mut model, List::Basis, *row);
        if workspace(&model).draft.basics.basis.is_empty() {
            assert_eq!(effects, [Effect::ScheduleSave, Effect::Focus(Field::Rows(List::Basis))]);
        }
    }
}

#[test]
fn a_text_of_last_year_that_is_settled_says_so_with_the_way_back() {
    let mut draft = crate::drafts::sample().for_next_year();
    crate::drafts::set(&mut draft, Field::Achievements, "2023年，各项工作平稳推进。");
    let mut model = Model::default();
    update(&mut model, Message::DraftPlaced(id(), kept(draft, 1), None));
    for (field, told) in [
        (Field::Achievements, "“主要工作成效”已记为改好了。"),
        (Field::WorkOverview, "已记为仍然适用。"),
    ] {
        update(&mut model, Message::Edited(Edit::SettleLastYear(field)));
        let notice = model.notice.clone().unwrap();
        assert!(notice.text.ends_with(told), "{notice:?}");
        assert_eq!(notice.remedy, Some(Remedy::Undo));
    }
}
