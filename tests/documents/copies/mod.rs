//! Tests of `documents::copies`.

mod copies;
mod kept;
mod versions;
