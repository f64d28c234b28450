//! 自己的写法: the sentences that the report writes by itself, taken over and worded by the office.

use serde::{Deserialize, Serialize};

use crate::domain::evaluation::evaluation::{Evaluation, evaluate};
use crate::domain::references::wording;
use crate::domain::values::input::choices;

use super::draft::Draft;

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

/// What is done with a paragraph that the report writes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingStep {
    /// 自己写, 换成新句子: the sentence as it is generated now becomes the office's own text.
    Take,
    /// 保留我的: the text stays, and the structure of the data is as it should be.
    Keep,
    /// 恢复自动生成.
    Drop,
}

impl Draft {
    /// Takes a step with a paragraph; says whether that changed anything.
    pub(super) fn word(&mut self, kind: WordingKind, step: WordingStep) -> bool {
        let now = match step {
            WordingStep::Drop => String::new(),
            WordingStep::Take | WordingStep::Keep => wording::template(kind, self, &evaluate(self)),
        };
        let own = self.wordings.get_mut(kind);
        let before = own.clone();
        // Where nothing can be said there is nothing to take over.
        match step {
            WordingStep::Take | WordingStep::Keep if now.is_empty() => {}
            WordingStep::Keep => own.from = now,
            WordingStep::Take | WordingStep::Drop => {
                *own = OwnWording {
                    text: now.clone(),
                    from: now,
                }
            }
        }
        *own != before
    }
}

/// The sentence that would be written now, where it is built otherwise than the one that the office's own
/// text was taken from: another source of money, another basis document, more instead of less.
pub fn moved_on(kind: WordingKind, draft: &Draft, evaluation: &Evaluation) -> Option<String> {
    let own = draft.wordings.get(kind);
    if own.from.is_empty() {
        return None;
    }
    let now = wording::template(kind, draft, evaluation);
    (!now.is_empty() && now != own.from).then_some(now)
}
