//! What of the findings is told: before a document leaves, while they are worked off, and where one stands.

use crate::domain::checks::finding::finding::{Finding, FindingId, Severity};
use crate::domain::values::input::Choice;

use super::last_look::Progress;
use super::working_off::{AsideRow, Standing};
use super::workspace::Workspace;

impl Workspace {
    /// What is said before the report leaves: errors first, then warnings, each in the order of working off.
    pub fn concerns(&self) -> Vec<&Finding> {
        let mut findings = self.findings.in_order();
        findings.retain(|finding| finding.severity() != Severity::Advice);
        findings.sort_by_key(|finding| finding.severity());
        findings
    }

    /// Where the stepping stands: the finding that was gone to last, while it is there, and its place from 0.
    pub fn stop_place(&self) -> Option<usize> {
        let stop = self.stop.as_ref()?;
        let order = self.findings.in_order();
        let exact = order.iter().position(|finding| finding.id() == stop.id);
        // A sentence follows the figures in it while they are typed.
        let same_place = |finding: &&Finding| finding.code == stop.id.code && finding.field == stop.id.field;
        exact.or_else(|| order.iter().position(same_place))
    }

    /// What has been worked off since the last look; none at the first, and none for the form of a project.
    pub fn progress(&self) -> Option<Progress> {
        let before = self.looks.before.as_ref().filter(|_| self.whole.is_none());
        before.map(|before| before.progress(&self.findings))
    }

    /// 不处理, without those whose finding has gone: they have nothing to say any more.
    pub fn aside_rows(&self) -> Vec<AsideRow> {
        let rows = self.draft.set_aside.iter().filter_map(|row| {
            if let Some(aside) = self.findings.aside.iter().find(|aside| aside.row == row.id) {
                return Some((row, &aside.finding, Standing::Held));
            }
            let again = |finding: &&Finding| finding.code.code() == row.code && finding.field.key() == row.field;
            let standing = match row.reason.trim().is_empty() {
                true => Standing::Unexplained,
                false => Standing::Changed,
            };
            self.findings.iter().find(again).map(|finding| (row, finding, standing))
        });
        rows.map(|(row, finding, standing)| AsideRow {
            row: row.clone(),
            finding: finding.clone(),
            standing,
        })
        .collect()
    }

    /// The finding with this identity, while it is there.
    pub fn found(&self, id: &FindingId) -> Option<&Finding> {
        let at = |finding: &&Finding| finding.code == id.code && finding.field == id.field;
        self.findings
            .iter()
            .filter(at)
            .find(|finding| finding.message == id.message)
    }
}
