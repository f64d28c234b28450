//! Tests of `domain::draft`.

mod block;
mod comparison;
mod fields;
mod found;
mod lines;
mod table;
