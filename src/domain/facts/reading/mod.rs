//! 数怎么读: each number as printed, with the interval of its rounding, what it is of, and the tables that stay in texts.

pub mod cut;
pub mod fact;
pub mod interval;
pub mod lists;
pub mod multiples;
pub mod names;
pub mod printed;
pub mod rate_names;
pub mod respective;
pub mod table;
pub mod tag;
pub mod wholes;
