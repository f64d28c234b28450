//! LibreOffice as a reader of our documents, where it is installed.

#![allow(clippy::expect_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Converts files with LibreOffice; none where it is not installed or has no program for them.
pub fn office(test: &str, files: &[(String, Vec<u8>)], to: &str) -> Option<Vec<PathBuf>> {
    let installed = Command::new("soffice").arg("--version").output().is_ok();
    let folder = std::env::temp_dir().join(format!("jiping-{test}-{}", std::process::id()));
    let out = folder.join("out");
    fs::create_dir_all(&out).expect("a folder to work in");
    let paths: Vec<PathBuf> = files
        .iter()
        .map(|(name, bytes)| {
            let path = folder.join(name);
            fs::write(&path, bytes).expect("a file");
            path
        })
        .collect();
    let converted = installed.then(|| {
        let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
        let mut command = Command::new("soffice");
        command.args(["--headless", &profile, "--convert-to", to, "--outdir"]);
        command.arg(&out).args(&paths).output().expect("LibreOffice ends")
    });
    let ending = to.split(':').next().expect("an ending");
    let results: Vec<PathBuf> = paths
        .iter()
        .map(|path| out.join(Path::new(path.file_name().expect("a name")).with_extension(ending)))
        .collect();
    if converted.is_none() || results.iter().any(|path| !path.exists()) {
        println!("skipped {test}: no LibreOffice that opens such files ({converted:?})");
        return None;
    }
    Some(results)
}
