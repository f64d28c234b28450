//! 查找: every label of the product is found by each way of typing it, and what is chosen happens.

use std::collections::BTreeSet;
use std::rc::Rc;

use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::state::model::effect::{Effect, Export};
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay};
use jiping::state::model::palette::{Action, Entry, Found, Kind, Target, found};
use jiping::state::model::route::{Page, Route};
use jiping::state::model::workspace::{Saving, Workspace};
use jiping::state::update::update::update;
use pinyin::ToPinyinMulti;

use crate::drafts;

/// A model in which this draft is open.
fn open(draft: Draft) -> Model {
    let mut model = drafts::opened();
    let workspace = Workspace::open(drafts::id(), drafts::kept(draft, 1), Saving::Pending);
    model.workspace = Some(Rc::new(workspace));
    model
}

/// What 查找 offers over a draft.
fn offered(draft: Draft) -> (Model, Vec<Entry>) {
    let mut model = open(draft);
    update(&mut model, Message::CheckPressed);
    update(&mut model, Message::PaletteSought);
    let Some(Overlay::Palette(entries)) = model.overlay.clone() else {
        panic!("查找 is not open");
    };
    (model, entries.to_vec())
}

/// A label spelled: each character by a choice among its readings, as a whole or by its first letter.
fn spelled(label: &str, last: bool, whole: impl Fn(usize) -> Way) -> String {
    let signs = label.chars().filter(|sign| sign.is_alphanumeric());
    signs
        .enumerate()
        .map(|(place, sign)| {
            let mut readings: Vec<String> = Vec::new();
            readings.extend(
                sign.to_pinyin_multi()
                    .into_iter()
                    .flatten()
                    .map(|reading| reading.plain().replace('ü', "v")),
            );
            // The rarer half of the standard has one reading in the table.
            let known = jiping::documents::pinyin::readings::readings(sign).len();
            readings.truncate(known.max(1));
            let reading = if last { readings.last() } else { readings.first() };
            match (reading, whole(place)) {
                (Some(reading), Way::Pinyin) => reading.clone(),
                (Some(reading), Way::Initial) => reading.chars().take(1).collect(),
                _ => sign.to_string(),
            }
        })
        .collect()
}

#[derive(Clone, Copy)]
enum Way {
    Character,
    Pinyin,
    Initial,
}

/// The place of a label among what is listed, from one.
fn place(entries: &[Entry], typed: &str, label: &str) -> Option<usize> {
    let found = found(entries, typed, &Found::default(), 24);
    let best = found.best.iter().position(|place| entries[*place].label == label);
    best.map(|place| place + 1)
}

#[test]
fn four_hundred_labels_are_among_the_first_three_by_each_way() {
    let mut labels = BTreeSet::new();
    let mut missed = Vec::new();
    for draft in [drafts::sample(), drafts::fixture("clean/renewal-project-2023.json")] {
        let (_, entries) = offered(draft);
        let own: BTreeSet<&str> = entries.iter().map(|entry| entry.label.as_str()).collect();
        for label in own {
            labels.insert(label.to_owned());
            let ways: [(&str, String); 7] = [
                ("characters", label.to_owned()),
                ("pinyin", spelled(label, false, |_| Way::Pinyin)),
                ("initials", spelled(label, false, |_| Way::Initial)),
                (
                    "pinyin and initials",
                    spelled(
                        label,
                        false,
                        |place| if place % 2 == 0 { Way::Pinyin } else { Way::Initial },
                    ),
                ),
                (
                    "characters and pinyin",
                    spelled(
                        label,
                        false,
                        |place| if place % 3 == 0 { Way::Character } else { Way::Pinyin },
                    ),
                ),
                ("other readings", spelled(label, true, |_| Way::Pinyin)),
                ("initials of other readings", spelled(label, true, |_| Way::Initial)),
            ];
            for (way, typed) in ways {
                let place = place(&entries, &typed, label);
                if place.is_none_or(|place| place > 3) {
                    missed.push(format!("{label} by {way}, {typed}: {place:?}"));
                }
            }
        }
    }
    assert!(labels.len() >= 400, "only {} labels", labels.len());
    assert!(
        missed.is_empty(),
        "{} of {}:\n{}",
        missed.len(),
        labels.len(),
        missed.join("\n")
    );
}

