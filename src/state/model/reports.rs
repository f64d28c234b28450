//! 全部报告: what is known of the drafts kept in this browser.

use crate::domain::checks::finding::finding::Severity;
use crate::domain::checks::run::check;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::values::calendar::Moment;
use crate::domain::values::input::{Choice, Input};

use super::ticks::{done, ticks};

/// The identity of a kept draft: lower-case letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// An identity from an address or a storage key; none if it has foreign characters.
    pub fn read(text: &str) -> Option<DraftId> {
        let fits = !text.is_empty() && text.len() <= 40;
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        (fits && plain).then(|| DraftId(text.to_owned()))
    }

    /// An identity made of a time and a random number.
    pub fn of(time: u64, random: u64) -> DraftId {
        DraftId(format!("{time}{random:09}"))
    }

    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser does not let this page keep anything.
    Denied,
    /// One of the two stores did not answer, and the other is empty.
    Unread,
    /// The journal does not answer, and the slots do not have the draft: it may be there or not.
    NotYet,
    /// There is no room left.
    Full,
    /// Only one of the two stores took the last change.
    OneCopy,
    /// The journal did not take the last change; the slots alone have it.
    SlotsOnly,
    /// The last state of a draft could not be kept, therefore it was not deleted.
    NotDeleted,
    /// Another window is writing this draft.
    Elsewhere,
    /// A newer program wrote it; writing it here would lose what this one does not understand.
    Newer,
    /// There are copies that went different ways.
    Diverged,
    /// The draft is not there any more.
    Gone,
    /// What is there cannot be read, with the reason.
    Damaged(String),
}

impl StorageFault {
    /// What is wrong and what to do.
    pub fn sentence(&self) -> String {
        match self {
            StorageFault::Denied => "浏览器不让本页保存数据，关掉窗口后内容就没有了。请下载项目文件留存。".into(),
            StorageFault::Unread => "浏览器的存储只读出一部分。现在可以写，但请常下载项目文件留存。".into(),
            StorageFault::NotYet => {
                "浏览器的数据库还没有打开，这份报告暂时读不出来。正在不断重试，打开后会自己显示。".into()
            }
            StorageFault::Full => {
                "浏览器的存储空间满了，最近的修改没有存上。请先下载项目文件，再删除不用的报告。".into()
            }
            StorageFault::OneCopy => {
                "浏览器的存储空间满了或被禁用，最近的修改只存下一份。请先下载项目文件，再删除不用的报告。".into()
            }
            StorageFault::SlotsOnly => {
                "浏览器的数据库现在用不了，内容只存了一份：浏览器突然退出，最近一分钟写的可能丢。正在不断重试；要稳妥，请下载项目文件。".into()
            }
            StorageFault::NotDeleted => {
                "浏览器现在存不下供放回的内容，删了就找不回来，所以没有删除。请过一会儿再试，或关掉所有浏览器窗口重新打开。".into()
            }
            StorageFault::Elsewhere => "另一个窗口正在填写这份报告。请在那个窗口里操作，或先把它关掉。".into(),
            StorageFault::Newer => "这份报告是更新版本的绩评存的，这里只能看。请用新版本的绩评打开再改、再存。".into(),
            StorageFault::Diverged => "这份报告有几份改得不一样的副本。请先打开它，在“版本”里选定一份。".into(),
            StorageFault::Gone => "这份报告不在这个浏览器里了，可能已被删除，或是在别的浏览器里。".into(),
            StorageFault::Damaged(reason) => format!("这份数据读不出来：{reason}原样保留，没有改动。"),
        }
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A draft that can be opened.
    Kept(Summary),
    /// Data that cannot be read; kept as it is.
    Damaged {
        /// Which draft it was.
        id: DraftId,
        /// Why it cannot be read.
        reason: String,
        /// How many characters it has.
        length: usize,
    },
}

impl Entry {
    /// Which draft the line is about.
    pub fn id(&self) -> &DraftId {
        match self {
            Entry::Kept(summary) => &summary.id,
            Entry::Damaged { id, .. } => id,
        }
    }
}

/// What the list says of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Which draft.
    pub id: DraftId,
    /// Its name: the given one, or the unit.
    pub title: String,
    /// Whether it is the example that comes with the program.
    pub is_sample: bool,
    /// 年度, or a dash.
    pub year: String,
    /// 评分方案.
    pub scheme: String,
    /// How many parts are complete.
    pub done: usize,
    /// How many parts there are.
    pub parts: usize,
    /// 总分 and 等级, when they can be had.
    pub score: Option<(String, &'static str)>,
    /// How many errors the check finds.
    pub errors: usize,
    /// When it was last saved.
    pub saved_at: Moment,
    /// How it stands with its copies.
    pub standing: Standing,
}

/// How a draft stands with its copies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many copies went another way.
    pub diverged: usize,
    /// How many copies cannot be read.
    pub damaged: usize,
    /// Whether the browser had lost it from localStorage, so that only the journal has it.
    pub rescued: bool,
    /// When it was last taken out of the browser, as which save.
    pub backup: Option<Backup>,
    /// How often it has been saved.
    pub sequence: u64,
}

