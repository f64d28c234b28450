//! 拆分指标: what becomes of goal, name, weight, scores and evidence, and that nothing is lost.

use crate::drafts::{indicator, indicator_field, new, opened, sample, set, split_up};
use jiping::documents::project_file::project_file;
use jiping::domain::checkup::split::{Split, Whole};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, RuleField, RuleOwner};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::indicator::{Indicator, Measure, Scoring};
use jiping::domain::scheme::scheme::{Compound, Scheme};
use jiping::domain::values::comparator::Comparator;
use jiping::domain::values::input::{Entry, Input};
use jiping::domain::values::points::Points;
use jiping::domain::values::row::Id;
use jiping::state::model::message::Message;
use jiping::state::update::update::update;

/// An indicator with measures of (name, target, unit).
fn compound(name: &str, goal: &str, weight: &str, measures: &[(&str, &str, &str)]) -> Indicator {
    let measures = measures.iter().zip(1..).map(|((name, target, unit), id)| Measure {
        id: Id(id),
        name: (*name).into(),
        target: Entry::read(target),
        unit: (*unit).into(),
        ..Measure::default()
    });
    Indicator {
        name: name.into(),
        goal: goal.into(),
        weight: Entry::read(weight),
        measures: measures.collect(),
        ..Indicator::default()
    }
}

fn split(row: &Indicator) -> Split {
    Split::of(row, &Scheme::default()).expect("an indicator that can be split")
}

#[test]
fn a_goal_is_divided_where_its_clauses_are_the_measures() {
    let check = |goal: &str, measures: &[(&str, &str, &str)], first: &str, second: &str| {
        let parts = split(&compound("某项", goal, "2", measures));
        assert_eq!((&*parts.first.goal, &*parts.second.goal), (first, second), "{goal}");
        assert_eq!(
            parts.notes.iter().any(|note| note.contains("两项都留原文")),
            first == second && !goal.is_empty(),
            "{:?}",
            parts.notes
        );
    };
    let two = [("培训", "30", "场次"), ("宣传", "45", "场次")];
    check(
        "开展培训不少于30场次、宣传不少于45场次。",
        &two,
        "开展培训不少于30场次。",
        "开展宣传不少于45场次。",
    );
    check(
        "宣传不少于45场次；培训不少于30场次。",
        &two,
        "培训不少于30场次。",
        "宣传不少于45场次。",
    );
    check(
        "培训不少于30场次，做到村村有、人人懂，并组织宣传不少于45场次。",
        &two,
        "培训不少于30场次，做到村村有、人人懂。",
        "组织宣传不少于45场次。",
    );
    // What stands before an earlier clause is not shared.
    check(
        "做好服务，开展培训不少于30场次、宣传不少于45场次",
        &two,
        "做好服务，开展培训不少于30场次",
        "宣传不少于45场次",
    );
    // 每月1次 is 12 a year; 、 in quotes parts nothing.
    check(
        "每月开展至少1次宣传；创建不少于2个“美化、绿化”投放点。",
        &[("", "12", "次"), ("", "2", "个")],
        "每月开展至少1次宣传。",
        "创建不少于2个“美化、绿化”投放点。",
    );
    check(
        "甲率100%，乙率100%。",
        &[("乙率", "100", "%"), ("甲率", "100", "%")],
        "乙率100%。",
        "甲率100%。",
    );
    let three = [("甲", "1", "个"), ("乙", "2", "次"), ("丙", "3", "场")];
    check("甲1个，乙2次，丙3场", &three, "甲1个", "乙2次，丙3场");
    // The first measure stands between the others.
    let whole = "乙2次，甲1个，丙3场";
    check(whole, &three, whole, whole);
    // Which 100% is which cannot be told; a demand per week has no year; one demand is not in the goal.
    let whole = "甲率100%，乙率100%。";
    check(whole, &[("", "100", "%"), ("", "100", "%")], whole, whole);
    let whole = "每周宣传1次；创建2个投放点。";
    check(whole, &[("", "52", "次"), ("", "2", "个")], whole, whole);
    let whole = "做好垃圾分类，创建不少于2个投放点。";
    check(whole, &[("", "12", "次"), ("", "2", "个")], whole, whole);
    check("", &two, "", "");
}

#[test]
fn names_come_from_the_measures() {
    let check = |name: &str, measures: [&str; 2], first: &str, second: &str| {
        let measures = measures.map(|name| (name, "1", "个"));
        let parts = split(&compound(name, "", "", &measures));
        assert_eq!((&*parts.first.name, &*parts.second.name), (first, second));
    };
    check(
        "垃圾分类工作",
        ["宣传", "投放点"],
        "垃圾分类工作（宣传）",
        "垃圾分类工作（投放点）",
    );
    check(
        "开展培训、宣传的数量",
        ["培训", "宣传"],
        "开展培训的数量",
        "开展宣传的数量",
    );
    check("培训和宣传", ["培训", "宣传"], "培训", "宣传");
    check("", ["培训", "宣传"], "培训", "宣传");
    check("数量", ["", "宣传"], "数量（一）", "数量（二）");
    check("数量", ["宣传", "宣传"], "数量（一）", "数量（二）");
}

