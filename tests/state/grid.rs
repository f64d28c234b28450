//! Keys in a table, and what is done with several cells: each as one step.

use jiping::domain::draft::budget::Column;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::draft::table::Table;
use jiping::domain::draft::table_cells::Step;
use jiping::domain::draft::taken::TableKind;
use jiping::domain::values::points::Points;
use jiping::domain::values::row::Direction;
use jiping::domain::values::shared::Shared;
use jiping::state::model::effect::Effect;
use jiping::state::model::grid::{Act, Caret, GridMessage, Held, act};
use jiping::state::model::indicator_rows::{cells, groups};
use jiping::state::model::indicator_view::{Showing, Sorting};
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay};
use jiping::state::model::route::{Page, Route};
use jiping::state::update::update::update;

use crate::drafts::{opened, workspace};

const RESTED: Caret = Caret {
    editing: false,
    at_start: true,
    at_end: false,
    several_lines: false,
    choice: false,
    changed: false,
    block: false,
    marked: false,
};

#[test]
fn keys() {
    let written = |at_start, at_end| Caret {
        editing: true,
        at_start,
        at_end,
        ..RESTED
    };
    let lines = |caret: Caret| Caret {
        several_lines: true,
        ..caret
    };
    let block = Caret { block: true, ..RESTED };
    let choice = Caret { choice: true, ..RESTED };
    let changed = Caret {
        changed: true,
        ..written(false, true)
    };
    let held = |keys: &str| Held {
        shift: keys.contains('s'),
        command: keys.contains('c'),
        alt: keys.contains('a'),
    };
    for (key, keys, caret, expected) in [
        // Rested on, arrows go from cell to cell.
        ("ArrowUp", "", RESTED, Some(Act::Go(Step::Up))),
        ("ArrowLeft", "", RESTED, Some(Act::Go(Step::Left))),
        ("ArrowRight", "c", RESTED, Some(Act::Go(Step::RowEnd))),
        ("ArrowDown", "s", RESTED, Some(Act::Extend(Step::Down))),
        ("ArrowDown", "cs", RESTED, Some(Act::Extend(Step::Bottom))),
        ("Home", "", RESTED, Some(Act::Go(Step::RowStart))),
        ("End", "c", RESTED, Some(Act::Go(Step::End))),
        // Written in, they are the text's until its edge.
        ("ArrowLeft", "", written(false, true), None),
        ("ArrowRight", "", written(false, true), Some(Act::Go(Step::Right))),
        ("ArrowLeft", "", written(true, false), Some(Act::Go(Step::Left))),
        ("ArrowDown", "", written(false, false), Some(Act::Go(Step::Down))),
        ("ArrowDown", "", lines(written(false, false)), None),
        ("ArrowDown", "", lines(written(false, true)), Some(Act::Go(Step::Down))),
        ("ArrowUp", "", lines(written(true, false)), Some(Act::Go(Step::Up))),
        ("ArrowRight", "s", written(false, true), None),
        ("Home", "", written(false, true), None),
        // A choice keeps its arrows once it is opened for change.
        ("ArrowDown", "", choice, Some(Act::Go(Step::Down))),
        (
            "ArrowDown",
            "",
            Caret {
                editing: true,
                ..choice
            },
            None,
        ),
        ("ArrowDown", "a", choice, None),
        ("Tab", "", RESTED, Some(Act::Next(true))),
        ("Tab", "s", written(false, false), Some(Act::Next(false))),
        ("Tab", "c", RESTED, None),
        ("Enter", "", RESTED, Some(Act::Below)),
        ("Enter", "", lines(written(false, true)), Some(Act::Below)),
        ("Enter", "s", RESTED, Some(Act::Go(Step::Up))),
        ("Enter", "a", lines(written(false, true)), Some(Act::NewLine)),
        ("Enter", "a", RESTED, None),
        ("F2", "", RESTED, Some(Act::Edit)),
        ("Escape", "", RESTED, None),
        ("Escape", "", block, Some(Act::Unselect)),
        ("Escape", "", changed, Some(Act::GiveBack)),
        ("Escape", "", written(false, true), Some(Act::Rest)),
        ("Delete", "", RESTED, None),
        ("Delete", "", block, Some(Act::Empty)),
        ("Backspace", "", block, Some(Act::Empty)),
        ("Delete", "c", RESTED, Some(Act::RemoveRows)),
        ("Delete", "c", written(true, false), None),
        ("d", "c", RESTED, Some(Act::FillDown)),
        ("a", "c", RESTED, None),
        ("a", "c", Caret { marked: true, ..RESTED }, Some(Act::SelectAll)),
        ("a", "c", written(false, true), None),
        ("ArrowUp", "a", RESTED, Some(Act::MoveRow(Direction::Up))),
        ("z", "c", RESTED, None),
        ("7", "", RESTED, None),
    ] {
        assert_eq!(act(key, held(keys), caret), expected, "{key} {keys} {caret:?}");
    }
}

