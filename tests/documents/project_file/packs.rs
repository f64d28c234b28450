//! Rule packs: those of the program, what is refused, and that nothing changes by writing and reading.

use crate::drafts::{add, answered, built_in, indicator, indicator_field, sample, set, totals};
use jiping::documents::project_file::pack;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, PartField, RuleField, RuleOwner};
use jiping::domain::draft::scheme_change::change;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::scheme::rule::Rule;
use jiping::domain::values::input::Input;
use jiping::domain::values::shared::Shared;
use serde_json::{Value, json};

#[test]
fn the_schemes_of_the_program_are_whole() {
    // Name, parts with their weights, indicators of its own, 参考.
    let check = |name: &str, parts: &[(&str, &str)], indicators: usize, reference: bool| {
        let scheme = built_in(name);
        let found: Vec<(&str, String)> = scheme
            .parts
            .iter()
            .map(|part| (part.name.as_str(), part.weight.text()))
            .collect();
        let expected: Vec<(&str, String)> = parts
            .iter()
            .map(|(name, weight)| (*name, (*weight).to_owned()))
            .collect();
        assert_eq!(found, expected, "{name}");
        assert_eq!(
            (scheme.indicators.len(), scheme.reference),
            (indicators, reference),
            "{name}"
        );
        let sum: Option<u32> = parts.iter().map(|(_, weight)| weight.parse::<u32>().ok()).sum();
        assert!(sum.is_none_or(|sum| sum == 100), "{name}");
    };
    check(
        "白云区",
        &[("部门支出进度", "30"), ("年度目标", "30"), ("年度主要支出计划", "40")],
        0,
        true,
    );
    let project = [
        ("预算执行率", "10"),
        ("产出指标", "50"),
        ("效益指标", "30"),
        ("满意度指标", "10"),
    ];
    check("国家项目支出 10 / 50 / 30 / 10", &project, 0, false);
    let cost = [
        ("预算执行率", "10"),
        ("成本指标", "20"),
        ("产出指标", "40"),
        ("效益指标", "20"),
        ("满意度指标", "10"),
    ];
    check("成本单列", &cost, 0, true);
    check("湖北", &[("预算执行率", "20"), ("绩效指标", "80")], 0, false);
    check("四川 10 / 90", &[("预算执行率", "10"), ("绩效指标", "90")], 0, false);
    check(
        "湖南",
        &[("投入", "10"), ("过程", "60"), ("产出及效率", "30")],
        17,
        true,
    );
    check(
        "指标框架",
        &[("投入", ""), ("过程", ""), ("产出", ""), ("效果", "")],
        28,
        false,
    );
    check("空白方案", &[("预算执行率", "10"), ("绩效指标", "90")], 0, false);
    check("部门整体支出 10 / 50 / 30 / 10", &project, 0, true);
    check("空白项目方案", &[("预算执行率", "10"), ("绩效指标", "90")], 0, false);
    let rate = |rate: &'static str, rest: &'static str| [("预算执行率", rate), ("绩效指标", rest)];
    check(
        "四川部门整体支出 25 / 30 / 45",
        &[("部门决策", "25"), ("综合管理", "30"), ("部门绩效情况", "45")],
        28,
        false,
    );
    check(
        "四川项目支出 20 / 10 / 70",
        &[
            ("项目决策", "20"),
            ("项目管理", "10"),
            ("项目完成", "20"),
            ("项目效益", "50"),
        ],
        7,
        false,
    );
    check("云南 20 / 80", &rate("20", "80"), 0, false);
    check("云南 10 / 90", &rate("10", "90"), 0, false);
    check(
        "银川",
        &[
            ("项目决策", "10"),
            ("项目管理", "25"),
            ("项目产出", "30"),
            ("项目效益", "35"),
        ],
        8,
        false,
    );
    check("广水", &[("决策", "2"), ("管理", "13"), ("绩效", "85")], 5, true);
    check("重庆", &rate("10", "90"), 0, false);
    check(
        "广西",
        &[("资金到位率", "5"), ("预算执行率", "15"), ("绩效指标", "80")],
        1,
        true,
    );
    check("成安", &[("绩效指标", "100")], 0, true);
    check(
        "海淀",
        &[("预算执行率", "10"), ("产出指标", "50"), ("效果指标", "40")],
        0,
        true,
    );
    assert_eq!(pack::built_in().len(), 20);
}

#[test]
fn the_files_of_the_program_are_as_the_program_writes_them() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/packs");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let scheme = pack::read(text.as_bytes()).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
        let written = pack::write(&scheme);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &written).unwrap();
        } else {
            assert_eq!(
                written,
                text,
                "{}: run with UPDATE_GOLDEN=1 to rewrite it",
                path.display()
            );
        }
        count += 1;
    }
    assert_eq!(count, 20);
}

