//! Tests of `domain::draft`.

mod block;
mod comparison;
mod found;
mod lines;
mod table;
