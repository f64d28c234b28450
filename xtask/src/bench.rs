//! Measures the built file in a real browser and prints a Markdown table.

use crate::run::{command, root, step};
use crate::{Outcome, browser, build, tools};

/// Builds the app and an empty Yew app, and measures both in one run.
pub fn bench() -> Outcome {
    build::build()?;
    browser::ensure()?;
    let empty = root().join("xtask/empty-app");
    let mut trunk = command("trunk", &["build"]);
    trunk
        .current_dir(&empty)
        .env("PATH", tools::path())
        .env("CARGO_TARGET_DIR", root().join("target/empty-app"));
    step("build an empty Yew app for comparison", trunk)?;
    let page = crate::bundle::bundle(&empty.join("dist"), &empty.join("styles"), &root().join("boot/boot.js"))?;
    let file = root().join("target/empty-app/index.html");
    std::fs::write(&file, page).map_err(|error| format!("{} cannot be written ({error}).", file.display()))?;
    let mut node = command("node", &["bench.mjs"]);
    node.current_dir(root().join("tests/e2e")).env("EMPTY_APP", &file);
    step("measure", node)
}
