//! Everything that must hold, in the order in which it fails soonest.

use std::time::Instant;

use crate::run::{command, step};
use crate::{Outcome, browser, build, tools};

/// Runs all checks and tests and stops at the first that fails.
pub fn test() -> Outcome {
    let start = Instant::now();
    tools::ensure()?;
    // What is missing for the last step is better said before the first one.
    let browsers = browser::ensure()?;
    step("format", command("cargo", &["fmt", "--all", "--", "--check"]))?;
    // Most of it goes on one core, and so does most of what is compiled for the checks.
    let built = build::begin()?;
    let native = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "schema",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    step("clippy, native", command("cargo", &native))?;
    let wasm = [
        "clippy",
        "--lib",
        "--bins",
        "--target",
        "wasm32-unknown-unknown",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    step("clippy, wasm32", command("cargo", &wasm))?;
    step(
        "native tests",
        command("cargo", &["test", "--workspace", "--features", "schema", "--locked"]),
    )?;
    // The same packages and features as above, so that nothing is compiled twice.
    let export = [
        "build",
        "--workspace",
        "--features",
        "schema",
        "--locked",
        "--example",
        "export",
    ];
    step("the program without a browser", command("cargo", &export))?;
    built.finish()?;
    step("end to end in Chromium, with accessibility", browsers.playwright())?;
    step("the file in Firefox", browsers.node("firefox.mjs"))?;
    println!("\nAll checks and tests passed, {} s in all.", start.elapsed().as_secs());
    Ok(())
}
