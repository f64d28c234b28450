//! Numbers, typed entries, rows, dates and rounding: what every other room is made of.

pub mod amount;
pub mod arithmetic;
pub mod calendar;
pub mod comparator;
pub mod datum;
pub mod input;
pub mod parse;
pub mod points;
pub mod quantity;
pub mod rate;
pub mod rounding;
pub mod row;
pub mod shared;
