//! 新建报告: a few questions, then a draft by the scheme that was chosen.

use jiping::documents::project_file::pack;
use jiping::domain::draft::draft::{Draft, SchemeStanding};
use jiping::domain::draft::edit::Edit;
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::calendar::Moment;
use jiping::domain::values::shared::Shared;
use jiping::state::model::effect::Effect;
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::model::new_report::{Asked, NewReportMessage};
use jiping::state::model::packs::{Pack, Suits, offered};
use jiping::state::model::reports::DraftId;
use jiping::state::model::route::Route;
use jiping::state::update::update::update;

use crate::drafts::{built_in, id, kept, opened};

fn packs() -> Vec<Pack> {
    let own = Pack {
        id: DraftId::read("own1"),
        scheme: Shared::new(built_in("湖北")),
    };
    let packs = pack::built_in().into_iter().map(|scheme| Pack {
        id: None,
        scheme: Shared::new(scheme),
    });
    packs.chain([own]).collect()
}

fn said(model: &mut Model, message: NewReportMessage) -> Vec<Effect> {
    update(model, Message::NewReport(message))
}

/// The page, opened on a day, with what is remembered.
fn page(remembered: Option<&str>, today: &str) -> Model {
    let mut model = Model::default();
    let effects = update(&mut model, Message::RouteChanged(Route::New));
    assert!(effects.contains(&Effect::ReadNewReport) && effects.contains(&Effect::ReadPacks));
    update(&mut model, Message::PacksRead(packs()));
    said(
        &mut model,
        NewReportMessage::Opened(remembered.map(str::to_owned), Moment::new(today)),
    );
    if remembered.is_none() {
        said(&mut model, NewReportMessage::Typed(Asked::Unit, "某某县水利局".into()));
    }
    model
}

/// What 开始填写 makes, and what is remembered of it.
fn begun(model: &mut Model) -> (Draft, String) {
    let effects = said(model, NewReportMessage::Begun);
    let [Effect::KeepNewReport(text), Effect::PlaceDraft(draft)] = &effects[..] else {
        panic!("{effects:?}")
    };
    (Draft::clone(draft), text.clone())
}

#[test]
fn the_year_whose_report_is_due_is_filled_in() {
    let check = |today: &str, year: &str| {
        let model = page(None, today);
        assert_eq!(model.new_report.unwrap().year, year, "{today}");
    };
    check("2026-11-30T09:00:00", "2025");
    check("2026-01-04T09:00:00", "2025");
    check("2025-12-31T23:59:59", "2024");
    check("", "");
}

#[test]
fn an_office_gets_its_own_scheme_and_is_remembered() {
    let mut model = page(None, "2026-03-02T09:00:00");
    said(&mut model, NewReportMessage::Typed(Asked::Unit, "某某县教育局".into()));
    said(&mut model, NewReportMessage::Typed(Asked::Place, "湖北省黄石市".into()));
    said(&mut model, NewReportMessage::KindChosen(ReportKind::Project));
    let hubei = packs()
        .into_iter()
        .find(|pack| pack.id.is_none() && pack.name().starts_with("湖北"))
        .unwrap();
    said(&mut model, NewReportMessage::SchemeChosen(Some(hubei.key())));
    let (draft, remembered) = begun(&mut model);
    assert_eq!(draft.scheme.name, hubei.scheme.name);
    assert_eq!(draft.scheme_standing, SchemeStanding::Chosen);
    assert_eq!(
        (draft.basics.unit.as_str(), draft.basics.place.as_str()),
        ("某某县教育局", "湖北省黄石市")
    );
    assert_eq!(draft.basics.year.value().unwrap().get(), 2025);
    // Two years later everything but the year is still there.
    let model = page(Some(&remembered), "2028-03-02T09:00:00");
    let asked = model.new_report.unwrap();
    assert_eq!(
        (asked.unit.as_str(), asked.year.as_str(), asked.kind),
        ("某某县教育局", "2027", ReportKind::Project)
    );
    assert_eq!(asked.chosen(&packs()).unwrap().name(), hubei.name());
}

#[test]
fn without_a_choice_a_scheme_for_everyone_stands_in() {
    for kind in [ReportKind::Department, ReportKind::Project] {
        let mut model = page(None, "2026-03-02T09:00:00");
        // A scheme of the other document is no choice for this one.
        let other = packs().into_iter().find(|pack| pack.scheme.kind != kind).unwrap();
        said(&mut model, NewReportMessage::KindChosen(kind));
        said(&mut model, NewReportMessage::SchemeChosen(Some(other.key())));
        let (draft, _) = begun(&mut model);
        assert_eq!((draft.scheme.kind, draft.scheme.place.as_str()), (kind, "全国"));
        assert_eq!(draft.scheme_standing, SchemeStanding::Open);
    }
}

