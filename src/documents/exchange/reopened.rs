//! Documents that come back: the draft in them, and where they show something else than its data give.

use crate::documents::archive::read::{Archive, Kind};
use crate::documents::carried::CarriedFault;
use crate::documents::passage::Passage;
use crate::documents::project_file::project_file;
use crate::documents::report::report::report;
use crate::documents::xlsx::shown::Shown;
use crate::documents::{docx, xlsx};
use crate::domain::checks::run::check;
use crate::domain::draft::comparison::TextChange;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;

use super::alignment::{Differing, differing};
use super::line;
use super::line::{LineKind, ShownLine};

/// A document that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameBack {
    /// The draft in it.
    pub opened: project_file::Opened,
    /// Word or Excel.
    pub kind: Kind,
    /// The lines that its data give; none where nothing was changed.
    pub data: Vec<ShownLine>,
    /// The lines that it shows; none where nothing was changed.
    pub shown: Vec<ShownLine>,
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
            let text = |line: &ShownLine| line.text.clone();
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
        _ => return Err(CarriedFault::NotOffice),
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
            return Ok(Seen::Word(docx::expected::passages(&report(draft, &evaluation))));
        }
        let findings = check(draft, &evaluation);
        let shown = xlsx::workbook::shown(draft, &evaluation, &findings);
        // It was written once, so it fits.
        shown.map(Seen::Excel).map_err(|_| CarriedFault::Damaged)
    }

    fn lines(&self) -> Vec<ShownLine> {
        match self {
            Seen::Word(passages) => line::of_passages(passages),
            Seen::Excel(shown) => line::of_sheets(shown),
        }
    }
}

/// What a document of a draft shows as it is written, line by line.
pub fn lines(kind: Kind, draft: &Draft) -> Result<Vec<ShownLine>, CarriedFault> {
    Seen::written(kind, draft).map(|written| written.lines())
}

/// The lines that the data of a document give, and those that it shows.
fn compared(kind: Kind, draft: &Draft, shown: Seen) -> Result<(Vec<ShownLine>, Vec<ShownLine>), CarriedFault> {
    let written = Seen::written(kind, draft)?;
    let shown = match (shown, &written) {
        (Seen::Excel(shown), Seen::Excel(written)) => Seen::Excel(shown.completed(written)),
        (shown, _) => shown,
    };
    Ok((written.lines(), shown.lines()))
}
