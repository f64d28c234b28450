//! A9 and E 格式: numbers that cannot be read, mandatory parts that are empty.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::{beginning, own_name};
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::{Column, SpendingNature};
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, ItemField, MeasureField, RuleOwner, TermField};
use crate::domain::draft::names;
use crate::domain::draft::scheme_numbers::{number_fields, rule_fields};
use crate::domain::draft::scheme_place::rule_input;
use crate::domain::evaluation::completeness::requirements;
use crate::domain::scheme::formula::TermPlace;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::survey::SurveyField;
use crate::domain::values::input::Choice;
use crate::domain::values::input::Input;

/// Finds A9 outside the indicators, and E9.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    for field in numeric_fields(draft) {
        if let Some(input) = draft.input(field) {
            unread(input, field, || names::full_name(draft, field), found);
        }
    }
    for chapter in Chapter::of_kind(draft.scheme.kind) {
        for missing in requirements(*chapter, draft, evaluation)
            .into_iter()
            .filter(|requirement| !requirement.met)
            // What is there and cannot be read has been told as that.
            .filter(|requirement| {
                draft
                    .input(requirement.field)
                    .is_none_or(|input| input.fault().is_none())
            })
        {
            found.push(Finding::new(
                Code::E9,
                missing.field,
                format!("“{}”还没有填{}。", chapter.label(), missing.name),
                "这是报告必写的内容，请补上。",
            ));
        }
    }
}

/// Finds A9 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let row = of.row;
    let field = |part| Field::Indicator(row.id, part);
    let own: [(&dyn Input, IndicatorField); 5] = [
        (&row.weight, IndicatorField::Weight),
        (&row.manual_score, IndicatorField::ManualScore),
        (&row.coefficient, IndicatorField::Coefficient),
        (
            &row.formula.numerator.value,
            IndicatorField::Term(TermPlace::Numerator, TermField::Value),
        ),
        (
            &row.formula.denominator.value,
            IndicatorField::Term(TermPlace::Denominator, TermField::Value),
        ),
    ];
    for (input, part) in own {
        unread(
            input,
            field(part),
            || format!("{}的{}", own_name(row), names::short_name(field(part))),
            found,
        );
    }
    for measure in &row.measures {
        let own: [(&dyn Input, MeasureField); 4] = [
            (&measure.target, MeasureField::Target),
            (&measure.actual, MeasureField::Actual),
            (&measure.upper, MeasureField::Upper),
            (&measure.share, MeasureField::Share),
        ];
        for (input, part) in own {
            let field = Field::Measure(row.id, measure.id, part);
            unread(
                input,
                field,
                || format!("{}的{}", own_name(row), names::short_name(field)),
                found,
            );
        }
    }
    unread_parts(row, found);
}

fn unread_parts(row: &Indicator, found: &mut Vec<Finding>) {
    for (input, part) in [
        (&row.survey.asked, SurveyField::Asked),
        (&row.survey.returned, SurveyField::Returned),
    ] {
        let field = Field::Indicator(row.id, IndicatorField::Survey(part));
        unread(input, field, || format!("{}的{}", own_name(row), part.label()), found);
    }
    for item in &row.items {
        let own: [(&dyn Input, ItemField); 2] = [(&item.points, ItemField::Points), (&item.times, ItemField::Times)];
        for (input, part) in own {
            let field = Field::Item(row.id, item.id, part);
            unread(
                input,
                field,
                || format!("{}的{}", own_name(row), names::short_name(field)),
                found,
            );
        }
    }
    for field in rule_fields(&row.rule, RuleOwner::Indicator(row.id)) {
        let Field::Rule(_, part) = field else { continue };
        if let Some(input) = rule_input(&row.rule, part) {
            unread(
                input,
                field,
                || format!("{}的{}", own_name(row), names::short_name(field)),
                found,
            );
        }
    }
}

fn unread(input: &dyn Input, field: Field, name: impl Fn() -> String, found: &mut Vec<Finding>) {
    if let Some(fault) = input.fault() {
        let typed = beginning(&input.text(), 24);
        found.push(Finding::new(
            Code::A9,
            field,
            format!("{}填的“{typed}”读不出来。{}", name(), fault.sentence()),
            "原样保留着，改对后才参加计算。",
        ));
    }
}

/// Every field outside the indicators that holds a number or a date.
fn numeric_fields(draft: &Draft) -> Vec<Field> {
    let mut fields = vec![
        Field::Year,
        Field::ReportDate,
        Field::AuthorisedPosts,
        Field::Staff,
        Field::StatedExecutionRate,
        Field::ObjectiveScore,
        Field::StatedScore,
    ];
    for column in Column::ALL {
        fields.extend(
            draft
                .budget
                .funds
                .iter()
                .map(|fund| Field::FundAmount(fund.id, *column)),
        );
        fields.push(Field::StatedTotal(*column));
        fields.extend(
            SpendingNature::ALL
                .iter()
                .map(|nature| Field::NatureAmount(*nature, *column)),
        );
    }
    fields.extend(
        draft
            .objectives
            .items
            .iter()
            .map(|row| Field::ObjectiveAchieved(row.id)),
    );
    fields.extend(number_fields(&draft.scheme));
    for row in &draft.monitoring.checkpoints {
        fields.extend([Field::CheckpointMonth(row.id), Field::CheckpointExecuted(row.id)]);
    }
    fields.extend(draft.projects.rows.iter().map(|row| Field::ProjectAmount(row.id)));
    fields.extend(draft.projects.rows.iter().map(|row| Field::ProjectBudget(row.id)));
    fields.extend(draft.projects.rows.iter().map(|row| Field::ProjectInitial(row.id)));
    fields
}
