//! What the end-to-end tests need: Node's packages, Chromium, Chinese fonts.

use std::path::Path;

use crate::Outcome;
use crate::run::{command, output, root, step};

/// Debian packages, each with a file that shows it is installed.
const PACKAGES: [(&str, &str); 2] = [
    ("chromium", "/usr/bin/chromium"),
    (
        "fonts-noto-cjk",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    ),
];

/// Makes sure that the tests can run.
pub fn ensure() -> Outcome {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|(_, file)| !Path::new(file).exists())
        .map(|(name, _)| *name)
        .collect();
    if missing.is_empty() {
        println!("   chromium, fonts-noto-cjk: there");
    } else {
        install(&missing)?;
    }
    if output("npm", &["--version"]).is_none() {
        return Err("npm is missing. Install Node.js 20 or newer with npm.".into());
    }
    let folder = root().join("tests/e2e");
    if folder.join("node_modules/@playwright/test").exists() {
        println!("   npm packages: there");
        return Ok(());
    }
    let mut npm = command("npm", &["ci", "--no-audit", "--no-fund"]);
    // The browsers that the package would download are not used: Debian's Chromium is.
    npm.current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    step("install the npm packages of tests/e2e", npm)
}

fn install(packages: &[&str]) -> Outcome {
    let names = packages.join(" ");
    let is_root = output("id", &["-u"]).is_some_and(|id| id == "0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        return Err(format!(
            "the end-to-end tests need {names}. Install them (Debian: apt-get install {names}) and try again."
        ));
    }
    step("apt-get update", command("apt-get", &["update", "-qq"]))?;
    let mut apt = command("apt-get", &["install", "-y", "-qq", "--no-install-recommends"]);
    apt.args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    step(&format!("apt-get install {names}"), apt)
}
