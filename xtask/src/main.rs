//! The tool chain: `cargo xtask serve | test | build | bench`.
//!
//! Each command sets up what it needs, says what it does, skips what is there, and fails with a
//! sentence that says what to install where it cannot.

mod bench;
mod browser;
mod build;
mod bundle;
mod run;
mod serve;
mod test;
mod tools;

use std::process::ExitCode;

/// What a step ends with: nothing, or a sentence that says what is wrong and what to do.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    let outcome = match command.as_str() {
        "build" => build::build().map(|file| println!("\n{}", file.display())),
        "serve" => serve::serve(),
        "test" => test::test(),
        "bench" => bench::bench(),
        _ => Err("usage: cargo xtask serve | test | build | bench".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nxtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
