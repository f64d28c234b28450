//! 拼音: how Chinese characters are read, and texts found by what is typed of their readings.

pub mod query;
pub mod readings;
