//! What 概览 says, from drafts whose figures are known.

use jiping::domain::draft::budget::Column;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::overview::left::left;
use jiping::domain::overview::lost::lost;
use jiping::domain::overview::money::sources;
use jiping::domain::overview::progress::progress;
use jiping::domain::overview::standing::{share, standings};
use jiping::domain::overview::years::years;
use jiping::domain::values::amount::Amount;
use jiping::domain::values::points::Points;
use jiping::domain::values::rate::Rate;

use crate::drafts::{add, fixture, new, sample, set};

#[test]
fn parts_and_groups_stand_against_their_weights() {
    let check = |draft: &Draft, expected: &[&str]| {
        let evaluation = evaluate(draft);
        let said = |points: Option<Points>| points.map_or("?".to_owned(), Points::printed);
        let mut lines = Vec::new();
        for part in standings(draft, &evaluation) {
            let (score, weight) = (part.score.ok(), part.weight.ok());
            let bar = share(score, weight).map_or("?".to_owned(), Rate::printed_percent);
            lines.push(format!("{} {}/{} {bar}", part.name, said(score), said(weight)));
            for group in &part.groups {
                lines.push(format!("- {} {}/{}", group.name, said(group.score), said(group.weight)));
            }
        }
        assert_eq!(lines, expected);
    };
    check(
        &sample(),
        &[
            "部门支出进度 29.37/30 97.90%",
            "年度目标 30/30 100.00%",
            "年度主要支出计划 40/40 100.00%",
        ],
    );
    // What is not known is not nothing.
    check(
        &new(),
        &["部门支出进度 ?/30 ?", "年度目标 ?/30 ?", "年度主要支出计划 ?/40 ?"],
    );
    // The rounded scores of a part's groups come to that of the part.
    let draft = fixture("clean/renewal-project-2023.json");
    let evaluation = evaluate(&draft);
    let parts = standings(&draft, &evaluation);
    let grouped: Vec<_> = parts.iter().filter(|part| part.groups.len() > 1).collect();
    assert!(!grouped.is_empty());
    for part in grouped {
        let sum: Option<Points> = part.groups.iter().map(|group| group.score).sum();
        assert_eq!(sum, part.score.ok(), "{}", part.name);
    }
}

#[test]
fn indicators_that_lost_points_come_with_what_was_asked_and_why() {
    let mut draft = sample();
    assert_eq!(lost(&draft, &evaluate(&draft)), vec![]);
    let row = draft.indicators[1].clone();
    let measure = row.measures[0].clone();
    set(
        &mut draft,
        Field::Measure(row.id, measure.id, MeasureField::Target),
        "100",
    );
    set(
        &mut draft,
        Field::Measure(row.id, measure.id, MeasureField::Actual),
        "50",
    );
    let other = draft.indicators[0].id;
    set(&mut draft, Field::Indicator(other, IndicatorField::Scoring), "manual");
    set(&mut draft, Field::Indicator(other, IndicatorField::ManualScore), "0");
    set(
        &mut draft,
        Field::Indicator(other, IndicatorField::DeviationReason),
        "  招标推迟  ",
    );
    let found = lost(&draft, &evaluate(&draft));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].points >= found[1].points);
    for one in &found {
        assert_eq!(one.weight.less(one.score), one.points);
    }
    let of = |id| found.iter().find(|one| one.id == id).unwrap();
    assert_eq!(of(other).reason.as_deref(), Some("招标推迟"));
    assert_eq!(of(row.id).reason, None);
    assert_eq!(of(row.id).targets.len(), row.measures.len());
    assert!(
        of(row.id).actuals.iter().any(|actual| actual.contains("50")),
        "{:?}",
        of(row.id).actuals
    );
}

