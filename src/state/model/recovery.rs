//! 恢复中心: copies and versions as the page shows them.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::documents::copies::versions::{Origin, VersionKey};
use crate::documents::report::block::Report;
use crate::documents::report::report::report;
use crate::domain::draft::comparison::{Difference, differences};
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::values::calendar::Moment;

use super::reports::{Backup, DraftId};
use super::storage_space::Fullness;

/// Where a copy lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// 浏览器存储，甲.
    First,
    /// 浏览器存储，乙.
    Second,
    /// Moved out of the way in the browser's storage, with a number.
    Aside(u32),
    /// 编辑日志, by the writer's name.
    Journal(String),
    /// 版本.
    Version(VersionKey),
}

/// Which copy of which draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The draft.
    pub id: DraftId,
    /// Where.
    pub spot: Spot,
}

impl Source {
    /// How the place is called.
    pub fn label(&self) -> String {
        match &self.spot {
            Spot::First => "浏览器存储，甲".into(),
            Spot::Second => "浏览器存储，乙".into(),
            Spot::Aside(number) => format!("浏览器存储，另放 {number}"),
            Spot::Journal(_) => "编辑日志".into(),
            Spot::Version(_) => "版本".into(),
        }
    }

    /// How the version came about; none for a copy.
    pub fn origin(&self) -> Option<Origin> {
        match &self.spot {
            Spot::Version(key) => Some(key.origin),
            _ => None,
        }
    }
}

/// How a copy stands to the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// It is the draft as it is.
    Newest,
    /// It is so many saves behind.
    Behind(u64),
    /// It went another way.
    Diverged,
    /// It cannot be read, with the reason.
    Damaged(String),
}

/// One copy or version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCopy {
    /// Which.
    pub source: Source,
    /// What a version is called; blank for others.
    pub name: String,
    /// When it was written.
    pub at: Moment,
    /// 第几次修改.
    pub sequence: Option<u64>,
    /// How it stands to the draft.
    pub state: CopyState,
    /// How many characters it has.
    pub length: usize,
}

impl KeptCopy {
    /// What a version is called, also where nobody gave it a name.
    pub fn title(&self) -> String {
        match self.source.origin() {
            Some(Origin::Timed) => "自动保留".into(),
            Some(_) if !self.name.is_empty() => self.name.clone(),
            Some(Origin::Deleted) => "删除时的内容".into(),
            _ => self.source.label(),
        }
    }
}

/// What is there of one draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Which draft.
    pub id: DraftId,
    /// Its name.
    pub title: String,
    /// 年度, or a dash.
    pub year: String,
    /// Its copies.
    pub copies: Vec<KeptCopy>,
    /// Its versions, the newest first.
    pub versions: Vec<KeptCopy>,
    /// When it was last taken out of the browser.
    pub backup: Option<Backup>,
}

impl Holding {
    /// 上一版: the newest version that was named or kept at a turn, or else the newest by time.
    pub fn last_version(&self) -> Option<&KeptCopy> {
        let is_meant = |version: &&KeptCopy| matches!(version.source.origin(), Some(Origin::Named | Origin::Event));
        self.versions.iter().find(is_meant).or(self.versions.first())
    }
}

/// What there is in this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// Draft by draft.
    pub holdings: Vec<Holding>,
    /// Drafts that were deleted: the last state of each.
    pub deleted: Vec<Holding>,
    /// How full the browser's storage is; none where it cannot be asked.
    pub fullness: Option<Fullness>,
    /// Whether the browser has promised to keep what is stored; none where it makes no such promise.
    pub promised: Option<bool>,
    /// Whether the journal works.
    pub journal: bool,
    /// When it was looked.
    pub now: Moment,
}

/// A copy that was read for looking at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// Which copy.
    pub source: Source,
    /// When it was written.
    pub at: Moment,
    /// Its draft.
    pub draft: Draft,
    /// The copy that it is held against, and when that was written; none for the draft as it is now.
    pub against: Option<(Source, Moment)>,
    /// The draft of what it is held against, if it is there.
    pub other: Option<Draft>,
}

/// Two states of a draft side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The copy or version that is looked at.
    pub source: Source,
    /// Its draft.
    pub draft: Rc<Draft>,
    /// When it was written.
    pub at: Moment,
    /// The copy that it is held against, and when that was written; none for the draft as it is now.
    pub against: Option<(Source, Moment)>,
    /// The draft that it is held against; none where it is not there any more.
    pub other: Option<Rc<Draft>>,
    /// What differs, in reading order.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// The official text of the copy or version.
    pub fn report(&self) -> Report {
        report(&self.draft, &evaluate(&self.draft))
    }

    /// The same with another state on the other side.
    pub fn beside(self, other: Option<Rc<Draft>>) -> Comparison {
        let found = other.as_ref().map(|other| differences(&self.draft, other));
        Comparison {
            differences: found.unwrap_or_default(),
            other,
            ..self
        }
    }

    /// How the copy stands in time to what it is held against. The draft as it is counts as the younger.
    pub fn age(&self) -> Ordering {
        let against = self.against.as_ref();
        against.map_or(Ordering::Less, |(_, at)| self.at.cmp(at))
    }
}
