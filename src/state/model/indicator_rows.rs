//! 指标的行: the rows of the list as it is looked at, under heads with subtotals as the form has them, and their cells.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::checks::finding::finding::Severity;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use crate::domain::draft::indicator_cells::{BEHIND, MoreColumns, of_results, of_sheet};
use crate::domain::draft::table::Table;
use crate::domain::draft::table_cells::{Cells, TableRow};
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Scoring};
use crate::domain::scheme::part::Group as SchemeGroup;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

use super::indicator_view::{IndicatorView, Showing, Sorting};
use super::workspace::Workspace;

/// 一级或二级指标: a head over rows, with what they come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// Whether it is a first level.
    pub is_first_level: bool,
    /// 权重 of the rows under it, in points; none where one is not known.
    pub weight: Option<Points>,
    /// 得分 of the rows under it; none where one is not known.
    pub score: Option<Points>,
}

/// Rows that stand together, by their places in the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The heads over it, the wider first.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Vec<usize>,
}

/// The rows of the list as they are looked at.
pub fn groups(workspace: &Workspace) -> Vec<Group> {
    let view = &workspace.indicator_view;
    let rows = &workspace.draft.indicators;
    let Some(chosen) = &view.rows else {
        return by_form(workspace, (0..rows.len()).collect());
    };
    let places: BTreeMap<Id, usize> = rows.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
    let later = rows.iter().map(|row| row.id).filter(|id| *id > view.until);
    let shown = chosen
        .iter()
        .copied()
        .chain(later)
        .filter_map(|id| places.get(&id).copied())
        .collect();
    match view.sorting {
        Sorting::Form => by_form(workspace, shown),
        _ => vec![Group {
            heads: Vec::new(),
            rows: shown,
        }],
    }
}

/// The list looked at in a way, as it stands now.
pub fn looked_at(workspace: &Workspace, showing: Showing, sorting: Sorting) -> IndicatorView {
    let draft = &workspace.draft;
    let mut rows: Vec<usize> = (0..draft.indicators.len())
        .filter(|place| shows(workspace, showing, *place))
        .collect();
    let evaluation = |place: usize| workspace.evaluation.indicators.get(place);
    match sorting {
        Sorting::Form => {}
        Sorting::Weight => rows.sort_by_key(|place| Reverse(evaluation(*place).and_then(|found| found.weight.ok()))),
        Sorting::Lost => rows.sort_by_key(|place| Reverse(evaluation(*place).and_then(IndicatorEvaluation::lost))),
        Sorting::Division => {
            let division = |place: &usize| draft.indicators.get(*place).map(|row| row.division.trim().to_owned());
            // Those without a division come last.
            rows.sort_by_cached_key(|place| division(place).map(|name| (name.is_empty(), name)));
        }
    }
    let is_plain = showing == Showing::All && sorting == Sorting::Form;
    let ids = rows
        .into_iter()
        .filter_map(|place| draft.indicators.get(place).map(|row| row.id));
    IndicatorView {
        showing,
        sorting,
        whole: workspace.indicator_view.whole,
        more: workspace.indicator_view.more,
        rows: (!is_plain).then(|| Rc::new(ids.collect())),
        until: draft.indicators.iter().map(|row| row.id).max().unwrap_or_default(),
    }
}

/// How many rows a way of looking would show.
pub fn count(workspace: &Workspace, showing: Showing) -> usize {
    (0..workspace.draft.indicators.len())
        .filter(|place| shows(workspace, showing, *place))
        .count()
}

fn shows(workspace: &Workspace, showing: Showing, place: usize) -> bool {
    let Some(row) = workspace.draft.indicators.get(place) else {
        return false;
    };
    match showing {
        Showing::All => true,
        Showing::Unfilled => is_unfilled(row),
        Showing::Manual => row.scoring == Scoring::Manual,
        Showing::Wrong => workspace
            .findings
            .indicators
            .get(place)
            .is_some_and(|findings| findings.iter().any(|finding| finding.severity() == Severity::Error)),
        Showing::LostPoints => workspace
            .evaluation
            .indicators
            .get(place)
            .and_then(IndicatorEvaluation::lost)
            .is_some(),
    }
}

/// Whether the year's result is missing.
fn is_unfilled(row: &Indicator) -> bool {
    match row.nature {
        IndicatorNature::Quantitative => row.measures.iter().any(|measure| measure.actual.is_blank()),
        IndicatorNature::Qualitative => row.attainment.is_none(),
        IndicatorNature::Formula => false,
        IndicatorNature::Checklist => row.items.iter().any(|item| item.answer.is_none()),
        IndicatorNature::Deductions => row.items.iter().any(|item| item.times.is_blank()),
    }
}

