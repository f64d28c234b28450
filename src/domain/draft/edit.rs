//! The one door through which a draft changes.

use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::rule::{Rule, Tier};
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::input::{Input, replace};
use crate::domain::values::row::{Direction, Id, Row, Rows, find_mut};
use crate::domain::values::shared::Shared;

use super::draft::{Draft, ProjectForm, SchemeStanding};
use super::field::{Field, List, RuleOwner};
use super::narrative::find_section_mut;
use super::own_wording::{OwnWording, WordingKind};
use super::scheme_place::{scheme_input, scheme_input_mut};
use super::set_aside::SetAside;
use super::taken::TakenRows;

/// 一次修改.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// What was typed or chosen in a field.
    Set(Field, String),
    /// A new blank row, after the given one or at the end.
    Add(List, Option<Id>),
    /// A row taken out.
    Remove(List, Id),
    /// A row moved by one place.
    Move(List, Id, Direction),
    /// A copy of a row, right after it.
    Duplicate(List, Id),
    /// Another scoring scheme; indicators and actual values stay.
    TakeScheme(Shared<Scheme>),
    /// Another kind of document, with a scheme that stands in until one is chosen.
    ChangeKind(Shared<Scheme>),
    /// Indicators from a scheme or a library, at the end.
    TakeIndicators(Vec<Indicator>),
    /// 从表格导入: a list with the rows of a table in it.
    TakeRows(TakenRows),
    /// A project's form, at the end; with the project of the list that it was made of.
    TakeForm(Option<Id>, Shared<Draft>),
    /// 自己写一段, 保留自己的写法, 恢复自动生成.
    Word(WordingKind, OwnWording),
    /// 拆分指标: a compound indicator becomes these two, the second right after the first, with an identity of its own.
    Split(Id, Box<[Indicator; 2]>),
    /// 改好了, 仍然适用: a text of last year is settled.
    SettleLastYear(Field),
    /// 不再和申报表比.
    LetApprovedGo,
    /// 不处理一条检查结果.
    SetAside(SetAside),
    /// 恢复一个版本: another state of the whole draft.
    TakeVersion(Shared<Draft>),
    /// Several changes as one step.
    Together(Together),
}

/// 一步: several changes that are made and taken back as one, such as a pasted block of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// What was done, for the way back: "粘贴 12 格".
    pub name: String,
    /// Where it was done; the way back leads there.
    pub at: Field,
    /// The changes, one after the other.
    pub edits: Vec<Edit>,
}

/// What an edit did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Whether the draft differs from before.
    pub changed: bool,
    /// The row that the edit made; of a removal, the one that comes up.
    pub row: Option<Id>,
}

impl Draft {
    /// What a field holds; none when its row is gone.
    pub fn input(&self, field: Field) -> Option<&dyn Input> {
        if field.is_of_scheme() {
            return scheme_input(&self.scheme, field);
        }
        self.plain_input(field)
    }

    /// The text of a field; empty when blank or when its row is gone.
    pub fn text(&self, field: Field) -> String {
        self.input(field).map(Input::text).unwrap_or_default()
    }

    /// Makes a change. A field or row that is no longer there changes nothing.
    pub fn apply(&mut self, edit: &Edit) -> Applied {
        let (changed, row) = match edit {
            Edit::Set(field, text) => {
                let changed = self.set(*field, text);
                if changed {
                    self.carry_to_form(*field);
                }
                (changed, None)
            }
            Edit::Add(list, after) => {
                let mut ids = self.next_id;
                let row = self.rows_mut(*list).map(|rows| rows.add(*after, &mut ids));
                self.next_id = ids;
                (row.is_some(), row)
            }
            Edit::Remove(list, id) => match self.rows_mut(*list) {
                Some(rows) => {
                    let beside = rows.beside(*id);
                    (rows.remove(*id), beside)
                }
                None => (false, None),
            },
            Edit::Move(list, id, direction) => (
                self.rows_mut(*list).is_some_and(|rows| rows.shift(*id, *direction)),
                None,
            ),
            Edit::TakeScheme(scheme) => (self.take_scheme(scheme, SchemeStanding::Chosen), None),
            Edit::ChangeKind(scheme) => (self.take_scheme(scheme, SchemeStanding::Open), None),
            Edit::TakeForm(project, draft) => {
                let id = self.next_id.take();
                self.forms.push(ProjectForm {
                    id,
                    project: *project,
                    draft: draft.clone(),
                });
                (true, Some(id))
            }
            Edit::TakeIndicators(indicators) => self.take_indicators(indicators),
            Edit::TakeRows(rows) => {
                let changed = rows.put_into(self);
                if changed {
                    self.carry_all_to_forms();
                }
                (changed, None)
            }
            Edit::Word(kind, own) => (replace(self.wordings.get_mut(*kind), own.clone()), None),
            Edit::Split(id, rows) => {
                let row = self.put_split(*id, rows);
                (row.is_some(), row)
            }
            Edit::SettleLastYear(field) => (self.settle(*field), None),
            Edit::LetApprovedGo => (self.approved.take().is_some(), None),
            Edit::SetAside(row) => {
                let id = self.next_id.take();
                // What was said of the same finding before no longer holds.
                self.set_aside.retain(|other| {
                    (&other.code, &other.field, &other.message) != (&row.code, &row.field, &row.message)
                });
                self.set_aside.push(SetAside { id, ..row.clone() });
                (true, Some(id))
            }
            Edit::TakeVersion(version) => (self.take_version(version), None),
            Edit::Together(step) => step.edits.iter().fold((false, None), |(changed, row), edit| {
                let applied = self.apply(edit);
                (changed | applied.changed, applied.row.or(row))
            }),
            Edit::Duplicate(list, id) => {
                let mut ids = self.next_id;
                let row = self.rows_mut(*list).and_then(|rows| rows.duplicate(*id, &mut ids));
                self.next_id = ids;
                // The copy of a form is for another project.
                if let (List::Forms, Some(copy)) = (*list, row.and_then(|row| find_mut(&mut self.forms, row))) {
                    copy.project = None;
                }
                (row.is_some(), row)
            }
        };
        Applied { changed, row }
    }

