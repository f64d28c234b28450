//! Builds `dist/index.html`.

use std::path::PathBuf;

use crate::run::{command, root, step};
use crate::{Outcome, bundle, tools};

/// Makes the one file and gives its place.
pub fn build() -> Outcome<PathBuf> {
    tools::ensure()?;
    let mut trunk = command("trunk", &["build"]);
    trunk.env("PATH", tools::path()).env_remove("NO_COLOR");
    step("build the pieces with trunk (release)", trunk)?;
    let root = root();
    let file = root.join("dist").join("index.html");
    let page = bundle::bundle(
        &root.join("target/trunk"),
        &root.join("styles"),
        &root.join("boot/boot.js"),
    )?;
    let folder = root.join("dist");
    std::fs::create_dir_all(&folder).map_err(|error| format!("dist/ cannot be made ({error})."))?;
    std::fs::write(&file, &page).map_err(|error| format!("dist/index.html cannot be written ({error})."))?;
    println!("   dist/index.html: {} kB", page.len() / 1000);
    Ok(file)
}
