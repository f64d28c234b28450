//! 用去年的报告开头: the text comes in, what was recognised is decided on, a draft is made.

mod given;
mod item;
mod original;
pub mod page;
