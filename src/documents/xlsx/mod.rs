//! Excel: a workbook that a reviewer can recompute, one file per sheet.

pub mod address;
pub mod carried;
pub mod chart;
pub mod explanations;
pub mod extent;
pub mod findings;
pub mod indicator_cells;
pub mod look;
pub mod money;
pub mod money_figures;
pub mod part_formula;
pub mod printed;
pub mod printing;
pub mod projects;
pub mod score_columns;
pub mod score_formula;
pub mod scores;
pub mod sheet;
pub mod shown;
pub mod summary;
pub mod table;
pub mod text;
pub mod workbook;
