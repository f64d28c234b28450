//! 不处理: a finding that the office has a reason to leave as it is. It comes back when what it rests on changes.

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::finding::{Aside, Finding};
use super::input::{Choice, clean};
use super::row::{Id, plain_row};

/// 一条不处理的检查结果.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetAside {
    /// Identity.
    pub id: Id,
    /// The code of the check: "A4".
    pub code: String,
    /// The key of the field, as [`super::field::Field::key`] gives it.
    pub field: String,
    /// The texts of the fields that it rested on, as they were.
    pub basis: Vec<String>,
    /// The sentence as it was.
    pub message: String,
    /// 不处理的理由.
    pub reason: String,
}

plain_row!(SetAside);

impl SetAside {
    /// A finding of a draft, set aside for a reason; the identity comes with the edit.
    pub fn of(finding: &Finding, draft: &Draft, reason: &str) -> Self {
        SetAside {
            id: Id::default(),
            code: finding.code.code().into(),
            field: finding.field.key(),
            basis: basis(finding, draft),
            message: finding.message.clone(),
            reason: clean(reason),
        }
    }

    /// Whether it still speaks of this finding, with everything as it was.
    fn holds_for(&self, finding: &Finding, draft: &Draft) -> bool {
        self.code == finding.code.code()
            && self.message == finding.message
            && self.field == finding.field.key()
            && self.basis == basis(finding, draft)
    }
}

/// Takes out of these findings those that the draft sets aside. One without a reason is not set aside.
pub fn take_aside(findings: &mut Vec<Finding>, draft: &Draft, aside: &mut Vec<Aside>) {
    if draft.set_aside.is_empty() {
        return;
    }
    findings.retain(|finding| {
        let row = draft.set_aside.iter().find(|row| row.holds_for(finding, draft));
        let row = row.filter(|row| !row.reason.trim().is_empty());
        aside.extend(row.map(|row| Aside {
            finding: finding.clone(),
            row: row.id,
        }));
        row.is_none()
    });
}

/// What a finding rests on besides its sentence, which holds its figures: the texts of its fields.
fn basis(finding: &Finding, draft: &Draft) -> Vec<String> {
    let fields = std::iter::once(&finding.field).chain(&finding.also);
    fields.map(|field| draft.text(*field)).collect()
}
