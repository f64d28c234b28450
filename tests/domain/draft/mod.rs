//! Tests of `domain::draft`.

mod comparison;
