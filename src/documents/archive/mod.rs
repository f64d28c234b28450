//! Zip packages, which .docx, .xlsx and 送审包 are: written the same every time, read within limits.

pub mod checksum;
pub mod doors;
pub mod encoding;
pub mod kind;
pub mod parse;
pub mod read;
pub mod write;
pub mod xml;
