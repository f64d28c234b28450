//! Tests of `documents::exchange`.

mod carried;
mod relisted;
mod submission;
mod text_changes;
