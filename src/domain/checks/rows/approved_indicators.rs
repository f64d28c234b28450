//! D7 of indicators: names, targets, standards and weights that are other than the 申报表 promised.

use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::approved::{Approved, ApprovedIndicator};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use crate::domain::scheme::indicator::{Indicator, Measure, target_text};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Input, Value};
use crate::domain::values::row::Id;

use super::approved_pairs::{HINT, Pairs, bare};

/// Finds D7 of indicators.
pub(super) fn check(draft: &Draft, approved: &Approved, found: &mut Vec<Finding>) {
    let rows = draft
        .indicators
        .iter()
        .map(|row| &**row)
        .filter(|row| !row.is_blank())
        .collect();
    let pairs = Pairs::of(
        &approved.indicators,
        rows,
        |row| (row.id, &row.name),
        |row: &Indicator| (row.id, &row.name),
    );
    for row in pairs.missing {
        let text = format!(
            "申报表上的指标“{}”{}报告里没有。",
            excerpt(&row.name, 24),
            told(
                &row.measures,
                &row.standard,
                row.weight.value().map(|own| own.printed())
            )
        );
        found.push(Finding::new(Code::D7, Field::Rows(List::Indicators), text, HINT));
    }
    for row in pairs.added {
        let text = format!(
            "指标“{}”{}申报表上没有。",
            excerpt(&row.name, 24),
            told(
                &row.measures,
                &row.standard,
                row.weight.value().map(|own| own.printed())
            )
        );
        let field = Field::Indicator(row.id, IndicatorField::Name);
        found.push(Finding::new(Code::D7, field, text, HINT));
    }
    for (promised, row) in pairs.both {
        indicator(promised, row, found);
    }
}

/// （≥ 12 次，权重 10）
fn told(measures: &[Measure], standard: &str, weight: Option<String>) -> String {
    let targets = measures.iter().filter(|measure| !measure.target.is_blank());
    let mut parts: Vec<String> = targets.map(target_text).collect();
    if parts.is_empty() && !standard.trim().is_empty() {
        parts.push(format!("“{}”", excerpt(standard, 16)));
    }
    parts.extend(weight.map(|weight| format!("权重 {weight}")));
    match parts.is_empty() {
        true => String::new(),
        false => format!("（{}）", parts.join("，")),
    }
}

fn indicator(promised: &ApprovedIndicator, row: &Indicator, found: &mut Vec<Finding>) {
    let name = excerpt(&promised.name, 24);
    let field = |part| Field::Indicator(row.id, part);
    let mut push = |finding: Finding| found.push(finding);
    if bare(&promised.name) != bare(&row.name) {
        let now = match row.name.is_blank() {
            true => "没有写".to_owned(),
            false => format!("是“{}”", excerpt(&row.name, 24)),
        };
        let own = field(IndicatorField::Name);
        push(
            Finding::new(Code::D7, own, format!("指标名称{now}，申报表上是“{name}”。"), HINT)
                .with_fix("改回申报表上的名称", Edit::Set(own, promised.name.clone())),
        );
    }
    if let Some(wanted) = promised.weight.value()
        && row.weight.value() != Some(wanted)
    {
        let now = match row.weight.value() {
            Some(now) => format!("是 {}", now.printed()),
            None => "没有填".to_owned(),
        };
        let own = field(IndicatorField::Weight);
        let text = format!("“{name}”的权重{now}，申报表上是 {}。", wanted.printed());
        let fix = format!("改回 {}", wanted.printed());
        push(Finding::new(Code::D7, own, text, HINT).with_fix(fix, Edit::Set(own, wanted.written())));
    }
    if bare(&promised.standard) != bare(&row.standard) && !promised.standard.is_blank() {
        let own = field(IndicatorField::Standard);
        let now = match row.standard.is_blank() {
            true => "没有写".to_owned(),
            false => format!("是“{}”", excerpt(&row.standard, 24)),
        };
        let text = format!("“{name}”的标准{now}，申报表上是“{}”。", excerpt(&promised.standard, 24));
        push(
            Finding::new(Code::D7, own, text, HINT)
                .with_fix("改回申报表上的标准", Edit::Set(own, promised.standard.clone())),
        );
    }
    for (place, wanted) in promised.measures.iter().enumerate() {
        let by_id = row.measures.iter().find(|own| own.id == wanted.id);
        measure(
            &name,
            wanted,
            by_id.or_else(|| row.measures.get(place)),
            row.id,
            &mut push,
        );
    }
}

/// One target. A higher one than approved binds nobody, and is only mentioned.
fn measure(name: &str, wanted: &Measure, now: Option<&Measure>, row: Id, push: &mut impl FnMut(Finding)) {
    let (Some(target), false) = (wanted.target.value(), now.is_some_and(|now| same(wanted, now))) else {
        return;
    };
    let of = match wanted.name.is_blank() {
        true => format!("“{name}”"),
        false => format!("“{name}”的“{}”", excerpt(&wanted.name, 16)),
    };
    let Some(own) = now.filter(|own| !own.target.is_blank()) else {
        let field = now.map_or(Field::Rows(List::Measures(row)), |own| {
            Field::Measure(row, own.id, MeasureField::Target)
        });
        let text = format!("{of}没有填指标值，申报表上是 {}。", target_text(wanted));
        return push(Finding::new(Code::D7, field, text, HINT));
    };
    let is_alike = own.comparator == wanted.comparator && bare(&own.unit) == bare(&wanted.unit);
    let is_more = |more: bool| is_alike && own.target.value().is_some_and(|own| (own > target) == more);
    let (is_lower, is_higher) = match wanted.comparator {
        Comparator::AtLeast => (is_more(false), is_more(true)),
        Comparator::AtMost => (is_more(true), is_more(false)),
        Comparator::Exactly | Comparator::Between => (false, false),
    };
    let verdict = match (is_lower, is_higher) {
        (true, _) => "，比批复的松",
        (_, true) => "，比批复的严",
        _ => "",
    };
    let text = format!(
        "{of}的指标值是 {}，申报表上是 {}{verdict}。",
        target_text(own),
        target_text(wanted)
    );
    let field = Field::Measure(row, own.id, MeasureField::Target);
    let finding = Finding::new(Code::D7, field, text, HINT);
    let finding = match is_alike && wanted.comparator != Comparator::Between {
        true => {
            let fix = format!("改回 {}", wanted.target.text());
            finding.with_fix(fix, Edit::Set(field, wanted.target.text()))
        }
        false => finding.resting_on(vec![
            Field::Measure(row, own.id, MeasureField::Comparator),
            Field::Measure(row, own.id, MeasureField::Unit),
        ]),
    };
    push(if is_higher { finding.as_advice() } else { finding });
}

fn same(wanted: &Measure, now: &Measure) -> bool {
    wanted.target.value() == now.target.value()
        && wanted.comparator == now.comparator
        && (wanted.comparator != Comparator::Between || wanted.upper.value() == now.upper.value())
        && bare(&wanted.unit) == bare(&now.unit)
}
