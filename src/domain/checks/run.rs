//! Runs every check over a draft, and over what changed when an earlier result is at hand.

use crate::domain::draft::draft::{Draft, ProjectForm};
use crate::domain::draft::field::{Field, IndicatorField, List};
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation};
use crate::domain::facts::text::read;
use crate::domain::prose::quantity::quantities;
use crate::domain::references::quoting::may_quote;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::shared::Shared;

use super::context::of_draft::{DraftCheck, OfDraft};
use super::context::of_row::{OfRow, RowCheck};
use super::context::of_text::OfText;
use super::context::result_in_words::ResultInWords;
use super::figures::{columns_asked, form, forms_in_step, money, printed_scores, scoring, spending};
use super::finding::finding::{Code, Finding, Severity};
use super::findings::Findings;
use super::rows::too_good::FormOutcome;
use super::rows::{
    against_approved, all_rows, blank_projects, class, deductions_in_words, evidence, full_marks_in_doubt, hand_scores,
    looks_quantified, marks, other_trades, sense, survey, too_good, twice,
};
use super::scheme::{scope, weights};
use super::set_aside::take_aside;
use super::texts::numbers_of_texts::Told;
use super::texts::of_reading::{OfReading, ReadingCheck};
use super::texts::rows_in_words::RowsInWords;
use super::texts::slips_between::RowKeys;
use super::texts::texts::{ANYWHERE, Texts};
use super::texts::{
    after_signature, compared_years, counts_of_rows, dates_in_order, figures_in_words, grade_claims, last_year,
    numbers_of_texts, of_source, other_offices, references, score_claims, shares_in_words, slips_between,
    source_headings, source_offices, stale_years, table_numbers, units_and_lists, weight_claims, year_and_office,
};

/// What is looked for in the draft as a whole.
const OF_DRAFT: [DraftCheck; 21] = [
    form::check,
    columns_asked::check,
    money::check,
    spending::check,
    forms_in_step::check,
    scope::check,
    weights::check,
    scoring::check,
    printed_scores::check,
    source_headings::check,
    source_offices::check,
    after_signature::check,
    marks::check,
    all_rows::check,
    against_approved::check,
    survey::check,
    too_good::check,
    blank_projects::check,
    table_numbers::check,
    last_year::check,
    units_and_lists::of_documents,
];

/// What is looked for in each indicator.
const OF_ROW: [RowCheck; 12] = [
    form::check_indicator,
    scoring::check_indicator,
    marks::check_indicator,
    evidence::check_indicator,
    full_marks_in_doubt::check_indicator,
    sense::check_indicator,
    class::check_indicator,
    looks_quantified::check_indicator,
    hand_scores::check_indicator,
    deductions_in_words::check_indicator,
    compared_years::check_indicator,
    survey::check_indicator,
];

/// What is looked for in each text beside the draft.
const OF_READING: [ReadingCheck; 11] = [
    score_claims::check,
    grade_claims::check,
    year_and_office::check,
    stale_years::check,
    dates_in_order::past_deadline,
    other_offices::check,
    shares_in_words::check,
    weight_claims::check,
    references::check_text,
    counts_of_rows::check,
    compared_years::check_text,
];

/// 检查一份草稿. Cannot fail: a draft that lacks everything has findings, not errors.
pub fn check(draft: &Draft, evaluation: &Evaluation) -> Findings {
    check_after(draft, evaluation, None)
}

/// The same, taking over what was read in texts and found of indicators that have not changed.
pub fn check_after(draft: &Draft, evaluation: &Evaluation, before: Option<(&Draft, &Findings)>) -> Findings {
    let year = draft.basics.year.value().map(|year| year.get());
    let mut aside = Vec::new();
    let mut indicators = Vec::with_capacity(draft.indicators.len());
    let mut referring = Vec::new();
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let rows_before = before.filter(|(earlier, _)| same_for_rows(earlier, draft));
    for (place, (row, score)) in rows.enumerate() {
        let kept = rows_before.and_then(|(earlier, findings)| kept_findings(place, row, earlier, findings));
        let refers = match (&kept, before) {
            (Some(_), Some((_, findings))) => findings.referring.binary_search(&place).is_ok(),
            _ => may_quote(&row.analysis),
        };
        if refers {
            referring.push(place);
        }
        indicators.push(kept.unwrap_or_else(|| {
            let mut found = check_indicator(row, score, &draft.scheme, year);
            take_aside(&mut found, draft, &mut aside);
            Shared::new(found)
        }));
    }
    let texts = before.map(|(_, findings)| findings.texts.clone()).unwrap_or_default();
    let texts = Texts::of(draft, &texts);
    let twins = before
        .filter(|(earlier, _)| weight_claims::has_same_names(earlier, draft))
        .map(|(_, findings)| findings.twins.clone())
        .unwrap_or_else(|| {
            let mut found = weight_claims::named_twice(draft);
            found.extend(twice::check(draft));
            Shared::new(found)
        });
    let trades = before
        .filter(|(earlier, _)| other_trades::says_the_same(earlier, draft))
        .map(|(_, findings)| findings.trades.clone())
        .unwrap_or_else(|| Shared::new(other_trades::check(draft)));
    let rows = before.map(|(earlier, findings)| (earlier, &findings.rows));
    let rows = RowsInWords::of(draft, &texts.readings, rows);
    let of_draft = OfDraft {
        draft,
        evaluation,
        rows: &indicators,
        tells_of_survey: texts.readings.iter().any(|reading| reading.tells_of_survey),
    };
    let mut general = Vec::new();
    OF_DRAFT.iter().for_each(|check| check(&of_draft, &mut general));
    general.extend(texts.findings.iter().chain(twins.iter()).chain(trades.iter()).cloned());
    for reading in &texts.readings {
        let wrong =
            figures_in_words::disagreements(&reading.as_text(), &reading.tokens, draft, evaluation, &mut general);
        let is_new = |told: &&Told| {
            !told.places.iter().any(|place| {
                wrong
                    .iter()
                    .any(|wrong| wrong.start < place.end && place.start < wrong.end)
            })
        };
        general.extend(reading.told.iter().filter(is_new).map(|told| told.finding.clone()));
        let of_reading = OfReading {
            reading,
            draft,
            evaluation,
            year,
            wrong: &wrong,
        };
        OF_READING.iter().for_each(|check| check(&of_reading, &mut general));
    }
    general.extend(rows.findings().cloned());
    for row in referring.iter().filter_map(|place| draft.indicators.get(*place)) {
        let field = Field::Indicator(row.id, IndicatorField::Analysis);
        references::check(field, &row.analysis, draft, &mut general);
    }
    let slips = RowKeys::of(draft, before.map(|(earlier, findings)| (earlier, &findings.slips)));
    slips_between::check(draft, &texts.readings, &slips, &mut general);
    of_source::only_new(&mut general);
    let forms = looked_at_forms(draft, before);
    told_forms(draft, &forms, &mut general);
    too_good::all_forms_full(&forms, &mut general);
    take_aside(&mut general, draft, &mut aside);
    Findings {
        general: Shared::new(general),
        indicators,
        aside,
        texts,
        twins,
        trades,
        forms,
        slips,
        rows,
        referring,
    }
}

