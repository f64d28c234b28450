//! The rows as they would be taken.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::icon::{Icon, Symbol};
use crate::domain::draft::taken::{Fate, Meaning};
use crate::domain::values::input::Choice;
use crate::state::model::tables::{Mark, Plan, PlannedCell, PlannedRow};

use super::columns::shortened;

/// So many rows are shown; the rest is counted.
const SHOWN: usize = 100;
/// So many sentences about cells are shown.
const SENTENCES: usize = 20;

/// What the preview is told.
#[derive(Clone, PartialEq, Properties)]
pub struct PreviewProps {
    /// What would be taken.
    pub plan: Rc<Plan>,
    /// What each column says.
    pub columns: Vec<Meaning>,
}

/// The rows, marked where something is to say.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { plan, columns } = props;
    let columns: Vec<Meaning> = columns
        .iter()
        .copied()
        .filter(|meaning| *meaning != Meaning::Skip)
        .collect();
    let sentences = sentences(plan);
    let more = sentences.len().saturating_sub(SENTENCES);
    html! {
        <section aria-labelledby="table-preview-title">
            <h3 class="table-import__title" id="table-preview-title">{ "导入的结果" }</h3>
            if !sentences.is_empty() {
                <ul class="table-import__marks" aria-label="要留意的格">
                    { for sentences.into_iter().take(SENTENCES).map(|(is_fault, sentence)| html! {
                        <li class={classes!("table-import__mark", is_fault.then_some("table-import__mark--fault"))}>
                            <Icon symbol={if is_fault { Symbol::Error } else { Symbol::Advice }} />{ sentence }
                        </li>
                    }) }
                    if more > 0 {
                        <li class="table-import__mark">{ format!("还有 {more} 处，见下表。") }</li>
                    }
                </ul>
            }
            <div class="table-import__rows" tabindex="0" role="region" aria-labelledby="table-preview-title">
                <table class="table table-preview">
                    <thead><tr>
                        <th scope="col">{ "行" }</th>
                        <th scope="col">{ "结果" }</th>
                        { for columns.iter().map(|meaning| html! { <th scope="col" class={figure(*meaning)}>{ meaning.label() }</th> }) }
                    </tr></thead>
                    <tbody>{ for plan.rows.iter().take(SHOWN).map(row) }</tbody>
                </table>
            </div>
            if plan.rows.len() > SHOWN {
                <p class="section__note">{ format!("还有 {} 行没有列出，会一起导入。", plan.rows.len() - SHOWN) }</p>
            }
        </section>
    }
}

fn row(row: &PlannedRow) -> Html {
    let (class, fate) = match &row.fate {
        Fate::New => ("", html! { <span class="tag">{ "新增" }</span> }),
        Fate::Updates => ("", html! { <span class="tag">{ "更新" }</span> }),
        Fate::LeftOut(reason) => ("table-preview__out", html! { <>{ "不导入：" }{ reason }</> }),
    };
    html! {
        <tr key={row.number} {class}>
            <th scope="row">{ row.number }</th>
            <td>{ fate }</td>
            { for row.cells.iter().map(cell) }
        </tr>
    }
}

fn cell(cell: &PlannedCell) -> Html {
    let (class, about) = match &cell.mark {
        Some(Mark::Fault(reason)) => ("table-preview__fault", Some((Symbol::Error, reason))),
        Some(Mark::Note(note)) => ("table-preview__note", Some((Symbol::Advice, note))),
        None => ("", None),
    };
    html! {
        <td class={classes!(class, figure(cell.meaning))} title={about.map(|(_, about)| about.clone())}>
            if let Some((symbol, _)) = about {
                <Icon {symbol} />
            }
            { shortened(&cell.text) }
        </td>
    }
}

fn figure(meaning: Meaning) -> Option<&'static str> {
    meaning.is_figure().then_some("table__number")
}

/// What there is to say of cells, the faults first.
fn sentences(plan: &Plan) -> Vec<(bool, String)> {
    let taken = plan.rows.iter().filter(|row| !matches!(row.fate, Fate::LeftOut(_)));
    let mut said: Vec<(bool, String)> = taken
        .flat_map(|row| row.cells.iter().map(move |cell| (row.number, cell)))
        .filter_map(|(number, cell)| {
            let place = format!("第 {number} 行“{}”：", cell.meaning.label());
            match cell.mark.as_ref()? {
                Mark::Fault(reason) => Some((
                    true,
                    format!("{place}{}，这一格不导入。", reason.trim_end_matches('。')),
                )),
                Mark::Note(note) => Some((false, format!("{place}{note}。"))),
            }
        })
        .collect();
    said.sort_by_key(|(is_fault, _)| !is_fault);
    said
}
