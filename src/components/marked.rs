//! Two texts beside each other, with what only one of them has marked.

use dissimilar::Chunk;
use yew::prelude::*;

/// Both texts, with what only one of them has marked. A text that is not there says so.
pub fn marked(before: Option<&str>, after: Option<&str>) -> (Html, Html) {
    let absent = |text: Option<&str>| match text {
        None => Some("没有这一行"),
        Some("") => Some("未填"),
        Some(_) => None,
    };
    if absent(before).is_some() || absent(after).is_some() {
        let whole = |text: Option<&str>| match absent(text) {
            Some(word) => html! { <span class="missing">{ word }</span> },
            None => html! { <span class="fork__text">{ text.unwrap_or_default() }</span> },
        };
        return (whole(before), whole(after));
    }
    let chunks = dissimilar::diff(before.unwrap_or_default(), after.unwrap_or_default());
    let then = chunks.iter().filter_map(|chunk| match chunk {
        Chunk::Equal(text) => Some(html! { { *text } }),
        Chunk::Delete(text) => Some(html! { <del class="fork__gone">{ *text }</del> }),
        Chunk::Insert(_) => None,
    });
    let now = chunks.iter().filter_map(|chunk| match chunk {
        Chunk::Equal(text) => Some(html! { { *text } }),
        Chunk::Insert(text) => Some(html! { <ins class="fork__new">{ *text }</ins> }),
        Chunk::Delete(_) => None,
    });
    (
        html! { <span class="fork__text">{ for then }</span> },
        html! { <span class="fork__text">{ for now }</span> },
    )
}
