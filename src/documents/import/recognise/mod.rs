//! The recognisers, one file per kind of fact. Each looks at the whole text and gives what it is sure to
//! some degree of; none takes anything away from the others.

pub mod amounts;
pub mod approved;
pub mod basics;
pub mod department;
pub mod flat_rows;
mod funds;
mod grid_heads;
pub mod grid_rows;
pub mod indicators;
pub mod labelled;
pub mod lists;
pub mod money;
mod money_labels;
mod money_prose;
mod money_sums;
mod money_tables;
mod money_wholes;
pub mod parts;
mod project_basics;
pub mod reasons;
mod report_year;
pub mod stated;
pub mod text;
pub mod title;
pub mod told;
mod told_levels;
mod told_numbers;
mod told_words;
pub mod weights;
pub mod written;
