//! 指标体检: which qualities an indicator has, and what is suggested.

use jiping::documents::project_file::library::entries;
use jiping::domain::checkup::card::{Checkup, checkup};
use jiping::domain::checkup::quality::{Quality, State};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List};
use jiping::domain::scheme::indicator::{Evidence, Indicator, IndicatorNature, Item, Measure};
use jiping::domain::values::comparator::Comparator;
use jiping::domain::values::input::{Choice, Entry};
use jiping::domain::values::row::Id;

/// The states in the order of the qualities: 可量化 可比较 有计量单位 有时限 有佐证 只管一件事 与资金匹配.
fn states(found: &Checkup) -> String {
    let mark = |state| match state {
        State::Met => '√',
        State::Missing => '×',
        State::Unclear => '？',
    };
    found.lines.iter().map(|line| mark(line.state)).collect()
}

fn looked_over(draft: &Draft, id: Id) -> Checkup {
    let found = checkup(draft.indicator(id).expect("an indicator"), draft, &entries());
    let qualities: Vec<Quality> = found.lines.iter().map(|line| line.quality).collect();
    assert_eq!(qualities, Quality::ALL, "one line for each quality");
    for line in &found.lines {
        assert!(line.sentence.ends_with('。'), "{line:?}");
        if line.state == State::Met {
            assert!(line.suggestion.is_none(), "nothing to better: {line:?}");
        }
        let field = line.suggestion.as_ref().and_then(|suggestion| suggestion.field);
        assert!(
            field.is_none_or(|field| draft.input(field).is_some()),
            "{line:?} leads nowhere"
        );
    }
    found
}

#[test]
fn the_indicators_of_the_reference_report() {
    let draft = crate::drafts::sample();
    let expected = [
        ("完成阵地建设的数量、质量", "√？√××？？"),
        ("羊城家政基层服务站开展公益性家政培训、宣传活动的数量", "√？√√√×？"),
        ("市政工程项目数量", "√？√××√？"),
        ("开展“乐融白云”主题活动数量", "√？√√×√？"),
        ("统计数据上报完成率", "√√√××√？"),
        ("市政工程项目质量", "×？？××√？"),
        ("推进社区综合性文化服务中心提质增效工作", "√？√××？？"),
        ("工程项目完工及时性", "×√？√×√？"),
        ("民政救助服务开展情况", "×？？××√？"),
        ("上级交付的疫情防控组织协调工作", "×？？××？？"),
        ("继续推进垃圾分类工作", "√？√√√×√"),
        ("交通安全劝导工作", "×？？××？？"),
        ("退役军人服务满意度", "√√√××√？"),
        ("涉军优抚对象满意度", "×？？√×√？"),
    ];
    let found: Vec<(String, String)> = draft
        .indicators
        .iter()
        .map(|row| (row.name.clone(), states(&looked_over(&draft, row.id))))
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(name, states)| (&**name, &**states)).collect();
    assert_eq!(found, expected);
    let summary = looked_over(&draft, draft.indicators[10].id).summary();
    assert_eq!(summary, "7 项里 5 项达到，缺 1 项");
}

/// A quantitative indicator with measures of (sign, target, unit).
fn counted(goal: &str, measures: &[(Comparator, &str, &str)]) -> Indicator {
    let measures = measures
        .iter()
        .zip(1..)
        .map(|((comparator, target, unit), id)| Measure {
            id: Id(id),
            comparator: *comparator,
            target: Entry::read(target),
            unit: (*unit).into(),
            ..Measure::default()
        });
    Indicator {
        name: "某项".into(),
        goal: goal.into(),
        measures: measures.collect(),
        ..Indicator::default()
    }
}

fn of(nature: IndicatorNature, goal: &str) -> Indicator {
    Indicator {
        nature,
        ..counted(goal, &[])
    }
}

/// What is said of one quality of an indicator in the sample: state, words of the sentence, the suggestion
/// with the name of its field.
fn check(quality: Quality, indicator: Indicator, state: State, words: &str, suggestion: Option<(&str, Option<&str>)>) {
    let mut draft = crate::drafts::sample();
    let id = draft.apply(&Edit::TakeIndicators(vec![indicator])).row.unwrap();
    let found = looked_over(&draft, id);
    let line = found.lines.iter().find(|line| line.quality == quality).unwrap();
    assert_eq!(line.state, state, "{line:?}");
    assert!(line.sentence.contains(words), "{line:?} lacks {words}");
    let suggested = line.suggestion.as_ref().map(|suggestion| {
        let field = suggestion.field.map(jiping::domain::draft::names::short_name);
        (suggestion.shown(), field)
    });
    assert_eq!(suggested, suggestion, "{line:?}");
}

