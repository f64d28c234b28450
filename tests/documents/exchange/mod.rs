//! Tests of `documents::exchange`.

mod carried;
mod submission;
