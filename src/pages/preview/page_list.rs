//! The list of pages beside them; on a phone, where there are no pages, the list of the report's parts.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::pages::leaves::Leaves;

use super::keys;

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct PageListProps {
    /// The pages, or the parts.
    pub leaves: Leaves,
    /// The page that is looked at.
    pub present: usize,
    /// Whether it is shown on a phone.
    pub open: bool,
    /// A line was chosen.
    pub onchosen: Callback<()>,
}

/// The list.
#[component]
pub fn PageList(props: &PageListProps) -> Html {
    let PageListProps {
        leaves,
        present,
        open,
        onchosen,
    } = props;
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with(*present, move |_| {
            let marked = list
                .cast::<Element>()
                .and_then(|list| list.query_selector("[aria-current]").ok().flatten());
            if let Some(marked) = marked {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                marked.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let is_cut = leaves.is_cut;
    let line = |place: usize, name: &str, title: &str, element: usize| {
        let onclick = {
            let onchosen = onchosen.clone();
            Callback::from(move |_: MouseEvent| {
                keys::show(is_cut, element);
                onchosen.emit(());
            })
        };
        let current = (is_cut && place == *present).then_some("page");
        html! {
            <li key={place}>
                <button class="page-list__one" type="button" aria-current={current} {onclick} title={title.to_owned()}>
                    <span class="page-list__name">{ name.to_owned() }</span><span class="page-list__title">{ title.to_owned() }</span>
                </button>
            </li>
        }
    };
    html! {
        <nav class={classes!("page-list", open.then_some("page-list--open"))} id="page-list" aria-label={if is_cut { "各页" } else { "报告目录" }} ref={list}>
            <ol class="page-list__lines">
                { for leaves.list.iter().enumerate().map(|(place, leaf)| line(place, &leaf.name, &leaf.title, leaf.element)) }
            </ol>
        </nav>
    }
}

/// The page that is looked at: the last one that begins above the middle of the window.
#[hook]
pub fn use_present(count: usize) -> usize {
    let present = use_state_eq(|| 0_usize);
    let set = present.setter();
    use_effect_with(count, move |_| {
        let look = move || {
            let middle = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
            let middle = middle.unwrap_or_default() / 2.0;
            let begun = keys::papers()
                .iter()
                .take_while(|paper: &&HtmlElement| paper.get_bounding_client_rect().top() < middle)
                .count();
            set.set(begun.saturating_sub(1));
        };
        look();
        let passive = EventListenerOptions::default();
        let listener = web_sys::window()
            .map(|window| EventListener::new_with_options(&window, "scroll", passive, move |_| look()));
        move || drop(listener)
    });
    *present
}
