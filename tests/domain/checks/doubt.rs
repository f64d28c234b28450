//! Checks that ask whether marks are deserved, C2 C4 C6 to C11: the smallest draft that triggers each and the nearest that does not.

use crate::drafts::{add, check, indicator, indicator_field, qualitative, set};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, GroupField, IndicatorField, List, MeasureField};

/// A qualitative indicator with this goal and this result.
fn told(goal: &'static str, result: &'static str) -> impl FnOnce(&mut Draft) {
    move |draft| {
        let id = qualitative(draft, "4", "achieved", "");
        indicator_field(draft, id, IndicatorField::Goal, goal);
        indicator_field(draft, id, IndicatorField::Analysis, result);
    }
}

#[test]
fn c2_results_that_repeat_the_goal() {
    let goal = "加强重点车辆治理及宣传教育，预防道路交通事故。";
    check(Code::C2, 1, "“完成数量”的实现情况只是重复了绩效目标", told(goal, goal));
    check(
        Code::C2,
        1,
        "只是重复",
        told(
            "完成上级交付的防汛组织协调工作，确保防汛工作顺利开展。",
            "完成了上级交付的防汛组织协调工作，确保防汛工作顺利开展。",
        ),
    );
    check(
        Code::C2,
        0,
        "",
        told(
            goal,
            "检查重点车辆 320 辆次，开展宣传 12 场，全年道路交通事故比上年下降 15%。",
        ),
    );
    check(Code::C2, 0, "", told(goal, ""));
    check(
        Code::C2,
        0,
        "",
        told("全年不发生重大安全事故。", "全年未发生重大安全事故。"),
    );
    check(
        Code::C2,
        0,
        "",
        told(
            "完成辖内老旧小区改造，改善居住环境。",
            "两个老旧小区的管网、外墙和停车位改造已全部完工，居民代表参加了验收，反映良好。",
        ),
    );
    // What was measured need not be told in other words.
    check(Code::C2, 0, "", |draft| {
        let id = indicator(draft, "4", &[("≥", "5", "5")]);
        indicator_field(draft, id, IndicatorField::Goal, "完成5项市政工程。");
        indicator_field(draft, id, IndicatorField::Analysis, "完成5项市政工程。");
    });
}

#[test]
fn c4_points_lost_without_a_word() {
    let rated = |coefficient: &'static str, reason: &'static str| {
        move |draft: &mut Draft| {
            let id = qualitative(draft, "4", "achieved", coefficient);
            indicator_field(draft, id, IndicatorField::DeviationReason, reason);
        }
    };
    check(Code::C4, 0, "", rated("100", ""));
    check(
        Code::C4,
        1,
        "“完成数量”达到了目标，却只得 3.6 分（权重 4）",
        rated("90", ""),
    );
    check(Code::C4, 0, "", rated("90", "档案归集晚了两周"));
    let manual = |actual: &'static str, reason: &'static str| {
        move |draft: &mut Draft| {
            let id = indicator(draft, "4", &[("≥", "2", actual)]);
            indicator_field(draft, id, IndicatorField::Scoring, "manual");
            indicator_field(draft, id, IndicatorField::ManualScore, "3");
            indicator_field(draft, id, IndicatorField::ManualReason, reason);
        }
    };
    check(Code::C4, 1, "只得 3 分", manual("2", ""));
    check(Code::C4, 0, "", manual("2", "验收资料不齐"));
    check(Code::C4, 0, "", manual("1", ""));
}

