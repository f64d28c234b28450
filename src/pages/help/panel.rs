//! 帮助 beside the page: on what is shown, with a search over all of it. It leaves the page usable.

use web_sys::{FocusOptions, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::values::input::Choice;
use crate::state::model::help::Topic;
use crate::state::model::message::Message;

use super::texts::{HelpLine, HelpText, found, help};

/// What the panel is told.
#[derive(Clone, PartialEq, Properties)]
pub struct HelpPanelProps {
    /// What it is on.
    pub topic: Topic,
}

/// The panel. It takes the focus on opening; Escape closes it.
#[component]
pub fn HelpPanel(props: &HelpPanelProps) -> Html {
    let dispatch = use_dispatch();
    let topic = props.topic;
    let wanted = use_state_eq(String::new);
    let title = use_node_ref();
    {
        let (title, wanted) = (title.clone(), wanted.setter());
        use_effect_with(topic, move |_| {
            wanted.set(String::new());
            if let Some(title) = title.cast::<HtmlElement>() {
                // What is beside it stays where it is.
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = title.focus_with_options(&options);
            }
        });
    }
    let oninput = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                wanted.set(input.value());
            }
        })
    };
    let to = |topic| dispatch.on::<MouseEvent>(Message::HelpSought(topic));
    let link = |topic: Topic, note: &str| {
        html! {
            <li key={topic.code()}>
                <button class="help__link" type="button" onclick={to(topic)}>
                    <span class="help__name">{ topic.label() }</span>
                    if !note.is_empty() {
                        <span class="help__note">{ note.to_owned() }</span>
                    }
                </button>
            </li>
        }
    };
    let is_searching = !wanted.trim().is_empty();
    let found = found(&wanted);
    html! {
        <aside class="help" aria-label="帮助">
            <div class="help__head">
                <h2 class="help__title" tabindex="-1" ref={title}>{ if topic == Topic::Keys { "按键".to_owned() } else { format!("帮助：{}", topic.label()) } }</h2>
                <button class="button button--icon" type="button" title="关闭（Esc）" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>
                    <Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "关闭帮助" }</span>
                </button>
            </div>
            <input class="control help__search" type="search" aria-label="在帮助里找" placeholder="在帮助里找，例如 执行率" value={(*wanted).clone()} {oninput} />
            <div class="help__body">
                if is_searching {
                    <p class="help__count" role="status">{ if found.is_empty() { "没有找到。换一个词试试。".to_owned() } else { format!("找到 {} 处", found.len()) } }</p>
                    <ul class="help__links">{ for found.iter().map(|(topic, line)| link(*topic, line)) }</ul>
                } else {
                    { text(&help(topic)) }
                    <h3 class="help__heading">{ "全部帮助" }</h3>
                    <ul class="help__links">{ for Topic::ALL.iter().filter(|other| **other != topic).map(|topic| link(*topic, "")) }</ul>
                    <button class="button button--quiet button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::HintsSet(true))}>{ "重新显示各页的提示" }</button>
                }
            </div>
        </aside>
    }
}

/// The sections of a text.
pub fn text(text: &HelpText) -> Html {
    html! {
        { for text.sections.iter().map(|section| html! {
            <section class="help__section">
                <h3 class="help__heading">{ section.heading }</h3>
                { lines(&section.lines) }
            </section>
        }) }
    }
}

/// Lines of one kind that follow each other make one list.
fn lines(lines: &[HelpLine]) -> Html {
    let same = |one: &HelpLine, next: &HelpLine| std::mem::discriminant(one) == std::mem::discriminant(next);
    html! {
        { for lines.chunk_by(same).map(|run| match run.first() {
            Some(HelpLine::Item(_)) => html! { <ul class="help__items">{ for run.iter().map(line) }</ul> },
            Some(HelpLine::Key(..)) => html! { <dl class="help__keys">{ for run.iter().map(line) }</dl> },
            _ => html! { { for run.iter().map(line) } },
        }) }
    }
}

fn line(line: &HelpLine) -> Html {
    match line {
        HelpLine::Text(text) => html! { <p class="help__text">{ *text }</p> },
        HelpLine::Item(text) => html! { <li>{ *text }</li> },
        HelpLine::Key(key, what) => {
            html! { <div class="help__key"><dt><kbd class="key">{ *key }</kbd></dt><dd>{ *what }</dd></div> }
        }
    }
}
