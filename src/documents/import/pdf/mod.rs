//! 文字版 PDF: what it says, as paragraphs and tables.
//!
//! The objects, the drawing and the characters are read here and not by a library: the libraries at hand unpack object
//! streams of any size before one can say no, measure in floating point, bring kilobytes of tables for encodings
//! that text files have too, or draw pictures that no one asked for. What they would save is a few hundred lines.

mod aligned;
mod characters;
mod drawing;
mod file;
mod filters;
mod fonts;
mod pages;
mod paragraphs;
mod paths;
mod rows;
mod ruled;
mod space;
mod tokens;

use std::fmt;

use crate::documents::passage::Passage;

use drawing::Drawer;
use file::File;

/// 文件大小上限.
const MOST_BYTES: usize = 64 << 20;

/// Why a PDF could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPdf {
    /// 不是 PDF.
    NotPdf,
    /// 加密.
    Locked,
    /// 损坏.
    Damaged,
    /// 扫描件: pictures without text.
    Scanned,
    /// 没有文字.
    Empty,
    /// 认不出字: shapes whose characters the file does not say.
    Unreadable,
    /// 过大.
    TooLarge,
}

impl fmt::Display for NoPdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoPdf::NotPdf => "这个文件不是 PDF。请看看是不是选错了文件。",
            NoPdf::Locked => {
                "这份 PDF 加了密码或限制了编辑，读不出文字。请用 PDF 阅读器打开，“打印”成一份新的 PDF，再选新的那份。"
            }
            NoPdf::Damaged => "这份 PDF 打不开，文件可能没有传完整。请重新下载或向对方再要一份；有 Word 版的，直接选 Word 版。",
            NoPdf::Scanned => {
                "这份 PDF 是扫描的图片，没有文字。请先用识别文字（OCR）的软件转成 Word 或带文字的 PDF 再选；有 Word 版的，直接选 Word 版。"
            }
            NoPdf::Empty => "这份 PDF 里没有文字。请看看是不是选错了文件。",
            NoPdf::Unreadable => {
                "这份 PDF 没有说明用的是哪些字，读出来会是乱码。请用 PDF 阅读器打开，把文字复制后粘贴过来；复制也是乱码的，请用识别文字（OCR）的软件转成 Word。"
            }
            NoPdf::TooLarge => "这份 PDF 太大或太复杂，读不了。请只把报告的那几页“打印”成一份新的 PDF，再选新的那份。",
        })
    }
}

impl std::error::Error for NoPdf {}

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
    let known = |sheet: &drawing::Sheet| {
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
