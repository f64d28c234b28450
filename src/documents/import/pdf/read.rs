//! 打开一份 PDF: its pages drawn, what is no text told apart, and the rest laid out.

use crate::documents::passage::Passage;

use super::drawing::{Drawer, Sheet};
use super::file::File;
use super::no_pdf::NoPdf;
use super::pages;

/// 文件大小上限.
const MOST_BYTES: usize = 64 << 20;

/// Whether these are the bytes of a PDF: some writers put a few bytes before its head.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    head.windows(5).any(|window| window == b"%PDF-")
}

/// The paragraphs and tables of a PDF, in their order, without page numbers and running heads.
pub fn passages(bytes: &[u8]) -> Result<Vec<Passage>, NoPdf> {
    if !is_pdf(bytes) {
        return Err(NoPdf::NotPdf);
    }
    if bytes.len() > MOST_BYTES {
        return Err(NoPdf::TooLarge);
    }
    let file = File::open(bytes)?;
    let pages = file.pages()?;
    if pages.is_empty() {
        return Err(NoPdf::Damaged);
    }
    let mut drawer = Drawer::new(&file);
    let mut sheets = Vec::with_capacity(pages.len());
    for page in &pages {
        sheets.push(drawer.sheet(page)?);
    }
    let known = |sheet: &Sheet| {
        let seen = sheet.glyphs.iter().filter(|(_, glyph)| !glyph.letter.is_whitespace());
        seen.count()
    };
    let (known, unknown) = (
        sheets.iter().map(known).sum::<usize>(),
        sheets.iter().map(|sheet| sheet.unknown).sum::<usize>(),
    );
    let pictures = sheets.iter().map(|sheet| sheet.pictures).sum::<usize>();
    // A number or a stamp on each scanned page is no text layer.
    if pictures >= pages.len() && known + unknown < 10 * pages.len() {
        return Err(NoPdf::Scanned);
    }
    if unknown * 50 > known {
        return Err(NoPdf::Unreadable);
    }
    if known == 0 {
        return Err(NoPdf::Empty);
    }
    Ok(pages::passages(sheets))
}
