//! 指标值与实际完成情况 in short, as lists, tables and messages show them.

use crate::domain::evaluation::derived::Derived;
use crate::domain::scheme::indicator::{Answer, Indicator, IndicatorNature, Measure, target_text};
use crate::domain::scheme::rule::{Rule, Side};
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::rate::Rate;

/// The targets of an indicator, one line each; none where one is not written yet.
pub fn targets(row: &Indicator) -> Vec<Option<String>> {
    let written = |measure: &Measure| (!measure.target.is_blank()).then(|| target_text(measure));
    match row.nature {
        IndicatorNature::Quantitative => row.measures.iter().map(written).collect(),
        IndicatorNature::Formula => match &row.rule {
            Rule::Proportional | Rule::AllOrNothing => row.measures.iter().take(1).map(written).collect(),
            Rule::Deduction(rule) => {
                let sign = match rule.side {
                    Side::AtLeast => "≥",
                    Side::AtMost => "≤",
                };
                vec![
                    rule.bound
                        .value()
                        .map(|bound| format!("{sign} {}", bound.trimmed_percent())),
                ]
            }
            Rule::Tiers(rule) => vec![Some(format!("分 {} 档", rule.tiers.len()))],
        },
        IndicatorNature::Qualitative if row.standard.is_blank() => vec![Some("定性".into())],
        IndicatorNature::Qualitative => vec![Some(row.standard.trim().to_owned())],
        IndicatorNature::Checklist => vec![Some(format!("{} 个要点", row.items.len()))],
        IndicatorNature::Deductions => vec![Some(format!("{} 个扣分项", row.items.len()))],
    }
}

/// The actual results of an indicator, one line each; none where one is missing. `value` is that of the
/// formula, where the indicator has one.
pub fn actuals(row: &Indicator, value: Option<Derived<Rate>>) -> Vec<Option<String>> {
    match row.nature {
        IndicatorNature::Quantitative => {
            let rows = row.measures.iter();
            rows.map(|measure| {
                let text = || measure.in_unit(&measure.actual.text());
                (!measure.actual.is_blank()).then(text)
            })
            .collect()
        }
        IndicatorNature::Formula => vec![value.and_then(Result::ok).map(Rate::printed_percent)],
        IndicatorNature::Qualitative => vec![row.attainment.map(|attainment| attainment.label().to_owned())],
        IndicatorNature::Checklist => {
            let answered = row.items.iter().filter(|item| item.answer.is_some()).count();
            let met = row.items.iter().filter(|item| item.answer == Some(Answer::Met)).count();
            vec![(answered > 0).then(|| format!("做到 {met} 个"))]
        }
        IndicatorNature::Deductions => {
            let known: Option<Vec<_>> = row.items.iter().map(|item| item.times.value()).collect();
            vec![known.filter(|times| !times.is_empty()).map(|times| {
                let happened = times.iter().filter(|times| !times.decimal().is_zero()).count();
                if happened == 0 {
                    "没有扣分".into()
                } else {
                    format!("{happened} 项有扣分")
                }
            })]
        }
    }
}
