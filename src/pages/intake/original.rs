//! 前后文: the passages around an item as they came in, with its places marked.

use yew::prelude::*;

use crate::state::model::intake_excerpt::Near;

/// The passages, in the order of the text.
pub fn original(near: &[Near]) -> Html {
    let marked = |text: &str, is_marked: bool| match is_marked && !text.is_empty() {
        true => html! { <mark>{ text.to_owned() }</mark> },
        false => html! { { text.to_owned() } },
    };
    html! {
        <div class="intake-original" role="region" aria-label="前后文" tabindex="0">
            { for near.iter().map(|near| match near {
                Near::Text(pieces) => html! { <p>{ for pieces.iter().map(|(text, is_marked)| marked(text, *is_marked)) }</p> },
                Near::Rows(rows) => html! {
                    <table class="intake-original__table" role="table"><tbody role="rowgroup">{ for rows.iter().map(|(cells, is_marked)| html! {
                        <tr role="row" class={is_marked.then_some("intake-original__row")}>
                            { for cells.iter().map(|cell| html! { <td role="cell">{ marked(cell, *is_marked) }</td> }) }
                        </tr>
                    }) }</tbody></table>
                },
            }) }
        </div>
    }
}
