//! Every input of a draft in reading order, for comparing two drafts and for finding a field by its key.

use crate::domain::scheme::formula::TermPlace;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::review::ReviewRule;
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::Scheme;
use crate::domain::scheme::survey::SurveyField;
use crate::domain::values::input::Choice;
use crate::domain::values::shared::Shared;

use super::budget::{Column, SpendingNature};
use super::draft::Draft;
use super::field::{
    CheckpointTargetField, Field, GroupField, IndicatorField, ItemField, MeasureField, OutlineField, PartField,
    RuleField, RuleOwner, SchemeField, TermField,
};
use super::narrative::Section;
use super::own_wording::WordingKind;
use super::scheme_place::rule_input;

impl Draft {
    /// Every field that this draft has an input for, forms of projects apart.
    pub fn fields(&self) -> Vec<Field> {
        self.fields_with(&self.indicators)
    }

    /// The same without those of indicators, which are as many as all others together and more.
    pub fn fields_apart_from_indicators(&self) -> Vec<Field> {
        self.fields_with(&[])
    }

    fn fields_with(&self, indicators: &[Shared<Indicator>]) -> Vec<Field> {
        use Field::*;
        let mut all = vec![
            DraftName,
            ProjectTitle,
            CompetentDepartment,
            Unit,
            ShortName,
            Place,
            SourceWhole,
            SourceText,
            Year,
            ReportDate,
            Cover,
            Contents,
            Charts,
        ];
        let mut add = |fields: &[Field]| all.extend_from_slice(fields);
        self.basics
            .basis
            .iter()
            .for_each(|row| add(&[BasisTitle(row.id), BasisNumber(row.id)]));
        add(&[Duties]);
        let divisions = &self.department.divisions;
        divisions
            .iter()
            .for_each(|row| add(&[DivisionName(row.id), DivisionSecondName(row.id)]));
        let units = &self.department.subordinate_units;
        units.iter().for_each(|row| add(&[SubordinateUnit(row.id)]));
        add(&[AuthorisedPosts, Staff, WorkOverview]);
        sections(&self.work.sections, &mut add);
        for fund in &self.budget.funds {
            add(&[FundSource(fund.id), FundName(fund.id)]);
            Column::ALL
                .iter()
                .for_each(|column| add(&[FundAmount(fund.id, *column)]));
            add(&[FundReason(fund.id)]);
        }
        for column in Column::ALL {
            add(&[StatedTotal(*column)]);
            SpendingNature::ALL
                .iter()
                .for_each(|nature| add(&[NatureAmount(*nature, *column)]));
        }
        add(&[
            AdjustmentReason,
            ExecutionReason,
            StatedExecutionRate,
            OverallObjective,
            ObjectiveActual,
        ]);
        let objectives = &self.objectives.items;
        objectives
            .iter()
            .for_each(|row| add(&[ObjectiveText(row.id), ObjectiveAchieved(row.id)]));
        add(&[ObjectiveScore, ObjectiveReason]);
        add(&[SchemeStanding]);
        scheme(&self.scheme, &mut add);
        indicators.iter().for_each(|row| indicator(row, &mut add));
        add(&[MonitoringText]);
        let checkpoints = &self.monitoring.checkpoints;
        checkpoints.iter().for_each(|row| {
            add(&[
                CheckpointMonth(row.id),
                CheckpointExecuted(row.id),
                CheckpointNote(row.id),
            ])
        });
        let projects = &self.projects.rows;
        projects.iter().for_each(|row| {
            add(&[
                ProjectTask(row.id),
                ProjectName(row.id),
                ProjectInitial(row.id),
                ProjectBudget(row.id),
                ProjectAmount(row.id),
                ProjectCompletion(row.id),
            ])
        });
        add(&[ProjectsNote]);
        WordingKind::ALL.iter().for_each(|kind| add(&[Wording(*kind)]));
        add(&[Conclusion]);
        let completions = &self.results.completions;
        completions
            .iter()
            .for_each(|row| add(&[CompletionHeading(row.id), CompletionText(row.id)]));
        add(&[Achievements]);
        self.problems.iter().for_each(|row| add(&[Problem(row.id)]));
        self.improvements.iter().for_each(|row| add(&[Improvement(row.id)]));
        crate::domain::scheme::form_text::FormText::ALL
            .iter()
            .for_each(|text| add(&[FormText(*text)]));
        add(&[StatedScore, StatedGrade]);
        self.set_aside.iter().for_each(|row| add(&[SetAsideReason(row.id)]));
        all
    }
}

