//! What can happen: events of the user and of the world, in the past tense.

use crate::documents::project_file::locked_file::{OpenError, Passphrase};
use crate::domain::checks::finding::finding::FindingId;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::values::calendar::Moment;
use crate::domain::values::row::{Direction, Id};
use crate::domain::values::shared::Shared;

use super::effect::Export;
use super::grid::GridMessage;
use super::help::{Hints, Topic};
use super::intake::IntakeMessage;
use super::journal::Journal;
use super::kept::{Kept, Link};
use super::model::Overlay;
use super::new_report::NewReportMessage;
use super::packs::Pack;
use super::palette::Target;
use super::recovery::{Looked, Recovery, Source};
use super::reports::{Backup, DraftId, Entry, StorageFault};
use super::route::Route;
use super::storage_space::Fullness;
use super::tables::Tables;
use super::working_off::{ChecksView, Filter};
use super::workspace::Explained;
use super::zoom::Zoom;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The program has started, or the address has changed.
    RouteChanged(Route),
    /// The list of drafts was read.
    ReportsRead(Vec<Entry>, Moment),
    /// It was measured how full the storage is.
    FullnessMeasured(Fullness),
    /// The journal takes nothing any more, or takes again what it is given.
    JournalStands(Journal),
    /// Nothing can be kept in this browser.
    StorageRefused(StorageFault),
    /// A kept draft was read.
    DraftRead(DraftId, Result<Kept, StorageFault>),
    /// The open draft, which another window writes, was read again.
    DraftFollowed(DraftId, Kept),
    /// A new draft has got its place; it goes on in memory where keeping it failed.
    DraftPlaced(DraftId, Kept, Option<StorageFault>),
    /// The open draft was saved, as the numbered version.
    DraftSaved(DraftId, Moment, u64),
    /// The numbered version of the open draft could not be saved.
    SaveFailed(DraftId, u64, StorageFault),
    /// This window has got the pen of a draft, and the draft as it is now.
    PenTaken(DraftId, Result<Kept, StorageFault>),
    /// The pen of a draft was taken from this window by force.
    PenLost(DraftId, Moment),
    /// Another window asks for the pen of a draft.
    PenWanted(DraftId, Moment),
    /// 另存一份并继续, while the pen is taken again and again.
    BranchPressed,
    /// 在此接管.
    TakeOverPressed,
    /// Another window has saved a draft.
    SavedElsewhere(DraftId),
    /// A file was taken in and is the draft that is kept here, or a later state of it.
    FileIsKept(DraftId, &'static str),
    /// Something worth saying has happened.
    Told(&'static str),
    /// The draft that this window writes was read once more, because the journal is back.
    DraftReadAgain(DraftId, Result<Kept, StorageFault>),
    /// There are copies of the open draft that went another way.
    DivergedFound(DraftId),
    /// Copies and versions were read.
    RecoveryRead(Box<Recovery>),
    /// 看差别.
    CopySought(Source),
    /// What the copy that is looked at is held against: another one, or the draft as it is now.
    ComparedWith(Option<Source>),
    /// A copy was read for looking at.
    CopyRead(Box<Looked>),
    /// The comparison was closed.
    ComparisonClosed,
    /// 另存为新报告, or 放回列表 for a deleted one.
    CopyRestored(Source),
    /// The text of a copy was asked for.
    CopyDownloaded(Source),
    /// 用这一处: a difference, by its place.
    FieldTaken(usize),
    /// 整份恢复.
    VersionTaken,
    /// 带入: a change that was made to a document outside, by its place.
    ChangeTaken(usize),
    /// 全部带入.
    ChangesTaken,
    /// 存为版本, under a name.
    VersionNamed(String),
    /// 以现在的为准: a copy that went another way becomes a version.
    DivergedSettled(Source),
    /// 选择文件: a file to be written whenever the draft rests.
    LinkPressed,
    /// 不再关联.
    LinkForgotten,
    /// 继续更新: the file was not written since the page was opened anew, or could not be.
    LinkAwoken,
    /// How it stands with the file that a draft is linked to.
    LinkChanged(DraftId, Link),
    /// What is kept was changed from here.
    ReportsChanged,
    /// The versions of a draft were changed from here.
    VersionsChanged(DraftId),
    /// A draft was taken out of the browser as a file.
    BackedUp(DraftId, Backup),
    /// Something asked of storage could not be done.
    StorageFailed(StorageFault),
    /// The browser did not take a file.
    DownloadRefused(String),
    /// A workbook could not be made; its name.
    WorkbookFailed(String),
    /// Typing rests for a moment; the time to find what is wrong has come.
    ChecksDue,
    /// The time to write the journal has come.
    SaveDue,
    /// Typing rests; the time for the other copies has come.
    SettleDue,
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
    /// 打印.
    PrintPressed,
    /// The report is to be printed, whatever page of it is shown.
    PrintSought,
    /// The report was cut into pages, or is shown where there are none.
    PagesCut,
    /// 打印清单.
    ListPrintPressed,
    /// 继续导出, in spite of what the check finds.
    DepartureConfirmed,
    /// The report of the checked 送审包 is to be opened.
    VerifiedOpened,
    /// A file was chosen and read.
    FileRead(String, Result<Vec<u8>, String>),
    /// A passphrase was typed twice, to lock a project file with.
    LockPressed(Passphrase, Passphrase),
    /// The passphrase of a file was typed.
    UnlockPressed(Passphrase),
    /// A file was locked and handed over, or why not.
    FileLocked(Result<(), OpenError>),
    /// A locked file was opened: its text, or why not.
    FileUnlocked(Result<String, OpenError>),
    /// Something around tables of colleagues.
    Tables(Tables),
    /// Something with several cells of a table.
    Grid(GridMessage),
    /// Something on the page that takes last year's report in.
    Intake(IntakeMessage),
    /// A file was handed to the browser for downloading.
    FileHandedOver(String),
    /// Something was typed, chosen, added, removed or moved.
    Edited(Edit),
    /// 添加项目自评表, of a project of the list or blank.
    FormAdded(Option<Id>),
    /// The form of a project was opened.
    FormOpened(Id),
    /// The page 检查 of a project's form was asked for.
    FormChecked(Id),
    /// 返回报告.
    FormClosed,
    /// A field was left.
    FieldLeft(Field),
    /// 插入数据: the list of what a field can refer to was opened, or closed again.
    PickerToggled(Field),
    /// 撤销.
    UndoPressed,
    /// 重做.
    RedoPressed,
    /// 检查 was asked for.
    CheckPressed,
    /// 只看.
    FilterChosen(Filter),
    /// 逐条处理 or 标注稿.
    ChecksViewChosen(ChecksView),
    /// 打印标注稿, 打印概览: the page that is shown, as it is.
    PagePrintPressed,
    /// The link of a finding was followed.
    FindingSought(FindingId),
    /// 上一条 or 下一条.
    FindingStepped(Direction),
    /// The stepping from one finding to the next was ended.
    SteppingEnded,
    /// 不处理, for a reason.
    FindingSetAside(FindingId, String),
    /// 恢复: a row of 不处理 was taken out.
    FindingRestored(Id),
    /// The button that puts a finding right was pressed.
    FixPressed(FindingId),
    /// A link to a field was followed.
    FieldSought(Field),
    /// A piece of the preview was followed: a field of the draft that is shown, or of a project's form in it.
    LeadFollowed(Option<Id>, Field, usize),
    /// 帮助 on a topic was asked for.
    HelpSought(Topic),
    /// 帮助 on what is shown was asked for, or 按键.
    HelpPressed(bool),
    /// 知道了: the hint of a page was put away.
    HintPutAway(Topic),
    /// All hints are to be shown again, or none any more.
    HintsSet(bool),
    /// Which hints were put away earlier was read.
    HintsRead(Hints),
    /// 显示比例 of the preview was chosen.
    ZoomChosen(Zoom),
    /// A derived figure was pressed.
    FigurePressed(Explained),
    /// The explanation was closed.
    ExplanationClosed,
    /// An indicator was opened for editing, or the open one closed.
    IndicatorToggled(Id),
    /// While the editor beside the list had the first indicator, the hand came to rest in the row of the second: the
    /// editor follows, unless it has another by now.
    IndicatorFollowed(Id, Id),
    /// The window became wide enough for an editor beside the list of indicators, or too narrow.
    SideChanged(bool),
    /// 查找 was asked for; the same key again closes it.
    PaletteSought,
    /// Something that was found was chosen.
    PaletteChosen(Target),
    /// A page was asked for.
    PageSought(Route),
    /// 在正文里找: these words.
    WordsSought(String),
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
    /// Something on the page 新建报告.
    NewReport(NewReportMessage),
    /// Another kind of document for the open draft.
    KindChanged(ReportKind),
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
