//! 只看 and 排序: how the list of indicators is looked at.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::draft::indicator_cells::MoreColumn;
use crate::domain::values::input::Choice;
use crate::pages::page::PageProps;
use crate::state::model::grid::GridMessage;
use crate::state::model::indicator_rows::count;
use crate::state::model::indicator_view::{Showing, Sorting};
use crate::state::model::message::Message;

/// The bar over the list.
#[component]
pub fn ViewBar(props: &PageProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    let (shown, sorting) = (workspace.indicator_view.showing, workspace.indicator_view.sorting);
    let whole = workspace.indicator_view.whole;
    let press = |showing| dispatch.on::<MouseEvent>(Message::Grid(GridMessage::ViewChosen(showing, sorting)));
    let sorted = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(sorting) = select.and_then(|select| Sorting::read(&select.value())) {
                dispatch.send(Message::Grid(GridMessage::ViewChosen(shown, sorting)));
            }
        })
    };
    html! {
        <div class="indicators__view">
            <div class="segments" role="group" aria-label="只看">
                { for Showing::ALL.iter().map(|showing| html! {
                    <button class="segment" type="button" aria-pressed={(shown == *showing).to_string()} onclick={press(*showing)}>
                        { format!("{} {}", showing.label(), count(workspace, *showing)) }
                    </button>
                }) }
            </div>
            <div class="segments" role="group" aria-label="填什么">
                { for [(false, "填结果"), (true, "填整张表")].map(|(own, word)| html! {
                    <button class="segment" type="button" aria-pressed={(whole == own).to_string()}
                        onclick={dispatch.on::<MouseEvent>(Message::Grid(GridMessage::WholeChosen(own)))}>{ word }</button>
                }) }
            </div>
            <details class="disclosure indicators__columns">
                <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "更多列" }</summary>
                <div class="choices" role="group" aria-label="更多列">
                    { for MoreColumn::ALL.iter().map(|column| html! {
                        <label class="choice" key={column.code()}>
                            <input class="choice__input" type="checkbox" checked={workspace.indicator_view.more.has(*column)}
                                onchange={dispatch.on::<Event>(Message::Grid(GridMessage::MoreToggled(*column)))} />
                            { column.label() }
                        </label>
                    }) }
                </div>
            </details>
            <select class="control indicators__sorting" aria-label="排序" onchange={sorted}>
                { for Sorting::ALL.iter().map(|way| html! {
                    <option value={way.label()} selected={sorting == *way}>{ way.label() }</option>
                }) }
            </select>
        </div>
    }
}
