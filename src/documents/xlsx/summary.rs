//! 汇总: the report on one page, its figures taken from the other sheets by formulas.

use rust_xlsxwriter::XlsxError;

use crate::domain::checks::finding::finding::Severity;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;

use crate::documents::workbooks::number;

use super::address::{Area, Row};
use super::explanations::Explanations;
use super::look::{Look, Looks};
use super::money_figures::Below;
use super::printing::Paper;
use super::sheet::{Cached, Sheet};
use super::{chart, findings, money_figures, part_formula, score_formula, scores};

/// The name of the sheet.
pub const NAME: &str = "汇总";

/// The sheet with its rows laid out and its figures still to come, because other sheets refer to its
/// weights while it refers to their sums.
pub struct Summary<'a> {
    sheet: Sheet<'a>,
    money: Vec<Row>,
    parts: Vec<Row>,
    total: Row,
    grade: Row,
    findings: Vec<Row>,
}

/// Where the figures of the other sheets are.
pub struct Sources<'a> {
    /// 资金收支.
    pub money: &'a money_figures::Places,
    /// 指标评分.
    pub scores: &'a scores::Places,
    /// The severities of 检查结果, first and last.
    pub severities: Option<(Area, Area)>,
}

impl<'a> Summary<'a> {
    /// Lays out the rows and writes the words.
    pub fn lay(draft: &Draft, explanations: &Explanations, looks: &'a Looks) -> Result<Self, XlsxError> {
        let mut sheet = Sheet::new(NAME, looks, &[26, 14, 14, 40], Paper::Portrait)?;
        sheet.line(&title(draft), Look::Title)?;
        basics(&mut sheet, draft)?;

        section(&mut sheet, &["资金", "金额（万元）或比率", "怎么算"])?;
        let totals = Column::ALL.iter().map(|column| (column.label(), "各资金来源合计"));
        let below = Below::ALL.iter().map(|what| what.words());
        let mut money = Vec::new();
        for (name, how) in totals.chain(below) {
            let row = sheet.row(20)?;
            sheet.text(row.at(0), name, Look::Left)?;
            sheet.text(row.at(3), how, Look::Left)?;
            money.push(row);
        }

        sheet.row(12)?;
        sheet.head_line(&["评分内容", "权重", "得分", "计分办法"])?;
        let mut parts = Vec::new();
        for part in &draft.scheme.parts {
            let explanation = explanations.of_figure(Figure::PartScore(part.id));
            let how = explanation.map_or("", |explanation| explanation.formula.as_str());
            let row = sheet.row_for(&[(0, 0, part.name.trim()), (3, 3, how)])?;
            sheet.text(row.at(0), part.name.trim(), Look::Left)?;
            sheet.text(row.at(3), how, Look::Left)?;
            parts.push(row);
        }
        let total = sheet.row(22)?;
        sheet.text(total.at(0), "总分", Look::Sum)?;
        sheet.text(total.at(3), "各部分得分之和", Look::Left)?;
        let scale = scale(explanations);
        let grade = sheet.row_for(&[(3, 3, &scale)])?;
        sheet.text(grade.across(0, 1), "等级", Look::Sum)?;
        sheet.text(grade.at(3), &scale, Look::Left)?;

        section(&mut sheet, &["检查结果", "条数", "说明"])?;
        let mut findings = Vec::new();
        for severity in Severity::ALL {
            let row = sheet.row(20)?;
            sheet.text(row.at(0), severity.label(), Look::Left)?;
            sheet.text(row.at(3), meaning(*severity), Look::Left)?;
            findings.push(row);
        }
        sheet.row(8)?;
        sheet.line(
            "带公式的数会随“资金收支”“指标评分”里的数自动重算；每个数的公式、依据见“计算说明”。",
            Look::Note,
        )?;
        Ok(Summary {
            sheet,
            money,
            parts,
            total,
            grade,
            findings,
        })
    }

    /// The weight of a part by its place in the scheme, on another sheet.
    pub fn part_weight(&self, place: usize) -> Option<String> {
        self.parts.get(place).map(|row| row.at(1).on(NAME))
    }

