//! What a scheme is for.

mod scope;
mod survey;