#[test]
fn c6_clauses_without_an_answer() {
    let goal = "每月开展至少1次垃圾分类宣传活动，提高居民知晓度；创建完成不少于2个美化绿化亮化垃圾分类投放点。";
    check(
        Code::C6,
        1,
        "目标要求“创建完成不少于2个美化绿化亮化垃圾分类投放点”，实现情况里没有交代",
        told(goal, "全年开展垃圾分类宣传活动15次，居民知晓度有所提高。"),
    );
    check(
        Code::C6,
        0,
        "",
        told(goal, "全年开展垃圾分类宣传活动15次，建成美化绿化亮化投放点3个。"),
    );
    check(Code::C6, 0, "", told(goal, ""));
    check(
        Code::C6,
        0,
        "",
        told("整合社区资源，加强困难群众帮扶救助。", "全年救助困难家庭 160 户。"),
    );
    let twice = "全年新增公交线路2条，延长公交线路3条。";
    check(
        Code::C6,
        1,
        "延长公交线路3条",
        told(twice, "新增公交线路2条，方便了沿线居民。"),
    );
    check(Code::C6, 0, "", told(twice, "新增公交线路2条，另有3条线路向郊区延伸。"));
    check(Code::C6, 0, "", told(twice, "新增和延长的5条线路都已开通。"));
    // 全部 and 未发现 answer a demand of 100%; 率 of each kind has its own name.
    for (goal, result) in [
        ("检查不少于4次，整改率100%。", "检查5次，发现隐患38处，全部整改完毕。"),
        ("改厕260户，验收合格率100%。", "268户改厕经县级验收全部合格。"),
        ("救助金发放准确率达到99%以上。", "未发现错发、漏发。"),
        (
            "办文完成率100%，办文及时率98%以上。",
            "收发文3,216件全部办结，及时率99.2%。",
        ),
        ("对100家企业开展检查，检查频次不少于100次。", "检查103家企业、126家次。"),
        ("覆盖率达到90%以上。", "已覆盖13个镇街中的12个。"),
        ("覆盖率达到90%以上。", "92.3"),
        ("46个单位工程验收合格率100%。", "46个单位工程均通过验收。"),
        ("完成三个小区改造，质量合格率100%。", "三个小区于12月6日通过竣工验收。"),
        ("救助及时率100%。", "接到求助后24小时内实施救助。"),
        ("补助发放率100%。", "已足额到位。"),
        ("发放及时率100%。", "春季学期6月24日、秋季学期12月20日前发放完毕。"),
        ("越级上访不超过5批次。", "发生3批4人次，比上年减少5批。"),
    ] {
        check(Code::C6, 0, "", told(goal, result));
    }
    check(
        Code::C6,
        1,
        "培训不少于600人次",
        told("培训不少于6期，培训不少于600人次。", "举办培训8期，效果良好。"),
    );
    for result in ["举办8期，参训725人。", "举办8期，每期90名学员。"] {
        check(Code::C6, 0, "", told("培训不少于6期，培训不少于600人次。", result));
    }
    check(
        Code::C6,
        1,
        "培训40人次",
        told("检查合格率100%，培训40人次。", "检查全部合格。"),
    );
    // A measured value answers its clause.
    check(Code::C6, 0, "", |draft| {
        let id = indicator(draft, "4", &[("≥", "12", "15"), ("≥", "2", "3")]);
        indicator_field(draft, id, IndicatorField::Goal, goal);
        indicator_field(draft, id, IndicatorField::Analysis, "全年开展宣传活动15次。");
    });
}

#[test]
fn c7_satisfaction_without_a_value() {
    let asked = |result: &'static str| {
        move |draft: &mut Draft| {
            let id = qualitative(draft, "2", "achieved", "");
            indicator_field(draft, id, IndicatorField::Name, "退役军人服务满意度");
            indicator_field(draft, id, IndicatorField::Goal, "服务满意率95%以上。");
            indicator_field(draft, id, IndicatorField::Analysis, result);
        }
    };
    check(
        Code::C7,
        1,
        "“退役军人服务满意度”是满意度，却没有测得的数",
        asked("服务满意率95%以上。"),
    );
    check(Code::C7, 1, "没有测得的数", asked("群众普遍感到满意。"));
    check(Code::C7, 0, "", asked("发放问卷 200 份，收回 186 份，满意度为 96.8%。"));
    for counted in [
        "发放问卷200份，满意196份。",
        "满意度为0.968。",
        "九成七的受访者表示满意。",
    ] {
        check(Code::C7, 0, "", asked(counted));
    }
    let measured = |actual: &'static str| {
        move |draft: &mut Draft| {
            let id = indicator(draft, "2", &[("≥", "95", actual)]);
            indicator_field(draft, id, IndicatorField::Name, "服务对象满意度");
            indicator_field(draft, id, IndicatorField::Scoring, "manual");
            indicator_field(draft, id, IndicatorField::ManualScore, "2");
        }
    };
    check(Code::C7, 1, "“服务对象满意度”", measured(""));
    check(Code::C7, 0, "", measured("96.5"));
}

