//! Texts as they come in: lines become paragraphs and tables, headings become sections.

pub mod aligning;
pub mod annex_list;
pub mod column_words;
pub mod columns;
pub mod fit;
pub mod flat;
pub mod goal_lines;
pub mod headings;
pub mod heads;
pub mod label_lines;
pub mod labels;
pub mod line;
pub mod lines;
pub mod marks;
pub mod outline;
pub mod rows;
pub mod run_together;
pub mod tables;
