//! Below a field of prose: 插入数据, what its references say now, and numbers that could be references.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::domain::draft::edit::Edit;
use crate::domain::draft::names;
use crate::state::model::message::Message;

use super::bound::Bound;
use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};
use super::prose::Offer;
use super::reference_picker::ReferencePicker;

/// What the tools are told.
#[derive(Clone, PartialEq, Properties)]
pub struct ProseToolsProps {
    /// The field.
    pub bound: Bound,
    /// How many characters the text has, where they are counted.
    #[prop_or_default]
    pub count: Option<AttrValue>,
}

/// The tools. Text changes only when a button is pressed, never while it is being typed.
#[component]
pub fn ProseTools(props: &ProseToolsProps) -> Html {
    let dispatch = use_dispatch();
    let Bound {
        field,
        text,
        read_only,
        prose,
        ..
    } = &props.bound;
    let field = *field;
    // Where the caret goes once the text with the reference in it is there.
    let caret = use_mut_ref(|| None::<u32>);
    {
        let caret = caret.clone();
        use_effect_with(text.clone(), move |_| {
            if let (Some(place), Some(area)) = (caret.borrow_mut().take(), area(&field.key())) {
                // An element that is there can take the focus, and a place within its text a caret.
                let _ = area.focus();
                let _ = area.set_selection_range(place, place);
            }
        });
    }
    let picked = {
        let (dispatch, caret, text) = (dispatch.clone(), caret.clone(), text.clone());
        Callback::from(move |written: String| {
            let area = area(&field.key());
            let selected = |end: Option<u32>| end.and_then(|end| usize::try_from(end).ok());
            let end_of = |read: fn(&HtmlTextAreaElement) -> Option<u32>| selected(area.as_ref().and_then(read));
            let start = end_of(|area| area.selection_start().ok().flatten());
            let end = end_of(|area| area.selection_end().ok().flatten());
            let start = start.map(|start| before_braces(&text, start));
            let (next, place) = inserted(&text, &written, start, end);
            *caret.borrow_mut() = Some(place);
            dispatch.send(Message::PickerToggled(field));
            dispatch.send(Message::Edited(Edit::Set(field, next)));
        })
    };
    let Some(prose) = prose else { return html! {} };
    let toggle = dispatch.on::<MouseEvent>(Message::PickerToggled(field));
    let open = prose.offers.is_some();
    let whose = || html! { <span class="visually-hidden">{ format!("：{}", names::short_name(field)) }</span> };
    let bind = |bound: String| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Message::Edited(Edit::Set(field, bound.clone())));
            // The button goes away, so the focus goes where the text is.
            area(&field.key()).and_then(|area| area.focus().ok());
        })
    };
    html! {
        <>
            <div class="field__foot">
                if *read_only {
                    <span></span>
                } else {
                    <button class="button button--quiet button--small prose__insert" type="button" aria-expanded={open.to_string()} onclick={toggle}>
                        <Icon symbol={Symbol::Plus} />{ "插入数据" }{ whose() }
                    </button>
                }
                <span>{ props.count.clone() }</span>
            </div>
            if let Some(offers) = &prose.offers {
                <ReferencePicker {field} offers={offers.clone()} {picked} />
            }
            if !prose.quoted.is_empty() {
                <p class="prose__quoted">{ "引用：" }{ for prose.quoted.iter().map(quoted) }</p>
            }
            if let (Some(alike), false) = (&prose.alike, *read_only) {
                <p class="prose__alike">
                    <span>{ format!("有 {} 处数字与数据相同，改为引用后会跟着数据变。", alike.count) }</span>
                    <button class="button button--small" type="button" onclick={bind(alike.bound.clone())}>
                        { "改为引用" }{ whose() }
                    </button>
                </p>
            }
        </>
    }
}

/// A reference with what it says now; what is missing is marked.
fn quoted(offer: &Offer) -> Html {
    html! {
        <span class="prose__item" key={offer.name.clone()}>
            { format!("{} ", offer.name) }
            { match &offer.value {
                Ok(value) => html! { <span class="prose__value">{ value }</span> },
                Err(gap) => html! { <span class="prose__gap">{ gap }</span> },
            } }
        </span>
    }
}

fn area(id: &str) -> Option<HtmlTextAreaElement> {
    use wasm_bindgen::JsCast;
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Where something that was picked begins: before two braces that asked for it, which it brings itself.
fn before_braces(text: &str, start: usize) -> usize {
    let units: Vec<u16> = text.encode_utf16().take(start).collect();
    let asked = units.ends_with(&[0x7b; 2]) || units.ends_with(&[0xff5b; 2]);
    if asked { start - 2 } else { start }
}

/// A text with something in the place of what is selected, and where the caret goes: both counted in UTF-16
/// units, as browsers count. Without a selection it goes to the end.
fn inserted(text: &str, written: &str, start: Option<usize>, end: Option<usize>) -> (String, u32) {
    let units = text.encode_utf16().count();
    let start = start.unwrap_or(units).min(units);
    let end = end.unwrap_or(units).clamp(start, units);
    let byte = |unit: usize| {
        let mut passed = 0;
        let place = text.char_indices().find(|(_, c)| {
            let is_here = passed >= unit;
            passed += c.len_utf16();
            is_here
        });
        place.map_or(text.len(), |(place, _)| place)
    };
    let mut next = text.to_owned();
    next.replace_range(byte(start)..byte(end), written);
    let caret = start + written.encode_utf16().count();
    (next, u32::try_from(caret).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use crate::components::prose_tools::*;

    #[test]
    fn braces_that_asked_for_a_name_are_part_of_it() {
        for (text, start, expected) in [
            ("为{{", 3, 1),
            ("为｛｛。", 3, 1),
            ("为{。", 2, 2),
            ("", 0, 0),
            ("{{", 2, 0),
        ] {
            assert_eq!(before_braces(text, start), expected, "{text}");
        }
    }

    #[test]
    fn inserts_at_the_caret_whatever_the_characters() {
        for (text, start, end, expected) in [
            ("执行率为。", Some(4), Some(4), ("执行率为{{a}}。", 9)),
            ("𠮷为。", Some(3), Some(3), ("𠮷为{{a}}。", 8)),
            ("执行率为90%。", Some(4), Some(7), ("执行率为{{a}}。", 9)),
            ("", Some(0), Some(0), ("{{a}}", 5)),
            ("短", Some(9), Some(12), ("短{{a}}", 6)),
            ("无处", None, None, ("无处{{a}}", 7)),
            ("倒", Some(1), Some(0), ("倒{{a}}", 6)),
        ] {
            let (next, caret) = inserted(text, "{{a}}", start, end);
            assert_eq!((next.as_str(), caret), expected, "{text}");
        }
    }
}
