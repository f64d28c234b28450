//! What an indicator is looked over for, and what is said of it.

use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure};
use crate::domain::values::input::{Choice, choices};

choices! {
    /// 一项体检内容.
    Quality {
        /// 可量化: a target value, a formula, or items with points.
        Quantified = "quantified" "可量化",
        /// 可比较: a rate, or a standard or base that is named.
        Comparable = "comparable" "可比较",
        /// 有计量单位.
        HasUnit = "has_unit" "有计量单位",
        /// 有时限.
        HasTime = "has_time" "有时限",
        /// 有佐证: what bears the result out is named.
        HasEvidence = "has_evidence" "有佐证",
        /// 只管一件事.
        OneThing = "one_thing" "只管一件事",
        /// 与资金匹配.
        MatchesFunds = "matches_funds" "与资金匹配",
    }
}

choices! {
    /// 体检结果.
    State {
        /// The quality is there.
        Met = "met" "达到",
        /// It is not.
        Missing = "missing" "缺",
        /// What is written does not tell; no fault.
        Unclear = "unclear" "看不出",
    }
}

/// 一项体检内容的结果.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which quality.
    pub quality: Quality,
    /// Whether it is there.
    pub state: State,
    /// Why, in one sentence.
    pub sentence: String,
    /// What could be written instead.
    pub suggestion: Option<Suggestion>,
}

/// 建议的写法.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The words; what only the office knows is blank: （　）.
    pub text: String,
    /// The field whose whole text they would be; none where they are only to be read.
    pub field: Option<Field>,
}

impl Suggestion {
    /// The words as a reader sees them: the official one where the text is a code.
    pub fn shown(&self) -> &str {
        match self.field {
            Some(Field::Indicator(_, IndicatorField::Nature)) => {
                IndicatorNature::from_code(&self.text).map_or(self.text.as_str(), |nature| nature.label())
            }
            _ => &self.text,
        }
    }
}

/// A line without a suggestion.
pub(super) fn line(quality: Quality, state: State, sentence: impl Into<String>) -> Judged {
    Judged {
        quality,
        state,
        sentence: sentence.into(),
        suggestion: None,
    }
}

impl Judged {
    /// The same with what could be written instead.
    pub(super) fn suggesting(self, text: Option<String>, field: Option<Field>) -> Self {
        let suggestion = text.map(|text| Suggestion { text, field });
        Judged { suggestion, ..self }
    }
}

/// The goal as the place of a suggestion.
pub(super) fn goal(row: &Indicator) -> Option<Field> {
    Some(Field::Indicator(row.id, IndicatorField::Goal))
}

/// The measures that count: of a formula only the first one does.
pub(super) fn measures(row: &Indicator) -> &[Measure] {
    match row.nature {
        IndicatorNature::Quantitative => &row.measures,
        IndicatorNature::Formula => row.measures.get(..1).unwrap_or_default(),
        _ => &[],
    }
}
