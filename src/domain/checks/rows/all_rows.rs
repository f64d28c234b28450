//! C9, C11, E6 and E7: what is seen only when all indicators, all projects or the whole year are looked at.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::checks::texts::pasted_table::mixed_decimals;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::values::calendar::Date;
use crate::domain::values::input::Input;
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::shared::Shared;

/// Finds C9, C11, E6 of the projects, and E7.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, rows, .. } = *of;
    without_evidence(draft, found);
    easy_weight(draft, rows, found);
    project_decimals(draft, found);
    too_early(draft, found);
}

/// C9: one advice for all indicators, not one each.
fn without_evidence(draft: &Draft, found: &mut Vec<Finding>) {
    let named = |row: &crate::domain::scheme::indicator::Indicator| {
        row.evidence.iter().any(|evidence| !evidence.name.is_blank())
    };
    let all = draft.written_indicators().count();
    let mut without = draft.written_indicators().filter(|row| !named(row));
    let Some(first) = without.next() else { return };
    let count = 1 + without.count();
    let message = match (count, all) {
        (count, all) if count == all && all > 1 => format!("{all} 项指标都没有登记佐证材料。"),
        (1, _) => format!(
            "{}没有登记佐证材料。",
            crate::domain::checks::finding::excerpt::own_name(first)
        ),
        (count, all) => format!("{all} 项指标里有 {count} 项没有登记佐证材料。"),
    };
    let finding = Finding::new(
        Code::C9,
        Field::Rows(List::Evidence(first.id)),
        message,
        "登记台账、验收单、问卷统计等材料的名称和存放处，复核时能马上找到。",
    );
    // An office that registers no material at all keeps it elsewhere; one that left some out has forgotten it.
    found.push(if draft.scheme.review.evidence_is_error() {
        finding.as_error()
    } else if count == all {
        finding.as_advice()
    } else {
        finding
    });
}

/// C11: more than half of the weight on indicators whose marks are in doubt.
fn easy_weight(draft: &Draft, indicators: &[Shared<Vec<Finding>>], found: &mut Vec<Finding>) {
    let is_easy = |findings: &Shared<Vec<Finding>>| {
        findings
            .iter()
            .any(|finding| matches!(finding.code, Code::C2 | Code::C7 | Code::C8))
    };
    let all: Option<Points> = draft.indicators.iter().map(|row| row.weight.value().copied()).sum();
    let rows = draft
        .indicators
        .iter()
        .zip(indicators)
        .filter(|(_, findings)| is_easy(findings));
    let easy: Vec<Points> = rows.filter_map(|(row, _)| row.weight.value().copied()).collect();
    let (Some(all), count) = (all, easy.len()) else { return };
    let sum: Points = easy.into_iter().sum();
    let Some(share) = Rate::of(sum.decimal(), all.decimal()) else {
        return;
    };
    if count >= 3 && share > Rate::from_percent(rust_decimal::Decimal::from(50)) {
        found.push(Finding::new(
            Code::C11,
            Field::Rows(List::Indicators),
            format!(
                "{count} 项没有量化或没有实测的指标占了权重的 {}，评审会认为得分容易。",
                share.printed_percent()
            ),
            "把权重多给有数量、有时限、能核对的指标；其余的先量化。",
        ));
    }
}

/// E6: amounts of projects to two decimals, and a whole one among them, which may have been rounded. How zeros
/// were typed is not kept, so that whole amounts are told only where they are the exception.
fn project_decimals(draft: &Draft, found: &mut Vec<Finding>) {
    let rows = &draft.projects.rows;
    let written: Vec<String> = rows
        .iter()
        .filter_map(|row| Some(row.amount.value()?.decimal().normalize()))
        .filter(|amount| amount.scale() != 1)
        .map(|amount| amount.to_string())
        .collect();
    let column = Field::Rows(List::Projects);
    let whole = written.iter().filter(|amount| !amount.contains('.')).count();
    let is_exception = whole * 3 <= written.len();
    if let Some(message) = mixed_decimals("项目金额", written.iter().map(String::as_str)).filter(|_| is_exception) {
        found.push(Finding::new(
            Code::E6,
            column,
            message,
            "核对取整的数；导出时统一印两位小数。",
        ));
    }
}

/// E7: the year that is reported on was not over yet.
fn too_early(draft: &Draft, found: &mut Vec<Finding>) {
    let (Some(year), Some(date)) = (draft.basics.year.value(), draft.basics.report_date.value()) else {
        return;
    };
    if Date::new(year.get(), 12, 31).is_some_and(|end| *date < end) {
        found.push(
            Finding::new(
                Code::E7,
                Field::ReportDate,
                format!(
                    "报告日期 {} 早于 {} 年年末，全年的数还没有出来。",
                    date.printed(),
                    year.get()
                ),
                "核对年度和报告日期；年中写的是运行监控报告。",
            )
            .resting_on(vec![Field::Year]),
        );
    }
}
