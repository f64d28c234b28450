//! 带入: what was changed in Word or Excel goes back into the fields that it was typed in, and only there.

use jiping::documents::archive::kind::Kind;
use jiping::documents::archive::read::open;
use jiping::documents::archive::write::write;
use jiping::documents::docx::package;
use jiping::documents::exchange::reopened;
use jiping::documents::exchange::reopened::CameBack;
use jiping::documents::exchange::text_changes::changes;
use jiping::documents::project_file::project_file;
use jiping::documents::report::report::report;
use jiping::documents::xlsx::workbook;
use jiping::domain::checks::run::check as checked;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::comparison::{Obstacle, Taking, TextChange, spliced};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::row::find;
use jiping::domain::values::shared::Shared;
use jiping::state::model::effect::Effect;
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay};
use jiping::state::model::reports::DraftId;
use jiping::state::model::route::{Page, Route};
use jiping::state::update::update::update;
use proptest::prelude::*;

use crate::drafts::{add, kept, sample, set};

/// A document that shows one draft and carries another: what a colleague sends back who typed into it, and
/// whose program computed everything anew.
fn document(kind: Kind, shown: &Draft, carries: &Draft) -> Vec<u8> {
    let text = project_file::carried_text(carries);
    let evaluation = evaluate(shown);
    let bytes = match kind {
        Kind::Word => package::write(&report(shown, &evaluation), Some(&text)),
        _ => workbook::write(shown, &evaluation, &checked(shown, &evaluation), Some(&text)).expect("it is written"),
    };
    // What the document said of itself when it was written is not what it shows.
    edited(&bytes, |name, text| {
        let mark = match name {
            "customXml/item1.xml" => "shown=\"",
            "xl/sharedStrings.xml" => " ",
            _ => return text,
        };
        let is_sum = |place: &usize| {
            let sum = text.get(*place..place + 64);
            sum.is_some_and(|sum| sum.bytes().all(|byte| byte.is_ascii_hexdigit()))
        };
        let mut places = text.match_indices(mark).map(|(place, _)| place + mark.len());
        let place = places.find(is_sum).expect("a checksum");
        format!("{}-{}", &text[..place], &text[place + 1..])
    })
}

fn edited(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let archive = open(bytes).expect("opens");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let parts = archive.parts();
    write(parts.map(|(name, bytes)| (name, change(name, text(bytes)).into_bytes())))
}

fn came_back(bytes: &[u8]) -> CameBack {
    reopened::read(&open(bytes).expect("opens")).expect("comes back")
}

/// The text of a field with all that is taken over of it.
fn taken(draft: &Draft, changes: &[TextChange], field: Field) -> String {
    let takings = changes.iter().flat_map(|change| &change.takings);
    let pieces: Vec<_> = takings
        .filter(|taking| taking.field == field && taking.form.is_none())
        .map(|taking| (taking.range.clone(), taking.text.as_str()))
        .collect();
    spliced(&draft.text(field), &pieces)
}

/// The sample with what a colleague is asked for left blank.
fn unfilled() -> Draft {
    let mut draft = sample();
    let first = draft.indicators[0].clone();
    set(
        &mut draft,
        Field::Measure(first.id, first.measures[0].id, MeasureField::Actual),
        "",
    );
    draft
}

