//! What the program wants done in the world, as values. Only `app.rs` carries them out.

use std::rc::Rc;

use crate::documents::copies::versions::Origin;
use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::locked_file::Passphrase;
use crate::documents::project_file::project_file::Opened;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::draft::taken::TableKind;
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::shared::Shared;

use super::locking::Locked;
use super::recovery::Source;
use super::reports::DraftId;
use super::route::Route;
use super::zoom::Zoom;

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the list of drafts.
    ReadReports,
    /// Read a kept draft.
    ReadDraft(DraftId),
    /// Find a place for a new draft, keep it there, and answer with `DraftPlaced`.
    PlaceDraft(Box<Draft>),
    /// The same for one made of last year's report, which takes from the office's own newest draft what the report
    /// did not say.
    PlaceAtHome(Box<Draft>),
    /// Take in the draft of a file: in its own place if it goes on from what is kept, else as a new one.
    TakeIn(Box<Opened>),
    /// Read the copies and versions of one draft, or of all.
    ReadRecovery(Option<DraftId>),
    /// Read a copy for looking at, beside another or beside the draft as it is.
    ReadCopy(Source, Option<Source>),
    /// Make a new draft of a copy; a deleted draft goes back to its place.
    RestoreCopy(Source),
    /// Hand the text of a copy to the browser.
    DownloadCopy(Source),
    /// Make a version of a copy that went another way.
    SettleCopy(Source),
    /// Print the page.
    Print,
    /// Put the focus into an element by its id.
    FocusElement(&'static str),
    /// Let the user choose a file to link a draft to, and write it.
    ChooseLink(DraftId, Rc<Draft>, Stamp),
    /// Write the linked file; only a press may ask the browser to allow it.
    WriteLink(DraftId, Rc<Draft>, Stamp, bool),
    /// Forget the linked file; it stays on the disk.
    ForgetLink(DraftId),
    /// Keep a version of the open draft under a name.
    KeepVersion(DraftId, Rc<Draft>, Stamp, String, Origin),
    /// Answer with `ChecksDue` once typing rests for a moment.
    ScheduleChecks,
    /// Save soon, unless another edit comes first.
    ScheduleSave,
    /// Save now, as this copy.
    SaveDraft(DraftId, Rc<Draft>, Stamp, Reach),
    /// Read a draft again that another window writes, and answer with `DraftFollowed`.
    FollowDraft(DraftId),
    /// Read the draft that this window writes again, and answer with `DraftReadAgain`.
    ReadAgain(DraftId),
    /// Say so where there are copies that went another way than the open draft.
    SeekDiverged(DraftId),
    /// Ask the window that has the pen for it, and answer with `PenTaken`.
    AskForPen(DraftId),
    /// Hand the pen on once everything is written, and wait for it to come back.
    YieldPen(DraftId),
    /// Let go of the pen of a draft that is not open any more.
    DropPen(DraftId),
    /// Keep the way back of a draft over a reload.
    KeepHistory(DraftId, String),
    /// Keep what the page 检查 listed, or forget it.
    KeepLook(DraftId, Option<String>),
    /// Read a kept draft, change it, and keep it or keep it as a new one.
    Rework(DraftId, Rework),
    /// Take a draft out of storage and answer with `DraftDeleted`.
    DeleteDraft(DraftId),
    /// Put back what storage held.
    RestoreDraft(DraftId, String),
    /// Read what is remembered for a new report, and answer with `NewReport(Opened)`.
    ReadNewReport,
    /// Remember it.
    KeepNewReport(String),
    /// Read the schemes that can be chosen.
    ReadPacks,
    /// Keep a scheme as the user's own.
    KeepPack(Shared<Scheme>),
    /// Take a scheme of the user's own out.
    DeletePack(DraftId),
    /// Hand a scheme as a file to the browser.
    DownloadPack(Shared<Scheme>),
    /// Let the user choose a file with a table.
    ChooseTable(Option<TableKind>),
    /// Hand the tables to fill in, with what a draft has, to the browser.
    DownloadTemplate(Rc<Draft>),
    /// Let the user choose last year's report, .docx or .txt.
    ChooseReport,
    /// Keep which hints were put away.
    KeepHints(String),
    /// Keep 显示比例 of the preview for this window.
    KeepZoom(Zoom),
    /// Keep the report that is being taken in over a reload, or forget it.
    KeepIntake(Option<String>),
    /// Read it again and answer with `Intake(Restored)`.
    ReadIntake,
    /// Let the user choose a file.
    ChooseFile,
    /// Hand the bytes of an export to the browser.
    Download(DraftId, Rc<Draft>, Stamp, Export),
    /// Lock a project file and hand it to the browser, and answer with `FileLocked`.
    DownloadLocked(DraftId, Rc<Draft>, Stamp, Passphrase),
    /// Open a locked file and answer with `FileUnlocked`.
    Unlock(Rc<Locked>, Passphrase),
    /// Hand a kept draft as a project file to the browser.
    DownloadKept(DraftId),
    /// Hand the raw text of a storage entry to the browser.
    DownloadRaw(DraftId),
    /// Go to an address.
    Navigate(Route),
    /// Put the focus into a field once it is on the screen.
    Focus(Field),
    /// Put the focus on the heading of the page.
    FocusPage,
}

/// Where a draft is saved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Into the journal.
    Journal,
    /// Into the slots, because the journal has it.
    Slots,
    /// Everywhere.
    Both,
}

/// What is done to a kept draft that is not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rework {
    /// A copy beside it.
    Duplicate,
    /// A copy prepared for the next year.
    NextYear,
    /// A new name.
    Rename(String),
}

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Word 文档.
    Word,
    /// Excel 工作簿.
    Excel,
    /// 送审包.
    Package,
    /// 复核清单.
    ReviewList,
    /// 项目文件.
    ProjectFile,
}
