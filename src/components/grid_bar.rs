//! Below a table: how much is selected, and what can be done with it, for those who use no keys.

use yew::prelude::*;

use crate::domain::draft::table::Table;
use crate::domain::draft::table_cells::Area;
use crate::state::model::grid::{GridMessage, Selection};
use crate::state::model::message::Message;

use super::dispatch::use_dispatch;

/// What the bar is told.
#[derive(Clone, PartialEq, Properties)]
pub struct GridBarProps {
    /// The table.
    pub table: Table,
    /// What is selected.
    pub selection: Option<Selection>,
    /// Its rectangle.
    pub area: Option<Area>,
    /// How many rows of the list it touches.
    pub rows: usize,
    /// What else can be done with it.
    pub children: Html,
}

/// The bar; only its silent place where one cell is selected.
#[component]
pub fn GridBar(props: &GridBarProps) -> Html {
    let dispatch = use_dispatch();
    let GridBarProps {
        table, selection, area, ..
    } = props;
    let send = |message| dispatch.on::<MouseEvent>(Message::Grid(message));
    let button = |word: String, message| {
        html! { <button class="button button--small" type="button" onclick={send(message)}>{ word }</button> }
    };
    let shown = selection.as_ref().zip(*area);
    let said = shown.map(|(_, area)| format!("选中 {} 行 {} 列", area.height(), area.width()));
    html! {
        <div class={classes!("grid-bar", shown.is_some().then_some("grid-bar--shown"))}>
            <p class="grid-bar__said" role="status">{ said }</p>
            if let Some((selection, area)) = shown {
                <div class="button-row" role="group" aria-label="选中的格">
                    { button("清空".into(), GridMessage::Emptied) }
                    if area.height() > 1 {
                        { button("向下填充".into(), GridMessage::FilledDown(*table, selection.anchor)) }
                    }
                    if props.rows > 0 {
                        { button(format!("删除 {} 行", props.rows), GridMessage::RowsRemoved(*table, selection.anchor)) }
                    }
                    { button("取消选择".into(), GridMessage::Unselected) }
                </div>
                { props.children.clone() }
            }
        </div>
    }
}
