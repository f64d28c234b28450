//! 检查结果: what a reviewer would object to, where, and what to do about it.

use std::ops::Range;

pub use super::catalogue::{Code, Severity};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;

/// 一条检查结果.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which check found it.
    pub code: Code,
    /// How much it matters: as much as its check, or less.
    pub severity: Severity,
    /// Where to put it right.
    pub field: Field,
    /// What is wrong, one sentence with the numbers in it.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The other fields that it rests on, besides `field` and what the sentence says. A reason for setting
    /// the finding aside holds only as long as they stay as they were.
    pub also: Vec<Field>,
    /// The places in texts that it speaks of, the wrong one first: a field, and the bytes of its text. None where it
    /// speaks of a field as a whole.
    pub places: Vec<(Field, Range<usize>)>,
    /// 一键修改, where one edit would put it right.
    pub fix: Option<Box<Fix>>,
}

/// 一键修改.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the button says: "改为引用 97.88%".
    pub label: String,
    /// What it does.
    pub edit: Edit,
}

/// Which finding: stable while its place and its sentence are the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingId {
    /// Which check.
    pub code: Code,
    /// Where.
    pub field: Field,
    /// The sentence, which tells apart what one check finds at one place.
    pub message: String,
}

impl Finding {
    /// A finding that rests on one field. Its sentences are one line each, whatever they quote.
    pub fn new(code: Code, field: Field, message: impl Into<String>, hint: impl Into<String>) -> Self {
        let line = |text: String| match text.contains(char::is_control) {
            true => text.replace(char::is_control, " "),
            false => text,
        };
        Finding {
            code,
            severity: code.severity(),
            field,
            message: line(message.into()),
            hint: line(hint.into()),
            also: Vec::new(),
            places: Vec::new(),
            fix: None,
        }
    }

    /// The same, resting on further fields.
    pub fn resting_on(self, also: Vec<Field>) -> Self {
        Finding { also, ..self }
    }

    /// The same, with the places that it speaks of.
    pub fn about(self, places: impl IntoIterator<Item = (Field, Range<usize>)>) -> Self {
        Finding {
            places: places.into_iter().collect(),
            ..self
        }
    }

    /// The same, with an edit that would put it right.
    pub fn with_fix(self, label: impl Into<String>, edit: Edit) -> Self {
        let label = label.into();
        Finding {
            fix: Some(Box::new(Fix { label, edit })),
            ..self
        }
    }

    /// The same, as something that the scheme forbids.
    pub fn as_error(self) -> Self {
        Finding {
            severity: Severity::Error,
            ..self
        }
    }

    /// The same, as something that could merely be better.
    pub fn as_advice(self) -> Self {
        Finding {
            severity: Severity::Advice,
            ..self
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Which finding it is.
    pub fn id(&self) -> FindingId {
        FindingId {
            code: self.code,
            field: self.field,
            message: self.message.clone(),
        }
    }
}
