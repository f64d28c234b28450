//! 预览与导出: the report as A4 pages, and the ways to take it away.

use yew::prelude::*;

use crate::components::menu::{ErrorsNotice, ExportButton};
use crate::domain::finding::Severity;
use crate::state::effect::Export;

use super::page::{PageProps, head};
use super::paper_view::PaperView;

/// The page.
#[component]
pub fn PreviewPage(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let report = use_memo(workspace.draft.clone(), |_| workspace.report());
    let count = use_state(|| 0);
    let oncount = {
        let count = count.clone();
        use_callback((), move |pages, ()| count.set(pages))
    };
    html! {
        <>
            <div class="preview-bar">
                { head("预览与导出", None) }
                <ErrorsNotice errors={workspace.findings.count(Severity::Error)} />
                <ul class="ways ways--export">
                    <li class="way"><ExportButton export={Export::Word} class="way" /></li>
                    <li class="way"><ExportButton export={Export::Excel} class="way" /></li>
                    <li class="way"><ExportButton export={Export::ProjectFile} class="way" /></li>
                </ul>
                <p class="preview-bar__count">{ if *count > 0 { format!("共 {} 页", *count) } else { "正在分页".to_owned() } }</p>
            </div>
            <PaperView {report} {oncount} label="报告预览" />
        </>
    }
}
