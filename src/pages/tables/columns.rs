//! What each column of a table says: found by its words, changed by a choice.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::domain::draft::taken::Meaning;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::tables::Tables;

use super::props::TableSheetProps;

/// The longest text that is shown of a cell.
const LONGEST: usize = 40;

/// The columns that have something in them.
#[component]
pub fn Columns(props: &TableSheetProps) -> Html {
    let dispatch = use_dispatch();
    let import = &props.import;
    let Some(table) = import.table() else { return html! {} };
    let heads = import.mapping.head_texts(&table.grid);
    let first = import.mapping.first_row();
    let lines = import
        .mapping
        .columns
        .iter()
        .enumerate()
        .filter_map(|(column, meaning)| {
            let cells = table.grid.iter().skip(first).filter_map(|row| row.get(column));
            let sample = cells.map(|text| text.trim()).find(|text| !text.is_empty());
            let head = heads.get(column).cloned().unwrap_or_default();
            (sample.is_some() || !head.is_empty()).then(|| (column, *meaning, head, sample.unwrap_or_default()))
        });
    let chosen = |column: usize| {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(meaning) = select.and_then(|select| Meaning::from_code(&select.value())) {
                dispatch.send(Message::Tables(Tables::MeaningChosen(column, meaning)));
            }
        })
    };
    html! {
        <section aria-labelledby="table-columns-title">
            <h3 class="table-import__title" id="table-columns-title">{ "每一列是什么" }</h3>
            <ul class="table-columns" tabindex="0" aria-labelledby="table-columns-title">
                { for lines.map(|(column, meaning, head, sample)| {
                    let name = letters(column);
                    let shown = if head.is_empty() { "（没有表头）".to_owned() } else { shortened(&head) };
                    html! {
                        <li class={classes!("table-column", (meaning == Meaning::Skip).then_some("table-column--skipped"))} key={column}>
                            <label class="table-column__head" for={format!("table-column-{column}")}>
                                <span class="table-column__letter">{ format!("{name} 列") }</span>{ " " }<span>{ shown }</span>
                            </label>
                            <select class="control" id={format!("table-column-{column}")} onchange={chosen(column)}>
                                { for import.mapping.kind.meanings().iter().map(|choice| html! {
                                    <option value={choice.code()} selected={*choice == meaning}>{ choice.label() }</option>
                                }) }
                            </select>
                            <p class="table-column__sample">{ if sample.is_empty() { "（空）".to_owned() } else { format!("例：{}", shortened(sample)) } }</p>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// A text that fits into a line.
pub fn shortened(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The name of a column in Excel: A to Z, AA and so on.
fn letters(column: usize) -> String {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    match column / 26 {
        0 => letter(column).to_string(),
        before => format!("{}{}", letter(before - 1), letter(column)),
    }
}
