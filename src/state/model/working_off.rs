//! How findings are shown while they are worked off.

use crate::domain::checks::finding::catalogue::{DOUBTS, Topic};
use crate::domain::checks::finding::finding::{Finding, Severity};
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::set_aside::SetAside;

use super::last_look::LastLook;

/// 只看: which findings the page lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// 程度.
    pub severity: Option<Severity>,
    /// 类别.
    pub topic: Option<Topic>,
    /// 报告的哪一部分.
    pub chapter: Option<Chapter>,
    /// 满分存疑.
    pub doubts: bool,
}

impl Filter {
    /// Whether a finding is listed.
    pub fn shows(self, finding: &Finding) -> bool {
        self.severity.is_none_or(|severity| finding.severity() == severity)
            && self.topic.is_none_or(|topic| finding.code.topic() == topic)
            && self.chapter.is_none_or(|chapter| Chapter::of(finding.field) == chapter)
            && (!self.doubts || is_doubt(finding))
    }

    /// Whether everything is listed.
    pub fn is_all(self) -> bool {
        self == Filter::default()
    }
}

/// 检查的两种看法: finding by finding, or number by number on the report's own pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChecksView {
    /// 逐条处理.
    #[default]
    Findings,
    /// 标注稿.
    Marked,
}

/// Whether a finding asks whether full marks are deserved.
pub fn is_doubt(finding: &Finding) -> bool {
    DOUBTS.contains(&finding.code)
}

/// The last look at the page 检查, and the one before it, with which the page compares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// The last one.
    pub last: Option<LastLook>,
    /// The one before it.
    pub before: Option<LastLook>,
}

/// How a row of 不处理 stands to what is found now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The finding is as it was and stays set aside.
    Held,
    /// It is listed again because what it rests on has changed.
    Changed,
    /// It is listed again because the reason was taken out.
    Unexplained,
}

/// A row of 不处理 with its finding as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsideRow {
    /// The row.
    pub row: SetAside,
    /// The finding.
    pub finding: Finding,
    /// How they stand to each other.
    pub standing: Standing,
}
