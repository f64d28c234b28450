//! Several indicators at once: weight, division, level, place. Each is one step.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::domain::draft::edit::{Edit, Together};
use crate::domain::draft::field::{Field, IndicatorField, List};
use crate::domain::draft::names;
use crate::domain::values::row::{Direction, Id};
use crate::pages::page::PageProps;
use crate::state::model::indicator_rows::cells;
use crate::state::model::message::Message;

use super::editor::places;

/// The bar; nothing while fewer than two indicators are selected.
#[component]
pub fn Bulk(props: &PageProps) -> Html {
    let dispatch = use_dispatch();
    let weight = use_node_ref();
    let division = use_node_ref();
    let workspace = &props.workspace;
    let ids: Vec<Id> = match workspace
        .selection
        .as_ref()
        .filter(|selection| selection.table.list() == Some(List::Indicators))
    {
        Some(selection) => {
            let cells = cells(workspace, selection.table);
            selection.area(&cells).map(|area| cells.ids(area)).unwrap_or_default()
        }
        None => Vec::new(),
    };
    let [first, _, ..] = ids.as_slice() else {
        return html! {};
    };
    let at = Field::Indicator(*first, IndicatorField::Name);
    let count = ids.len();
    // One value for the same field of every selected indicator.
    let set_all = {
        let (dispatch, ids) = (dispatch.clone(), ids.clone());
        move |part: IndicatorField, text: String| {
            let name = format!(
                "修改 {count} 项指标的{}",
                names::short_name(Field::Indicator(Id::default(), part))
            );
            let edits = ids
                .iter()
                .map(|id| Edit::Set(Field::Indicator(*id, part), text.clone()));
            let edits = edits.collect();
            dispatch.send(Message::Edited(Edit::Together(Together { name, at, edits })));
        }
    };
    let typed = |input: &NodeRef, part: IndicatorField| {
        let (input, set_all) = (input.clone(), set_all.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                set_all(part, input.value());
            }
        })
    };
    let moved = |direction: Direction| {
        let mut edits: Vec<Edit> = ids
            .iter()
            .map(|id| Edit::Move(List::Indicators, *id, direction))
            .collect();
        if direction == Direction::Down {
            edits.reverse();
        }
        let name = format!("移动 {count} 项指标");
        dispatch.on::<MouseEvent>(Message::Edited(Edit::Together(Together { name, at, edits })))
    };
    let chosen = {
        let set_all = set_all.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>()
                && select.value() != UNCHANGED
            {
                set_all(IndicatorField::Place, select.value());
            }
        })
    };
    let edge = |place: Option<usize>| workspace.draft.indicators.get(place?).map(|row| row.id);
    let is_first = edge(Some(0)).is_some_and(|id| ids.contains(&id));
    let is_last = edge(workspace.draft.indicators.len().checked_sub(1)).is_some_and(|id| ids.contains(&id));
    html! {
        <div class="bulk" role="group" aria-label={format!("选中的 {count} 项指标")}>
            <form class="bulk__pair" onsubmit={typed(&weight, IndicatorField::Weight)}>
                <input class="control control--number bulk__weight" ref={weight} type="text" inputmode="decimal" autocomplete="off" aria-label="选中指标的权重" placeholder="权重" />
                <button class="button button--small" type="submit">{ "设权重" }</button>
            </form>
            <form class="bulk__pair" onsubmit={typed(&division, IndicatorField::Division)}>
                <input class="control" ref={division} type="text" autocomplete="off" aria-label="选中指标的责任科室" placeholder="责任科室" list="bulk-divisions" />
                <datalist id="bulk-divisions">
                    { for workspace.draft.department.divisions.iter().map(|division| html! { <option value={division.full_name()} /> }) }
                </datalist>
                <button class="button button--small" type="submit">{ "设科室" }</button>
            </form>
            if let Some(places) = places(&workspace.draft.scheme) {
                <select class="control bulk__level" aria-label="选中指标的所属评分内容" onchange={chosen}>
                    <option value={UNCHANGED} selected={true}>{ "移到哪一级……" }</option>
                    { for places.into_iter().filter(|(code, _)| !code.is_empty()).map(|(code, word)| html! { <option value={code}>{ word }</option> }) }
                </select>
            }
            <button class="button button--small" type="button" disabled={is_first} onclick={moved(Direction::Up)}>{ "上移" }</button>
            <button class="button button--small" type="button" disabled={is_last} onclick={moved(Direction::Down)}>{ "下移" }</button>
        </div>
    }
}

/// The code of the choice that changes nothing.
const UNCHANGED: &str = "unchanged";
