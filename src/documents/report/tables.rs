//! The tables of the report: 表1 weights, 表2 scores, 表3 projects.

use crate::domain::draft::budget::{Column as Money, Project};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::ending::unended;
use crate::domain::references::quoting::Quoted;
use crate::domain::scheme::indicator::IndicatorNature;
use crate::domain::scheme::layouts;
use crate::domain::scheme::project_columns::{ProjectShown, project_columns};
use crate::domain::scheme::scheme::Compound;
use crate::domain::values::input::Input;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

use super::block::{Align, Cell, Column, Table};
use super::form_lines;

/// 表1: 评分内容 | 年度主要支出计划 | 绩效指标 | 权重设置（%）.
pub fn weights(draft: &Quoted<'_>, evaluation: &Evaluation) -> Table {
    form_lines::table(draft, evaluation, &layouts::TASK_WEIGHTS)
}

/// 表2: 任务的绩效目标 | 任务的关键性指标 | 实现情况分析 | 权重 | 评分情况, with 合计.
pub fn scores(draft: &Quoted<'_>, evaluation: &Evaluation) -> Table {
    form_lines::table(draft, evaluation, &layouts::TASK_SCORES)
}

/// 表3: the projects, in the columns of the place, with 合计. All amounts have two decimals.
pub fn projects(draft: &Quoted<'_>, evaluation: &Evaluation) -> Table {
    let columns = project_columns(&draft.scheme);
    let rows = draft.projects.rows.iter().zip(&evaluation.money.project_rates);
    let mut body: Vec<Vec<Cell>> = rows
        .map(|(row, rate)| {
            columns
                .iter()
                .map(|column| project_cell(column.shows, row, *rate))
                .collect()
        })
        .collect();
    let is_sum = |shows: ProjectShown| column_of(shows).is_some();
    let before = columns.iter().take_while(|column| !is_sum(column.shows)).count();
    let rows = Field::Rows(List::Projects);
    let sum = |shows: ProjectShown| match column_of(shows) {
        Some(column) => {
            let sum = evaluation.money.project_sums.get(column).ok();
            Cell::new(sum.map(|amount| amount.printed()).unwrap_or_default()).from_field(rows)
        }
        None if shows == ProjectShown::Rate => {
            let rate = evaluation.money.project_sum_rate.ok();
            Cell::new(rate.map(Rate::printed_percent).unwrap_or_default()).from_field(rows)
        }
        None => Cell::new(""),
    };
    let sums = columns.iter().skip(before).map(|column| sum(column.shows));
    body.push(
        std::iter::once(Cell::new("合计").across(before).centred())
            .chain(sums)
            .collect(),
    );
    let align = |shows: ProjectShown| match shows {
        ProjectShown::Task | ProjectShown::Name | ProjectShown::Completion => Align::Left,
        _ => Align::Right,
    };
    Table {
        columns: columns.iter().map(|column| Column::of(align(column.shows))).collect(),
        head: vec![columns.iter().map(|column| Cell::new(column.head).centred()).collect()],
        body,
    }
}

/// Which amount of a project stands in a column.
fn column_of(shows: ProjectShown) -> Option<Money> {
    match shows {
        ProjectShown::Initial => Some(Money::Initial),
        ProjectShown::Adjusted => Some(Money::Adjusted),
        ProjectShown::Executed => Some(Money::Executed),
        _ => None,
    }
}

fn project_cell(shows: ProjectShown, row: &Project, rate: Derived<Rate>) -> Cell {
    let amount = |column: Money| row.amount_of(column).value().map(|amount| amount.printed());
    let (text, field) = match shows {
        ProjectShown::Task => (row.task.trim().to_owned(), Field::ProjectTask(row.id)),
        ProjectShown::Name => (row.name.trim().to_owned(), Field::ProjectName(row.id)),
        ProjectShown::Initial => (
            amount(Money::Initial).unwrap_or_default(),
            Field::ProjectInitial(row.id),
        ),
        ProjectShown::Adjusted => (
            amount(Money::Adjusted).unwrap_or_default(),
            Field::ProjectBudget(row.id),
        ),
        ProjectShown::Executed => (
            amount(Money::Executed).unwrap_or_default(),
            Field::ProjectAmount(row.id),
        ),
        ProjectShown::Rate => (
            rate.map(Rate::printed_percent).unwrap_or_default(),
            Field::ProjectAmount(row.id),
        ),
        ProjectShown::Completion => (row.completion.trim().to_owned(), Field::ProjectCompletion(row.id)),
    };
    Cell::new(text).from_field(field)
}

/// The remark that 参考 rules need: which parts are scored by a rule that the place has not published.
pub fn reference_note(draft: &Draft) -> Option<String> {
    let several = draft
        .indicators
        .iter()
        .any(|row| row.nature == IndicatorNature::Quantitative && row.measures.len() > 1);
    let how = match draft.scheme.compound {
        Compound::Mean => "的平均",
        Compound::Minimum => "中最低的一项",
        Compound::Weighted => "的加权平均",
    };
    several.then(|| format!("注：一项指标有几个数量要求的，按各数量完成率（每项不超过100%）{how}计分。"))
}

/// 监控节点 as sentences, each with its row.
pub fn checkpoint_sentences(draft: &Draft, evaluation: &Evaluation) -> Vec<(Id, String)> {
    let rows = draft.monitoring.checkpoints.iter().zip(&evaluation.money.checkpoints);
    rows.filter_map(|(row, result)| {
        let (month, executed) = (row.month.value()?, row.executed.value()?);
        let mut sentence = format!("截至{}月底，累计执行{}万元", month.get(), executed.printed());
        if let (Ok(spending), Ok(time)) = (result.spending_progress, result.time_progress) {
            sentence += &format!(
                "，支出进度{}，序时进度{}",
                spending.printed_percent(),
                time.printed_percent()
            );
        }
        if !row.note.is_blank() {
            sentence += &format!("，{}", unended(&row.note));
        }
        Some((row.id, sentence + "。"))
    })
    .collect()
}
