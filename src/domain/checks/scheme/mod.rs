//! What keeps a scheme from giving scores: S1, weights that do not sum (B1, B2), and a scheme of elsewhere (S2, S3).

pub mod fault;
pub mod rule_faults;
pub mod scheme_faults;
pub mod scope;
pub mod weights;
