//! Tests of `domain::values`.

mod parse;
