//! 从表格导入: what a table of colleagues can be about, what its columns can mean, and what is taken of it.

use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::input::{choices, replace};
use crate::domain::values::row::{Id, NextId, Row};
use crate::domain::values::shared::Shared;

use super::budget::{Fund, Project};
use super::department::{Division, SubordinateUnit};
use super::draft::Draft;
use super::field::List;

choices! {
    /// What a table is about.
    TableKind {
        /// 资金来源与执行.
        Funds = "funds" "资金",
        /// 绩效指标.
        Indicators = "indicators" "绩效指标",
        /// 重点项目.
        Projects = "projects" "重点项目",
        /// 内设机构.
        Divisions = "divisions" "内设机构",
        /// 下属单位.
        Units = "units" "下属单位",
    }
}

choices! {
    /// What a column says.
    Meaning {
        /// Nothing that is taken.
        Skip = "skip" "不导入",
        /// 资金来源.
        FundName = "fund_name" "资金来源",
        /// 年初预算数.
        Initial = "initial" "年初预算数",
        /// 调整预算数, 全年预算数.
        Adjusted = "adjusted" "调整预算数",
        /// 执行数.
        Executed = "executed" "执行数",
        /// 执行偏差的原因.
        FundReason = "fund_reason" "偏差原因",
        /// 一级指标, 评分内容.
        FirstLevel = "first_level" "一级指标",
        /// 二级指标.
        SecondLevel = "second_level" "二级指标",
        /// 任务的绩效目标.
        Goal = "goal" "绩效目标",
        /// 三级指标, 关键性指标.
        Name = "name" "指标名称",
        /// 指标性质: 定量, 定性, or the sign, which some forms put here.
        Nature = "nature" "指标性质",
        /// 符号.
        Sign = "sign" "符号",
        /// 指标值.
        Target = "target" "指标值",
        /// 调整指标值: goes before 指标值 where it is written.
        AdjustedTarget = "adjusted_target" "调整后的指标值",
        /// 计量单位.
        Unit = "unit" "计量单位",
        /// 权重, 分值.
        Weight = "weight" "权重",
        /// 实际完成值.
        Actual = "actual" "实际完成值",
        /// 实现情况分析.
        Analysis = "analysis" "实现情况分析",
        /// 偏差原因.
        Deviation = "deviation" "偏差原因",
        /// 改进措施.
        Improvement = "improvement" "改进措施",
        /// 佐证材料.
        Evidence = "evidence" "佐证材料",
        /// 责任科室.
        Division = "division" "责任科室",
        /// 主要任务.
        Task = "task" "主要任务",
        /// 重点项目名称.
        Project = "project" "项目名称",
        /// 重点项目年初预算数.
        ProjectInitial = "project_initial" "年初预算数",
        /// 重点项目预算数, beside what was spent.
        ProjectBudget = "project_budget" "项目预算数",
        /// 重点项目金额.
        ProjectAmount = "project_amount" "项目金额",
        /// 重点项目完成情况.
        ProjectCompletion = "project_completion" "完成情况",
        /// 内设机构名称.
        DivisionName = "division_name" "机构名称",
        /// 加挂牌子.
        SecondName = "second_name" "加挂牌子",
        /// 下属单位名称.
        UnitName = "unit_name" "单位名称",
    }
}

choices! {
    /// The unit of the amounts in a table.
    MoneyUnit {
        /// 元.
        Yuan = "yuan" "元",
        /// 千元.
        Thousand = "thousand" "千元",
        /// 万元.
        TenThousand = "ten_thousand" "万元",
        /// 亿元.
        HundredMillion = "hundred_million" "亿元",
    }
}

choices! {
    /// What becomes of the rows that are there.
    Way {
        /// 追加: rows of the same name take the new figures over, others are added at the end.
        Add = "add" "追加到现有的后面，同名的更新",
        /// 替换: rows that the table does not have go.
        Replace = "replace" "替换现有的，表里没有的删去",
    }
}

/// What becomes of a row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It becomes a new row.
    New,
    /// It goes into the row of the same name.
    Updates,
    /// It is not taken, for this reason.
    LeftOut(String),
}

