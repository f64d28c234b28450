//! 抢编辑权: a page that asks for the pen of a draft again and again, or takes it, keeps nobody from writing.

use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::values::calendar::Moment;
use jiping::state::model::effect::Effect;
use jiping::state::model::kept::Pen;
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::update::update::update;

use crate::drafts::{kept, opened, sample};

fn at(minute: u32) -> Moment {
    Moment::new(format!("2023-03-18T10:{minute:02}:00"))
}

fn pen(model: &Model) -> (Pen, bool) {
    let workspace = model.workspace.as_ref().unwrap();
    (workspace.pen, workspace.contest.is_on())
}

fn typed(model: &mut Model, text: &str) {
    update(model, Message::Edited(Edit::Set(Field::WorkOverview, text.into())));
}

/// Another window asks or takes, and the pen comes back.
fn taken(model: &mut Model, minute: u32, by_force: bool) -> bool {
    let id = model.workspace.as_ref().unwrap().id.clone();
    let message = match by_force {
        true => Message::PenLost(id.clone(), at(minute)),
        false => Message::PenWanted(id.clone(), at(minute)),
    };
    let effects = update(model, message);
    let yields = by_force || effects.iter().any(|effect| matches!(effect, Effect::YieldPen(_)));
    if yields {
        let draft = Draft::clone(&model.workspace.as_ref().unwrap().kept());
        update(model, Message::PenTaken(id, Ok(kept(draft, 9))));
    }
    yields
}

#[test]
fn a_page_that_only_asks_is_not_answered_for_ever() {
    let check = |minutes: &[u32], answered: &[bool]| {
        let mut model = opened();
        let found: Vec<bool> = minutes.iter().map(|minute| taken(&mut model, *minute, false)).collect();
        assert_eq!(found, answered, "{minutes:?}");
        assert_eq!(pen(&model).0, Pen::Here);
        typed(&mut model, "仍然能写");
        assert_eq!(model.workspace.as_ref().unwrap().text(Field::WorkOverview), "仍然能写");
    };
    check(&[0], &[true]);
    check(&[0, 0, 0, 0, 0, 0], &[true, true, false, false, false, false]);
    check(&[0, 2, 5, 6], &[true, true, false, false]);
    // Somebody who goes from one window to the other now and then is answered every time.
    check(&[0, 6, 12, 18, 24], &[true; 5]);
    check(&[0, 1, 7, 8, 14], &[true; 5]);
}

#[test]
fn the_pen_is_handed_on_when_typing_rests() {
    let mut model = opened();
    let id = model.workspace.as_ref().unwrap().id.clone();
    let yields = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::YieldPen(_)));
    for (minute, rest) in [(0, Message::SettleDue), (10, Message::PageHidden)] {
        typed(&mut model, &format!("第{minute}分钟写的"));
        assert!(!taken(&mut model, minute, false));
        assert!(!yields(&update(&mut model, Message::SaveDue)));
        // Who has asked is not forgotten, and gets what was written, once.
        let effects = update(&mut model, rest);
        assert!(
            matches!(&effects[..], [Effect::SaveDraft(..), .., Effect::YieldPen(_)]),
            "{effects:?}"
        );
        assert_eq!(pen(&model).0, Pen::Elsewhere);
        let draft = Draft::clone(&model.workspace.as_ref().unwrap().kept());
        update(&mut model, Message::PenTaken(id.clone(), Ok(kept(draft, 9))));
        assert!(!yields(&update(&mut model, Message::SettleDue)));
    }
    // One that asks too often is not remembered.
    typed(&mut model, "接着写");
    for _ in 0..3 {
        assert!(!taken(&mut model, 20, false));
    }
    assert!(!yields(&update(&mut model, Message::SettleDue)));
}

#[test]
fn what_was_read_while_looking_on_comes_too_late_for_who_writes() {
    let mut model = opened();
    assert!(taken(&mut model, 0, false));
    typed(&mut model, "拿回来以后写的");
    let id = model.workspace.as_ref().unwrap().id.clone();
    update(&mut model, Message::DraftFollowed(id, elsewhere()));
    assert_eq!(pen(&model).0, Pen::Here);
    assert_eq!(
        model.workspace.as_ref().unwrap().text(Field::WorkOverview),
        "拿回来以后写的"
    );
}

#[test]
fn a_window_that_is_robbed_offers_to_go_on_with_everything_typed() {
    let mut model = opened();
    for round in 0..3 {
        assert_eq!(pen(&model), (Pen::Here, false));
        typed(&mut model, &format!("第{round}轮写的"));
        if round < 2 {
            taken(&mut model, round, true);
        }
    }
    let id = model.workspace.as_ref().unwrap().id.clone();
    update(&mut model, Message::PenLost(id.clone(), at(3)));
    assert_eq!(pen(&model), (Pen::Elsewhere, true));
    // What the other page writes meanwhile is shown, and does not take the place of what was typed here.
    update(&mut model, Message::DraftFollowed(id, elsewhere()));
    let effects = update(&mut model, Message::BranchPressed);
    let [Effect::PlaceDraft(draft)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(draft.text(Field::WorkOverview), "第2轮写的");
    assert!(draft.text(Field::DraftName).ends_with("（另存）"));
}

#[test]
fn the_offer_goes_when_peace_has_come() {
    let mut model = opened();
    for _ in 0..3 {
        taken(&mut model, 0, true);
    }
    assert_eq!(pen(&model), (Pen::Here, true));
    typed(&mut model, "接着写");
    let effects = update(&mut model, Message::BranchPressed);
    assert!(matches!(&effects[..], [.., Effect::PlaceDraft(draft)] if draft.text(Field::WorkOverview) == "接着写"));
    let id = model.workspace.as_ref().unwrap().id.clone();
    update(&mut model, Message::DraftSaved(id.clone(), at(4), 9));
    assert!(pen(&model).1);
    update(&mut model, Message::DraftSaved(id, at(6), 9));
    assert!(!pen(&model).1);
}

fn elsewhere() -> jiping::state::model::kept::Kept {
    let mut draft = sample();
    draft.apply(&Edit::Set(Field::WorkOverview, "别处写的".into()));
    let mut kept = kept(draft, 20);
    kept.pen = Pen::Elsewhere;
    kept
}