#[test]
fn c8_goals_without_measure() {
    check(
        Code::C8,
        1,
        "“完成数量”的目标只说“加强”，没有数量、时限或标准",
        told("加强宣传教育，预防道路交通事故。", ""),
    );
    for goal in [
        "加强宣传教育，全年不少于12次。",
        "6月底前完成隐患排查，加强整改。",
        "提升验收质量，合格率100%。",
        "设施按期移交。",
        "",
    ] {
        check(Code::C8, 0, "", told(goal, ""));
    }
    check(Code::C8, 0, "", |draft| {
        told("加强宣传教育。", "")(draft);
        let id = draft.indicators[0].id;
        indicator_field(
            draft,
            id,
            IndicatorField::Standard,
            "达成：全年无重大事故，宣传覆盖全部社区。",
        );
    });
    check(Code::C8, 0, "", |draft| {
        let id = indicator(draft, "4", &[("≥", "12", "")]);
        indicator_field(draft, id, IndicatorField::Goal, "加强宣传教育。");
    });
}

#[test]
fn c9_without_evidence() {
    let with = |named: usize| {
        move |draft: &mut Draft| {
            for place in 0..3 {
                let id = indicator(draft, "4", &[("≥", "2", "2")]);
                if place < named {
                    let evidence = add(draft, List::Evidence(id));
                    set(draft, Field::EvidenceName(id, evidence), "活动台账");
                }
            }
        }
    };
    check(Code::C9, 1, "3 项指标都没有登记佐证材料", with(0));
    check(Code::C9, 1, "3 项指标里有 2 项没有登记佐证材料", with(1));
    check(Code::C9, 1, "“完成数量”没有登记", with(2));
    check(Code::C9, 0, "", with(3));
    // A blank row is no indicator.
    let and_blank = |named: usize| {
        move |draft: &mut Draft| {
            with(named)(draft);
            add(draft, List::Indicators);
        }
    };
    check(Code::C9, 1, "3 项指标都没有登记佐证材料", and_blank(0));
    check(Code::C9, 0, "", and_blank(3));
}

#[test]
fn c10_money_as_output() {
    let unit = |unit: &'static str, name: &'static str, group: &'static str| {
        move |draft: &mut Draft| {
            let id = indicator(draft, "4", &[("≥", "100", "100")]);
            let measure = draft.indicator(id).expect("just added").measures[0].id;
            set(draft, Field::Measure(id, measure, MeasureField::Unit), unit);
            indicator_field(draft, id, IndicatorField::Name, name);
            if !group.is_empty() {
                let part = draft.scheme.parts[2].id;
                let home = add(draft, List::Groups(part));
                set(draft, Field::Group(part, home, GroupField::Name), group);
                indicator_field(draft, id, IndicatorField::Place, &home.0.to_string());
            }
        }
    };
    check(
        Code::C10,
        1,
        "“道路维护资金投入”用花了多少钱作数量指标",
        unit("万元", "道路维护资金投入", ""),
    );
    check(Code::C10, 1, "“道路维护”", unit("万元", "道路维护", "数量指标"));
    check(Code::C10, 0, "", unit("万元", "道路维护", "成本指标"));
    for brought in [
        "招商引资总额",
        "争取上级资金",
        "追回骗保资金",
        "盘活存量资金",
        "带动社会资本投入",
        "创业担保贷款发放金额",
    ] {
        check(Code::C10, 0, "", unit("万元", brought, "数量指标"));
    }
    check(Code::C10, 0, "", unit("条", "道路维护资金投入", ""));
}

#[test]
fn c11_weight_on_easy_indicators() {
    let goals = |goals: [&'static str; 4]| {
        move |draft: &mut Draft| {
            for goal in goals {
                told(goal, "")(draft);
            }
        }
    };
    let (vague, exact) = ("加强宣传教育。", "全年宣传不少于12次。");
    check(
        Code::C11,
        1,
        "3 项没有量化或没有实测的指标占了权重的 75.00%",
        goals([vague, vague, vague, exact]),
    );
    check(Code::C11, 0, "", goals([vague, vague, exact, exact]));
}