#[test]
fn what_was_typed_is_found_and_nothing_else() {
    let check = |kind: Kind, draft: &Draft, fields: &[(Field, &str)]| {
        let mut other = draft.clone();
        fields.iter().for_each(|(field, text)| set(&mut other, *field, text));
        let changes = changes(&came_back(&document(kind, &other, draft)));
        for (field, _) in fields {
            let mut after = draft.clone();
            set(&mut after, *field, &taken(draft, &changes, *field));
            assert_eq!(
                after.text(*field),
                other.text(*field),
                "{kind:?} {field:?}: {changes:#?}"
            );
        }
        let of = |taking: &Taking| fields.iter().any(|(field, _)| *field == taking.field);
        let strange: Vec<&Taking> = changes
            .iter()
            .flat_map(|change| &change.takings)
            .filter(|taking| !of(taking))
            .collect();
        let told = changes
            .iter()
            .filter(|change| change.takings.iter().any(|taking| !of(taking)));
        let told: Vec<_> = told
            .map(|change| (&change.section, &change.data, &change.shown))
            .collect();
        assert!(strange.is_empty(), "{kind:?} {fields:?}: {strange:#?} for {told:#?}");
    };
    let draft = sample();
    let fund = draft.budget.funds[0].id;
    let project = draft.projects.rows[0].id;
    let row = draft.indicators[0].clone();
    let measure = |field| Field::Measure(row.id, row.measures[0].id, field);
    let own = |field| Field::Indicator(row.id, field);
    let amount = Field::FundAmount(fund, Column::Executed);
    let both = [Kind::Word, Kind::Excel];
    // What both documents show.
    for kind in both {
        check(kind, &draft, &[(own(IndicatorField::Weight), "7.5")]);
        check(kind, &draft, &[(own(IndicatorField::Name), "另一个指标的名称")]);
        check(kind, &draft, &[(Field::ProjectAmount(project), "1234.56")]);
        check(kind, &draft, &[(Field::ProjectTask(project), "换了一个任务")]);
        check(
            kind,
            &draft,
            &[(amount, "14000"), (Field::ProjectAmount(project), "99")],
        );
    }
    // What only the workbook shows.
    check(Kind::Excel, &draft, &[(measure(MeasureField::Actual), "3")]);
    check(Kind::Excel, &unfilled(), &[(measure(MeasureField::Actual), "3")]);
    check(Kind::Excel, &draft, &[(measure(MeasureField::Target), "17")]);
    check(Kind::Excel, &draft, &[(measure(MeasureField::Comparator), "at_most")]);
    check(
        Kind::Excel,
        &draft,
        &[(own(IndicatorField::DeviationReason), "受天气影响，工期顺延")],
    );
    check(Kind::Excel, &draft, &[(Field::FundReason(fund), "财政收回结余")]);
    // What only the report shows: a text, a piece of it, a paragraph more, a paragraph less.
    let overview = draft.text(Field::WorkOverview);
    check(
        Kind::Word,
        &draft,
        &[(Field::WorkOverview, &overview.replacen('，', "，并且", 1))],
    );
    check(
        Kind::Word,
        &draft,
        &[(Field::WorkOverview, &format!("{overview}\n新写的一段。"))],
    );
    let problem = draft.problems[0].id;
    check(Kind::Word, &draft, &[(Field::Problem(problem), "问题换了一种说法。")]);
    check(
        Kind::Word,
        &draft,
        &[(own(IndicatorField::Analysis), "全部完成，效果良好")],
    );
    check(Kind::Word, &draft, &[(Field::Unit, "另一个单位")]);
    check(Kind::Word, &draft, &[(Field::ReportDate, "2023年5月4日")]);
}

/// A number in a sentence that the report writes by itself leads back to the field that it comes from.
#[test]
fn a_typed_number_in_a_generated_sentence_is_found() {
    let draft = sample();
    let fund = &draft.budget.funds[0];
    let field = Field::FundAmount(fund.id, Column::Initial);
    let printed = fund.amounts.get(Column::Initial).value().expect("typed").printed();
    let bytes = edited(&document(Kind::Word, &draft, &draft), |name, text| match name {
        "word/document.xml" => {
            assert!(text.contains(&printed), "{printed}");
            text.replacen(&printed, "15,000.50", 1)
        }
        _ => text,
    });
    let changes = changes(&came_back(&bytes));
    let takings: Vec<_> = changes.iter().flat_map(|change| &change.takings).collect();
    let [taking] = takings.as_slice() else {
        panic!("{changes:#?}");
    };
    assert_eq!((taking.field, taking.text.as_str()), (field, "15,000.50"));
}

