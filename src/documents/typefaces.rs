//! The typefaces of official documents (GB/T 9704-2012), for Word and Excel alike.

/// 仿宋: text, headings 1. and （1）.
pub const FANGSONG: &str = "仿宋_GB2312";

/// 楷体: headings （一）.
pub const KAITI: &str = "楷体_GB2312";

/// 黑体: headings 一、, captions, header rows.
pub const HEITI: &str = "黑体";

/// 小标宋: the title.
pub const XIAOBIAOSONG: &str = "方正小标宋简体";

/// 宋体: page numbers.
pub const SONGTI: &str = "宋体";
