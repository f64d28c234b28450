//! A section of a page, with its heading.

use yew::prelude::*;

/// What a section is told.
#[derive(Clone, PartialEq, Properties)]
pub struct SectionProps {
    /// The heading.
    pub title: AttrValue,
    /// A part of the heading's id that is unique in the page.
    pub id: AttrValue,
    /// A remark at the right of the heading.
    #[prop_or_default]
    pub note: Html,
    /// What stands below.
    pub children: Html,
}

/// A section.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let title_id = format!("{}-title", props.id);
    html! {
        <section class="section" aria-labelledby={title_id.clone()}>
            <div class="section__head">
                <h2 class="section__title" id={title_id}>{ &props.title }</h2>
                <div class="section__note">{ props.note.clone() }</div>
            </div>
            { props.children.clone() }
        </section>
    }
}
