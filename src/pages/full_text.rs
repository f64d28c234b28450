//! 看全文: an earlier state of the report as it would have been printed.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::model::recovery::Comparison;

use super::paper_view::PaperView;

/// What the text is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FullTextProps {
    /// The copy or version that is looked at.
    pub compared: Rc<Comparison>,
}

/// The text, once it is asked for: making its pages takes a moment.
#[component]
pub fn FullText(props: &FullTextProps) -> Html {
    let open = use_state(|| false);
    let shown = open.then(|| props.compared.draft.clone());
    let report = use_memo(shown, |shown| shown.is_some().then(|| Rc::new(props.compared.report())));
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class="whole-text">
            <button class="button button--small" type="button" aria-expanded={open.to_string()} onclick={toggle}>
                { if *open { "收起全文" } else { "看当时的全文" } }
            </button>
            if let Some(report) = &*report {
                <PaperView report={report.clone()} label="当时的全文" />
            }
        </div>
    }
}
