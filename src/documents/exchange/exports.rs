//! The documents of a draft as bytes, each with the draft in it: the same for a download and for 送审包.

use rust_xlsxwriter::XlsxError;

use crate::documents::docx::package;
use crate::documents::project_file::project_file;
use crate::documents::report::lists;
use crate::documents::report::report::report;
use crate::documents::xlsx::workbook;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;

/// Word 文档.
pub fn word(draft: &Draft, evaluation: &Evaluation) -> Vec<u8> {
    package::write(&report(draft, evaluation), Some(&project_file::carried_text(draft)))
}

/// Excel 工作簿. It fails only where a sheet would be larger than Excel's own limits.
pub fn excel(draft: &Draft, evaluation: &Evaluation, findings: &Findings) -> Result<Vec<u8>, XlsxError> {
    workbook::write(draft, evaluation, findings, Some(&project_file::carried_text(draft)))
}

/// 复核清单: a working paper, which carries no draft.
pub fn review_list(draft: &Draft, findings: &Findings) -> Vec<u8> {
    package::write(&lists::findings(draft, findings), None)
}

/// 项目文件, without a time, so that the same draft gives the same bytes.
pub fn file(draft: &Draft) -> Vec<u8> {
    project_file::write(draft, "").into_bytes()
}
