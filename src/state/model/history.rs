//! 撤销与重做: earlier drafts, one step per burst of typing in a field.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::documents::copies::patch::Patch;
use crate::documents::project_file::lineage::{Relation, Stamp};
use crate::documents::project_file::project_file;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, IndicatorField, List};
use crate::domain::draft::names;
use crate::domain::values::input::Choice;
use crate::domain::values::row::{Id, find};

/// How many steps can be taken back. Drafts share their rows, so a step costs little.
const DEPTH: usize = 200;

/// A draft to go back to, and what the step away from it was called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    draft: Rc<Draft>,
    /// The form that was open then.
    form: Option<Id>,
    /// What was done, for the button: "修改执行数".
    pub name: String,
    /// Where it was done.
    pub field: Field,
}

/// Where a step leads back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// The draft as it was kept.
    pub draft: Rc<Draft>,
    /// The form in it that was open.
    pub form: Option<Id>,
    /// Where the step was done.
    pub field: Field,
}

/// The steps behind and ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    behind: Vec<Step>,
    ahead: Vec<Step>,
    /// The field in which typing goes on; the next key there belongs to the same step.
    burst: Option<Field>,
}

impl History {
    /// Remembers the kept draft as it was before an edit of the shown one, which is a form in it or itself.
    pub fn record(&mut self, kept: Rc<Draft>, form: Option<Id>, shown: &Draft, edit: &Edit) {
        let (field, name) = describe(shown, edit);
        let goes_on = matches!(edit, Edit::Set(..)) && self.burst == Some(field) && self.ahead.is_empty();
        self.burst = matches!(edit, Edit::Set(..)).then_some(field);
        self.ahead.clear();
        if goes_on && !self.behind.is_empty() {
            return;
        }
        self.behind.push(Step {
            draft: kept,
            form,
            name,
            field,
        });
        if self.behind.len() > DEPTH {
            self.behind.remove(0);
        }
    }

    /// The next key begins a new step, even in the same field.
    pub fn end_burst(&mut self) {
        self.burst = None;
    }

    /// Takes the last step back: gives the draft before it and where it was.
    pub fn undo(&mut self, now: &Rc<Draft>) -> Option<Back> {
        take(&mut self.behind, &mut self.ahead, &mut self.burst, now)
    }

    /// Takes the last undone step again.
    pub fn redo(&mut self, now: &Rc<Draft>) -> Option<Back> {
        take(&mut self.ahead, &mut self.behind, &mut self.burst, now)
    }

    /// The step that undo would take back.
    pub fn last(&self) -> Option<&Step> {
        self.behind.last()
    }

    /// The step that redo would take again.
    pub fn next(&self) -> Option<&Step> {
        self.ahead.last()
    }
}

/// How many characters the kept way back may take; a browser gives a window five million.
const ROOM: usize = 1_500_000;

/// How much of drafts is looked through for it: a window that is being closed must not linger.
const EFFORT: usize = 12_000_000;

/// The way back as it is kept over a reload: states as patches, each from the one nearer to the present.
#[derive(Serialize, Deserialize)]
struct Written {
    stamp: String,
    behind: Vec<WrittenStep>,
    ahead: Vec<WrittenStep>,
}

#[derive(Serialize, Deserialize)]
struct WrittenStep {
    patch: Patch,
    form: Option<Id>,
    name: String,
    field: String,
}

