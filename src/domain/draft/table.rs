//! 表: which lists a page shows as tables, and the order of their rows and columns, said once.

use crate::domain::values::input::Choice;
use crate::domain::values::row::{Id, Row};

use super::budget::{Column, SpendingNature};
use super::draft::Draft;
use super::field::{Field, IndicatorField, List, MeasureField};
use super::indicator_cells::{BEHIND, MoreColumns, first_line_of_sheet, of_results, of_sheet};
use super::names;
use super::table_cells::{Cells, TableRow};
use super::taken::TableKind;

/// A list that is filled in as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// 内设机构.
    Divisions,
    /// 下属单位.
    SubordinateUnits,
    /// 资金来源与执行.
    Funds,
    /// 按支出性质.
    Natures,
    /// 年度目标.
    Objectives,
    /// 指标, 填结果: with what a year is told of them.
    Indicators,
    /// 指标, 填整张表: with name, target and weight, too.
    IndicatorSheet,
    /// 重点项目.
    Projects,
    /// 重点项目 with the money of each from budget to execution.
    ProjectMoney,
    /// 存在的问题.
    Problems,
    /// 改进措施.
    Improvements,
    /// 重点工作任务, by their headings.
    WorkTasks,
    /// 工作任务完成情况, by their headings.
    Completions,
}

/// Every table.
pub const TABLES: [Table; 13] = [
    Table::Divisions,
    Table::SubordinateUnits,
    Table::Funds,
    Table::Natures,
    Table::Objectives,
    Table::Indicators,
    Table::IndicatorSheet,
    Table::Projects,
    Table::ProjectMoney,
    Table::Problems,
    Table::Improvements,
    Table::WorkTasks,
    Table::Completions,
];

impl Table {
    /// The list whose rows it shows; none where the rows are always the same.
    pub fn list(self) -> Option<List> {
        Some(match self {
            Table::Divisions => List::Divisions,
            Table::SubordinateUnits => List::SubordinateUnits,
            Table::Funds => List::Funds,
            Table::Natures => return None,
            Table::Objectives => List::Objectives,
            Table::Indicators | Table::IndicatorSheet => List::Indicators,
            Table::Projects | Table::ProjectMoney => List::Projects,
            Table::Problems => List::Problems,
            Table::Improvements => List::Improvements,
            Table::WorkTasks => List::Sections(None),
            Table::Completions => List::Completions,
        })
    }

    /// Whether going down from the last row makes another. A source of funds without figures leaves its whole
    /// column unknown, and there are six at most: none is made in passing.
    pub fn grows_downwards(self) -> bool {
        !matches!(self, Table::Funds | Table::Natures | Table::Indicators)
    }

    /// Whether its first column names the rows, so that lines of words become rows.
    pub fn begins_with_names(self) -> bool {
        !matches!(self, Table::Natures | Table::Indicators)
    }

    /// Whether a pasted block makes the rows that are missing. An indicator is more than its results.
    pub fn grows_by_pasting(self) -> bool {
        !matches!(self, Table::Natures | Table::Indicators)
    }

    /// What it takes of tables with heads of their own, by the sheet for tables; none where it takes none.
    pub fn imported(self) -> Option<TableKind> {
        Some(match self {
            Table::Funds => TableKind::Funds,
            Table::Indicators | Table::IndicatorSheet => TableKind::Indicators,
            Table::Projects | Table::ProjectMoney => TableKind::Projects,
            Table::Divisions => TableKind::Divisions,
            Table::SubordinateUnits => TableKind::Units,
            Table::Natures
            | Table::Objectives
            | Table::Problems
            | Table::Improvements
            | Table::WorkTasks
            | Table::Completions => return None,
        })
    }

