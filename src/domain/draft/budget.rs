//! 资金收支: money by source, by nature and by key project.

use serde::{Deserialize, Serialize};

use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Entry, Input, choices};
use crate::domain::values::rate::Rate;
use crate::domain::values::row::{Id, NextId, Row, plain_row};

choices! {
    /// 资金来源.
    FundSource {
        /// 一般公共预算.
        GeneralPublicBudget = "general_public_budget" "一般公共预算",
        /// 政府性基金预算.
        GovernmentManagedFunds = "government_managed_funds" "政府性基金",
        /// 国有资本经营预算.
        StateCapitalOperations = "state_capital_operations" "国有资本经营预算",
        /// 财政专户管理资金.
        SpecialAccount = "special_account" "财政专户管理资金",
        /// 单位资金.
        OwnFunds = "own_funds" "单位资金",
        /// 其他资金.
        Other = "other" "其他资金",
    }
}

choices! {
    /// 支出性质.
    SpendingNature {
        /// 基本支出.
        Basic = "basic" "基本支出",
        /// 项目支出.
        Project = "project" "项目支出",
    }
}

choices! {
    /// A column of the funds table, each in 万元.
    Column {
        /// 年初预算数.
        Initial = "initial" "年初预算数",
        /// 调整预算数, also 全年预算数: the base of the execution rate (财预〔2020〕10号).
        Adjusted = "adjusted" "调整预算数",
        /// 执行数.
        Executed = "executed" "执行数",
    }
}

/// One value per column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Columns<T> {
    /// 年初预算数.
    pub initial: T,
    /// 调整预算数.
    pub adjusted: T,
    /// 执行数.
    pub executed: T,
}

impl<T> Columns<T> {
    /// The value of a column.
    pub fn get(&self, column: Column) -> &T {
        match column {
            Column::Initial => &self.initial,
            Column::Adjusted => &self.adjusted,
            Column::Executed => &self.executed,
        }
    }

    /// The value of a column for editing.
    pub fn get_mut(&mut self, column: Column) -> &mut T {
        match column {
            Column::Initial => &mut self.initial,
            Column::Adjusted => &mut self.adjusted,
            Column::Executed => &mut self.executed,
        }
    }

    /// One value per column, made from the column.
    pub fn from_fn(mut make: impl FnMut(Column) -> T) -> Self {
        Columns {
            initial: make(Column::Initial),
            adjusted: make(Column::Adjusted),
            executed: make(Column::Executed),
        }
    }
}

/// Amounts as typed, one per column.
pub type TypedAmounts = Columns<Entry<Amount>>;

impl TypedAmounts {
    /// Whether no column holds anything.
    pub fn is_blank(&self) -> bool {
        Column::ALL.iter().all(|column| self.get(*column).is_blank())
    }
}

/// 资金收支.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Budget {
    /// 按资金来源.
    pub funds: Vec<Fund>,
    /// 合计 as typed; it counts only for a column whose parts are not all known.
    pub stated: TypedAmounts,
    /// 基本支出.
    pub basic: TypedAmounts,
    /// 项目支出.
    pub project: TypedAmounts,
    /// 预算调整原因, mandatory beyond the scheme's limit.
    pub adjustment_reason: String,
    /// 执行率偏低的原因.
    pub execution_reason: String,
    /// 已上报或已公开的执行率, to be compared with the computed one.
    pub stated_execution_rate: Entry<Rate>,
    /// 上年合计 of the columns that were not split by source, 万元.
    #[serde(skip_serializing_if = "TypedAmounts::is_blank")]
    pub previous: TypedAmounts,
}

impl Budget {
    /// Whether there is anything of last year to look at.
    pub fn has_previous(&self) -> bool {
        !self.previous.is_blank() || self.funds.iter().any(|fund| !fund.previous.is_blank())
    }

    /// 上年合计 of a column: as it was stated, or else the sum of its sources; none where one is not known.
    pub fn previous_total(&self, column: Column) -> Option<Amount> {
        let stated = self.previous.get(column).value().copied();
        let funds = || self.funds.iter().map(|fund| fund.previous.get(column).value().copied());
        stated.or_else(|| funds().sum::<Option<Amount>>().filter(|_| !self.funds.is_empty()))
    }
}

/// 一项资金来源.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fund {
    /// Identity.
    pub id: Id,
    /// 资金来源.
    pub source: FundSource,
    /// The name in this office's report where it differs, for example 其他收入.
    #[serde(default)]
    pub name: String,
    /// 年初、调整、执行, 万元.
    #[serde(default)]
    pub amounts: TypedAmounts,
    /// 执行偏差的原因.
    #[serde(default)]
    pub reason: String,
    /// 上年的数, 万元, to be looked at beside this year's. Only the step from year to year fills them.
    #[serde(default, skip_serializing_if = "TypedAmounts::is_blank")]
    pub previous: TypedAmounts,
}

impl Fund {
    /// A source without figures.
    pub fn new(id: Id, source: FundSource) -> Self {
        Fund {
            id,
            source,
            name: String::new(),
            amounts: TypedAmounts::default(),
            reason: String::new(),
            previous: TypedAmounts::default(),
        }
    }

    /// A blank row with the name that the form gives it.
    pub fn named(id: Id, source: FundSource, name: &str) -> Self {
        Fund {
            name: name.to_owned(),
            ..Fund::new(id, source)
        }
    }

    /// The name to print.
    pub fn label(&self) -> &str {
        if self.name.trim().is_empty() {
            self.source.label()
        } else {
            &self.name
        }
    }
}

impl Row for Fund {
    fn blank(ids: &mut NextId) -> Self {
        Fund::new(ids.take(), FundSource::Other)
    }

    fn id(&self) -> Id {
        self.id
    }

    fn renumber(&mut self, ids: &mut NextId) {
        self.id = ids.take();
    }
}

/// 重点项目.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Projects {
    /// 重点项目支出.
    pub rows: Vec<Project>,
    /// 说明, for example that there were none.
    pub note: String,
}

/// 一个重点项目.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    /// Identity.
    pub id: Id,
    /// 主要任务.
    pub task: String,
    /// 任务涉及重点项目名称.
    pub name: String,
    /// 执行数, or 任务涉及重点项目金额 where a place asks for one amount, 万元.
    pub amount: Entry<Amount>,
    /// 调整预算数, 万元, where it is told beside what was spent.
    #[serde(skip_serializing_if = "Entry::is_blank")]
    pub budget: Entry<Amount>,
    /// 年初预算数, 万元, where it is told.
    #[serde(skip_serializing_if = "Entry::is_blank")]
    pub initial: Entry<Amount>,
    /// 完成情况.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub completion: String,
}

plain_row!(Project);

impl Project {
    /// Whether nothing was typed in it yet.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.task, &self.name, &self.completion];
        let amounts = [&self.amount, &self.budget, &self.initial];
        texts.iter().all(|text| Input::is_blank(*text)) && amounts.iter().all(|amount| amount.is_blank())
    }
}

impl Budget {
    /// The typed amounts of a spending nature.
    pub fn nature(&self, nature: SpendingNature) -> &TypedAmounts {
        match nature {
            SpendingNature::Basic => &self.basic,
            SpendingNature::Project => &self.project,
        }
    }

    /// The same for editing.
    pub fn nature_mut(&mut self, nature: SpendingNature) -> &mut TypedAmounts {
        match nature {
            SpendingNature::Basic => &mut self.basic,
            SpendingNature::Project => &mut self.project,
        }
    }
}
