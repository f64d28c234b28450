//! D7: the report against its 申报表.

use crate::drafts::{add, check, findings, indicator, indicator_field, set};
use jiping::domain::checks::finding::finding::{Code, Severity};
use jiping::domain::checks::run::check as run;
use jiping::domain::checks::set_aside::set_aside;
use jiping::domain::draft::approved::Approved;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::row::Id;
use jiping::domain::values::shared::Shared;

/// A report made of a 申报表 with two indicators, a task, a goal and its money, and what was done to it since.
fn declared(since: impl FnOnce(&mut Draft, [Id; 2])) -> impl FnOnce(&mut Draft) {
    |draft| {
        let ids = ["举办培训班", "投诉件数"].map(|name| {
            let (sign, target) = if name == "投诉件数" {
                ("≤", "5")
            } else {
                ("≥", "12")
            };
            let id = indicator(draft, "20", &[(sign, target, "")]);
            indicator_field(draft, id, IndicatorField::Name, name);
            let measure = draft.indicator(id).unwrap().measures[0].id;
            set(draft, Field::Measure(id, measure, MeasureField::Unit), "次");
            id
        });
        let task = add(draft, List::Projects);
        set(draft, Field::ProjectName(task), "照明提升");
        set(draft, Field::ProjectBudget(task), "2460");
        let goal = add(draft, List::Objectives);
        set(draft, Field::ObjectiveText(goal), "新装路灯一千二百盏");
        set(draft, Field::StatedTotal(Column::Initial), "4295.5");
        let total = evaluate(draft).money.totals.initial.value.ok();
        draft.approved = Some(Shared::new(Approved::of(
            &draft.projects.rows,
            &draft.objectives.items,
            &draft.indicators,
            total,
        )));
        since(draft, ids);
    }
}

fn measure(draft: &mut Draft, id: Id, field: MeasureField, text: &str) {
    let measure = draft.indicator(id).unwrap().measures[0].id;
    set(draft, Field::Measure(id, measure, field), text);
}

