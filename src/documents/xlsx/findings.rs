//! 检查结果: what a reviewer would object to, where, and what to do.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::domain::checks::finding::finding::Finding;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::names;
use crate::domain::values::input::Choice;

use super::address::Area;
use super::look::{Look, Looks};
use super::printing::Paper;
use super::sheet::Sheet;

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
        sheet.line("没有要处理的问题。", Look::Note)?;
        set_aside(&mut sheet, draft, findings)?;
        // A page that says nothing is not printed; 汇总 says that nothing was found.
        sheet.inner.set_hidden(findings.aside.is_empty());
        return Ok((sheet, None));
    }
    let head = sheet.head(&["序号", "程度", "编号", "位置", "问题", "怎么改"])?;
    let mut severities: Option<(Area, Area)> = None;
    for (count, finding) in (1_u32..).zip(findings.iter()) {
        let severity = line(&mut sheet, count, draft, finding, &finding.hint)?;
        severities = Some((severities.map_or(severity, |(first, _)| first), severity));
    }
    if let Some((_, last)) = severities {
        sheet.inner.autofilter(head.top, 0, last.bottom, 5)?;
    }
    set_aside(&mut sheet, draft, findings)?;
    Ok((sheet, severities))
}

/// 不处理的检查结果, with the reasons, below those that are to be worked off.
fn set_aside(sheet: &mut Sheet<'_>, draft: &Draft, findings: &Findings) -> Result<(), XlsxError> {
    if findings.aside.is_empty() {
        return Ok(());
    }
    sheet.line("", Look::Note)?;
    sheet.line("不处理的检查结果", Look::Note)?;
    sheet.head_line(&["序号", "程度", "编号", "位置", "问题", "不处理的理由"])?;
    for (count, aside) in (1_u32..).zip(&findings.aside) {
        let finding = &aside.finding;
        line(sheet, count, draft, finding, aside.reason(draft))?;
    }
    Ok(())
}

/// A finding, and what is to be said of it; gives the cell with its severity.
fn line(sheet: &mut Sheet<'_>, count: u32, draft: &Draft, finding: &Finding, said: &str) -> Result<Area, XlsxError> {
    let place = names::full_name(draft, finding.field);
    let row = sheet.row_for(&[(3, 3, &place), (4, 4, &finding.message), (5, 5, said)])?;
    sheet.number(row.at(0), Decimal::from(count), Look::Whole)?;
    sheet.text(row.at(1), finding.severity().label(), Look::Centre)?;
    sheet.text(row.at(2), finding.code.code(), Look::Centre)?;
    sheet.text(row.at(3), &place, Look::Left)?;
    sheet.text(row.at(4), &finding.message, Look::Left)?;
    sheet.text(row.at(5), said, Look::Left)?;
    Ok(row.at(1))
}