const LEAST: Comparator = Comparator::AtLeast;

#[test]
fn quantified() {
    let check =
        |indicator, state, words: &str, suggestion| check(Quality::Quantified, indicator, state, words, suggestion);
    let goal = Some("绩效目标");
    check(counted("", &[(LEAST, "3", "个")]), State::Met, "≥ 3 个", None);
    check(
        counted("每季度巡查不少于2次。", &[(LEAST, "", "次")]),
        State::Missing,
        "绩效目标里有",
        Some(("8", Some("指标值"))),
    );
    check(
        counted("", &[(LEAST, "3", "个"), (LEAST, "", "次")]),
        State::Missing,
        "第 2 行",
        None,
    );
    check(
        counted("开展安全检查。", &[(LEAST, "", "次")]),
        State::Missing,
        "没有指标值",
        Some(("全年开展安全检查不少于（　）次。", goal)),
    );
    check(
        of(IndicatorNature::Qualitative, "办结率达到95%，完善制度。"),
        State::Missing,
        "达到95%",
        Some(("定量", Some("指标性质"))),
    );
    // A bare count may be a count of something else.
    check(
        of(IndicatorNature::Qualitative, "完善6条城中村的管理。"),
        State::Missing,
        "定性指标",
        Some(("于（　）月底前完善6条城中村的管理，出台制度不少于（　）项。", goal)),
    );
    check(of(IndicatorNature::Checklist, ""), State::Missing, "还没有要点", None);
    let mut items = of(IndicatorNature::Checklist, "");
    items.items = vec![Item {
        points: Entry::read("2"),
        ..Item::default()
    }];
    check(items.clone(), State::Met, "要点和分值", None);
    items.items.push(Item::default());
    check(items, State::Missing, "没有分值", None);
    let mut formula = of(IndicatorNature::Formula, "");
    check(formula.clone(), State::Missing, "没有指标值", None);
    formula.measures = counted("", &[(LEAST, "95", "%")]).measures;
    check(formula, State::Met, "≥ 95%", None);
}

#[test]
fn comparable() {
    let check =
        |indicator, state, words: &str, suggestion| check(Quality::Comparable, indicator, state, words, suggestion);
    check(counted("", &[(LEAST, "95", "%")]), State::Met, "比率", None);
    check(
        counted("比上年增加3场。", &[(LEAST, "3", "场")]),
        State::Met,
        "上年",
        None,
    );
    check(
        counted("新增3场。", &[(LEAST, "3", "场")]),
        State::Unclear,
        "从哪里来",
        Some(("（　）年批复的绩效目标；上年完成（　）场", Some("依据"))),
    );
    let named = Indicator {
        source: "某财绩〔2024〕1号。".into(),
        ..counted("", &[(LEAST, "3", "场")])
    };
    check(named, State::Met, "有依据：某财绩〔2024〕1号。", None);
    check(
        of(IndicatorNature::Qualitative, "做好服务。"),
        State::Missing,
        "达到什么程度",
        Some(("对照（　）的要求，（　）全部做到", Some("定性标准"))),
    );
}

