//! Tests of `domain::values`.

mod arithmetic;
mod parse;
