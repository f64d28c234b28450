//! 评分内容 and their levels: what a part is marked by, and the groups of indicators in it.

use serde::{Deserialize, Serialize};

use crate::domain::values::calendar::Month;
use crate::domain::values::input::{Entry, choices};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::{Id, NextId, Row, plain_row};

use super::rule::Rule;

choices! {
    /// 一部分评分内容凭什么计分.
    PartRule {
        /// 执行率: the execution rate by a rule.
        Progress = "progress" "按执行率计分",
        /// 监控节点: progress at given months against its targets.
        Checkpoints = "checkpoints" "按各月支出进度计分",
        /// 年度目标: weight × mean achieved share, or a stated score with its reason.
        ObjectiveShare = "objective_share" "按年度目标完成程度计分",
        /// 指标得分之和.
        IndicatorSum = "indicator_sum" "指标得分之和",
    }
}

choices! {
    /// How the checkpoints of a part become a score.
    CheckpointMethod {
        /// 逐个计分: its points where the target is reached, otherwise nothing.
        Each = "each" "逐个计分，达到得分，未达到不得分",
        /// 逐个计分, below the target in proportion.
        EachProportional = "each_proportional" "逐个计分，未达到按比例得分",
        /// 取平均: weight × mean of the capped ratios of progress to target.
        Mean = "mean" "权重 × 各月完成比例的平均",
    }
}

/// 评分内容的一部分, the first level of the indicators where the scheme has levels.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    /// Identity.
    pub id: Id,
    /// 名称.
    pub name: String,
    /// 权重: points, whatever the weighting of the levels below.
    pub weight: Entry<Points>,
    /// 凭什么计分.
    pub rule: PartRule,
    /// 执行率的计分规则, for [`PartRule::Progress`].
    pub progress: Rule,
    /// 各月的进度目标, for [`PartRule::Checkpoints`].
    pub checkpoints: CheckpointRule,
    /// 二级指标, for [`PartRule::IndicatorSum`].
    pub groups: Vec<Group>,
    /// 参考: the rule is a common one, not published by this place.
    pub reference: bool,
    /// 依据 of the rule.
    pub source: String,
}

/// 二级指标.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Group {
    /// Identity.
    pub id: Id,
    /// 名称.
    pub name: String,
    /// 权重; blank where the scheme leaves it to the indicators below.
    pub weight: Entry<Points>,
    /// 一级指标 over it in the form, where the part is marked as a whole and is itself no level: 产出指标 over
    /// 数量指标 in a part 绩效指标 of 80 points (湖北, 云南, 四川). Blank where the part is the first level.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub first_level: String,
}

/// 按各月支出进度计分.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckpointRule {
    /// How they are put together.
    pub method: CheckpointMethod,
    /// 各月的目标.
    pub targets: Vec<CheckpointTarget>,
}

/// 一个月的进度目标.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckpointTarget {
    /// Identity.
    pub id: Id,
    /// 截至月份; for December the year's own execution rate counts.
    pub month: Entry<Month>,
    /// 进度目标, percent of the adjusted budget.
    pub target: Entry<Rate>,
    /// 分值; not used where the mean is taken.
    pub points: Entry<Points>,
}

impl Default for Part {
    fn default() -> Self {
        Part {
            id: Id::default(),
            name: String::new(),
            weight: Entry::Blank,
            rule: PartRule::IndicatorSum,
            progress: Rule::Proportional,
            checkpoints: CheckpointRule::default(),
            groups: Vec::new(),
            reference: false,
            source: String::new(),
        }
    }
}

impl Default for CheckpointRule {
    fn default() -> Self {
        CheckpointRule {
            method: CheckpointMethod::Each,
            targets: Vec::new(),
        }
    }
}

impl Row for Part {
    fn blank(ids: &mut NextId) -> Self {
        Part {
            id: ids.take(),
            ..Part::default()
        }
    }

    fn id(&self) -> Id {
        self.id
    }

    fn renumber(&mut self, ids: &mut NextId) {
        self.id = ids.take();
        self.groups.iter_mut().for_each(|group| group.renumber(ids));
        self.checkpoints
            .targets
            .iter_mut()
            .for_each(|target| target.renumber(ids));
        self.progress.renumber(ids);
    }
}

plain_row!(Group, CheckpointTarget);

impl Part {
    /// 一级指标 that the form shows over an indicator of a group: the group's own, or else the part.
    pub fn first_level<'a>(&'a self, group: Option<&'a Group>) -> &'a str {
        let own = group.map_or("", |group| group.first_level.trim());
        if own.is_empty() { self.name.trim() } else { own }
    }

    /// The groups as the form has them: those of one first level together, in the order in which these appear.
    pub fn groups_by_level(&self) -> Vec<&Group> {
        let level = |group: &Group| self.first_level(Some(group)).to_owned();
        let mut levels: Vec<String> = Vec::new();
        for group in &self.groups {
            if !levels.contains(&level(group)) {
                levels.push(level(group));
            }
        }
        let of = |wanted: String| self.groups.iter().filter(move |group| level(group) == wanted);
        levels.into_iter().flat_map(of).collect()
    }
}
