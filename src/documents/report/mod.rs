//! The official text as blocks, said once, and how it is cut into pages.

pub mod annexes;
pub mod block;
pub mod charts;
pub mod column_fitting;
pub mod column_widths;
pub mod form;
pub mod form_cells;
mod form_feet;
pub mod form_lines;
pub mod levels;
pub mod line_breaks;
pub mod lists;
pub mod marks;
pub mod numbering;
pub mod page;
pub mod pagination;
mod pasted;
pub mod report;
pub mod tables;
mod text;
pub mod written;
