//! Tests of `domain::checks`.

mod agreement;
mod catalogue;
mod choice;
mod doubt;
mod marks;
mod properties;
mod scheme;
mod spending;
mod texts;
