//! Indicators of a draft from another report: targets as measures, printed scores kept.

use crate::domain::draft::Draft;
use crate::domain::evaluation::evaluate;
use crate::domain::field::{Field, IndicatorField, List, MeasureField};
use crate::domain::indicator::{IndicatorNature, Scoring};
use crate::domain::input::{Choice, Entry};
use crate::domain::outline::Chapter;
use crate::domain::points::Points;
use crate::domain::prose::bound::bounds;
use crate::domain::row::Id;

use super::compose::{Making, text};
use super::recognised::{Slot, Value};

impl Making {
    /// A row of the table of indicators.
    pub(super) fn indicator(&mut self, values: &[Value]) {
        let id = self.add(List::Indicators);
        let fields = [
            (Slot::IndicatorName, IndicatorField::Name),
            (Slot::Goal, IndicatorField::Goal),
            (Slot::Weight, IndicatorField::Weight),
            (Slot::Analysis, IndicatorField::Analysis),
            (Slot::DeviationReason, IndicatorField::DeviationReason),
        ];
        for (slot, field) in fields {
            if let Some(text) = text(values, slot) {
                self.set(Field::Indicator(id, field), text);
            }
        }
        if let Some(place) = self.place(text(values, Slot::FirstLevel), text(values, Slot::SecondLevel)) {
            self.set(Field::Indicator(id, IndicatorField::Place), &place.0.to_string());
        }
        self.measures(
            id,
            text(values, Slot::Target).unwrap_or_default(),
            text(values, Slot::Actual).unwrap_or_default(),
        );
    }

    /// Targets that are numbers become measures; any other target is the standard of a qualitative one.
    fn measures(&mut self, id: Id, target: &str, actual: &str) {
        let targets = bounds(&measurable(target));
        if targets.is_empty() {
            self.set(
                Field::Indicator(id, IndicatorField::Nature),
                IndicatorNature::Qualitative.code(),
            );
            self.set(Field::Indicator(id, IndicatorField::Standard), target);
            if !actual.is_empty() {
                self.append(Field::Indicator(id, IndicatorField::Analysis), actual);
            }
            return;
        }
        let actuals = bounds(&measurable(actual));
        let pairs = actuals.len() == targets.len();
        if !pairs && !actual.is_empty() {
            self.append(Field::Indicator(id, IndicatorField::Analysis), actual);
        }
        for (place, bound) in targets.iter().enumerate() {
            let have = self
                .draft
                .indicator(id)
                .and_then(|row| row.measures.get(place))
                .map(|row| row.id);
            let measure = have.unwrap_or_else(|| self.add(List::Measures(id)));
            let mut put = |field, text: &str| self.set(Field::Measure(id, measure, field), text);
            put(MeasureField::Comparator, bound.comparator.code());
            put(MeasureField::Target, &bound.value.decimal().normalize().to_string());
            put(MeasureField::Unit, bound.unit.trim_end_matches(NO_UNIT));
            if let Some(actual) = actuals.get(place).filter(|_| pairs) {
                put(MeasureField::Actual, &actual.value.decimal().normalize().to_string());
            }
        }
    }
}

/// What stands for the unit of a bare number, so that it is read as a quantity.
const NO_UNIT: &str = "个";

/// A text of numbers, those without a unit given one for the reading.
fn measurable(text: &str) -> String {
    let pieces = text.split(['；', ';']).map(|piece| {
        let piece = piece.trim();
        if piece.ends_with(|c: char| c.is_ascii_digit()) {
            format!("{piece}{NO_UNIT}")
        } else {
            piece.to_owned()
        }
    });
    pieces.collect::<Vec<_>>().join("；")
}

/// Where the rules do not give the score that the report printed, the printed one stands, and says so.
pub(super) fn state_scores(draft: &mut Draft, rows: &[Vec<Value>]) {
    let scores: Vec<Entry<Points>> = rows
        .iter()
        .filter(|row| {
            row.first()
                .is_some_and(|value| value.slot.chapter() == Chapter::Indicators)
        })
        .map(|row| Entry::read(text(row, Slot::Score).unwrap_or_default()))
        .collect();
    let evaluation = evaluate(draft);
    for (place, score) in scores.iter().enumerate() {
        let (Some(printed), Some(row)) = (score.value(), draft.indicators.get_mut(place)) else {
            continue;
        };
        let computed = evaluation.indicators.get(place).and_then(|row| row.score.ok());
        if computed.map(Points::rounded) != Some(printed.rounded()) {
            let row = row.make_mut();
            row.scoring = Scoring::Manual;
            row.manual_score = score.clone();
            row.manual_reason = "按去年报告所载的得分。".into();
        }
    }
}
