//! The build's own tools: wasm target, trunk and wasm-bindgen in pinned versions under `.tools/`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::run::{command, output, root, step};

/// A tool that cargo installs.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    args: &'static [&'static str],
}

const TOOLS: [Tool; 2] = [
    // Without its default features trunk neither downloads nor updates anything by itself.
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14",
        args: &["--no-default-features"],
    },
    // The version must be that of the wasm-bindgen crate in Cargo.toml.
    Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: "0.2.129",
        args: &[],
    },
];

/// Settings that build the tools in a third of the time. The tools run for seconds, so their own
/// speed does not matter; the app's build must not see these settings.
const QUICK: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Makes sure that everything for a build is there.
pub fn ensure() -> Outcome {
    println!("== tools");
    ensure_rust_parts()?;
    let folder = root().join(".tools");
    let target = folder.join("target");
    for tool in &TOOLS {
        if is_installed(tool) {
            println!("   {} {} is there", tool.package, tool.version);
            continue;
        }
        let package = format!("{}@{}", tool.package, tool.version);
        let mut install = command("cargo", &["install", "--locked", "--force", &package]);
        install
            .args(tool.args)
            .arg("--root")
            .arg(&folder)
            .env("CARGO_TARGET_DIR", &target)
            .envs(QUICK);
        step(
            &format!("install {package} into .tools (once; it takes some minutes)"),
            install,
        )?;
        if !is_installed(tool) {
            return Err(format!(
                "{package} was installed but .tools/bin/{} does not report version {}. Delete .tools and try again.",
                tool.program, tool.version
            ));
        }
    }
    if target.exists() {
        // What the tools' own build leaves behind is hundreds of megabytes that nothing uses again.
        std::fs::remove_dir_all(&target)
            .map_err(|error| format!("{} cannot be deleted ({error}). Delete it by hand.", target.display()))?;
    }
    Ok(())
}

/// Trunk with the pinned tools first on the search path and without the quick settings.
pub fn trunk(args: &[&str]) -> Command {
    let mut trunk = command(bin().join("trunk"), args);
    trunk.env("PATH", search_path());
    for (name, _) in QUICK {
        trunk.env_remove(name);
    }
    // Trunk reads this variable as a setting of its own and stops at the value "1".
    trunk.env_remove("NO_COLOR");
    trunk
}

/// The pinned wasm-bindgen.
pub fn wasm_bindgen() -> Command {
    command(bin().join("wasm-bindgen"), &[])
}

fn bin() -> PathBuf {
    root().join(".tools").join("bin")
}

fn search_path() -> OsString {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(bin()).chain(std::env::split_paths(&rest))).unwrap_or(rest)
}

fn ensure_rust_parts() -> Outcome {
    let Some(sysroot) = output("rustc", &["--print", "sysroot"]) else {
        return Err("rustc does not run here. Install Rust 1.95.0 with rustup (https://rustup.rs).".into());
    };
    let target = "wasm32-unknown-unknown";
    if PathBuf::from(sysroot).join("lib/rustlib").join(target).exists() {
        println!("   {target} is there");
    } else {
        step(&format!("add {target}"), command("rustup", &["target", "add", target]))?;
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

fn is_installed(tool: &Tool) -> bool {
    let version = output(bin().join(tool.program), &["--version"]);
    version.is_some_and(|version| version.split_whitespace().any(|word| word == tool.version))
}
