//! Everything that the screen depends on.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::checks::finding::finding::FindingId;
use crate::domain::scheme::template::Template;
use crate::domain::values::calendar::Moment;

use super::departure::Departure;
use super::help::{Hints, Topic};
use super::history::History;
use super::intake::Intake;
use super::journal::Journal;
use super::kept::Pen;
use super::locking::{Asking, Locked};
use super::new_report::NewReport;
use super::packs::Pack;
use super::recovery::{Comparison, Recovery};
use super::reports::{DraftId, Entry, StorageFault};
use super::returned::Returned;
use super::route::Route;
use super::storage_space::Fullness;
use super::tables::TableImport;
use super::verifying::Checked;
use super::workspace::{Saving, Workspace};
use super::zoom::Zoom;

/// The whole state of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Where the user is.
    pub route: Route,
    /// The drafts of this browser; none while they have not been read.
    pub reports: Option<Rc<Vec<Entry>>>,
    /// Copies and versions: of the open draft, or of all; none while they have not been asked for.
    pub recovery: Option<Rc<Recovery>>,
    /// The copy or version that is looked at.
    pub compared: Option<Rc<Comparison>>,
    /// The schemes that can be chosen; none while they have not been asked for.
    pub packs: Option<Rc<Vec<Pack>>>,
    /// 指标库; none until the page of indicators was shown.
    pub library: Option<Rc<Vec<Template>>>,
    /// Why nothing can be kept, if so.
    pub storage: Option<StorageFault>,
    /// How it stands with the journal.
    pub journal: Journal,
    /// How full the storage is, when it was last measured.
    pub fullness: Fullness,
    /// Last year's report that is being taken in.
    pub intake: Option<Rc<Intake>>,
    /// What was answered on the page 新建报告.
    pub new_report: Option<Rc<NewReport>>,
    /// Whether the window is wide enough for an editor beside the list of indicators.
    pub has_side: bool,
    /// The open draft.
    pub workspace: Option<Rc<Workspace>>,
    /// Its earlier and later states.
    pub history: History,
    /// What the user has to be told.
    pub notice: Option<Notice>,
    /// 送审包 that was checked last.
    pub verified: Option<Rc<Checked>>,
    /// 继续导出: the findings with which a draft was handed on in this session; it is not asked again for these.
    pub accepted: Option<(DraftId, BTreeSet<FindingId>)>,
    /// Whether the report is to be printed once its pages are there.
    pub print_sought: bool,
    /// The one thing that lies over the page.
    pub overlay: Option<Overlay>,
    /// 显示比例 of the preview.
    pub zoom: Zoom,
    /// 提示 of first use.
    pub hints: Hints,
    /// The time of the last event that carried one.
    pub now: Moment,
}

/// A message to the user, with a way out where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// What happened.
    pub text: String,
    /// What can be done about it.
    pub remedy: Option<Remedy>,
    /// How often the page was turned since.
    pub turned: u8,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Plain,
    /// Something went wrong, and nothing was lost.
    Warning,
}

/// What a notice offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Puts a deleted draft back; the text is what storage held.
    RestoreDraft(DraftId, String),
    /// Takes the last edit back.
    Undo,
    /// Leads to 版本, where copies that went different ways are compared and settled.
    SeeVersions(DraftId),
}

/// What lies over the page; opening one closes the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The task list as a drawer, on narrow screens.
    Tasks,
    /// The live figures as a drawer, on narrow screens.
    Live,
    /// The export menu.
    Export,
    /// 导出前核对.
    BeforeDeparture(Departure),
    /// A passphrase is asked for, to lock a project file with.
    Lock(Asking),
    /// The passphrase of a file is asked for.
    Unlock(Asking, Rc<Locked>),
    /// The document that was opened shows something else than the draft in it.
    TextChanges(Rc<Returned>),
    /// A table on its way into the draft.
    Tables(Rc<TableImport>),
    /// 查找, with everything that it can find.
    Palette(Rc<Vec<super::palette::Entry>>),
    /// 查找和替换, of these words at first.
    Replace(String),
    /// The menu of one draft in the list.
    DraftMenu(DraftId),
    /// The new name of a draft is being typed.
    Rename(DraftId),
    /// 帮助 beside the page.
    Help(Topic),
}

impl Overlay {
    /// Whether it has to be answered before anything else.
    pub fn is_dialog(&self) -> bool {
        match self {
            Overlay::BeforeDeparture(_)
            | Overlay::Lock(_)
            | Overlay::Unlock(..)
            | Overlay::TextChanges(..)
            | Overlay::Tables(_)
            | Overlay::Palette(_)
            | Overlay::Replace(_) => true,
            Overlay::Tasks
            | Overlay::Live
            | Overlay::Export
            | Overlay::DraftMenu(_)
            | Overlay::Rename(_)
            | Overlay::Help(_) => false,
        }
    }
}

impl Model {
    /// Why the work is not kept as it should be, as far as every page has to say so.
    pub fn fault(&self) -> Option<StorageFault> {
        let alone = (self.journal == Journal::Shut).then_some(StorageFault::SlotsOnly);
        self.storage.clone().or(alone)
    }

    /// What is said of a draft that is kept: without the journal there is only one copy of it.
    pub fn honest(&self, saving: Saving, pen: Pen) -> Saving {
        match saving {
            Saving::Saved(_) if self.journal == Journal::Shut && pen == Pen::Here => {
                Saving::Failed(StorageFault::SlotsOnly)
            }
            other => other,
        }
    }
}
