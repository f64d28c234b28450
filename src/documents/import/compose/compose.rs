//! Makes a draft of what the user has accepted. Rows are added through the one door of the draft.

use crate::domain::draft::approved::Approved;
use crate::domain::draft::budget::{Column, Fund, FundSource};
use crate::domain::draft::draft::{Draft, ProjectForm};
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::scheme::outline::{Content, OutlineSection};
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::input::Choice;
use crate::domain::values::shared::Shared;

use super::kept::Kept;
use super::making::{Making, OfRow, text};
use super::outline::{close_levels, leave_out};
use super::scheme::scheme;
use crate::documents::import::reading::reading::{Destination, Reading};
use crate::documents::import::recognised::{Slot, Value};

/// 去年的报告 as a draft: the rows that were accepted, each with its values, and the narrative.
/// Rows of an annexed form make a form of its own.
pub fn draft(rows: &[Vec<Value>], narrative: &[Kept]) -> Draft {
    let form = |values: &[Value]| text(values, Slot::Form).map(str::to_owned);
    let mut forms: Vec<(String, Vec<Vec<Value>>)> = Vec::new();
    for values in rows {
        let Some(name) = form(values) else { continue };
        let own: Vec<Value> = values
            .iter()
            .filter(|value| value.slot != Slot::Form)
            .cloned()
            .collect();
        match forms.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(own),
            None => forms.push((name, vec![own])),
        }
    }
    let own: Vec<Vec<Value>> = rows.iter().filter(|values| form(values).is_none()).cloned().collect();
    let mut draft = one(&own, narrative);
    for (_, rows) in forms {
        let form = ProjectForm {
            project: None,
            id: draft.next_id.take(),
            draft: Shared::new(one(&rows, &[])),
        };
        draft.forms.push(form);
    }
    draft
}

fn one(rows: &[Vec<Value>], narrative: &[Kept]) -> Draft {
    let mut made = Making {
        draft: Draft::by(scheme(rows, narrative)),
        levels: rows
            .iter()
            .filter_map(|row| text(row, Slot::FirstLevel).map(str::to_owned))
            .collect(),
        scores: Vec::new(),
        part_scores: Vec::new(),
        progress_weight: None,
        work: None,
    };
    for values in rows {
        made.row(values);
    }
    for kept in narrative {
        made.narrative(kept);
    }
    made.score_bare_parts();
    made.weigh_parts();
    made.weigh_as_printed();
    made.state_scores();
    close_levels(&mut made.draft);
    made.draft
}

/// A report taken over whole: everything that was recognised, as it was recognised.
pub fn whole(reading: &Reading) -> Draft {
    let rows: Vec<Vec<Value>> = reading.items.iter().map(|item| item.values.clone()).collect();
    let narrative = reading.pieces.iter().filter(|piece| !piece.is_routine);
    Draft {
        source: reading.source.clone(),
        ..last_year(&rows, &narrative.map(Kept::from).collect::<Vec<_>>())
    }
}

/// 去年的报告 as it was, without the parts that it does not have.
pub fn last_year(rows: &[Vec<Value>], narrative: &[Kept]) -> Draft {
    let mut draft = draft(rows, narrative);
    leave_out(&mut draft);
    close_levels(&mut draft);
    for form in &mut draft.forms {
        leave_out(form.draft.make_mut());
    }
    draft
}

/// 今年的草稿: targets and names stay, results go, and the budget of the year past stands beside the new one.
pub fn next_year(rows: &[Vec<Value>], narrative: &[Kept]) -> Draft {
    draft(rows, narrative).for_next_year()
}

/// 今年的草稿 from its 申报表: what it asks for and promises stands in the draft, and beside it as approved.
pub fn declared(rows: &[Vec<Value>], narrative: &[Kept]) -> Draft {
    let mut draft = draft(rows, narrative);
    promise(&mut draft);
    for form in &mut draft.forms {
        promise(form.draft.make_mut());
    }
    draft
}

/// A 申报表 tells no results: its amounts are budgets, and what it says is what was approved.
fn promise(draft: &mut Draft) {
    for project in &mut draft.projects.rows {
        if project.budget.is_blank() {
            project.budget = std::mem::take(&mut project.amount);
        }
    }
    let total = evaluate(draft).money.totals.initial.value.ok();
    draft.approved = Some(Shared::new(Approved::of(
        &draft.projects.rows,
        &draft.objectives.items,
        &draft.indicators,
        total,
    )));
}

