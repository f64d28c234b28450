//! Drafts for tests, made through the same door as a user's.

#![allow(dead_code, reason = "each test file uses its own part of these")]

use jiping::documents::project_file::lineage::Stamp;
use jiping::documents::project_file::{pack, project_file, samples};
use jiping::domain::checks::finding::finding::{Code, Finding};
use jiping::domain::checks::run::check as run;
use jiping::domain::checkup::split::Split;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::{Applied, Edit};
use jiping::domain::draft::field::{Field, IndicatorField, ItemField, List, MeasureField, TermField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::formula::TermPlace;
use jiping::domain::scheme::indicator::IndicatorNature;
use jiping::domain::scheme::scheme::Scheme;
use jiping::domain::values::calendar::Moment;
use jiping::domain::values::input::Choice;
use jiping::domain::values::row::{Id, Row};
use jiping::state::model::kept::{Kept, Link, Pen};
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::model::reports::DraftId;
use jiping::state::model::route::{Page, Route};
use jiping::state::model::workspace::Workspace;
use jiping::state::update::update::update;

/// A blank report by the scheme of the sample.
pub fn new() -> Draft {
    Draft::by(built_in("白云区"))
}

/// Splits an indicator as the page does; an indicator that cannot be split stays as it is.
pub fn split_up(draft: &mut Draft, id: Id) -> Applied {
    let split = draft.indicator(id).and_then(|row| Split::of(row, &draft.scheme).ok());
    split.map_or_else(Applied::default, |split| draft.apply(&split.edit()))
}

pub fn set(draft: &mut Draft, field: Field, text: &str) {
    draft.apply(&Edit::Set(field, text.into()));
}

pub fn add(draft: &mut Draft, list: List) -> Id {
    draft.apply(&Edit::Add(list, None)).row.expect("a list that exists")
}

/// A draft as storage has it, saved so many times, with the pen in this window.
pub fn kept(draft: Draft, sequence: u64) -> Kept {
    let mut stamp = Stamp::begin("test");
    for _ in 0..sequence {
        stamp = stamp.next();
    }
    Kept {
        draft: Box::new(draft),
        saved_at: Moment::new("2023-03-18T10:32:00"),
        stamp,
        pen: Pen::Here,
        history: None,
        look: None,
        backup: None,
        link: Link::Impossible,
        diverged: 0,
    }
}

pub fn sample() -> Draft {
    samples::reference().expect("the sample in the program")
}

/// A draft of tests/fixtures: "clean/renewal-project-2023.json".
pub fn fixture(name: &str) -> Draft {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).expect("a file of the fixtures");
    project_file::read(&bytes).expect("a draft").draft
}

/// The renewal project with each indicator so many times, and reasons in whole sentences.
pub fn long_project(times: usize) -> Draft {
    let mut draft = fixture("clean/renewal-project-2023.json");
    for id in draft.indicators.iter().map(|row| row.id).collect::<Vec<_>>() {
        indicator_field(
            &mut draft,
            id,
            IndicatorField::DeviationReason,
            "受年初天气影响，两处路面晚开工19天。",
        );
        indicator_field(&mut draft, id, IndicatorField::Improvement, "提前备料，加强调度。");
        for _ in 1..times {
            draft.apply(&Edit::Duplicate(List::Indicators, id));
        }
    }
    draft
}

/// The renewal project with as many indicators as forms usually have, thirteen, and reasons where offices give them.
pub fn usual_form() -> Draft {
    let mut draft = fixture("clean/renewal-project-2023.json");
    let ids: Vec<Id> = draft.indicators.iter().map(|row| row.id).collect();
    for (place, name, reason) in [
        (
            0,
            "改造楼栋数量",
            "施工中新增两栋纳入片区统筹改造，数量略多于年初计划。",
        ),
        (
            4,
            "安全文明施工达标率",
            "个别工地围挡不规范，已当场整改到位；今后由监理每周检查并公示。",
        ),
        (6, "改善居住条件群众数量", ""),
    ] {
        let copy = draft.apply(&Edit::Duplicate(List::Indicators, ids[place])).row;
        let copy = copy.expect("a copy");
        indicator_field(&mut draft, copy, IndicatorField::Name, name);
        indicator_field(&mut draft, copy, IndicatorField::DeviationReason, reason);
    }
    draft
}

/// The identity of a source by its place.
pub fn fund(draft: &Draft, place: usize) -> Id {
    draft.budget.funds[place].id()
}

/// Typed totals: 年初, 调整, 执行.
pub fn totals(draft: &mut Draft, [initial, adjusted, executed]: [&str; 3]) {
    set(draft, Field::StatedTotal(Column::Initial), initial);
    set(draft, Field::StatedTotal(Column::Adjusted), adjusted);
    set(draft, Field::StatedTotal(Column::Executed), executed);
}

/// One source's figures: 年初, 调整, 执行.
pub fn amounts(draft: &mut Draft, place: usize, [initial, adjusted, executed]: [&str; 3]) {
    let id = fund(draft, place);
    set(draft, Field::FundAmount(id, Column::Initial), initial);
    set(draft, Field::FundAmount(id, Column::Adjusted), adjusted);
    set(draft, Field::FundAmount(id, Column::Executed), executed);
}

