//! 指标与评分: the scheme, the list of indicators, the editor of one.

pub mod bulk;
pub mod checkup;
pub mod editor;
pub mod form_texts;
mod formula;
pub mod items;
pub mod library;
pub mod line;
pub mod list;
pub mod measures;
pub mod page;
pub mod props;
pub mod scheme;
pub mod sheet_line;
pub mod side_head;
pub mod view;
