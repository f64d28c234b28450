//! 复核口径: what a reviewer leaves of an indicator's points, and beyond which limits he asks, as data of the scheme.
//!
//! The preset follows review rules that a district of Chengdu published in 2026. A rule that is left blank is not
//! applied.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::values::input::{Entry, choices};
use crate::domain::values::rate::Rate;

choices! {
    /// 一条复核规则.
    ReviewRule {
        /// 没有材料: nothing bears the result out.
        NoMaterial = "no_material" "没有佐证材料",
        /// 满意度没有调查: no sample, no method.
        NoSurvey = "no_survey" "满意度没有调查",
        /// 三级指标不属于它的二级指标.
        WrongClass = "wrong_class" "指标归错了类",
        /// 不可考核: there is no value at all.
        NoValue = "no_value" "没有指标值",
        /// 不可考核: the value is vague, 效果明显 ≥95%.
        VagueValue = "vague_value" "指标值含糊",
        /// 不可考核: neither formula nor source is given.
        NoFormula = "no_formula" "没有写算法或来源",
        /// 有任务没有按时完成.
        LateTask = "late_task" "任务没有按时完成",
        /// 同一项指标列了两次: one of the two counts.
        Twice = "twice" "同一项指标列了两次",
    }
}

choices! {
    /// How grave it is that evidence is missing.
    MissingEvidence {
        /// 提醒.
        Warning = "warning" "提醒",
        /// 错误.
        Error = "error" "错误",
    }
}

/// 复核口径.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReviewRules {
    /// 来源 of the rules.
    pub source: String,
    /// 没有佐证材料的, what is left of the points, percent.
    pub no_material: Entry<Rate>,
    /// 满意度没有调查的, what is left.
    pub no_survey: Entry<Rate>,
    /// 归错类的, what is left.
    pub wrong_class: Entry<Rate>,
    /// 没有指标值的, what is left.
    pub no_value: Entry<Rate>,
    /// 指标值含糊的, what is left.
    pub vague_value: Entry<Rate>,
    /// 没有算法或来源的, what is left.
    pub no_formula: Entry<Rate>,
    /// 没有按时完成的, what is left.
    pub late_task: Entry<Rate>,
    /// 列了两次的, what is left of the second.
    pub twice: Entry<Rate>,
    /// 执行率 below which full outputs everywhere ask for a reason.
    pub low_spending: Entry<Rate>,
    /// 手工得分 may exceed what the rule gives by so much of the weight, percent.
    pub hand_score: Entry<Rate>,
    /// 缺佐证材料, 满意度没有调查的交代: how grave it is.
    #[serde(rename = "evidence_is_error", with = "as_flag")]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub missing_evidence: MissingEvidence,
}

/// Files say yes or no.
mod as_flag {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::MissingEvidence;

    pub fn serialize<S: Serializer>(grave: &MissingEvidence, to: S) -> Result<S::Ok, S::Error> {
        (*grave == MissingEvidence::Error).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<MissingEvidence, D::Error> {
        let is_error = bool::deserialize(from)?;
        Ok(if is_error {
            MissingEvidence::Error
        } else {
            MissingEvidence::Warning
        })
    }
}

impl ReviewRules {
    /// What a rule leaves of an indicator's points; none where the scheme does not apply it.
    pub fn left(&self, rule: ReviewRule) -> Option<Rate> {
        let entry = match rule {
            ReviewRule::NoMaterial => &self.no_material,
            ReviewRule::NoSurvey => &self.no_survey,
            ReviewRule::WrongClass => &self.wrong_class,
            ReviewRule::NoValue => &self.no_value,
            ReviewRule::VagueValue => &self.vague_value,
            ReviewRule::NoFormula => &self.no_formula,
            ReviewRule::LateTask => &self.late_task,
            ReviewRule::Twice => &self.twice,
        };
        entry.value().copied()
    }

    /// Whether missing evidence is an error and not only a warning.
    pub fn evidence_is_error(&self) -> bool {
        self.missing_evidence == MissingEvidence::Error
    }

    /// Whether they are the preset, which a file need not write.
    pub fn is_preset(&self) -> bool {
        *self == ReviewRules::default()
    }
}

impl Default for ReviewRules {
    fn default() -> Self {
        let percent = |value: i64| Entry::Accepted(Rate::from_percent(Decimal::from(value)));
        ReviewRules {
            source: "成都市一区 2026 年公布的绩效自评复核规则".into(),
            no_material: percent(0),
            no_survey: percent(0),
            wrong_class: percent(0),
            no_value: percent(0),
            vague_value: percent(40),
            no_formula: percent(70),
            late_task: percent(70),
            twice: percent(0),
            low_spending: percent(60),
            hand_score: percent(30),
            missing_evidence: MissingEvidence::Warning,
        }
    }
}
