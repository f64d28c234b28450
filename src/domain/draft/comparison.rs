//! 两个版本的差别, field by field.

use std::collections::BTreeSet;
use std::ops::Range;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::domain::values::input::Input;
use crate::domain::values::row::Id;

use super::draft::Draft;
use super::field::{Field, IndicatorField};
use super::names;

/// A place where the document shows something else than its data give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// What the data give; none where the document has more.
    pub data: Option<String>,
    /// What the document shows; none where it has less.
    pub shown: Option<String>,
    /// 标题 above it, as the data give it; empty before the first.
    pub section: String,
    /// The fields that can be made to say what the document shows.
    pub takings: Vec<Taking>,
    /// Why it cannot be taken over, or not all of it.
    pub obstacle: Option<Obstacle>,
}

/// 带入: what has to be typed into one field so that the document shows what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taking {
    /// The form of a project in which the field is; none in the report itself.
    pub form: Option<Id>,
    /// Which field.
    pub field: Field,
    /// How it is called, with its row.
    pub name: String,
    /// Which bytes of its text are replaced.
    pub range: Range<usize>,
    /// By what.
    pub text: String,
}

/// Why something that a document shows cannot be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is computed.
    Computed,
    /// The report writes it by itself.
    Written,
    /// It was typed, and what stands there now is no number.
    NoNumber,
    /// A row more.
    NewRow,
    /// A row less.
    GoneRow,
    /// A paragraph more, by no text of the draft.
    NewText,
    /// A paragraph less, of no text of the draft.
    GoneText,
}

impl Obstacle {
    /// Why, and what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Obstacle::Computed => "这是算出来的，改了相应的填写项会跟着变。",
            Obstacle::Written => "这是报告自己写的（标题、表头或按数据写的句子），不能直接带入。",
            Obstacle::NoNumber => "这里要填数，文件里的读不成数。请在对应的地方核对后填。",
            Obstacle::NewRow => "表里多了一行。请在对应的地方添加一行再填。",
            Obstacle::GoneRow => "表里少了一行。要删，请在对应的地方删除这一行。",
            Obstacle::NewText => "多出来的一段，看不出属于哪一处。请在对应的地方补上。",
            Obstacle::GoneText => "少了一段。要删，请在对应的地方删去。",
        }
    }
}

/// A text with pieces of it replaced. Of two that overlap the first counts.
pub fn spliced(text: &str, pieces: &[(Range<usize>, &str)]) -> String {
    let mut kept: Vec<&(Range<usize>, &str)> = Vec::new();
    for piece in pieces {
        if !kept.iter().any(|other| overlap(&other.0, &piece.0)) {
            kept.push(piece);
        }
    }
    kept.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut made, mut done) = (String::new(), 0);
    for (range, new) in kept {
        made += text.get(done..range.start).unwrap_or_default();
        made += new;
        done = range.end;
    }
    made + text.get(done..).unwrap_or_default()
}

impl Taking {
    /// Whether another puts something else into the same place. The same number may be printed otherwise.
    pub fn contradicts(&self, other: &Taking) -> bool {
        let number = |text: &str| Decimal::from_str(&text.replace(',', "")).ok();
        let same = || match (number(&self.text), number(&other.text)) {
            (Some(one), Some(other)) => one == other,
            _ => self.text == other.text,
        };
        let place = (self.form, self.field) == (other.form, other.field) && overlap(&self.range, &other.range);
        place && !same()
    }
}

/// Whether two pieces of a text cannot both be replaced. Two that are only put in at the same place can.
fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end || one == other && !one.is_empty()
}

/// One field that two drafts hold differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which field.
    pub field: Field,
    /// The form of a project in which it is; none in the report itself.
    pub form: Option<Id>,
    /// How it is called, with its row.
    pub name: String,
    /// What the earlier draft shows; none where it lacks the row.
    pub before: Option<String>,
    /// What the later draft shows; none where it lacks the row.
    pub after: Option<String>,
}

impl Difference {
    /// Whether the earlier text can be put into the later draft by itself: not where its row has gone.
    pub fn is_single(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }
}

/// Every field that differs, in reading order. A row that only one draft has counts with the fields that
/// are filled in. Rows are the same when their identities are.
pub fn differences(before: &Draft, after: &Draft) -> Vec<Difference> {
    let mut found = own_differences(before, after, None);
    let ids = |draft: &Draft| draft.forms.iter().map(|form| form.id).collect::<Vec<Id>>();
    let all: BTreeSet<Id> = ids(before).into_iter().chain(ids(after)).collect();
    let blank = Draft::default();
    for id in all {
        let form = |draft: &Draft| crate::domain::values::row::find(&draft.forms, id).map(|form| form.draft.clone());
        let (one, other) = (form(before), form(after));
        let one = one.as_deref().unwrap_or(&blank);
        let other = other.as_deref().unwrap_or(&blank);
        found.extend(own_differences(one, other, Some(id)));
    }
    found
}

fn own_differences(before: &Draft, after: &Draft, form: Option<Id>) -> Vec<Difference> {
    let (old, new) = (before.fields(), after.fields());
    let known: BTreeSet<Field> = new.iter().copied().collect();
    let gone = old
        .into_iter()
        .filter(|field| !known.contains(field))
        .collect::<Vec<_>>();
    let differs = |field: Field| {
        // A blank field of a row that came or went says nothing.
        let says = before.text(field) != after.text(field);
        says.then(|| {
            let (one, other) = (shown(before, field), shown(after, field));
            let name = names::full_name(if other.is_some() { after } else { before }, field);
            let name = form.map_or(name.clone(), |_| format!("{}：{name}", form_title(before, after)));
            Difference {
                field,
                form,
                name,
                before: one,
                after: other,
            }
        })
    };
    new.into_iter().chain(gone).filter_map(differs).collect()
}

fn form_title(before: &Draft, after: &Draft) -> String {
    let title = [after, before].map(|draft| draft.basics.project.trim());
    let title = title.into_iter().find(|title| !title.is_empty());
    title.unwrap_or("项目自评表").to_owned()
}

fn shown(draft: &Draft, field: Field) -> Option<String> {
    let text = draft.input(field).map(Input::shown)?;
    if let Field::Indicator(id, IndicatorField::Place) = field {
        let place = draft.indicator(id).and_then(|row| row.place);
        let mut names = draft.scheme.parts.iter().flat_map(|part| {
            let groups = part.groups.iter().map(|group| (group.id, &group.name));
            std::iter::once((part.id, &part.name)).chain(groups)
        });
        let name = names.find(|(id, _)| Some(*id) == place).map(|(_, name)| name.clone());
        return Some(name.unwrap_or_default());
    }
    Some(text)
}
