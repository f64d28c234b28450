//! The head of the editor beside the list: which indicator it is, what it gets, the report's total, and the way out.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::figure::FigureButton;
use crate::components::icon::{Icon, Symbol};
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

/// What the head is told.
#[derive(Clone, PartialEq, Properties)]
pub struct SideHeadProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// The indicator.
    pub id: Id,
}

/// The head. The editor covers the live figures, so it says the total itself.
#[component]
pub fn SideHead(props: &SideHeadProps) -> Html {
    let dispatch = use_dispatch();
    let SideHeadProps { workspace, id } = props;
    let rows = &workspace.draft.indicators;
    let Some(place) = rows.iter().position(|row| row.id == *id) else {
        return html! {};
    };
    let name = match rows.get(place).map(|row| row.name.trim()) {
        None | Some("") => "未命名的指标",
        Some(name) => name,
    };
    let score = workspace.evaluation.indicators.get(place).map(|row| row.score);
    let score = score.map_or_else(String::new, |score| {
        score.map_or_else(gap_words::gap_note, Points::printed)
    });
    html! {
        <div class="side-head">
            <h2 class="side-head__name">{ format!("{}. {name}", place + 1) }</h2>
            <button class="button button--icon" type="button" title="收起" onclick={dispatch.on::<MouseEvent>(Message::IndicatorToggled(*id))}>
                <Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "收起编辑栏" }</span>
            </button>
            <p class="side-head__figures">
                { format!("得分 {score}，总分 ") }
                <FigureButton figure={Figure::TotalScore} name="总分" text={printed(&workspace.evaluation, Figure::TotalScore)} />
            </p>
        </div>
    }
}
