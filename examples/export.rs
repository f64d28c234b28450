//! Writes the documents of a project file, or of a document that carries one:
//! `cargo run --example export FILE.json|FILE.docx|FILE.xlsx OUT.docx|OUT.xlsx|OUT.zip|OUT.json`.

use std::process::ExitCode;

use jiping::documents::archive::doors::Door;
use jiping::documents::archive::kind::Kind;
use jiping::documents::archive::read;
use jiping::documents::exchange::{exports, reopened, submission};
use jiping::documents::project_file::project_file;
use jiping::documents::project_file::project_file::Opened;
use jiping::domain::checks::run::check;
use jiping::domain::evaluation::evaluate::evaluate;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: cargo run --example export FILE.json|FILE.docx|FILE.xlsx OUT.docx|OUT.xlsx|OUT.zip|OUT.json");
        return ExitCode::FAILURE;
    };
    match export(&from, &to) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn open(bytes: &[u8]) -> Result<Opened, String> {
    if let Some(reason) = Kind::of(bytes).refused(Door::Open) {
        return Err(reason);
    }
    if !read::is_packed(bytes) {
        return project_file::read(bytes).map_err(|error| error.to_string());
    }
    let archive = read::open(bytes).map_err(|fault| fault.to_string())?;
    let (opened, changes) = reopened::open(&archive).map_err(|fault| fault.to_string())?;
    for change in changes {
        let [data, shown] = [change.data, change.shown].map(Option::unwrap_or_default);
        eprintln!("{}\n  - {data}\n  + {shown}", change.section);
    }
    Ok(opened)
}

fn export(from: &str, to: &str) -> Result<(), String> {
    let bytes = std::fs::read(from).map_err(|error| format!("{from}: {error}"))?;
    let opened = open(&bytes).map_err(|error| format!("{from}: {error}"))?;
    let evaluation = evaluate(&opened.draft);
    let out = match to.rsplit('.').next() {
        Some("docx") => exports::word(&opened.draft, &evaluation),
        Some("xlsx") => {
            let findings = check(&opened.draft, &evaluation);
            exports::excel(&opened.draft, &evaluation, &findings).map_err(|error| format!("{to}: {error}"))?
        }
        Some("zip") => submission::write(&opened.draft).map_err(|error| format!("{to}: {error}"))?,
        Some("json") => project_file::write(&opened.draft, &opened.saved_at).into_bytes(),
        _ => {
            return Err(format!(
                "{to}: the ending says what to write; it must be .docx, .xlsx, .zip or .json."
            ));
        }
    };
    std::fs::write(to, out).map_err(|error| format!("{to}: {error}"))
}
