//! 绩评 Jiping: everything the tool knows and shows, in floors that import downwards only.
pub mod domain;
