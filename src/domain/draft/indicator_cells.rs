//! 指标的格: the fields of an indicator that are typed in its row, line by line; each measure has a line, the first
//! with what is of the whole.

use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Scoring};
use crate::domain::values::row::Id;

use super::draft::Draft;
use super::field::{Field, IndicatorField, MeasureField};
use super::table_cells::TableRow;

/// 填结果: the result, the score where it is given by hand, and the reason where one is asked.
pub fn of_results(row: &Indicator, asks_reason: bool) -> Vec<TableRow> {
    lines(row, |place, measure| {
        let own = |field: Option<IndicatorField>| {
            let field = field.filter(|_| place == 0);
            field.map(|field| Field::Indicator(row.id, field))
        };
        vec![result(row, measure), own(by_hand(row)), own(reason(row, asks_reason))]
    })
}

/// 填整张表: name, sign, target, unit, weight, result, score, place, reason.
pub fn of_sheet(row: &Indicator, asks_reason: bool) -> Vec<TableRow> {
    lines(row, |place, measure| {
        let own = |field| (place == 0).then_some(Field::Indicator(row.id, field));
        let of_measure = |part| measure.map(|measure| Field::Measure(row.id, measure, part));
        let quality = (row.nature == IndicatorNature::Qualitative).then_some(());
        vec![
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
        ]
    })
}

/// The first line of an indicator of the draft, in the sheet.
pub fn first_line_of_sheet(draft: &Draft, id: Id) -> Vec<Option<Field>> {
    let lines = draft.indicator(id).map(|row| of_sheet(row, false)).unwrap_or_default();
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

fn by_hand(row: &Indicator) -> Option<IndicatorField> {
    (row.scoring == Scoring::Manual).then_some(IndicatorField::ManualScore)
}

fn reason(row: &Indicator, asks: bool) -> Option<IndicatorField> {
    (asks || !row.deviation_reason.is_empty()).then_some(IndicatorField::DeviationReason)
}