pub fn indicator_field(draft: &mut Draft, id: Id, part: IndicatorField, text: &str) {
    set(draft, Field::Indicator(id, part), text);
}

/// An indicator with a name, a weight and measures of (comparator, target, actual).
pub fn indicator(draft: &mut Draft, weight: &str, measures: &[(&str, &str, &str)]) -> Id {
    let id = add(draft, List::Indicators);
    indicator_field(draft, id, IndicatorField::Name, "完成数量");
    indicator_field(draft, id, IndicatorField::Weight, weight);
    for place in 1..measures.len() {
        assert_eq!(draft.indicator(id).expect("just added").measures.len(), place);
        add(draft, List::Measures(id));
    }
    for (place, (comparator, target, actual)) in measures.iter().enumerate() {
        let measure = draft.indicator(id).expect("just added").measures[place].id;
        let code = match *comparator {
            "≥" => "at_least",
            "≤" => "at_most",
            _ => "exactly",
        };
        set(draft, Field::Measure(id, measure, MeasureField::Comparator), code);
        set(draft, Field::Measure(id, measure, MeasureField::Target), target);
        set(draft, Field::Measure(id, measure, MeasureField::Actual), actual);
    }
    id
}

/// A qualitative indicator.
pub fn qualitative(draft: &mut Draft, weight: &str, attainment: &str, coefficient: &str) -> Id {
    let id = indicator(draft, weight, &[]);
    indicator_field(draft, id, IndicatorField::Nature, "qualitative");
    indicator_field(draft, id, IndicatorField::Attainment, attainment);
    indicator_field(draft, id, IndicatorField::Coefficient, coefficient);
    id
}

/// What a check finds in a draft.
pub fn findings(draft: &Draft, code: Code) -> Vec<Finding> {
    run(draft, &evaluate(draft))
        .iter()
        .filter(|finding| finding.code == code)
        .cloned()
        .collect()
}

/// A draft made by the closure triggers the code so many times; the first sentence has these words.
pub fn check(code: Code, count: usize, words: &str, make: impl FnOnce(&mut Draft)) {
    let mut draft = new();
    make(&mut draft);
    let found = findings(&draft, code);
    assert_eq!(found.len(), count, "{} in {found:?}", code.code());
    if let Some(first) = found.first() {
        assert!(first.message.contains(words), "{} lacks {words}", first.message);
        assert!(
            !first.hint.is_empty() && first.message.ends_with('。') && first.hint.ends_with('。'),
            "{first:?}"
        );
        let reachable = matches!(first.field, Field::Rows(_)) || draft.input(first.field).is_some();
        assert!(reachable, "{:?} leads nowhere", first.field);
    }
}

/// The scheme of the program whose name has these words.
pub fn built_in(name: &str) -> Scheme {
    let all = pack::built_in();
    let found = all.iter().find(|scheme| scheme.name.contains(name));
    found.unwrap_or_else(|| panic!("no scheme {name}")).clone()
}

/// Answers every question of a draft as well as can be.
pub fn answered(mut draft: Draft) -> Draft {
    totals(&mut draft, ["1000", "1000", "1000"]);
    set(&mut draft, Field::Staff, "90");
    set(&mut draft, Field::AuthorisedPosts, "100");
    for row in draft.indicators.clone() {
        let id = row.id;
        match row.nature {
            IndicatorNature::Qualitative => indicator_field(&mut draft, id, IndicatorField::Attainment, "achieved"),
            IndicatorNature::Formula => {
                for place in [TermPlace::Numerator, TermPlace::Denominator] {
                    indicator_field(&mut draft, id, IndicatorField::Term(place, TermField::Value), "100");
                }
            }
            IndicatorNature::Checklist => {
                for item in &row.items {
                    set(&mut draft, Field::Item(id, item.id, ItemField::Answer), "met");
                }
            }
            IndicatorNature::Quantitative => {
                for measure in &row.measures {
                    set(&mut draft, Field::Measure(id, measure.id, MeasureField::Actual), "100");
                }
            }
            IndicatorNature::Deductions => {}
        }
    }
    draft
}

/// The identity of the open draft.
pub fn id() -> DraftId {
    DraftId::read("draft1").expect("an identity")
}

/// A program with the sample open at its first page.
pub fn opened() -> Model {
    let mut model = Model::default();
    update(&mut model, Message::RouteChanged(Route::Start));
    update(&mut model, Message::DraftPlaced(id(), kept(sample(), 1), None));
    update(
        &mut model,
        Message::RouteChanged(Route::Draft(id(), Page::Chapter(Chapter::Basics))),
    );
    model
}

/// The open draft.
pub fn workspace(model: &Model) -> &Workspace {
    model.workspace.as_ref().expect("an open draft")
}

/// Types into a field until it holds each text in turn, and leaves it.
pub fn type_keys(model: &mut Model, field: Field, texts: &[&str]) {
    for text in texts {
        update(model, Message::Edited(Edit::Set(field, (*text).into())));
    }
    update(model, Message::FieldLeft(field));
}
