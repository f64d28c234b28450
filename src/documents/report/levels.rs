//! The indicators by the levels of the scheme.

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation, PartEvaluation};
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::part::{Group, Part};
use crate::domain::values::row::Id;

/// One line of the third level with the levels above.
#[derive(Clone, Copy)]
pub struct FormRow<'a> {
    /// 一级指标.
    pub part: &'a Part,
    /// What follows for the part; none where it was not evaluated.
    pub part_result: Option<&'a PartEvaluation>,
    /// 二级指标; none where the indicator stands in the part itself.
    pub group: Option<&'a Group>,
    /// Its place among the draft's indicators.
    pub place: usize,
    /// The indicator.
    pub row: &'a Indicator,
    /// What follows from it.
    pub result: &'a IndicatorEvaluation,
}

impl FormRow<'_> {
    /// The name of the first level over it.
    pub fn first_level(&self) -> &str {
        self.part.first_level(self.group)
    }

    /// Whether another stands in the same part, under the same first level.
    pub fn same_first_level(&self, other: &FormRow<'_>) -> bool {
        self.part.id == other.part.id && self.first_level() == other.first_level()
    }

    /// Whether another stands in the same part and the same group of it.
    pub fn same_group(&self, other: &FormRow<'_>) -> bool {
        let id = |line: &FormRow<'_>| -> Option<Id> { line.group.map(|group| group.id) };
        self.part.id == other.part.id && id(self) == id(other)
    }
}

/// The indicators in the order of the scheme's levels, however they were typed in.
pub fn lines<'a>(draft: &'a Draft, evaluation: &'a Evaluation) -> Vec<FormRow<'a>> {
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let mut lines: Vec<(usize, usize, FormRow<'a>)> = rows
        .enumerate()
        .filter_map(|(place, (row, result))| {
            let (part, group) = draft.scheme.home(row.place)?;
            let part_place = draft.scheme.parts.iter().position(|other| other.id == part.id)?;
            let group_place =
                group.and_then(|group| part.groups_by_level().iter().position(|other| other.id == group.id));
            let line = FormRow {
                part,
                part_result: evaluation.parts.get(part_place),
                group,
                place,
                row,
                result,
            };
            Some((part_place, group_place.map_or(0, |place| place + 1), line))
        })
        .collect();
    lines.sort_by_key(|(part, group, _)| (*part, *group));
    lines.into_iter().map(|(_, _, line)| line).collect()
}
