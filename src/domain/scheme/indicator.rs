//! 指标: goal, measures or formula or list of items, actual values, and how the score is found.

use serde::{Deserialize, Serialize};

use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Entry, Input, choices};
use crate::domain::values::points::Points;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::{Id, NextId, Row, plain_row};

use super::formula::Formula;
use super::rule::Rule;
use super::survey::Survey;

choices! {
    /// 指标性质.
    IndicatorNature {
        /// 定量.
        Quantitative = "quantitative" "定量",
        /// 定性.
        Qualitative = "qualitative" "定性",
        /// 公式: a ratio of two amounts or counts.
        Formula = "formula" "公式",
        /// 要点: items met or not, each with its points.
        Checklist = "checklist" "逐项要点",
        /// 扣分: items that take points off, each as often as it happened.
        Deductions = "deductions" "扣分项",
    }
}

choices! {
    /// 定性指标完成情况 (财预〔2020〕10号).
    Attainment {
        /// 达成年度指标.
        Achieved = "achieved" "达成",
        /// 部分达成年度指标并具有一定效果.
        PartlyAchieved = "partly_achieved" "部分达成",
        /// 未达成年度指标且效果较差.
        NotAchieved = "not_achieved" "未达成",
    }
}

choices! {
    /// 是否核心指标, as the department form of Chongqing asks.
    Core {
        /// 是.
        Yes = "yes" "是",
        /// 否.
        No = "no" "否",
    }
}

choices! {
    /// 一个要点做到没有.
    Answer {
        /// 做到.
        Met = "met" "做到",
        /// 没做到.
        NotMet = "not_met" "没做到",
    }
}

choices! {
    /// 计分方式.
    Scoring {
        /// 按规则计分.
        ByRule = "by_rule" "按规则计分",
        /// 手工评分.
        Manual = "manual" "手工评分",
    }
}

/// The [reason](Indicator::manual_reason) of a score that was read from a report and that the rules do not give.
pub const AS_PRINTED: &str = "按去年报告所载的得分。";

/// 一项指标.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Indicator {
    /// Identity.
    pub id: Id,
    /// 所属评分内容或二级指标: the identity of a part or a group of the scheme; none for the first part.
    pub place: Option<Id>,
    /// 任务的绩效目标.
    pub goal: String,
    /// 关键性指标名称.
    pub name: String,
    /// 定量、定性、公式或逐项.
    pub nature: IndicatorNature,
    /// 指标值与实际完成值, one per quantity of a compound target; for 定量. For 公式 the first one holds
    /// the target, in percent.
    pub measures: Vec<Measure>,
    /// 公式, for 公式 only.
    pub formula: Formula,
    /// 要点或扣分项.
    pub items: Vec<Item>,
    /// 计分规则, for 定量 and 公式.
    pub rule: Rule,
    /// 定性标准, for 定性 only.
    pub standard: String,
    /// 定性完成情况; none while not chosen.
    pub attainment: Option<Attainment>,
    /// 得分系数 within the band of the attainment, percent; blank means full where 达成.
    pub coefficient: Entry<Rate>,
    /// 权重.
    pub weight: Entry<Points>,
    /// 计分方式.
    pub scoring: Scoring,
    /// 手工评分的得分.
    pub manual_score: Entry<Points>,
    /// 手工评分的理由.
    pub manual_reason: String,
    /// 实现情况分析.
    pub analysis: String,
    /// 偏差原因.
    pub deviation_reason: String,
    /// 改进措施.
    pub improvement: String,
    /// 佐证材料.
    pub evidence: Vec<Evidence>,
    /// 佐证材料提示: what usually bears the indicator out.
    pub evidence_hint: String,
    /// 满意度调查, of an indicator of satisfaction.
    #[serde(skip_serializing_if = "Survey::is_blank")]
    pub survey: Survey,
    /// 责任科室.
    pub division: String,
    /// 是否核心指标; none while not chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub core: Option<Core>,
    /// 年初指标值, as it was before a change in mid-year; blank where the target did not change. It is only
    /// printed: scores follow the target in force.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub initial_target: String,
    /// 依据: the document that the indicator or its rule comes from.
    pub source: String,
}

/// 一个数量要求.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measure {
    /// Identity.
    pub id: Id,
    /// 内容; may be blank where there is one measure only.
    pub name: String,
    /// 符号.
    pub comparator: Comparator,
    /// 指标值, in `unit`; the lower end of a 区间.
    pub target: Entry<Quantity>,
    /// 区间的上限, in `unit`.
    pub upper: Entry<Quantity>,
    /// 计量单位.
    pub unit: String,
    /// 实际完成值, in `unit`.
    pub actual: Entry<Quantity>,
    /// 比重 among the measures, where the scheme weighs them.
    pub share: Entry<Quantity>,
}

