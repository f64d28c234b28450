//! E13 表样要的栏: what the form of the scheme has a column for, and the draft does not say. What other checks say
//! is not said again: 完成情况 and a missing total are E9, a missing actual C1; 是否核心指标 may be left open.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, MeasureField, SchemeField};
use crate::domain::draft::form_texts::form_texts_asked;
use crate::domain::evaluation::completeness::asks_first_budget;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::layout::{Layout, MoneyShown, Shown};
use crate::domain::scheme::tables_of::layout_of;
use crate::domain::values::input::Input;

/// Finds E13: once for a column, at the first indicator that lacks it. `found` has what the checks before it say.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    let Some(layout) = layout_of(&draft.scheme) else {
        return;
    };
    money(layout, draft, evaluation, found);
    texts(draft, found);
    for column in layout.lines.columns {
        let mut open = draft.indicators.iter().filter_map(|row| lacks(column.shows, row));
        let Some(first) = open.next() else { continue };
        let count = open.count() + 1;
        // The form that a report was read into asks nothing that its own had no place for.
        let is_read = !draft.source.whole.trim().is_empty();
        if is_read && count == draft.written_indicators().count() {
            continue;
        }
        let head: String = column.head.chars().filter(|letter| *letter != '\n').collect();
        found.push(Finding::new(
            Code::E13,
            first,
            format!("表样有“{head}”一栏，{count} 项指标还没有填。"),
            "逐项补上；这一栏不要的，在预览里换表样。",
        ));
    }
}

/// 表尾文字 longer than the form allows; those that are missing are E9.
fn texts(draft: &Draft, found: &mut Vec<Finding>) {
    for foot in form_texts_asked(&draft.scheme) {
        let count = draft.form_texts.get(foot.shows).trim().chars().count();
        if let Some(limit) = foot.limit.filter(|limit| count > *limit) {
            found.push(Finding::new(
                Code::E13,
                Field::FormText(foot.shows),
                format!("“{}”有 {count} 字，表样限 {limit} 字。", foot.head),
                format!("压缩到 {limit} 字以内。"),
            ));
        }
    }
}

fn money(layout: &Layout, draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let columns = layout.money.as_ref().map_or(&[][..], |money| money.columns);
    let totals = &evaluation.money.totals;
    let initial = Field::StatedTotal(Column::Initial);
    let missing = totals.initial.value.err().map(|gap| gap.field);
    let mut told = found.iter().map(|finding| finding.field);
    let is_told = told.any(|field| field == initial || Some(field) == missing);
    let is_asked = asks_first_budget(draft);
    let begun = totals.adjusted.value.is_ok() || totals.executed.value.is_ok();
    for column in columns {
        let head = column.head;
        match column.shows {
            MoneyShown::Initial if begun && is_asked && !is_told && totals.initial.value.is_err() => {
                found.push(Finding::new(
                    Code::E13,
                    initial,
                    format!("表样有“{head}”一栏，合计还没有数。"),
                    "填各项资金的年初预算数，或直接填合计。",
                ))
            }
            MoneyShown::ByHand if begun && !draft.indicators.is_empty() => found.push(
                Finding::new(
                    Code::E13,
                    Field::Scheme(SchemeField::TableForm),
                    format!("表样有“{head}”一栏，报告里没有这个数，打印出来是空的。"),
                    "导出后在表上填这一栏。",
                )
                .as_advice(),
            ),
            _ => {}
        }
    }
}

/// The field of an indicator that a column needs and that is blank.
fn lacks(shown: Shown, row: &Indicator) -> Option<Field> {
    let own = |part| Some(Field::Indicator(row.id, part));
    if row.is_blank() {
        return None;
    }
    match (shown, row.nature) {
        (Shown::Unit, IndicatorNature::Quantitative) => {
            let open = row.measures.iter().find(|measure| measure.unit.is_blank());
            open.map(|measure| Field::Measure(row.id, measure.id, MeasureField::Unit))
        }
        (Shown::Standard, IndicatorNature::Qualitative) if row.standard.is_blank() => own(IndicatorField::Standard),
        _ => None,
    }
}
