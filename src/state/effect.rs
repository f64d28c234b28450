//! What the program wants done in the world, as values. Only `app.rs` carries them out.

use std::rc::Rc;

use crate::domain::draft::Draft;
use crate::domain::field::Field;
use crate::domain::scheme::Scheme;
use crate::domain::shared::Shared;

use super::route::Route;
use super::shelf::DraftId;

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the list of drafts.
    ReadShelf,
    /// Read a kept draft.
    ReadDraft(DraftId),
    /// Find a place for a new draft, keep it there, and answer with `DraftPlaced`.
    PlaceDraft(Box<Draft>),
    /// Save soon, unless another edit comes first.
    ScheduleSave,
    /// Save now, if storage still holds the numbered version.
    SaveDraft(DraftId, Rc<Draft>, u64),
    /// Read a kept draft, change it, and keep it or keep it as a new one.
    Rework(DraftId, Rework),
    /// Take a draft out of storage and answer with `DraftDeleted`.
    DeleteDraft(DraftId),
    /// Put back what storage held.
    RestoreDraft(DraftId, String),
    /// Read the schemes that can be chosen.
    ReadPacks,
    /// Keep a scheme as the user's own.
    KeepPack(Shared<Scheme>),
    /// Take a scheme of the user's own out.
    DeletePack(DraftId),
    /// Hand a scheme as a file to the browser.
    DownloadPack(Shared<Scheme>),
    /// Let the user choose a file.
    ChooseFile,
    /// Hand the bytes of an export to the browser.
    Download(Rc<Draft>, Export),
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
    /// 项目文件.
    ProjectFile,
}
