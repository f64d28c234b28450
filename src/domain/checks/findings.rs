//! 全部检查结果: everything that was found of a draft, and what was set aside.

use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::values::row::Id;
use crate::domain::values::shared::Shared;

use super::finding::catalogue::Severity;
use super::finding::finding::Finding;
use super::rows::too_good::FormOutcome;
use super::texts::rows_in_words::RowsInWords;
use super::texts::slips_between::RowKeys;
use super::texts::texts::Texts;

/// 全部检查结果. Those of one indicator are kept together, because they change together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// About the draft as a whole.
    pub general: Shared<Vec<Finding>>,
    /// About each indicator, in the draft's order.
    pub indicators: Vec<Shared<Vec<Finding>>>,
    /// 不处理: those that were set aside and have not changed since; they are not among the others.
    pub aside: Vec<Aside>,
    /// What was read in the texts, to be taken over while they stay as they are.
    pub texts: Shared<Texts>,
    /// What was found of indicators that stand twice, to be taken over while their names stay.
    pub twins: Shared<Vec<Finding>>,
    /// What was found of texts against indicators and projects, to be taken over while both stay.
    pub rows: Shared<RowsInWords>,
    /// What was found of indicators that speak of another project, to be taken over while all say the same.
    pub trades: Shared<Vec<Finding>>,
    /// The numbers of the indicators by their slips, to be taken over for the rows that stay.
    pub slips: Shared<RowKeys>,
    /// What each project's form comes to, in the draft's order, to be taken over while the form stays.
    pub forms: Vec<FormOutcome>,
    /// The places of the indicators whose 实现情况 may refer to data, in their order.
    pub referring: Vec<usize>,
}

/// A finding that was set aside, and the row of [`crate::domain::draft::draft::Draft::set_aside`] that says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The finding.
    pub finding: Finding,
    /// The row with the reason.
    pub row: Id,
}

impl Aside {
    /// 不处理的理由.
    pub fn reason<'a>(&self, draft: &'a Draft) -> &'a str {
        let row = draft.set_aside.iter().find(|row| row.id == self.row);
        row.map_or("", |row| row.reason.trim())
    }
}

impl Findings {
    /// Those to be worked off: the general ones, then the indicators in order.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.general
            .iter()
            .chain(self.indicators.iter().flat_map(|findings| findings.iter()))
    }

    /// The same in the order in which a clerk works them off: part by part of the report, the gravest
    /// first, then by code.
    pub fn in_order(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.iter().collect();
        findings.sort_by_key(|finding| (Chapter::of(finding.field), finding.severity(), finding.code));
        findings
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// How many errors there are, those apart that only say what is not written yet.
    pub fn errors(&self) -> ErrorCount {
        let errors = self.iter().filter(|finding| finding.severity() == Severity::Error);
        let (blank, wrong): (Vec<_>, Vec<_>) = errors.partition(|finding| finding.code.is_of_blanks());
        ErrorCount {
            wrong: wrong.len(),
            blank: blank.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

/// How many errors a draft has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ErrorCount {
    /// Errors of what is written.
    pub wrong: usize,
    /// 没有填: what is not written yet. It is told as an error only once 检查 was asked for.
    pub blank: usize,
}