impl Making {
    fn row(&mut self, values: &[Value]) {
        let Some(first) = values.first() else { return };
        let own = first.text.trim();
        match first.slot {
            Slot::Kind | Slot::Form => {}
            Slot::Unit => self.set(Field::Unit, own),
            Slot::ShortName => self.set(Field::ShortName, own),
            Slot::Year => self.set(Field::Year, own),
            Slot::ProjectTitle => self.set(Field::ProjectTitle, own),
            Slot::CompetentDepartment => self.set(Field::CompetentDepartment, own),
            Slot::ReportDate => self.set(Field::ReportDate, own),
            Slot::Duties => self.append(Field::Duties, own),
            Slot::SubordinateUnit => {
                self.add_with(
                    List::SubordinateUnits,
                    values,
                    &[(Slot::SubordinateUnit, Field::SubordinateUnit)],
                );
            }
            Slot::DivisionName | Slot::DivisionSecondName => {
                let fields: [(Slot, OfRow); 2] = [
                    (Slot::DivisionName, Field::DivisionName),
                    (Slot::DivisionSecondName, Field::DivisionSecondName),
                ];
                self.add_with(List::Divisions, values, &fields);
            }
            Slot::AuthorisedPosts => self.set(Field::AuthorisedPosts, own),
            Slot::Staff => self.set(Field::Staff, own),
            Slot::WorkOverview => self.append(Field::WorkOverview, own),
            Slot::WorkHeading | Slot::WorkText => {
                let fields: [(Slot, OfRow); 2] = [
                    (Slot::WorkHeading, Field::SectionHeading),
                    (Slot::WorkText, Field::SectionText),
                ];
                self.work = Some(self.add_with(List::Sections(None), values, &fields));
            }
            Slot::SubHeading | Slot::SubText => {
                let fields: [(Slot, OfRow); 2] = [
                    (Slot::SubHeading, Field::SectionHeading),
                    (Slot::SubText, Field::SectionText),
                ];
                self.add_with(List::Sections(self.work), values, &fields);
            }
            Slot::Money(source, column) => self.money(source, column, own),
            Slot::Nature(nature, column) => self.set(Field::NatureAmount(nature, column), own),
            Slot::ExecutionRate => self.set(Field::StatedExecutionRate, own),
            Slot::AdjustmentReason => self.set(Field::AdjustmentReason, own),
            Slot::ExecutionReason => self.set(Field::ExecutionReason, own),
            Slot::OverallObjective => self.append(Field::OverallObjective, own),
            Slot::ObjectiveActual => self.append(Field::ObjectiveActual, own),
            Slot::Objective => {
                self.add_with(List::Objectives, values, &[(Slot::Objective, Field::ObjectiveText)]);
            }
            Slot::PartName | Slot::PartWeight | Slot::PartScore => self.part(values),
            Slot::FirstLevel
            | Slot::SecondLevel
            | Slot::Goal
            | Slot::IndicatorName
            | Slot::Target
            | Slot::Actual
            | Slot::Weight
            | Slot::Score
            | Slot::Analysis
            | Slot::DeviationReason => self.indicator(values),
            Slot::Monitoring => self.append(Field::MonitoringText, own),
            Slot::ProjectTask | Slot::ProjectName | Slot::ProjectBudget | Slot::ProjectAmount => {
                let fields: [(Slot, OfRow); 4] = [
                    (Slot::ProjectBudget, Field::ProjectBudget),
                    (Slot::ProjectTask, Field::ProjectTask),
                    (Slot::ProjectName, Field::ProjectName),
                    (Slot::ProjectAmount, Field::ProjectAmount),
                ];
                self.add_with(List::Projects, values, &fields);
            }
            Slot::ProjectsNote => self.append(Field::ProjectsNote, own),
            Slot::Conclusion => self.append(Field::Conclusion, own),
            Slot::StatedScore => self.set(Field::StatedScore, own),
            Slot::StatedGrade => {
                let grade = Grade::ALL.iter().find(|grade| grade.label() == own);
                self.set(Field::StatedGrade, grade.map_or("", |grade| grade.code()));
            }
            Slot::CompletionHeading | Slot::CompletionText => {
                let fields: [(Slot, OfRow); 2] = [
                    (Slot::CompletionHeading, Field::CompletionHeading),
                    (Slot::CompletionText, Field::CompletionText),
                ];
                self.add_with(List::Completions, values, &fields);
            }
            Slot::Achievements => self.append(Field::Achievements, own),
            Slot::Problem => {
                self.add_with(List::Problems, values, &[(Slot::Problem, Field::Problem)]);
            }
            Slot::Improvement => {
                self.add_with(List::Improvements, values, &[(Slot::Improvement, Field::Improvement)]);
            }
        }
    }

    fn money(&mut self, source: Option<FundSource>, column: Column, amount: &str) {
        let Some(source) = source else {
            return self.set(Field::StatedTotal(column), amount);
        };
        let known = self
            .draft
            .budget
            .funds
            .iter()
            .find(|fund| fund.source == source)
            .map(|fund| fund.id);
        let fund = known.unwrap_or_else(|| {
            let fund = Fund::new(self.draft.next_id.take(), source);
            let id = fund.id;
            self.draft.budget.funds.push(fund);
            id
        });
        self.set(Field::FundAmount(fund, column), amount);
    }

    fn narrative(&mut self, kept: &Kept) {
        match kept.goes {
            Destination::Slot(slot) => self.row(&[Value {
                slot,
                text: kept.text.clone(),
            }]),
            Destination::Own(level, behind) => {
                let section = OutlineSection {
                    id: self.draft.next_id.take(),
                    level,
                    heading: if kept.heading.trim().is_empty() {
                        "去年报告开头的文字".into()
                    } else {
                        kept.heading.trim().to_owned()
                    },
                    content: Content::Text,
                    text: crate::domain::values::input::clean(&kept.text),
                };
                let outline = &mut self.draft.scheme.make_mut().outline;
                let after = behind.and_then(|content| outline.iter().rposition(|row| row.content == content));
                outline.insert(after.map_or(outline.len(), |place| place + 1), section);
            }
        }
    }
}
