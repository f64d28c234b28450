//! Tests of `domain::checkup`.

mod checkup;
mod checkup_wording;
mod split;
mod split_properties;
