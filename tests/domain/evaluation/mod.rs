//! Tests of `domain::evaluation`.

mod evaluation;
mod real_cases;
mod rule_properties;
mod rules;
mod schemes;
