//! The field's own knowledge: what a draft is, what follows from it, and what is wrong with it.
//!
//! Absent on purpose: the browser, clocks, floating point, hashing order, file formats, errors.

pub mod amount;
pub mod budget;
pub mod calendar;
pub mod checks;
pub mod department;
pub mod draft;
pub mod edit;
pub mod evaluation;
pub mod explanation;
pub mod field;
pub mod finding;
pub mod indicator;
pub mod input;
pub mod money;
pub mod money_explained;
pub mod narrative;
pub mod objective;
pub mod outline;
pub mod points;
pub mod presets;
pub mod quantity;
pub mod rate;
pub mod reading;
pub mod rounding;
pub mod row;
pub mod scheme;
pub mod scoring;
pub mod scoring_explained;
pub mod shared;
pub mod terms;
pub mod wording;
