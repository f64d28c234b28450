//! 预览与导出: the report as pages, how large they are shown, the list of them, and the keys that go through them.

mod desk;
mod keys;
pub mod page;
mod page_list;
mod zoom_bar;