#[test]
fn what_cannot_be_taken_over_says_why() {
    let draft = sample();
    let check = |kind: Kind, part: &str, before: &str, after: &str, expected: Obstacle| {
        let bytes = edited(&document(kind, &draft, &draft), |name, text| {
            if name != part {
                return text;
            }
            assert!(text.contains(before), "{part}: {before}");
            text.replacen(before, after, 1)
        });
        let changes = changes(&came_back(&bytes));
        let got: Vec<_> = changes
            .iter()
            .map(|change| (change.obstacle, change.takings.len()))
            .collect();
        assert_eq!(got, [(Some(expected), 0)], "{before} → {after}: {changes:#?}");
        assert!(expected.sentence().ends_with('。'));
    };
    let (document, sheet) = ("word/document.xml", "xl/worksheets/sheet2.xml");
    check(Kind::Excel, sheet, "<v>0.9788</v>", "<v>0.99</v>", Obstacle::Computed);
    check(
        Kind::Excel,
        sheet,
        "<f>SUM(B4:B6)</f><v>15329.35</v>",
        "<v>99</v>",
        Obstacle::Computed,
    );
    check(Kind::Word, document, "97.88%", "98.88%", Obstacle::Computed);
    check(
        Kind::Excel,
        sheet,
        "</sheetData>",
        "<row r=\"99\"><c r=\"B99\"><v>5</v></c></row></sheetData>",
        Obstacle::NewRow,
    );
    check(
        Kind::Word,
        document,
        "</w:tbl>",
        "<w:tr><w:tc><w:p><w:r><w:t>新的一行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        Obstacle::NewRow,
    );
}

#[test]
fn the_form_of_a_project_takes_over_what_was_typed_into_it() {
    let mut draft = sample();
    let form = add(&mut draft, List::Forms);
    let mut own = jiping::documents::project_file::pack::new_draft(ReportKind::Project, None);
    set(&mut own, Field::ProjectTitle, "河涌整治项目");
    set(&mut own, Field::OverallObjective, "整治两条河涌");
    find_form(&mut draft, form).draft = Shared::new(own);
    let mut other = draft.clone();
    set(
        find_form(&mut other, form).draft.make_mut(),
        Field::OverallObjective,
        "整治三条河涌",
    );
    let changes = changes(&came_back(&document(Kind::Excel, &other, &draft)));
    let takings: Vec<_> = changes.iter().flat_map(|change| &change.takings).collect();
    let [taking] = takings.as_slice() else {
        panic!("{changes:#?}");
    };
    assert_eq!((taking.form, taking.field), (Some(form), Field::OverallObjective));
    assert!(taking.name.starts_with("河涌整治项目："), "{}", taking.name);
    let text = find(&draft.forms, form)
        .expect("there")
        .draft
        .text(Field::OverallObjective);
    assert_eq!(spliced(&text, &[(taking.range.clone(), &taking.text)]), "整治三条河涌");
}

fn find_form(draft: &mut Draft, id: jiping::domain::values::row::Id) -> &mut jiping::domain::draft::draft::ProjectForm {
    draft.forms.iter_mut().find(|form| form.id == id).expect("there")
}

fn text(model: &Model, field: Field) -> String {
    model.workspace.as_ref().expect("an open draft").draft.text(field)
}

/// Opens a file as a user does; the draft gets its place.
fn opened(bytes: Vec<u8>) -> Model {
    let mut model = Model::default();
    let effects = update(&mut model, Message::FileRead("改过.xlsx".into(), Ok(bytes)));
    // Until the draft has its place, nothing can be taken over into whatever is open.
    assert_eq!(update(&mut model, Message::ChangesTaken), []);
    let draft = effects.into_iter().find_map(|effect| match effect {
        Effect::TakeIn(opened) => Some(opened.draft),
        _ => None,
    });
    let id = DraftId::read("d1").expect("an identity");
    update(
        &mut model,
        Message::DraftPlaced(id.clone(), kept(draft.expect("a draft"), 1), None),
    );
    let page = Page::of_kind(ReportKind::Department).next().expect("a page");
    update(&mut model, Message::RouteChanged(Route::Draft(id, page)));
    model
}

