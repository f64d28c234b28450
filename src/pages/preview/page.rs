//! 预览与导出: the report as A4 pages, and the ways to take it away.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::form_choice::FormChoice;
use crate::components::icon::{Icon, Symbol};
use crate::components::menu::{ErrorsNotice, ExportButton, LockButton};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, SchemeField};
use crate::domain::scheme::table_form::TableForm;
use crate::domain::scheme::tables_of::form_of;
use crate::domain::values::input::Choice;
use crate::state::model::effect::Export;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;

use crate::pages::leaves::Leaves;
use crate::pages::page::head;
use crate::pages::paper;
use crate::pages::paper_view::PaperView;
use crate::state::model::workspace::Workspace;
use crate::state::model::zoom::Zoom;

use super::desk::use_zoom;
use super::keys;
use super::keys::Key;
use super::page_list::{PageList, use_present};
use super::zoom_bar::ZoomBar;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct PreviewProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// 显示比例.
    pub zoom: Zoom,
}

/// The page.
#[component]
pub fn PreviewPage(props: &PreviewProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    let report = use_memo(workspace.draft.clone(), |_| workspace.report());
    let leaves = use_state(Leaves::default);
    let onleaves = {
        let leaves = leaves.clone();
        use_callback(dispatch.clone(), move |list, dispatch| {
            leaves.set(list);
            dispatch.send(Message::PagesCut);
        })
    };
    let desk = use_node_ref();
    let shown = use_zoom(&desk, props.zoom);
    let present = use_present(leaves.list.len());
    // Whoever comes back from a field looks at the page again from which it was gone to.
    let left = *use_memo((), |()| workspace.left_page);
    use_effect_with((left, leaves.list.len(), leaves.is_cut), |(left, count, is_cut)| {
        if let Some(left) = left.filter(|left| left < count) {
            keys::show(*is_cut, left);
        }
    });
    let is_listing = use_state_eq(|| false);
    let said = use_state_eq(String::new);
    let follow = use_callback(
        (dispatch.clone(), report.clone(), present),
        |target: Element, (dispatch, report, present)| {
            let mark = target.closest("[data-lead]").ok().flatten();
            let mark = mark.and_then(|element| paper::led(&element.get_attribute("data-lead")?));
            if let Some((form, field)) = mark.and_then(|(piece, cell)| report.lead(piece, cell)) {
                dispatch.send(Message::LeadFollowed(form, field, *present));
            }
        },
    );
    let onclick = {
        let follow = follow.clone();
        Callback::from(move |event: MouseEvent| {
            // Who marks words to copy them does not want to leave.
            let marks = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
            if marks.is_none_or(|marks| marks.is_collapsed())
                && let Some(target) = event.target_dyn_into::<Element>()
            {
                follow.emit(target);
            }
        })
    };
    let onkeydown = {
        let (dispatch, said) = (dispatch.clone(), said.clone());
        let last = leaves.list.len().saturating_sub(1);
        let is_cut = leaves.is_cut;
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = keys::asked(&event) else { return };
            event.prevent_default();
            match key {
                Key::Page(by) => keys::show(is_cut, present.saturating_add_signed(by).min(last)),
                Key::First => keys::show(is_cut, 0),
                Key::Last => keys::show(is_cut, last),
                Key::Piece(by) => said.set(keys::mark(by, true).unwrap_or_default()),
                Key::Cell(by) => said.set(keys::mark(by, false).unwrap_or_default()),
                Key::Follow => keys::marked().into_iter().for_each(|piece| follow.emit(piece.into())),
                Key::Larger => dispatch.send(Message::ZoomChosen(Zoom::larger(shown))),
                Key::Smaller => dispatch.send(Message::ZoomChosen(Zoom::smaller(shown))),
                Key::Fit => dispatch.send(Message::ZoomChosen(Zoom::Fit)),
            }
        })
    };
    let ontoggle = {
        let is_listing = is_listing.clone();
        Callback::from(move |_: MouseEvent| is_listing.set(!*is_listing))
    };
    let onlisted = {
        let is_listing = is_listing.setter();
        use_callback((), move |(), ()| is_listing.set(false))
    };
    let form = form_of(&workspace.draft.scheme);
    let read_only = workspace.pen != Pen::Here;
    let onchosen = use_callback(dispatch.clone(), |form: TableForm, dispatch| {
        let field = Field::Scheme(SchemeField::TableForm);
        dispatch.send(Message::Edited(Edit::Set(field, form.code().to_owned())));
        dispatch.send(Message::FieldLeft(field));
    });
    html! {
        <div class="preview" {onkeydown}>
            <div class="preview-bar">
                { head("预览与导出", None) }
                <ErrorsNotice errors={workspace.findings.errors()} />
                <ul class="ways ways--export">
                    <li class="way"><ExportButton export={Export::Word} class="way" /></li>
                    <li class="way"><ExportButton export={Export::Excel} class="way" /></li>
                    <li class="way"><ExportButton export={Export::Package} class="way" /></li>
                    <li class="way">
                        <button class="way__button" type="button" id="print" onclick={dispatch.on::<MouseEvent>(Message::PrintPressed)}>
                            <Icon symbol={Symbol::Print} class="way__icon" /><span class="way__name">{ "打印" }</span><span class="way__note">{ "和预览一样的页；打印机选“另存为 PDF”就是 PDF" }</span>
                        </button>
                    </li>
                    <li class="way"><ExportButton export={Export::ProjectFile} class="way" /></li>
                    <li class="way"><LockButton class="way" /></li>
                </ul>
                <details class="disclosure" id="forms">
                    <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ format!("表样：{}", form.label()) }<span class="disclosure__note">{ "指标和得分的表用哪种样子" }</span></summary>
                    <div class="disclosure__body"><FormChoice kind={workspace.draft.scheme.kind} chosen={form} {read_only} {onchosen} /></div>
                </details>
            </div>
            <div class="desk-bar">
                <button class="button button--small desk-bar__list" type="button" aria-expanded={is_listing.to_string()} aria-controls="page-list" onclick={ontoggle}>
                    <Icon symbol={Symbol::Menu} />{ "目录" }
                </button>
                if leaves.is_cut {
                    <p class="desk-bar__count"><span>{ format!("共 {} 页", leaves.list.len()) }</span></p>
                    <p class="desk-bar__keys">{ "点文字去填写；PageDown 翻页" }</p>
                    <ZoomBar zoom={props.zoom} {shown} />
                }
            </div>
            <div class="desk-frame">
                <PageList leaves={(*leaves).clone()} {present} open={*is_listing} onchosen={onlisted} />
                <div class="desk-frame__pages" {onclick}>
                    <PaperView {report} {onleaves} {desk} label="报告预览。按上下键选一段，左右键选表里的一格，回车去填写" />
                </div>
            </div>
            <p class="visually-hidden" role="status">{ (*said).clone() }</p>
        </div>
    }
}
