//! Everything that must hold, in the order in which it fails soonest.

use crate::run::{command, step};
use crate::{Outcome, browser, build, tools};

/// Runs all checks and tests.
pub fn test() -> Outcome {
    tools::ensure()?;
    step("format", command("cargo", &["fmt", "--all", "--", "--check"]))?;
    step(
        "clippy, native",
        command(
            "cargo",
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--locked",
                "--",
                "-D",
                "warnings",
            ],
        ),
    )?;
    step(
        "clippy, wasm32",
        command(
            "cargo",
            &[
                "clippy",
                "--lib",
                "--bins",
                "--target",
                "wasm32-unknown-unknown",
                "--locked",
                "--",
                "-D",
                "warnings",
            ],
        ),
    )?;
    step("native tests", command("cargo", &["test", "--workspace", "--locked"]))?;
    build::build()?;
    browser::ensure()?;
    let mut playwright = command("npx", &["--no-install", "playwright", "test"]);
    playwright.current_dir(crate::run::root().join("tests/e2e"));
    step("end-to-end tests and accessibility", playwright)?;
    println!("\nAll checks and tests passed.");
    Ok(())
}
