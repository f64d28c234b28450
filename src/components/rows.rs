//! Lists of rows that can be added, moved and taken out, by button and by keyboard.

use yew::prelude::*;

use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::names;
use crate::domain::values::row::{Direction, Id};
use crate::state::model::message::Message;

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};

/// What a row is told.
#[derive(Clone, PartialEq, Properties)]
pub struct RowFrameProps {
    /// The list that the row is in.
    pub list: List,
    /// The row.
    pub id: Id,
    /// What the row is called, for screen readers: 第 2 个内设机构.
    pub name: AttrValue,
    /// Whether it is the first.
    pub first: bool,
    /// Whether it is the last.
    pub last: bool,
    /// A class besides its own.
    #[prop_or_default]
    pub class: &'static str,
    /// The row's fields.
    pub children: Html,
}

/// A row with its tools. Alt with an arrow key moves it.
#[component]
pub fn RowFrame(props: &RowFrameProps) -> Html {
    let dispatch = use_dispatch();
    let (list, id) = (props.list, props.id);
    let edit = |edit| dispatch.on(Message::Edited(edit));
    let pressed = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let direction = match event.key().as_str() {
                "ArrowUp" => Direction::Up,
                "ArrowDown" => Direction::Down,
                _ => return,
            };
            if event.alt_key() {
                event.prevent_default();
                event.stop_propagation();
                dispatch.send(Message::Edited(Edit::Move(list, id, direction)));
            }
        })
    };
    html! {
        <li class={classes!("list-editor__row", props.class)} onkeydown={pressed}>
            <div class="list-editor__fields">{ props.children.clone() }</div>
            <div class="list-editor__tools" role="group" aria-label={format!("{}的操作", props.name)}>
                <Tool symbol={Symbol::Up} name={format!("上移{}", props.name)} hint="上移（Alt+↑）" disabled={props.first} onclick={edit(Edit::Move(list, id, Direction::Up))} />
                <Tool symbol={Symbol::Down} name={format!("下移{}", props.name)} hint="下移（Alt+↓）" disabled={props.last} onclick={edit(Edit::Move(list, id, Direction::Down))} />
                <Tool symbol={Symbol::Trash} name={format!("删除{}", props.name)} hint="删除" onclick={edit(Edit::Remove(list, id))} />
            </div>
        </li>
    }
}

/// What a tool is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolProps {
    /// Its icon.
    pub symbol: Symbol,
    /// What it does to what, for screen readers.
    pub name: AttrValue,
    /// What it does, for the pointer.
    pub hint: AttrValue,
    /// Whether it can do nothing here.
    #[prop_or_default]
    pub disabled: bool,
    /// What happens.
    pub onclick: Callback<MouseEvent>,
}

/// A button with an icon only.
#[component]
pub fn Tool(props: &ToolProps) -> Html {
    html! {
        <button class="button button--icon" type="button" title={props.hint.clone()} disabled={props.disabled} onclick={props.onclick.clone()}>
            <Icon symbol={props.symbol} /><span class="visually-hidden">{ &props.name }</span>
        </button>
    }
}

/// What the button for a new row is told.
#[derive(Clone, PartialEq, Properties)]
pub struct AddRowProps {
    /// The list.
    pub list: List,
    /// The words on the button; 添加 and the list's name where none are given.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// Adds a row at the end. It carries the list's own id, so that findings about the list lead here.
#[component]
pub fn AddRow(props: &AddRowProps) -> Html {
    let dispatch = use_dispatch();
    let label = props
        .label
        .clone()
        .unwrap_or_else(|| format!("添加{}", names::list_name(props.list)).into());
    html! {
        <button class="button button--quiet button--small" type="button" id={Field::Rows(props.list).key()}
            onclick={dispatch.on(Message::Edited(Edit::Add(props.list, None)))}>
            <Icon symbol={Symbol::Plus} />{ label }
        </button>
    }
}
