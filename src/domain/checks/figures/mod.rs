//! Checks of money, parts and scores: A1 to A11, B3 to B6, B8, S1, E9.

pub mod columns_asked;
pub mod form;
pub mod forms_in_step;
pub mod money;
pub mod printed_scores;
pub mod scoring;
pub mod spending;
