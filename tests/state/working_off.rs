//! Working findings off, played without a browser: the page 检查, stepping, setting aside, the last look.

use crate::drafts::{id, kept, opened, sample, set};
use crate::worked::{FIRST, a4, adjust, finding, go, plant, type_in, workspace};
use jiping::domain::checks::finding::catalogue::Topic;
use jiping::domain::checks::finding::finding::{Code, Severity};
use jiping::domain::checks::findings::Findings;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::values::row::{Direction, Id};
use jiping::domain::values::shared::Shared;
use jiping::state::model::departure::Departure;
use jiping::state::model::effect::Effect;
use jiping::state::model::last_look::LastLook;
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay, Remedy};
use jiping::state::model::route::{Page, Route};
use jiping::state::model::working_off::{Filter, Standing};
use jiping::state::update::update::update;

#[test]
fn the_summary_takes_the_focus_when_checks_are_asked_for() {
    let mut model = opened();
    let summary = Effect::FocusElement("error-summary");
    assert_eq!(go(&mut model, Page::Checks).last(), Some(&summary));
    assert!(workspace(&model).checked);
    // Pressed again on the page, and from another.
    assert_eq!(update(&mut model, Message::CheckPressed).last(), Some(&summary));
    go(&mut model, Page::Preview);
    let checks = Route::Draft(id(), Page::Checks);
    assert_eq!(update(&mut model, Message::CheckPressed), [Effect::Navigate(checks)]);
    // Where nothing is wrong, the heading does.
    plant(&mut model, vec![finding(Code::C9, FIRST, "甲。")]);
    go(&mut model, Page::Checks);
    assert_eq!(
        update(&mut model, Message::CheckPressed).last(),
        Some(&Effect::FocusPage)
    );
    // Opened at once, as after a reload.
    let mut model = Model::default();
    go(&mut model, Page::Checks);
    let effects = update(&mut model, Message::DraftRead(id(), Ok(kept(sample(), 1))));
    assert_eq!(effects.last(), Some(&summary));
}

#[test]
fn filters_narrow_each_other() {
    let all = [
        finding(Code::A4, Field::AdjustmentReason, "甲。"),
        finding(Code::C8, Field::Rows(List::Indicators), "乙。"),
        finding(Code::C9, Field::Rows(List::Indicators), "丙。").as_advice(),
        finding(Code::B10, Field::Rows(List::Problems), "丁。"),
    ];
    let check = |filter: Filter, expected: &[Code]| {
        let shown = all.iter().filter(|finding| filter.shows(finding));
        let codes: Vec<Code> = shown.map(|finding| finding.code).collect();
        assert_eq!(codes, expected, "{filter:?}");
    };
    let any = Filter::default();
    check(any, &[Code::A4, Code::C8, Code::C9, Code::B10]);
    let warnings = Filter {
        severity: Some(Severity::Warning),
        ..any
    };
    check(warnings, &[Code::C8, Code::B10]);
    let doubts = Filter { doubts: true, ..any };
    check(doubts, &[Code::C8, Code::B10]);
    let evidence = Filter {
        topic: Some(Topic::Evidence),
        ..any
    };
    check(evidence, &[Code::C8, Code::C9]);
    let here = Filter {
        chapter: Some(Chapter::Indicators),
        ..warnings
    };
    check(here, &[Code::C8]);
    check(
        Filter {
            topic: Some(Topic::Money),
            ..here
        },
        &[],
    );
}

#[test]
fn a_finding_is_set_aside_with_a_reason_and_comes_back_when_it_changes() {
    let mut model = opened();
    go(&mut model, Page::Checks);
    let id = a4(&model).expect("the budget was adjusted by far");
    let aside = |model: &Model| -> Vec<(String, Standing)> {
        let rows = workspace(model).aside_rows();
        rows.into_iter().map(|row| (row.row.reason, row.standing)).collect()
    };
    // Not without a reason.
    for blank in ["", " 　\n"] {
        let refused = update(&mut model, Message::FindingSetAside(id.clone(), blank.into()));
        assert_eq!((refused, aside(&model)), (vec![], vec![]), "{blank:?}");
    }
    let reason = "区财政追加，文号待补";
    update(&mut model, Message::FindingSetAside(id.clone(), format!(" {reason} ")));
    assert_eq!(
        (a4(&model), aside(&model)),
        (None, vec![(reason.into(), Standing::Held)])
    );
    assert_eq!(
        model.notice.as_ref().and_then(|notice| notice.remedy.clone()),
        Some(Remedy::Undo)
    );
    // The reason can be changed; without one the finding is listed again, and the row stays to be typed in.
    let row = workspace(&model).draft.set_aside[0].id;
    type_in(&mut model, Field::SetAsideReason(row), "");
    assert_eq!(a4(&model), Some(id.clone()));
    assert_eq!(aside(&model), [(String::new(), Standing::Unexplained)]);
    type_in(&mut model, Field::SetAsideReason(row), reason);
    assert_eq!(
        (a4(&model), aside(&model)),
        (None, vec![(reason.into(), Standing::Held)])
    );
    // Another number: another sentence.
    adjust(&mut model, "22000");
    assert!(a4(&model).is_some());
    assert_eq!(aside(&model), [(reason.into(), Standing::Changed)]);
    // Set aside anew with another reason: the old row has nothing to say any more once it goes.
    adjust(&mut model, "21015.64");
    assert_eq!(aside(&model), [(reason.into(), Standing::Held)]);
    // Put right: the row has gone from sight, and comes back with the fault.
    type_in(&mut model, Field::AdjustmentReason, "年中追加。");
    assert_eq!((a4(&model), aside(&model)), (None, vec![]));
    update(&mut model, Message::UndoPressed);
    assert_eq!(aside(&model), [(reason.into(), Standing::Held)]);
    let effects = update(&mut model, Message::FindingRestored(row));
    assert_eq!(effects.last(), Some(&Effect::FocusElement("checks-title")));
    assert_eq!((a4(&model), aside(&model)), (Some(id), vec![]));
    update(&mut model, Message::UndoPressed);
    assert_eq!(aside(&model), [(reason.into(), Standing::Held)]);
}

