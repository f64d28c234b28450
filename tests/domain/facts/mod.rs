//! Tests of `domain::facts`.

mod changed_numbers;
mod facts;
mod relations_of_texts;
mod sentences;
