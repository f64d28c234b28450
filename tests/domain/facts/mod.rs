//! Tests of `domain::facts`.

mod changed_numbers;
mod claims;
mod facts;
mod relations_of_texts;
mod sentences;
