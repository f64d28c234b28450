//! C16 满意度没有调查的交代: a measured satisfaction, and nowhere who was asked, how, and how many answered.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::scheme::survey::SurveyField;
use crate::domain::values::input::Input;

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
    row.is_of_satisfaction()
        && row.nature == IndicatorNature::Quantitative
        && row.measures.iter().any(|measure| measure.actual.value().is_some())
}

/// Whether an indicator's own words tell of a survey.
fn is_told(row: &Indicator) -> bool {
    if !row.survey.is_blank() {
        return true;
    }
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
///
/// A bare form has no line for it: there the questionnaires lie among the materials, and where no material is named
/// at all C9 says so. A reviewer objects where the report had the place to tell it and tells other things there: it
/// names the materials of other indicators, or it has chapters of prose.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let is_error = draft.scheme.review.evidence_is_error();
    if !is_error && !has_room(draft) {
        return;
    }
    let rows = untold(draft, of.tells_of_survey);
    let Some(first) = rows.first() else { return };
    let message = match rows.len() {
        1 => format!("{}有测得的数，却没有写怎么调查的。", own_name(first)),
        count => format!("{}等 {count} 项满意度有测得的数，却没有写怎么调查的。", own_name(first)),
    };
    let finding = Finding::new(
        Code::C16,
        Field::Indicator(first.id, IndicatorField::Analysis),
        message,
        "写明什么时候、用什么办法、问了多少人、收回多少份，并登记问卷统计表；复核时没有调查的满意度不计分。",
    );
    let rests_on = rows
        .iter()
        .map(|row| Field::Indicator(row.id, IndicatorField::Analysis));
    let finding = finding.resting_on(rests_on.collect());
    found.push(if is_error { finding.as_error() } else { finding });
}

/// Finds C16 in the survey itself: more answers than were asked for, or a number without the other.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let (row, survey) = (of.row, &of.row.survey);
    let at = |part| Field::Indicator(row.id, IndicatorField::Survey(part));
    match (survey.asked.value(), survey.returned.value()) {
        (Some(asked), Some(returned)) if returned > asked => {
            let (asked, returned) = (asked.get(), returned.get());
            let message = format!("{}的调查收回 {returned} 份，比发放的 {asked} 份多。", own_name(row));
            let finding = Finding::new(
                Code::C16,
                at(SurveyField::Returned),
                message,
                "按问卷统计表核对发放、收回的份数。",
            );
            found.push(finding.as_error());
        }
        (Some(_), None) if survey.returned.is_blank() => found.push(Finding::new(
            Code::C16,
            at(SurveyField::Returned),
            format!("{}的调查写了发放多少，没有写收回多少。", own_name(row)),
            "按问卷统计表填收回份数。",
        )),
        _ => {}
    }
}

/// Whether a report has a place where it tells how results were found: materials of indicators, or prose.
fn has_room(draft: &Draft) -> bool {
    let names_materials = |row: &Indicator| row.evidence.iter().any(|evidence| !evidence.name.is_blank());
    draft.indicators.iter().any(|row| names_materials(row))
        || (draft.scheme.kind == ReportKind::Department && !draft.results.achievements.is_blank())
}
