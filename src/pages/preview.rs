//! 预览与导出: the report as A4 pages, and the ways to take it away.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::menu::{ErrorsNotice, ExportButton, LockButton};
use crate::domain::checks::finding::finding::Severity;
use crate::state::model::effect::Export;
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
                <p class="preview-bar__count">{ count.map(|count| format!("共 {count} 页")) }</p>
            </div>
            <PaperView {report} {oncount} label="报告预览" />
        </>
    }
}
