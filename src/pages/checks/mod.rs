//! 检查: where findings are worked off, filtered, set aside, and printed as a list.

mod aside;
mod filters;
mod group;
mod marked_report;
mod matrix;
mod numbers;
pub mod page;
mod reason;
mod review;
mod row;
mod summary;
mod views;
