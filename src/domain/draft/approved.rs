//! 批复的绩效目标: what the 绩效目标申报表 promised, kept beside what the report says of it later.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::scheme::indicator::{Indicator, Measure};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Entry;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;
use crate::domain::values::shared::Shared;

use super::budget::Project;
use super::objective::Objective;

/// 申报表上的任务、资金、目标和指标. Its rows bear the identities of the rows that were made of them, so that a row is
/// known again whatever it is called by now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Approved {
    /// 申请的资金总额, 万元; blank where the form gives none.
    pub total: Entry<Amount>,
    /// 任务, each with its money as 预算数.
    pub tasks: Vec<Project>,
    /// 年度目标.
    pub goals: Vec<Objective>,
    /// 指标.
    pub indicators: Vec<ApprovedIndicator>,
}

/// 申报表上的一项指标.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApprovedIndicator {
    /// The identity of the draft's indicator that was made of it.
    pub id: Id,
    /// 指标名称.
    pub name: String,
    /// 指标值, with sign and unit; without actual values.
    pub measures: Vec<Measure>,
    /// 定性标准, where the target is no number.
    pub standard: String,
    /// 权重; blank where the form gives none.
    pub weight: Entry<Points>,
}

impl Approved {
    /// What stands in a draft that was just made of a 申报表. `total` is the money that it asks for.
    pub fn of(
        tasks: &[Project],
        goals: &[Objective],
        indicators: &[Shared<Indicator>],
        total: Option<Amount>,
    ) -> Approved {
        Approved {
            total: total.map_or(Entry::Blank, Entry::Accepted),
            tasks: tasks.to_vec(),
            goals: goals.to_vec(),
            indicators: indicators.iter().map(|row| ApprovedIndicator::of(row)).collect(),
        }
    }

    /// Gives its rows the identities that the draft's rows have got. Of two rows of one identity the first is meant.
    pub(super) fn renumber(&mut self, earlier: &[Id], now: &[Id]) {
        let fresh: BTreeMap<Id, Id> = earlier.iter().copied().zip(now.iter().copied()).rev().collect();
        let renumber = |id: &mut Id| *id = fresh.get(id).copied().unwrap_or_default();
        for row in &mut self.indicators {
            renumber(&mut row.id);
            row.measures.iter_mut().for_each(|measure| renumber(&mut measure.id));
        }
        self.tasks.iter_mut().for_each(|row| renumber(&mut row.id));
        self.goals.iter_mut().for_each(|row| renumber(&mut row.id));
    }
}

impl ApprovedIndicator {
    fn of(row: &Indicator) -> ApprovedIndicator {
        ApprovedIndicator {
            id: row.id,
            name: row.name.clone(),
            measures: row.measures.clone(),
            standard: row.standard.clone(),
            weight: row.weight.clone(),
        }
    }
}
