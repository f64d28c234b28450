//! What the program knows: model, messages, effects as data.

pub mod effect;
pub mod history;
pub mod last_look;
pub mod message;
pub mod model;
pub mod packs;
pub mod route;
pub mod shelf;
pub mod storage_space;
pub mod workspace;
