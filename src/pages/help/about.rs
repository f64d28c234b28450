//! 这是什么: two minutes for who signs the report.

use yew::prelude::*;

use crate::components::plain_bar::PlainBar;
use crate::domain::values::input::Choice;
use crate::state::model::help::Topic;
use crate::state::model::reports::StorageFault;
use crate::state::model::route::Route;

use super::panel::text;
use super::texts::help;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct AboutProps {
    /// Why nothing can be kept, if so.
    pub fault: Option<StorageFault>,
}

/// The page.
#[component]
pub fn AboutPage(props: &AboutProps) -> Html {
    let about = help(Topic::About);
    html! {
        <>
            <PlainBar here={Route::About} fault={props.fault.clone()} />
            <main class="sheet about" id="main" tabindex="-1">
                <div class="masthead">
                    <h1 class="masthead__title" id="page-title" tabindex="-1">{ Topic::About.label() }</h1>
                    <p class="masthead__lead">{ about.hint }</p>
                </div>
                <div class="about__text">{ text(&about) }</div>
                <a class="button" href={Route::Start.hash()}>{ "到全部报告" }</a>
            </main>
        </>
    }
}
