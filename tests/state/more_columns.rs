//! 更多列: columns that are chosen besides, and what becomes of a block that is pasted over those that are not shown.

use jiping::domain::draft::block::{separated, texts};
use jiping::domain::draft::field::{Field, IndicatorField};
use jiping::domain::draft::indicator_cells::MoreColumn;
use jiping::domain::draft::table::Table;
use jiping::domain::draft::table_cells::{Area, Spot, Step};
use jiping::state::model::grid::GridMessage;
use jiping::state::model::indicator_rows::{cells, is_in_row};
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::update::update::update;

use crate::drafts::{opened, workspace};

fn grid(model: &mut Model, message: GridMessage) {
    update(model, Message::Grid(message));
}

fn told(model: &Model, place: usize, part: IndicatorField) -> String {
    let draft = &workspace(model).draft;
    draft.text(Field::Indicator(draft.indicators[place].id, part))
}

#[test]
fn blocks_pass_over_columns_that_are_not_shown() {
    use IndicatorField::{Analysis, Division, Goal, Improvement};
    let mut model = opened();
    let id = |model: &Model, place: usize| workspace(model).draft.indicators[place].id;
    let analysis = Field::Indicator(id(&model, 0), Analysis);
    assert!(!is_in_row(workspace(&model), analysis));
    for column in [MoreColumn::Analysis, MoreColumn::Division] {
        grid(&mut model, GridMessage::MoreToggled(column));
    }
    assert!(is_in_row(workspace(&model), analysis));
    let goals: Vec<String> = (0..2).map(|place| told(&model, place, Goal)).collect();
    // Between the two stands 改进措施, which is not shown.
    let block = "建成3个阵地\t党建办\n开展30场\t公服办\n".to_owned();
    grid(
        &mut model,
        GridMessage::Pasted(Table::Indicators, analysis, String::new(), block.clone()),
    );
    for (place, expected) in [("建成3个阵地", "党建办"), ("开展30场", "公服办")]
        .into_iter()
        .enumerate()
    {
        assert_eq!(told(&model, place, Analysis), expected.0);
        assert_eq!(told(&model, place, Division), expected.1);
        assert_eq!(told(&model, place, Improvement), "");
        assert_eq!(told(&model, place, Goal), goals[place]);
    }
    // What is copied out is what is shown.
    let shown = cells(workspace(&model), Table::Indicators);
    let from = shown.spot(analysis).unwrap();
    let to = Spot {
        row: from.row,
        column: shown.step(from, Step::Right).column,
    };
    assert!(to.column > from.column + 1, "one column lies between");
    let copied = separated(&texts(&workspace(&model).draft, &shown, Area::between(from, to)));
    assert_eq!(copied, block.lines().next().unwrap().to_owned() + "\r\n");
    // A head names a column whether it is shown or not.
    grid(
        &mut model,
        GridMessage::Pasted(
            Table::Indicators,
            analysis,
            String::new(),
            "改进措施\t责任科室\n按月督办\t城管办\n".into(),
        ),
    );
    assert_eq!(told(&model, 0, Improvement), "按月督办");
    assert_eq!(told(&model, 0, Division), "城管办");
    assert_eq!(told(&model, 0, Analysis), "建成3个阵地");
    grid(&mut model, GridMessage::MoreToggled(MoreColumn::Analysis));
    assert!(!is_in_row(workspace(&model), analysis));
}

#[test]
fn reasons_are_typed_in_every_row_where_their_column_is_chosen() {
    let mut model = opened();
    let column = |model: &Model| {
        let rows = cells(workspace(model), Table::Indicators).rows;
        let reason = |row: &&jiping::domain::draft::table_cells::TableRow| row.cells[2].is_some();
        rows.iter().filter(reason).count()
    };
    let asked = column(&model);
    grid(&mut model, GridMessage::MoreToggled(MoreColumn::Reason));
    assert_eq!(column(&model), workspace(&model).draft.indicators.len());
    assert!(asked < column(&model));
}
