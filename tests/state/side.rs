//! The editor of an indicator beside the list: which rows keep their cells, and which it shows.

use jiping::domain::draft::field::{Field, IndicatorField};
use jiping::domain::draft::table::Table;
use jiping::domain::values::row::Id;
use jiping::state::model::effect::Effect;
use jiping::state::model::grid::GridMessage;
use jiping::state::model::indicator_rows::cells;
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::update::update::update;

use crate::drafts::{opened, workspace};

fn id(model: &Model, place: usize) -> Id {
    workspace(model).draft.indicators[place].id
}

fn has_cells(model: &Model, row: Id) -> bool {
    let shown = cells(workspace(model), Table::Indicators);
    shown.rows.iter().any(|line| line.id == Some(row))
}

#[test]
fn rows_keep_their_cells_where_the_editor_stands_beside_them() {
    let mut model = opened();
    let first = id(&model, 0);
    for (is_wide, keeps) in [(true, true), (false, false), (true, true)] {
        update(&mut model, Message::SideChanged(is_wide));
        if workspace(&model).open_indicator.is_none() {
            update(&mut model, Message::IndicatorToggled(first));
        }
        assert_eq!(has_cells(&model, first), keeps, "{is_wide}");
    }
    // 填整张表 needs the whole width.
    update(&mut model, Message::Grid(GridMessage::WholeChosen(true)));
    update(&mut model, Message::IndicatorToggled(first));
    assert!(workspace(&model).is_open_below(first));
}

#[test]
fn the_editor_follows_the_row_only_where_it_stands_beside() {
    let mut model = opened();
    let (first, second) = (id(&model, 0), id(&model, 1));
    let open = |model: &Model| workspace(model).open_indicator;
    // Closed, it stays so.
    update(&mut model, Message::SideChanged(true));
    update(&mut model, Message::IndicatorFollowed(first, second));
    assert_eq!(open(&model), None);
    update(&mut model, Message::IndicatorToggled(first));
    assert!(update(&mut model, Message::IndicatorFollowed(first, second)).is_empty());
    assert_eq!(open(&model), Some(second));
    // What was opened meanwhile stays.
    let third = id(&model, 2);
    update(&mut model, Message::IndicatorFollowed(first, third));
    assert_eq!(open(&model), Some(second));
    update(&mut model, Message::SideChanged(false));
    update(&mut model, Message::IndicatorFollowed(second, first));
    assert_eq!(open(&model), Some(second));
}

#[test]
fn closing_it_leaves_the_hand_in_the_row() {
    let mut model = opened();
    let first = id(&model, 0);
    update(&mut model, Message::SideChanged(true));
    update(&mut model, Message::IndicatorToggled(first));
    let effects = update(&mut model, Message::IndicatorToggled(first));
    let is_focus = |effect: &Effect| match effect {
        Effect::Focus(field) => {
            field.indicator() == Some(first) && *field != Field::Indicator(first, IndicatorField::Goal)
        }
        _ => false,
    };
    assert!(effects.iter().any(is_focus));
    assert_eq!(workspace(&model).open_indicator, None);
}
