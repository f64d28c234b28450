//! 预览与导出: the report as A4 pages, and the ways to take it away.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::form_choice::FormChoice;
use crate::components::icon::{Icon, Symbol};
use crate::components::menu::{ErrorsNotice, ExportButton, LockButton};
use crate::domain::checks::finding::finding::Severity;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, SchemeField};
use crate::domain::scheme::table_form::TableForm;
use crate::domain::scheme::tables_of::form_of;
use crate::domain::values::input::Choice;
use crate::state::model::effect::Export;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;

use super::page::{PageProps, head};
use super::paper_view::PaperView;

/// The page.
#[component]
pub fn PreviewPage(props: &PageProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    let report = use_memo(workspace.draft.clone(), |_| workspace.report());
    let count = use_state(|| None);
    let oncount = {
        let count = count.clone();
        use_callback(dispatch.clone(), move |pages, dispatch| {
            count.set(pages);
            dispatch.send(Message::PagesCut);
        })
    };
    let form = form_of(&workspace.draft.scheme);
    let read_only = workspace.pen != Pen::Here;
    let onchosen = use_callback(dispatch.clone(), |form: TableForm, dispatch| {
        let field = Field::Scheme(SchemeField::TableForm);
        dispatch.send(Message::Edited(Edit::Set(field, form.code().to_owned())));
        dispatch.send(Message::FieldLeft(field));
    });
    let onfield = use_callback(dispatch.clone(), |field, dispatch| {
        dispatch.send(Message::FieldSought(field))
    });
    html! {
        <>
            <div class="preview-bar">
                { head("预览与导出", None) }
                <ErrorsNotice errors={workspace.findings.count(Severity::Error)} />
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
                <p class="preview-bar__count">{ count.map(|count| format!("共 {count} 页")) }</p>
            </div>
            <PaperView {report} {oncount} {onfield} label="报告预览" />
        </>
    }
}
