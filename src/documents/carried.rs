//! What a document carries of a draft, and why it gives none back; the same for Word and Excel.

use std::fmt;

use super::archive::read::ArchiveFault;

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
