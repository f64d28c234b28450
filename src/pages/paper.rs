//! The report's blocks as HTML, for the preview: the third spelling of the same text.

use yew::prelude::*;

use crate::documents::report::block::{Align, Block, Cover, Entry, Placed, Table, annex_lead};
use crate::documents::report::marks::Spot;

use super::paper_chart::chart;
use super::paper_marks::Marker;

/// A block as it stands on paper, with its number where the cells of tables lead to their fields; where a pen is given,
/// numbers are marked.
pub fn block(block: &Block, number: Option<usize>, pen: Option<&Marker<'_>>) -> Html {
    match block {
        Block::Heading(level, text) => {
            let class = format!("paper__heading paper__heading--{level}");
            // The paper is a document inside the page, so its headings begin below the page's own.
            match level {
                1 => html! { <h2 {class}>{ text }</h2> },
                2 => html! { <h3 {class}>{ text }</h3> },
                3 => html! { <h4 {class}>{ text }</h4> },
                _ => html! { <h5 {class}>{ text }</h5> },
            }
        }
        Block::Paragraph(spans) if pen.is_some() => {
            let text: String = spans.iter().map(|span| span.text.as_str()).collect();
            html! { <p class="paper__text">{ for pen.map(|pen| pen.marked(&text, Spot::Text(pen.block), 0)) }</p> }
        }
        Block::Paragraph(spans) => html! {
            <p class="paper__text">
                { for spans.iter().map(|span| if span.figure { html! { <span class="paper__figure">{ &span.text }</span> } } else { html! { &span.text } }) }
            </p>
        },
        Block::Gap(text) => html! { <p class="paper__gap">{ text }</p> },
        Block::Caption(text) => html! { <p class="paper__caption">{ text }</p> },
        Block::UnitLine(text) => html! { <p class="paper__unit">{ text }</p> },
        Block::Table(content) => table(content, 0, content.body.len(), number, pen),
        Block::Chart(content) => chart(content),
        Block::Note(text) => html! { <p class="paper__note">{ text }</p> },
        Block::AnnexList(titles) => html! {
            <div class="paper__annexes">{ for titles.iter().enumerate().map(|(place, title)| {
                let (name, number) = annex_lead(place);
                html! {
                    <p class="paper__annexes-line">
                        <span class="paper__annexes-name">{ name }</span><span class="paper__annexes-number">{ number }</span><span class="paper__annexes-title">{ title }</span>
                    </p>
                }
            }) }</div>
        },
        Block::Signature(lines) => html! {
            <div class="paper__signature">{ for lines.iter().map(|line| html! { <p>{ line }</p> }) }</div>
        },
        Block::Annex(annex) => html! {
            <h2 class="paper__annex">
                <span class="paper__annex-label">{ &annex.label }</span><span class="paper__annex-title">{ &annex.title }</span>
            </h2>
        },
    }
}

/// 封面.
pub fn cover(cover: &Cover) -> Html {
    html! {
        <>
            <p class="paper__cover-title">{ for cover.title.iter().map(|line| html! { <span class="paper__title-line">{ line }</span> }) }</p>
            <p class="paper__cover-foot">{ for cover.lines.iter().map(|line| html! { <span class="paper__title-line">{ line }</span> }) }</p>
        </>
    }
}

/// Some lines of the table of contents, with the pages that are known.
pub fn contents(entries: &[Entry], pages: &[usize]) -> Html {
    html! {
        <ol class="paper__contents">
            { for entries.iter().map(|entry| html! {
                <li class={format!("paper__entry paper__entry--{}", entry.level)}>
                    <span class="paper__entry-text">{ &entry.text }</span><span class="paper__entry-dots" aria-hidden="true"></span>
                    // The title is the first of the blocks that stand on pages.
                    <span class="paper__entry-page">{ pages.get(entry.block + 1) }</span>
                </li>
            }) }
        </ol>
    }
}

/// Some rows of a table with its header. A cell that reaches in from rows before is said again.
pub fn table(content: &Table, from: usize, to: usize, number: Option<usize>, pen: Option<&Marker<'_>>) -> Html {
    html! {
        <table class="paper-table">
            <colgroup>{ for content.columns.iter().map(|column| html! { <col width={format!("{}.{}%", column.width / 10, column.width % 10)} /> }) }</colgroup>
            <thead>{ for content.head.iter().map(|row| html! { <tr>{ for row.iter().map(|cell| html! {
                <th scope="col" colspan={cell.columns.to_string()}>
                    { for cell.text.lines().map(|line| html! { <span class="paper-table__line">{ line }</span> }) }
                </th>
            }) }</tr> }) }</thead>
            <tbody>{ for content.grid().into_iter().enumerate().take(to).skip(from).map(|(place, row)| html! {
                <tr>{ for row.iter().filter(|placed| !placed.continues || place == from).map(|placed| body_cell(content, placed, place, to, number, pen)) }</tr>
            }) }</tbody>
        </table>
    }
}

/// A cell of a row; one that crosses the cut before row `to` covers only the rows on this side of it.
fn body_cell(
    table: &Table,
    placed: &Placed<'_>,
    row: usize,
    to: usize,
    number: Option<usize>,
    pen: Option<&Marker<'_>>,
) -> Html {
    let cell = placed.cell;
    let align = cell
        .align
        .or_else(|| table.columns.get(placed.column).map(|column| column.align))
        .unwrap_or_default();
    let class = match align {
        Align::Left => None,
        Align::Centre => Some("paper-table__cell--centre"),
        Align::Right => Some("paper-table__cell--number"),
    };
    // What is filled in at one place leads there.
    let lead = number
        .filter(|_| cell.field.is_some())
        .map(|block| lead(block, Some((row, placed.column))));
    // What reaches in from a page before is marked there.
    let pen = pen.filter(|_| !placed.continues);
    let mut start = 0;
    let lines = cell.text.split_inclusive('\n').map(|whole| {
        let line = whole.trim_end_matches(['\n', '\r']);
        let from = start;
        start += whole.len();
        match pen {
            Some(pen) => pen.marked(line, Spot::Cell(pen.block, row, placed.column), from),
            None => html! { line.to_owned() },
        }
    });
    html! {
        <td {class} data-lead={lead} colspan={cell.columns.to_string()} rowspan={placed.rows_left.min(to - row).to_string()}>
            { for lines.map(|line| html! { <span class="paper-table__line">{ line }</span> }) }
        </td>
    }
}

/// The mark of a piece that leads to its field: 12 is a block, 12.3.0 the cell of its fourth row in the first column.
pub fn lead(block: usize, cell: Option<(usize, usize)>) -> String {
    match cell {
        Some((row, column)) => format!("{block}.{row}.{column}"),
        None => block.to_string(),
    }
}

/// The block and the cell that a mark names.
pub fn led(mark: &str) -> Option<(usize, Option<(usize, usize)>)> {
    let mut numbers = mark.split('.').map(|number| number.parse().ok());
    let block = numbers.next()??;
    let cell = match (numbers.next(), numbers.next()) {
        (Some(row), Some(column)) => Some((row?, column?)),
        _ => None,
    };
    Some((block, cell))
}
