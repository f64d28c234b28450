//! 事实账: every number that a report says, of what it says it, and whether the numbers agree with each other.

pub mod cause;
pub mod fact;
pub mod interval;
pub mod ledger;
pub mod names;
pub mod printed;
pub mod relation;
