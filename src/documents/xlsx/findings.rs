//! 检查结果: what a reviewer would object to, where, and what to do.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::domain::draft::Draft;
use crate::domain::finding::Findings;
use crate::domain::input::Choice;
use crate::domain::terms;

use super::address::Area;
use super::look::{Look, Looks};
use super::sheet::{Paper, Sheet};

/// The name of the sheet.
pub const NAME: &str = "检查结果";

/// The sheet, and the cells with the severities, first and last; none where nothing was found.
pub fn sheet<'a>(
    draft: &Draft,
    findings: &Findings,
    looks: &'a Looks,
) -> Result<(Sheet<'a>, Option<(Area, Area)>), XlsxError> {
    let mut sheet = Sheet::new(NAME, looks, &[6, 8, 8, 28, 46, 38], Paper::Landscape)?;
    sheet.line(NAME, Look::Title)?;
    if findings.is_empty() {
        sheet.line("没有发现问题。", Look::Note)?;
        return Ok((sheet, None));
    }
    let head = sheet.head(&["序号", "程度", "编号", "位置", "问题", "怎么改"])?;
    let mut severities: Option<(Area, Area)> = None;
    for (count, finding) in (1_u32..).zip(findings.iter()) {
        let place = terms::full_name(draft, finding.field);
        let row = sheet.row_for(&[(3, 3, &place), (4, 4, &finding.message), (5, 5, &finding.hint)])?;
        sheet.number(row.at(0), Decimal::from(count), Look::Whole)?;
        sheet.text(row.at(1), finding.severity().label(), Look::Centre)?;
        sheet.text(row.at(2), finding.code.code(), Look::Centre)?;
        sheet.text(row.at(3), &place, Look::Left)?;
        sheet.text(row.at(4), &finding.message, Look::Left)?;
        sheet.text(row.at(5), &finding.hint, Look::Left)?;
        severities = Some((severities.map_or(row.at(1), |(first, _)| first), row.at(1)));
    }
    if let Some((_, last)) = severities {
        sheet.inner.autofilter(head.top, 0, last.bottom, 5)?;
    }
    Ok((sheet, severities))
}
