//! 评分方案: parts, rules, grades and limits, all of them data.
//!
//! There is no single scheme in China, so a draft carries its own copy and evaluates by it for ever.

use serde::{Deserialize, Serialize};

use super::input::{Entry, choices};
use super::points::Points;
use super::rate::Rate;
use super::row::{Id, plain_row};

choices! {
    /// 等级.
    Grade {
        /// 优.
        Excellent = "excellent" "优",
        /// 良.
        Good = "good" "良",
        /// 中.
        Fair = "fair" "中",
        /// 差.
        Poor = "poor" "差",
    }
}

choices! {
    /// 评分规则 of a part.
    ScoringRule {
        /// 线性: weight × execution rate, capped at the weight.
        LinearProgress = "linear_progress" "权重 × 执行率，封顶",
        /// 年度目标: weight × mean achieved share, or a stated score with its reason.
        ObjectiveShare = "objective_share" "权重 × 年度目标完成程度的平均，或评定得分",
        /// 指标得分之和.
        IndicatorSum = "indicator_sum" "各指标得分之和",
    }
}

choices! {
    /// How an indicator with ≤ loses points beyond its target.
    ExcessRule {
        /// weight × target ÷ actual.
        Inverse = "inverse" "权重 × 指标值 ÷ 完成值",
        /// weight × (1 − (actual − target) ÷ target), nothing from twice the target on.
        Deduction = "deduction" "权重 ×（1 − 超出部分 ÷ 指标值）",
    }
}

/// 评分方案.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scheme {
    /// 名称.
    pub name: String,
    /// 适用地区.
    pub place: String,
    /// 来源 of the scheme: the document or report that it follows.
    pub source: String,
    /// 参考: no published rule confirms the scheme as a whole.
    pub reference: bool,
    /// 评分内容.
    pub parts: Vec<Part>,
    /// 等级, the highest first; each holds from its bound up to the one above (half-open).
    pub grades: Vec<Band<Grade>>,
    /// 定性档次, the highest first.
    pub attainments: Vec<Band<super::indicator::Attainment>>,
    /// Beyond its target with ≤.
    pub excess: Option<ExcessRule>,
    /// Limits beyond which a reason is mandatory.
    pub limits: Limits,
}

/// 评分内容的一部分.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Identity.
    pub id: Id,
    /// 名称.
    pub name: String,
    /// 权重.
    pub weight: Entry<Points>,
    /// 评分规则.
    pub rule: ScoringRule,
    /// 参考: the rule is a common one, not published by this place.
    #[serde(default)]
    pub reference: bool,
    /// 依据 of the rule.
    #[serde(default)]
    pub source: String,
}

impl Default for Part {
    fn default() -> Self {
        Part {
            id: Id::default(),
            name: String::new(),
            weight: Entry::Blank,
            rule: ScoringRule::IndicatorSum,
            reference: false,
            source: String::new(),
        }
    }
}

plain_row!(Part);

/// One band of a scale: it holds from `from`, as a share of the full points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band<T> {
    /// What the band means.
    pub value: T,
    /// Its lower bound, percent of the full points; included.
    pub from: Entry<Rate>,
}

/// 需要说明原因的界限.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// 预算调整率 beyond which a reason is needed, either way.
    pub adjustment: Entry<Rate>,
    /// 执行率 below which a reason is needed.
    pub execution: Entry<Rate>,
    /// 完成率 from which over-achievement needs a reason.
    pub over_achievement: Entry<Rate>,
}

impl Scheme {
    /// The sum of the parts' weights; none while one is missing.
    pub fn full_points(&self) -> Option<Points> {
        self.parts
            .iter()
            .map(|part| part.weight.value().copied())
            .sum::<Option<Points>>()
    }

    /// The part that is the sum of the indicators, if the scheme has one.
    pub fn indicator_part(&self) -> Option<&Part> {
        self.parts.iter().find(|part| part.rule == ScoringRule::IndicatorSum)
    }

    /// The grade of a total. Each band includes its lower bound, so 89.5 has one grade.
    pub fn grade(&self, total: Points) -> Option<Grade> {
        let share = Rate::of(total.decimal(), self.full_points()?.decimal())?;
        self.grades
            .iter()
            .find(|band| band.from.value().is_some_and(|from| share >= *from))
            .map(|band| band.value)
    }

    /// The bounds of a qualitative band: from its lower bound up to that of the band above, or full.
    pub fn attainment_bounds(&self, attainment: super::indicator::Attainment) -> Option<(Rate, Rate)> {
        let place = self.attainments.iter().position(|band| band.value == attainment)?;
        let lower = *self.attainments.get(place)?.from.value()?;
        let upper = match place.checked_sub(1) {
            Some(above) => *self.attainments.get(above)?.from.value()?,
            None => Rate::FULL,
        };
        Some((lower, upper))
    }
}
