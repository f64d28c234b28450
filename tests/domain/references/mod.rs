//! Tests of `domain::references`.

mod figures;
mod reference;
