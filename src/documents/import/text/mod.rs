//! Texts as they come in: lines become paragraphs and tables, headings become sections.

pub mod aligning;
pub mod annex_list;
pub mod columns;
pub mod fit;
pub mod flat;
pub mod goal_lines;
mod head_places;
pub mod headings;
pub mod heads;
pub mod label_blocks;
pub mod label_lines;
pub mod labels;
mod laying;
pub mod line;
pub mod lines;
pub mod marks;
pub mod money_words;
pub mod outline;
mod placed;
mod reach;
pub mod rows;
pub mod run_together;
pub mod tables;
