//! The build's own tools: wasm target, trunk, wasm-bindgen, in pinned versions under `.tools/`.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::Outcome;
use crate::run::{command, output, root, step};

/// A tool that cargo installs.
struct Tool {
    krate: &'static str,
    program: &'static str,
    version: &'static str,
    args: &'static [&'static str],
}

const TOOLS: [Tool; 2] = [
    // Without its default features trunk neither downloads nor updates anything by itself.
    Tool {
        krate: "trunk",
        program: "trunk",
        version: "0.21.14",
        args: &["--no-default-features"],
    },
    // The version must be that of the wasm-bindgen crate.
    Tool {
        krate: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: "0.2.129",
        args: &[],
    },
];

/// Settings that build the tools in a third of the time; they are used once, so speed of the result is nothing.
const QUICK: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Makes sure that everything for a build is there.
pub fn ensure() -> Outcome {
    rust_parts()?;
    let folder = root().join(".tools");
    let target = folder.join("target");
    for tool in &TOOLS {
        if is_there(tool) {
            println!("   {} {}: there", tool.krate, tool.version);
            continue;
        }
        let version = format!("{}@{}", tool.krate, tool.version);
        let mut install = command("cargo", &["install", "--locked", &version]);
        install
            .args(tool.args)
            .arg("--root")
            .arg(&folder)
            .env("CARGO_TARGET_DIR", &target)
            .envs(QUICK);
        step(&format!("install {version} into .tools (a few minutes, once)"), install)?;
    }
    if target.exists() {
        // What is left of the tools' own build is large and never used again.
        let _ = std::fs::remove_dir_all(&target);
    }
    Ok(())
}

/// The search path with the tools first.
pub fn path() -> OsString {
    let own: PathBuf = root().join(".tools").join("bin");
    let rest = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&rest))).unwrap_or(rest)
}

fn rust_parts() -> Outcome {
    let Some(sysroot) = output("rustc", &["--print", "sysroot"]) else {
        return Err("rustc is missing. Install Rust 1.95.0 with rustup.".into());
    };
    let wasm = PathBuf::from(&sysroot).join("lib/rustlib/wasm32-unknown-unknown");
    if wasm.exists() {
        println!("   wasm32-unknown-unknown: there");
    } else {
        step(
            "add the wasm32 target",
            command("rustup", &["target", "add", "wasm32-unknown-unknown"]),
        )?;
    }
    for (component, probe) in [("rustfmt", ["fmt", "--version"]), ("clippy", ["clippy", "--version"])] {
        if output("cargo", &probe).is_none() {
            step(
                &format!("add {component}"),
                command("rustup", &["component", "add", component]),
            )?;
        }
    }
    Ok(())
}

fn is_there(tool: &Tool) -> bool {
    let program = root().join(".tools").join("bin").join(tool.program);
    let version = output(&program.to_string_lossy(), &["--version"]);
    version.is_some_and(|version| version.split_whitespace().any(|word| word == tool.version))
}
