//! Scenarios of a user, played without a browser.

use jiping::documents::project_file::project_file;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List};
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::calendar::Moment;
use jiping::state::model::departure::Departure;
use jiping::state::model::effect::{Effect, Export, Reach, Rework};
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay, Tone};
use jiping::state::model::reports::StorageFault;
use jiping::state::model::route::{Page, Route};
use jiping::state::model::workspace::{Saving, file_name};
use jiping::state::update::update::update;

use crate::drafts::{id, kept, opened, sample, type_keys, workspace};

fn rate(model: &Model) -> String {
    printed(&workspace(model).evaluation, Figure::ExecutionRate).unwrap_or_else(|gap| format!("{gap:?}"))
}

fn executed(model: &Model) -> Field {
    Field::FundAmount(workspace(model).draft.budget.funds[0].id, Column::Executed)
}

#[test]
fn figures_follow_each_key_and_text_is_normalised_on_leaving() {
    let mut model = opened();
    let field = executed(&model);
    for (typed, rate_now) in [("19000", "94.16%"), ("1900", "12.79%"), ("1.9亿", "94.16%")] {
        update(&mut model, Message::Edited(Edit::Set(field, typed.into())));
        assert_eq!(
            (workspace(&model).text(field).as_str(), rate(&model).as_str()),
            (typed, rate_now)
        );
    }
    update(&mut model, Message::FieldLeft(field));
    assert_eq!(workspace(&model).text(field), "19,000.00");
}

#[test]
fn a_burst_of_typing_is_one_step_back() {
    let mut model = opened();
    let field = executed(&model);
    assert!(model.history.last().is_none());
    type_keys(&mut model, field, &["1", "12", "123"]);
    type_keys(&mut model, field, &["1234"]);
    type_keys(&mut model, Field::Unit, &["某单位"]);
    assert_eq!(
        model.history.last().map(|step| step.name.as_str()),
        Some("修改单位全称")
    );
    let check = |model: &mut Model, message: Message, executed: &str, unit: &str| {
        update(model, message);
        let found = (workspace(model).text(field), workspace(model).text(Field::Unit));
        assert_eq!((found.0.as_str(), found.1.as_str()), (executed, unit));
    };
    let full = sample().basics.unit;
    check(&mut model, Message::UndoPressed, "1,234.00", &full);
    check(&mut model, Message::UndoPressed, "123.00", &full);
    check(&mut model, Message::UndoPressed, "19,783.69", &full);
    check(&mut model, Message::UndoPressed, "19,783.69", &full);
    check(&mut model, Message::RedoPressed, "123.00", &full);
    check(&mut model, Message::RedoPressed, "1,234.00", &full);
    check(&mut model, Message::RedoPressed, "1,234.00", "某单位");
    // A new edit after going back cuts off what lay ahead.
    check(&mut model, Message::UndoPressed, "1,234.00", &full);
    type_keys(&mut model, field, &["5"]);
    assert!(model.history.next().is_none());
}

#[test]
fn changes_are_saved_soon_and_failures_keep_the_work() {
    let mut model = opened();
    let effects = update(&mut model, Message::Edited(Edit::Set(Field::Unit, "甲".into())));
    assert_eq!(
        (effects, &workspace(&model).saving),
        (vec![Effect::ScheduleSave, Effect::ScheduleChecks], &Saving::Pending)
    );
    let effects = update(&mut model, Message::SaveDue);
    assert!(
        matches!(&effects[..], [Effect::SaveDraft(_, draft, stamp, Reach::Journal)] if draft.basics.unit == "甲" && stamp.sequence == 2)
    );
    update(&mut model, Message::SaveFailed(id(), 2, StorageFault::Full));
    assert_eq!(workspace(&model).saving, Saving::Failed(StorageFault::Full));
    assert!(update(&mut model, Message::SaveDue).is_empty(), "nothing new to save");
    let effects = update(&mut model, Message::ExportPressed(Export::ProjectFile));
    assert!(
        matches!(&effects[..], [.., Effect::Download(_, draft, _, Export::ProjectFile)] if draft.basics.unit == "甲")
    );
    update(&mut model, Message::Edited(Edit::Set(Field::Unit, "乙".into())));
    let effects = update(&mut model, Message::PageHidden);
    assert!(
        matches!(&effects[..], [Effect::SaveDraft(_, _, stamp, Reach::Both), Effect::KeepHistory(..)] if stamp.sequence == 3)
    );
    update(
        &mut model,
        Message::DraftSaved(id(), Moment::new("2023-03-18T10:40:00"), 3),
    );
    assert!(matches!(&workspace(&model).saving, Saving::Saved(at) if at.time() == "10:40"));
    assert_eq!(workspace(&model).stamp.sequence, 3);
    // Typing the same text again changes nothing and saves nothing.
    assert!(update(&mut model, Message::Edited(Edit::Set(Field::Unit, "乙".into()))).is_empty());
}

