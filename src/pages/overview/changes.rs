//! 和上一版比: what was changed since the version that was last named or handed on.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::section::Section;
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::calendar::Moment;
use crate::domain::values::input::Choice;
use crate::state::model::recovery::{Comparison, Recovery};
use crate::state::model::reports::DraftId;
use crate::state::model::route::{Page, Route};

/// So many changes are listed; the rest is counted.
const LISTED: usize = 8;

/// So much of a text is shown.
const EXCERPT: usize = 40;

/// What the section is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ChangesProps {
    /// The open draft.
    pub id: DraftId,
    /// Its versions, once they were read.
    pub recovery: Option<Rc<Recovery>>,
    /// The last version beside the draft as it is, once it was read.
    pub compared: Option<Rc<Comparison>>,
    /// The time, for 今天.
    pub now: Moment,
}

/// The section; nothing while there is no version.
#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let Some(compared) = props
        .compared
        .as_ref()
        .filter(|compared| compared.source.id == props.id)
    else {
        return html! {};
    };
    let version = props.recovery.iter().find_map(|recovery| {
        let mut all = recovery.holdings.iter().flat_map(|holding| &holding.versions);
        all.find(|version| version.source == compared.source)
    });
    let title = version.map_or_else(|| "版本".to_owned(), |version| version.title());
    let is_said = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    // What was written where nothing stood is counted; what was changed or taken out is worth a look.
    let (changed, fresh): (Vec<_>, Vec<_>) = compared
        .differences
        .iter()
        .partition(|difference| is_said(&difference.before));
    let count = changed.len();
    let since = format!("“{title}”，{}", compared.at.since(&props.now));
    let short = |text: &Option<String>| match text.as_deref().map(str::trim) {
        None => "（没有这一行）".to_owned(),
        Some("") => "（空）".to_owned(),
        Some(text) => {
            let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_long = line.chars().count() > EXCERPT;
            format!(
                "{}{}",
                line.chars().take(EXCERPT).collect::<String>(),
                if is_long { "…" } else { "" }
            )
        }
    };
    let versions = Route::Draft(props.id.clone(), Page::Versions).hash();
    html! {
        <Section title="和上一版比" id="changes" note={html! { <a class="overview__link" href={versions}>{ "看全部差别" }</a> }}>
            <p>{ match (count, fresh.len()) {
                (0, 0) => format!("和上一版（{since}）一样。"),
                (0, fresh) => format!("上一版（{since}）以来新填了 {fresh} 处，原有的没有改。"),
                (count, 0) => format!("上一版（{since}）以来改了 {count} 处。"),
                (count, fresh) => format!("上一版（{since}）以来改了 {count} 处，新填了 {fresh} 处。"),
            } }</p>
            if count > 0 {
                <table class="table table--flush overview__changes" aria-labelledby="changes-title" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ "哪一处" }</th>
                        <th scope="col" role="columnheader">{ "当时" }</th>
                        <th scope="col" role="columnheader">{ "现在" }</th>
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for changed.iter().take(LISTED).map(|difference| html! {
                            <tr role="row">
                                <th scope="row" role="rowheader">{ format!("{}·{}", Chapter::of(difference.field).label(), difference.name) }</th>
                                <td data-label="当时" role="cell">{ short(&difference.before) }</td>
                                <td data-label="现在" role="cell">{ short(&difference.after) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            }
            if count > LISTED {
                <p class="section__lead">{ format!("还有 {} 处没有列出。", count - LISTED) }</p>
            }
        </Section>
    }
}
