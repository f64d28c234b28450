//! The project file, open and locked, its migrations and lineage; schemes and library as files.

pub mod json_file;
pub mod library;
pub mod lineage;
pub mod locked_file;
pub mod migrations;
pub mod pack;
pub mod placed;
pub mod project_file;
pub mod samples;
pub mod scribe;
