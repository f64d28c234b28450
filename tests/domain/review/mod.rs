//! Tests of `domain::review`: what a reviewer would leave of each indicator, and of the whole.

use crate::drafts::{add, fixture, indicator, indicator_field, new, sample, set};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as run;
use jiping::domain::checks::set_aside::set_aside;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::review::materials::Materials;
use jiping::domain::review::review::{Review, loss_of, review};
use jiping::domain::scheme::part::{Group, PartRule};
use jiping::domain::scheme::review::ReviewRule;
use jiping::domain::values::input::Entry;
use jiping::domain::values::row::Id;

fn reviewed(draft: &Draft) -> Review {
    let evaluation = evaluate(draft);
    review(draft, &evaluation, &run(draft, &evaluation))
}

/// An indicator of ten points, fully scored, with its materials named.
fn row(draft: &mut Draft, name: &str, unit: &str) -> Id {
    let id = indicator(draft, "10", &[("≥", "90", "95")]);
    indicator_field(draft, id, IndicatorField::Name, name);
    let measure = draft.indicator(id).unwrap().measures[0].id;
    set(draft, Field::Measure(id, measure, MeasureField::Unit), unit);
    name_materials(draft, id);
    id
}

fn name_materials(draft: &mut Draft, id: Id) {
    let evidence = add(draft, List::Evidence(id));
    set(draft, Field::EvidenceName(id, evidence), "验收台账");
}

fn lose_materials(draft: &mut Draft, id: Id) {
    for evidence in draft.indicator(id).unwrap().evidence.clone() {
        draft.apply(&Edit::Remove(List::Evidence(id), evidence.id));
    }
}

/// The indicator that the closure makes beside one that names its materials loses by this rule and keeps so much of
/// its ten points; with none it keeps all. One call finds the same as the whole.
fn check(expected: Option<(ReviewRule, &str)>, make: impl FnOnce(&mut Draft) -> Id) {
    let mut draft = new();
    row(&mut draft, "改造小区数量", "个");
    let id = make(&mut draft);
    let evaluation = evaluate(&draft);
    let findings = run(&draft, &evaluation);
    let loss = loss_of(&draft, &evaluation, &findings, id);
    let found = loss.as_ref().map(|loss| (loss.rule, loss.left.printed()));
    let expected = expected.map(|(rule, left)| (rule, left.to_owned()));
    let name = draft.indicator(id).unwrap().name.clone();
    assert_eq!(found, expected, "{name}");
    let whole = review(&draft, &evaluation, &findings);
    assert_eq!(
        whole.losses.iter().find(|loss| loss.indicator == id),
        loss.as_ref(),
        "{name}"
    );
    if let Some(loss) = loss {
        let reachable = matches!(loss.field, Field::Rows(_)) || draft.input(loss.field).is_some();
        assert!(reachable, "{:?} leads nowhere", loss.field);
    }
}

