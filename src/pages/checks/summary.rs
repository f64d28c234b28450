//! 错误汇总: what must be put right before the report is handed in. It takes the focus when the page is opened.

use yew::prelude::*;

use crate::components::finding::FindingLink;
use crate::domain::checks::finding::finding::{Finding, Severity};

/// How many errors the summary lists; the rest stands below it.
const SHOWN: usize = 8;

/// What the summary is told.
#[derive(Clone, PartialEq, Properties)]
pub struct SummaryProps {
    /// The findings in order.
    pub findings: Vec<Finding>,
}

/// The summary; nothing where there are no errors.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let errors: Vec<&Finding> = props
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .collect();
    if errors.is_empty() {
        return html! {};
    }
    html! {
        <section class="error-summary" id="error-summary" aria-labelledby="summary-title" tabindex="-1">
            <h2 class="error-summary__title" id="summary-title">{ format!("送审前要改的 {} 个错误", errors.len()) }</h2>
            <ul class="error-summary__list">
                { for errors.iter().take(SHOWN).map(|finding| html! {
                    <li><FindingLink finding={(*finding).clone()} class="error-summary__link error-summary__link--error" /></li>
                }) }
            </ul>
            if errors.len() > SHOWN {
                <p class="error-summary__more">{ format!("另有 {} 个，在下面逐条处理。", errors.len() - SHOWN) }</p>
            }
        </section>
    }
}
