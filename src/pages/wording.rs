//! A paragraph that the report writes by itself: shown with its figures, taken over, given back.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::dispatch::use_dispatch;
use crate::components::field::FormField;
use crate::components::icon::{Icon, Symbol};
use crate::domain::draft::field::Field;
use crate::domain::draft::own_wording::WordingKind;
use crate::domain::references::wording::{Wording, WordingStep, moved_on, template, word};
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::page::PageProps;

/// What the paragraph is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ParagraphProps {
    /// The open draft.
    pub workspace: std::rc::Rc<Workspace>,
    /// Which paragraph.
    pub kind: WordingKind,
    /// What stands there while nothing can be said; nothing at all where blank.
    #[prop_or_default]
    pub empty: &'static str,
}

/// The paragraph: generated, or the office's own text with the way back.
#[component]
pub fn Paragraph(props: &ParagraphProps) -> Html {
    let dispatch = use_dispatch();
    let ParagraphProps { workspace, kind, empty } = props;
    let (draft, evaluation) = (&workspace.draft, &workspace.evaluation);
    let step = |step| dispatch.on::<MouseEvent>(Message::Edited(word(*kind, step, draft, evaluation)));
    let whose = || html! { <span class="visually-hidden">{ kind.label() }</span> };
    let spans = |text: &str| {
        Wording::of(text, draft, evaluation)
            .0
            .into_iter()
            .map(|span| match span.figure {
                true => html! { <span class="wording__figure">{ span.text }</span> },
                false => html! { { span.text } },
            })
    };
    if !draft.wordings.get(*kind).is_taken() {
        let generated = template(*kind, draft, evaluation);
        return match (generated.is_empty(), empty.is_empty()) {
            (true, true) => html! {},
            (true, false) => html! { <p class="wording wording--empty">{ *empty }</p> },
            (false, _) => html! {
                <div class="wording">
                    <p class="wording__text">{ for spans(&generated) }</p>
                    <button class="button button--quiet button--small" type="button" id={Field::Wording(*kind).key()} onclick={step(WordingStep::Take)}>
                        <Icon symbol={Symbol::Pencil} />{ "自己写" }{ whose() }
                    </button>
                </div>
            },
        };
    }
    let page = PageProps {
        workspace: workspace.clone(),
    };
    html! {
        <div class="wording wording--own">
            <FormField bound={page.bind(Field::Wording(*kind))} kind={Kind::Lines(5)} counted={true}
                flag="自己写的" hint="花括号里的是引用，报告里印当前的数。清空就印自动生成的句子。" />
            if let Some(now) = moved_on(*kind, draft, evaluation) {
                <div class="wording__moved" role="group" aria-label={format!("{}：数据的结构变了", kind.label())}>
                    <p><strong>{ "数据的结构变了，现在会写成：" }</strong></p>
                    <p class="wording__text">{ for spans(&now) }</p>
                    <p class="wording__ways">
                        <button class="button button--small" type="button" onclick={step(WordingStep::Take)}>{ "换成新句子" }</button>
                        <button class="button button--small" type="button" onclick={step(WordingStep::Keep)}>{ "保留我的" }</button>
                    </p>
                </div>
            }
            <button class="button button--quiet button--small" type="button" onclick={step(WordingStep::Drop)}>
                <Icon symbol={Symbol::Undo} />{ "恢复自动生成" }{ whose() }
            </button>
        </div>
    }
}
