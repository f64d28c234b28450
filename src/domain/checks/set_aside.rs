//! 不处理: which findings the draft sets aside, and whether a reason still holds for what is found now.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::set_aside::SetAside;
use crate::domain::values::input::{Choice, clean};
use crate::domain::values::row::Id;

use super::finding::finding::Finding;
use super::findings::Aside;

/// A finding of a draft, set aside for a reason; the identity comes with the edit.
pub fn set_aside(finding: &Finding, draft: &Draft, reason: &str) -> SetAside {
    SetAside {
        id: Id::default(),
        code: finding.code.code().into(),
        field: finding.field.key(),
        basis: basis(finding, draft),
        message: finding.message.clone(),
        reason: clean(reason),
    }
}

/// Takes out of these findings those that the draft sets aside. One without a reason is not set aside.
pub fn take_aside(findings: &mut Vec<Finding>, draft: &Draft, aside: &mut Vec<Aside>) {
    if draft.set_aside.is_empty() {
        return;
    }
    findings.retain(|finding| {
        let row = draft.set_aside.iter().find(|row| holds_for(row, finding, draft));
        let row = row.filter(|row| !row.reason.trim().is_empty());
        aside.extend(row.map(|row| Aside {
            finding: finding.clone(),
            row: row.id,
        }));
        row.is_none()
    });
}

/// Whether the row still speaks of this finding, with everything as it was.
fn holds_for(row: &SetAside, finding: &Finding, draft: &Draft) -> bool {
    row.code == finding.code.code()
        && row.message == finding.message
        && row.field == finding.field.key()
        && row.basis == basis(finding, draft)
}

/// What a finding rests on besides its sentence, which holds its figures: the texts of its fields.
fn basis(finding: &Finding, draft: &Draft) -> Vec<String> {
    let fields = std::iter::once(&finding.field).chain(&finding.also);
    fields.map(|field| draft.text(*field)).collect()
}