fn grid(model: &mut Model, message: GridMessage) {
    update(model, Message::Grid(message));
}

fn projects(model: &Model) -> Vec<(String, String)> {
    let draft = &workspace(model).draft;
    let rows = draft.projects.rows.iter();
    rows.map(|row| (row.name.clone(), draft.text(Field::ProjectAmount(row.id))))
        .collect()
}

#[test]
fn a_block_is_pasted_filled_emptied_and_removed_each_as_one_step() {
    let mut model = opened();
    let before = workspace(&model).draft.clone();
    let ids: Vec<_> = before.projects.rows.iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), 3);
    let (first, last) = (Field::ProjectAmount(ids[0]), Field::ProjectAmount(ids[2]));
    let (table, empty) = (Table::Projects, String::new());

    grid(
        &mut model,
        GridMessage::Pasted(
            table,
            Field::ProjectName(ids[1]),
            empty.clone(),
            "甲\t\t1\r\n乙\t\t2\r\n丙\t\t=1+2\r\n".into(),
        ),
    );
    let names: Vec<String> = projects(&model)
        .into_iter()
        .map(|(name, amount)| format!("{name} {amount}"))
        .collect();
    assert_eq!(names[1..], ["甲 1.00", "乙 2.00", "丙 3.00"]);
    assert_eq!(model.history.last().map(|step| step.name.as_str()), Some("粘贴 9 格"));
    let selection = workspace(&model)
        .selection
        .clone()
        .expect("what was pasted is selected");
    assert_eq!(selection.fields.len(), 9);
    update(&mut model, Message::UndoPressed);
    assert!(workspace(&model).draft == before);

    grid(&mut model, GridMessage::Selected(table, first, last));
    grid(&mut model, GridMessage::FilledDown(table, first));
    let filled = projects(&model);
    assert!(filled.iter().all(|(_, amount)| *amount == filled[0].1));
    update(&mut model, Message::UndoPressed);

    grid(&mut model, GridMessage::Selected(table, first, last));
    // One copied cell fills all that are selected.
    grid(
        &mut model,
        GridMessage::Pasted(table, first, empty.clone(), "8\n".into()),
    );
    assert!(projects(&model).iter().all(|(_, amount)| amount == "8.00"));
    grid(&mut model, GridMessage::Selected(table, first, last));
    grid(&mut model, GridMessage::Emptied);
    assert!(projects(&model).iter().all(|(_, amount)| amount.is_empty()));
    assert_eq!(model.history.last().map(|step| step.name.as_str()), Some("清空 3 格"));

    grid(
        &mut model,
        GridMessage::Selected(table, first, Field::ProjectAmount(ids[1])),
    );
    grid(&mut model, GridMessage::RowsRemoved(table, first));
    assert_eq!(projects(&model).len(), 1);
    assert_eq!(
        model.history.last().map(|step| step.name.as_str()),
        Some("删除 2 行重点项目")
    );
    for _ in 0..3 {
        update(&mut model, Message::UndoPressed);
    }
    assert!(workspace(&model).draft == before);
}

