//! 评分方案: choosing one, its parts and rules, its bands and limits.

pub mod about;
pub mod choose;
pub mod details;
pub mod document;
pub mod outline;
pub mod page;
pub mod parts;