    /// The fields of a row, by column.
    pub fn columns(self, id: Id) -> Vec<Field> {
        match self {
            Table::Divisions => vec![Field::DivisionName(id), Field::DivisionSecondName(id)],
            Table::SubordinateUnits => vec![Field::SubordinateUnit(id)],
            Table::Funds => {
                let amounts = Column::ALL.iter().map(|column| Field::FundAmount(id, *column));
                std::iter::once(Field::FundSource(id)).chain(amounts).collect()
            }
            Table::Natures => Vec::new(),
            Table::Objectives => vec![Field::ObjectiveText(id), Field::ObjectiveAchieved(id)],
            Table::Indicators => vec![
                Field::Measure(id, Id::default(), MeasureField::Actual),
                Field::Indicator(id, IndicatorField::ManualScore),
                Field::Indicator(id, IndicatorField::DeviationReason),
            ]
            .into_iter()
            .chain(behind(id))
            .collect(),
            Table::IndicatorSheet => vec![
                Field::Indicator(id, IndicatorField::Name),
                Field::Measure(id, Id::default(), MeasureField::Comparator),
                Field::Measure(id, Id::default(), MeasureField::Target),
                Field::Measure(id, Id::default(), MeasureField::Unit),
                Field::Indicator(id, IndicatorField::Weight),
                Field::Measure(id, Id::default(), MeasureField::Actual),
                Field::Indicator(id, IndicatorField::ManualScore),
                Field::Indicator(id, IndicatorField::Place),
                Field::Indicator(id, IndicatorField::DeviationReason),
            ]
            .into_iter()
            .chain(behind(id))
            .collect(),
            Table::Projects => vec![
                Field::ProjectTask(id),
                Field::ProjectName(id),
                Field::ProjectBudget(id),
                Field::ProjectAmount(id),
            ],
            Table::ProjectMoney => vec![
                Field::ProjectTask(id),
                Field::ProjectName(id),
                Field::ProjectInitial(id),
                Field::ProjectBudget(id),
                Field::ProjectAmount(id),
                Field::ProjectCompletion(id),
            ],
            Table::Problems => vec![Field::Problem(id)],
            Table::Improvements => vec![Field::Improvement(id)],
            Table::WorkTasks => vec![Field::SectionHeading(id), Field::SectionText(id)],
            Table::Completions => vec![Field::CompletionHeading(id), Field::CompletionText(id)],
        }
    }

    /// The cells of a row of the list as it stands in a draft; of an indicator its first line.
    pub fn row_in(self, draft: &Draft, id: Id) -> Vec<Option<Field>> {
        match self {
            Table::IndicatorSheet => first_line_of_sheet(draft, id),
            _ => self.columns(id).into_iter().map(Some).collect(),
        }
    }

    /// What the columns are called, from the left.
    pub fn heads(self) -> Vec<&'static str> {
        match self {
            Table::Natures => std::iter::once("支出性质")
                .chain(Column::ALL.iter().map(|column| column.label()))
                .collect(),
            Table::ProjectMoney => vec!["主要任务", "项目名称", "年初预算数", "调整预算数", "执行数", "完成情况"],
            _ => self.columns(Id::default()).into_iter().map(names::short_name).collect(),
        }
    }

    /// The cells of the table in a draft. Totals that are computed are no cells.
    pub fn cells(self, draft: &Draft) -> Cells {
        let ids: Vec<Id> = match self {
            Table::Divisions => ids(&draft.department.divisions),
            Table::SubordinateUnits => ids(&draft.department.subordinate_units),
            Table::Funds => ids(&draft.budget.funds),
            Table::Natures | Table::Indicators | Table::IndicatorSheet => Vec::new(),
            Table::Objectives => ids(&draft.objectives.items),
            Table::Projects | Table::ProjectMoney => ids(&draft.projects.rows),
            Table::Problems => ids(&draft.problems),
            Table::Improvements => ids(&draft.improvements),
            Table::WorkTasks => ids(&draft.work.sections),
            Table::Completions => ids(&draft.results.completions),
        };
        let mut rows: Vec<TableRow> = ids
            .into_iter()
            .map(|id| TableRow {
                id: Some(id),
                cells: self.columns(id).into_iter().map(Some).collect(),
            })
            .collect();
        // A line without a list row begins with its name, which nobody types.
        let line = |cells: Vec<Option<Field>>| TableRow {
            id: None,
            cells: std::iter::once(None).chain(cells).collect(),
        };
        match self {
            Table::Funds => {
                let is_typed = |column: &Column| {
                    draft.budget.funds.is_empty()
                        || draft
                            .budget
                            .funds
                            .iter()
                            .any(|fund| fund.amounts.get(*column).value().is_none())
                };
                let total = |column: &Column| is_typed(column).then_some(Field::StatedTotal(*column));
                rows.push(line(Column::ALL.iter().map(total).collect()));
            }
            Table::Natures => rows.extend(SpendingNature::ALL.iter().map(|nature| {
                let amount = |column: &Column| Some(Field::NatureAmount(*nature, *column));
                line(Column::ALL.iter().map(amount).collect())
            })),
            Table::Indicators => rows.extend(
                draft
                    .indicators
                    .iter()
                    .flat_map(|row| of_results(row, true, MoreColumns::ALL)),
            ),
            Table::IndicatorSheet => rows.extend(
                draft
                    .indicators
                    .iter()
                    .flat_map(|row| of_sheet(row, true, MoreColumns::ALL)),
            ),
            _ => {}
        }
        Cells {
            rows,
            hidden: Vec::new(),
        }
    }
}

/// The fields of an indicator that are typed in its row where they are chosen.
fn behind(id: Id) -> impl Iterator<Item = Field> {
    BEHIND
        .into_iter()
        .map(move |column| Field::Indicator(id, column.field()))
}

fn ids<T: Row>(rows: &[T]) -> Vec<Id> {
    rows.iter().map(Row::id).collect()
}
