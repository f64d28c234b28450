//! Tables from wherever they come: a file that was chosen or dropped, or the clipboard.

use std::fmt;

use crate::documents::archive::doors::Door;
use crate::documents::archive::kind::Kind;
use crate::documents::archive::read::ArchiveFault;
use crate::documents::archive::{encoding, read};

use super::sheet::Sheet;
use super::{html, separated, workbook};

/// The longest text that is read, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// Why there is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// The package is not to be opened.
    Archive(ArchiveFault),
    /// A file of another kind.
    Foreign(Kind),
    /// Not text in any writing that is known.
    Unreadable,
    /// Nothing is written in it.
    Empty,
    /// More than is read.
    TooLarge,
}

impl fmt::Display for NoTable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archive(fault) => fault.fmt(out),
            Self::Foreign(kind) => out.write_str(&kind.refused(Door::Table).unwrap_or_default()),
            Self::Unreadable => write!(out, "看不懂文件的文字编码。请在 Excel 或 WPS 里另存成 .xlsx 再试。"),
            Self::Empty => write!(out, "里面没有表格，或者表格是空的。请核对后再试。"),
            Self::TooLarge => write!(out, "内容超过 20 MB，没有读。请只复制要用的部分，或另存成 .xlsx 再试。"),
        }
    }
}

/// The tables of a file.
pub fn of_file(bytes: &[u8]) -> Result<Vec<Sheet>, NoTable> {
    let kind = Kind::of(bytes);
    if kind.refused(Door::Table).is_some() {
        return Err(NoTable::Foreign(kind));
    }
    if read::is_packed(bytes) {
        let archive = read::open(bytes).map_err(NoTable::Archive)?;
        return some(workbook::sheets(&archive).map_err(NoTable::Archive)?);
    }
    if bytes.len() > LARGEST {
        return Err(NoTable::TooLarge);
    }
    let text = encoding::decoded(bytes).ok_or(NoTable::Unreadable)?;
    // Office systems hand out pages of HTML under the name of .xls.
    if kind == Kind::Page {
        return some(html::tables(&text));
    }
    some(vec![separated::table(&text, separated::separator(&text))])
}

/// The tables of the clipboard, as HTML and as plain text: either may be missing.
pub fn of_clipboard(page: &str, text: &str) -> Result<Vec<Sheet>, NoTable> {
    if page.len() > LARGEST || text.len() > LARGEST {
        return Err(NoTable::TooLarge);
    }
    let tables = html::tables(page);
    if tables.is_empty() {
        return some(vec![separated::table(text, '\t')]);
    }
    Ok(tables)
}

fn some(sheets: Vec<Sheet>) -> Result<Vec<Sheet>, NoTable> {
    let sheets: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.is_empty()).collect();
    if sheets.is_empty() {
        Err(NoTable::Empty)
    } else {
        Ok(sheets)
    }
}
