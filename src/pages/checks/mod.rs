//! 检查: where findings are worked off, filtered, set aside, and printed as a list.

mod aside;
mod filters;
mod group;
mod matrix;
pub mod page;
mod reason;
mod review;
mod row;
mod summary;
