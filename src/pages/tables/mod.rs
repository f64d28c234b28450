//! 从表格导入: the buttons in the pages, and the sheet on which a table is looked through before it is taken.

pub mod bar;
pub mod columns;
pub mod preview;
pub mod props;
pub mod sheet;
