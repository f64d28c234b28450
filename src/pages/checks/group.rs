//! The findings of one part of the report. A long list is opened piece by piece.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::domain::agreement::sides::sides;
use crate::domain::checks::finding::finding::{Finding, FindingId};
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::input::Choice;
use crate::state::model::workspace::Workspace;

use super::row::CheckRow;

/// How many findings are listed at once.
const PIECE: usize = 100;

/// What the group is told.
#[derive(Clone, PartialEq, Properties)]
pub struct GroupProps {
    /// The part.
    pub chapter: Chapter,
    /// Its findings in order, each with whether it is new since the last look.
    pub findings: Vec<(Finding, bool)>,
    /// The open draft, for what stands at the places of a finding.
    pub workspace: Rc<Workspace>,
    /// Whether they can only be looked at.
    pub read_only: bool,
}

/// The group.
#[component]
pub fn Group(props: &GroupProps) -> Html {
    let GroupProps {
        chapter,
        findings,
        workspace,
        read_only,
    } = props;
    let shown = use_state(|| PIECE);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PIECE))
    };
    let title_id = format!("checks-{}", chapter.code());
    // What is found twice with the same sentence is still two rows.
    let mut met: BTreeMap<FindingId, usize> = BTreeMap::new();
    let mut row = |(finding, fresh): &(Finding, bool)| {
        let again = met.entry(finding.id()).or_default();
        *again += 1;
        let key = format!(
            "{} {} {again} {}",
            finding.code.code(),
            finding.field.key(),
            finding.message
        );
        html! { <CheckRow {key} finding={finding.clone()} sides={sides(finding, &workspace.draft, &workspace.findings)} fresh={*fresh} read_only={*read_only} /> }
    };
    let rest = findings.len().saturating_sub(*shown);
    html! {
        <section class="check-group" aria-labelledby={title_id.clone()}>
            <h3 class="check-group__title" id={title_id}>{ chapter.label() }<span class="check-group__tally">{ format!("{} 条", findings.len()) }</span></h3>
            <ul class="checks">{ for findings.iter().take(*shown).map(&mut row) }</ul>
            if rest > 0 {
                <p class="checks__more"><button class="button button--small" type="button" onclick={more}>{ format!("再列 {} 条", rest.min(PIECE)) }</button>{ format!("还有 {rest} 条没有列出") }</p>
            }
        </section>
    }
}