#[test]
fn weights_of_the_schemes_add_up_on_every_level() {
    for scheme in pack::built_in() {
        let draft = Draft::by(scheme);
        for finding in run(&draft, &evaluate(&draft)).iter() {
            assert!(
                !matches!(finding.code, Code::B1 | Code::B2 | Code::S1 | Code::A9),
                "{}: {}",
                draft.scheme.name,
                finding.message
            );
        }
    }
}

#[test]
fn the_hunan_form_scores_as_published() {
    let mut draft = answered(Draft::by(built_in("湖南")));
    let said = |draft: &Draft, figure| printed(&evaluate(draft), figure).unwrap_or_else(|gap| format!("{gap:?}"));
    assert_eq!(said(&draft, Figure::TotalScore), "100");
    assert_eq!(said(&draft, Figure::Grade), "优");
    let id = |draft: &Draft, name: &str| draft.indicators.iter().find(|row| row.name == name).unwrap().id;
    // 追加 12% of the initial budget falls in (10%, 20%]: 3 of 5; 92.86% done, two started steps: 1 of 5.
    totals(&mut draft, ["1000", "1120", "1040"]);
    let (control, done) = (id(&draft, "预算控制率"), id(&draft, "预算完成率"));
    assert_eq!(said(&draft, Figure::IndicatorScore(control)), "3");
    assert_eq!(said(&draft, Figure::IndicatorScore(done)), "1");
    assert_eq!(said(&draft, Figure::TotalScore), "94");
    // 105 people on 100 posts: 5 points above 100%, half a point each.
    set(&mut draft, Field::Staff, "105");
    let staff = id(&draft, "在职人员控制率");
    assert_eq!(said(&draft, Figure::IndicatorScore(staff)), "2.5");
}

