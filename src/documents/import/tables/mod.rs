//! Tables as they come in, and what each row of one would do.

pub mod book;
pub mod cells;
pub mod clipboard;
pub mod header;
pub mod headless;
pub mod html;
pub mod html_tag;
pub mod indicator_rows;
pub mod joining;
pub mod meaning;
pub mod plan;
pub mod planned;
pub mod separated;
pub mod sheet;
pub mod sheet_notes;
pub mod target;
pub mod template;
pub mod workbook;
