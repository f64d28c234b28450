//! Writes the documents of a project file: `cargo run --example export FILE.json OUT.xlsx`.

use std::process::ExitCode;

use jiping::documents::docx::package;
use jiping::documents::project_file;
use jiping::documents::report::report;
use jiping::documents::xlsx::workbook;
use jiping::domain::checks::run::check;
use jiping::domain::evaluation::evaluate;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: cargo run --example export FILE.json OUT.docx|OUT.xlsx|OUT.json");
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

fn export(from: &str, to: &str) -> Result<(), String> {
    let bytes = std::fs::read(from).map_err(|error| format!("{from}: {error}"))?;
    let opened = project_file::read(&bytes).map_err(|error| format!("{from}: {error}"))?;
    let out = match to.rsplit('.').next() {
        Some("docx") => package::write(&report(&opened.draft, &evaluate(&opened.draft))),
        Some("xlsx") => {
            let evaluation = evaluate(&opened.draft);
            let findings = check(&opened.draft, &evaluation);
            workbook::write(&opened.draft, &evaluation, &findings, None).map_err(|error| format!("{to}: {error}"))?
        }
        Some("json") => project_file::write(&opened.draft, &opened.saved_at).into_bytes(),
        _ => {
            return Err(format!(
                "{to}: the ending says what to write; it must be .docx, .xlsx or .json."
            ));
        }
    };
    std::fs::write(to, out).map_err(|error| format!("{to}: {error}"))
}