#[test]
fn a_scheme_with_several_parts_adds_up_each_of_them() {
    let mut draft = Draft::by(built_in("国家项目支出 10 / 50 / 30 / 10"));
    totals(&mut draft, ["100", "100", "95"]);
    let groups: Vec<_> = draft
        .scheme
        .parts
        .iter()
        .skip(1)
        .map(|part| part.groups[0].id)
        .collect();
    for (group, (weight, actual)) in groups.iter().zip([("50", "90"), ("30", "100"), ("10", "80")]) {
        let id = indicator(&mut draft, weight, &[("≥", "100", actual)]);
        indicator_field(&mut draft, id, IndicatorField::Place, &group.0.to_string());
    }
    let evaluation = evaluate(&draft);
    let scores: Vec<String> = evaluation
        .parts
        .iter()
        .map(|part| part.score.unwrap().printed())
        .collect();
    assert_eq!(scores, ["9.5", "45", "30", "8"]);
    assert_eq!(printed(&evaluation, Figure::TotalScore).unwrap(), "92.5");
    let errors: Vec<_> = run(&draft, &evaluation)
        .iter()
        .filter(|finding| matches!(finding.code, Code::B1 | Code::B2 | Code::B8))
        .cloned()
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn changing_the_scheme_keeps_everything_typed() {
    let before = sample();
    let scheme = built_in("国家项目支出 10 / 50 / 30 / 10");
    let said = change(&before, &scheme);
    assert_eq!((said.placed, said.unplaced.len(), said.uncounted), (0, 14, false));
    assert_eq!(said.dropped, ["部门支出进度", "年度目标", "年度主要支出计划"]);
    let mut draft = before.clone();
    assert!(draft.apply(&Edit::TakeScheme(Shared::new(scheme))).changed);
    let strip = |draft: &Draft| -> Vec<Value> {
        let rows = draft.indicators.iter();
        rows.map(|row| {
            let mut row = serde_json::to_value(&**row).unwrap();
            row.as_object_mut().unwrap().remove("place");
            row
        })
        .collect()
    };
    assert_eq!(strip(&draft), strip(&before));
    assert_eq!(draft.scheme.parts.len(), 4);
    // Back to the first: every indicator is where it was.
    let back = change(&draft, &before.scheme);
    assert_eq!(back.placed, 14);
    draft.apply(&Edit::TakeScheme(before.scheme.clone()));
    assert_eq!(printed(&evaluate(&draft), Figure::TotalScore).unwrap(), "99.37");
}

#[test]
fn indicators_go_to_groups_of_the_same_name() {
    let mut draft = Draft::by(built_in("国家项目支出 10 / 50 / 30 / 10"));
    let quality = draft.scheme.parts[1].groups[1].id;
    let id = indicator(&mut draft, "50", &[("≥", "1", "1")]);
    indicator_field(&mut draft, id, IndicatorField::Place, &quality.0.to_string());
    draft.apply(&Edit::TakeScheme(Shared::new(built_in("成本单列"))));
    let (part, group) = draft.scheme.home(draft.indicator(id).unwrap().place).unwrap();
    assert_eq!(
        (part.name.as_str(), group.unwrap().name.as_str()),
        ("产出指标", "质量指标")
    );
    draft.apply(&Edit::TakeScheme(Shared::new(built_in("湖北"))));
    let (part, group) = draft.scheme.home(draft.indicator(id).unwrap().place).unwrap();
    assert_eq!(
        (part.name.as_str(), group.unwrap().name.as_str()),
        ("绩效指标", "质量指标")
    );
}

#[test]
fn what_is_no_usable_pack_is_refused_with_place_and_reason() {
    let check = |bytes: &[u8], words: &str| {
        let error = pack::read(bytes).unwrap_err().to_string();
        assert!(error.contains(words) && error.ends_with('。'), "{error} lacks {words}");
    };
    let with = |change: &dyn Fn(&mut Value)| {
        let mut json: Value = serde_json::from_str(&pack::write(&built_in("湖南"))).unwrap();
        change(&mut json);
        json.to_string()
    };
    check(b"", "空的");
    check(&[0xff, 0xfe, 0x00], "不是文本");
    check(&vec![b' '; 50 * 1024 * 1024], "超过 2 MB");
    check(b"{\"kind\": \"jiping-scheme\",", "第 1 行");
    check(b"[]", "不是评分方案");
    check(br#"{"kind":"jiping-draft","version":1}"#, "不是评分方案");
    check(with(&|json| json["version"] = json!(2)).as_bytes(), "更新版本");
    check(with(&|json| json["version"] = json!("1")).as_bytes(), "不是评分方案");
    check(
        with(&|json| json["scheme"]["parts"][1]["rule"] = json!("magic")).as_bytes(),
        "“parts[1].rule”",
    );
    check(
        with(&|json| json["scheme"]["parts"][0]["weight"] = json!(10)).as_bytes(),
        "“parts[0].weight”",
    );
    check(
        with(&|json| json["scheme"]["indicators"][3]["rule"]["tiers"]["tiers"][1]["bound"] = json!("0")).as_bytes(),
        "“预算控制率”第 2 档的界限 0% 与前一档 0% 重叠",
    );
    check(
        with(&|json| json["scheme"]["indicators"][0]["rule"]["deduction"]["step"] = json!("0")).as_bytes(),
        "一档大小是 0",
    );
    check(
        with(&|json| json["scheme"]["parts"][1]["wieght"] = json!("10")).as_bytes(),
        "“parts[1].wieght”",
    );
    check(
        with(&|json| json["scheme"]["parts"] = json!([])).as_bytes(),
        "还没有评分内容",
    );
    check(
        with(&|json| json["scheme"]["grades"][3]["from"] = json!("5")).as_bytes(),
        "更低的得分没有档次",
    );
}

#[test]
fn a_pack_may_lack_identities_and_have_blank_weights() {
    let text = r#"{"kind":"jiping-scheme","version":1,"scheme":{"name":"甲","parts":[
        {"name":"一","rule":"indicator_sum","groups":[{"name":"数量"},{"name":"质量"}]},{"name":"二","rule":"progress"}]}}"#;
    let scheme = pack::read(text.as_bytes()).unwrap();
    let mut ids: Vec<u32> = scheme
        .parts
        .iter()
        .flat_map(|part| part.groups.iter().map(|group| group.id.0).chain([part.id.0]))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 4);
    assert_eq!(scheme.limits.adjustment.text(), "30");
}

#[test]
fn a_pack_goes_out_and_in_unchanged() {
    for scheme in pack::built_in() {
        // Blank limits stay blank, edited rules stay edited.
        let mut draft = Draft::by(scheme);
        let part = add(&mut draft, jiping::domain::draft::field::List::Parts);
        set(&mut draft, Field::Part(part, PartField::Rule), "progress");
        set(
            &mut draft,
            Field::Rule(RuleOwner::Part(part), RuleField::Kind),
            "deduction",
        );
        set(&mut draft, Field::Rule(RuleOwner::Part(part), RuleField::Bound), "87.5");
        for limit in [
            jiping::domain::draft::field::SchemeField::AdjustmentLimit,
            jiping::domain::draft::field::SchemeField::ExecutionLimit,
            jiping::domain::draft::field::SchemeField::OverAchievementLimit,
        ] {
            set(&mut draft, Field::Scheme(limit), "");
        }
        let text = pack::write(&draft.scheme);
        let back = pack::read(text.as_bytes()).unwrap();
        assert!(back.limits.adjustment.is_blank() && back.limits.execution.is_blank());
        let part = back.parts.last().unwrap();
        assert!(matches!(&part.progress, Rule::Deduction(rule) if rule.bound.text() == "87.5"));
        assert_eq!(pack::write(&back), text);
    }
}