impl Measure {
    /// A number in the unit of the measure: "95%", "3 个"; the number alone where there is no unit.
    pub fn in_unit(&self, number: &str) -> String {
        match self.unit.trim() {
            unit @ ("" | "%" | "％" | "‰") => format!("{number}{unit}"),
            unit => format!("{number} {unit}"),
        }
    }
}

/// 一个要点或扣分项.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// Identity.
    pub id: Id,
    /// 内容.
    pub text: String,
    /// 分值: earned where met, or taken off for each time.
    pub points: Entry<Points>,
    /// 做到没有; none while not answered.
    pub answer: Option<Answer>,
    /// 发生次数, for 扣分项.
    pub times: Entry<Quantity>,
}

/// 一份佐证材料: its name and where it lies; the file itself stays with the office.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// Identity.
    pub id: Id,
    /// 名称.
    pub name: String,
    /// 存放处.
    pub place: String,
}

plain_row!(Measure, Item, Evidence);

impl Default for Indicator {
    fn default() -> Self {
        Indicator {
            id: Id::default(),
            place: None,
            goal: String::new(),
            name: String::new(),
            nature: IndicatorNature::Quantitative,
            measures: Vec::new(),
            formula: Formula::default(),
            items: Vec::new(),
            rule: Rule::Proportional,
            standard: String::new(),
            attainment: None,
            coefficient: Entry::Blank,
            weight: Entry::Blank,
            scoring: Scoring::ByRule,
            manual_score: Entry::Blank,
            manual_reason: String::new(),
            analysis: String::new(),
            deviation_reason: String::new(),
            improvement: String::new(),
            evidence: Vec::new(),
            evidence_hint: String::new(),
            survey: Survey::default(),
            division: String::new(),
            core: None,
            initial_target: String::new(),
            source: String::new(),
        }
    }
}

impl Default for Measure {
    fn default() -> Self {
        Measure {
            id: Id::default(),
            name: String::new(),
            comparator: Comparator::AtLeast,
            target: Entry::Blank,
            upper: Entry::Blank,
            unit: String::new(),
            actual: Entry::Blank,
            share: Entry::Blank,
        }
    }
}

impl Row for Indicator {
    /// A new indicator has one measure, because most have exactly one.
    fn blank(ids: &mut NextId) -> Self {
        let id = ids.take();
        Indicator {
            id,
            measures: vec![Measure::blank(ids)],
            ..Indicator::default()
        }
    }

    fn id(&self) -> Id {
        self.id
    }

    fn renumber(&mut self, ids: &mut NextId) {
        self.id = ids.take();
        self.measures.iter_mut().for_each(|measure| measure.renumber(ids));
        self.items.iter_mut().for_each(|item| item.renumber(ids));
        self.rule.renumber(ids);
        self.evidence.iter_mut().for_each(|evidence| evidence.renumber(ids));
    }
}

impl Indicator {
    /// Whether it is about how content people are (满意度), which a survey tells.
    pub fn is_of_satisfaction(&self) -> bool {
        let is_it = |name: &str| name.contains("满意度") || name.contains("满意率");
        is_it(&self.name) || self.measures.iter().any(|measure| is_it(&measure.name))
    }

    /// Whether it was read from a table of points (指标 | 分值 | 评分标准 | 得分), which has no place for what was aimed at and
    /// reached.
    pub fn has_points_only(&self) -> bool {
        let is_read = self.scoring == Scoring::Manual && self.manual_reason == AS_PRINTED;
        let texts = [&self.goal, &self.analysis, &self.standard];
        let is_aimed = self
            .measures
            .iter()
            .any(|row| !row.target.is_blank() || !row.actual.is_blank());
        is_read && !is_aimed && texts.iter().all(|text| Input::is_blank(*text))
    }

    /// Whether nothing was typed in it yet, wherever it was put.
    pub fn is_blank(&self) -> bool {
        // The first text that is there ends the comparison.
        let said = [&self.name, &self.goal, &self.analysis];
        if said.iter().any(|text| !Input::is_blank(*text)) || !self.weight.is_blank() {
            return false;
        }
        let untouched = |row: &Measure| {
            Measure {
                id: row.id,
                ..Measure::default()
            } == *row
        };
        self.measures.iter().all(untouched)
            && Indicator {
                id: self.id,
                place: self.place,
                measures: self.measures.clone(),
                ..Indicator::default()
            } == *self
    }
}

/// A target with its sign: "≥ 95%", "90 到 110"; what must be reached exactly is written without one: "100%".
pub fn target_text(measure: &Measure) -> String {
    let target = measure.target.text();
    match measure.comparator {
        Comparator::Between => format!("{target} 到 {}", measure.in_unit(&measure.upper.text())),
        Comparator::Exactly => measure.in_unit(&target),
        sign => format!("{} {}", sign.label(), measure.in_unit(&target)),
    }
}
