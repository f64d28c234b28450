//! 自己的写法: the sentences that the report writes by itself, taken over and worded by the office.

use serde::{Deserialize, Serialize};

use crate::domain::values::input::choices;

choices! {
    /// A paragraph that the report writes by itself.
    WordingKind {
        /// 资金情况.
        Money = "money" "资金情况一段",
        /// 预算调整.
        Adjustment = "adjustment" "预算调整一段",
        /// 自评结论.
        Conclusion = "conclusion" "自评结论一段",
    }
}

/// 一段自己的写法.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnWording {
    /// The office's own text, with references for its figures; blank while the report writes by itself.
    pub text: String,
    /// The generated sentence that it was taken from, with references for its figures.
    pub from: String,
}

impl OwnWording {
    /// Whether the office has taken the paragraph over.
    pub fn is_taken(&self) -> bool {
        !self.text.is_empty() || !self.from.is_empty()
    }
}

/// 各段自己的写法.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wordings {
    /// 资金情况.
    #[serde(skip_serializing_if = "is_untaken")]
    pub money: OwnWording,
    /// 预算调整.
    #[serde(skip_serializing_if = "is_untaken")]
    pub adjustment: OwnWording,
    /// 自评结论.
    #[serde(skip_serializing_if = "is_untaken")]
    pub conclusion: OwnWording,
}

fn is_untaken(own: &OwnWording) -> bool {
    !own.is_taken()
}

impl Wordings {
    /// Whether the report writes all paragraphs by itself.
    pub fn is_empty(&self) -> bool {
        *self == Wordings::default()
    }

    /// One of them.
    pub fn get(&self, kind: WordingKind) -> &OwnWording {
        match kind {
            WordingKind::Money => &self.money,
            WordingKind::Adjustment => &self.adjustment,
            WordingKind::Conclusion => &self.conclusion,
        }
    }

    /// One of them, for editing.
    pub fn get_mut(&mut self, kind: WordingKind) -> &mut OwnWording {
        match kind {
            WordingKind::Money => &mut self.money,
            WordingKind::Adjustment => &mut self.adjustment,
            WordingKind::Conclusion => &mut self.conclusion,
        }
    }
}