#[test]
fn each_change_is_one_step_and_a_version_is_kept_before_the_first() {
    let draft = sample();
    let fund = Field::FundAmount(draft.budget.funds[0].id, Column::Executed);
    let project = Field::ProjectAmount(draft.projects.rows[0].id);
    let mut other = draft.clone();
    set(&mut other, fund, "14000");
    set(&mut other, project, "99");
    let mut model = opened(document(Kind::Excel, &other, &draft));
    let place = |model: &Model, field: Field| {
        let Some(Overlay::TextChanges(returned)) = &model.overlay else {
            panic!("the list is open");
        };
        let changes = returned.changes.iter();
        let places: Vec<usize> = changes
            .enumerate()
            .filter(|(_, change)| change.takings.iter().any(|taking| taking.field == field))
            .map(|(place, _)| place)
            .collect();
        (places[0], returned.open().len())
    };
    let (first, open) = place(&model, fund);
    let versions = |effects: &[Effect]| {
        effects
            .iter()
            .filter(|effect| matches!(effect, Effect::KeepVersion(..)))
            .count()
    };
    let effects = update(&mut model, Message::ChangeTaken(first));
    assert_eq!(versions(&effects), 1);
    assert!(effects.contains(&Effect::ScheduleSave));
    assert_eq!(text(&model, fund), other.text(fund));
    assert_eq!(place(&model, fund).1, open - 1);
    let effects = update(&mut model, Message::ChangesTaken);
    assert_eq!(versions(&effects), 0, "before the first only");
    assert_eq!((text(&model, project), place(&model, fund).1), (other.text(project), 0));
    update(&mut model, Message::OverlayClosed);
    update(&mut model, Message::UndoPressed);
    assert_eq!(
        (text(&model, fund), text(&model, project)),
        (other.text(fund), draft.text(project))
    );
    update(&mut model, Message::UndoPressed);
    assert_eq!(*model.workspace.as_ref().expect("open").draft, draft);
    update(&mut model, Message::RedoPressed);
    assert_eq!(text(&model, fund), other.text(fund));
}

#[test]
fn two_changes_of_one_text_go_together() {
    let mut draft = sample();
    set(
        &mut draft,
        Field::WorkOverview,
        "第一段原来的话。\n第二段原来的话。\n第三段原来的话。",
    );
    let mut other = draft.clone();
    set(
        &mut other,
        Field::WorkOverview,
        "第一段改过的话。\n第二段原来的话。\n第三段也改过的话。\n第四段。",
    );
    let mut model = opened(document(Kind::Word, &other, &draft));
    for step in [
        "第一段改过的话。\n第二段原来的话。\n第三段原来的话。",
        "第一段改过的话。\n第二段原来的话。\n第三段也改过的话。",
    ] {
        let Some(Overlay::TextChanges(returned)) = &model.overlay else {
            panic!("the list is open");
        };
        let next = returned.open()[0];
        update(&mut model, Message::ChangeTaken(next));
        assert_eq!(text(&model, Field::WorkOverview), step);
    }
    update(&mut model, Message::ChangesTaken);
    assert_eq!(text(&model, Field::WorkOverview), other.text(Field::WorkOverview));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever a text becomes in Word, taking everything over gives the text, or says that it cannot.
    #[test]
    fn any_new_text_is_taken_over_whole_or_not_at_all(new in "[一二三四五，。 ]{1,20}(\n[一二三四五，。 ]{1,20}){0,2}") {
        let mut draft = sample();
        set(&mut draft, Field::Achievements, "第一段。\n第二段。");
        let mut other = draft.clone();
        set(&mut other, Field::Achievements, &new);
        let changes = changes(&came_back(&document(Kind::Word, &other, &draft)));
        if changes.iter().all(|change| change.obstacle.is_none()) {
            let mut after = draft.clone();
            set(&mut after, Field::Achievements, &taken(&draft, &changes, Field::Achievements));
            let lines = |draft: &Draft| reopened::lines(Kind::Word, draft).expect("lines").into_iter().map(|line| line.plain).collect::<Vec<_>>();
            prop_assert_eq!(lines(&after), lines(&other));
        }
    }
}
