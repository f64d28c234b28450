//! 佐证材料 as a reviewer counts them: which indicators have some, and whether that can be told at all.

use crate::domain::checks::finding::catalogue::Code;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::draft::Draft;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::input::Input;

/// Whether the draft says which indicators have materials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Materials {
    /// Some indicators name theirs, so that one that names none has none.
    Registered,
    /// 一项也没有登记: nothing follows for any indicator.
    NoneNamed,
    /// The office set the question aside with a reason: they are kept elsewhere.
    KeptElsewhere,
}

impl Materials {
    /// What a draft and its findings say.
    pub fn of(draft: &Draft, findings: &Findings) -> Materials {
        if findings.aside.iter().any(|aside| aside.finding.code == Code::C9) {
            Materials::KeptElsewhere
        } else if draft.indicators.iter().any(|row| are_named(row)) {
            Materials::Registered
        } else {
            Materials::NoneNamed
        }
    }
}

/// Whether an indicator names its materials.
pub fn are_named(row: &Indicator) -> bool {
    row.evidence.iter().any(|evidence| !evidence.name.is_blank())
}
