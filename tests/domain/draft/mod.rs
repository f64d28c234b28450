//! Tests of `domain::draft`.

mod block;
mod comparison;
mod lines;
mod table;
