//! The whole workbook: which sheets a draft has, in which order, and the bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::documents::report::pagination::Turn;
use crate::documents::report::tables::reference_note;
use crate::documents::report::written::written;
use crate::documents::report::{form as forms, tables};
use crate::domain::checks::findings::Findings;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::references::quoting::{Quoted, quoted};
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::scheme::tables_of::{form_of, layout_of};
use crate::domain::values::input::Choice;

use super::explanations::Explanations;
use super::indicator_cells::Context;
use super::look::Looks;
use super::sheet::Sheet;
use super::shown::Shown;
use super::summary::{Sources, Summary};
use super::table::{Frame, table_sheet};
use super::text::split;
use super::{carried, explanations, findings, money, projects, scores};

/// Writes the workbook. `carried` is a text that travels in it unseen. The same draft gives the same bytes.
///
/// It fails only where a sheet would be larger than Excel's own limits, which no report reaches.
pub fn write(
    draft: &Draft,
    evaluation: &Evaluation,
    found: &Findings,
    carried: Option<&str>,
) -> Result<Vec<u8>, XlsxError> {
    lay(draft, evaluation, found, |sheets| bytes(sheets, carried))
}

/// What the workbook shows, without writing it.
pub fn shown(draft: &Draft, evaluation: &Evaluation, found: &Findings) -> Result<Shown, XlsxError> {
    let shown = |sheets: Vec<Sheet<'_>>| sheets.into_iter().map(|sheet| sheet.shown).collect();
    lay(draft, evaluation, found, |sheets| Ok(Shown(shown(sheets))))
}

/// Lays out the sheets and hands them on in their order.
fn lay<T>(
    draft: &Draft,
    evaluation: &Evaluation,
    found: &Findings,
    finish: impl FnOnce(Vec<Sheet<'_>>) -> Result<T, XlsxError>,
) -> Result<T, XlsxError> {
    let (draft, evaluation) = &written(draft, evaluation);
    let draft = &quoted(draft, evaluation);
    let looks = Looks::new();
    let explanations = Explanations::of(draft, evaluation);
    let summary = Summary::lay(draft, &explanations, &looks)?;
    let (money_sheet, money) = money::sheet(draft, evaluation, &looks)?;
    let (projects_sheet, project_sum) = projects::sheet(draft, evaluation, &looks)?;
    let parts = 0..draft.scheme.parts.len();
    let context = Context {
        draft,
        evaluation,
        money: &money,
        projects: project_sum.map(|sum| sum.on(projects::NAME)),
        part_weights: parts.map(|place| summary.part_weight(place)).collect(),
    };
    let (scores_sheet, scores) = scores::sheet(draft, evaluation, &explanations, &context, &looks)?;
    let (findings_sheet, severities) = findings::sheet(draft, found, &looks)?;
    let sources = Sources {
        money: &money,
        scores: &scores,
        severities,
    };
    let mut sheets = vec![summary.fill(draft, evaluation, found, &sources)?];
    let is_project = draft.scheme.kind == ReportKind::Project;
    if is_project {
        sheets.push(form(draft.scheme.kind.label(), draft, evaluation, &looks)?);
    }
    sheets.extend([money_sheet, scores_sheet]);
    if !is_project {
        sheets.push(projects_sheet);
        sheets.extend(official(draft, evaluation, &looks)?);
    }
    for (place, project) in draft.forms.iter().enumerate() {
        let name = sheet_name(place, &project.title(place));
        let evaluation = evaluate(&project.draft);
        let (draft, evaluation) = written(&project.draft, &evaluation);
        sheets.push(form(&name, &quoted(&draft, &evaluation), &evaluation, &looks)?);
    }
    sheets.push(findings_sheet);
    sheets.push(explanations::sheet(draft, &explanations, &looks)?);
    finish(sheets)
}

/// The tables of the report as its scheme lays them out: 表1 and 表2, or one table of everything.
fn official<'a>(draft: &Quoted<'_>, evaluation: &Evaluation, looks: &'a Looks) -> Result<Vec<Sheet<'a>>, XlsxError> {
    if draft.indicators.is_empty() {
        return Ok(Vec::new());
    }
    let frame = |caption: String, unit_line: &str, notes: Vec<String>| Frame {
        caption,
        unit_line: unit_line.to_owned(),
        notes,
    };
    let (unit, notes) = (draft.basics.caption_name(), reference_note(draft).into_iter().collect());
    Ok(match layout_of(&draft.scheme) {
        None => vec![
            table_sheet(
                "表1",
                &frame(format!("表1 {unit}年度关键指标"), "", Vec::new()),
                &[tables::weights(draft, evaluation)],
                Turn::Upright,
                looks,
            )?,
            table_sheet(
                "表2",
                &frame(format!("表2 {unit}各项任务及对应指标评分情况"), "", notes),
                &[tables::scores(draft, evaluation)],
                Turn::Upright,
                looks,
            )?,
        ],
        Some(layout) => {
            let unit_line = if layout.unit_line { "单位：万元" } else { "" };
            vec![table_sheet(
                "部门整体自评表",
                &frame("部门整体支出绩效自评表".to_owned(), unit_line, notes),
                &forms::tables(draft, evaluation, layout),
                forms::turn(layout),
                looks,
            )?]
        }
    })
}

/// 项目支出绩效自评表 in its official layout.
fn form<'a>(name: &str, draft: &Quoted<'_>, evaluation: &Evaluation, looks: &'a Looks) -> Result<Sheet<'a>, XlsxError> {
    let year = draft.basics.year.value().map(|year| format!("（{}年度）", year.get()));
    let frame = Frame {
        caption: format!("{}{}", draft.scheme.kind.label(), year.unwrap_or_default()),
        unit_line: String::new(),
        notes: reference_note(draft).into_iter().collect(),
    };
    let layout = form_of(&draft.scheme).layout();
    let tables = forms::tables(draft, evaluation, layout);
    table_sheet(name, &frame, &tables, forms::turn(layout), looks)
}

/// A name that Excel accepts, unlike that of any other sheet.
fn sheet_name(place: usize, title: &str) -> String {
    let plain: String = title
        .chars()
        .filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c))
        .collect();
    let name = format!("自评表{} {}", place + 1, plain.trim());
    // Excel takes 31 UTF-16 units.
    split(&name, 31).0.trim_end().to_owned()
}

fn bytes(sheets: Vec<Sheet<'_>>, carried: Option<&str>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed time, so that the same draft gives the same bytes.
    let properties = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?);
    workbook.set_properties(&properties);
    let mut shown = Vec::new();
    for sheet in sheets {
        let (sheet, cells) = sheet.finished();
        workbook.push_worksheet(sheet);
        shown.push(cells);
    }
    if let Some(carried) = carried {
        workbook.push_worksheet(carried::sheet(carried, &Shown(shown))?);
    }
    workbook.save_to_buffer()
}