#[test]
fn typing_on_finds_what_typing_at_once_finds() {
    let (_, entries) = offered(drafts::sample());
    for typed in ["zhixinglv", "执行率", "qzmyd", "daochu w", "资金 执行", "xyz"] {
        let mut grown = Found::default();
        for end in typed.char_indices().map(|(start, c)| start + c.len_utf8()) {
            grown = found(&entries, &typed[..end], &grown, 24);
        }
        assert_eq!(grown, found(&entries, typed, &Found::default(), 24), "{typed}");
    }
}

#[test]
fn what_is_typed_finds_what_is_meant() {
    let (_, entries) = offered(drafts::sample());
    let check = |typed: &str, kind: Kind, label: &str| {
        let found = found(&entries, typed, &Found::default(), 24);
        let first = found.best.first().map(|place| &entries[*place]);
        assert_eq!(
            first.map(|entry| (entry.kind, entry.label.as_str())),
            Some((kind, label)),
            "{typed}"
        );
    };
    check("zjsz", Kind::Page, "资金收支");
    check("预览", Kind::Page, "预览与导出");
    check("word", Kind::Action, "导出 Word 文档");
    check("dayin", Kind::Action, "打印报告");
    check("zxl", Kind::Figure, "执行率");
    check("danwei quancheng", Kind::Field, "单位全称");
    check("nshejigou", Kind::Field, "内设机构");
    check("xjbg", Kind::Page, "新建报告");
}

#[test]
fn what_is_chosen_happens_and_a_question_is_answered_first() {
    let chosen = |target: Target| {
        let (mut model, _) = offered(drafts::sample());
        let effects = update(&mut model, Message::PaletteChosen(target));
        (model, effects)
    };
    let page = Route::Draft(drafts::id(), Page::Checks);
    let (model, effects) = chosen(Target::Route(page.clone()));
    assert_eq!((model.overlay, effects), (None, vec![Effect::Navigate(page)]));
    let field = Field::Rows(List::Problems);
    let (_, effects) = chosen(Target::Field(field));
    assert!(effects.contains(&Effect::Focus(field)), "{effects:?}");
    let (model, _) = chosen(Target::Action(Action::Replace));
    assert_eq!(model.overlay, Some(Overlay::Replace(String::new())));
    let (_, effects) = chosen(Target::Action(Action::Export(Export::ProjectFile)));
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::Download(..))),
        "{effects:?}"
    );

    let (mut model, _) = offered(drafts::sample());
    update(&mut model, Message::WordsSought("白云".into()));
    assert_eq!(model.overlay, Some(Overlay::Replace("白云".into())));
    // Neither key takes a question away that waits for its answer.
    let asked = Some(Overlay::Lock(jiping::state::model::locking::Asking::Open));
    model.overlay = asked.clone();
    update(&mut model, Message::PaletteSought);
    update(&mut model, Message::WordsSought(String::new()));
    assert_eq!(model.overlay, asked);
    // The key that opens it closes it.
    model.overlay = None;
    update(&mut model, Message::PaletteSought);
    update(&mut model, Message::PaletteSought);
    assert_eq!(model.overlay, None);
}

#[test]
fn what_can_be_taken_back_is_offered() {
    let mut model = open(drafts::sample());
    update(&mut model, Message::Edited(Edit::Set(Field::Unit, "改过的单位".into())));
    update(&mut model, Message::PaletteSought);
    let Some(Overlay::Palette(entries)) = &model.overlay else {
        panic!()
    };
    assert!(entries.iter().any(|entry| entry.target == Target::Action(Action::Undo)));
    assert!(!entries.iter().any(|entry| entry.target == Target::Action(Action::Redo)));
}

#[test]
#[ignore = "takes time by the clock: cargo test --release --test state palette -- --ignored --nocapture"]
fn what_a_key_costs_with_two_thousand_indicators() {
    let mut draft = drafts::sample();
    while draft.indicators.len() < 2_000 {
        let rows = draft.indicators.clone();
        draft.apply(&Edit::TakeIndicators(rows.iter().map(|row| (**row).clone()).collect()));
    }
    let start = std::time::Instant::now();
    let (_, entries) = offered(draft);
    println!(
        "{} entries, with opening and checks {:?}",
        entries.len(),
        start.elapsed()
    );
    for typed in ["zhixinglv", "z", "的", "shdz", "wcqk"] {
        let mut grown = Found::default();
        for end in typed.char_indices().map(|(start, c)| start + c.len_utf8()) {
            let start = std::time::Instant::now();
            grown = found(&entries, &typed[..end], &grown, 12);
            println!("{}: {:?}, {} found", &typed[..end], start.elapsed(), grown.count());
        }
    }
}
