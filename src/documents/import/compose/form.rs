//! Which of the official forms a report's indicators stood in, by what its columns told.

use std::collections::BTreeSet;

use super::kept::Kept;
use super::making::text;
use crate::documents::import::recognised::{Slot, Value};
use crate::domain::prose::pasted::captions;
use crate::domain::scheme::layout::{Lines, Shown};
use crate::domain::scheme::layouts;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::scheme::table_form::TableForm;
use crate::domain::scheme::tables_of::forms_of;
use crate::domain::values::input::Choice;

/// What a column may tell of an indicator; what a form asks besides is no part of a reading.
const TOLD: [Slot; 9] = [
    Slot::FirstLevel,
    Slot::SecondLevel,
    Slot::Goal,
    Slot::Target,
    Slot::Actual,
    Slot::Analysis,
    Slot::Weight,
    Slot::Score,
    Slot::DeviationReason,
];

/// The form whose columns differ least from what is told of the indicators, the first among equals; that within the text
/// where none is told, or where the text itself counts its tables, so that 表1 is still before 表3.
pub(super) fn form(kind: ReportKind, rows: &[Vec<Value>], narrative: &[Kept]) -> TableForm {
    let indicators: Vec<&Vec<Value>> = rows
        .iter()
        .filter(|row| text(row, Slot::IndicatorName).is_some())
        .collect();
    let counts_tables = narrative.iter().any(|kept| !captions(&kept.text).is_empty());
    // A 申报表 tells no results, and its columns nothing of the form of the report.
    let has_results = indicators
        .iter()
        .any(|row| text(row, Slot::Actual).is_some() || text(row, Slot::Score).is_some());
    if !has_results || counts_tables {
        return TableForm::default();
    }
    // A reason stands where something was missed only; any other column is filled in nearly all rows.
    let is_told = |slot: &Slot| {
        let filled = indicators.iter().filter(|row| text(row, *slot).is_some()).count();
        filled > 0 && (*slot == Slot::DeviationReason || filled * 2 >= indicators.len())
    };
    let told: BTreeSet<usize> = (0..TOLD.len()).filter(|place| is_told(&TOLD[*place])).collect();
    let distance = |form: &TableForm| {
        let (asked, besides) = asked(*form);
        told.symmetric_difference(&asked).count() + besides
    };
    // A report of a whole office may stand in any columns, a project in none that are an office's.
    let of_projects = || forms_of(ReportKind::Project, TableForm::Levels);
    let all = TableForm::ALL.iter().copied();
    all.filter(|form| kind == ReportKind::Department || of_projects().any(|other| other == *form))
        .min_by_key(distance)
        .unwrap_or_default()
}

/// What the columns of a form say of what may be told, and how many say something else.
fn asked(form: TableForm) -> (BTreeSet<usize>, usize) {
    let lines: &[&Lines] = match form {
        TableForm::Tasks => &[&layouts::TASK_WEIGHTS, &layouts::TASK_SCORES],
        form => &[&form.layout().lines],
    };
    let shown = lines.iter().flat_map(|lines| lines.columns).map(|column| column.shows);
    let (mut asked, mut besides) = (BTreeSet::new(), 0);
    for shows in shown {
        match slot(shows).map(|slot| TOLD.iter().position(|told| *told == slot)) {
            Some(place) => asked.extend(place),
            None => besides += 1,
        }
    }
    (asked, besides)
}

/// What a column tells of an indicator; none for what no reading has.
fn slot(shows: Shown) -> Option<Slot> {
    Some(match shows {
        Shown::Part(_) => Slot::FirstLevel,
        Shown::Group(_) => Slot::SecondLevel,
        Shown::Name(_) | Shown::Word(_) => Slot::IndicatorName,
        Shown::Goal => Slot::Goal,
        Shown::Target | Shown::TargetNumber | Shown::InitialTarget | Shown::Nature | Shown::Unit => Slot::Target,
        Shown::Actual | Shown::ActualNumber => Slot::Actual,
        Shown::Analysis => Slot::Analysis,
        Shown::TypedWeight | Shown::Weight => Slot::Weight,
        Shown::Score => Slot::Score,
        Shown::Reasons => Slot::DeviationReason,
        Shown::AdjustedTarget
        | Shown::Coefficient
        | Shown::Standard
        | Shown::Meaning
        | Shown::Hundred
        | Shown::Share
        | Shown::Core
        | Shown::Review => return None,
    })
}
