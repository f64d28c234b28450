//! 文字版 PDF: what it says, as paragraphs and tables.
//!
//! The objects, the drawing and the characters are read here and not by a library: the libraries at hand unpack object
//! streams of any size before one can say no, measure in floating point, bring kilobytes of tables for encodings
//! that text files have too, or draw pictures that no one asked for. What they would save is a few hundred lines.

mod characters;
mod drawing;
mod file;
mod filters;
mod fonts;
mod no_pdf;
mod pages;
mod paragraphs;
mod paths;
mod read;
mod rows;
mod ruled;
mod space;
mod tokens;

pub use no_pdf::NoPdf;
pub use read::{is_pdf, passages};
