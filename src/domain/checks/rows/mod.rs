//! Checks of indicators, one by one and all together: B7, B9 to B12, C1 to C18, D7, D8, E6, E7, E16.

pub mod against_approved;
pub mod all_rows;
mod approved_indicators;
mod approved_pairs;
pub mod blank_projects;
pub mod class;
pub mod deductions_in_words;
pub mod evidence;
pub mod full_marks_in_doubt;
pub mod hand_scores;
pub mod looks_quantified;
pub mod marks;
pub mod other_trades;
pub mod sense;
pub mod survey;
pub mod too_good;
pub mod twice;
