//! Icons: one sprite in the page, used by name.

use yew::prelude::*;

use crate::domain::checks::finding::finding::Severity;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Symbol {
    Advice,
    Chart,
    Check,
    Close,
    Copy,
    Done,
    Down,
    Error,
    Excel,
    Export,
    File,
    Left,
    Lock,
    Menu,
    Minus,
    More,
    Package,
    Part,
    Pencil,
    Plus,
    Print,
    Redo,
    Right,
    Sample,
    Search,
    Table,
    Todo,
    Trash,
    Undo,
    Up,
    Warning,
    Word,
}

const LINE: &str = "icon__line";

impl Symbol {
    const ALL: [Symbol; 32] = [
        Symbol::Advice,
        Symbol::Chart,
        Symbol::Check,
        Symbol::Close,
        Symbol::Copy,
        Symbol::Done,
        Symbol::Down,
        Symbol::Error,
        Symbol::Excel,
        Symbol::Export,
        Symbol::File,
        Symbol::Left,
        Symbol::Lock,
        Symbol::Menu,
        Symbol::Minus,
        Symbol::More,
        Symbol::Package,
        Symbol::Part,
        Symbol::Pencil,
        Symbol::Plus,
        Symbol::Print,
        Symbol::Redo,
        Symbol::Right,
        Symbol::Sample,
        Symbol::Search,
        Symbol::Table,
        Symbol::Todo,
        Symbol::Trash,
        Symbol::Undo,
        Symbol::Up,
        Symbol::Warning,
        Symbol::Word,
    ];

    fn id(self) -> String {
        format!("icon-{self:?}").to_lowercase()
    }

    /// Its strokes (class and path), drawn on a field of 16 by 16.
    fn paths(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Symbol::Advice => &[(
                LINE,
                "M8 1.6a6.4 6.4 0 1 1 0 12.8A6.4 6.4 0 0 1 8 1.6M8 7.4v3.8M8 4.9V5",
            )],
            Symbol::Chart => &[(LINE, "M2.5 2v11.5H14M5.5 11V8M8.5 11V4.5M11.5 11V6.5")],
            Symbol::Check => &[(LINE, "m3 8.6 3.2 3.2L13 4.6")],
            Symbol::Close => &[(LINE, "m3.8 3.8 8.4 8.4m0-8.4-8.4 8.4")],
            Symbol::Copy => &[(LINE, "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3")],
            Symbol::Done => &[
                ("icon__solid", "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1"),
                ("icon__cut", "M4.8 8.3 7 10.5l4.2-4.8"),
            ],
            Symbol::Down => &[(LINE, "m4 6.2 4 4 4-4")],
            Symbol::Error => &[
                ("icon__solid", "M5 1h6l4 4v6l-4 4H5l-4-4V5z"),
                ("icon__cut", "M8 4.4v4.4M8 11.4v.1"),
            ],
            Symbol::Export => &[(LINE, "M8 2v8.2M4.8 7.2 8 10.4l3.2-3.2M2.5 12v1.8h11V12")],
            Symbol::File => &[(LINE, "M9.5 1.5h-6v13h9v-10zM9.5 1.5v3h3M5.8 8h4.4M5.8 11h4.4")],
            Symbol::Excel => &[(LINE, "M9.5 1.5h-6v13h9v-10zM9.5 1.5v3h3M6 8l4 4.5M10 8l-4 4.5")],
            Symbol::Left => &[(LINE, "m9.8 4-4 4 4 4")],
            Symbol::Lock => &[(LINE, "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5")],
            Symbol::Menu => &[(LINE, "M2 4h12M2 8h12M2 12h12")],
            Symbol::Minus => &[(LINE, "M3 8h10")],
            Symbol::More => &[("icon__dots", "M3.5 8h.01M8 8h.01M12.5 8h.01")],
            Symbol::Part => &[
                (LINE, "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8"),
                ("icon__solid", "M8 3.6a4.4 4.4 0 0 1 0 8.8z"),
            ],
            Symbol::Pencil => &[(LINE, "M2.5 13.5v-3l8-8 3 3-8 8zM8.8 4.2l3 3")],
            Symbol::Plus => &[(LINE, "M8 3v10M3 8h10")],
            Symbol::Redo => &[(LINE, "m10 3 3.5 3.5L10 10m3.2-3.5H6.5a3.7 3.7 0 0 0 0 7.5h3")],
            Symbol::Right => &[(LINE, "m6.2 4 4 4-4 4")],
            Symbol::Sample => &[(LINE, "M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3")],
            Symbol::Search => &[(LINE, "M7 2.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2m3.5 8.1 3.4 3.4")],
            Symbol::Table => &[(LINE, "M2 3h12v10H2zM2 6.3h12M2 9.7h12M6.5 3v10")],
            Symbol::Todo => &[(LINE, "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8")],
            Symbol::Trash => &[(LINE, "M2.5 4h11M6 4V2h4v2M4 4l.6 10h6.8L12 4M6.7 7v4.5M9.3 7v4.5")],
            Symbol::Undo => &[(LINE, "M6 3 2.5 6.5 6 10M2.8 6.5h6.7a3.7 3.7 0 0 1 0 7.5H6.5")],
            Symbol::Up => &[(LINE, "m4 9.8 4-4 4 4")],
            Symbol::Package => &[(LINE, "M2 4.8 8 1.8l6 3v6.4l-6 3-6-3zM2 4.8l6 3 6-3M8 7.8v6.4")],
            Symbol::Print => &[(LINE, "M4.5 5.5v-4h7v4M4.5 11.5h-3v-6h13v6h-3M4.5 9.5h7v5h-7z")],
            Symbol::Warning => &[(LINE, "M8 1.9 14.8 14H1.2zM8 6.4v3.4M8 11.9v.1")],
            Symbol::Word => &[(LINE, "M9.5 1.5h-6v13h9v-10zM9.5 1.5v3h3M5.5 8l1 4 1.5-3.4L9.5 12l1-4")],
        }
    }
}

/// What an icon is told.
#[derive(Clone, PartialEq, Properties)]
pub struct IconProps {
    /// What it shows.
    pub symbol: Symbol,
    /// A class besides its own.
    #[prop_or_default]
    pub class: Classes,
}

/// An icon. It says nothing to a screen reader: a word always stands beside it.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class={classes!("icon", props.class.clone())} aria-hidden="true" focusable="false">
            <use href={format!("#{}", props.symbol.id())} />
        </svg>
    }
}

/// The drawings that all icons refer to; stands once in the page.
#[component]
pub fn Sprite() -> Html {
    html! {
        <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">
            { for Symbol::ALL.iter().map(|symbol| html! {
                <symbol id={symbol.id()} viewBox="0 0 16 16">
                    { for symbol.paths().iter().map(|(class, path)| html! { <path class={*class} d={*path} /> }) }
                </symbol>
            }) }
        </svg>
    }
}

/// The icon of a severity.
pub fn symbol(severity: Severity) -> Symbol {
    match severity {
        Severity::Error => Symbol::Error,
        Severity::Warning => Symbol::Warning,
        Severity::Advice => Symbol::Advice,
    }
}