#[test]
fn rules_of_one_indicator() {
    use ReviewRule::*;
    check(None, |draft| row(draft, "巡查河道里程", "公里"));
    check(Some((NoMaterial, "0")), |draft| {
        let id = row(draft, "巡查河道里程", "公里");
        lose_materials(draft, id);
        id
    });
    // A survey is asked of satisfaction, and told by a word of it.
    check(Some((NoSurvey, "0")), |draft| row(draft, "居民满意度", "%"));
    check(None, |draft| {
        let id = row(draft, "居民满意度", "%");
        indicator_field(
            draft,
            id,
            IndicatorField::Analysis,
            "发放问卷200份，收回196份，满意190份。",
        );
        id
    });
    // What is vague keeps 40%, what says no formula 70%, what has no value nothing.
    check(Some((VagueValue, "4")), |draft| row(draft, "社会效益明显", "%"));
    check(Some((NoFormula, "7")), |draft| {
        let id = row(draft, "数据共享", "%");
        lose_materials(draft, id);
        // Its material is named, but blank: NoMaterial is off in this scheme.
        draft.scheme.make_mut().review.no_material = Entry::Blank;
        id
    });
    check(None, |draft| row(draft, "数据共享", "%"));
    check(Some((NoValue, "0")), |draft| {
        let id = row(draft, "宣传活动", "场");
        let measure = draft.indicator(id).unwrap().measures[0].id;
        set(draft, Field::Measure(id, measure, MeasureField::Target), "");
        hand_scored(draft, id, "10");
        id
    });
    check(None, |draft| {
        let id = row(draft, "宣传活动", "场");
        let measure = draft.indicator(id).unwrap().measures[0].id;
        set(draft, Field::Measure(id, measure, MeasureField::Target), "");
        indicator_field(draft, id, IndicatorField::Goal, "全年不少于12场");
        hand_scored(draft, id, "10");
        id
    });
    // A row that repeats another: the first counts.
    check(Some((Twice, "0")), |draft| {
        row(draft, "巡查河道里程", "公里");
        row(draft, "巡查河道里程", "公里")
    });
    check(None, |draft| {
        let first = row(draft, "巡查河道里程", "公里");
        row(draft, "巡查河道里程", "公里");
        first
    });
    check(Some((WrongClass, "0")), |draft| {
        let group = group(draft, "数量指标");
        let id = row(draft, "资金支付进度", "%");
        draft.apply(&Edit::Set(
            Field::Indicator(id, IndicatorField::Place),
            group.0.to_string(),
        ));
        id
    });
}

fn hand_scored(draft: &mut Draft, id: Id, score: &str) {
    indicator_field(draft, id, IndicatorField::Scoring, "manual");
    indicator_field(draft, id, IndicatorField::ManualScore, score);
    indicator_field(draft, id, IndicatorField::ManualReason, "核实后评定");
}

fn group(draft: &mut Draft, name: &str) -> Id {
    let scheme = draft.scheme.make_mut();
    let part = scheme.parts.iter_mut().find(|part| part.rule == PartRule::IndicatorSum);
    let (id, part) = (Id(9000), part.unwrap());
    part.groups = vec![Group {
        id,
        name: name.into(),
        ..Group::default()
    }];
    id
}

#[test]
fn late_tasks() {
    let told = |analysis: &'static str, reason: &'static str| {
        move |draft: &mut Draft| {
            let id = row(draft, "巡查河道里程", "公里");
            indicator_field(draft, id, IndicatorField::Analysis, analysis);
            indicator_field(draft, id, IndicatorField::DeviationReason, reason);
            id
        }
    };
    let late = Some((ReviewRule::LateTask, "7"));
    check(late, told("受雨季影响，二标段延期一个月完工。", ""));
    check(late, told("", "设备到货逾期，安装推迟。"));
    check(late, told("", "未按时完成验收"));
    for analysis in [
        "全部按期完成，未出现延期。",
        "各标段无逾期。",
        "未延期。",
        "没有推迟的事项。",
        "克服滞后因素，按期完成。",
        "避免逾期，提前启动招标。",
        "按期完工。",
        "",
    ] {
        check(None, told(analysis, ""));
    }
    // An indicator that measures delays speaks of them when there were none.
    check(None, |draft| {
        let id = row(draft, "逾期办件压减率", "%");
        indicator_field(draft, id, IndicatorField::Analysis, "逾期办件由12件降为0件。");
        id
    });
    // An office that took points off for it has paid; of what costs the whole, it has not.
    check(None, |draft| {
        let id = told("", "安装推迟")(draft);
        hand_scored(draft, id, "8");
        id
    });
    check(Some((ReviewRule::NoMaterial, "0")), |draft| {
        let id = told("", "")(draft);
        hand_scored(draft, id, "8");
        lose_materials(draft, id);
        id
    });
    // A scheme that does not apply the rule, or leaves more.
    check(None, |draft| {
        draft.scheme.make_mut().review.late_task = Entry::Blank;
        told("", "安装推迟")(draft)
    });
    check(Some((ReviewRule::LateTask, "9")), |draft| {
        use jiping::domain::values::rate::Rate;
        draft.scheme.make_mut().review.late_task = Entry::Accepted(Rate::from_percent(90.into()));
        told("", "安装推迟")(draft)
    });
}