#[test]
fn lines_become_rows_where_a_list_is_and_overwrite_nothing() {
    let mut model = opened();
    let table = Table::SubordinateUnits;
    let names = |model: &Model| {
        let units = workspace(model).draft.department.subordinate_units.clone();
        units.into_iter().map(|unit| unit.name).collect::<Vec<_>>()
    };
    let old = names(&model);
    let count = old.len();
    assert!(count > 0);
    update(&mut model, Message::Edited(Edit::Add(List::SubordinateUnits, None)));
    let unit = |model: &Model, place: usize| {
        Field::SubordinateUnit(workspace(model).draft.department.subordinate_units[place].id)
    };
    let lines = |text: &str| (String::new(), text.to_owned());
    for (at, text, expected) in [
        (Some(count), "1、文化站\n2、敬老院\n", &["文化站", "敬老院"][..]),
        (Some(count), "甲\n乙", &["文化站", "甲", "乙", "敬老院"]),
        (
            None,
            "水管站\r\n农机站\r\n",
            &["文化站", "甲", "乙", "敬老院", "水管站", "农机站"],
        ),
    ] {
        let field = at.map_or(Field::Rows(List::SubordinateUnits), |place| unit(&model, place));
        let (page, text) = lines(text);
        grid(&mut model, GridMessage::Pasted(table, field, page, text));
        assert_eq!(names(&model)[..count], old);
        assert_eq!(names(&model)[count..], *expected);
    }
    update(&mut model, Message::UndoPressed);
    assert_eq!(names(&model).len(), count + 4);
    let problems = workspace(&model).draft.problems.clone();
    let (page, text) = lines("（一）甲。\n（二）乙。");
    grid(
        &mut model,
        GridMessage::Pasted(Table::Problems, Field::Problem(problems[0].id), page, text),
    );
    let found: Vec<String> = workspace(&model)
        .draft
        .problems
        .iter()
        .map(|row| row.text.clone())
        .collect();
    assert_eq!(
        found[..4],
        [
            problems[0].text.clone(),
            "甲。".into(),
            "乙。".into(),
            problems[1].text.clone()
        ]
    );
}

#[test]
fn what_has_no_place_is_looked_through_or_refused_with_a_sentence() {
    let mut model = opened();
    let id = workspace(&model).id.clone();
    let before = workspace(&model).draft.clone();
    let field = Field::FundAmount(before.budget.funds[0].id, Column::Initial);
    let text = "资金来源\t年初预算数\t备注\n单位资金\t1\t无\n".to_owned();
    update(
        &mut model,
        Message::RouteChanged(Route::Draft(id.clone(), Page::of(field))),
    );
    grid(
        &mut model,
        GridMessage::Pasted(Table::Funds, field, String::new(), text),
    );
    assert!(matches!(model.overlay, Some(Overlay::Tables(_))));
    update(&mut model, Message::OverlayClosed);

    // A list of names takes the column of the names out of a wider table.
    let unit = Field::SubordinateUnit(before.department.subordinate_units[0].id);
    update(&mut model, Message::RouteChanged(Route::Draft(id, Page::of(unit))));
    let text = "序号\t单位\t人数\n1\t县水库管理所\t12\n2\t县河道管理所\t9\n".to_owned();
    grid(
        &mut model,
        GridMessage::Pasted(Table::SubordinateUnits, unit, String::new(), text),
    );
    let Some(Overlay::Tables(import)) = &model.overlay else {
        panic!("{:?}", model.overlay)
    };
    assert_eq!((import.mapping.kind, import.taken()), (TableKind::Units, 2));
    let effects = update(&mut model, Message::OverlayClosed);
    assert_eq!(effects, [Effect::FocusElement("units-import")]);

    let problem = Field::Problem(before.problems[0].id);
    grid(
        &mut model,
        GridMessage::Pasted(Table::Problems, problem, String::new(), "甲\t乙\t丙\n".into()),
    );
    let notice = model.notice.clone().expect("a sentence");
    assert!(notice.text.contains("没有粘贴"), "{}", notice.text);
    assert!(workspace(&model).draft == before);
}

