//! Drafts that travel inside documents, and what was changed in the document since.

use std::fmt;

use super::alignment::{Differing, differing};
use super::archive::read::{Archive, ArchiveFault, Kind};
use super::import::passage::Passage;
use super::line::{self, Line, LineKind};
use super::report::report;
use super::xlsx::shown::Shown;
use super::{docx, project_file, xlsx};
use crate::domain::checks::run::check;
use crate::domain::comparison::TextChange;
use crate::domain::draft::Draft;
use crate::domain::evaluation::evaluate;

/// The project file that a document carries. It is without times and without stamp, so that the same draft
/// gives the same bytes on every machine.
pub fn text(draft: &Draft) -> String {
    project_file::write(draft, "")
}

/// What a document carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried<T> {
    /// The project file.
    pub text: String,
    /// What the document shows.
    pub shown: T,
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
                "这份文件不是绩评导出的，里面没有可以接着改的数据。去年的报告请从“用去年的报告开头”读入。"
            ),
            Self::Damaged => write!(
                out,
                "文件里带的报告数据和写入时不一样，可能损坏了。请换一份文件，或用项目文件（.json）。"
            ),
            Self::Unreadable(reason) => write!(out, "{reason}"),
        }
    }
}

/// A document that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameBack {
    /// The draft in it.
    pub opened: project_file::Opened,
    /// Word or Excel.
    pub kind: Kind,
    /// The lines that its data give; none where nothing was changed.
    pub data: Vec<Line>,
    /// The lines that it shows; none where nothing was changed.
    pub shown: Vec<Line>,
    /// Where the two differ.
    pub differing: Vec<Differing>,
}

impl CameBack {
    /// Where the document shows something else than its data give, without what can be taken over of it.
    pub fn changes(&self) -> Vec<TextChange> {
        let change = |differing: &Differing| {
            // A heading that was changed itself begins the section that it names.
            let until = differing.at + usize::from(differing.is_there);
            let before = self.data.get(..until).unwrap_or_default();
            let heading = before.iter().rfind(|line| line.kind == LineKind::Heading);
            let text = |line: &Line| line.text.clone();
            TextChange {
                data: self.data.get(differing.at).filter(|_| differing.is_there).map(text),
                shown: differing.shown.and_then(|place| self.shown.get(place)).map(text),
                section: heading.map(text).unwrap_or_default(),
                takings: Vec::new(),
                obstacle: None,
            }
        };
        self.differing.iter().map(change).collect()
    }
}

/// Reads the draft of a document, and where the document shows something else.
pub fn open(archive: &Archive) -> Result<(project_file::Opened, Vec<TextChange>), CarriedFault> {
    let came_back = read(archive)?;
    let changes = came_back.changes();
    Ok((came_back.opened, changes))
}

/// Reads the draft of a document, and what both show.
pub fn read(archive: &Archive) -> Result<CameBack, CarriedFault> {
    let (text, is_edited, shown) = match archive.kind {
        Kind::Word => {
            let carried = docx::carried::find(archive)?;
            (carried.text, carried.is_edited, Seen::Word(carried.shown))
        }
        Kind::Excel => {
            let carried = xlsx::carried::find(archive)?;
            (carried.text, carried.is_edited, Seen::Excel(carried.shown))
        }
        Kind::Zip => return Err(CarriedFault::NotOffice),
    };
    let opened = project_file::read(text.as_bytes()).map_err(|error| CarriedFault::Unreadable(error.to_string()))?;
    let (data, shown) = match is_edited {
        true => compared(archive.kind, &opened.draft, shown)?,
        false => Default::default(),
    };
    Ok(CameBack {
        differing: differing(&data, &shown),
        opened,
        kind: archive.kind,
        data,
        shown,
    })
}
/// What a document shows.
enum Seen {
    Word(Vec<Passage>),
    Excel(Shown),
}

impl Seen {
    /// What a document of a draft shows as it is written.
    fn written(kind: Kind, draft: &Draft) -> Result<Self, CarriedFault> {
        let evaluation = evaluate(draft);
        if kind == Kind::Word {
            return Ok(Seen::Word(docx::said::passages(&report(draft, &evaluation))));
        }
        let findings = check(draft, &evaluation);
        let shown = xlsx::workbook::shown(draft, &evaluation, &findings);
        // It was written once, so it fits.
        shown.map(Seen::Excel).map_err(|_| CarriedFault::Damaged)
    }

    fn lines(&self) -> Vec<Line> {
        match self {
            Seen::Word(passages) => line::of_passages(passages),
            Seen::Excel(shown) => line::of_sheets(shown),
        }
    }
}

/// What a document of a draft shows as it is written, line by line.
pub fn lines(kind: Kind, draft: &Draft) -> Result<Vec<Line>, CarriedFault> {
    Seen::written(kind, draft).map(|written| written.lines())
}

/// The lines that the data of a document give, and those that it shows.
fn compared(kind: Kind, draft: &Draft, shown: Seen) -> Result<(Vec<Line>, Vec<Line>), CarriedFault> {
    let written = Seen::written(kind, draft)?;
    let shown = match (shown, &written) {
        (Seen::Excel(shown), Seen::Excel(written)) => Seen::Excel(shown.completed(written)),
        (shown, _) => shown,
    };
    Ok((written.lines(), shown.lines()))
}
