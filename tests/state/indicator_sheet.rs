//! 填整张表: indicators typed and pasted in their rows, each as one step.

use jiping::domain::draft::block::{cell_text, separated, texts};
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::draft::table::Table;
use jiping::domain::draft::table_cells::{Area, Spot};
use jiping::domain::scheme::indicator::IndicatorNature;
use jiping::domain::values::shared::Shared;
use jiping::state::model::effect::Effect;
use jiping::state::model::grid::GridMessage;
use jiping::state::model::indicator_rows::cells;
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Remedy};
use jiping::state::update::update::update;

use crate::drafts::{opened, workspace};

fn grid(model: &mut Model, message: GridMessage) {
    update(model, Message::Grid(message));
}

/// The indicators as the sheet shows them: name, sign or nature, target, unit, weight, result, place.
fn sheet(model: &Model) -> Vec<String> {
    let workspace = workspace(model);
    let draft = &workspace.draft;
    let rows = cells(workspace, Table::IndicatorSheet).rows;
    rows.iter()
        .map(|row| {
            let texts = row.cells.iter().take(8).flatten().map(|field| cell_text(draft, *field));
            texts.collect::<Vec<_>>().join("|")
        })
        .collect()
}

fn sheet_opened() -> Model {
    let mut model = opened();
    let scheme = crate::drafts::built_in("国家项目支出 10 / 50 / 30 / 10");
    update(&mut model, Message::SchemeChosen(Shared::new(scheme)));
    let rows: Vec<_> = workspace(&model).draft.indicators.iter().map(|row| row.id).collect();
    for id in rows {
        update(&mut model, Message::Edited(Edit::Remove(List::Indicators, id)));
    }
    grid(&mut model, GridMessage::WholeChosen(true));
    update(&mut model, Message::Edited(Edit::Add(List::Indicators, None)));
    model
}

#[test]
fn a_column_of_results_goes_down_the_column() {
    let mut model = opened();
    let rows = || workspace(&model).draft.indicators.clone();
    let quantities: Vec<usize> = (0..rows().len())
        .filter(|place| rows()[*place].nature == IndicatorNature::Quantitative && rows()[*place].measures.len() == 1)
        .collect();
    let start = *quantities
        .windows(3)
        .find(|three| three[2] == three[0] + 2)
        .expect("three in a row")
        .first()
        .unwrap();
    let count = rows().len();
    let field = |model: &Model, place: usize| {
        let row = &workspace(model).draft.indicators[place];
        Field::Measure(row.id, row.measures[0].id, MeasureField::Actual)
    };
    let at = field(&model, start);
    grid(
        &mut model,
        GridMessage::Pasted(Table::Indicators, at, String::new(), "71\n72\n73个\n".into()),
    );
    assert_eq!(workspace(&model).draft.indicators.len(), count);
    let read = (start..start + 3).map(|place| workspace(&model).draft.text(field(&model, place)));
    assert_eq!(read.collect::<Vec<_>>(), ["71", "72", "73"]);
}

#[test]
fn a_sheet_of_indicators_is_filled_in_its_rows() {
    let mut model = sheet_opened();
    // A new list is begun in its row, not in an editor over it.
    assert_eq!(workspace(&model).open_indicator, None);
    let first = cells(workspace(&model), Table::IndicatorSheet).rows[0].cells[0].expect("a name");
    let block = "新建校舍面积\t≥\t12000\t平方米\t8\t12350\t\t数量指标\n\
                 教师培训合格率\t\t≥95%\t\t8\t97.5%\t\t产出指标：质量指标\n\
                 校舍单位造价\t\t不高于2600元\t\t5\t2585元\t\t成本指标\n\
                 家长反映\t\t明显改善\t\t5\t明显改善\t\t社会效益指标\n";
    grid(
        &mut model,
        GridMessage::Pasted(Table::IndicatorSheet, first, String::new(), block.into()),
    );
    let expected = [
        "新建校舍面积|≥|12000|平方米|8|12350|产出指标：数量指标",
        "教师培训合格率|≥|95|%|8|97.5|产出指标：质量指标",
        "校舍单位造价|≤|2600|元|5|2585|产出指标：成本指标",
        "家长反映|定性|明显改善|5|达成|效益指标：社会效益指标",
    ];
    assert_eq!(sheet(&model), expected);
    // What is copied out of it goes back into it.
    let shown = cells(workspace(&model), Table::IndicatorSheet);
    let area = Area::between(Spot { row: 0, column: 0 }, Spot { row: 3, column: 7 });
    let copied = separated(&texts(&workspace(&model).draft, &shown, area));
    let before = workspace(&model).draft.clone();
    grid(
        &mut model,
        GridMessage::Pasted(Table::IndicatorSheet, first, String::new(), copied),
    );
    assert!(workspace(&model).draft == before);
    // One step takes the whole block back.
    update(&mut model, Message::UndoPressed);
    assert_eq!(workspace(&model).draft.indicators.len(), 1);
}

#[test]
fn enter_below_the_last_row_goes_on_where_that_one_belongs() {
    let mut model = sheet_opened();
    let shown = cells(workspace(&model), Table::IndicatorSheet);
    let first = shown.rows[0].cells[0].expect("a name");
    let place = workspace(&model)
        .draft
        .scheme
        .place_named("社会效益指标")
        .expect("a place");
    let id = workspace(&model).draft.indicators[0].id;
    for (field, text) in [
        (first, "受益人数".to_owned()),
        (Field::Indicator(id, IndicatorField::Place), place.0.to_string()),
    ] {
        update(&mut model, Message::Edited(Edit::Set(field, text)));
    }
    let effects = update(
        &mut model,
        Message::Grid(GridMessage::RowAdded(Table::IndicatorSheet, first)),
    );
    let rows = &workspace(&model).draft.indicators;
    assert_eq!((rows.len(), rows[1].place), (2, Some(place)));
    let name = Field::Indicator(rows[1].id, IndicatorField::Name);
    assert!(effects.contains(&Effect::Focus(name)), "{effects:?}");
}

#[test]
fn what_is_typed_as_a_target_says_sign_and_unit_too() {
    let typed = |text: &str| {
        let mut model = sheet_opened();
        let row = &workspace(&model).draft.indicators[0];
        let target = Field::Measure(row.id, row.measures[0].id, MeasureField::Target);
        update(&mut model, Message::Edited(Edit::Set(target, text.to_owned())));
        update(&mut model, Message::FieldLeft(target));
        sheet(&model).remove(0)
    };
    for (text, expected) in [
        ("12", "|≥|12||||"),
        ("≥95%", "|≥|95|%|||"),
        ("不低于3次", "|≥|3|次|||"),
        ("100%", "|≥|100|%|||"),
        ("=100%", "|=|100|%|||"),
        ("≤20个工作日", "|≤|20|个工作日|||"),
        ("基本完善", "|定性|基本完善|||"),
        // What is neither stays as it was typed, with its sentence.
        ("约95", "|≥|约95||||"),
    ] {
        assert_eq!(typed(text), expected, "{text}");
    }
}

#[test]
fn a_row_taken_out_by_keys_can_be_put_back() {
    let mut model = opened();
    let row = workspace(&model).draft.indicators[4].clone();
    let field = Field::Measure(row.id, row.measures[0].id, MeasureField::Actual);
    grid(&mut model, GridMessage::RowsRemoved(Table::Indicators, field));
    let notice = model.notice.as_ref().expect("it says so");
    assert_eq!((&*notice.text, &notice.remedy), ("已删除 1 行。", &Some(Remedy::Undo)));
}