#[test]
fn weights_sum_to_the_old_one() {
    let check = |compound_rule: Compound, weight: &str, shares: &[&str], first: &str, second: &str| {
        let measures: Vec<_> = shares.iter().map(|_| ("", "1", "个")).collect();
        let mut row = compound("某项", "", weight, &measures);
        for (measure, share) in row.measures.iter_mut().zip(shares) {
            measure.share = Entry::read(share);
        }
        let scheme = Scheme {
            compound: compound_rule,
            ..Scheme::default()
        };
        let parts = Split::of(&row, &scheme).unwrap();
        let found = (parts.first.weight.text(), parts.second.weight.text());
        assert_eq!((&*found.0, &*found.1), (first, second), "{weight} by {shares:?}");
    };
    let mean = Compound::Mean;
    check(mean, "2", &["", ""], "1", "1");
    check(mean, "3", &["", ""], "1.5", "1.5");
    check(mean, "4", &["", "", ""], "1.3", "2.7");
    check(mean, "3.3", &["", "", ""], "1.1", "2.2");
    check(mean, "0.0001", &["", ""], "0.0001", "0");
    check(mean, "0", &["", ""], "0", "0");
    check(mean, "", &["", ""], "", "");
    // 比重 counts only where the scheme weighs by it and all are known.
    check(mean, "10", &["70", "30"], "5", "5");
    check(Compound::Weighted, "10", &["70", "30"], "7", "3");
    check(Compound::Weighted, "10", &["2", "1"], "6.7", "3.3");
    check(Compound::Weighted, "10", &["70", ""], "5", "5");
    check(Compound::Weighted, "10", &["0", "0"], "5", "5");
    check(Compound::Weighted, "10", &["-1", "3"], "5", "5");
    check(Compound::Minimum, "10", &["", ""], "5", "5");
}

#[test]
fn manual_scores_and_rules_are_divided_like_the_weight() {
    let measures = [("", "1", "个"), ("", "2", "次")];
    let mut row = compound("某项", "", "3", &measures);
    row.scoring = Scoring::Manual;
    row.manual_score = Entry::read("2.5");
    row.manual_reason = "照录".into();
    let parts = split(&row);
    let scores = (parts.first.manual_score.text(), parts.second.manual_score.text());
    assert_eq!((&*scores.0, &*scores.1), ("1.25", "1.25"));
    assert_eq!(
        (&*parts.first.manual_reason, &*parts.second.manual_reason),
        ("照录", "照录")
    );
    assert!(
        parts
            .notes
            .contains(&"手工得分分成 1.25 分和 1.25 分，理由两项都留着。".to_owned())
    );

    let mut draft = new();
    let id = indicator(&mut draft, "4", &[("≥", "10", "9"), ("≥", "10", "5")]);
    let rule = |draft: &Draft, id, field| draft.text(Field::Rule(RuleOwner::Indicator(id), field));
    set(
        &mut draft,
        Field::Rule(RuleOwner::Indicator(id), RuleField::Kind),
        "deduction",
    );
    let fresh = split_up(&mut draft, id).row.unwrap();
    for id in [id, fresh] {
        assert_eq!(
            rule(&draft, id, RuleField::Points),
            "0.5",
            "one point of four becomes half a point of two"
        );
        assert_eq!(rule(&draft, id, RuleField::Step), "1");
    }
}

#[test]
fn a_second_demand_of_the_goal_becomes_a_measure() {
    let check = |goal: &str, expected: Option<(&str, Comparator, &str, &str)>| {
        let row = compound("某项", goal, "4", &[("", "12", "次")]);
        let found = Split::of(&row, &Scheme::default());
        let Some((name, comparator, target, unit)) = expected else {
            assert_eq!(found.unwrap_err(), Whole::OneDemand, "{goal}");
            return;
        };
        let parts = found.unwrap();
        let [measure] = parts.second.measures.as_slice() else {
            panic!("{:?}", parts.second.measures)
        };
        assert_eq!(
            (
                &*measure.name,
                measure.comparator,
                &*measure.target.text(),
                &*measure.unit
            ),
            (name, comparator, target, unit)
        );
        assert!(measure.actual.is_blank());
        assert_eq!(parts.first.measures, row.measures);
        assert!(parts.notes.iter().any(|note| note.contains("取自绩效目标")));
    };
    let (least, most) = (Comparator::AtLeast, Comparator::AtMost);
    check(
        "每月至少1次宣传；创建不少于2个投放点。",
        Some(("投放点", least, "2", "个")),
    );
    check(
        "宣传不少于12次，年内办理时长不超过5天。",
        Some(("办理时长", most, "5", "天")),
    );
    check(
        "宣传不少于12次，办结率为100%。",
        Some(("办结率为", Comparator::Exactly, "100", "%")),
    );
    // A bare number may count anything; what the measure is must be known first.
    check("宣传不少于12次，涉及6条村。", None);
    check("宣传不少于10次；创建不少于2个投放点。", None);
    check("宣传不少于12次。", None);
    check("宣传不少于12次，其中线上、线下各不少于2次。", None);
    check("宣传不少于12次；每人培训不少于2次。", None);
}

