//! Tests of `domain::facts`.

mod changed_numbers;
mod facts;
mod sentences;
