//! Measures the built file in a real browser, beside an empty Yew app made the same way.

use std::path::PathBuf;

use crate::run::{command, root, step};
use crate::{Outcome, browser, build, tools};

/// Builds both and prints a Markdown table.
pub fn bench() -> Outcome {
    let file = build::build()?;
    let browsers = browser::ensure()?;
    let folder = root().join("xtask").join("empty-app");
    let mut trunk = tools::trunk(&["build"]);
    // In the app's target folder, where the crates that both need are compiled already.
    trunk
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", root().join("target"));
    step("build an empty Yew app to compare with", trunk)?;
    let core = core()?;
    let mut node = browsers.node("bench.mjs");
    node.env("APP", &file)
        .env("CORE", core)
        .env("EMPTY_APP", root().join("target/empty-app/dist/index.html"));
    step("measure", node)
}

/// Builds the core without a page, for Node.js, and gives the place of its module.
fn core() -> Outcome<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let build = ["build", "--release", "--example", "core", "--target", TARGET];
    step("build the core for Node.js", command("cargo", &build))?;
    let built = root().join("target").join(TARGET).join("release/examples/core.wasm");
    let folder = root().join("target/core");
    let mut bind = tools::wasm_bindgen();
    bind.arg(&built)
        .args(["--target", "nodejs", "--no-typescript", "--out-dir"])
        .arg(&folder);
    step("bind it", bind)?;
    Ok(folder.join("core.js"))
}
