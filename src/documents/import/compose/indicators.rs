//! Indicators of a draft from another report: targets as measures, printed scores kept.

use crate::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::scheme::indicator::{AS_PRINTED, IndicatorNature, Scoring};
use crate::domain::values::input::{Choice, Entry, Input, Value as _};
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

use super::making::{Making, text};
use crate::documents::import::recognised::{Slot, Value};
use crate::documents::import::tables::target;

impl Making {
    /// A row of the table of indicators.
    pub(super) fn indicator(&mut self, values: &[Value]) {
        if self.is_goals(values) {
            return;
        }
        let first = text(values, Slot::FirstLevel);
        let score = Entry::<Points>::read(text(values, Slot::Score).unwrap_or_default());
        // 预算执行率 is a part of its own, whose score follows from the money, unless the report gives it another.
        if let Some(part) = self.progress_part(first, values) {
            let same = score.is_blank() || self.part_score(part) == score.value().copied();
            if same && let Some(reason) = text(values, Slot::DeviationReason) {
                self.append(Field::ExecutionReason, reason);
            }
            if same {
                let weight = text(values, Slot::Weight).and_then(|weight| Points::read(weight).ok());
                self.progress_weight = self.progress_weight.or(weight);
                return;
            }
            self.score_by_indicators(part);
        }
        let id = self.add(List::Indicators);
        self.scores.push((id, score));
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
        if let Some(place) = self.place(first, text(values, Slot::SecondLevel)) {
            self.set(Field::Indicator(id, IndicatorField::Place), &place.0.to_string());
        }
        self.measures(
            id,
            text(values, Slot::Target).unwrap_or_default(),
            text(values, Slot::Actual).unwrap_or_default(),
        );
    }

    /// Targets that are numbers become measures; any other target is the standard of a qualitative one.
    fn measures(&mut self, id: Id, wanted: &str, actual: &str) {
        let analysis = Field::Indicator(id, IndicatorField::Analysis);
        let Some(targets) = target::measures(wanted, None, "") else {
            self.set(
                Field::Indicator(id, IndicatorField::Nature),
                IndicatorNature::Qualitative.code(),
            );
            self.set(Field::Indicator(id, IndicatorField::Standard), wanted);
            if !actual.is_empty() {
                self.append(analysis, actual);
            }
            return;
        };
        // 93.10%（58家受访企业中54家满意）: a value, and what it rests on.
        let (value, remark) = actual.split_once(['（', '(']).unwrap_or((actual, ""));
        let actuals = target::actuals(actual, targets.len());
        let has_remark = actuals.is_none() && !remark.is_empty();
        let actuals = actuals.or_else(|| target::actuals(value, targets.len()).filter(|_| has_remark));
        if !actual.is_empty() && (actuals.is_none() || has_remark) {
            self.append(analysis, actual);
        }
        for (place, wanted) in targets.iter().enumerate() {
            let have = self
                .draft
                .indicator(id)
                .and_then(|row| row.measures.get(place))
                .map(|row| row.id);
            let measure = have.unwrap_or_else(|| self.add(List::Measures(id)));
            let mut put = |field, text: &str| self.set(Field::Measure(id, measure, field), text);
            put(MeasureField::Name, &wanted.name);
            put(MeasureField::Comparator, wanted.comparator.code());
            put(MeasureField::Target, &wanted.target.text());
            put(MeasureField::Unit, &wanted.unit);
            if let Some(actual) = actuals.as_ref().and_then(|actuals| actuals.get(place)) {
                put(MeasureField::Actual, &actual.written());
            }
        }
    }

    /// Where the rules do not give the score that the report printed, the printed one stands, and says so.
    pub(super) fn state_scores(&mut self) {
        let evaluation = evaluate(&self.draft);
        for (row, computed) in self.draft.indicators.iter_mut().zip(&evaluation.indicators) {
            let printed = self.scores.iter().find(|(id, _)| *id == row.id);
            let Some((_, score)) = printed.filter(|(_, score)| score.value().is_some()) else {
                continue;
            };
            if computed.score.ok().map(Points::rounded) != score.value().map(|printed| printed.rounded()) {
                let row = row.make_mut();
                row.scoring = Scoring::Manual;
                row.manual_score = score.clone();
                row.manual_reason = AS_PRINTED.into();
            }
        }
    }
}