impl TableKind {
    /// What its columns can mean, in the order of the list to choose from.
    pub fn meanings(self) -> &'static [Meaning] {
        use Meaning::*;
        match self {
            TableKind::Funds => &[Skip, FundName, Initial, Adjusted, Executed, FundReason],
            TableKind::Indicators => &[
                Skip,
                FirstLevel,
                SecondLevel,
                Goal,
                Name,
                Nature,
                Sign,
                Target,
                AdjustedTarget,
                Unit,
                Weight,
                Actual,
                Analysis,
                Deviation,
                Improvement,
                Evidence,
                Division,
            ],
            TableKind::Projects => &[
                Skip,
                Task,
                Project,
                ProjectInitial,
                ProjectBudget,
                ProjectAmount,
                ProjectCompletion,
            ],
            TableKind::Divisions => &[Skip, DivisionName, SecondName],
            TableKind::Units => &[Skip, UnitName],
        }
    }

    /// Whether it is a list of names, which one column is enough for.
    pub fn is_of_names(self) -> bool {
        matches!(self, TableKind::Divisions | TableKind::Units)
    }

    /// The list that its rows go to.
    pub fn list(self) -> List {
        match self {
            TableKind::Funds => List::Funds,
            TableKind::Indicators => List::Indicators,
            TableKind::Projects => List::Projects,
            TableKind::Divisions => List::Divisions,
            TableKind::Units => List::SubordinateUnits,
        }
    }

    /// The column without which no row is a row.
    pub fn key(self) -> Meaning {
        match self {
            TableKind::Funds => Meaning::FundName,
            TableKind::Indicators => Meaning::Name,
            TableKind::Projects => Meaning::Project,
            TableKind::Divisions => Meaning::DivisionName,
            TableKind::Units => Meaning::UnitName,
        }
    }
}

impl Meaning {
    /// Whether the column holds money.
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Meaning::Initial
                | Meaning::Adjusted
                | Meaning::Executed
                | Meaning::ProjectInitial
                | Meaning::ProjectBudget
                | Meaning::ProjectAmount
        )
    }

    /// Whether the column holds figures, which stand at the right.
    pub fn is_figure(self) -> bool {
        self.is_money() || matches!(self, Meaning::Weight)
    }
}

/// A list of the draft as it shall be. A row keeps its identity; one without gets one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenRows {
    /// 资金来源.
    Funds(Vec<Fund>),
    /// 指标.
    Indicators(Vec<Shared<Indicator>>),
    /// 重点项目.
    Projects(Vec<Project>),
    /// 内设机构.
    Divisions(Vec<Division>),
    /// 下属单位.
    Units(Vec<SubordinateUnit>),
}

impl TakenRows {
    /// What the list is about.
    pub fn kind(&self) -> TableKind {
        match self {
            TakenRows::Funds(_) => TableKind::Funds,
            TakenRows::Indicators(_) => TableKind::Indicators,
            TakenRows::Projects(_) => TableKind::Projects,
            TakenRows::Divisions(_) => TableKind::Divisions,
            TakenRows::Units(_) => TableKind::Units,
        }
    }

    /// Puts the list in its place. Says whether anything changed.
    pub fn put_into(&self, draft: &mut Draft) -> bool {
        let ids = &mut draft.next_id;
        match self {
            TakenRows::Funds(rows) => replace(&mut draft.budget.funds, numbered(rows, ids)),
            TakenRows::Projects(rows) => replace(&mut draft.projects.rows, numbered(rows, ids)),
            TakenRows::Divisions(rows) => replace(&mut draft.department.divisions, numbered(rows, ids)),
            TakenRows::Units(rows) => replace(&mut draft.department.subordinate_units, numbered(rows, ids)),
            TakenRows::Indicators(rows) => {
                let mut rows = numbered(rows, ids);
                for row in &mut rows {
                    let is_new = row.measures.iter().any(|measure| measure.id == Id::default())
                        || row.evidence.iter().any(|evidence| evidence.id == Id::default());
                    if is_new {
                        let row = row.make_mut();
                        let fresh = |id: &mut Id, ids: &mut NextId| {
                            if *id == Id::default() {
                                *id = ids.take();
                            }
                        };
                        row.measures.iter_mut().for_each(|measure| fresh(&mut measure.id, ids));
                        row.evidence
                            .iter_mut()
                            .for_each(|evidence| fresh(&mut evidence.id, ids));
                    }
                }
                replace(&mut draft.indicators, rows)
            }
        }
    }
}

fn numbered<T: Row>(rows: &[T], ids: &mut NextId) -> Vec<T> {
    let mut rows = rows.to_vec();
    for row in rows.iter_mut().filter(|row| row.id() == Id::default()) {
        row.renumber(ids);
    }
    rows
}
