//! 检查结果: what a reviewer would object to, where, and what to do about it.

pub use super::catalogue::{Code, Severity};
use super::checks::reading::Texts;
use super::checks::said_rows::SaidRows;
use super::draft::Draft;
use super::edit::Edit;
use super::field::Field;
use super::outline::Chapter;
use super::row::Id;
use super::shared::Shared;

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
            fix: None,
        }
    }

    /// The same, resting on further fields.
    pub fn resting_on(self, also: Vec<Field>) -> Self {
        Finding { also, ..self }
    }

    /// The same, with an edit that would put it right.
    pub fn with_fix(self, label: impl Into<String>, edit: Edit) -> Self {
        let label = label.into();
        Finding {
            fix: Some(Box::new(Fix { label, edit })),
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
    pub rows: Shared<SaidRows>,
    /// The places of the indicators whose 实现情况 may refer to data, in their order.
    pub referring: Vec<usize>,
}

/// A finding that was set aside, and the row of [`super::draft::Draft::set_aside`] that says why.
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

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}
