//! Tests of `documents::archive`.

mod kinds;
