//! 指标的格: the fields of an indicator that are typed in its row, line by line; each measure has a line, the first
//! with what is of the whole.

use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Scoring};
use crate::domain::values::input::{Choice, choices};
use crate::domain::values::row::Id;

use super::draft::Draft;
use super::field::{Field, IndicatorField, MeasureField};
use super::table_cells::TableRow;

choices! {
    /// 可选的列: what of an indicator is typed in its row where it is chosen.
    MoreColumn {
        /// 偏差原因, also where none is asked.
        Reason = "reason" "偏差原因",
        /// 绩效目标.
        Goal = "goal" "绩效目标",
        /// 实现情况分析.
        Analysis = "analysis" "实现情况分析",
        /// 改进措施.
        Improvement = "improvement" "改进措施",
        /// 责任科室.
        Division = "division" "责任科室",
    }
}

/// The columns behind those that every such table has, from the left.
pub const BEHIND: [MoreColumn; 4] = [
    MoreColumn::Goal,
    MoreColumn::Analysis,
    MoreColumn::Improvement,
    MoreColumn::Division,
];

/// Which of the columns to choose are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MoreColumns(u8);

impl MoreColumns {
    /// All of them.
    pub const ALL: MoreColumns = MoreColumns(u8::MAX);

    /// Whether a column is shown.
    pub fn has(self, column: MoreColumn) -> bool {
        self.0 & MoreColumns::bit(column) != 0
    }

    /// With a column that was not shown, or without one that was.
    pub fn toggled(self, column: MoreColumn) -> MoreColumns {
        MoreColumns(self.0 ^ MoreColumns::bit(column))
    }

    /// The columns that are not shown, where so many stand before those to choose.
    pub fn hidden(self, before: usize) -> Vec<usize> {
        let hidden = BEHIND.iter().enumerate().filter(|(_, column)| !self.has(**column));
        hidden.map(|(place, _)| before + place).collect()
    }

    fn bit(column: MoreColumn) -> u8 {
        let place = MoreColumn::ALL.iter().position(|other| *other == column);
        1 << place.unwrap_or_default()
    }
}

impl MoreColumn {
    /// The field that is typed in it.
    pub fn field(self) -> IndicatorField {
        match self {
            MoreColumn::Reason => IndicatorField::DeviationReason,
            MoreColumn::Goal => IndicatorField::Goal,
            MoreColumn::Analysis => IndicatorField::Analysis,
            MoreColumn::Improvement => IndicatorField::Improvement,
            MoreColumn::Division => IndicatorField::Division,
        }
    }
}

/// 填结果: the result, the score where it is given by hand, and the reason where one is asked.
pub fn of_results(row: &Indicator, asks_reason: bool, more: MoreColumns) -> Vec<TableRow> {
    let asks_reason = asks_reason || more.has(MoreColumn::Reason);
    lines(row, |place, measure| {
        let own = |field: Option<IndicatorField>| {
            let field = field.filter(|_| place == 0);
            field.map(|field| Field::Indicator(row.id, field))
        };
        let cells = [result(row, measure), own(by_hand(row)), own(reason(row, asks_reason))];
        cells.into_iter().chain(behind(more).map(own)).collect()
    })
}

/// 填整张表: name, sign, target, unit, weight, result, score, place, reason.
pub fn of_sheet(row: &Indicator, asks_reason: bool, more: MoreColumns) -> Vec<TableRow> {
    let asks_reason = asks_reason || more.has(MoreColumn::Reason);
    lines(row, |place, measure| {
        let own = |field| (place == 0).then_some(Field::Indicator(row.id, field));
        let of_measure = |part| measure.map(|measure| Field::Measure(row.id, measure, part));
        let quality = (row.nature == IndicatorNature::Qualitative).then_some(());
        let cells = [
            own(IndicatorField::Name),
            // What is no number has no sign; instead it is chosen what it is.
            of_measure(MeasureField::Comparator).or(own(IndicatorField::Nature)),
            of_measure(MeasureField::Target).or(quality.and(own(IndicatorField::Standard))),
            of_measure(MeasureField::Unit),
            own(IndicatorField::Weight),
            result(row, measure),
            by_hand(row).and_then(own),
            own(IndicatorField::Place),
            reason(row, asks_reason).and_then(own),
        ];
        let behind = behind(more).map(|field| field.and_then(own));
        cells.into_iter().chain(behind).collect()
    })
}

/// The first line of an indicator of the draft, in the sheet.
pub fn first_line_of_sheet(draft: &Draft, id: Id) -> Vec<Option<Field>> {
    let row = draft.indicator(id);
    let lines = row
        .map(|row| of_sheet(row, false, MoreColumns::ALL))
        .unwrap_or_default();
    lines.into_iter().next().map(|line| line.cells).unwrap_or_default()
}

fn lines(row: &Indicator, cells: impl Fn(usize, Option<Id>) -> Vec<Option<Field>>) -> Vec<TableRow> {
    let measures: Vec<Option<Id>> = match row.nature {
        IndicatorNature::Quantitative if !row.measures.is_empty() => {
            row.measures.iter().map(|measure| Some(measure.id)).collect()
        }
        _ => vec![None],
    };
    let lines = measures.into_iter().enumerate().map(|(place, measure)| TableRow {
        id: Some(row.id),
        cells: cells(place, measure),
    });
    lines.collect()
}

/// The field of the result; none where it follows from other fields.
fn result(row: &Indicator, measure: Option<Id>) -> Option<Field> {
    match (measure, row.nature) {
        (Some(measure), _) => Some(Field::Measure(row.id, measure, MeasureField::Actual)),
        (None, IndicatorNature::Qualitative) => Some(Field::Indicator(row.id, IndicatorField::Attainment)),
        (None, _) => None,
    }
}

/// The fields behind the columns that every such table has; none where a column is not shown.
fn behind(more: MoreColumns) -> impl Iterator<Item = Option<IndicatorField>> {
    BEHIND
        .into_iter()
        .map(move |column| more.has(column).then(|| column.field()))
}

fn by_hand(row: &Indicator) -> Option<IndicatorField> {
    (row.scoring == Scoring::Manual).then_some(IndicatorField::ManualScore)
}

fn reason(row: &Indicator, asks: bool) -> Option<IndicatorField> {
    (asks || !row.deviation_reason.is_empty()).then_some(IndicatorField::DeviationReason)
}