#[test]
fn sources_share_one_scale() {
    let mut draft = new();
    let funds: Vec<_> = draft.budget.funds.iter().map(|fund| fund.id).collect();
    let check = |draft: &Draft, expected: &[&str]| {
        let all = sources(draft, &evaluate(draft));
        let rows = &all.rows;
        let amount = |amount: Option<Amount>| amount.map_or("?".to_owned(), Amount::printed);
        let mut lines: Vec<String> = rows
            .iter()
            .map(|row| {
                let rate = row.rate.map_or("?".to_owned(), Rate::printed_percent);
                let reach = format!("{} {}", row.budget_reach.printed(), row.executed_reach.printed());
                format!(
                    "{} {} {} {rate} {reach}",
                    row.name,
                    amount(row.budget),
                    amount(row.executed)
                )
            })
            .collect();
        if !lines.is_empty() {
            let rate = all.rate.map_or("?".to_owned(), Rate::printed_percent);
            lines.push(format!(
                "{:?} {} {} {rate}",
                all.base,
                amount(all.budget),
                amount(all.executed)
            ));
        }
        assert_eq!(lines, expected);
    };
    check(&draft, &[]);
    set(&mut draft, Field::FundAmount(funds[0], Column::Adjusted), "200");
    set(&mut draft, Field::FundAmount(funds[0], Column::Executed), "150");
    set(&mut draft, Field::FundAmount(funds[1], Column::Adjusted), "50");
    set(&mut draft, Field::FundAmount(funds[1], Column::Executed), "0");
    check(
        &draft,
        &[
            "一般公共预算 200.00 150.00 75.00% 100.00 75.00",
            "政府性基金 50.00 0 0.00% 25.00 0.00",
            "Adjusted 250.00 150.00 60.00%",
        ],
    );
    // Spent beyond the budget, it is the scale; nothing reaches beyond it, and what is not known is not nothing.
    set(&mut draft, Field::FundAmount(funds[0], Column::Executed), "400");
    set(&mut draft, Field::FundAmount(funds[1], Column::Executed), "");
    check(
        &draft,
        &[
            "一般公共预算 200.00 400.00 200.00% 50.00 100.00",
            "政府性基金 50.00 ? ? 12.50 0.00",
            "Adjusted 250.00 ? ?",
        ],
    );
    // Where the adjusted budget is not split, all are held against the initial one.
    check(
        &sample(),
        &[
            "一般公共预算 14,319.13 19,783.69 138.16% 72.38 100.00",
            "政府性基金 1,010.22 787.42 77.95% 5.11 3.98",
            "Initial 15,329.35 20,571.11 134.19%",
        ],
    );
}

#[test]
fn progress_goes_by_months_and_ends_with_the_year() {
    let mut draft = sample();
    draft.apply(&Edit::Remove(
        List::Checkpoints,
        draft
            .monitoring
            .checkpoints
            .first()
            .map_or(Default::default(), |row| row.id),
    ));
    while let Some(row) = draft.monitoring.checkpoints.first().map(|row| row.id) {
        draft.apply(&Edit::Remove(List::Checkpoints, row));
    }
    assert_eq!(progress(&draft, &evaluate(&draft)), vec![]);
    for (month, spent) in [("9", "15761.73"), ("6", "10507.82"), ("3", "")] {
        let row = add(&mut draft, List::Checkpoints);
        set(&mut draft, Field::CheckpointMonth(row), month);
        set(&mut draft, Field::CheckpointExecuted(row), spent);
    }
    let points = progress(&draft, &evaluate(&draft));
    let said: Vec<String> = points
        .iter()
        .map(|point| format!("{} {} {}", point.month, point.spending.printed(), point.time.printed()))
        .collect();
    assert_eq!(said, ["6 50.00 50.00", "9 75.00 75.00", "12 97.88 100.00"]);
    assert_eq!(points[0].spending.along(160), "80.00");
}

#[test]
fn both_years_stand_side_by_side_where_last_years_money_came_along() {
    let draft = sample();
    assert_eq!(years(&draft, &evaluate(&draft)), None);
    let mut next = draft.for_next_year();
    let before = years(&next, &evaluate(&next)).unwrap();
    assert_eq!(before.rate_before.map(Rate::printed_percent).as_deref(), Some("97.88%"));
    assert_eq!(before.rate_now, None);
    let executed = |draft: &Draft| {
        let years = years(draft, &evaluate(draft)).unwrap();
        *years.money.iter().find(|row| row.column == Column::Executed).unwrap()
    };
    assert_eq!(
        executed(&next).before.map(Amount::printed).as_deref(),
        Some("20,571.11")
    );
    assert_eq!(executed(&next).change, None);
    set(&mut next, Field::StatedTotal(Column::Executed), "20571.11");
    if let Some(change) = executed(&next).change {
        assert_eq!(change, Rate::NONE);
    }
}

#[test]
fn what_is_left_is_said_part_by_part() {
    let parts = |draft: &Draft| left(draft, &evaluate(draft));
    assert!(parts(&sample()).iter().all(|part| !part.missing.is_empty()));
    let all = parts(&new());
    assert_eq!(all.first().map(|part| part.chapter), Some(Chapter::Basics));
    let mut draft = new();
    let basics = |draft: &Draft| parts(draft).into_iter().find(|part| part.chapter == Chapter::Basics);
    let names = |draft: &Draft| basics(draft).map(|part| part.missing.iter().map(|one| one.name).collect::<Vec<_>>());
    assert_eq!(names(&draft), Some(vec!["单位全称", "年度", "报告日期"]));
    set(&mut draft, Field::Unit, "某某局");
    set(&mut draft, Field::Year, "2023");
    set(&mut draft, Field::ReportDate, "2024年3月1日");
    assert_eq!(names(&draft), None);
}