impl History {
    /// The way back from a draft as a text, as far as there is room.
    pub fn written(&self, now: &Draft, stamp: &Stamp) -> String {
        let now = text(now);
        let mut room = (ROOM, EFFORT);
        let mut side = |steps: &[Step]| {
            let mut nearer = now.clone();
            let mut written = Vec::new();
            for step in steps.iter().rev() {
                let state = text(&step.draft);
                let patch = Patch::between(&nearer, &state);
                let cost = (patch.size() + 200, state.len());
                if room.0 < cost.0 || room.1 < cost.1 {
                    break;
                }
                room = (room.0 - cost.0, room.1 - cost.1);
                nearer = state;
                written.push(WrittenStep {
                    patch,
                    form: step.form,
                    name: step.name.clone(),
                    field: step.field.key(),
                });
            }
            written
        };
        let written = Written {
            stamp: stamp.to_string(),
            behind: side(&self.behind),
            ahead: side(&self.ahead),
        };
        // The parts are texts, numbers and lists, all of which JSON can hold.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// The way back from a draft, if the text is that of this very copy of it; else none.
    pub fn read(written: &str, now: &Draft, stamp: &Stamp) -> History {
        let Ok(written) = serde_json::from_str::<Written>(written) else {
            return History::default();
        };
        let same = written
            .stamp
            .split_once(' ')
            .and_then(|(sequence, turns)| Stamp::read(sequence, turns));
        // Opening a draft may already have begun a new turn, which goes on from the copy that was left.
        if !same.is_some_and(|left| left.sequence == stamp.sequence && left.relation(stamp) != Relation::Diverged) {
            return History::default();
        }
        let now = text(now);
        let side = |steps: Vec<WrittenStep>| {
            let mut nearer = now.clone();
            let mut read = Vec::new();
            for step in steps {
                let Some(state) = step.patch.apply(&nearer) else { break };
                let Ok(opened) = project_file::read(state.as_bytes()) else {
                    break;
                };
                let draft = opened.draft;
                let shown = step
                    .form
                    .and_then(|id| find(&draft.forms, id))
                    .map(|form| form.draft.held());
                let field = shown.as_deref().unwrap_or(&draft).fields().into_iter();
                let field = field
                    .chain([Field::Rows(List::Parts)])
                    .find(|field| field.key() == step.field);
                read.push(Step {
                    draft: Rc::new(draft),
                    form: step.form,
                    name: step.name,
                    field: field.unwrap_or(Field::DraftName),
                });
                nearer = state;
            }
            read.reverse();
            read
        };
        History {
            behind: side(written.behind),
            ahead: side(written.ahead),
            burst: None,
        }
    }
}

fn text(draft: &Draft) -> String {
    project_file::write(draft, "")
}

fn take(from: &mut Vec<Step>, to: &mut Vec<Step>, burst: &mut Option<Field>, now: &Rc<Draft>) -> Option<Back> {
    let step = from.pop()?;
    *burst = None;
    to.push(Step {
        draft: Rc::clone(now),
        form: step.form,
        name: step.name,
        field: step.field,
    });
    Some(Back {
        draft: step.draft,
        form: step.form,
        field: step.field,
    })
}

fn describe(draft: &Draft, edit: &Edit) -> (Field, String) {
    let list = |list| (Field::Rows(list), names::list_name(list));
    match edit {
        Edit::Set(field, _) => (*field, format!("修改{}", names::full_name(draft, *field))),
        Edit::Add(rows, _) | Edit::Duplicate(rows, _) => {
            let (field, name) = list(*rows);
            (field, format!("添加{name}"))
        }
        Edit::Remove(rows, _) => {
            let (field, name) = list(*rows);
            (field, format!("删除{name}"))
        }
        Edit::ChangeKind(_) => (Field::SchemeStanding, "更换文书种类".into()),
        Edit::TakeScheme(_) => (Field::Rows(List::Parts), "更换评分方案".into()),
        Edit::TakeForm(..) => (Field::Rows(List::Forms), "添加项目自评表".into()),
        Edit::Word(kind, own) => {
            let name = kind.label();
            let name = if !own.is_taken() {
                format!("自动生成{name}")
            } else if own.text == draft.wordings.get(*kind).text {
                format!("保留自己写的{name}")
            } else {
                format!("自己写{name}")
            };
            (Field::Wording(*kind), name)
        }
        Edit::Split(id, _) => (
            Field::Indicator(*id, IndicatorField::Name),
            format!("拆分指标{}", names::indicator_name(draft, *id)),
        ),
        Edit::SettleLastYear(field) => (*field, "处理去年的文字".into()),
        Edit::LetApprovedGo => (Field::Rows(List::Indicators), "不再和申报表比".into()),
        Edit::SetAside(_) => (Field::Rows(List::SetAside), "不处理一条检查结果".into()),
        Edit::TakeVersion(_) => (Field::DraftName, "恢复版本".into()),
        Edit::Together(step) => (step.at, step.name.clone()),
        Edit::TakeRows(rows) => {
            let (field, name) = list(rows.kind().list());
            (field, format!("从表格导入{name}"))
        }
        Edit::TakeIndicators(_) => (Field::Rows(List::Indicators), "添加指标".into()),
        Edit::Move(rows, ..) => {
            let (field, name) = list(*rows);
            (field, format!("移动{name}"))
        }
    }
}
