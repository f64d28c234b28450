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

use super::figures::{columns_asked, form, forms_in_step, money, printed_scores, scoring, spending};
use super::finding::finding::{Code, Finding, Severity};
use super::findings::Findings;
use super::rows::result_in_words::ResultInWords;
use super::rows::too_good::FormOutcome;
use super::rows::{
    against_approved, all_rows, blank_projects, class, deductions_in_words, evidence, full_marks_in_doubt, hand_scores,
    looks_quantified, marks, other_trades, sense, survey, too_good, twice,
};
use super::scheme::{scope, weights};
use super::set_aside::take_aside;
use super::texts::numbers_of_texts::Told;
use super::texts::rows_in_words::RowsInWords;
use super::texts::slips_between::RowKeys;
use super::texts::texts::Texts;
use super::texts::{
    after_signature, compared_years, counts_of_rows, dates_in_order, figures_in_words, grade_claims, last_year,
    numbers_of_texts, of_source, other_offices, private_data, references, score_claims, shares_in_words, signs,
    slips_between, source_headings, source_offices, stale_years, table_numbers, typos, units_and_lists, weight_claims,
    year_and_office,
};

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
    let mut general = Vec::new();
    form::check(draft, evaluation, &mut general);
    columns_asked::check(draft, evaluation, &mut general);
    money::check(draft, evaluation, &mut general);
    spending::check(draft, evaluation, &mut general);
    forms_in_step::check(draft, &mut general);
    scope::check(draft, &mut general);
    weights::check(draft, &mut general);
    scoring::check(draft, evaluation, &mut general);
    printed_scores::check(draft, evaluation, &mut general);
    source_headings::check(draft, &mut general);
    source_offices::check(draft, &mut general);
    after_signature::check(draft, &mut general);
    marks::check(draft, evaluation, &mut general);
    all_rows::check(draft, &indicators, &mut general);
    against_approved::check(draft, evaluation, &mut general);
    let is_surveyed = texts.readings.iter().any(|reading| reading.tells_of_survey);
    survey::check(draft, is_surveyed, &mut general);
    too_good::check(draft, evaluation, &mut general);
    blank_projects::check(draft, &mut general);
    general.extend(texts.findings.iter().chain(twins.iter()).chain(trades.iter()).cloned());
    for reading in &texts.readings {
        if reading.speaks_of_marks {
            score_claims::check(draft, evaluation, reading, &mut general);
        }
        if evaluation.grade.is_err() {
            grade_claims::check(
                reading.field,
                &reading.text,
                &reading.ledger,
                &draft.scheme,
                &mut general,
            );
        }
        if reading.may_begin {
            year_and_office::check(reading, draft, &mut general);
        }
        stale_years::check(reading, draft, &mut general);
        dates_in_order::past_deadline(reading.field, &reading.text, year, &mut general);
        other_offices::check(reading, draft, &mut general);
        shares_in_words::check(reading, evaluation, &mut general);
        if reading.names_weights {
            weight_claims::check(draft, reading, &mut general);
        }
        let wrong = figures_in_words::disagreements(
            reading.field,
            &reading.text,
            &reading.quantities,
            draft,
            evaluation,
            &mut general,
        );
        let is_new = |told: &&Told| {
            !told.places.iter().any(|place| {
                wrong
                    .iter()
                    .any(|wrong| wrong.start < place.end && place.start < wrong.end)
            })
        };
        general.extend(reading.told.iter().filter(is_new).map(|told| told.finding.clone()));
        references::check(reading.field, &reading.text, draft, &mut general);
        counts_of_rows::check(reading, draft, &wrong, &mut general);
        if reading.compares {
            compared_years::check(reading.field, &reading.text, year, &mut general);
        }
    }
    general.extend(rows.findings().cloned());
    for row in referring.iter().filter_map(|place| draft.indicators.get(*place)) {
        let field = Field::Indicator(row.id, IndicatorField::Analysis);
        references::check(field, &row.analysis, draft, &mut general);
    }
    let slips = RowKeys::of(draft, before.map(|(earlier, findings)| (earlier, &findings.slips)));
    slips_between::check(draft, &texts.readings, &slips, &mut general);
    table_numbers::check(draft, &mut general);
    last_year::check(draft, &mut general);
    for row in &draft.basics.basis {
        units_and_lists::document_number_brackets(Field::BasisNumber(row.id), &row.number, &mut general);
    }
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
    form::check_indicator(row, &mut found);
    scoring::check_indicator(row, score, &mut found);
    marks::check_indicator(row, score, scheme, &mut found);
    evidence::check_indicator(row, &words, score, scheme, &mut found);
    full_marks_in_doubt::check_indicator(row, &words, score, scheme, &mut found);
    sense::check_indicator(row, &mut found);
    class::check_indicator(row, scheme, &mut found);
    looks_quantified::check_indicator(row, &mut found);
    hand_scores::check_indicator(row, score, scheme, &mut found);
    deductions_in_words::check_indicator(row, score, &mut found);
    let analysis = Field::Indicator(row.id, IndicatorField::Analysis);
    compared_years::check(analysis, &row.analysis, year, &mut found);
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
        signs::check(field, text, &mut found);
        typos::check(field, text, &mut found);
        private_data::check(field, text, &mut found);
        let own;
        let quantities = match part {
            IndicatorField::Goal => words.asked(),
            IndicatorField::Analysis => words.quantities(),
            _ => {
                own = quantities(text);
                &own
            }
        };
        units_and_lists::check(field, text, quantities, &mut found);
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
