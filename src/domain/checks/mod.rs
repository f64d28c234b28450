//! 检查: what reviewers look for, one module per kind of fault. The catalogue of all codes is `finding/catalogue.rs`.

pub mod context;
pub mod figures;
pub mod finding;
pub mod findings;
pub mod rows;
pub mod run;
pub mod scheme;
pub mod set_aside;
pub mod texts;
