//! Writes a package with a fixed order and fixed times, so that the same parts give the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes the parts in their order.
pub fn write<'a>(parts: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // Writing into memory fails only beyond 4 GB, which no report reaches.
        let _ = zip.start_file(name, options).map(|()| zip.write_all(&bytes));
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