#[test]
fn the_heaviest_rule_counts_once() {
    check(Some((ReviewRule::NoMaterial, "0")), |draft| {
        let id = row(draft, "社会效益明显", "%");
        indicator_field(draft, id, IndicatorField::Analysis, "安装推迟。");
        lose_materials(draft, id);
        id
    });
    check(Some((ReviewRule::VagueValue, "4")), |draft| {
        let id = row(draft, "社会效益明显", "%");
        indicator_field(draft, id, IndicatorField::Analysis, "安装推迟。");
        id
    });
}

#[test]
fn the_whole_is_explained_figure_by_figure() {
    let mut draft = fixture("clean/renewal-project-2023.json");
    let ids: Vec<Id> = draft.indicators.iter().map(|row| row.id).collect();
    let before = reviewed(&draft);
    for id in &ids {
        if draft.indicator(*id).unwrap().evidence.is_empty() {
            name_materials(&mut draft, *id);
        }
    }
    let whole = reviewed(&draft);
    assert_eq!(
        (whole.losses.len(), whole.materials),
        (0, Materials::Registered),
        "{:?}",
        whole.losses
    );
    assert_eq!(whole.expected, whole.total);
    assert!(
        whole.sentence().starts_with("按复核口径没有要扣的"),
        "{}",
        whole.sentence()
    );
    lose_materials(&mut draft, ids[0]);
    lose_materials(&mut draft, ids[2]);
    indicator_field(&mut draft, ids[1], IndicatorField::DeviationReason, "二标段延期。");
    let less = reviewed(&draft);
    let evaluation = evaluate(&draft);
    let score = |place: usize| evaluation.indicators[place].score.unwrap();
    let lost = |place: usize| less.losses[place].lost();
    assert_eq!((lost(0), lost(2)), (score(0), score(2)));
    let lines: Vec<String> = less.lines().iter().map(|line| line.sentence()).collect();
    let materials = [lost(0), lost(2)]
        .into_iter()
        .sum::<jiping::domain::values::points::Points>();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines.contains(&format!("缺 2 份材料，约失 {} 分", materials.printed())),
        "{lines:?}"
    );
    assert!(
        lines.contains(&format!("1 项任务没有按时完成，约失 {} 分", lost(1).printed())),
        "{lines:?}"
    );
    assert_eq!(less.expected.unwrap(), less.total.unwrap().less(less.lost()));
    assert_eq!(less.grade, draft.scheme.grade(less.expected.unwrap()));
    assert_eq!(before.total, less.total);
}

#[test]
fn without_any_material_nothing_is_zeroed() {
    let mut draft = sample();
    for id in draft.indicators.iter().map(|row| row.id).collect::<Vec<_>>() {
        lose_materials(&mut draft, id);
    }
    let found = reviewed(&draft);
    assert_eq!(found.materials, Materials::NoneNamed);
    assert!(found.losses.iter().all(|loss| loss.rule != ReviewRule::NoMaterial));
    assert!(found.proviso().unwrap().contains("没有一项指标登记了佐证材料"));
    // Set aside with a reason: the materials are kept elsewhere.
    let evaluation = evaluate(&draft);
    let findings = run(&draft, &evaluation);
    let finding = findings.iter().find(|finding| finding.code == Code::C9).unwrap();
    let aside = set_aside(finding, &draft, "材料在档案室");
    draft.apply(&Edit::SetAside(aside));
    let found = reviewed(&draft);
    assert_eq!(found.materials, Materials::KeptElsewhere);
    assert!(found.proviso().unwrap().contains("另有存放"));
}

#[test]
fn a_total_that_is_not_known_is_said() {
    let mut draft = new();
    row(&mut draft, "改造小区数量", "个");
    let id = row(&mut draft, "巡查河道里程", "公里");
    lose_materials(&mut draft, id);
    let found = reviewed(&draft);
    assert!(found.expected.is_err());
    assert_eq!(found.lost().printed(), "10");
    assert!(
        found.sentence().contains("自评总分还算不出") && found.sentence().contains("约失 10 分"),
        "{}",
        found.sentence()
    );
}
