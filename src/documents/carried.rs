//! Drafts that travel inside documents, and what was changed in the document since.

use std::collections::BTreeMap;
use std::fmt;

use dissimilar::Chunk;

use crate::domain::checks::run::check;
use crate::domain::draft::comparison::TextChange;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;

use super::archive::read;
use super::archive::read::{Archive, ArchiveFault, Kind};
use super::passage::Passage;
use super::project_file::project_file;
use super::report::report::report;
use super::{docx, passage, xlsx};

/// The project file that a document carries. It is without times and without stamp, so that the same draft
/// gives the same bytes on every machine.
pub fn text(draft: &Draft) -> String {
    project_file::write(draft, "")
}

/// What a document carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The project file.
    pub text: String,
    /// What the document shows.
    pub passages: Vec<Passage>,
    /// Whether that is not what was written.
    pub is_edited: bool,
}

/// Why a document gives no draft back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CarriedFault {
    /// A file that is not read at all.
    Archive(ArchiveFault),
    /// Neither .docx nor .xlsx.
    NotOffice,
    /// A document of another program.
    None,
    /// The draft in it is not what was written.
    Damaged,
    /// The draft in it is no project file, with the sentence that says why.
    Unreadable(String),
}

impl From<ArchiveFault> for CarriedFault {
    fn from(fault: ArchiveFault) -> Self {
        CarriedFault::Archive(fault)
    }
}

impl fmt::Display for CarriedFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archive(fault) => write!(out, "{fault}"),
            Self::NotOffice => write!(out, "这个压缩文件里没有绩评的报告。请选 .json、.docx 或 .xlsx 文件。"),
            Self::None => write!(
                out,
                "这份文件不是绩评导出的，里面没有可以接着改的数据。去年的报告（.docx）请从“用去年的报告开头”读入；表格（.xlsx）请先打开报告，再点“从表格导入”。"
            ),
            Self::Damaged => write!(
                out,
                "文件里带的报告数据和写入时不一样，可能损坏了。请换一份文件，或用项目文件（.json）。"
            ),
            Self::Unreadable(reason) => write!(out, "{reason}"),
        }
    }
}

/// Reads the draft of a document, and where the document shows something else.
pub fn open(archive: &Archive) -> Result<(project_file::Opened, Vec<TextChange>), CarriedFault> {
    let carried = match archive.kind {
        Kind::Word => docx::carried::find(archive)?,
        Kind::Excel => xlsx::carried::find(archive)?,
        _ => return Err(CarriedFault::NotOffice),
    };
    let opened =
        project_file::read(carried.text.as_bytes()).map_err(|error| CarriedFault::Unreadable(error.to_string()))?;
    let changes = match carried.is_edited {
        true => changes(&said(archive.kind, &opened.draft)?, &carried.passages),
        false => Vec::new(),
    };
    Ok((opened, changes))
}

/// What a document of a draft shows as it is written.
fn said(kind: Kind, draft: &Draft) -> Result<Vec<Passage>, CarriedFault> {
    let evaluation = evaluate(draft);
    if kind == Kind::Word {
        return Ok(docx::said::passages(&report(draft, &evaluation)));
    }
    let findings = check(draft, &evaluation);
    let workbook = xlsx::workbook::write(draft, &evaluation, &findings, None);
    // It was written once, so it fits.
    let workbook = workbook.map_err(|_| CarriedFault::Damaged)?;
    Ok(xlsx::shown::Shown::read(&read::open(&workbook)?)?.passages())
}

/// Where a document shows something else than it did.
fn changes(said: &[Passage], shown: &[Passage]) -> Vec<TextChange> {
    let headings: Vec<String> = said
        .iter()
        .filter(|passage| matches!(passage, Passage::Paragraph { level: Some(_), .. }))
        .flat_map(|heading| passage::lines(std::slice::from_ref(heading)))
        .collect();
    let (data, shown) = (passage::lines(said), passage::lines(shown));
    let mut letters = Letters::default();
    let (before, after) = (letters.spell(&data), letters.spell(&shown));
    let mut changes = Vec::new();
    let mut section = String::new();
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    let (mut data, mut shown) = (data.into_iter(), shown.into_iter());
    let mut settle = |gone: &mut Vec<String>, new: &mut Vec<String>, section: &mut String| {
        let count = gone.len().max(new.len());
        let (mut gone, mut new) = (gone.drain(..), new.drain(..));
        changes.extend((0..count).map(|_| {
            let data = gone.next();
            // A heading that was changed itself begins the section that it names.
            if let Some(heading) = data.as_ref().filter(|line| headings.contains(line)) {
                section.clone_from(heading);
            }
            TextChange {
                data,
                shown: new.next(),
                section: section.clone(),
            }
        }));
    };
    for chunk in dissimilar::diff(&before, &after) {
        match chunk {
            Chunk::Equal(text) => {
                settle(&mut gone, &mut new, &mut section);
                for line in data.by_ref().take(text.chars().count()) {
                    if headings.contains(&line) {
                        section = line;
                    }
                }
                shown.by_ref().take(text.chars().count()).for_each(drop);
            }
            Chunk::Delete(text) => gone.extend(data.by_ref().take(text.chars().count())),
            Chunk::Insert(text) => new.extend(shown.by_ref().take(text.chars().count())),
        }
    }
    settle(&mut gone, &mut new, &mut section);
    changes
}

/// Gives each different line a letter of its own, so that two texts are compared line by line.
#[derive(Default)]
struct Letters(BTreeMap<String, char>);

impl Letters {
    fn spell(&mut self, lines: &[String]) -> String {
        let letter = |line: &String| {
            let plain: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
            // The planes for private use hold 131,068 letters; a document has fewer lines.
            let next = 0xF_0000 + u32::try_from(self.0.len()).unwrap_or(u32::MAX).min(0xFFFD);
            *self.0.entry(plain).or_insert(char::from_u32(next).unwrap_or('?'))
        };
        lines.iter().map(letter).collect()
    }
}
