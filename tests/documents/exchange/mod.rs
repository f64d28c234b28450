//! Tests of `documents::exchange`.

mod carried;
mod submission;
mod taking_over;
