//! Tests of `domain::checks`.

mod agreement;
mod catalogue;
mod doubt;
mod marks;
mod numbers_of_texts;
mod properties;
mod scheme;
mod spending;
mod texts;
