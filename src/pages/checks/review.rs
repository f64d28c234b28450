//! 复核预计得分: what a reviewer would leave of the self-given score, line by line, down to each indicator.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::names;
use crate::domain::review::review::{Loss, Review, review};
use crate::domain::review::review_words::Line;
use crate::domain::scheme::review::ReviewRules;
use crate::domain::values::input::Choice;
use crate::domain::values::points::Points;
use crate::state::model::message::Message;
use crate::state::model::route::{Page, Route};
use crate::state::model::workspace::Workspace;

/// What the panel is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ReviewPanelProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
}

/// The panel; nothing where the draft has no indicators.
#[component]
pub fn ReviewPanel(props: &ReviewPanelProps) -> Html {
    let workspace = &props.workspace;
    if workspace.draft.written_indicators().next().is_none() {
        return html! {};
    }
    let found = review(&workspace.draft, &workspace.evaluation, &workspace.findings);
    let lines = found.lines();
    html! {
        <section class="section review" aria-labelledby="review-title">
            <div class="section__head">
                <h2 class="section__title" id="review-title" tabindex="-1">{ "复核预计得分" }</h2>
                <p class="section__note">{ basis(&workspace.draft.scheme.review) }<a href={Route::Draft(workspace.id.clone(), Page::Chapter(Chapter::Scheme)).hash()}>{ "改口径" }</a></p>
            </div>
            <div class="review__body">
                { scores(&found) }
                <div class="review__lines">
                    <p class="review__sentence">{ found.sentence() }</p>
                    if !lines.is_empty() {
                        <ul class="review__list">{ for lines.iter().map(|line| html! { <li>{ format!("{}。", Line::sentence(line)) }</li> }) }</ul>
                    }
                    if let Some(proviso) = found.proviso() {
                        <p class="review__proviso">{ proviso }</p>
                    }
                </div>
            </div>
            if !found.losses.is_empty() {
                <details class="disclosure">
                    <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "逐项看" }<span class="disclosure__note">{ format!("{} 项指标会失分", found.losses.len()) }</span></summary>
                    <div class="disclosure__body review__frame">
                        <table class="table table--flush">
                            <caption class="visually-hidden">{ "会失分的指标，点名称去改" }</caption>
                            <thead><tr>
                                <th scope="col">{ "指标" }</th>
                                <th scope="col">{ "为什么" }</th>
                                <th class="table__number" scope="col">{ "自评" }</th>
                                <th class="table__number" scope="col">{ "预计" }</th>
                                <th class="table__number" scope="col">{ "失分" }</th>
                            </tr></thead>
                            <tbody>{ for found.losses.iter().map(|loss| html! { <LossRow key={loss.indicator.0} name={names::indicator_name(&workspace.draft, loss.indicator)} loss={loss.clone()} /> }) }</tbody>
                        </table>
                    </div>
                </details>
            }
        </section>
    }
}

/// By which rules; the preset is those of one place, which holds for others only as long as they have none.
fn basis(rules: &ReviewRules) -> String {
    match (rules.is_preset(), rules.source.trim()) {
        (true, source) => format!("参考{source}，本地有规定的请换上。"),
        (false, "") => "按评分方案里的复核口径。".to_owned(),
        (false, source) => format!("按{source}。"),
    }
}

/// The two scores beside each other, each with its grade where it has one.
fn scores(found: &Review) -> Html {
    let score = |name: &str, points: Option<Points>| {
        html! {
            <div class="review__score">
                <dt class="review__name">{ name.to_owned() }</dt>
                <dd class="review__points">{ points.map_or("—".to_owned(), Points::printed) }</dd>
            </div>
        }
    };
    html! {
        <dl class="review__scores">
            { score("自评", found.total.ok()) }
            { score("复核预计", found.expected.ok()) }
            if let Some(grade) = found.grade {
                <div class="review__score"><dt class="review__name">{ "预计等级" }</dt><dd class="review__points">{ grade.label() }</dd></div>
            }
        </dl>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LossRowProps {
    name: String,
    loss: Loss,
}

/// One indicator that would lose, with the way to its field.
#[component]
fn LossRow(props: &LossRowProps) -> Html {
    let dispatch = use_dispatch();
    let LossRowProps { name, loss } = props;
    let field = loss.field;
    let sought = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.send(Message::FieldSought(field));
    });
    html! {
        <tr>
            <th scope="row"><a href={format!("#{}", field.key())} onclick={sought}>{ name.clone() }</a></th>
            <td>{ loss.rule.label() }</td>
            <td class="table__number">{ loss.score.printed() }</td>
            <td class="table__number">{ loss.left.printed() }</td>
            <td class="table__number">{ loss.lost().printed() }</td>
        </tr>
    }
}
