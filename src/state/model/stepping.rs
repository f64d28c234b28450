//! 上一条 / 下一条: where one stands among the findings.

use crate::domain::checks::finding::finding::FindingId;

/// The finding that was gone to last, and its place in the order then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which finding.
    pub id: FindingId,
    /// Its place, from 0.
    pub place: usize,
}
