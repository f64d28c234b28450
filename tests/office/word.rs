//! Our Word documents in LibreOffice, where it is installed: every word is there, pages are where the table of
//! contents says, and the draft is still in the file when it was saved again.

use std::fs;
use std::path::Path;
use std::process::Command;

use jiping::documents::archive::read::open;
use jiping::documents::docx::{pages, said};
use jiping::documents::exchange::{exports, reopened};
use jiping::documents::project_file::pack::new_draft;
use jiping::documents::report::report::report;
use jiping::documents::{carried, passage};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::scheme::ReportKind;

use crate::libreoffice::office;

/// The sample with and without cover and contents, and with its table as a wide annex; a project; nothing.
fn variants() -> Vec<(&'static str, Draft)> {
    let with = |edits: &[(Field, &str)]| {
        let mut draft = crate::drafts::sample();
        for (field, value) in edits {
            draft.apply(&Edit::Set(*field, (*value).to_owned()));
        }
        draft
    };
    let (cover, contents) = ((Field::Cover, "with"), (Field::Contents, "with"));
    let form = (Field::Scheme(SchemeField::TableForm), "department");
    vec![
        ("plain", with(&[])),
        ("fronted", with(&[cover, contents])),
        ("annexed", with(&[contents, form])),
        ("project", crate::drafts::answered(new_draft(ReportKind::Project))),
        ("blank", Draft::default()),
    ]
}

fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The text of each page; none where poppler is not installed.
fn page_texts(pdf: &Path) -> Option<Vec<String>> {
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut pages: Vec<String> = text.split('\u{c}').map(plain).collect();
    pages.pop();
    Some(pages)
}

/// The text of a page without its number at the foot: — 3 —.
fn without_number(page: &str) -> &str {
    let cut = page
        .strip_suffix('—')
        .and_then(|page| page.rfind('—').map(|place| (page, place)));
    match cut {
        Some((page, place)) if page[place..].trim_start_matches('—').parse::<usize>().is_ok() => &page[..place],
        _ => page,
    }
}

#[test]
fn every_word_is_printed_on_the_page_that_the_contents_name() {
    let variants = variants();
    let files: Vec<(String, Vec<u8>)> = variants
        .iter()
        .map(|(name, draft)| (format!("{name}.docx"), exports::word(draft, &evaluate(draft))))
        .collect();
    let Some(printed) = office("printing", &files, "pdf") else {
        return;
    };
    for ((name, draft), pdf) in variants.iter().zip(&printed) {
        let Some(printed) = page_texts(pdf) else {
            println!("skipped: no pdftotext");
            return;
        };
        let report = report(draft, &evaluate(draft));
        let whole: String = printed.iter().map(|page| without_number(page)).collect();
        for line in passage::lines(&said::passages(&report)) {
            for cell in line.split('｜').flat_map(str::lines) {
                assert!(whole.contains(&plain(cell)), "{name}: “{cell}” is not printed");
            }
        }
        let front = usize::from(report.cover.is_some()) + usize::from(report.has_contents);
        let estimated = pages::first_pages(&report);
        for entry in report.contents() {
            let page = estimated[entry.block] + front - 1;
            let text = plain(&entry.text);
            let text = text.strip_prefix("附件1").unwrap_or(&text);
            assert!(
                printed.get(page).is_some_and(|page| page.contains(text)),
                "{name}: {text} is not on page {}",
                estimated[entry.block]
            );
        }
        if *name != "blank" {
            let last = estimated.iter().max().copied().unwrap_or_default();
            let pages = printed.len() - front;
            assert!(
                pages >= last && pages <= last + 1,
                "{name}: {pages} pages, {last} were expected"
            );
        }
    }
}

#[test]
fn the_draft_survives_another_program() {
    let variants = variants();
    let files: Vec<(String, Vec<u8>)> = variants
        .iter()
        .map(|(name, draft)| (format!("{name}.docx"), exports::word(draft, &evaluate(draft))))
        .collect();
    let Some(saved) = office("saving", &files, "docx:MS Word 2007 XML") else {
        return;
    };
    for ((name, draft), path) in variants.iter().zip(&saved) {
        let archive = open(&fs::read(path).unwrap()).unwrap();
        let (opened, changes) = reopened::open(&archive).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let mut expected = draft.clone();
        expected.mend_identities();
        assert_eq!(opened.draft, expected, "{name}");
        assert_eq!(changes, [], "{name}: nothing was changed");
    }
}