fn sections(rows: &[Section], add: &mut impl FnMut(&[Field])) {
    for row in rows {
        add(&[Field::SectionHeading(row.id), Field::SectionText(row.id)]);
        sections(&row.sections, add);
    }
}

fn scheme(scheme: &Scheme, add: &mut impl FnMut(&[Field])) {
    use SchemeField::*;
    let own = [
        Kind,
        Name,
        Place,
        Year,
        Source,
        Weighting,
        Excess,
        Compound,
        TableForm,
        AdjustmentLimit,
        ExecutionLimit,
        OverAchievementLimit,
        ProgressMargin,
        SourceLow,
        SourceHigh,
        ReviewSource,
        LowSpending,
        HandScore,
        MissingEvidence,
    ];
    add(&own.map(Field::Scheme));
    let review = ReviewRule::ALL.iter();
    review.for_each(|rule| add(&[Field::Scheme(Review(*rule))]));
    for part in &scheme.parts {
        let own = [
            PartField::Name,
            PartField::Weight,
            PartField::Rule,
            PartField::Source,
            PartField::Method,
        ];
        add(&own.map(|field| Field::Part(part.id, field)));
        for group in &part.groups {
            use GroupField::*;
            add(&[FirstLevel, Name, Weight].map(|field| Field::Group(part.id, group.id, field)));
        }
        for row in &part.checkpoints.targets {
            use CheckpointTargetField::*;
            add(&[Month, Target, Points].map(|field| Field::CheckpointTarget(part.id, row.id, field)));
        }
        rule(&part.progress, RuleOwner::Part(part.id), add);
    }
    scheme
        .grades
        .iter()
        .for_each(|band| add(&[Field::GradeBound(band.value)]));
    scheme
        .attainments
        .iter()
        .for_each(|band| add(&[Field::AttainmentBound(band.value)]));
    for row in &scheme.outline {
        use OutlineField::*;
        add(&[Level, Heading, Content, Text].map(|field| Field::Outline(row.id, field)));
    }
}

fn rule(of: &Rule, owner: RuleOwner, add: &mut impl FnMut(&[Field])) {
    use RuleField::*;
    // A rule has only the inputs of its kind.
    let mut own = |field| {
        if rule_input(of, field).is_some() {
            add(&[Field::Rule(owner, field)]);
        }
    };
    [Kind, Side, Bound, Step, Points, Counting]
        .into_iter()
        .for_each(&mut own);
    if let Rule::Tiers(rule) = of {
        let tiers = rule.tiers.iter();
        tiers.for_each(|tier| [TierBound(tier.id), TierPoints(tier.id)].into_iter().for_each(&mut own));
    }
    own(Otherwise);
}

fn indicator(row: &Indicator, add: &mut impl FnMut(&[Field])) {
    use IndicatorField::*;
    let id = row.id;
    add(&[Goal, Name, Nature, Place, Weight, Source].map(|field| Field::Indicator(id, field)));
    for measure in &row.measures {
        use MeasureField::*;
        let own = [Name, Comparator, Target, Upper, Unit, Actual, Share];
        add(&own.map(|field| Field::Measure(id, measure.id, field)));
    }
    add(&[Field::Indicator(id, Shape)]);
    for place in [TermPlace::Numerator, TermPlace::Denominator] {
        let own = [TermField::Name, TermField::Source, TermField::Value];
        add(&own.map(|field| Field::Indicator(id, Term(place, field))));
    }
    for item in &row.items {
        use ItemField::*;
        add(&[Text, Points, Answer, Times].map(|field| Field::Item(id, item.id, field)));
    }
    let own = [Standard, Attainment, Coefficient, Scoring, ManualScore, ManualReason];
    add(&own.map(|field| Field::Indicator(id, field)));
    rule(&row.rule, RuleOwner::Indicator(id), add);
    let own = [InitialTarget, Core, Analysis, DeviationReason, Improvement, Division];
    add(&own.map(|field| Field::Indicator(id, field)));
    let survey = SurveyField::ALL.iter();
    survey.for_each(|part| add(&[Field::Indicator(id, Survey(*part))]));
    for evidence in &row.evidence {
        add(&[
            Field::EvidenceName(id, evidence.id),
            Field::EvidencePlace(id, evidence.id),
        ]);
    }
}
