//! 标注 on paper: the numbers of a text with the colour of how they stand; a number that is pressed tells why.

use yew::prelude::*;

use crate::documents::report::marks::{Marks, Spot};
use crate::domain::values::input::Choice;

/// Which number of a report: where it stands, and which of that text's numbers it is.
pub type Chosen = (Spot, usize);

/// What marks the numbers of one block.
pub struct Marker<'a> {
    /// The block's place.
    pub block: usize,
    /// The marks of the report.
    pub marks: &'a Marks,
    /// The number that is looked at.
    pub chosen: Option<Chosen>,
    /// A number was pressed.
    pub onmark: &'a Callback<Chosen>,
}

impl Marker<'_> {
    /// A text with its numbers marked; it begins so many bytes behind the beginning of the spot's text.
    pub fn marked(&self, text: &str, spot: Spot, start: usize) -> Html {
        let mut pieces: Vec<Html> = Vec::new();
        let mut from = 0;
        for (place, mark) in self.marks.at(spot).iter().enumerate() {
            let (begin, end) = (
                mark.range.start.saturating_sub(start).max(from),
                mark.range.end.saturating_sub(start).min(text.len()),
            );
            let (Some(before), Some(said)) = (text.get(from..begin), text.get(begin..end)) else {
                continue;
            };
            if said.is_empty() {
                continue;
            }
            let chosen = self.chosen == Some((spot, place));
            let class = classes!(
                "mark",
                format!("mark--{}", mark.standing.code()),
                chosen.then_some("mark--chosen")
            );
            let onmark = self.onmark.clone();
            let onclick = Callback::from(move |_: MouseEvent| onmark.emit((spot, place)));
            pieces.push(html! { before.to_owned() });
            pieces.push(html! { <span {class} {onclick} data-mark={key((spot, place))}>{ said.to_owned() }</span> });
            from = end;
        }
        pieces.push(html! { text.get(from..).unwrap_or_default().to_owned() });
        html! { <>{ for pieces }</> }
    }
}

/// What a number is called in the page.
pub fn key((spot, place): Chosen) -> String {
    match spot {
        Spot::Text(block) => format!("{block}-{place}"),
        Spot::Cell(block, row, column) => format!("{block}-{row}-{column}-{place}"),
    }
}