#[test]
fn leaving_a_draft_saves_it_first() {
    let mut model = opened();
    update(&mut model, Message::Edited(Edit::Set(Field::Unit, "甲".into())));
    let effects = update(&mut model, Message::RouteChanged(Route::Start));
    assert!(
        matches!(
            &effects[..],
            [
                Effect::SaveDraft(..),
                Effect::KeepHistory(..),
                Effect::DropPen(_),
                Effect::ReadReports
            ]
        ),
        "{effects:?}"
    );
    assert!(model.workspace.is_none());
}

#[test]
fn findings_lead_to_their_fields() {
    let mut model = opened();
    let weight = Field::Indicator(workspace(&model).draft.indicators[4].id, IndicatorField::Weight);
    let effects = update(&mut model, Message::FieldSought(weight));
    assert_eq!(
        effects,
        [
            Effect::Navigate(Route::Draft(id(), Page::Chapter(Chapter::Indicators))),
            Effect::Focus(weight)
        ]
    );
    assert_eq!(workspace(&model).open_indicator, weight.indicator());
    update(
        &mut model,
        Message::RouteChanged(Route::Draft(id(), Page::Chapter(Chapter::Indicators))),
    );
    assert_eq!(
        update(&mut model, Message::FieldSought(weight)),
        [Effect::Focus(weight)]
    );
}

#[test]
fn a_new_row_takes_the_focus() {
    let mut model = opened();
    let effects = update(&mut model, Message::Edited(Edit::Add(List::Problems, None)));
    let row = workspace(&model).draft.problems.last().unwrap().id;
    assert_eq!(effects, [Effect::ScheduleSave, Effect::Focus(Field::Problem(row))]);
}

#[test]
fn what_is_merely_not_written_is_counted_at_once_and_told_at_its_field_when_asked() {
    let mut model = Model::default();
    update(
        &mut model,
        Message::DraftPlaced(id(), kept(crate::drafts::new(), 1), None),
    );
    update(
        &mut model,
        Message::RouteChanged(Route::Draft(id(), Page::Chapter(Chapter::Basics))),
    );
    // The panel and the list say as many before 检查 was opened as after it.
    let counted = |model: &Model| {
        let findings = &workspace(model).findings;
        (
            findings.iter().count(),
            workspace(model).found_in(Chapter::Basics).len(),
        )
    };
    let before = counted(&model);
    assert!(before.0 > 10 && before.1 > 0, "{before:?}");
    assert!(workspace(&model).told_at(Field::Unit).is_empty());
    update(&mut model, Message::RouteChanged(Route::Draft(id(), Page::Checks)));
    assert_eq!(counted(&model), before);
    assert!(!workspace(&model).told_at(Field::Unit).is_empty());
    // While a number is being typed its own message waits.
    let field = executed(&model);
    update(&mut model, Message::Edited(Edit::Set(field, "12x".into())));
    assert!(workspace(&model).told_at(field).is_empty());
    update(&mut model, Message::FieldLeft(field));
    assert!(
        workspace(&model)
            .told_at(field)
            .iter()
            .any(|finding| finding.message.contains("“12x”读不出来"))
    );
    assert_eq!(workspace(&model).text(field), "12x");
}

#[test]
fn files_open_or_say_why_not() {
    let check = |bytes: &[u8], words: &str| {
        let mut model = Model::default();
        let effects = update(&mut model, Message::FileRead("备份.json".into(), Ok(bytes.to_vec())));
        if words.is_empty() {
            assert!(matches!(&effects[..], [.., Effect::TakeIn(_)]), "{:?}", model.notice);
        } else {
            let notice = model.notice.expect("a sentence");
            assert!(
                effects.is_empty() && notice.tone == Tone::Warning && notice.text.contains(words),
                "{} lacks {words}",
                notice.text
            );
        }
    };
    let good = project_file::write(&sample(), "2023-03-18T10:32:00");
    check(good.as_bytes(), "");
    check(format!("\u{feff}{good}").as_bytes(), "");
    check(b"", "文件是空的");
    check(" \n ".as_bytes(), "文件是空的");
    check(b"PK\x03\x04....", "文件不完整或已损坏");
    check(b"\xff\xfe\x00\x01", "这是文本文件");
    check(b"\xff\x80\x00\x01", "认不出");
    check("今天天气不错".as_bytes(), "这是文本文件");
    check(b"{\"kind\":\"jiping-draft\",", "读不懂");
    check(b"{\"kind\":\"other\",\"version\":1,\"draft\":{}}", "不是绩评的项目文件");
    check(b"[[1,2,3]]", "不是绩评的项目文件");
    check(
        good.replace("\"version\":3", "\"version\":999").as_bytes(),
        "更新版本的绩评",
    );
    check(
        good.replace("\"version\":3", "\"version\":99999999999999999999")
            .as_bytes(),
        "不是绩评的项目文件",
    );
    check(
        good.replace("\"problems\":[", "\"problems\":[7,").as_bytes(),
        "有一处损坏",
    );
    check("[".repeat(100_000).as_bytes(), "读不懂");
    let mut model = Model::default();
    update(
        &mut model,
        Message::FileRead("大.json".into(), Err("文件超过 20 MB，不会是项目文件，请核对。".into())),
    );
    assert!(model.notice.unwrap().text.starts_with("“大.json”打不开：文件超过"));
}

