//! Bytes in, bytes out: the official text, Word, the project file. No browser, no storage.

pub mod archive;
pub mod block;
pub mod choice;
pub mod copy;
pub mod docx;
pub mod import;
pub mod json_file;
pub mod library;
pub mod lineage;
pub mod locked_file;
pub mod migrations;
pub mod numbering;
pub mod pack;
pub mod patch;
pub mod project_file;
pub mod project_table;
pub mod report;
pub mod samples;
pub mod tables;
pub mod versions;
pub mod xlsx;
