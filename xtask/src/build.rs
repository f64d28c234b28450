//! Builds `dist/index.html`.

use std::path::PathBuf;

use crate::run::{root, step};
use crate::{Outcome, tools};

/// Makes the one file and gives its place. Trunk compiles, and its hook makes one file of the pieces.
pub fn build() -> Outcome<PathBuf> {
    tools::ensure()?;
    step("build the one file (trunk, release)", tools::trunk(&["build"]))?;
    let file = root().join("dist").join("index.html");
    if !file.is_file() {
        return Err(format!(
            "trunk ended well but {} is not there; see [[hooks]] in Trunk.toml.",
            file.display()
        ));
    }
    Ok(file)
}
