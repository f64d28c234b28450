//! Measures the built file in a real browser, beside an empty Yew app made the same way.

use crate::run::{root, step};
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
    let mut node = browsers.node("bench.mjs");
    node.env("APP", &file)
        .env("EMPTY_APP", root().join("target/empty-app/dist/index.html"));
    step("measure", node)
}
