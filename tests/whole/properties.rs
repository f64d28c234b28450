//! What must hold for every input, not only for those in tables.

use std::rc::Rc;

use jiping::documents::project_file::lineage::Stamp;
use jiping::documents::project_file::project_file;
use jiping::documents::project_file::scribe::Scribe;
use jiping::domain::checks::run::{check, check_after};
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{
    Field, GroupField, IndicatorField, ItemField, List, MeasureField, PartField, RuleField, RuleOwner, SchemeField,
    TermField,
};
use jiping::domain::evaluation::evaluate::{evaluate, evaluate_after};
use jiping::domain::scheme::formula::TermPlace;
use jiping::domain::scheme::indicator::Indicator;
use jiping::domain::scheme::scheme::Grade;
use jiping::domain::values::amount::Amount;
use jiping::domain::values::input::{Entry, Input, Value};
use jiping::domain::values::points::Points;
use jiping::domain::values::rounding::{fixed, half_away_from_zero};
use jiping::domain::values::row::{Direction, Id};
use jiping::state::model::history::{Back, History};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::drafts::{indicator, sample};

/// An amount in 分 below the limit of twelve digits of 万元.
fn fen() -> impl Strategy<Value = i64> {
    0..1_000_000_000_000_000_000_i64
}

fn amount(fen: i64) -> Amount {
    Amount::from_ten_thousand_yuan(Decimal::new(fen, 6))
}

/// What people and machines may type.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,14}(\\.[0-9]{0,7})?",
        "[0-9,，.．万亿元%％ -]{0,12}",
        "[０-９]{1,6}",
        "\\PC{0,20}",
        Just(String::new()),
    ]
}

fn rule_field() -> impl Strategy<Value = RuleField> {
    prop_oneof![
        Just(RuleField::Kind),
        Just(RuleField::Side),
        Just(RuleField::Bound),
        Just(RuleField::Step),
        Just(RuleField::Points),
        Just(RuleField::Counting),
        (0_u32..70).prop_map(|id| RuleField::TierBound(Id(id))),
    ]
}

/// An address, of which some lead nowhere.
fn field() -> impl Strategy<Value = Field> {
    let id = || (0_u32..70).prop_map(Id);
    prop_oneof![
        Just(Field::Unit),
        Just(Field::Year),
        Just(Field::WorkOverview),
        Just(Field::StatedTotal(Column::Adjusted)),
        Just(Field::ObjectiveScore),
        Just(Field::StatedGrade),
        id().prop_map(|id| Field::FundAmount(id, Column::Executed)),
        id().prop_map(|id| Field::FundAmount(id, Column::Adjusted)),
        id().prop_map(Field::FundSource),
        id().prop_map(|id| Field::Part(id, PartField::Weight)),
        id().prop_map(|id| Field::Part(id, PartField::Rule)),
        (id(), id()).prop_map(|(part, group)| Field::Group(part, group, GroupField::Weight)),
        (id(), rule_field()).prop_map(|(id, part)| Field::Rule(RuleOwner::Part(id), part)),
        (id(), rule_field()).prop_map(|(id, part)| Field::Rule(RuleOwner::Indicator(id), part)),
        Just(Field::Scheme(SchemeField::Weighting)),
        Just(Field::Scheme(SchemeField::Compound)),
        Just(Field::GradeBound(Grade::Good)),
        Just(Field::Staff),
        id().prop_map(|id| Field::Indicator(id, IndicatorField::Nature)),
        id().prop_map(|id| Field::Indicator(id, IndicatorField::Place)),
        id().prop_map(|id| Field::Indicator(id, IndicatorField::Term(TermPlace::Numerator, TermField::Source))),
        id().prop_map(|id| Field::Indicator(id, IndicatorField::Term(TermPlace::Denominator, TermField::Value))),
        (id(), id()).prop_map(|(row, item)| Field::Item(row, item, ItemField::Answer)),
        (id(), id()).prop_map(|(row, measure)| Field::Measure(row, measure, MeasureField::Comparator)),
        id().prop_map(Field::SectionText),
        id().prop_map(Field::ObjectiveAchieved),
        id().prop_map(Field::ProjectAmount),
        id().prop_map(|id| Field::Indicator(id, IndicatorField::Weight)),
        id().prop_map(|id| Field::Indicator(id, IndicatorField::Scoring)),
        id().prop_map(|id| Field::Indicator(id, IndicatorField::ManualScore)),
        (id(), id()).prop_map(|(row, measure)| Field::Measure(row, measure, MeasureField::Actual)),
    ]
}

fn list() -> impl Strategy<Value = List> {
    let id = || (0_u32..70).prop_map(Id);
    prop_oneof![
        Just(List::Divisions),
        Just(List::Sections(None)),
        id().prop_map(|id| List::Sections(Some(id))),
        Just(List::Funds),
        Just(List::Indicators),
        id().prop_map(List::Measures),
        id().prop_map(List::Evidence),
        Just(List::Problems),
        Just(List::Parts),
        id().prop_map(List::Groups),
        id().prop_map(List::Items),
        id().prop_map(|id| List::Tiers(RuleOwner::Part(id))),
        id().prop_map(|id| List::Tiers(RuleOwner::Indicator(id))),
        id().prop_map(List::CheckpointTargets),
    ]
}

