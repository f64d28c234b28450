//! The field's own knowledge: what a draft is, what follows from it, and what is wrong with it.
//!
//! Absent on purpose: the browser, clocks, floating point, hashing order, file formats, errors.

pub mod amount;
pub mod attained;
pub mod budget;
pub mod calendar;
pub mod checks;
pub mod completion;
pub mod department;
pub mod draft;
pub mod edit;
pub mod evaluation;
pub mod explanation;
pub mod field;
pub mod finding;
pub mod formula;
pub mod indicator;
pub mod indicator_explained;
pub mod input;
pub mod library;
pub mod money;
pub mod money_explained;
pub mod narrative;
pub mod objective;
pub mod outline;
pub mod place;
pub mod points;
pub mod quantity;
pub mod rate;
pub mod reading;
pub mod report_outline;
pub mod rounding;
pub mod row;
pub mod rule;
pub mod rule_explained;
pub mod scheme;
pub mod scheme_change;
pub mod scheme_faults;
pub mod scheme_field;
pub mod scheme_home;
pub mod scheme_place;
pub mod scoring;
pub mod scoring_explained;
pub mod shared;
pub mod terms;
pub mod wording;
