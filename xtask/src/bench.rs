//! Measures the built file in a real browser, beside an empty Yew app made the same way.

use std::path::PathBuf;

use crate::run::{command, root, step};
use crate::{Outcome, browser, build, tools};

/// Builds both and prints a Markdown table of the measures that are named, or of all.
pub fn bench(measures: impl Iterator<Item = String>) -> Outcome {
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
    node.args(measures)
        .env("APP", &file)
        .env("CORE", core.join("node/core.js"))
        .env("CORE_OF_PAGE", core.join("page"))
        .env("EMPTY_APP", root().join("target/empty-app/dist/index.html"));
    step("measure", node)
}

/// Builds the core without a page, bound for Node.js and for a browser, and gives the folder of both.
fn core() -> Outcome<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let build = ["build", "--release", "--example", "core", "--target", TARGET];
    step("build the core", command("cargo", &build))?;
    let built = root().join("target").join(TARGET).join("release/examples/core.wasm");
    let folder = root().join("target/core");
    for (target, name) in [("nodejs", "node"), ("no-modules", "page")] {
        let mut bind = tools::wasm_bindgen();
        bind.arg(&built)
            .args(["--target", target, "--no-typescript", "--out-dir"])
            .arg(folder.join(name));
        step("bind it", bind)?;
    }
    Ok(folder)
}