    /// Writes the figures.
    pub fn fill(
        mut self,
        draft: &Draft,
        evaluation: &Evaluation,
        found: &Findings,
        sources: &Sources<'_>,
    ) -> Result<Sheet<'a>, XlsxError> {
        let sheet = &mut self.sheet;
        let mut rows = self.money.iter();
        for (column, row) in Column::ALL.iter().zip(rows.by_ref()) {
            let value = evaluation
                .money
                .totals
                .get(*column)
                .value
                .map(|amount| amount.decimal());
            let formula = sources.money.total_elsewhere(*column);
            sheet.figure(row.across(1, 2), formula.as_deref(), value, Look::Amount)?;
        }
        for (what, row) in Below::ALL.into_iter().zip(rows) {
            let formula = sources.money.below(what).on(money_figures::NAME);
            sheet.figure(row.across(1, 2), Some(&formula), what.value(evaluation), what.look())?;
        }
        let mut weights_held = true;
        for (place, part) in draft.scheme.parts.iter().enumerate() {
            let (Some(row), Some(result)) = (self.parts.get(place), evaluation.parts.get(place)) else {
                continue;
            };
            match part.weight.value() {
                Some(weight) => sheet.number(row.at(1), weight.decimal(), Look::Number)?,
                None => sheet.text(row.at(1), &part.weight.text(), Look::Missing)?,
            }
            weights_held &= part
                .weight
                .value()
                .is_some_and(|weight| number::is_held(weight.decimal()));
            let sum = sources.scores.part(part.id);
            let formula = part_formula::part(part, &row.at(1).cell(), sum.as_deref(), draft, sources.money);
            let score = result.score.map(Points::decimal);
            sheet.figure(row.at(2), formula.as_deref(), score, Look::Number)?;
        }
        self.totals(draft, evaluation, weights_held)?;
        self.count(found, sources.severities)?;
        if let (Some(first), Some(last)) = (self.parts.first(), self.parts.last()) {
            let cells = |column| (first.at(column), last.at(column));
            let (weights, scores) = (("权重", cells(1)), ("得分", cells(2)));
            chart::planned_and_reached(&mut self.sheet, "各部分得分与权重", cells(0), weights, scores)?;
        }
        Ok(self.sheet)
    }

    fn totals(&mut self, draft: &Draft, evaluation: &Evaluation, weights_held: bool) -> Result<(), XlsxError> {
        let sheet = &mut self.sheet;
        let sum = |column| {
            let (first, last) = (self.parts.first()?, self.parts.last()?);
            Some(format!("SUM({})", first.at(column).to(last.at(column))))
        };
        if let (Some(first), Some(last)) = (self.parts.first(), self.parts.last()) {
            sheet.validate(first.at(1), last.at(1), &scores::weight_rule()?)?;
        }
        let (full, total) = (self.total.at(1), self.total.at(2));
        match (draft.scheme.full_points(), sum(1).filter(|_| weights_held)) {
            (Some(points), formula) => {
                sheet.figure(full, formula.as_deref(), Ok(points.decimal()), Look::SumNumber)?;
            }
            (None, _) => sheet.text(full, "缺权重", Look::Missing)?,
        }
        let value = evaluation.total.map(Points::decimal);
        sheet.figure(total, sum(2).as_deref(), value, Look::SumNumber)?;
        let formula = score_formula::grade(&draft.scheme, &total.cell(), &full.cell());
        let area = self.grade.at(2);
        match (evaluation.grade, formula.filter(|_| weights_held)) {
            (Ok(grade), Some(formula)) => sheet.formula(area, &formula, &Cached::Text(grade.label().into()), Look::Sum),
            (Ok(grade), None) => sheet.text(area, grade.label(), Look::Sum),
            (Err(gap), _) => sheet.text(area, &gap_words::gap_note(gap), Look::Missing),
        }
    }

    fn count(&mut self, found: &Findings, severities: Option<(Area, Area)>) -> Result<(), XlsxError> {
        for (severity, row) in Severity::ALL.iter().zip(&self.findings) {
            let count = rust_decimal::Decimal::from(found.count(*severity));
            let area = row.across(1, 2);
            match severities {
                Some((first, last)) => {
                    let range = format!("'{}'!{}", findings::NAME, first.to(last));
                    let formula = format!("COUNTIF({range},\"{}\")", severity.label());
                    self.sheet
                        .formula(area, &formula, &Cached::Number(count), Look::Number)?;
                }
                None => self.sheet.number(area, count, Look::Number)?,
            }
        }
        Ok(())
    }
}

fn title(draft: &Draft) -> String {
    let basics = &draft.basics;
    let whose = match draft.scheme.kind {
        ReportKind::Project => basics.project.trim(),
        ReportKind::Department => basics.unit.trim(),
    };
    let year = basics.year.value().map(|year| format!("{}年度", year.get()));
    format!("{whose}{}\n{}汇总", year.unwrap_or_default(), draft.scheme.kind.label())
        .trim_start()
        .to_owned()
}

fn basics(sheet: &mut Sheet<'_>, draft: &Draft) -> Result<(), XlsxError> {
    let basics = &draft.basics;
    let scheme = match draft.scheme.source.trim() {
        "" => draft.scheme.name.trim().to_owned(),
        source => format!("{}（{source}）", draft.scheme.name.trim()),
    };
    let project = [
        ("项目名称", basics.project.trim().to_owned()),
        ("主管部门", basics.competent_department.trim().to_owned()),
        ("实施单位", basics.unit.trim().to_owned()),
    ];
    let department = [("单位", basics.unit.trim().to_owned())];
    let names = match draft.scheme.kind {
        ReportKind::Project => project.to_vec(),
        ReportKind::Department => department.to_vec(),
    };
    let rest = [
        ("年度", basics.year.text()),
        ("报告日期", basics.report_date.shown()),
        ("评分方案", scheme),
    ];
    for (name, value) in names.into_iter().chain(rest) {
        let row = sheet.row_for(&[(1, 3, &value)])?;
        sheet.text(row.at(0), name, Look::Head)?;
        sheet.text(row.across(1, 3), &value, Look::Left)?;
    }
    Ok(())
}

/// The header of a section whose values stand in two columns merged.
fn section(sheet: &mut Sheet<'_>, [name, value, how]: &[&str; 3]) -> Result<(), XlsxError> {
    sheet.row(12)?;
    let row = sheet.row(20)?;
    sheet.text(row.at(0), name, Look::Head)?;
    sheet.text(row.across(1, 2), value, Look::Head)?;
    sheet.text(row.at(3), how, Look::Head)
}

/// The bands of the grades in words: "优：90 分及以上".
fn scale(explanations: &Explanations) -> String {
    let explanation = explanations.of_figure(Figure::Grade);
    let operands = explanation.map_or(&[][..], |explanation| explanation.operands.as_slice());
    // The first is the total itself.
    let bands: Vec<String> = operands
        .iter()
        .skip(1)
        .map(|band| format!("{}：{}", band.name, band.value))
        .collect();
    bands.join("\n")
}

fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "算错、违反规则或缺了必填的，交之前要改",
        Severity::Warning => "评审时可能被问到的",
        Severity::Advice => "可以写得更好的",
    }
}
