//! 从指标库添加: a search and what it finds.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::draft::edit::Edit;
use crate::domain::explanation::attained::targets;
use crate::domain::scheme::template::Template;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::palette::templates_found;

/// How many lines are shown before the search has to be narrowed.
const SHOWN: usize = 12;

/// What the library is told.
#[derive(Clone, PartialEq, Properties)]
pub struct LibraryProps {
    /// What there is.
    pub library: Rc<Vec<Template>>,
}

/// The library, closed at first.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let dispatch = use_dispatch();
    let query = use_state(String::new);
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(input.value());
            }
        })
    };
    let found: Vec<&Template> = templates_found(&props.library, &query);
    let said = match found.len() {
        0 => "没有找到。换个说法试试，也可以直接添加指标。".to_owned(),
        count if count > SHOWN => format!("找到 {count} 项，先列 {SHOWN} 项；再输几个字缩小范围。"),
        count => format!("找到 {count} 项。"),
    };
    html! {
        <details class="disclosure">
            <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "从指标库添加" }<span class="disclosure__note">{ format!("{} 项常用指标", props.library.len()) }</span></summary>
            <div class="disclosure__body">
                <div class="field">
                    <label class="field__label" for="library-search">{ "查找指标" }<span class="field__flag">{ "汉字或拼音首字母，例如 满意度 或 myd" }</span></label>
                    <input class="control" id="library-search" type="search" autocomplete="off" spellcheck="false" value={(*query).clone()} {oninput} />
                </div>
                <p class="library__count" role="status">{ said }</p>
                <ul class="packs" aria-label="指标库">
                    { for found.into_iter().take(SHOWN).enumerate().map(|(place, template)| {
                        let indicator = &template.indicator;
                        let add = dispatch.on::<MouseEvent>(Message::Edited(Edit::TakeIndicators(vec![indicator.clone()])));
                        html! {
                            <li class="pack" key={place}>
                                <div class="pack__head">
                                    <div class="pack__text">
                                        <p class="pack__name">{ &indicator.name }<span class="tag">{ indicator.nature.label() }</span></p>
                                        <p class="pack__note">{ about(template) }</p>
                                    </div>
                                    <button class="button button--small" type="button" aria-label={format!("添加：{}", indicator.name)} onclick={add}>{ "添加" }</button>
                                </div>
                            </li>
                        }
                    }) }
                </ul>
            </div>
        </details>
    }
}

/// Category, target and evidence in one line.
pub(super) fn about(template: &Template) -> String {
    let indicator = &template.indicator;
    let mut parts = vec![template.category.clone()];
    parts.extend(
        targets(indicator)
            .into_iter()
            .flatten()
            .filter(|target| target != "定性"),
    );
    if let Some(measure) = indicator
        .measures
        .first()
        .filter(|measure| !measure.unit.is_empty() && measure.target.is_blank())
    {
        parts.push(format!("{} …… {}", measure.comparator.label(), measure.unit));
    }
    if !indicator.evidence_hint.is_empty() {
        parts.push(format!("佐证：{}", indicator.evidence_hint));
    }
    parts.join(" · ")
}
