//! Tests of `documents::xlsx`.

mod sheets;
mod workbook_parts;
