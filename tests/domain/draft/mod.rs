//! Tests of `domain::draft`.

mod at_home;
mod block;
mod comparison;
mod fields;
mod found;
mod lines;
mod table;
