//! 事实账: every number that a text says, of what it says it, and whether the numbers agree with each other.

pub mod balances;
pub mod cause;
pub mod changes;
pub mod cut;
pub mod fact;
pub mod interval;
pub mod ledger;
pub mod lists;
pub mod names;
pub mod parts;
pub mod printed;
pub mod products;
pub mod rate_names;
pub mod rates;
pub mod relation;
pub mod respective;
pub mod shares;
pub mod sums;
pub mod table;
pub mod table_relations;
pub mod tag;
pub mod text;
pub mod wholes;
