//! Tests of `documents::docx`.

mod mutated;
mod parts;
mod reading;