#[test]
fn drafts_in_the_list() {
    let mut model = Model::default();
    update(&mut model, Message::OverlayOpened(Overlay::DraftMenu(id())));
    assert_eq!(
        update(&mut model, Message::NextYearPressed(id())),
        [Effect::Rework(id(), Rework::NextYear)]
    );
    assert!(model.overlay.is_none());
    assert_eq!(
        update(&mut model, Message::DeletePressed(id())),
        [Effect::DeleteDraft(id())]
    );
    update(&mut model, Message::DraftDeleted(id(), "原文".into()));
    assert_eq!(
        update(&mut model, Message::RemedyTaken),
        [Effect::RestoreDraft(id(), "原文".into())]
    );
    update(&mut model, Message::StorageRefused(StorageFault::Denied));
    assert!(model.storage.is_some() && model.reports.is_some());
}

/// Ctrl+P on any page of a report leads to its pages, and these are printed once they are there.
#[test]
fn printing_is_of_the_report_whatever_is_shown() {
    let check = |page: Option<Page>, leads: bool, then: Option<Page>, prints: bool| {
        let mut model = opened();
        let to = |page: Option<Page>| page.map_or(Route::Start, |page| Route::Draft(id(), page));
        model.route = to(page);
        let effects = update(&mut model, Message::PrintSought);
        let navigated = effects == [Effect::Navigate(to(Some(Page::Preview)))];
        assert_eq!(navigated, leads, "{page:?}: {effects:?}");
        if let Some(then) = then {
            update(&mut model, Message::RouteChanged(to(Some(then))));
            update(&mut model, Message::PagesCut);
        }
        // The sample has warnings, so it is asked first.
        let asks = matches!(model.overlay, Some(Overlay::BeforeDeparture(Departure::Print)));
        assert_eq!(asks, prints, "{page:?} then {then:?}");
        model.overlay = None;
        update(&mut model, Message::PagesCut);
        assert_eq!(model.overlay, None, "once is enough");
    };
    let budget = Some(Page::Chapter(Chapter::Budget));
    check(budget, true, Some(Page::Preview), true);
    check(Some(Page::Checks), true, Some(Page::Preview), true);
    // Somebody who went elsewhere meanwhile does not want it any more.
    check(budget, true, Some(Page::Chapter(Chapter::Work)), false);
    check(Some(Page::Preview), false, None, true);
    check(None, false, None, false);
}

#[test]
fn a_draft_that_cannot_be_kept_is_open_all_the_same() {
    let mut model = Model::default();
    let effects = update(
        &mut model,
        Message::DraftPlaced(id(), kept(sample(), 1), Some(StorageFault::Denied)),
    );
    assert!(matches!(&effects[..], [Effect::Navigate(_)]));
    assert_eq!(workspace(&model).saving, Saving::Failed(StorageFault::Denied));
    let mut model = Model {
        route: Route::Draft(id(), Page::Checks),
        ..Model::default()
    };
    let effects = update(&mut model, Message::DraftRead(id(), Err(StorageFault::Gone)));
    assert_eq!(effects, [Effect::Navigate(Route::Start)]);
    assert!(model.notice.unwrap().text.contains("不在这个浏览器里"));
}

#[test]
fn addresses_survive_the_way_through_the_browser() {
    for page in Page::of_kind(ReportKind::Department) {
        let route = Route::Draft(id(), page);
        assert_eq!(Route::from_hash(&route.hash()), route);
    }
    for (hash, route) in [
        ("#/recovery", Route::Recovery),
        ("#/draft1/versions", Route::Draft(id(), Page::Versions)),
        ("", Route::Start),
        ("#/", Route::Start),
        ("#/draft1/nowhere", Route::Draft(id(), Page::Chapter(Chapter::Basics))),
        ("#/../etc/basics", Route::Start),
        ("#f-Unit", Route::Start),
    ] {
        assert_eq!(Route::from_hash(hash), route, "{hash}");
    }
}

#[test]
fn file_names_hold_nothing_that_a_system_refuses() {
    let mut draft = sample();
    assert_eq!(
        file_name(&draft),
        "广州市白云区人民政府白云湖街道办事处2022年度部门整体支出绩效自评报告"
    );
    draft.basics.unit = "甲/乙:丙*?\"<>|\\丁".into();
    assert_eq!(file_name(&draft), "甲乙丙丁2022年度部门整体支出绩效自评报告");
}