#[test]
fn the_list_of_indicators_is_looked_at_without_moving_under_the_hand() {
    let mut model = opened();
    let ids: Vec<_> = workspace(&model).draft.indicators.iter().map(|row| row.id).collect();
    let shown = |model: &Model| {
        let groups = groups(workspace(model)).into_iter();
        groups.flat_map(|group| group.rows).collect::<Vec<_>>()
    };
    let all: Vec<usize> = (0..ids.len()).collect();
    assert_eq!(shown(&model), all);
    let weight = |place: usize| Field::Indicator(ids[place], IndicatorField::Weight);
    let actual = |model: &Model, place: usize| {
        let row = &workspace(model).draft.indicators[place];
        Field::Measure(row.id, row.measures[0].id, MeasureField::Actual)
    };
    grid(&mut model, GridMessage::ViewChosen(Showing::LostPoints, Sorting::Form));
    assert_eq!(shown(&model), Vec::<usize>::new());
    let (third, fifth) = (actual(&model, 2), actual(&model, 4));
    for field in [third, fifth] {
        update(&mut model, Message::Edited(Edit::Set(field, "0".into())));
    }
    // What was chosen stays until it is chosen anew.
    assert_eq!(shown(&model), Vec::<usize>::new());
    grid(&mut model, GridMessage::ViewChosen(Showing::LostPoints, Sorting::Form));
    assert_eq!(shown(&model), [2, 4]);
    update(&mut model, Message::Edited(Edit::Set(third, "99999".into())));
    assert_eq!(shown(&model), [2, 4]);
    update(&mut model, Message::Edited(Edit::Set(weight(1), "30".into())));
    grid(&mut model, GridMessage::ViewChosen(Showing::All, Sorting::Weight));
    assert_eq!((shown(&model)[0], shown(&model).len()), (1, ids.len()));
    // A link to a row that is hidden shows the whole list again, and a new row is shown whatever was chosen.
    grid(&mut model, GridMessage::ViewChosen(Showing::Manual, Sorting::Form));
    let by_hand = shown(&model);
    assert!(by_hand.len() < ids.len());
    update(&mut model, Message::Edited(Edit::Add(List::Indicators, None)));
    assert_eq!(shown(&model), [by_hand, vec![ids.len()]].concat());
    update(&mut model, Message::FieldSought(weight(0)));
    assert_eq!(shown(&model).len(), ids.len() + 1);
    // The editor has its fields to itself; the other rows are cells.
    let cells = cells(workspace(&model), Table::Indicators);
    assert_eq!(cells.spot(actual(&model, 0)), None);
    assert!(cells.spot(third).is_some());
}

#[test]
fn levels_have_the_subtotals_of_their_rows() {
    let mut model = opened();
    let scheme = crate::drafts::built_in("湖南部门整体支出");
    update(&mut model, Message::SchemeChosen(Shared::new(scheme)));
    update(&mut model, Message::SchemeIndicatorsTaken);
    let workspace = workspace(&model);
    let groups = groups(workspace);
    let heads: Vec<_> = groups.iter().flat_map(|group| &group.heads).collect();
    assert!(heads.iter().any(|head| head.is_first_level) && heads.iter().any(|head| !head.is_first_level));
    assert_eq!(
        groups.iter().map(|group| group.rows.len()).sum::<usize>(),
        workspace.draft.indicators.len()
    );
    for group in &groups {
        let Some(head) = group.heads.iter().find(|head| !head.is_first_level) else {
            continue;
        };
        let rows = group.rows.iter().map(|place| &workspace.evaluation.indicators[*place]);
        let weight = rows.clone().map(|row| row.weight.ok()).sum::<Option<Points>>();
        assert_eq!(head.weight, weight, "{}", head.name);
        let score = rows.map(|row| row.score.ok()).sum::<Option<Points>>();
        assert_eq!(head.score, score, "{}", head.name);
    }
}
