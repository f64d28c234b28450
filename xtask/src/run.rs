//! Runs commands, with a line that says what and how long.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::Outcome;

/// The folder of the project.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A command in the project's folder.
pub fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// Runs a step to its end; its output goes straight to the terminal.
pub fn step(what: &str, mut command: Command) -> Outcome {
    println!("\n== {what}");
    let start = Instant::now();
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(|error| format!("{what}: {program} cannot be started ({error}). Install it and try again."))?;
    println!("== {what}: {} s", start.elapsed().as_secs());
    if status.success() {
        Ok(())
    } else {
        Err(format!("{what} failed; its own lines above say why."))
    }
}

/// What a command prints, if it runs and succeeds.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = command(program, args).stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
