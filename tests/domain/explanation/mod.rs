//! Tests of `domain::explanation`.

mod explanations;
