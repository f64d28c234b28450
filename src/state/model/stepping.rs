//! 上一条 / 下一条: where one stands among the findings.

use crate::domain::checks::finding::finding::{Finding, FindingId};

use super::workspace::Workspace;

/// The finding that was gone to last, and its place in the order then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which finding.
    pub id: FindingId,
    /// Its place, from 0.
    pub place: usize,
}

impl Workspace {
    /// The findings that are told, in the order in which they are worked off.
    pub fn in_order(&self) -> Vec<&Finding> {
        let mut findings = self.findings.in_order();
        findings.retain(|finding| self.is_told(finding));
        findings
    }

    /// Where the stepping stands: the finding that was gone to last, while it is there, and its place from 0.
    pub fn stop_place(&self) -> Option<usize> {
        let stop = self.stop.as_ref()?;
        let order = self.in_order();
        let exact = order.iter().position(|finding| finding.id() == stop.id);
        // A sentence follows the figures in it while they are typed.
        let same_place = |finding: &&Finding| finding.code == stop.id.code && finding.field == stop.id.field;
        exact.or_else(|| order.iter().position(same_place))
    }
}
