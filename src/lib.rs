//! 绩评 Jiping: everything the tool knows and shows, in floors that import downwards only.

pub mod app;
pub mod components;
pub mod documents;
pub mod domain;
pub mod pages;
pub mod state;
pub mod storage;
mod world;