#[test]
fn d7_differences_from_the_declaration() {
    check(Code::D7, 0, "", declared(|_, _| {}));
    // A report that was typed has nothing to be held against.
    check(Code::D7, 0, "", |draft| {
        indicator(draft, "20", &[("≥", "12", "")]);
    });
    // What is reported is no difference.
    check(
        Code::D7,
        0,
        "",
        declared(|draft, [first, _]| {
            measure(draft, first, MeasureField::Actual, "3");
            indicator_field(draft, first, IndicatorField::Analysis, "办了3次");
            set(draft, Field::StatedTotal(Column::Executed), "1");
        }),
    );
    let target = |text: &'static str| declared(move |draft, [id, _]| measure(draft, id, MeasureField::Target, text));
    check(Code::D7, 0, "", target("12.0"));
    check(
        Code::D7,
        1,
        "“举办培训班”的指标值是 ≥ 10 次，申报表上是 ≥ 12 次，比批复的松。",
        target("10"),
    );
    check(Code::D7, 1, "比批复的严", target("15"));
    check(Code::D7, 1, "“举办培训班”没有填指标值，申报表上是 ≥ 12 次", target(""));
    check(
        Code::D7,
        1,
        "“投诉件数”的指标值是 ≤ 8 次，申报表上是 ≤ 5 次，比批复的松。",
        declared(|draft, [_, id]| measure(draft, id, MeasureField::Target, "8")),
    );
    check(
        Code::D7,
        1,
        "“举办培训班”的指标值是 ≤ 12 次，申报表上是 ≥ 12 次。",
        declared(|draft, [id, _]| measure(draft, id, MeasureField::Comparator, "at_most")),
    );
    check(
        Code::D7,
        1,
        "“举办培训班”的指标值是 ≥ 12 人次，申报表上是 ≥ 12 次。",
        declared(|draft, [id, _]| measure(draft, id, MeasureField::Unit, "人次")),
    );
    let weight =
        |text: &'static str| declared(move |draft, [id, _]| indicator_field(draft, id, IndicatorField::Weight, text));
    check(Code::D7, 0, "", weight("20.00"));
    check(Code::D7, 1, "“举办培训班”的权重是 10，申报表上是 20。", weight("10"));
    check(Code::D7, 1, "的权重没有填，申报表上是 20", weight(""));
    check(
        Code::D7,
        1,
        "申报表上的指标“投诉件数”（≤ 5 次，权重 20）报告里没有。",
        declared(|draft, [_, id]| {
            draft.apply(&Edit::Remove(List::Indicators, id));
        }),
    );
    check(
        Code::D7,
        1,
        "指标“新加的”（≥ 1，权重 5）申报表上没有。",
        declared(|draft, _| {
            let id = indicator(draft, "5", &[("≥", "1", "")]);
            indicator_field(draft, id, IndicatorField::Name, "新加的");
        }),
    );
    check(
        Code::D7,
        1,
        "指标名称是“办班”，申报表上是“举办培训班”。",
        declared(|draft, [id, _]| indicator_field(draft, id, IndicatorField::Name, "办班")),
    );
    // A blank row says nothing yet, and one that was taken out and typed again is the same by its name.
    check(
        Code::D7,
        0,
        "",
        declared(|draft, [_, id]| {
            add(draft, List::Indicators);
            draft.apply(&Edit::Remove(List::Indicators, id));
            let id = indicator(draft, "20", &[("≤", "5", "")]);
            indicator_field(draft, id, IndicatorField::Name, "投诉 件数");
            measure(draft, id, MeasureField::Unit, "次");
            indicator_field(draft, id, IndicatorField::Name, "投诉件数");
        }),
    );
    check(
        Code::D7,
        1,
        "年初预算数合计是 4,000.00 万元，申报表上是 4,295.50 万元。",
        declared(|draft, _| set(draft, Field::StatedTotal(Column::Initial), "4000")),
    );
    let task = |amount: &'static str| {
        declared(move |draft, _| {
            let row = draft.projects.rows[0].id;
            set(draft, Field::ProjectBudget(row), amount);
        })
    };
    check(
        Code::D7,
        1,
        "“照明提升”的预算数是 2,000.00 万元，申报表上是 2,460.00 万元。",
        task("2000"),
    );
    check(
        Code::D7,
        1,
        "申报表上的任务“照明提升”（2,460.00 万元）报告里没有。",
        declared(|draft, _| {
            let row = draft.projects.rows[0].id;
            draft.apply(&Edit::Remove(List::Projects, row));
        }),
    );
    check(
        Code::D7,
        1,
        "项目“新项目”申报表上没有。",
        declared(|draft, _| {
            let row = add(draft, List::Projects);
            set(draft, Field::ProjectName(row), "新项目");
        }),
    );
    check(
        Code::D7,
        1,
        "申报表上的年度目标“新装路灯一千二百盏”报告里没有。",
        declared(|draft, _| {
            let row = draft.objectives.items[0].id;
            draft.apply(&Edit::Remove(List::Objectives, row));
        }),
    );
}

fn lowered() -> Draft {
    let mut draft = crate::drafts::new();
    declared(|draft, [id, _]| measure(draft, id, MeasureField::Target, "10"))(&mut draft);
    draft
}

#[test]
fn a_lowered_target_is_an_error_with_a_way_back_and_a_reason_to_leave_it() {
    let mut draft = lowered();
    let finding = findings(&draft, Code::D7).remove(0);
    assert_eq!(finding.severity(), Severity::Error);
    assert!(matches!(finding.field, Field::Measure(_, _, MeasureField::Target)));
    let mut mended = draft.clone();
    mended.apply(&finding.fix.clone().unwrap().edit);
    assert_eq!(findings(&mended, Code::D7), []);
    draft.apply(&Edit::SetAside(set_aside(&finding, &draft, "年中经财政局批准调减")));
    let found = run(&draft, &evaluate(&draft));
    assert_eq!((findings(&draft, Code::D7).len(), found.aside.len()), (0, 1));
    // A still lower one is another matter.
    let id = draft.indicators[0].id;
    measure(&mut draft, id, MeasureField::Target, "9");
    assert_eq!(findings(&draft, Code::D7).len(), 1);
    // A higher one binds nobody.
    measure(&mut draft, id, MeasureField::Target, "20");
    assert_eq!(findings(&draft, Code::D7)[0].severity(), Severity::Advice);
}

#[test]
fn rows_are_known_again_after_fresh_identities() {
    let mut draft = lowered();
    let twin = draft.indicators[0].clone();
    draft.indicators.push(twin);
    draft.mend_identities();
    let found = findings(&draft, Code::D7);
    // The copy is one that the 申报表 does not have; the first is still held against it.
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found
            .iter()
            .any(|own| own.message.contains("是 ≥ 10 次，申报表上是 ≥ 12 次"))
    );
}