#[test]
fn a_fix_is_a_step_of_its_own_and_is_done_once() {
    let mut model = opened();
    let fixed = finding(Code::E2, FIRST, "甲。").with_fix("改为“乙”", Edit::Set(FIRST, "乙".into()));
    plant(&mut model, vec![fixed.clone()]);
    update(&mut model, Message::Edited(Edit::Set(FIRST, "甲".into())));
    update(&mut model, Message::ChecksDue);
    let before = workspace(&model).draft.basics.unit.clone();
    plant(&mut model, vec![fixed.clone()]);
    update(&mut model, Message::FixPressed(fixed.id()));
    assert_eq!(
        (workspace(&model).text(FIRST).as_str(), &workspace(&model).typing),
        ("乙", &None)
    );
    assert!(model.notice.as_ref().unwrap().text.contains("改为“乙”"));
    // The finding has gone with it; a second press of the same button does nothing.
    assert_eq!(update(&mut model, Message::FixPressed(fixed.id())), []);
    update(&mut model, Message::UndoPressed);
    assert_eq!(workspace(&model).draft.basics.unit, before);
}

#[test]
fn the_keys_lead_from_one_finding_to_the_next() {
    let mut model = opened();
    let planted = || {
        vec![
            finding(Code::C8, Field::Rows(List::Indicators), "丁。"),
            finding(Code::E2, Field::Unit, "甲。"),
            finding(Code::A4, Field::AdjustmentReason, "乙。"),
            finding(Code::A5, Field::AdjustmentReason, "还缺数。"),
            finding(Code::A10, Field::ExecutionReason, "丙。"),
        ]
    };
    plant(&mut model, planted());
    let step = |model: &mut Model, direction: Direction, sentence: &str, place: usize| {
        let effects = update(model, Message::FindingStepped(direction));
        let stop = workspace(model).stop.clone().expect("a stop");
        assert_eq!(
            (stop.id.message.as_str(), workspace(model).stop_place()),
            (sentence, Some(place))
        );
        assert_eq!(effects.last(), Some(&Effect::Focus(stop.id.field)));
        for effect in effects {
            if let Effect::Navigate(route) = effect {
                update(model, Message::RouteChanged(route));
            }
        }
    };
    use Direction::{Down, Up};
    for (direction, sentence, place) in [
        (Down, "甲。", 0),
        (Down, "乙。", 1),
        // What is merely missing is counted everywhere, and so gone to.
        (Down, "还缺数。", 2),
        (Up, "乙。", 1),
        (Down, "还缺数。", 2),
        (Down, "丙。", 3),
        (Down, "丁。", 4),
        (Down, "甲。", 0),
        (Up, "丁。", 4),
    ] {
        step(&mut model, direction, sentence, place);
    }
    // Another page ends it; there the next one is that of the page.
    go(&mut model, Page::Chapter(Chapter::Budget));
    assert_eq!(workspace(&model).stop, None);
    step(&mut model, Up, "丙。", 3);
    go(&mut model, Page::Chapter(Chapter::Basics));
    go(&mut model, Page::Chapter(Chapter::Budget));
    step(&mut model, Down, "乙。", 1);
    // The figures in its sentence change: it is the same one.
    let mut changed = planted();
    changed[2].message = "乙，另一个数。".into();
    plant(&mut model, changed);
    assert_eq!(workspace(&model).stop_place(), Some(1));
    // It is put right: what took its place is next.
    let mut mended = planted();
    mended.remove(2);
    plant(&mut model, mended);
    assert_eq!(workspace(&model).stop_place(), None);
    step(&mut model, Down, "还缺数。", 1);
    step(&mut model, Down, "丙。", 2);
    // Not while a question is open; a drawer is no question.
    model.overlay = Some(Overlay::BeforeDeparture(Departure::Print));
    assert_eq!(update(&mut model, Message::FindingStepped(Down)), []);
    model.overlay = Some(Overlay::Live);
    step(&mut model, Down, "丁。", 3);
    assert_eq!(model.overlay, None);
    update(&mut model, Message::SteppingEnded);
    assert_eq!(workspace(&model).stop, None);
    plant(&mut model, vec![]);
    assert_eq!(update(&mut model, Message::FindingStepped(Down)), []);
    assert!(model.notice.unwrap().text.contains("没有要处理的"));
}

