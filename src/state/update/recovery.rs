//! 恢复中心 and 版本: every copy and every version of drafts, and what differs between two of them.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::documents::copies::versions::{Origin, VersionKey};
use crate::documents::report::block::Report;
use crate::documents::report::report::report;
use crate::domain::draft::comparison::{Difference, differences};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::evaluation::evaluation::evaluate;
use crate::domain::values::calendar::Moment;
use crate::domain::values::shared::Shared;
use crate::state::model::effect::Effect;
use crate::state::model::model::{Model, Remedy};
use crate::state::model::route::{Page, Route};
use crate::state::model::shelf::{Backup, DraftId, StorageFault};
use crate::state::model::storage_space::Room;
use crate::state::model::workspace::Pen;

use super::editing::{edited, open, tell};

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
pub struct Line {
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

impl Line {
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
    pub copies: Vec<Line>,
    /// Its versions, the newest first.
    pub versions: Vec<Line>,
    /// When it was last taken out of the browser.
    pub backup: Option<Backup>,
}

/// What there is in this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// Draft by draft.
    pub holdings: Vec<Holding>,
    /// Drafts that were deleted: the last state of each.
    pub deleted: Vec<Holding>,
    /// How full the browser's storage is; none where it cannot be asked.
    pub room: Option<Room>,
    /// Whether the browser has promised to keep what is stored; none where it makes no such promise.
    pub promised: Option<bool>,
    /// Whether the journal works.
    pub journal: bool,
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
    fn beside(self, other: Option<Rc<Draft>>) -> Comparison {
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

/// A copy was read for looking at.
pub(super) fn copy_read(model: &mut Model, looked: Looked) -> Vec<Effect> {
    let Looked {
        source,
        at,
        draft,
        against,
        other,
    } = looked;
    // What is open may be further than what is kept.
    let open = model.workspace.as_ref().filter(|workspace| workspace.id == source.id);
    let open = open.filter(|_| against.is_none()).map(|workspace| workspace.kept());
    let first_look = model.compared.as_ref().is_none_or(|compared| compared.source != source);
    let compared = Comparison {
        source,
        draft: Rc::new(draft),
        at,
        against,
        other: None,
        differences: Vec::new(),
    };
    model.compared = Some(Rc::new(compared.beside(open.or(other.map(Rc::new)))));
    match first_look {
        true => vec![Effect::FocusElement("comparison-title")],
        false => vec![],
    }
}

/// One field of the version that is looked at is put into the open draft.
pub(super) fn field_taken(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(compared) = model.compared.clone() else {
        return vec![];
    };
    let Some(difference) = compared.differences.get(place) else {
        return vec![];
    };
    let source = match difference.form {
        Some(id) => crate::domain::values::row::find(&compared.draft.forms, id).map(|form| form.draft.held()),
        None => Some(Rc::clone(&compared.draft)),
    };
    let Some(source) = source else { return vec![] };
    let text = source.text(difference.field);
    open(model, |workspace| workspace.show(workspace.kept(), difference.form));
    let effects = edited(model, Edit::Set(difference.field, text));
    open(model, |workspace| {
        workspace.show(workspace.kept(), None);
        workspace.typing = None;
    });
    model.history.end_burst();
    look_again(model);
    effects
        .into_iter()
        .filter(|effect| !matches!(effect, Effect::Focus(_)))
        .collect()
}

/// The whole version that is looked at becomes the open draft. Undo takes it back.
pub(super) fn version_taken(model: &mut Model) -> Vec<Effect> {
    let Some(compared) = model.compared.clone() else {
        return vec![];
    };
    let before = version_of_event(model, "恢复版本之前");
    open(model, |workspace| workspace.show(workspace.kept(), None));
    let mut effects = edited(model, Edit::TakeVersion(Shared::of(Rc::clone(&compared.draft))));
    if effects.is_empty() {
        return effects;
    }
    effects.extend(before);
    model.compared = None;
    tell(model, "已恢复到这个版本。".into(), Some(Remedy::Undo));
    effects
}

/// Undo and redo change what is compared with.
pub(super) fn look_again(model: &mut Model) {
    let Some(compared) = &model.compared else { return };
    let now = model.workspace.as_ref().map(|workspace| workspace.kept());
    if now.is_some() && compared.against.is_none() {
        model.compared = Some(Rc::new(Comparison::clone(compared).beside(now)));
    }
}

/// Whether the open draft was written by a newer program, so that no copy may be made of what is read of it.
pub(super) fn is_newer(model: &Model) -> bool {
    let open = model.workspace.as_ref();
    open.is_some_and(|workspace| workspace.pen == Pen::Newer)
}

/// Keeps the open draft as a version by itself, named after what happens to it.
pub(super) fn version_of_event(model: &Model, name: &str) -> Option<Effect> {
    let workspace = model
        .workspace
        .as_ref()
        .filter(|workspace| workspace.pen == Pen::Here)?;
    let (draft, stamp) = (workspace.kept(), workspace.stamp.clone());
    Some(Effect::KeepVersion(
        workspace.id.clone(),
        draft,
        stamp,
        name.into(),
        Origin::Event,
    ))
}

/// 存为版本.
pub(super) fn version_named(model: &mut Model, name: &str) -> Vec<Effect> {
    let name = name.trim();
    if name.is_empty() {
        return super::editing::warn(model, "请先给版本起个名字，如“送审稿 1”。".into());
    }
    if is_newer(model) {
        return super::editing::warn(model, StorageFault::Newer.sentence());
    }
    let open = model.workspace.iter();
    open.map(|workspace| {
        let (draft, stamp) = (workspace.kept(), workspace.stamp.clone());
        Effect::KeepVersion(workspace.id.clone(), draft, stamp, name.to_owned(), Origin::Named)
    })
    .collect()
}

/// The list of versions or of copies has to be read again, where it is on the screen.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    match &model.route {
        Route::Recovery => vec![Effect::ReadRecovery(None)],
        Route::Draft(id, Page::Versions) => vec![Effect::ReadRecovery(Some(id.clone()))],
        Route::Start | Route::Verify | Route::Intake | Route::Draft(..) => vec![],
    }
}
