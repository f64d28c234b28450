//! The one door through which a report comes in: whatever the file is, it becomes passages. Texts are laid into
//! paragraphs and tables, a page of the web and a workbook have both already.

use std::collections::BTreeMap;
use std::fmt;

use crate::documents::archive::doors::Door;
use crate::documents::archive::encoding::decoded;
use crate::documents::archive::kind::Kind;
use crate::documents::archive::read::{self, ArchiveFault};
use crate::documents::docx;
use crate::documents::passage::{Grid, Passage};

use crate::documents::import::pdf::{self, NoPdf};
use crate::documents::import::tables::sheet::Sheet;
use crate::documents::import::tables::{html, separated, workbook};
use crate::documents::import::text::lines::{Laid, lay};

/// A larger text is no report of a year, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// Why there is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReport {
    /// The package is not to be opened.
    Archive(ArchiveFault),
    /// A file of a kind that is not read.
    Foreign(Kind),
    /// A PDF without a text that can be read.
    Pdf(NoPdf),
    /// Not text in any writing that is known.
    Unreadable,
    /// Nothing is written in it.
    Empty,
    /// More than a report has.
    TooLarge,
}

impl fmt::Display for NoReport {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archive(fault) => fault.fmt(out),
            Self::Foreign(kind) => out.write_str(&kind.refused(Door::LastYear).unwrap_or_default()),
            Self::Pdf(none) => none.fmt(out),
            Self::Unreadable => write!(out, "看不懂文件的文字编码。请用 Word 或 WPS 打开，另存为 .docx 再试。"),
            Self::Empty => write!(out, "里面没有读到文字。扫描成图片的文件要先识别成文字。"),
            Self::TooLarge => write!(out, "文字超过 {} MB，不会是一份报告，请核对。", LARGEST / 1024 / 1024),
        }
    }
}

/// The passages of a file.
pub fn of_file(bytes: &[u8]) -> Result<Laid, NoReport> {
    let kind = Kind::of(bytes);
    if kind.refused(Door::LastYear).is_some() {
        return Err(NoReport::Foreign(kind));
    }
    if kind == Kind::Pdf {
        let passages = pdf::passages(bytes).map_err(NoReport::Pdf)?;
        return some(Laid {
            passages,
            ..Laid::default()
        });
    }
    if read::is_packed(bytes) {
        let archive = read::open(bytes).map_err(NoReport::Archive)?;
        let passages = match archive.kind {
            Kind::Excel => of_sheets(workbook::sheets(&archive).map_err(NoReport::Archive)?),
            _ => docx::read::passages(&archive).map_err(NoReport::Archive)?,
        };
        return some(Laid {
            passages,
            ..Laid::default()
        });
    }
    let text = decoded(bytes).ok_or(NoReport::Unreadable)?;
    match kind {
        Kind::Page => of_clipboard(&text, ""),
        _ => of_text(&text),
    }
}

/// What the clipboard holds, as HTML and as plain text: either may be missing. A page without a table says no more than
/// its text, in which lines stand as they were seen.
pub fn of_clipboard(page: &str, text: &str) -> Result<Laid, NoReport> {
    if page.len() > LARGEST {
        return Err(NoReport::TooLarge);
    }
    let passages = html::passages(page);
    let has_table = passages.iter().any(|passage| matches!(passage, Passage::Table(_)));
    if has_table || text.trim().is_empty() {
        return some(Laid {
            passages,
            ..Laid::default()
        });
    }
    of_text(text)
}

/// A text, or a table as CSV.
pub fn of_text(text: &str) -> Result<Laid, NoReport> {
    if text.len() > LARGEST {
        return Err(NoReport::TooLarge);
    }
    let laid = match comma_separated(text) {
        Some(sheet) => Laid {
            passages: of_sheets(vec![sheet]),
            ..Laid::default()
        },
        None => lay(text),
    };
    some(laid)
}

fn some(laid: Laid) -> Result<Laid, NoReport> {
    match laid.passages.is_empty() {
        true => Err(NoReport::Empty),
        false => Ok(laid),
    }
}

/// The table that a text is which has as many commas, two at least, in most of its lines: in Chinese prose there are none.
fn comma_separated(text: &str) -> Option<Sheet> {
    let counts = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.matches(',').count());
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    for count in counts {
        *times.entry(count).or_default() += 1;
    }
    let lines: usize = times.values().sum();
    let (commas, alike) = times.into_iter().max_by_key(|(_, times)| *times)?;
    let is_table = commas >= 2 && lines >= 2 && alike * 5 >= lines * 3;
    is_table.then(|| separated::table(text, ','))
}

/// The sheets of a workbook as a document: the name of each where there are several, titles and notes as paragraphs,
/// and what stands between empty rows as tables. Hidden sheets are lists of choices.
fn of_sheets(sheets: Vec<Sheet>) -> Vec<Passage> {
    let shown: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.hidden).collect();
    let are_several = shown.len() > 1;
    let mut passages = Vec::new();
    for sheet in shown {
        if are_several && !sheet.name.is_empty() {
            passages.push(Passage::text(sheet.name.clone()));
        }
        for block in sheet.grid.split(|row| row.iter().all(|cell| cell.trim().is_empty())) {
            of_block(block, &mut passages);
        }
    }
    passages
}

/// Rows without an empty one between them. Above and below a table stand titles, units and notes, a cell each.
fn of_block(rows: &[Vec<String>], passages: &mut Vec<Passage>) {
    let Some(from) = rows.iter().position(|row| only_text(row).is_none()) else {
        passages.extend(texts(rows));
        return;
    };
    let to = rows
        .iter()
        .rposition(|row| only_text(row).is_none())
        .map_or(from, |last| last + 1);
    passages.extend(texts(&rows[..from]));
    passages.push(Passage::Table(trimmed(&rows[from..to])));
    passages.extend(texts(&rows[to..]));
}

/// The lines of rows that have one text each.
fn texts(rows: &[Vec<String>]) -> impl Iterator<Item = Passage> {
    rows.iter()
        .filter_map(|row| only_text(row))
        .flat_map(str::lines)
        .map(Passage::text)
}

/// What a row says that has one text, in one cell or in several merged.
fn only_text(row: &[String]) -> Option<&str> {
    let mut texts = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let first = texts.next()?;
    texts.all(|text| text == first).then_some(first)
}

/// The rows without columns that are empty throughout.
fn trimmed(rows: &[Vec<String>]) -> Grid {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_filled = |column: &usize| {
        rows.iter()
            .any(|row| row.get(*column).is_some_and(|cell| !cell.trim().is_empty()))
    };
    let columns: Vec<usize> = (0..width).filter(is_filled).collect();
    let cell = |row: &Vec<String>, column: &usize| row.get(*column).cloned().unwrap_or_default();
    rows.iter()
        .map(|row| columns.iter().map(|column| cell(row, column)).collect())
        .collect()
}
