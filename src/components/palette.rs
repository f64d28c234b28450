//! 查找: one box with a list below it. Type to narrow, arrows, Enter; Escape gives the focus back to where it was.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::domain::evaluation::figure;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::palette::{Entry, Found, Target, found};
use crate::state::model::workspace::{Explained, Workspace};

use super::combobox::{show, stepped};
use super::dialog::Dialog;
use super::dispatch::use_dispatch;

/// So many are listed; a few letters more are quicker than a longer list.
const LISTED: usize = 12;

/// So many characters of what stands in a field are shown beside it.
const VALUE: usize = 18;

/// What the box is told.
#[derive(Clone, PartialEq, Properties)]
pub struct PaletteProps {
    /// Everything that can be found.
    pub entries: Rc<Vec<Entry>>,
    /// The open draft, for what stands in its fields.
    pub workspace: Option<Rc<Workspace>>,
}

/// The box.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let dispatch = use_dispatch();
    let entries = &props.entries;
    let input = use_node_ref();
    let typed = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    // What was found for the keys before; each key looks only at what is left of it.
    let last = use_mut_ref(Found::default);
    let now = {
        let last = Rc::clone(&last);
        use_memo((Rc::clone(entries), (*typed).clone()), move |(entries, typed)| {
            let now = found(entries, typed, &last.borrow(), LISTED);
            last.replace(now.clone());
            now
        })
    };
    // Words of the report's own stand in no label; the way to them is the last option.
    let words = (!typed.trim().is_empty() && props.workspace.is_some()).then(|| typed.trim().to_owned());
    let count = now.best.len() + usize::from(words.is_some());
    let chosen = (*active).min(count.saturating_sub(1));
    // The first is in sight anyway, and looking for it would cost a layout with each key.
    let scrolled = use_mut_ref(|| false);
    use_effect_with((chosen, Rc::clone(&now)), move |_| {
        if chosen > 0 || scrolled.replace(chosen > 0) {
            scrolled.replace(chosen > 0);
            show(&option_id(chosen));
        }
    });
    let oninput = {
        let (typed, active) = (typed.setter(), active.setter());
        Callback::from(move |event: InputEvent| {
            // What an input method is still composing is not what is meant.
            if let Some(input) = event
                .target_dyn_into::<HtmlInputElement>()
                .filter(|_| !event.is_composing())
            {
                typed.set(input.value());
                active.set(0);
            }
        })
    };
    {
        let (input, typed, active) = (input.clone(), typed.setter(), active.setter());
        use_effect_with((), move |()| {
            // Browsers end a composition with this event alone; the input event before it still says composing.
            let listener = input.cast::<HtmlInputElement>().map(|input| {
                let own = input.clone();
                EventListener::new(&input, "compositionend", move |_| {
                    typed.set(own.value());
                    active.set(0);
                })
            });
            move || drop(listener)
        });
    }
    let choose = {
        let (dispatch, entries, now, words, input) = (
            dispatch.clone(),
            Rc::clone(entries),
            Rc::clone(&now),
            words.clone(),
            input.clone(),
        );
        Callback::from(move |place: usize| {
            let target = now
                .best
                .get(place)
                .and_then(|place| entries.get(*place))
                .map(|entry| entry.target.clone());
            match (target, &words) {
                (Some(Target::Figure(figure)), _) => {
                    let place = input
                        .cast::<HtmlElement>()
                        .map(|input| input.get_bounding_client_rect());
                    // Whole pixels are exact enough for placing a panel.
                    let (left, below) = place.map_or((0, 0), |place| (place.left() as i32, place.top() as i32));
                    dispatch.send(Message::OverlayClosed);
                    dispatch.send(Message::FigurePressed(Explained { figure, left, below }));
                }
                (Some(target), _) => dispatch.send(Message::PaletteChosen(target)),
                (None, Some(words)) => dispatch.send(Message::WordsSought(words.clone())),
                (None, None) => {}
            }
        })
    };
    let onkeydown = {
        let choose = choose.clone();
        Callback::from(move |event: KeyboardEvent| {
            // 229 is what older browsers say of a key that an input method has taken.
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            match event.key().as_str() {
                // What is taken back here is what was typed here.
                "z" | "Z" | "y" | "Y" if event.ctrl_key() || event.meta_key() => {
                    event.stop_propagation();
                    return;
                }
                key @ ("ArrowDown" | "ArrowUp") => active.set(stepped(chosen, count, key == "ArrowDown")),
                "Enter" => choose.emit(chosen),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option = |place: usize, body: Html| {
        let choose = choose.clone();
        html! {
            <li class={classes!("palette__option", (place == chosen).then_some("palette__option--active"))} id={option_id(place)}
                role="option" aria-selected={(place == chosen).to_string()} onclick={Callback::from(move |_: MouseEvent| choose.emit(place))}>{ body }</li>
        }
    };
    let said = match (now.best.len(), now.count()) {
        (0, _) => "没有找到。换个说法，或在正文里找。".to_owned(),
        (listed, count) if listed < count => format!("共 {count} 条，先列 {listed} 条；再输几个字缩小范围。"),
        (_, count) => format!("共 {count} 条。"),
    };
    html! {
        <Dialog title="查找" class="dialog--palette" oncancel={dispatch.on::<Event>(Message::OverlayClosed)}>
            <input class="control palette__input" ref={input} type="text" role="combobox" aria-label="查找" aria-expanded="true" aria-autocomplete="list"
                aria-controls="palette-list" aria-activedescendant={(count > 0).then(|| option_id(chosen))}
                autocomplete="off" autofocus={true} spellcheck="false" placeholder="执行率、zhixinglv 或 zxl" {oninput} {onkeydown} />
            <ul class="palette__list" id="palette-list" role="listbox" aria-label="找到的">
                { for now.best.iter().enumerate().filter_map(|(place, number)| {
                    let entry = entries.get(*number)?;
                    Some(option(place, row(entry, props.workspace.as_deref())))
                }) }
                if let Some(words) = &words {
                    { option(now.best.len(), html! {
                        <>
                            <span class="palette__label">{ format!("在正文里找“{words}”") }</span>
                            <span class="palette__kind">{ "查找和替换" }</span>
                        </>
                    }) }
                }
            </ul>
            <div class="palette__foot">
                <p class="palette__said" role="status">{ said }</p>
                <p class="palette__keys" aria-hidden="true">{ "↑ ↓ 选，回车去，Esc 关闭" }</p>
                <button class="button button--small palette__close" type="button" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>{ "关闭" }</button>
            </div>
        </Dialog>
    }
}

fn option_id(place: usize) -> String {
    format!("palette-option-{place}")
}

/// What is said of an entry: its name, what stands there now, what it is.
fn row(entry: &Entry, workspace: Option<&Workspace>) -> Html {
    let value = workspace.and_then(|workspace| value(entry, workspace));
    let beside = &entry.beside.text;
    let kind = match beside.as_str() {
        "" => entry.kind.label().to_owned(),
        beside => format!("{} · {beside}", entry.kind.label()),
    };
    html! {
        <>
            <span class="palette__label">{ &entry.label }</span>
            if let Some(value) = value {
                <span class="palette__value">{ value }</span>
            }
            <span class="palette__kind">{ kind }</span>
        </>
    }
}

/// What stands in a field, or what a figure is, in a few characters; nothing where the label says it.
fn value(entry: &Entry, workspace: &Workspace) -> Option<String> {
    let text = match &entry.target {
        Target::Field(field) => workspace.draft.input(*field)?.shown(),
        Target::Figure(figure) => figure::printed(&workspace.evaluation, *figure).ok()?,
        _ => return None,
    };
    let line: String = text
        .chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .take(VALUE + 1)
        .collect();
    let is_said = line.is_empty() || entry.label.starts_with(line.trim_end_matches('…'));
    (!is_said).then(|| match line.char_indices().nth(VALUE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    })
}
