//! Our Word documents in LibreOffice, where it is installed: every word is there, pages are where the table of
//! contents says, and the draft is still in the file when it was saved again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiping::documents::archive::read::open;
use jiping::documents::docx::{expected, pages};
use jiping::documents::exchange::{exports, reopened};
use jiping::documents::passage;
use jiping::documents::project_file::pack::new_draft;
use jiping::documents::project_file::project_file;
use jiping::documents::report::block::Report;
use jiping::documents::report::line_breaks::Setting;
use jiping::documents::report::report::report;
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
        ("project", crate::drafts::answered(new_draft(ReportKind::Project, None))),
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
        for line in passage::lines(&expected::passages(&report)) {
            for cell in line.split('｜').flat_map(str::lines) {
                assert!(whole.contains(&plain(cell)), "{name}: “{cell}” is not printed");
            }
        }
        named_pages(name, &report, &printed);
    }
}

/// The contents name the pages on which headings stand: exactly where these are certain, otherwise between those that
/// the document asks for and those of the widest setting. Gives how many entries there are and how many are exact.
fn named_pages(name: &str, report: &Report, printed: &[String]) -> (usize, usize, usize) {
    let front = printed
        .iter()
        .position(|page| page.ends_with("—1—"))
        .expect("a first page");
    let (asked, widest) = (
        pages::first_pages(report),
        pages::first_pages_in(report, Setting::WIDEST),
    );
    let entries = report.contents();
    let (mut exact, mut beyond) = (0, 0);
    for entry in &entries {
        let (from, to) = (asked[entry.block], widest[entry.block].max(asked[entry.block]));
        let text = plain(&entry.text);
        let text = text.strip_prefix("附件1").unwrap_or(&text);
        let found = (from..=to).find(|page| {
            let page = printed.get(page + front - 1);
            page.is_some_and(|page| page.contains(text))
        });
        if found.is_none() {
            beyond += 1;
            let there = printed.iter().skip(front).position(|page| page.contains(text));
            println!(
                "{name}: {text} is on page {:?}, not on {from} to {to}",
                there.map(|place| place + 1)
            );
        }
        exact += usize::from(found == Some(from));
    }
    let (last, most) = (asked.iter().max().copied(), widest.iter().max().copied());
    let (last, most) = (
        last.unwrap_or_default(),
        most.unwrap_or_default().max(last.unwrap_or_default()),
    );
    let count = printed.len() - front;
    // The signature may have a page of its own.
    assert!(
        count >= last && count <= most + 1,
        "{name}: {count} pages, {last} to {most} were expected"
    );
    (entries.len(), exact, beyond)
}

#[test]
fn a_form_of_ordinary_length_is_printed_on_one_page() {
    let draft = crate::drafts::usual_form();
    let files = [("form.docx".to_owned(), exports::word(&draft, &evaluate(&draft)))];
    let Some(printed) = office("form", &files, "pdf") else {
        return;
    };
    if let Some(pages) = page_texts(&printed[0]) {
        assert_eq!(pages.len(), 1, "{pages:#?}");
    }
}

/// Every report of the fixtures, with cover and contents.
fn fronted() -> Vec<(String, Draft)> {
    let mut paths: Vec<PathBuf> = ["clean", "faulty"]
        .iter()
        .flat_map(|folder| fs::read_dir(Path::new("tests/fixtures").join(folder)).expect("fixtures"))
        .map(|entry| entry.expect("a fixture").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json") && !path.ends_with("expected.json"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let mut draft = project_file::read(&fs::read(path).expect("a fixture"))
                .expect("a draft")
                .draft;
            for field in [Field::Cover, Field::Contents] {
                draft.apply(&Edit::Set(field, "with".to_owned()));
            }
            let name = path.file_stem().expect("a name").to_string_lossy();
            (name.into_owned(), draft)
        })
        .collect()
}

#[test]
fn contents_name_the_pages_of_every_fixture() {
    let drafts = fronted();
    let files: Vec<(String, Vec<u8>)> = drafts
        .iter()
        .map(|(name, draft)| (format!("{name}.docx"), exports::word(draft, &evaluate(draft))))
        .collect();
    let Some(printed) = office("contents", &files, "pdf") else {
        return;
    };
    let (mut entries, mut exact, mut beyond) = (0, 0, 0);
    for ((name, draft), pdf) in drafts.iter().zip(&printed) {
        let Some(printed) = page_texts(pdf) else {
            println!("skipped: no pdftotext");
            return;
        };
        let (all, right, wrong) = named_pages(name, &report(draft, &evaluate(draft)), &printed);
        (entries, exact, beyond) = (entries + all, exact + right, beyond + wrong);
    }
    println!(
        "{exact} of {entries} entries are exact, {beyond} beyond what was expected, the others left to the program"
    );
    assert_eq!(
        beyond, 0,
        "of {entries} entries so many name a page that is not theirs and is not left to the program"
    );
    assert!(entries > 150, "only {entries} entries");
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
