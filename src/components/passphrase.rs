//! 密码: asking for the passphrase of a file that is to be locked or opened.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::state::model::locking::{Asking, Passphrase};
use crate::state::model::message::Message;

use super::dialog::Dialog;
use super::dispatch::use_dispatch;

/// What the question is told.
#[derive(Clone, PartialEq, Properties)]
pub struct AskProps {
    /// How far it has come.
    pub asking: Asking,
    /// The name of the file that is to be opened; none where one is to be locked.
    #[prop_or_default]
    pub file: Option<String>,
}

/// Asks for a passphrase: twice for a new one.
#[component]
pub fn AskPassphrase(props: &AskProps) -> Html {
    let dispatch = use_dispatch();
    let (first, again) = (use_node_ref(), use_node_ref());
    let locking = props.file.is_none();
    let refused = match props.asking {
        Asking::Refused(reason) => Some(reason),
        Asking::Open | Asking::Working => None,
    };
    let working = props.asking == Asking::Working;
    {
        // What was refused is typed again.
        let first = first.clone();
        use_effect_with(refused, move |refused| {
            if let (Some(_), Some(input)) = (refused, first.cast::<HtmlElement>()) {
                let _ = input.focus();
            }
        });
    }
    let submitted = {
        let (first, again) = (first.clone(), again.clone());
        let dispatch = dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = |input: &NodeRef| {
                let input = input.cast::<HtmlInputElement>();
                Passphrase(input.map(|input| input.value()).unwrap_or_default())
            };
            dispatch.send(match locking {
                true => Message::LockPressed(typed(&first), typed(&again)),
                false => Message::UnlockPressed(typed(&first)),
            });
        })
    };
    let field = |id: &'static str, label: &str, input: NodeRef| {
        let described = refused.map(|_| "passphrase-fault");
        html! {
            <div class="field">
                <label class="field__label" for={id}>{ label.to_owned() }</label>
                <input class="control" {id} type="password" autocomplete="off" ref={input} readonly={working} aria-invalid={refused.map(|_| "true")} aria-describedby={described} />
            </div>
        }
    };
    html! {
        <Dialog title={if locking { "下载加密文件" } else { "打开加密文件" }} oncancel={dispatch.on::<Event>(Message::OverlayClosed)}>
            <form class="dialog__form" onsubmit={submitted}>
                if let Some(name) = &props.file {
                    <p>{ format!("“{name}”是加密的，请输入加密时设的密码。") }</p>
                } else {
                    <p class="dialog__warning">{ "密码忘了就再也打不开，谁也找不回来。请把密码另外记在稳妥的地方。" }</p>
                }
                { field("passphrase", "密码", first.clone()) }
                if locking {
                    { field("passphrase-again", "再输一遍", again.clone()) }
                }
                if let Some(reason) = refused {
                    <p class="dialog__fault" id="passphrase-fault" role="alert">{ reason }</p>
                }
                if working {
                    <p class="dialog__wait" role="status">{ if locking { "正在加密，要几秒钟……" } else { "正在打开，要几秒钟……" } }</p>
                }
                <div class="button-row">
                    <button class="button button--primary" type="submit" disabled={working}>{ if locking { "加密并下载" } else { "打开" } }</button>
                    <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>{ "取消" }</button>
                </div>
            </form>
        </Dialog>
    }
}
