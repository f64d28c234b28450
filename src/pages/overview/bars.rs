//! The bars beside numbers. They say nothing that the numbers do not, so screen readers pass them by. Lengths are
//! attributes, because the page's policy forbids inline styles.

use yew::prelude::*;

use crate::domain::values::rate::Rate;

/// A score on its weight.
pub fn score_bar(share: Option<Rate>) -> Html {
    let share = share.unwrap_or_default();
    html! {
        <svg class="bar" aria-hidden="true" width="100%" height="10">
            <rect class="bar__track" width="100%" height="10" rx="2" />
            <rect class={if share == Rate::FULL { "bar__fill" } else { "bar__fill bar__fill--part" }} width={share.printed_percent()} height="10" rx="2" />
        </svg>
    }
}

/// The budget, and below it what was spent.
pub fn money_bars(budget: Rate, executed: Rate) -> Html {
    html! {
        <svg class="bar" aria-hidden="true" width="100%" height="20">
            <rect class="bar__quiet" width={budget.printed_percent()} height="8" rx="2" />
            <rect class="bar__fill" y="11" width={executed.printed_percent()} height="8" rx="2" />
        </svg>
    }
}
