//! 编辑日志: what is said and done while the second store does not take anything, and when it is back.

use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::values::calendar::Moment;
use jiping::state::model::effect::{Effect, Reach};
use jiping::state::model::journal::Journal;
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Remedy};
use jiping::state::model::reports::StorageFault;
use jiping::state::model::route::{Page, Route};
use jiping::state::model::workspace::Saving;
use jiping::state::update::update::update;

use crate::drafts::{id, kept, opened, sample, workspace};

#[test]
fn without_the_journal_a_draft_counts_as_kept_once_until_it_is_back() {
    let mut model = opened();
    let saved_at = || Moment::new("2023-03-18T10:40:00");
    let alone = Saving::Failed(StorageFault::SlotsOnly);
    assert!(update(&mut model, Message::JournalStands(Journal::Shut)).is_empty());
    assert_eq!(workspace(&model).saving, alone);
    assert_eq!(model.fault(), Some(StorageFault::SlotsOnly));
    // Nothing was written since it was opened: the journal may have a later state, which is read.
    let mut untouched = model.clone();
    let mut read = kept(sample(), 1);
    read.stamp = read.stamp.taken_over("again");
    update(&mut untouched, Message::DraftRead(id(), Ok(read)));
    assert_eq!(workspace(&untouched).saving, alone);
    let effects = update(&mut untouched, Message::JournalStands(Journal::Open));
    assert!(matches!(&effects[..], [Effect::ReadAgain(_)]), "{effects:?}");
    // What is typed while it is read stays; what was read stays beside it.
    let mut later = kept(sample(), 5);
    later.draft.basics.unit = "日志".into();
    let mut typed = untouched.clone();
    let read_again = |kept| Message::DraftReadAgain(id(), Ok(kept));
    update(&mut typed, Message::Edited(Edit::Set(Field::Unit, "乙".into())));
    let effects = update(&mut typed, read_again(later.clone()));
    assert_eq!(workspace(&typed).draft.basics.unit, "乙");
    assert!(
        matches!(&effects[..], [Effect::SaveDraft(..), Effect::SeekDiverged(_)]),
        "{effects:?}"
    );
    update(&mut untouched, read_again(later));
    assert_eq!(workspace(&untouched).draft.basics.unit, "日志");
    // A save that reaches the slots alone is no reason to say that it is kept.
    update(&mut model, Message::Edited(Edit::Set(Field::Unit, "甲".into())));
    update(&mut model, Message::SaveDue);
    update(&mut model, Message::SaveFailed(id(), 2, StorageFault::SlotsOnly));
    assert_eq!(workspace(&model).saving, alone);
    update(&mut model, Message::DraftSaved(id(), saved_at(), 2));
    assert_eq!(workspace(&model).saving, alone);
    // When it is back, everything is written again.
    let effects = update(&mut model, Message::JournalStands(Journal::Open));
    assert!(
        matches!(&effects[..], [Effect::SaveDraft(_, draft, stamp, Reach::Both), Effect::SeekDiverged(_)] if draft.basics.unit == "甲" && stamp.sequence == 3),
        "{effects:?}"
    );
    update(&mut model, Message::DraftSaved(id(), saved_at(), 3));
    assert_eq!(workspace(&model).saving, Saving::Saved(saved_at()));
    assert_eq!(model.fault(), None);
}

#[test]
fn a_draft_that_only_the_journal_may_have_is_waited_for() {
    let mut model = Model::default();
    update(&mut model, Message::JournalStands(Journal::Shut));
    update(&mut model, Message::RouteChanged(Route::Draft(id(), Page::Overview)));
    let gone = |model: &mut Model| update(model, Message::DraftRead(id(), Err(StorageFault::NotYet)));
    assert!(gone(&mut model).is_empty());
    assert!(model.notice.as_ref().is_some_and(|notice| notice.text.contains("重试")));
    let effects = update(&mut model, Message::JournalStands(Journal::Open));
    assert!(matches!(&effects[..], [.., Effect::ReadDraft(_)]), "{effects:?}");
    assert!(matches!(&gone(&mut model)[..], [Effect::ReadDraft(_)]));
}

#[test]
fn a_draft_of_which_two_states_are_kept_says_so_when_it_is_opened() {
    for diverged in [0, 1] {
        let mut model = Model::default();
        update(&mut model, Message::RouteChanged(Route::Draft(id(), Page::Overview)));
        let mut read = kept(sample(), 1);
        read.diverged = diverged;
        update(&mut model, Message::DraftRead(id(), Ok(read)));
        let remedy = model.notice.as_ref().and_then(|notice| notice.remedy.clone());
        assert_eq!(remedy, (diverged > 0).then(|| Remedy::SeeVersions(id())));
        let effects = update(&mut model, Message::RemedyTaken);
        let versions = Effect::Navigate(Route::Draft(id(), Page::Versions));
        assert_eq!(effects.contains(&versions), diverged > 0);
    }
}