/// Whether findings of rows can be taken over at all.
fn same_for_rows(earlier: &Draft, draft: &Draft) -> bool {
    earlier.scheme.is_same(&draft.scheme)
        && earlier.set_aside == draft.set_aside
        && earlier.basics.year == draft.basics.year
}

/// What was found of a row before, where nothing that it rests on has changed.
fn kept_findings(
    place: usize,
    row: &Shared<Indicator>,
    earlier: &Draft,
    findings: &Findings,
) -> Option<Shared<Vec<Finding>>> {
    let same = earlier.indicators.get(place)?.is_same(row);
    // What is found about a formula depends on figures outside its row.
    let follows = row.formula.uses_draft();
    let mut aside = findings.aside.iter();
    let has_aside = aside.any(|aside| aside.finding.field.indicator() == Some(row.id));
    (same && !follows && !has_aside)
        .then(|| findings.indicators.get(place).cloned())
        .flatten()
}

/// Everything that is found of an indicator by itself.
fn check_indicator(row: &Indicator, score: &IndicatorEvaluation, scheme: &Scheme, year: Option<u16>) -> Vec<Finding> {
    let mut found = Vec::new();
    let words = ResultInWords::of(row);
    let of_row = OfRow {
        row,
        score,
        scheme,
        year,
        words: &words,
    };
    OF_ROW.iter().for_each(|check| check(&of_row, &mut found));
    let texts = [
        (IndicatorField::Name, &row.name),
        (IndicatorField::Goal, &row.goal),
        (IndicatorField::Standard, &row.standard),
        (IndicatorField::Analysis, &row.analysis),
        (IndicatorField::DeviationReason, &row.deviation_reason),
        (IndicatorField::Improvement, &row.improvement),
    ];
    for (part, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        let field = Field::Indicator(row.id, part);
        let own;
        let quantities = match part {
            IndicatorField::Goal => words.asked(),
            IndicatorField::Analysis => words.quantities(),
            _ => {
                own = quantities(text);
                &own
            }
        };
        let of_text = OfText {
            field,
            text,
            quantities,
        };
        ANYWHERE.iter().for_each(|check| check(&of_text, &mut found));
        // One number agrees with itself.
        if quantities.len() + text.matches('分').take(2).count() > 1 {
            let told = numbers_of_texts::told(field, text, &read(field, text, quantities));
            found.extend(told.into_iter().map(|told| told.finding));
        }
    }
    found
}

/// What each project's form comes to; looked at anew only where a form is not the same as before.
fn looked_at_forms(draft: &Draft, before: Option<(&Draft, &Findings)>) -> Vec<FormOutcome> {
    let known = |place: usize, form: &ProjectForm| {
        let (earlier, findings) = before?;
        let same = earlier.forms.get(place)?.draft.is_same(&form.draft);
        same.then(|| findings.forms.get(place).copied()).flatten()
    };
    let look = |form: &ProjectForm| {
        let evaluation = evaluate(&form.draft);
        let total = form.draft.stated_score.value().copied().or(evaluation.total.ok());
        FormOutcome {
            errors: check(&form.draft, &evaluation).count(Severity::Error),
            is_full: total.is_some() && total == form.draft.scheme.full_points(),
        }
    };
    let forms = draft.forms.iter().enumerate();
    forms
        .map(|(place, form)| known(place, form).unwrap_or_else(|| look(form)))
        .collect()
}

/// What is wrong in the forms of projects is told form by form; each is put right where it is open.
fn told_forms(draft: &Draft, forms: &[FormOutcome], found: &mut Vec<Finding>) {
    for (place, (form, FormOutcome { errors, .. })) in draft.forms.iter().zip(forms).enumerate() {
        if *errors > 0 {
            found.push(Finding::new(
                Code::E9,
                Field::Rows(List::Forms),
                format!("项目自评表“{}”还有 {errors} 个错误。", form.title(place)),
                "打开这张自评表，在它的“检查”里逐条处理。",
            ));
        }
    }
}
