//! 重点项目 of a report: which columns its table has.

use super::scheme::Scheme;
use super::table_form::TableForm;
use super::tables_of::form_of;

/// What stands in a column of the table of projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectShown {
    /// 主要任务.
    Task,
    /// 项目名称.
    Name,
    /// 年初预算数.
    Initial,
    /// 调整预算数.
    Adjusted,
    /// 执行数, or the one amount that there is.
    Executed,
    /// 执行率.
    Rate,
    /// 完成情况.
    Completion,
}

/// A column of the table of projects.
#[derive(Debug, PartialEq, Eq)]
pub struct ProjectColumn {
    /// Its head.
    pub head: &'static str,
    /// What stands in it.
    pub shows: ProjectShown,
}

const fn column(head: &'static str, shows: ProjectShown) -> ProjectColumn {
    ProjectColumn { head, shows }
}

/// 白云: one amount of each.
static OF_TASKS: [ProjectColumn; 3] = [
    column("主要任务", ProjectShown::Task),
    column("任务涉及重点项目名称", ProjectShown::Name),
    column("任务涉及重点项目金额", ProjectShown::Executed),
];

/// With the money as the national form for a project has it (财预〔2020〕10号).
static WITH_MONEY: [ProjectColumn; 7] = [
    column("主要任务", ProjectShown::Task),
    column("项目名称", ProjectShown::Name),
    column("年初预算数", ProjectShown::Initial),
    column("调整预算数", ProjectShown::Adjusted),
    column("执行数", ProjectShown::Executed),
    column("执行率", ProjectShown::Rate),
    column("完成情况", ProjectShown::Completion),
];

/// The columns that a report by this scheme has.
pub fn project_columns(scheme: &Scheme) -> &'static [ProjectColumn] {
    match form_of(scheme) {
        TableForm::Tasks => &OF_TASKS,
        _ => &WITH_MONEY,
    }
}

/// Whether the table of projects says the money of each from budget to execution.
pub fn has_project_money(scheme: &Scheme) -> bool {
    project_columns(scheme)
        .iter()
        .any(|column| column.shows == ProjectShown::Rate)
}
