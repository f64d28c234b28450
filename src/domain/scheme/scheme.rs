//! 评分方案: parts, rules, grades and limits, all of them data.
//!
//! There is no single scheme in China, so a draft carries its own copy and evaluates by it for ever.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::values::input::{Entry, choices};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

use super::indicator::{Attainment, Indicator};
use super::outline::{OutlineSection, standard};
use super::part::{Part, PartRule};
use super::review::ReviewRules;

pub use super::table_form::TableForm;

choices! {
    /// 报告种类.
    ReportKind {
        /// 部门整体支出绩效自评报告.
        Department = "department" "部门整体支出绩效自评报告",
        /// 项目支出绩效自评表 (财预〔2020〕10号).
        Project = "project" "项目支出绩效自评表",
    }
}

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
    /// How an indicator with ≤ loses points beyond its target.
    ExcessRule {
        /// weight × target ÷ actual.
        Inverse = "inverse" "权重 × 指标值 ÷ 完成值",
        /// weight × (1 − (actual − target) ÷ target), nothing from twice the target on.
        Deduction = "deduction" "权重 ×（1 − 超出部分 ÷ 指标值）",
    }
}

choices! {
    /// How the measures of a compound target are combined; no rule document says how.
    Compound {
        /// 取平均.
        Mean = "mean" "取各行的平均",
        /// 取最低.
        Minimum = "minimum" "取最低的一行",
        /// 按各行比重加权.
        Weighted = "weighted" "按各行比重加权平均",
    }
}

choices! {
    /// 权重的写法.
    Weighting {
        /// 分值: absolute points at every level.
        Points = "points" "直接写分值",
        /// 比重: percent of the level above.
        Relative = "relative" "写占上一级的百分比",
    }
}

/// 评分方案.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scheme {
    /// 报告种类.
    pub kind: ReportKind,
    /// 名称.
    pub name: String,
    /// 适用地区.
    pub place: String,
    /// 适用年度, as written: "2020 年起".
    pub year: String,
    /// 来源 of the scheme: the document or report that it follows.
    pub source: String,
    /// 参考: no published rule confirms the scheme as a whole.
    pub reference: bool,
    /// 印证: the published form that was scored by this scheme to its printed total; blank where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub confirmed_by: String,
    /// 权重的写法.
    pub weighting: Weighting,
    /// 评分内容.
    pub parts: Vec<Part>,
    /// 等级, the highest first; each holds from its bound up to the one above (half-open).
    pub grades: Vec<Band<Grade>>,
    /// 定性档次, the highest first.
    pub attainments: Vec<Band<Attainment>>,
    /// Beyond its target with ≤.
    pub excess: ExcessRule,
    /// Several measures in one indicator.
    pub compound: Compound,
    /// 表样.
    #[serde(skip_serializing_if = "TableForm::is_default")]
    pub table_form: TableForm,
    /// Limits beyond which a reason is mandatory.
    pub limits: Limits,
    /// 复核口径; the published preset where a file says nothing.
    #[serde(skip_serializing_if = "ReviewRules::is_preset")]
    pub review: ReviewRules,
    /// 报告提纲.
    pub outline: Vec<OutlineSection>,
    /// 方案自带的指标: what every report by this scheme begins with.
    pub indicators: Vec<Indicator>,
}

/// One band of a scale: it holds from `from`, as a share of the full points.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band<T> {
    /// What the band means.
    pub value: T,
    /// Its lower bound, percent of the full points; included.
    pub from: Entry<Rate>,
}

/// 需要说明原因的界限.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// 预算调整率 beyond which a reason is needed, either way.
    pub adjustment: Entry<Rate>,
    /// 执行率 below which a reason is needed.
    pub execution: Entry<Rate>,
    /// 完成率 from which over-achievement needs a reason.
    pub over_achievement: Entry<Rate>,
    /// 支出进度 may fall behind 序时进度 by so many percentage points without a reason.
    pub progress_margin: Entry<Rate>,
    /// 一项资金的执行率 (on its adjusted budget, else on its initial one) below which a reason is needed.
    pub source_low: Entry<Rate>,
    /// 一项资金的执行数 as a share of its initial budget, from which a reason is needed.
    pub source_high: Entry<Rate>,
}

impl Scheme {
    /// The sum of the parts' weights; none while one is missing.
    pub fn full_points(&self) -> Option<Points> {
        self.parts
            .iter()
            .map(|part| part.weight.value().copied())
            .sum::<Option<Points>>()
    }

    /// The parts that are sums of indicators, in order.
    pub fn indicator_parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.rule == PartRule::IndicatorSum)
    }

    /// The first part that is a sum of indicators, if the scheme has one.
    pub fn indicator_part(&self) -> Option<&Part> {
        self.indicator_parts().next()
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
    pub fn attainment_bounds(&self, attainment: Attainment) -> Option<(Rate, Rate)> {
        let place = self.attainments.iter().position(|band| band.value == attainment)?;
        let lower = *self.attainments.get(place)?.from.value()?;
        let upper = match place.checked_sub(1) {
            Some(above) => *self.attainments.get(above)?.from.value()?,
            None => Rate::FULL,
        };
        Some((lower, upper))
    }
}

impl Scheme {
    /// A qualitative band in words that say which end belongs to it: "60%（含）至 80%（不含）".
    pub fn attainment_band(&self, attainment: Attainment) -> Option<String> {
        let (lower, upper) = self.attainment_bounds(attainment)?;
        let end = if upper == Rate::FULL { "含" } else { "不含" };
        Some(format!(
            "{}（含）至 {}（{end}）",
            lower.trimmed_percent(),
            upper.trimmed_percent()
        ))
    }
}

impl Default for Scheme {
    /// A blank scheme with the grades, bands and limits of 财预〔2020〕10号, which most places use.
    fn default() -> Self {
        fn bands<T: Copy>(bands: &[(T, i64)]) -> Vec<Band<T>> {
            bands
                .iter()
                .map(|(value, from)| Band {
                    value: *value,
                    from: percent(*from),
                })
                .collect()
        }
        Scheme {
            kind: ReportKind::Department,
            name: String::new(),
            place: String::new(),
            year: String::new(),
            source: String::new(),
            reference: false,
            confirmed_by: String::new(),
            weighting: Weighting::Points,
            parts: Vec::new(),
            grades: bands(&[
                (Grade::Excellent, 90),
                (Grade::Good, 80),
                (Grade::Fair, 60),
                (Grade::Poor, 0),
            ]),
            attainments: bands(&[
                (Attainment::Achieved, 80),
                (Attainment::PartlyAchieved, 60),
                (Attainment::NotAchieved, 0),
            ]),
            excess: ExcessRule::Inverse,
            compound: Compound::Mean,
            table_form: TableForm::Tasks,
            limits: Limits {
                adjustment: percent(30),
                execution: percent(90),
                over_achievement: percent(130),
                progress_margin: percent(10),
                source_low: percent(80),
                source_high: percent(120),
            },
            review: ReviewRules::default(),
            outline: standard(),
            indicators: Vec::new(),
        }
    }
}

fn percent(value: i64) -> Entry<Rate> {
    Entry::Accepted(Rate::from_percent(Decimal::from(value)))
}
