//! 帮助, the hints of first use, 显示比例, and the way from the preview into a project's form.

use jiping::documents::project_file::pack;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::input::Choice;
use jiping::domain::values::shared::Shared;
use jiping::pages::help::texts::{HelpLine, found, help};
use jiping::state::model::effect::Effect;
use jiping::state::model::help::{Hints, Topic};
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay};
use jiping::state::model::route::{Page, Route};
use jiping::state::model::zoom::Zoom;
use jiping::state::update::update::update;

use crate::drafts::{id, opened};

#[test]
fn every_topic_says_what_a_page_is_for_and_gives_an_example() {
    for topic in Topic::ALL {
        let text = help(*topic);
        assert!(
            text.hint.chars().count() >= 6,
            "{topic:?} has no sentence for first use"
        );
        assert!(!text.sections.is_empty(), "{topic:?}");
        for section in &text.sections {
            assert!(!section.lines.is_empty(), "{topic:?}: {}", section.heading);
        }
        let has = |heading: &str| text.sections.iter().any(|section| section.heading == heading);
        let is_part = Chapter::ALL.iter().any(|chapter| Topic::of(&at(*chapter)) == *topic);
        if is_part {
            for heading in ["这一部分做什么", "审核看什么", "例子"] {
                assert!(has(heading), "{topic:?} lacks {heading}");
            }
        }
    }
    let keys = help(Topic::Keys).sections;
    assert!(
        keys.iter()
            .flat_map(|section| &section.lines)
            .all(|line| matches!(line, HelpLine::Key(..)))
    );
}

fn at(chapter: Chapter) -> Route {
    Route::Draft(id(), Page::Chapter(chapter))
}

#[test]
fn a_search_finds_the_topics_that_say_all_words() {
    let check = |wanted: &str, first: Option<Topic>| {
        assert_eq!(found(wanted).first().map(|(topic, _)| *topic), first, "{wanted}");
    };
    check("", None);
    check("没有这样的词", None);
    check("资金", Some(Topic::Budget));
    check("满意度 问卷", Some(Topic::Indicators));
    check("f8 上一条", Some(Topic::Checks));
    let line = found("分母").first().map(|(_, line)| *line);
    assert_eq!(line, Some("执行率的分母是调整预算数，不是年初预算数。"));
}

#[test]
fn the_keys_open_help_and_close_it() {
    let mut model = opened();
    update(&mut model, Message::RouteChanged(at(Chapter::Budget)));
    update(&mut model, Message::HelpPressed(false));
    assert_eq!(model.overlay, Some(Overlay::Help(Topic::Budget)));
    update(&mut model, Message::HelpPressed(true));
    assert_eq!(model.overlay, Some(Overlay::Help(Topic::Keys)));
    let effects = update(&mut model, Message::HelpPressed(true));
    assert_eq!(
        (model.overlay.clone(), effects),
        (None, vec![Effect::FocusElement("help")])
    );
    update(&mut model, Message::HelpSought(Topic::About));
    update(&mut model, Message::EscapePressed);
    assert_eq!(model.overlay, None);
}

#[test]
fn a_hint_that_was_put_away_stays_away() {
    let mut model = Model::default();
    assert!(model.hints.shows(Topic::Budget));
    update(&mut model, Message::HintPutAway(Topic::Budget));
    let effects = update(&mut model, Message::HintPutAway(Topic::Checks));
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::KeepHints(text) => Some(text.clone()),
        _ => None,
    });
    let read = Hints::read(&kept.unwrap());
    assert_eq!(read, model.hints);
    assert!(!read.shows(Topic::Budget) && !read.shows(Topic::Checks) && read.shows(Topic::Basics));
    update(&mut model, Message::HintsSet(false));
    assert!(Topic::ALL.iter().all(|topic| !model.hints.shows(*topic)));
    assert_eq!(Hints::read(&model.hints.kept()), model.hints);
    update(&mut model, Message::HintsSet(true));
    assert!(model.hints.shows(Topic::Budget));
}

#[test]
fn sizes_go_by_steps_and_pages_fit_their_room() {
    for (shown, larger, smaller) in [
        (92, 100, 90),
        (100, 110, 90),
        (200, 200, 175),
        (50, 67, 50),
        (240, 240, 200),
    ] {
        assert_eq!(Zoom::larger(shown), Zoom::Percent(larger), "{shown}");
        assert_eq!(Zoom::smaller(shown), Zoom::Percent(smaller), "{shown}");
    }
    for (zoom, room, expected) in [
        (Zoom::Fit, 1050, 500),
        (Zoom::Fit, 4200, 1000),
        (Zoom::Width, 3150, 1500),
        (Zoom::Width, 0, 200),
        (Zoom::Percent(125), 10, 1250),
    ] {
        assert_eq!(zoom.of_page(room, 2100), expected, "{zoom:?} in {room}");
    }
    assert_eq!(Zoom::Fit.of_page(100, 0), 1000);
    for zoom in [Zoom::Fit, Zoom::Width, Zoom::Percent(125)] {
        assert_eq!(Zoom::read(&zoom.code()), zoom);
    }
    assert_eq!(Zoom::read("大"), Zoom::Fit);
    assert_eq!(Zoom::read("9000"), Zoom::Fit);
}

#[test]
fn a_piece_of_an_annexed_form_leads_into_the_form() {
    let mut model = opened();
    let form = pack::new_draft(ReportKind::Project, None);
    update(&mut model, Message::Edited(Edit::TakeForm(None, Shared::new(form))));
    let form = model.workspace.as_ref().unwrap().draft.forms[0].id;
    let effects = update(&mut model, Message::LeadFollowed(Some(form), Field::ProjectTitle, 3));
    assert_eq!(model.workspace.as_ref().unwrap().form(), Some(form));
    assert!(effects.contains(&Effect::Focus(Field::ProjectTitle)));
    update(&mut model, Message::FormClosed);
    update(&mut model, Message::LeadFollowed(None, Field::WorkOverview, 0));
    assert_eq!(model.workspace.as_ref().unwrap().form(), None);
}

#[test]
fn a_form_of_a_project_has_its_name_and_money_and_both_are_edited_as_one() {
    let mut model = opened();
    let draft = |model: &Model| model.workspace.as_ref().unwrap().kept();
    let project = draft(&model).projects.rows[0].id;
    let name = draft(&model).projects.rows[0].name.clone();
    update(&mut model, Message::FormAdded(Some(project)));
    let shown = model.workspace.as_ref().unwrap().draft.clone();
    assert_eq!(shown.basics.project, name);
    assert_eq!(shown.basics.competent_department, draft(&model).basics.unit);
    let set = |model: &mut Model, field, text: &str| {
        update(model, Message::Edited(Edit::Set(field, text.into())));
    };
    set(&mut model, Field::ProjectTitle, "改过的项目");
    assert_eq!(draft(&model).projects.rows[0].name, "改过的项目");
    update(&mut model, Message::UndoPressed);
    assert_eq!(draft(&model).projects.rows[0].name, name);
    update(&mut model, Message::FormClosed);
    set(&mut model, Field::ProjectAmount(project), "12.5");
    let form = draft(&model).forms[0].draft.clone();
    let executed = form.budget.total(jiping::domain::draft::budget::Column::Executed);
    assert_eq!(executed.map(|amount| amount.printed()), Some("12.50".into()));
    // A list that a table replaces takes the forms along.
    update(&mut model, Message::Edited(Edit::Remove(List::Projects, project)));
    assert_eq!(draft(&model).forms[0].draft.basics.project, name);
}