/// Codes of closed lists, so that choices are really changed.
fn code() -> impl Strategy<Value = String> {
    let codes = [
        "progress",
        "checkpoints",
        "objective_share",
        "indicator_sum",
        "proportional",
        "all_or_nothing",
        "deduction",
        "tiers",
        "at_least",
        "at_most",
        "between",
        "started",
        "full",
        "formula",
        "checklist",
        "deductions",
        "qualitative",
        "executed",
        "adjusted",
        "staff",
        "relative",
        "minimum",
        "weighted",
        "met",
        "not_met",
        "0",
        "5",
    ];
    proptest::sample::select(codes.to_vec()).prop_map(str::to_owned)
}

/// An indicator without rows of its own, so that no identity comes twice.
fn blank() -> Indicator {
    Indicator {
        measures: Vec::new(),
        ..Indicator::default()
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let id = || (0_u32..70).prop_map(Id);
    let direction = prop_oneof![Just(Direction::Up), Just(Direction::Down)];
    let text = prop_oneof![4 => typed(), 1 => Just("manual".to_owned()), 1 => Just("other".to_owned()), 1 => Just("good".to_owned()), 3 => code()];
    prop_oneof![
        5 => (field(), text).prop_map(|(field, text)| Edit::Set(field, text)),
        1 => (list(), proptest::option::of(id())).prop_map(|(list, after)| Edit::Add(list, after)),
        1 => (list(), id()).prop_map(|(list, id)| Edit::Remove(list, id)),
        1 => (list(), id(), direction).prop_map(|(list, id, direction)| Edit::Move(list, id, direction)),
        1 => (list(), id()).prop_map(|(list, id)| Edit::Duplicate(list, id)),
        1 => id().prop_map(|id| Edit::Split(id, Box::new([Indicator { id, ..blank() }, blank()]))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn amounts_survive_writing_showing_and_yuan(fen in fen()) {
        let amount = amount(fen);
        prop_assert_eq!(Amount::read(&amount.written()), Ok(amount));
        prop_assert_eq!(Entry::<Amount>::read(&amount.shown()), Entry::Accepted(amount));
        prop_assert_eq!(Amount::from_yuan(amount.to_yuan()), amount);
        prop_assert_eq!(amount.to_yuan(), Decimal::new(fen, 2).normalize());
    }

    #[test]
    fn sums_are_exact(parts in proptest::collection::vec(0..1_000_000_000_000_i64, 0..50)) {
        let sum: Amount = parts.iter().map(|part| amount(*part)).sum();
        prop_assert_eq!(sum, amount(parts.iter().sum()));
    }

    #[test]
    fn rounding_agrees_with_whole_numbers(value in -10_000_000_000_i64..10_000_000_000, scale in 0_u32..9, places in 0_u32..6) {
        let rounded = half_away_from_zero(Decimal::new(value, scale), places);
        // The oracle: whole numbers, half of the last place added before cutting.
        let expected = if scale <= places { Decimal::new(value, scale) } else {
            let unit = 10_i64.pow(scale - places);
            Decimal::new((value.abs() + unit / 2) / unit * value.signum(), places)
        };
        prop_assert_eq!(rounded, expected);
        let text = fixed(Decimal::new(value, scale), places);
        prop_assert_eq!(text.split_once('.').map_or(0, |(_, fraction)| fraction.len()), places as usize);
    }

    #[test]
    fn nothing_typed_is_lost(text in typed()) {
        let entry = Entry::<Amount>::read(&text);
        match &entry {
            Entry::Blank => prop_assert!(text.chars().all(char::is_whitespace)),
            Entry::Accepted(value) => prop_assert_eq!(Amount::read(&value.written()), Ok(*value)),
            Entry::Unread(kept, fault) => {
                prop_assert_eq!(kept, &text);
                prop_assert!(fault.sentence().ends_with('。'));
            }
        }
        let json = serde_json::to_string(&entry).unwrap();
        prop_assert_eq!(serde_json::from_str::<Entry<Amount>>(&json).unwrap(), entry);
    }

    #[test]
    fn scores_stay_within_their_weight_and_grow_with_the_actual(
        weight in 0_u32..100, target in -1000_i64..100_000, actual in -1000_i64..100_000, more in 0_i64..10_000, sign in 0..3_usize,
    ) {
        let sign = ["≥", "≤", "="][sign];
        let score = |actual: i64| {
            let mut draft = crate::drafts::new();
            let number = |value: i64| Decimal::new(value, 2).to_string();
            let (target, actual) = (number(target), number(actual));
            indicator(&mut draft, &weight.to_string(), &[(sign, &target, &actual)]);
            evaluate(&draft).indicators[0].score.unwrap()
        };
        let (low, high) = (score(actual), score(actual + more));
        let full = Points::new(Decimal::from(weight));
        prop_assert!(Points::ZERO <= low && low <= full);
        if sign == "≤" {
            prop_assert!(high <= low);
        } else if target != 0 {
            prop_assert!(high >= low);
        }
    }

    #[test]
    fn any_edits_leave_a_draft_that_evaluates_the_same_in_steps_and_survives_saving(
        edits in proptest::collection::vec((edit(), any::<bool>()), 0..25), from_sample in any::<bool>(),
    ) {
        let mut draft = if from_sample { sample() } else { crate::drafts::new() };
        let mut evaluation = evaluate(&draft);
        let mut findings = check(&draft, &evaluation);
        let mut looked_through = draft.clone();
        let mut scribe = Scribe::default();
        for (edit, rests) in edits {
            let before = draft.clone();
            let applied = draft.apply(&edit);
            prop_assert!(applied.changed || draft == before, "{:?} says that nothing changed", edit);
            let next = evaluate_after(&draft, Some((&before, &evaluation)));
            prop_assert_eq!(&next, &evaluate(&draft));
            // Checks wait until typing rests, so that several edits may have come since the last.
            if rests {
                findings = check_after(&draft, &next, Some((&looked_through, &findings)));
                prop_assert_eq!(&findings, &check(&draft, &next));
                looked_through = draft.clone();
                prop_assert_eq!(scribe.write_copy(&draft, "", None), project_file::write(&draft, ""));
            }
            evaluation = next;
        }
        let text = project_file::write(&draft, "2023-03-18T10:32:00");
        let opened = project_file::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&opened.draft, &draft);
        prop_assert_eq!(project_file::write(&opened.draft, &opened.saved_at), text);
    }

    #[test]
    fn undoing_and_redoing_everything_leads_back_also_over_reloads(
        edits in proptest::collection::vec(edit(), 0..25), from_sample in any::<bool>(), reloads in proptest::collection::vec(0_usize..50, 0..3),
    ) {
        let first = Rc::new(if from_sample { sample() } else { crate::drafts::new() });
        let stamp = Stamp::begin("a").next();
        let mut history = History::default();
        let mut now = Rc::clone(&first);
        for edit in edits {
            let mut next = Draft::clone(&now);
            if next.apply(&edit).changed {
                history.record(Rc::clone(&now), None, &now, &edit);
                now = Rc::new(next);
            }
        }
        let last = Rc::clone(&now);
        let mut steps = 0;
        let mut all = |now: &mut Rc<Draft>, history: &mut History, take: fn(&mut History, &Rc<Draft>) -> Option<Back>| {
            loop {
                if reloads.contains(&steps) {
                    *history = History::read(&history.written(now, &stamp), now, &stamp);
                }
                steps += 1;
                match take(history, now) {
                    Some(back) => *now = back.draft,
                    None => return,
                }
            }
        };
        all(&mut now, &mut history, History::undo);
        prop_assert_eq!(&*now, &*first);
        all(&mut now, &mut history, History::redo);
        prop_assert_eq!(&*now, &*last);
    }

    #[test]
    fn damaged_project_files_are_refused_in_words(place in 0_usize..4000, byte in any::<u8>()) {
        let mut bytes = project_file::write(&sample(), "2023-03-18T10:32:00").into_bytes();
        let place = place % bytes.len();
        bytes[place] = byte;
        if let Err(error) = project_file::read(&bytes) {
            prop_assert!(error.to_string().ends_with('。'));
        }
        bytes.truncate(place);
        prop_assert!(project_file::read(&bytes).is_err());
    }
}

#[test]
fn rows_used_twice_get_identities_of_their_own() {
    let mut draft = sample();
    let copy = draft.indicators[0].clone();
    draft.indicators.push(copy);
    draft.mend_identities();
    let mut ids: Vec<Id> = draft.indicators.iter().map(|row| row.id).collect();
    ids.extend(
        draft
            .indicators
            .iter()
            .flat_map(|row| row.measures.iter().map(|measure| measure.id)),
    );
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let untouched = sample();
    let mut same = sample();
    same.mend_identities();
    assert_eq!(same, untouched);
}

#[test]
fn next_year_keeps_targets_and_drops_results() {
    let next = sample().for_next_year();
    assert_eq!(next.basics.year.text(), "2023");
    assert!(next.basics.report_date.is_blank() && next.budget.funds.iter().all(|fund| fund.amounts.is_blank()));
    for (row, before) in next.indicators.iter().zip(&sample().indicators) {
        assert_eq!(
            (&row.name, &row.goal, &row.weight, &row.division),
            (&before.name, &before.goal, &before.weight, &before.division)
        );
        assert!(
            row.measures
                .iter()
                .all(|measure| measure.actual.is_blank() && !measure.target.is_blank())
        );
        assert!(row.attainment.is_none() && row.analysis.is_empty() && row.manual_score.is_blank());
    }
    assert!(evaluate(&next).total.is_err());
}
