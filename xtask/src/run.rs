//! Runs other programs, with a line that says what and how long.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use crate::Outcome;

/// The folder of the project.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A command in the project's folder.
pub fn command(program: impl AsRef<OsStr>, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// Runs a step to its end. Its output goes straight to the terminal, so that the runner's own
/// closing lines stand there as it wrote them.
pub fn step(what: &str, mut command: Command) -> Outcome {
    println!("\n== {what}");
    let start = Instant::now();
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| {
        format!("{what}: {program} does not start ({error}). Install it and run the command again.")
    })?;
    let seconds = start.elapsed().as_secs();
    if !status.success() {
        return Err(format!("FAILED after {seconds} s: {what}. The lines above say why."));
    }
    println!("== {what}: done in {seconds} s");
    Ok(())
}

/// A step that runs while others do. What it prints is kept until it is waited for, so that lines do not mix.
pub struct Beside {
    what: String,
    child: Child,
    start: Instant,
    log: PathBuf,
}

impl Beside {
    /// Starts it; its lines go to `target/<name>.log` meanwhile.
    pub fn start(what: &str, name: &str, mut command: Command) -> Outcome<Self> {
        println!("\n== {what}: goes on beside what follows");
        let log = root().join("target").join(format!("{name}.log"));
        let cannot = |error: std::io::Error| format!("{what} does not start ({error}).");
        let lines = std::fs::create_dir_all(root().join("target"))
            .and_then(|()| std::fs::File::create(&log))
            .map_err(cannot)?;
        let more = lines.try_clone().map_err(cannot)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(lines)
            .stderr(more)
            .spawn()
            .map_err(cannot)?;
        Ok(Self {
            what: what.to_owned(),
            child,
            start: Instant::now(),
            log,
        })
    }

    /// Waits for its end and prints its lines.
    pub fn finish(mut self) -> Outcome {
        let what = &self.what;
        let status = self
            .child
            .wait()
            .map_err(|error| format!("{what} was lost ({error})."))?;
        println!("\n== {what}\n{}", read(&self.log)?);
        let seconds = self.start.elapsed().as_secs();
        if !status.success() {
            return Err(format!("FAILED after {seconds} s: {what}. The lines above say why."));
        }
        println!("== {what}: done after {seconds} s");
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Where another step failed nobody waits for this one. One that has ended cannot be ended again.
        let _ = self.child.kill();
    }
}

/// What a command prints, if it starts and succeeds.
pub fn output(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = command(program, args).stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program lies on the search path, by the first of its names that is there.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// A file's text, or a sentence that names the file.
pub fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read ({error}).", path.display()))
}
