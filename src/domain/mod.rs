//! The field's own knowledge: what a draft is, what follows from it, and what is wrong with it.
//!
//! Absent on purpose: the browser, clocks, floating point, hashing order, file formats, errors.

pub mod agreement;
pub mod checks;
pub mod checkup;
pub mod draft;
pub mod evaluation;
pub mod explanation;
pub mod facts;
pub mod overview;
pub mod prose;
pub mod references;
pub mod review;
pub mod scheme;
pub mod values;
pub mod vocabulary;