#[test]
fn unit_time_and_evidence() {
    check(
        Quality::HasUnit,
        counted("举办不少于5场。", &[(LEAST, "5", "")]),
        State::Missing,
        "第 1 行",
        Some(("场", Some("单位"))),
    );
    check(
        Quality::HasUnit,
        counted("", &[(LEAST, "5", "")]),
        State::Missing,
        "没有单位",
        None,
    );
    for (goal, state) in [
        ("12月底前完成5项。", State::Met),
        ("2024年完成5项。", State::Met),
        ("在2024年6月1日以前完成。", State::Met),
        ("每月1次。", State::Met),
        ("补助按时发放。", State::Met),
        ("共5500年轮。", State::Missing),
        ("完成5项。", State::Missing),
    ] {
        let suggestion = (state == State::Missing).then(|| format!("全年{goal}"));
        let suggestion = suggestion.as_deref().map(|text| (text, Some("绩效目标")));
        check(Quality::HasTime, counted(goal, &[]), state, "写", suggestion);
    }
    let spent = Indicator {
        measures: counted("", &[(Comparator::AtMost, "10", "天")]).measures,
        ..counted("办理时长。", &[])
    };
    check(Quality::HasTime, spent, State::Met, "写了时间", None);
    let hinted = Indicator {
        evidence_hint: "签到表".into(),
        ..counted("", &[])
    };
    check(Quality::HasEvidence, hinted, State::Met, "签到表", None);
    let named = |name: &str, evidence: &str| Indicator {
        name: name.into(),
        evidence: vec![Evidence {
            name: evidence.into(),
            ..Evidence::default()
        }],
        ..counted("", &[])
    };
    check(Quality::HasEvidence, named("某项", "台账"), State::Met, "1 份", None);
    let field = Some("材料名称");
    check(
        Quality::HasEvidence,
        named("居民满意度", ""),
        State::Missing,
        "拿什么证明",
        Some(("满意度调查问卷和统计表，样本（　）份", field)),
    );
    check(
        Quality::HasEvidence,
        named("市政工程项目数量", ""),
        State::Missing,
        "拿什么证明",
        Some(("竣工验收报告、结算书", field)),
    );
    check(
        Quality::HasEvidence,
        named("某项", ""),
        State::Missing,
        "拿什么证明",
        None,
    );
}

#[test]
fn one_thing_and_the_funds() {
    let one = |indicator, state, words: &str| check(Quality::OneThing, indicator, state, words, None);
    one(counted("", &[(LEAST, "3", "个")]), State::Met, "只有一个要求");
    one(
        counted("", &[(LEAST, "3", "个"), (LEAST, "5", "次")]),
        State::Missing,
        "2 个指标值",
    );
    one(
        counted("改造不少于3个；宣传不少于5次。", &[(LEAST, "3", "个")]),
        State::Missing,
        "别的数量要求",
    );
    one(
        counted("改造不少于3个，涉及5个村。", &[(LEAST, "3", "个")]),
        State::Met,
        "只有一个要求",
    );
    one(
        counted("改造不少于3个且全部合格。", &[(LEAST, "3", "个")]),
        State::Unclear,
        "“且”后面",
    );
    one(
        of(IndicatorNature::Qualitative, "加强治理，提升环境。"),
        State::Unclear,
        "几件事",
    );
    one(
        of(IndicatorNature::Qualitative, "加强低保、特困人员的救助。"),
        State::Met,
        "只有一个要求",
    );

    let cost = |name: &str, most: &str| Indicator {
        name: name.into(),
        ..counted("", &[(Comparator::AtMost, most, "万元")])
    };
    let funds = |indicator, state, words: &str| check(Quality::MatchesFunds, indicator, state, words, None);
    funds(
        cost("民生实事项目成本", "500"),
        State::Met,
        "“民生实事项目”，505.11 万元",
    );
    funds(cost("民生实事项目成本", "600"), State::Missing, "≤ 600 万元 超过");
    // Three characters in common are chance.
    funds(cost("项目成本", "600"), State::Unclear, "看不出");
    let mut formula = of(IndicatorNature::Formula, "");
    formula.formula.numerator.source = jiping::domain::scheme::formula::TermSource::Executed;
    funds(formula, State::Met, "直接用报告里的数");
}

#[test]
fn a_suggestion_that_is_taken_settles_the_line() {
    let mut draft = crate::drafts::sample();
    let traffic = draft.indicators[11].id;
    let line = |draft: &Draft, quality| {
        let found = looked_over(draft, traffic);
        found.lines.into_iter().find(|line| line.quality == quality).unwrap()
    };
    let suggestion = line(&draft, Quality::HasTime).suggestion.unwrap();
    assert_eq!(suggestion.field, Some(Field::Indicator(traffic, IndicatorField::Goal)));
    assert!(
        draft
            .apply(&Edit::Set(suggestion.field.unwrap(), suggestion.text))
            .changed
    );
    assert_eq!(line(&draft, Quality::HasTime).state, State::Met);
    let blank = crate::drafts::add(&mut draft, List::Indicators);
    assert_eq!(states(&looked_over(&draft, blank)), "×？×××√？");
}
