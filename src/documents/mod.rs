//! Bytes in, bytes out: the official text, Word, the project file. No browser, no storage.

pub mod archive;
pub mod carried;
pub mod copies;
pub mod docx;
pub mod exchange;
pub mod import;
pub mod passage;
pub mod pinyin;
pub mod project_file;
pub mod report;
pub mod typefaces;
pub mod workbooks;
pub mod xlsx;
