//! Checks of indicators, one by one and all together: B7, B9, B10, C1 to C11, D7, E6, E7.

pub mod against_approved;
pub mod all_rows;
mod approved_indicators;
mod approved_pairs;
pub mod evidence;
pub mod full_marks_in_doubt;
pub mod marks;
pub mod result_in_words;
