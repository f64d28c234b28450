//! 读不了的 PDF: why, and what to do.

use std::fmt;

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
