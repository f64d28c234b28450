//! The way to the parts before and after.

use yew::prelude::*;

use crate::domain::scheme::scheme::ReportKind;
use crate::state::model::reports::DraftId;
use crate::state::model::route::{Page, Route};

use super::icon::{Icon, Symbol};

/// What the links are told.
#[derive(Clone, PartialEq, Properties)]
pub struct PageTurnProps {
    /// The open draft.
    pub id: DraftId,
    /// The page that is shown.
    pub page: Page,
    /// 报告种类.
    pub kind: ReportKind,
}

/// Links to the parts before and after.
#[component]
pub fn PageTurn(props: &PageTurnProps) -> Html {
    let href = |page| Route::Draft(props.id.clone(), page).hash();
    html! {
        <nav class="page-turn" aria-label="前后部分">
            if let Some(page) = props.page.previous(props.kind) {
                <a class="page-turn__link" href={href(page)}><Icon symbol={Symbol::Left} />{ format!("上一部分：{}", page.label()) }</a>
            } else {
                <span></span>
            }
            if let Some(page) = props.page.next(props.kind) {
                <a class="page-turn__link" href={href(page)}>{ format!("下一部分：{}", page.label()) }<Icon symbol={Symbol::Right} /></a>
            }
        </nav>
    }
}
