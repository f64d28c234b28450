//! What can happen: events of the user and of the world, in the past tense.

use crate::domain::calendar::Moment;
use crate::domain::draft::Draft;
use crate::domain::edit::Edit;
use crate::domain::field::Field;
use crate::domain::row::Id;
use crate::domain::scheme::{ReportKind, Scheme};
use crate::domain::shared::Shared;

use super::effect::Export;
use super::model::Overlay;
use super::packs::Pack;
use super::route::Route;
use super::shelf::{DraftId, Entry, StorageFault};
use super::workspace::Explained;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The program has started, or the address has changed.
    RouteChanged(Route),
    /// The list of drafts was read.
    ShelfRead(Vec<Entry>, Moment),
    /// Nothing can be kept in this browser.
    StorageRefused(StorageFault),
    /// A kept draft was read.
    DraftRead(DraftId, Result<Kept, StorageFault>),
    /// A new draft has got its place; the draft goes on in memory where keeping it failed.
    DraftPlaced(DraftId, Box<Draft>, Result<Kept, StorageFault>),
    /// The open draft was saved, as the numbered version.
    DraftSaved(DraftId, Moment, u64),
    /// The open draft could not be saved.
    SaveFailed(DraftId, StorageFault),
    /// Something asked of storage could not be done.
    StorageFailed(StorageFault),
    /// The browser did not take a file.
    DownloadRefused(String),
    /// The time to save has come.
    SaveDue,
    /// The page is being left or hidden.
    PageHidden,
    /// Another window has changed what is kept.
    StorageChanged,
    /// A draft was deleted; what storage held is at hand for putting it back.
    DraftDeleted(DraftId, String),
    /// The schemes that can be chosen were read.
    PacksRead(Vec<Pack>),
    /// 选用: another scheme for the open draft.
    SchemeChosen(Shared<Scheme>),
    /// The indicators of the open draft's scheme that it does not have yet were asked for.
    SchemeIndicatorsTaken,
    /// 存为我的方案.
    SchemeKept,
    /// The file of a scheme was asked for.
    SchemeDownloaded(Shared<Scheme>),
    /// A copy of a scheme was asked for, as one of the user's own.
    PackCopied(Shared<Scheme>),
    /// A scheme of the user's own was deleted.
    PackDeleted(DraftId),
    /// A file was chosen and read.
    FileRead(String, Result<Vec<u8>, String>),
    /// A file was handed to the browser for downloading.
    FileHandedOver(String),
    /// Something was typed, chosen, added, removed or moved.
    Edited(Edit),
    /// 添加项目自评表.
    FormAdded,
    /// The form of a project was opened.
    FormOpened(Id),
    /// 返回报告.
    FormClosed,
    /// A field was left.
    FieldLeft(Field),
    /// 撤销.
    UndoPressed,
    /// 重做.
    RedoPressed,
    /// A link to a field was followed.
    FieldSought(Field),
    /// A derived figure was pressed.
    FigurePressed(Explained),
    /// The explanation was closed.
    ExplanationClosed,
    /// An indicator was opened for editing, or the open one closed.
    IndicatorToggled(Id),
    /// Something over the page was opened.
    OverlayOpened(Overlay),
    /// What lay over the page was closed.
    OverlayClosed,
    /// Escape: closes what lies over the page, the topmost first.
    EscapePressed,
    /// The notice was closed.
    NoticeClosed,
    /// What the notice offered was taken.
    RemedyTaken,
    /// 新建报告 of a kind.
    NewPressed(ReportKind),
    /// 打开示例.
    SamplePressed,
    /// 打开文件.
    OpenFilePressed,
    /// A copy of a draft was asked for.
    DuplicatePressed(DraftId),
    /// 转为下一年度.
    NextYearPressed(DraftId),
    /// A draft got a new name.
    Renamed(DraftId, String),
    /// 删除.
    DeletePressed(DraftId),
    /// The project file of a draft in the list was asked for.
    BackupPressed(DraftId),
    /// The raw text of damaged data was asked for.
    RawPressed(DraftId),
    /// An export of the open draft was chosen.
    ExportPressed(Export),
}

/// What storage knows of a kept draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The draft; none where it is already at hand.
    pub draft: Option<Box<Draft>>,
    /// When it was saved.
    pub saved_at: Moment,
    /// How often it has been saved.
    pub sequence: u64,
}
