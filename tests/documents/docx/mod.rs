//! Tests of `documents::docx`.

mod charts;
mod mutated;
mod parts;
mod reading;
