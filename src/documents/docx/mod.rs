//! Word: the report as WordprocessingML, in the format of GB/T 9704-2012.

pub mod body;
pub mod carried;
pub mod chart;
pub mod expected;
pub mod fonts;
pub mod front;
pub mod namespaces;
pub mod package;
pub mod pages;
pub mod paragraph;
pub mod read;
pub mod read_styles;
pub mod section;
pub mod styles;
pub mod table;