    fn set(&mut self, field: Field, text: &str) -> bool {
        // Looking first keeps a keystroke that changes nothing from copying a shared row.
        if self.input(field).is_none_or(|input| input.text() == text) {
            return false;
        }
        let input = if field.is_of_scheme() {
            scheme_input_mut(self.scheme.make_mut(), field)
        } else {
            self.plain_input_mut(field)
        };
        let Some(input) = input else { return false };
        let is_changed = input.set(text);
        let is_number = input.is_read() && input.fault().is_none();
        self.note_working(field, text, is_number) | is_changed
    }

    fn rows_mut(&mut self, list: List) -> Option<&mut dyn Rows> {
        Some(match list {
            List::Basis => &mut self.basics.basis,
            List::Divisions => &mut self.department.divisions,
            List::SubordinateUnits => &mut self.department.subordinate_units,
            List::Sections(None) => &mut self.work.sections,
            List::Sections(Some(parent)) => &mut find_section_mut(&mut self.work.sections, parent)?.sections,
            List::Funds => &mut self.budget.funds,
            List::Objectives => &mut self.objectives.items,
            List::Indicators => &mut self.indicators,
            List::Measures(id) => &mut find_mut(&mut self.indicators, id)?.make_mut().measures,
            List::Items(id) => &mut find_mut(&mut self.indicators, id)?.make_mut().items,
            List::Tiers(RuleOwner::Indicator(id)) => {
                tiers_mut(&mut find_mut(&mut self.indicators, id)?.make_mut().rule)?
            }
            List::Outline => &mut self.scheme.make_mut().outline,
            List::Parts => &mut self.scheme.make_mut().parts,
            List::Groups(part) => &mut find_mut(&mut self.scheme.make_mut().parts, part)?.groups,
            List::CheckpointTargets(part) => {
                &mut find_mut(&mut self.scheme.make_mut().parts, part)?.checkpoints.targets
            }
            List::Tiers(RuleOwner::Part(part)) => {
                tiers_mut(&mut find_mut(&mut self.scheme.make_mut().parts, part)?.progress)?
            }
            List::Evidence(id) => &mut find_mut(&mut self.indicators, id)?.make_mut().evidence,
            List::Checkpoints => &mut self.monitoring.checkpoints,
            List::Forms => &mut self.forms,
            List::Projects => &mut self.projects.rows,
            List::Completions => &mut self.results.completions,
            List::Problems => &mut self.problems,
            List::Improvements => &mut self.improvements,
            List::SetAside => &mut self.set_aside,
        })
    }

    /// Puts a scheme in the place of the present one. Each indicator goes where the new scheme has a part
    /// or group of the same name, the others to its first part for indicators.
    pub(super) fn take_scheme(&mut self, scheme: &Shared<Scheme>, standing: SchemeStanding) -> bool {
        let mut scheme = Scheme::clone(scheme);
        scheme.renumber(&mut self.next_id);
        for indicator in &mut self.indicators {
            let place = scheme.place_like(&self.scheme, indicator.place);
            if indicator.place != place {
                indicator.make_mut().place = place;
            }
        }
        self.scheme = Shared::new(scheme);
        self.scheme_standing = standing;
        true
    }

    fn put_split(&mut self, id: Id, [first, second]: &[Indicator; 2]) -> Option<Id> {
        let place = self.indicators.iter().position(|row| row.id == id)?;
        let mut second = second.clone();
        second.renumber(&mut self.next_id);
        let fresh = second.id;
        *self.indicators.get_mut(place)? = Shared::new(first.clone());
        self.indicators.insert(place + 1, Shared::new(second));
        Some(fresh)
    }

    /// Identities that this draft has given out are not given out again, so that later comparisons hold.
    fn take_version(&mut self, version: &Draft) -> bool {
        let mut version = version.clone();
        version.next_id = version.next_id.max(self.next_id);
        replace(self, version)
    }
}

fn tiers_mut(rule: &mut Rule) -> Option<&mut Vec<Tier>> {
    match rule {
        Rule::Tiers(rule) => Some(&mut rule.tiers),
        Rule::Proportional | Rule::AllOrNothing | Rule::Deduction(_) => None,
    }
}
