//! Builds `dist/index.html`.

use std::path::PathBuf;

use crate::run::{Beside, root, step};
use crate::{Outcome, tools};

/// Tells the hook to take its time for packing: a quarter of a minute.
pub const SMALLEST: &str = "JIPING_SMALLEST";

const BUILD: &str = "build the one file (trunk, release)";

/// Makes the one file and gives its place. Trunk compiles, and its hook makes one file of the pieces.
pub fn build() -> Outcome<PathBuf> {
    tools::ensure()?;
    step(BUILD, tools::trunk(&["build"]))?;
    made()
}

/// Begins to make it, while others of the computer's cores do something else.
pub fn begin() -> Outcome<Beside> {
    tools::ensure()?;
    Beside::start(BUILD, "build", tools::trunk(&["build"]))
}

/// The same file, packed as small as can be: for handing out.
pub fn release() -> Outcome<PathBuf> {
    tools::ensure()?;
    let mut trunk = tools::trunk(&["build"]);
    trunk.env(SMALLEST, "1");
    step("build the one file and pack it as small as can be", trunk)?;
    made()
}

/// Where the file is that was built.
fn made() -> Outcome<PathBuf> {
    let file = root().join("dist").join("index.html");
    if !file.is_file() {
        return Err(format!(
            "trunk ended well but {} is not there; see [[hooks]] in Trunk.toml.",
            file.display()
        ));
    }
    Ok(file)
}