#[test]
fn a_year_that_cannot_be_read_is_put_right_first() {
    let mut model = page(None, "2026-03-02T09:00:00");
    said(&mut model, NewReportMessage::Typed(Asked::Year, "去年".into()));
    assert_eq!(
        said(&mut model, NewReportMessage::Begun),
        [Effect::FocusElement("new-year")]
    );
    said(&mut model, NewReportMessage::Typed(Asked::Year, "２０２４年度".into()));
    assert_eq!(begun(&mut model).0.basics.year.value().unwrap().get(), 2024);
}

#[test]
fn the_office_is_asked_for_until_it_is_said() {
    let mut model = page(None, "2026-03-02T09:00:00");
    said(&mut model, NewReportMessage::Typed(Asked::Unit, " ".into()));
    assert!(!model.new_report.as_ref().unwrap().lacks_unit());
    assert_eq!(
        said(&mut model, NewReportMessage::Begun),
        [Effect::FocusElement("new-unit")]
    );
    assert!(model.new_report.as_ref().unwrap().lacks_unit());
    said(&mut model, NewReportMessage::Typed(Asked::Unit, "某某县审计局".into()));
    assert!(!model.new_report.as_ref().unwrap().lacks_unit());
    assert_eq!(begun(&mut model).0.basics.unit, "某某县审计局");
}

#[test]
fn what_is_remembered_may_be_damaged() {
    for text in ["", "{", "[]", r#"{"kind":"poem"}"#, r#"{"unit":7}"#] {
        let model = page(Some(text), "2026-03-02T09:00:00");
        assert_eq!(model.new_report.unwrap().year, "2025", "{text}");
    }
}

#[test]
fn schemes_of_the_place_come_first() {
    let packs = packs();
    let check = |kind, place: &str, expected: &[(Suits, &str)]| {
        let groups = offered(&packs, kind, place);
        for (suits, name) in expected {
            let (_, group) = groups
                .iter()
                .find(|(other, _)| other == suits)
                .unwrap_or_else(|| panic!("{suits:?} in {place}"));
            assert!(
                group.iter().any(|pack| pack.name().starts_with(name)),
                "{name} is not {suits:?} in {place}"
            );
        }
        assert!(
            groups
                .iter()
                .all(|(_, group)| group.iter().all(|pack| pack.scheme.kind == kind))
        );
        assert!(groups.is_sorted_by_key(|(suits, _)| *suits));
    };
    let project = ReportKind::Project;
    check(
        project,
        "湖北省黄石市",
        &[
            (Suits::Here, "湖北"),
            (Suits::Everyone, "国家"),
            (Suits::Own, "湖北"),
            (Suits::Blank, "空白"),
            (Suits::Elsewhere, "四川"),
        ],
    );
    check(project, "四川省", &[(Suits::Here, "四川"), (Suits::Elsewhere, "湖北")]);
    check(project, "", &[(Suits::Elsewhere, "湖北"), (Suits::Elsewhere, "四川")]);
    check(
        ReportKind::Department,
        "广州市白云区人民政府",
        &[
            (Suits::Here, "白云区"),
            (Suits::Everyone, "部门整体"),
            (Suits::Elsewhere, "湖南"),
            (Suits::Blank, "空白"),
        ],
    );
}

#[test]
fn another_document_is_a_step_that_can_be_taken_back() {
    let mut model = opened();
    let before = model.workspace.as_ref().unwrap().draft.clone();
    update(&mut model, Message::KindChanged(ReportKind::Project));
    let draft = model.workspace.as_ref().unwrap().draft.clone();
    assert_eq!(draft.scheme.kind, ReportKind::Project);
    assert!(model.notice.as_ref().unwrap().text.contains("项目支出绩效自评表"));
    update(&mut model, Message::RemedyTaken);
    assert_eq!(model.workspace.as_ref().unwrap().draft, before);
}

#[test]
fn a_form_in_a_report_begins_with_what_is_known() {
    let mut model = opened();
    update(&mut model, Message::FormAdded(None));
    let form = |model: &Model| model.workspace.as_ref().unwrap().draft.clone();
    let first = form(&model);
    assert_eq!(first.basics.unit, crate::drafts::sample().basics.unit);
    assert_eq!(first.basics.year, crate::drafts::sample().basics.year);
    assert_eq!(first.scheme_standing, SchemeStanding::Open);
    // The next form goes by the scheme that was chosen for the first.
    update(
        &mut model,
        Message::Edited(Edit::TakeScheme(Shared::new(built_in("湖北")))),
    );
    update(&mut model, Message::FormClosed);
    update(&mut model, Message::FormAdded(None));
    assert_eq!(form(&model).scheme.name, built_in("湖北").name);
    assert_eq!(form(&model).scheme_standing, SchemeStanding::Chosen);
}

#[test]
fn the_sample_is_marked_as_one_until_it_becomes_a_report() {
    let mut model = Model::default();
    let effects = update(&mut model, Message::SamplePressed);
    let [Effect::PlaceDraft(draft)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(draft.is_sample && !draft.for_next_year().is_sample);
    update(
        &mut model,
        Message::DraftPlaced(id(), kept(Draft::clone(draft), 1), None),
    );
    assert!(model.workspace.unwrap().draft.is_sample);
}
