//! What keeps a scheme from giving scores: S1, and weights that do not sum (B1, B2).

pub mod fault;
pub mod rule_faults;
pub mod scheme_faults;
pub mod weights;
