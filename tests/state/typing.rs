//! What a key waits for: the figures; and what comes a moment later: the findings.

use jiping::domain::checks::run::check as run;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::values::calendar::Moment;
use jiping::state::model::effect::{Effect, Export};
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::model::route::{Page, Route};
use jiping::state::model::storage_space::Fullness;
use jiping::state::update::update::update;

use crate::drafts::{id, opened, workspace};

/// The sample with a number typed that changes a figure and what is wrong.
fn typed() -> Model {
    let mut model = opened();
    let field = Field::FundAmount(workspace(&model).draft.budget.funds[0].id, Column::Executed);
    let (before, found) = (workspace(&model).evaluation.clone(), workspace(&model).findings.clone());
    let effects = update(&mut model, Message::Edited(Edit::Set(field, "99999".into())));
    assert!(effects.contains(&Effect::ScheduleChecks), "{effects:?}");
    assert_ne!(workspace(&model).evaluation, before, "the figures are there at once");
    assert!(workspace(&model).is_behind());
    assert_eq!(workspace(&model).findings, found, "the findings are not");
    model
}

fn is_right(model: &Model) -> bool {
    let open = workspace(model);
    !open.is_behind() && *open.findings == run(&open.draft, &open.evaluation)
}

#[test]
fn every_event_but_keys_and_keeping_sees_and_leaves_the_findings_of_the_draft_as_it_is() {
    let check = |message: Message, waits: bool| {
        let mut model = typed();
        update(&mut model, message.clone());
        assert_eq!(workspace(&model).is_behind(), waits, "{message:?}");
        assert_eq!(is_right(&model), !waits, "{message:?}");
    };
    let saved_at = Moment::new("2023-03-18T10:32:00");
    check(Message::Edited(Edit::Set(Field::Unit, "甲".into())), true);
    check(Message::SaveDue, true);
    check(Message::DraftSaved(id(), saved_at, 2), true);
    check(Message::FullnessMeasured(Fullness(1)), true);
    check(Message::ChecksDue, false);
    check(Message::FieldLeft(Field::Unit), false);
    check(Message::Edited(Edit::Add(List::Problems, None)), false);
    check(Message::UndoPressed, false);
    check(Message::CheckPressed, false);
    check(Message::ExportPressed(Export::Word), false);
    check(Message::PageHidden, false);
    check(Message::RouteChanged(Route::Draft(id(), Page::Checks)), false);
}

#[test]
fn an_export_asks_about_what_was_found_of_the_last_key() {
    let mut model = typed();
    update(&mut model, Message::ExportPressed(Export::Word));
    let concerns = |model: &Model| workspace(model).concerns().into_iter().cloned().collect::<Vec<_>>();
    let asked = concerns(&model);
    let mut rested = typed();
    update(&mut rested, Message::ChecksDue);
    assert_eq!(asked, concerns(&rested));
    assert_ne!(asked, concerns(&opened()));
}

#[test]
fn what_changes_nothing_on_the_screen_is_known_as_such() {
    let check = |model: &Model, message: Message, alike: bool| {
        let mut after = model.clone();
        update(&mut after, message.clone());
        assert_eq!(model.looks_like(&after), alike, "{message:?}");
    };
    let typed = typed();
    check(&typed, Message::SaveDue, true);
    check(&typed, Message::FullnessMeasured(Fullness(1)), true);
    check(&typed, Message::ChecksDue, false);
    check(&typed, Message::Edited(Edit::Set(Field::Unit, "甲".into())), false);
    let mut written = typed.clone();
    update(&mut written, Message::SaveDue);
    check(
        &written,
        Message::DraftSaved(id(), Moment::new("2023-03-18T10:32:00"), 2),
        false,
    );
    let mut rested = typed;
    update(&mut rested, Message::ChecksDue);
    check(&rested, Message::ChecksDue, true);
    // A word that no check minds.
    let mut harmless = rested.clone();
    update(
        &mut harmless,
        Message::Edited(Edit::Set(Field::DraftName, "送审稿".into())),
    );
    check(&harmless, Message::ChecksDue, true);
}
