//! 评分方案: choosing one, its parts and rules, its bands and limits.

pub mod choose;
pub mod details;
pub mod outline;
pub mod page;
pub mod parts;
