//! 不处理的理由: asked for in the row itself; without one nothing is set aside.

use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What the form is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ReasonFormProps {
    /// The id of the input.
    pub id: String,
    /// 取消, or Escape.
    pub oncancel: Callback<()>,
    /// The reason was given.
    pub ongiven: Callback<String>,
}

/// The form.
#[component]
pub fn ReasonForm(props: &ReasonFormProps) -> Html {
    let input = use_node_ref();
    let refused = use_state(|| false);
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlElement>() {
                let _ = input.focus();
            }
        });
    }
    let submitted = {
        let (input, refused, given) = (input.clone(), refused.clone(), props.ongiven.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = input.cast::<HtmlTextAreaElement>() else {
                return;
            };
            if input.value().trim().is_empty() {
                refused.set(true);
                let _ = input.focus();
            } else {
                given.emit(input.value());
            }
        })
    };
    let pressed = {
        let cancel = props.oncancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.stop_propagation();
                cancel.emit(());
            }
        })
    };
    let fault_id = format!("{}-fault", props.id);
    let described = refused.then(|| fault_id.clone());
    html! {
        <form class="set-aside" onsubmit={submitted} onkeydown={pressed}>
            <label class="field__label" for={props.id.clone()}>{ "不处理的理由" }<span class="field__flag">{ "必填，会写进复核清单" }</span></label>
            if *refused {
                <p class="set-aside__fault" id={fault_id} role="alert">{ "还没有写理由。请写明为什么可以不改。" }</p>
            }
            <textarea class={classes!("control", refused.then_some("control--error"))} id={props.id.clone()} rows="2" spellcheck="false" ref={input}
                aria-invalid={refused.then_some("true")} aria-describedby={described} />
            <div class="button-row">
                <button class="button button--small button--primary" type="submit">{ "确定" }</button>
                <button class="button button--small" type="button" onclick={props.oncancel.reform(|_: MouseEvent| ())}>{ "取消" }</button>
            </div>
        </form>
    }
}