#[test]
fn what_cannot_be_split_says_why() {
    let check = |change: fn(&mut Indicator), why: &str| {
        let mut row = compound("某项", "", "4", &[("", "1", "个"), ("", "2", "次")]);
        change(&mut row);
        let mut draft = new();
        let id = draft.apply(&Edit::TakeIndicators(vec![row])).row.unwrap();
        let whole = Split::of(draft.indicator(id).unwrap(), &draft.scheme).unwrap_err();
        assert_eq!(whole.sentence(), why);
        let before = draft.clone();
        assert!(!split_up(&mut draft, id).changed);
        assert_eq!(draft, before);
    };
    check(|row| row.measures.truncate(1), "只有一个数量要求，不用拆。");
    check(|row| row.measures.clear(), "只有一个数量要求，不用拆。");
    check(
        |row| row.nature = jiping::domain::scheme::indicator::IndicatorNature::Checklist,
        "只有定量指标能按指标值拆开。",
    );
    check(|row| row.weight = Entry::read("四"), "权重读不出来，先改好再拆。");
    check(
        |row| {
            row.scoring = Scoring::Manual;
            row.manual_score = Entry::read("满分");
        },
        "手工得分读不出来，先改好再拆。",
    );
    assert!(!split_up(&mut new(), Id(9999)).changed);
}

#[test]
fn the_new_indicator_stands_right_after_and_keeps_what_was_written() {
    let mut draft = sample();
    let place = 10;
    let before = draft.indicators[place].clone();
    let applied = split_up(&mut draft, before.id);
    let (first, second) = (&draft.indicators[place], &draft.indicators[place + 1]);
    assert_eq!((first.id, Some(second.id)), (before.id, applied.row));
    assert_eq!(draft.indicators.len(), 15);
    for part in [first, second] {
        assert_eq!(
            (&part.analysis, part.place, &part.division),
            (&before.analysis, before.place, &before.division)
        );
        assert_eq!(part.evidence[0].name, before.evidence[0].name);
    }
    assert_eq!(first.measures[0], before.measures[0]);
    // Identities are fresh: a copy through the file keeps them as they are.
    let copy = project_file::read(project_file::write(&draft, "").as_bytes())
        .unwrap()
        .draft;
    assert_eq!(copy, draft);
}

#[test]
fn splitting_is_one_step_back() {
    let mut model = opened();
    let workspace = |model: &jiping::state::model::model::Model| model.workspace.clone().unwrap();
    let before = workspace(&model).draft.clone();
    let edit = Split::of(&before.indicators[1], &before.scheme).unwrap().edit();
    update(&mut model, Message::Edited(edit));
    let now = workspace(&model);
    assert_eq!(
        now.open_indicator,
        Some(now.draft.indicators[2].id),
        "the new one is open"
    );
    assert_eq!(
        model.history.last().map(|step| step.name.as_str()),
        Some("拆分指标“羊城家政基层服务站开展公益性家政培训、宣传活动的数量”")
    );
    let total = |workspace: &jiping::state::model::workspace::Workspace| workspace.evaluation.total;
    assert_eq!(total(&now), evaluate(&before).total, "both measures were reached");
    update(&mut model, Message::UndoPressed);
    assert_eq!(workspace(&model).draft, before);
    update(&mut model, Message::RedoPressed);
    assert_eq!(workspace(&model).draft, now.draft);
}

#[test]
fn a_mean_is_kept_to_the_hundredth() {
    let mut draft = new();
    let id = indicator(&mut draft, "3", &[("≥", "10", "7"), ("≥", "8", "8")]);
    indicator_field(&mut draft, id, IndicatorField::Goal, "");
    let score = |draft: &Draft| {
        evaluate(draft)
            .indicators
            .iter()
            .map(|row| row.score.unwrap())
            .sum::<Points>()
    };
    let before = score(&draft);
    split_up(&mut draft, id);
    assert_eq!(
        (before.printed(), score(&draft).printed()),
        ("2.55".into(), "2.55".into())
    );
}
