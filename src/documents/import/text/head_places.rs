//! Heads of several rows in aligned text: what stands below what says which words are one head, and which stand under a
//! common one. For example
//!
//! ```text
//! 三级指标    年度指标值              自评          偏差原因分析      三级指标, 指标性质, 指标值, 分值, 得分,
//!             指标性质  指标值        分值  得分    及改进措施        偏差原因分析及改进措施
//! ```

use super::columns::{Column, column, is_beginning, loose_column};
use super::line::{Span, overlap};

/// A cell of a head.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadCell {
    pub(super) column: Option<Column>,
    pub(super) text: String,
    /// Where it stands, where blanks part the cells.
    pub(super) span: Option<Span>,
}

impl HeadCell {
    pub(super) fn of(column: Option<Column>, text: impl Into<String>, span: Option<Span>) -> Self {
        let text = text.into();
        HeadCell { column, text, span }
    }
}

/// The heads after another line of them, and the words that only frame others; none where the line is no such one.
pub(super) fn folded(above: &[HeadCell], below: &[(Span, &str)]) -> Option<(Vec<HeadCell>, String)> {
    let spans: Vec<Span> = above.iter().map(|cell| cell.span).collect::<Option<_>>()?;
    // Two heads in so many words make sure that the others are heads as well.
    let exact = below.iter().filter(|(_, text)| column(text).is_some()).count();
    let mut children: Vec<Vec<(Span, &str)>> = vec![Vec::new(); above.len()];
    let mut cells: Vec<HeadCell> = Vec::new();
    for (span, text) in below {
        let over = (0..spans.len()).max_by_key(|place| (overlap(spans[*place], *span), usize::MAX - place));
        let over = over.filter(|place| overlap(spans[*place], *span) > 0);
        match over.or_else(|| spans.iter().rposition(|(from, _)| *from <= span.0)) {
            Some(parent) => children[parent].push((*span, text)),
            None => cells.push(HeadCell::of(Some(column(text)?), *text, Some(*span))),
        }
    }
    let mut frame = String::new();
    for (place, (cell, own)) in above.iter().zip(children).enumerate() {
        let others = || above.iter().enumerate().filter(|(at, _)| *at != place);
        let is_new = |(_, text): &(Span, &str)| {
            let own = column(text).filter(|own| !matches!(own, Column::Other | Column::Weight));
            !others().any(|(_, other)| own.is_some() && other.column == own)
        };
        // The same head once more is another one.
        if !own.iter().all(is_new) {
            return None;
        }
        cells.extend(under(cell, &own, exact >= 2, &mut frame)?);
    }
    Some((cells, frame))
}

/// A head with what stands below it.
fn under(cell: &HeadCell, own: &[(Span, &str)], is_sure: bool, frame: &mut String) -> Option<Vec<HeadCell>> {
    let span = cell.span?;
    let known = |text: &str| column(text).or_else(|| loose_column(text).filter(|_| is_sure));
    let heads = |own: &[(Span, &str)]| -> Option<Vec<HeadCell>> {
        let head = |(span, text): &(Span, &str)| Some(HeadCell::of(Some(known(text)?), *text, Some(*span)));
        own.iter().map(head).collect()
    };
    let Some(((first, text), rest)) = own.split_first() else {
        return Some(vec![cell.clone()]);
    };
    if overlap(span, *first) == 0 {
        let mut cells = vec![cell.clone()];
        cells.extend(heads(own)?);
        return Some(cells);
    }
    let joined = format!("{}{text}", cell.text);
    let whole = (span.0.min(first.0), span.1.max(first.1));
    let is_word = column(&joined).is_some()
        || cell.column.is_none()
            && column(text).is_none()
            && (loose_column(&joined).is_some() || is_beginning(&joined));
    if is_word || column(text).is_none() && is_sure && rest.is_empty() {
        let found = column(&joined).or(cell.column).or_else(|| loose_column(&joined));
        let mut cells = vec![HeadCell::of(found, joined, Some(whole))];
        cells.extend(heads(rest)?);
        return Some(cells);
    }
    // One head below another one that says something else is a row of its own.
    if rest.is_empty() && cell.column.is_some() && cell.column != column(text) {
        return None;
    }
    let cells = heads(own)?;
    frame.push_str(&cell.text);
    Some(cells)
}
