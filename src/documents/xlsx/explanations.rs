//! 计算说明: how each figure of the workbook comes about.

use rust_xlsxwriter::XlsxError;

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::evaluation::gap_words;
use crate::domain::explanation::explain::explain;
use crate::domain::explanation::explanation::Explanation;
use crate::domain::explanation::indicator::{completion_explained, score_explained};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::values::input::Choice;
use crate::domain::values::shared::Shared;

use super::look::{Look, Looks};
use super::printing::Paper;
use super::sheet::Sheet;

/// The name of the sheet.
pub const NAME: &str = "计算说明";

/// The explanations of all figures, each made once.
pub struct Explanations {
    /// Money, then parts, total and grade.
    general: Vec<Explanation>,
    /// Per indicator in the draft's order: the completion of its measures, then its score.
    indicators: Vec<Vec<Explanation>>,
}

impl Explanations {
    /// Explains every figure of a draft.
    pub fn of(draft: &Draft, evaluation: &Evaluation) -> Self {
        let totals = Column::ALL.iter().map(|column| Figure::Total(*column));
        let rates = [
            Figure::ExecutionRate,
            Figure::Adjustment,
            Figure::AdjustmentRate,
            Figure::Unspent,
            Figure::UnspentRate,
        ];
        let used = draft.budget.funds.iter().filter(|fund| !fund.amounts.is_blank());
        let funds = used.map(|fund| Figure::FundRate(fund.id));
        let checkpoints = draft.monitoring.checkpoints.iter();
        let checkpoints = checkpoints.map(|row| Figure::CheckpointRate(row.id));
        let projects = (!draft.projects.rows.is_empty()).then_some(Figure::ProjectsTotal);
        let weights = (!draft.indicators.is_empty()).then_some(Figure::IndicatorWeight);
        let parts = draft.scheme.parts.iter().map(|part| Figure::PartScore(part.id));
        let figures = totals
            .chain(rates)
            .chain(funds)
            .chain(checkpoints)
            .chain(projects)
            .chain(weights)
            .chain(parts)
            .chain([Figure::TotalScore, Figure::Grade]);
        let explained = |figure| explain(draft, evaluation, figure);
        let of_indicator = |(place, row): (usize, &Shared<Indicator>)| {
            let measures = row
                .measures
                .iter()
                .filter(|_| row.nature == IndicatorNature::Quantitative);
            let rates = measures.map(|measure| completion_explained(draft, row, measure));
            rates.chain(score_explained(draft, evaluation, place)).collect()
        };
        Explanations {
            general: figures.filter_map(explained).collect(),
            indicators: draft.indicators.iter().enumerate().map(of_indicator).collect(),
        }
    }

    /// How the score of an indicator is found, by its place in the draft.
    pub fn of_score(&self, place: usize) -> Option<&Explanation> {
        self.indicators.get(place)?.last()
    }

    /// How a general figure is found.
    pub fn of_figure(&self, figure: Figure) -> Option<&Explanation> {
        self.general.iter().find(|explanation| explanation.figure == figure)
    }
}

/// The sheet.
pub fn sheet<'a>(draft: &Draft, explanations: &Explanations, looks: &'a Looks) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(NAME, looks, &[22, 14, 40, 34, 20, 38], Paper::Landscape)?;
    sheet.line("计算说明：每个数怎么来的", Look::Title)?;
    sheet.head(&["数", "结果", "公式和算式", "用到的数", "取舍", "依据和说明"])?;
    for explanation in &explanations.general {
        line(&mut sheet, draft, &explanation.name, explanation)?;
    }
    for (row, own) in draft.indicators.iter().zip(&explanations.indicators) {
        for explanation in own {
            let name = match explanation.figure {
                Figure::CompletionRate(_, measure) => completion_name(row, measure, &explanation.name),
                _ => explanation.name.clone(),
            };
            line(&mut sheet, draft, &name, explanation)?;
        }
    }
    Ok(sheet)
}

/// "“组织培训”的完成率", with the measure's name where there are several.
fn completion_name(row: &Indicator, measure: crate::domain::values::row::Id, name: &str) -> String {
    let measure = row.measures.iter().find(|other| other.id == measure);
    match measure.map_or("", |measure| measure.name.trim()) {
        "" => format!("“{}”的{name}", row.name.trim()),
        measure => format!("“{}”中{measure}的{name}", row.name.trim()),
    }
}

fn line(sheet: &mut Sheet<'_>, draft: &Draft, name: &str, explanation: &Explanation) -> Result<(), XlsxError> {
    let formula = match explanation.working.as_str() {
        "" => explanation.formula.clone(),
        working => format!("{}\n＝ {working}", explanation.formula),
    };
    let operands = explanation.operands.iter();
    let operands: Vec<String> = operands
        .map(|operand| format!("{}：{}", operand.name, operand.value))
        .collect();
    let operands = operands.join("\n");
    let rounding = match explanation.exact.as_str() {
        "" => String::new(),
        exact => format!("{exact}\n{}", explanation.rounding),
    };
    let source = Some(explanation.source.trim()).filter(|source| !source.is_empty());
    let source = source.map(|source| format!("依据：{source}"));
    let remarks: Vec<String> = source.into_iter().chain(explanation.notes.iter().cloned()).collect();
    let remarks = remarks.join("\n");
    let result = match &explanation.result {
        Ok(result) => result.clone(),
        Err(gap) => gap_words::gap_sentence(draft, *gap),
    };
    let texts = [name, &result, &formula, &operands, &rounding, &remarks];
    let placed: Vec<(u16, u16, &str)> = (0..).zip(texts).map(|(column, text)| (column, column, text)).collect();
    let row = sheet.row_for(&placed)?;
    for (column, _, text) in placed {
        let look = match (column, &explanation.result) {
            (1, Ok(_)) => Look::Centre,
            (1, Err(_)) => Look::Missing,
            _ => Look::Left,
        };
        sheet.text(row.at(column), text, look)?;
    }
    Ok(())
}
