//! 数的关系: one file per form of speech that relates numbers: sums, shares, rates, changes, balances and the like.

pub mod balances;
pub mod changes;
pub mod claim;
pub mod closest;
pub mod columns;
pub mod compared;
pub mod converted;
pub mod explicit;
pub mod limits;
pub mod misreckoned;
pub mod neighbours;
pub mod parts;
pub mod portions;
pub mod products;
pub mod rates;
pub mod rest;
pub mod runs;
pub mod score_rules;
pub mod shares;
pub mod sizes;
pub mod stocks;
pub mod sums;
pub mod table_relations;
pub mod turns;