fn by_form(workspace: &Workspace, rows: Vec<usize>) -> Vec<Group> {
    let scheme = &workspace.draft.scheme;
    let parts: Vec<_> = scheme.indicator_parts().collect();
    let levels = parts.len() > 1 || parts.iter().any(|part| !part.groups.is_empty());
    if !levels {
        return vec![Group {
            heads: Vec::new(),
            rows,
        }];
    }
    // A row's part, and its group in it; rows without a group come before the groups.
    let home = |place: usize| -> (Option<Id>, Option<Id>) {
        let row = workspace.draft.indicators.get(place);
        let home = row.and_then(|row| scheme.home(row.place));
        (
            home.map(|(part, _)| part.id),
            home.and_then(|(_, group)| group).map(|group| group.id),
        )
    };
    let homes: Vec<_> = rows.into_iter().map(|place| (home(place), place)).collect();
    let head = |name: &str, is_first_level, of: &[usize]| {
        let rows = || {
            // A row that is only just begun takes nothing from the others.
            let written = of.iter().filter(|place| {
                let row = workspace.draft.indicators.get(**place);
                row.is_some_and(|row| !row.is_blank())
            });
            written.filter_map(|place| workspace.evaluation.indicators.get(*place))
        };
        let sum = |read: fn(&IndicatorEvaluation) -> Derived<Points>| {
            rows().map(|row| read(row).ok()).sum::<Option<Points>>()
        };
        Head {
            name: name.to_owned(),
            is_first_level,
            weight: sum(|row| row.weight),
            score: sum(|row| row.score),
        }
    };
    let mut groups: Vec<Group> = Vec::new();
    for part in &parts {
        let of_group = |group: Option<&SchemeGroup>| -> Vec<usize> {
            let home = (Some(part.id), group.map(|group| group.id));
            let own = homes.iter().filter(|(own, _)| *own == home);
            own.map(|(_, place)| *place).collect()
        };
        let ordered = std::iter::once(None).chain(part.groups_by_level().into_iter().map(Some));
        let filled: Vec<(Option<&SchemeGroup>, Vec<usize>)> = ordered
            .map(|group| (group, of_group(group)))
            .filter(|(_, rows)| !rows.is_empty())
            .collect();
        for level in filled.chunk_by(|(one, _), (other, _)| part.first_level(*one) == part.first_level(*other)) {
            let all: Vec<usize> = level.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
            let first = level.first().and_then(|(group, _)| *group);
            let mut heads = vec![head(part.first_level(first), true, &all)];
            for (group, rows) in level {
                heads.extend(group.map(|group| head(&group.name, false, rows)));
                groups.push(Group {
                    heads: std::mem::take(&mut heads),
                    rows: rows.clone(),
                });
            }
        }
    }
    groups
}

/// The fields of an indicator that are typed in its row of the list.
pub fn cells_of(
    row: &Indicator,
    evaluation: Option<&IndicatorEvaluation>,
    table: Table,
    more: MoreColumns,
) -> Vec<TableRow> {
    let asks_reason = evaluation.and_then(IndicatorEvaluation::lost).is_some();
    match table {
        Table::IndicatorSheet => of_sheet(row, asks_reason, more),
        _ => of_results(row, asks_reason, more),
    }
}

/// The cells of a table as the page shows it: the indicators as they are looked at, without the one whose editor is
/// open below it, which has its fields to itself.
pub fn cells(workspace: &Workspace, table: Table) -> Cells {
    let draft: &Draft = &workspace.draft;
    if table.list() != Some(List::Indicators) {
        return table.cells(draft);
    }
    let more = workspace.indicator_view.more;
    let places = groups(workspace).into_iter().flat_map(|group| group.rows);
    let rows = places.filter_map(|place| {
        let row = draft.indicators.get(place)?;
        let evaluation = workspace.evaluation.indicators.get(place);
        (!workspace.is_open_below(row.id)).then(|| cells_of(row, evaluation, table, more))
    });
    Cells {
        rows: rows.flatten().collect(),
        hidden: more.hidden(table.heads().len() - BEHIND.len()),
    }
}

/// Where somebody who opens an indicator begins: at the first result that is missing, else at the first one, and at
/// the goal while nothing is written at all.
pub fn asked_first(row: &Indicator) -> Field {
    let field = |part| Field::Indicator(row.id, part);
    if row.is_blank() {
        return field(IndicatorField::Goal);
    }
    match row.nature {
        IndicatorNature::Quantitative => {
            let missing = row.measures.iter().find(|measure| measure.actual.is_blank());
            let measure = missing.or(row.measures.first());
            let actual = |id| Field::Measure(row.id, id, MeasureField::Actual);
            measure.map_or(field(IndicatorField::Goal), |measure| actual(measure.id))
        }
        IndicatorNature::Qualitative => field(IndicatorField::Attainment),
        _ => field(IndicatorField::Goal),
    }
}

/// Whether a field is typed in the row of its indicator also while the editor is closed.
pub fn is_in_row(workspace: &Workspace, field: Field) -> bool {
    let row = field.indicator().and_then(|id| workspace.draft.indicator(id));
    row.is_some_and(|row| {
        let asks_reason = matches!(field, Field::Indicator(_, IndicatorField::DeviationReason));
        let more = workspace.indicator_view.more;
        let lines = match workspace.indicator_view.table() {
            Table::IndicatorSheet => of_sheet(row, asks_reason, more),
            _ => of_results(row, asks_reason, more),
        };
        lines.iter().any(|line| line.cells.contains(&Some(field)))
    })
}
