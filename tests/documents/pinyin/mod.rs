//! How characters are read, and texts found by it.

mod query;
mod readings;
