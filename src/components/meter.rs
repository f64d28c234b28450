//! A bar that shows a share. Its width is an attribute, because the CSP forbids inline styles.

use yew::prelude::*;

/// What a meter is told.
#[derive(Clone, PartialEq, Properties)]
pub struct MeterProps {
    /// The share as a percentage with its sign, for example "97.88%".
    pub share: AttrValue,
    /// What it says, for screen readers.
    pub name: AttrValue,
    /// A class besides its own.
    #[prop_or_default]
    pub class: &'static str,
}

/// A bar.
#[component]
pub fn Meter(props: &MeterProps) -> Html {
    html! {
        <svg class={classes!("meter", props.class)} role="img" aria-label={props.name.clone()} width="100%" height="6">
            <rect class="meter__track" width="100%" height="6" rx="3" />
            <rect class="meter__fill" width={props.share.clone()} height="6" rx="3" />
        </svg>
    }
}
