//! 帮助: its texts, the panel beside a page, the hint of first use, and 这是什么.

pub mod about;
pub mod hint;
pub mod panel;
pub mod texts;
