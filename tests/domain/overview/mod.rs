//! Tests of `domain::overview`.

mod overview;
