//! Tests of `documents::project_file`.

mod bounds;
mod library;
mod locked_file;
mod pack_properties;
mod packs;
mod schema;
