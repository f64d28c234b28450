//! What is said at each door of a file that does not come in there: what it is, and the way out.

use super::kind::Kind;

/// Where a file is to come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// 打开文件.
    Open,
    /// 用去年的报告开头.
    LastYear,
    /// 从表格导入.
    Table,
}

impl Kind {
    /// What a file of this kind is, in the beginning of a sentence.
    fn told(self) -> &'static str {
        match self {
            Kind::Empty => "文件是空的",
            Kind::Word => "这是 Word 文件",
            Kind::Excel => "这是 Excel 文件",
            Kind::Zip | Kind::BrokenZip | Kind::Packed => "这是压缩文件",
            Kind::Json => "这是 .json 数据文件",
            Kind::LockedJson => "这是绩评的加密文件",
            Kind::Text => "这是文本文件",
            Kind::Pdf => "这是 PDF 文件",
            Kind::Ofd => "这是版式文件（.ofd）",
            Kind::OpenText => "这是 OpenDocument 文档（.odt）",
            Kind::OpenSheet => "这是 OpenDocument 表格（.ods）",
            Kind::Uof => "这是标文通文件（.uof）",
            Kind::Slides => "这是演示文稿",
            Kind::Rtf => "这是 RTF 文档",
            Kind::OldWord => "这是旧格式的 Word 或 WPS 文档（.doc、.wps）",
            Kind::OldExcel => "这是旧格式的表格（.xls、.et、.xlsb）",
            Kind::LockedOffice => "这是设了打开密码的 Word 或 Excel 文件",
            Kind::OldOffice => "这是旧格式的办公文件",
            Kind::Page => "这是网页文件",
            Kind::PageArchive => "这是网页归档文件（.mht）",
            Kind::Xml => "这是 XML 文件",
            Kind::Picture => "这是图片",
            Kind::Unknown => "认不出这是什么文件，可能损坏了",
        }
    }

    /// Why a file of this kind does not come in by a door, and the way out; none where it does.
    pub fn refused(self, door: Door) -> Option<String> {
        Some(format!("{}。{}", self.told(), self.way_out(door)?))
    }

    /// What to do with a file of this kind instead.
    fn way_out(self, door: Door) -> Option<&'static str> {
        use Door::{LastYear, Open, Table};
        Some(match (self, door) {
            (Kind::Word, Open | LastYear)
            | (Kind::Excel, Open | LastYear | Table)
            | (Kind::Zip | Kind::Json | Kind::LockedJson, Open)
            | (Kind::Text, LastYear | Table)
            | (Kind::Page, Open | LastYear | Table)
            | (Kind::Pdf, Open | LastYear)
            | (Kind::BrokenZip, _) => return None,
            (Kind::Empty, _) => "请重新取得这个文件，或换一份备份再试。",
            (Kind::Word | Kind::OpenText | Kind::OldWord | Kind::Rtf, Table) => {
                "请用 Word 或 WPS 打开，选中表格，复制后到这里粘贴。"
            }
            (Kind::OpenText | Kind::OldWord | Kind::Rtf, _) => "请用 Word 或 WPS 打开，另存为 .docx 再试。",
            (Kind::OpenSheet | Kind::OldExcel, Table) => "请用 Excel 或 WPS 打开，另存为 .xlsx 再试。",
            (Kind::OpenSheet | Kind::OldExcel, _) => "请用 Excel 或 WPS 打开，另存为 .xlsx，再到报告里点“从表格导入”。",
            (Kind::Zip | Kind::Packed, Table) => "请先解压，再选里面的 .xlsx 或 .csv 文件。",
            (Kind::Zip, LastYear) => "请先解压，再选里面的 .docx 文件；绩评的送审包请回首页从“打开文件”打开。",
            (Kind::Packed, _) => "请先解压，再选里面的文件。",
            (Kind::Json, _) => "绩评的项目文件和评分方案，请回首页从“打开文件”打开。",
            (Kind::LockedJson, _) => "请回首页从“打开文件”打开，输入加密时设的密码。",
            (Kind::Text, Open) => {
                "绩评的项目文件是 .json 文件。去年的报告请从“用去年的报告开头”读入；表格请先打开报告，再点“从表格导入”。"
            }
            (Kind::Ofd, Open) => {
                "里面没有可以接着改的数据。要用去年的报告，请打开它，全选复制，到“用去年的报告开头”里粘贴；扫描件要先识别成文字。"
            }
            (Kind::Ofd, LastYear) => "请打开它，全选复制，粘贴到这里；扫描件要先识别成文字。",
            (Kind::Pdf | Kind::Ofd, Table) => {
                "请打开它，选中表格，复制后先贴进 Excel 或 WPS 表格，整理好存成 .xlsx 再导入。"
            }
            (Kind::Slides, Table) => "请打开它，选中表格，复制后到这里粘贴。",
            (Kind::Slides, Open) => "请打开它，复制要用的文字，到“用去年的报告开头”里粘贴。",
            (Kind::Slides, LastYear) => "请打开它，复制要用的文字，粘贴到这里。",
            (Kind::LockedOffice, Table) => "请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再试。",
            (Kind::LockedOffice, LastYear) => "请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再试。",
            (Kind::LockedOffice, Open) => "请用 Word、Excel 或 WPS 打开，去掉密码，另存为 .docx 或 .xlsx 再试。",
            (Kind::Uof | Kind::OldOffice | Kind::Xml | Kind::PageArchive, Table) => {
                "请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"
            }
            (Kind::Uof | Kind::OldOffice | Kind::Xml | Kind::PageArchive, LastYear) => {
                "请用 Word 或 WPS 打开，另存为 .docx 再试。"
            }
            (Kind::Uof | Kind::OldOffice | Kind::Xml | Kind::PageArchive, Open) => {
                "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 再试。"
            }
            (Kind::Picture, Open) => "请先识别成文字，再到“用去年的报告开头”里粘贴。",
            (Kind::Picture, LastYear) => "请先识别成文字，再粘贴到这里。",
            (Kind::Picture, Table) => "请先识别成表格，存成 .xlsx 再导入。",
            (Kind::Unknown, Open) => "请选绩评导出的 .json、.docx、.xlsx 文件或送审包（.zip）。",
            (Kind::Unknown, LastYear) => "请打开原文件，全选复制后粘贴到这里，或另存为 .docx 再试。",
            (Kind::Unknown, Table) => "请在 Excel 或 WPS 里打开原文件，另存为 .xlsx 再试。",
        })
    }
}
