//! 上一条, 下一条: the way from one finding to the next, at the foot of each part. Once it is followed it stays in
//! sight; before that it lies still at the end of the page.

use yew::prelude::*;

use crate::domain::values::row::Direction;
use crate::state::model::message::Message;
use crate::state::model::reports::DraftId;
use crate::state::model::route::{Page, Route};

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};

/// What the way is told.
#[derive(Clone, PartialEq, Properties)]
pub struct StepperProps {
    /// The open draft.
    pub id: DraftId,
    /// How many findings there are.
    pub count: usize,
    /// Whether the way is being followed.
    pub walking: bool,
    /// The place of the finding that was gone to last, from 0; none once it was put right.
    pub place: Option<usize>,
}

/// The way.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    let dispatch = use_dispatch();
    let StepperProps {
        count, walking, place, ..
    } = props;
    if *count == 0 && !walking {
        return html! {};
    }
    let said = match (place, walking, count) {
        (Some(place), ..) => format!("第 {} / {count} 条", place + 1),
        (None, true, 0) => "都处理完了".to_owned(),
        (None, true, _) => format!("这条处理好了，还有 {count} 条"),
        (None, false, _) => format!("检查结果 {count} 条"),
    };
    let step = |direction| dispatch.on::<MouseEvent>(Message::FindingStepped(direction));
    html! {
        <nav class={classes!("stepper", walking.then_some("stepper--walking"))} aria-label="逐条处理">
            if *count > 0 {
                <div class="stepper__ways">
                    <button class="button button--small" type="button" title="上一条（Shift+F8）" onclick={step(Direction::Up)}><Icon symbol={Symbol::Up} />{ "上一条" }</button>
                    <button class="button button--small" type="button" title="下一条（F8）" onclick={step(Direction::Down)}><Icon symbol={Symbol::Down} />{ "下一条" }</button>
                </div>
            }
            // Behind the buttons, which stay in their place whatever is said.
            <p class="stepper__place" role="status">{ said }</p>
            <a class="stepper__all" href={Route::Draft(props.id.clone(), Page::Checks).hash()}>{ "全部清单" }</a>
            if *walking {
                <button class="button button--icon stepper__end" type="button" title="收起" onclick={dispatch.on::<MouseEvent>(Message::SteppingEnded)}>
                    <Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "收起逐条处理" }</span>
                </button>
            }
        </nav>
    }
}
