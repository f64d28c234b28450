//! Names the writer of documents: a checksum of all that decides which bytes a draft becomes. Two builds
//! with the same name write the same bytes for the same draft; of others nothing can be said.

use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};

/// What decides about the bytes of a document.
const SOURCES: [&str; 5] = ["Cargo.lock", "src/documents", "src/domain", "src/library", "src/packs"];

fn main() -> Result<()> {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        collect(Path::new(source), &mut files)?;
    }
    files.sort();
    // FNV-1a: the name tells builds apart, it guards nothing.
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        let name = file.to_string_lossy().replace('\\', "/").into_bytes();
        // Line ends differ with the system that the source was checked out on.
        for byte in name.into_iter().chain(fs::read(&file)?).filter(|byte| *byte != b'\r') {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    println!("cargo:rustc-env=JIPING_WRITER={sum:016x}");
    Ok(())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