#[test]
fn the_last_look_tells_what_was_worked_off() {
    let of = |findings: &[(Code, Field, &str)]| Findings {
        general: Shared::new(
            findings
                .iter()
                .map(|(code, field, said)| finding(*code, *field, said))
                .collect(),
        ),
        ..Findings::default()
    };
    let a = (Code::A4, Field::AdjustmentReason, "甲 30%。");
    let (b, c) = (
        (Code::D1, Field::WorkOverview, "乙。"),
        (Code::D1, Field::WorkOverview, "丙。"),
    );
    let check = |before: &Findings, now: &Findings, sentence: &str, fresh: &[&str]| {
        let kept = LastLook::of(before).written().expect("short enough");
        let progress = LastLook::read(&kept).progress(now);
        let told: Vec<&str> = progress.fresh.iter().map(|id| id.message.as_str()).collect();
        assert_eq!((progress.sentence().as_str(), told), (sentence, fresh.to_vec()));
    };
    check(&of(&[a, b]), &of(&[a, b]), "和上次看时一样，还是 2 条。", &[]);
    check(&of(&[]), &of(&[]), "和上次看时一样，没有问题。", &[]);
    check(&of(&[a, b]), &of(&[b]), "上次看有 2 条：改好了 1 条。", &[]);
    check(&of(&[]), &of(&[b]), "上次看没有问题：新出现 1 条。", &["乙。"]);
    check(
        &of(&[a, b]),
        &of(&[b, c]),
        "上次看有 2 条：改好了 1 条，新出现 1 条。",
        &["丙。"],
    );
    // A number in the sentence changed: the same finding.
    let moved = (a.0, a.1, "甲 31%。");
    check(&of(&[a]), &of(&[moved]), "和上次看时一样，还是 1 条。", &[]);
    // Two of the same kind at one place, one of them mended.
    check(&of(&[b, c]), &of(&[c]), "上次看有 2 条：改好了 1 条。", &[]);
    let long: Vec<(Code, Field, &str)> = (0..2_000)
        .map(|place| (Code::D2, Field::Problem(Id(place)), "丁。"))
        .collect();
    assert_eq!(LastLook::of(&of(&long)).written(), None, "drafts need the room");
    assert_eq!(LastLook::read("乱\u{0}\n\nA4 x y").progress(&of(&[a])).fresh.len(), 1);
}

#[test]
fn the_last_look_is_kept_over_a_reload() {
    let mut model = opened();
    let look = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::KeepLook(_, text) => text.clone(),
            _ => None,
        })
    };
    let first = look(&go(&mut model, Page::Checks)).expect("something to keep");
    assert_eq!(workspace(&model).progress(), None, "nothing to compare with yet");
    let before = workspace(&model).findings.iter().count();
    go(&mut model, Page::Chapter(Chapter::Budget));
    type_in(&mut model, Field::AdjustmentReason, "年中追加。");
    go(&mut model, Page::Checks);
    let progress = workspace(&model).progress().expect("a look before");
    assert_eq!((progress.before, progress.mended, progress.fresh.len()), (before, 1, 0));
    // Setting aside is told apart from mending.
    let other = workspace(&model).findings.iter().next().expect("another finding").id();
    update(&mut model, Message::FindingSetAside(other, "另有说明".into()));
    go(&mut model, Page::Preview);
    go(&mut model, Page::Checks);
    let progress = workspace(&model).progress().expect("a look before");
    assert_eq!((progress.mended, progress.set_aside), (0, 1));
    // Another day.
    let mut again = Model::default();
    go(&mut again, Page::Checks);
    let mut kept = kept(sample(), 1);
    set(&mut kept.draft, Field::AdjustmentReason, "年中追加。");
    kept.look = Some(first);
    update(&mut again, Message::DraftRead(id(), Ok(kept)));
    let progress = workspace(&again).progress().expect("as it was kept");
    assert_eq!((progress.before, progress.mended), (before, 1));
}
