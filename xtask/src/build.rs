//! Builds `dist/index.html`.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{root, step};
use crate::{Outcome, tools};

/// Tells the hook to take its time for packing: a quarter of a minute.
pub const SMALLEST: &str = "JIPING_SMALLEST";

/// Makes the one file and gives its place. Trunk compiles, and its hook makes one file of the pieces.
pub fn build() -> Outcome<PathBuf> {
    made("build the one file (trunk, release)", tools::trunk(&["build"]))
}

/// The same file, packed as small as can be: for handing out.
pub fn release() -> Outcome<PathBuf> {
    let mut trunk = tools::trunk(&["build"]);
    trunk.env(SMALLEST, "1");
    made("build the one file and pack it as small as can be", trunk)
}

fn made(name: &str, trunk: Command) -> Outcome<PathBuf> {
    tools::ensure()?;
    step(name, trunk)?;
    let file = root().join("dist").join("index.html");
    if !file.is_file() {
        return Err(format!(
            "trunk ended well but {} is not there; see [[hooks]] in Trunk.toml.",
            file.display()
        ));
    }
    Ok(file)
}
