//! Figures named in prose, both ways: {{执行率}} and typed numbers that speak of a figure.

pub mod figure_context;
pub mod figure_mention;
pub mod figure_names;
pub mod quoting;
pub mod reference;
pub mod said;
pub mod span;
pub mod wording;
