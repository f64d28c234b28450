//! C16 满意度没有调查的交代: a measured satisfaction, and nowhere who was asked, how, and how many answered.

use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding, Severity};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};

const SATISFACTION: WordList = WordList::of(&["满意度", "满意率"]);

/// Words of a survey: how it was made, how many were asked, what bears it out.
const SURVEY: WordList = WordList::of(&[
    "问卷",
    "调查",
    "回访",
    "访谈",
    "走访",
    "测评",
    "评价器",
    "好差评",
    "样本",
    "抽样",
    "随机",
    "发放",
    "回收",
    "收回",
    "第三方",
    "扫码",
    "统计表",
    "评议",
    "座谈",
    "电话",
]);

/// Whether an indicator is of satisfaction and has a result.
fn is_measured(row: &Indicator) -> bool {
    let named = SATISFACTION.any_in(&row.name) || row.measures.iter().any(|measure| SATISFACTION.any_in(&measure.name));
    named
        && row.nature == IndicatorNature::Quantitative
        && row.measures.iter().any(|measure| measure.actual.value().is_some())
}

/// Whether an indicator's own words tell of a survey.
fn is_told(row: &Indicator) -> bool {
    let texts = [&row.analysis, &row.deviation_reason, &row.manual_reason];
    texts.iter().any(|text| SURVEY.any_in(text)) || row.evidence.iter().any(|evidence| SURVEY.any_in(&evidence.name))
}

/// The indicators of satisfaction with a result and without a word of a survey. `is_told_elsewhere` says whether a
/// text of the report tells of one.
pub fn untold(draft: &Draft, is_told_elsewhere: bool) -> Vec<&Indicator> {
    if is_told_elsewhere {
        return Vec::new();
    }
    let rows = draft.indicators.iter().map(|row| &**row);
    rows.filter(|row| is_measured(row) && !is_told(row)).collect()
}

/// Finds C16, one for all such indicators.
pub fn check(draft: &Draft, is_told_elsewhere: bool, found: &mut Vec<Finding>) {
    let rows = untold(draft, is_told_elsewhere);
    let Some(first) = rows.first() else { return };
    let message = match rows.len() {
        1 => format!("{}有测得的数，却没有写怎么调查的。", own_name(first)),
        count => format!("{}等 {count} 项满意度有测得的数，却没有写怎么调查的。", own_name(first)),
    };
    let mut finding = Finding::new(
        Code::C16,
        Field::Indicator(first.id, IndicatorField::Analysis),
        message,
        "写明什么时候、用什么办法、问了多少人、收回多少份，并登记问卷统计表；复核时没有调查的满意度不计分。",
    );
    if draft.scheme.review.evidence_is_error {
        finding.severity = Severity::Error;
    }
    found.push(
        finding.resting_on(
            rows.iter()
                .map(|row| Field::Indicator(row.id, IndicatorField::Analysis))
                .collect(),
        ),
    );
}
