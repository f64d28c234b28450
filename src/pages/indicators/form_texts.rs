//! 表尾文字: what the form asks to be written below the indicators.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::field::Field;
use crate::domain::draft::form_texts::form_texts_asked;
use crate::pages::page::PageProps;

/// The texts; nothing where the form asks for none, or the report's own parts say them.
#[component]
pub fn FormTexts(props: &PageProps) -> Html {
    let mut asked = form_texts_asked(&props.workspace.draft.scheme).peekable();
    if asked.peek().is_none() {
        return html! {};
    }
    html! {
        <Section title="表尾文字" id="form-texts" note={html! { "印在表的最下面" }}>
            { for asked.map(|foot| {
                let hint = match (foot.limit, foot.is_required) {
                    (Some(limit), _) => format!("不超过 {limit} 字"),
                    (None, false) => "没有就不用填".to_owned(),
                    (None, true) => String::new(),
                };
                html! {
                    <FormField bound={props.bind(Field::FormText(foot.shows))} label={foot.head} kind={Kind::Lines(3)} {hint} counted={true} />
                }
            }) }
        </Section>
    }
}