/// 备份: when a draft was last taken out of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// As which save.
    pub sequence: u64,
    /// When.
    pub at: Moment,
}

/// After so many saves without a backup, or so many minutes with any, one is due.
const SAVES_WITHOUT_BACKUP: u64 = 300;
const MINUTES_WITHOUT_BACKUP: i64 = 7 * 24 * 60;

impl Backup {
    /// Whether a backup should be made: none yet of a draft that has been worked on, or much has happened since.
    pub fn is_due(backup: Option<&Backup>, sequence: u64, now: &Moment) -> bool {
        // A mark beyond what the draft has come to was not made of it.
        let Some(backup) = backup.filter(|backup| backup.sequence <= sequence) else {
            return sequence > SAVES_WITHOUT_BACKUP / 10;
        };
        let since = sequence.saturating_sub(backup.sequence);
        let minutes = backup
            .at
            .minutes()
            .zip(now.minutes())
            .map_or(0, |(then, now)| now - then);
        since > SAVES_WITHOUT_BACKUP || (since > 0 && minutes > MINUTES_WITHOUT_BACKUP)
    }

    /// What is said of the last backup: "备份于 今天 10:32".
    pub fn note(backup: Option<&Backup>, now: &Moment) -> String {
        match backup {
            Some(backup) => format!("备份于 {}", backup.at.since(now)),
            None => "还没有备份".into(),
        }
    }
}

impl Summary {
    /// What the list says of a draft.
    pub fn of(id: DraftId, draft: &Draft, saved_at: Moment, standing: Standing) -> Summary {
        let evaluation = evaluate(draft);
        let findings = check(draft, &evaluation);
        let ticks = ticks(draft, &evaluation, &findings);
        Summary {
            id,
            title: title(draft),
            is_sample: draft.is_sample,
            year: if draft.basics.year.is_blank() {
                "—".into()
            } else {
                draft.basics.year.text()
            },
            scheme: draft.scheme.name.clone(),
            done: done(&ticks),
            parts: ticks.len(),
            score: evaluation
                .total
                .ok()
                .zip(evaluation.grade.ok())
                .map(|(total, grade)| (total.printed(), grade.label())),
            errors: findings.count(Severity::Error),
            saved_at,
            standing,
        }
    }
}

/// How a draft is called: by its given name, its unit, or what it is.
pub fn title(draft: &Draft) -> String {
    [&draft.name, &draft.basics.project, &draft.basics.unit]
        .into_iter()
        .map(|name| name.trim())
        .find(|name| !name.is_empty())
        .unwrap_or("未填单位的报告")
        .to_owned()
}
