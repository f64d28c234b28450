//! What the end-to-end tests need: Node's packages, two browsers, Chinese fonts; and LibreOffice with poppler,
//! without which the tests that print our documents say that they were skipped.

use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::run::{command, find_program, output, root, step};

const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const FONTS: &str = "fonts-noto-cjk";
/// The packages of LibreOffice for texts and for sheets, with the file that shows them to be there.
const OFFICE: [(&str, &str); 2] = [
    ("libreoffice-writer-nogui", "libswlo.so"),
    ("libreoffice-calc-nogui", "libsclo.so"),
];

/// The browsers of this computer.
pub struct Browsers {
    chromium: PathBuf,
    firefox: PathBuf,
}

impl Browsers {
    /// The Playwright run.
    pub fn playwright(&self) -> Command {
        self.with(command("npx", &["--no-install", "playwright", "test"]))
    }

    /// A script of `tests/e2e`.
    pub fn node(&self, script: &str) -> Command {
        self.with(command("node", &[script]))
    }

    fn with(&self, mut command: Command) -> Command {
        command
            .current_dir(folder())
            .env("CHROMIUM", &self.chromium)
            .env("FIREFOX", &self.firefox);
        command
    }
}

/// Makes sure that the end-to-end tests can run.
pub fn ensure() -> Outcome<Browsers> {
    println!("== browsers and npm packages");
    for program in ["node", "npm"] {
        if output(program, &["--version"]).is_none() {
            return Err(format!(
                "{program} does not run here. Install Node.js 20 or newer, with npm."
            ));
        }
    }
    install_missing()?;
    ensure_npm_packages()?;
    match (find_program(&CHROMIUM), find_program(&FIREFOX)) {
        (Some(chromium), Some(firefox)) => Ok(Browsers { chromium, firefox }),
        _ => Err("Chromium and Firefox were installed but are not on the search path; see PATH.".into()),
    }
}

fn folder() -> PathBuf {
    root().join("tests").join("e2e")
}

/// Installs the Debian packages that are missing, or says their names.
fn install_missing() -> Outcome {
    let missing = |wanted: &[(&'static str, bool)]| -> Vec<&'static str> {
        let missing = wanted.iter().filter(|(_, there)| !there);
        missing.map(|(name, _)| *name).collect()
    };
    let needed = missing(&[
        ("chromium", find_program(&CHROMIUM).is_some()),
        ("firefox-esr", find_program(&FIREFOX).is_some()),
        (FONTS, has_chinese_fonts()),
    ]);
    let mut useful: Vec<(&str, bool)> = OFFICE.map(|(name, file)| (name, has_office(file))).into();
    useful.push(("poppler-utils", find_program(&["pdftotext"]).is_some()));
    let useful = missing(&useful);
    if needed.is_empty() && useful.is_empty() {
        println!("   Chromium, Firefox, Chinese fonts and LibreOffice are there");
        return Ok(());
    }
    let can_install = output("id", &["-u"]).is_some_and(|id| id == "0") && find_program(&["apt-get"]).is_some();
    if !can_install && needed.is_empty() {
        println!(
            "   not there: {}; the tests that print documents are skipped",
            useful.join(" ")
        );
        return Ok(());
    }
    let missing = [needed, useful].concat();
    let names = missing.join(" ");
    if !can_install {
        return Err(format!(
            "The end-to-end tests need: {names}. On Debian: sudo apt-get install {names}. \
             Elsewhere install Chromium, Firefox and a Chinese font. Then run the command again."
        ));
    }
    step("apt-get update", command("apt-get", &["update", "-qq"]))?;
    let mut install = command("apt-get", &["install", "-y", "-qq", "--no-install-recommends"]);
    install.args(&missing).env("DEBIAN_FRONTEND", "noninteractive");
    step(&format!("apt-get install {names}"), install)
}

fn has_office(file: &str) -> bool {
    let folders = ["/usr/lib/libreoffice/program", "/opt/libreoffice/program"];
    let there = folders.iter().any(|folder| PathBuf::from(folder).join(file).exists());
    there && find_program(&["soffice"]).is_some()
}

fn has_chinese_fonts() -> bool {
    let listed = output("fc-list", &[":lang=zh-cn", "family"]);
    listed.is_some_and(|families| !families.is_empty())
}

fn ensure_npm_packages() -> Outcome {
    // npm writes this file when it has finished; it is older than the lock when the lock has changed since.
    let done = folder().join("node_modules/.package-lock.json");
    let changed = |path: PathBuf| path.metadata().and_then(|data| data.modified()).ok();
    if changed(done.clone()).is_some() && changed(done) >= changed(folder().join("package-lock.json")) {
        println!("   npm packages are there");
        return Ok(());
    }
    let mut npm = command("npm", &["ci", "--no-audit", "--no-fund"]);
    // The browsers that packages would download are not used: the ones of this computer are.
    npm.current_dir(folder())
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("PUPPETEER_SKIP_DOWNLOAD", "1");
    step("npm ci in tests/e2e", npm)
}
