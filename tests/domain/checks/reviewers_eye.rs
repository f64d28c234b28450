//! What a reviewer sees in the rows of a table, B11, B12, C12 to C18, D7 and E13: rows that must be told, and at least
//! twenty beside each that must not.

use crate::drafts::{add, built_in, check, indicator, indicator_field, set, totals};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::scheme::scheme::{Group, PartRule};
use jiping::domain::values::row::Id;

/// An indicator of this name, sign, target, unit and result.
fn row(draft: &mut Draft, name: &str, sign: &str, target: &str, unit: &str, actual: &str) -> Id {
    let id = indicator(draft, "2", &[(sign, target, actual)]);
    indicator_field(draft, id, IndicatorField::Name, name);
    let measure = draft.indicator(id).unwrap().measures[0].id;
    set(draft, Field::Measure(id, measure, MeasureField::Unit), unit);
    id
}

#[test]
fn c12_signs_against_sense() {
    for (name, sign) in [
        ("项目总成本", "≥"),
        ("单位建设成本指标", "≥"),
        ("居民满意度", "≤"),
        ("服务对象满意率（%）", "≤"),
        ("工程验收合格率", "≤"),
        ("有效投诉率", "≥"),
        ("平均响应时间（分钟）", "≥"),
        ("生产安全事故起数", "≥"),
        ("资金发放及时率", "≤"),
    ] {
        check(Code::C12, 1, "符号反了", |draft| {
            row(draft, name, sign, "90", "%", "95");
        });
    }
    for (name, sign) in [
        ("项目总成本", "≤"),
        ("居民满意度", "≥"),
        ("成本节约率", "≥"),
        ("成本控制率", "≤"),
        ("不合格率", "≤"),
        ("群众不满意率", "≤"),
        ("逾期未完成率", "≤"),
        ("投诉办结率", "≥"),
        ("投诉率下降幅度", "≥"),
        ("事故率降低比例", "≥"),
        ("发案率下降率", "≥"),
        ("设备运行时间", "≥"),
        ("志愿服务时长", "≥"),
        ("床位使用率", "≤"),
        ("能耗下降率", "≥"),
        ("资产负债率", "≤"),
        ("补助标准", "≥"),
        ("改造小区数量", "≥"),
        ("培训人次", "≥"),
        ("完成时限", "≤"),
        ("投诉处理满意率", "≥"),
        ("超额完成率", "≤"),
        ("成本效益分析报告数", "≥"),
        ("带动就业率", "≥"),
    ] {
        check(Code::C12, 0, "", |draft| {
            row(draft, name, sign, "90", "%", "95");
        });
    }
    // Of several quantities each has a name of its own.
    check(Code::C12, 0, "", |draft| {
        let id = row(draft, "投诉率", "≥", "90", "%", "95");
        let measure = draft.indicator(id).unwrap().measures[0].id;
        set(draft, Field::Measure(id, measure, MeasureField::Name), "投诉办结率");
    });
}

/// The scheme of the draft with these groups below its part for indicators, and the identity of the first.
fn classes(draft: &mut Draft, groups: &[&str]) -> Id {
    let scheme = draft.scheme.make_mut();
    let part = scheme
        .parts
        .iter_mut()
        .find(|part| part.rule == PartRule::IndicatorSum)
        .unwrap();
    part.groups = groups
        .iter()
        .enumerate()
        .map(|(place, name)| Group {
            id: Id(9000 + u32::try_from(place).unwrap()),
            name: (*name).into(),
            ..Group::default()
        })
        .collect();
    part.groups[0].id
}

#[test]
fn c13_indicators_in_the_wrong_class() {
    let all = [
        "数量指标",
        "质量指标",
        "时效指标",
        "成本指标",
        "社会效益指标",
        "服务对象满意度指标",
    ];
    let of = |class: &'static str, name: &'static str| {
        move |draft: &mut Draft| {
            let mut groups = vec![class];
            groups.extend(all.iter().filter(|other| **other != class));
            let group = classes(draft, &groups);
            let id = row(draft, name, "≥", "90", "%", "95");
            draft.apply(&Edit::Set(
                Field::Indicator(id, IndicatorField::Place),
                group.0.to_string(),
            ));
        }
    };
    for (class, name) in [
        ("数量指标", "资金支付进度"),
        ("数量指标", "预算执行率"),
        ("数量指标", "工程验收合格率"),
        ("数量指标", "补贴发放及时率"),
        ("质量指标", "居民满意度"),
        ("社会效益指标", "受益群众满意度"),
        ("时效指标", "工程验收合格率"),
        ("质量指标", "项目总成本"),
        ("成本指标", "补贴发放及时率"),
    ] {
        check(Code::C13, 1, name, of(class, name));
    }
    for (class, name) in [
        ("数量指标", "改造道路条数"),
        ("数量指标", "培训人次"),
        ("数量指标", "任务完成率"),
        ("数量指标", "政策宣传覆盖率"),
        ("数量指标", "满意度调查次数"),
        ("数量指标", "成本核算单位数"),
        ("质量指标", "工程验收合格率"),
        ("质量指标", "补贴发放及时率"),
        ("质量指标", "补贴发放准确率"),
        ("质量指标", "培训合格率"),
        ("质量指标", "预算执行率"),
        ("时效指标", "补贴发放及时率"),
        ("时效指标", "资金支付进度"),
        ("时效指标", "工程按期完成率"),
        ("成本指标", "项目总成本"),
        ("成本指标", "单位成本控制数"),
        ("社会效益指标", "带动就业人数"),
        ("社会效益指标", "空气质量达标率"),
        ("社会效益指标", "政策知晓率"),
        ("服务对象满意度指标", "居民满意度"),
        ("服务对象满意度指标", "投诉处理满意率"),
    ] {
        check(Code::C13, 0, "", of(class, name));
    }
    // A scheme without a place for satisfaction leaves it where it is.
    check(Code::C13, 0, "", |draft| {
        let group = classes(draft, &["质量指标", "效益指标"]);
        let id = row(draft, "居民满意度", "≥", "90", "%", "95");
        draft.apply(&Edit::Set(
            Field::Indicator(id, IndicatorField::Place),
            group.0.to_string(),
        ));
    });
}

#[test]
fn c14_one_indicator_twice() {
    let pair = |one: [&'static str; 3], other: [&'static str; 3]| {
        move |draft: &mut Draft| {
            row(draft, one[0], "≥", one[1], one[2], one[1]);
            row(draft, other[0], "≥", other[1], other[2], other[1]);
        }
    };
    for (one, other) in [
        (["改造老旧小区数量", "12", "个"], ["改造老旧小区数量", "12", "个"]),
        (["受益群众满意度", "90", "%"], ["受益群众满意度指标", "90.0", "%"]),
        (["巡查 河道里程", "120", "公里"], ["巡查河道里程", "120", "公里"]),
    ] {
        check(Code::C14, 1, "列了两次", pair(one, other));
    }
    for (one, other) in [
        (["改造老旧小区数量", "12", "个"], ["改造老旧小区数量", "15", "个"]),
        (["改造老旧小区数量", "12", "个"], ["改造老旧小区户数", "12", "个"]),
        (["改造老旧小区数量", "12", "个"], ["改造老旧小区数量", "12", "户"]),
        (["培训人次", "12", "人次"], ["培训场次", "12", "场"]),
        (["合格率", "100", "%"], ["合格率", "100", "%"]),
        (["道路验收合格率", "100", "%"], ["桥梁验收合格率", "100", "%"]),
        (["家长满意度", "90", "%"], ["学生满意度", "90", "%"]),
        (["一季度检查次数", "3", "次"], ["二季度检查次数", "3", "次"]),
        (["新建公园数量", "2", "个"], ["改建公园数量", "2", "个"]),
        (["甲项目完成率", "100", "%"], ["乙项目完成率", "100", "%"]),
        (["A区排水管网长度", "3", "公里"], ["B区排水管网长度", "3", "公里"]),
        (["低保对象人数", "300", "人"], ["特困对象人数", "300", "人"]),
        (["出动执法人员次数", "40", "人次"], ["出动执法车辆次数", "40", "车次"]),
        (["资金发放及时率", "100", "%"], ["资金发放准确率", "100", "%"]),
        (["小学学位新增数", "900", "个"], ["初中学位新增数", "900", "个"]),
        (["村级公路里程", "20", "公里"], ["乡级公路里程", "20", "公里"]),
        (["设备购置数量", "5", "台"], ["设备购置合格数量", "5", "台"]),
        (["宣传活动场次", "8", "场"], ["宣传活动人次", "8", "场"]),
        (["第一批项目数", "6", "个"], ["第二批项目数", "6", "个"]),
        (["上半年巡查次数", "24", "次"], ["下半年巡查次数", "24", "次"]),
    ] {
        check(Code::C14, 0, "", pair(one, other));
    }
}

#[test]
fn c15_percentages_of_what_cannot_be_counted() {
    for name in [
        "社会效益明显",
        "生态环境持续改善",
        "营商环境改善程度",
        "促进经济发展",
        "服务能力提升",
        "项目实施效果",
    ] {
        check(Code::C15, 1, "说不出是什么的百分之几", |draft| {
            row(draft, name, "≥", "95", "%", "96");
        });
    }
    for name in [
        "居民满意度",
        "政策知晓度",
        "空气质量优良率",
        "垃圾分类覆盖率",
        "问题整改完成率",
        "农民收入增长幅度",
        "促进就业率",
        "有效投诉办结率",
        "有效灌溉面积占比",
        "事故起数下降",
        "宣传效果抽查合格率",
        "保障对象覆盖比例",
        "服务水平提升率",
        "水质达标率",
        "影响范围内住户签约率",
        "作用发挥考核得分率",
        "程序合规率",
        "公众认可度",
        "设施完好率",
        "群众安全感满意度",
        "经济效益增长率",
    ] {
        check(Code::C15, 0, "", |draft| {
            row(draft, name, "≥", "95", "%", "96");
        });
    }
    // What is counted in pieces, and what its goal explains.
    check(Code::C15, 0, "", |draft| {
        row(draft, "社会效益明显", "≥", "95", "户", "96");
    });
    check(Code::C15, 0, "", |draft| {
        let id = row(draft, "服务能力提升", "≥", "95", "%", "96");
        indicator_field(
            draft,
            id,
            IndicatorField::Standard,
            "参训后测评合格人数占参训人数的比例",
        );
    });
    check(Code::C15, 1, "效果明显≥95%", |draft| {
        let id = row(draft, "治理情况", "≥", "3", "次", "3");
        indicator_field(draft, id, IndicatorField::Goal, "河道治理效果明显≥95%");
    });
    check(Code::C15, 0, "", |draft| {
        let id = row(draft, "治理情况", "≥", "3", "次", "3");
        indicator_field(draft, id, IndicatorField::Goal, "治理效果明显，水质达标率≥95%");
    });
}

#[test]
fn c16_satisfaction_without_a_survey() {
    let told = |analysis: &'static str| {
        move |draft: &mut Draft| {
            let id = row(draft, "居民满意度", "≥", "90", "%", "96");
            indicator_field(draft, id, IndicatorField::Analysis, analysis);
        }
    };
    check(Code::C16, 1, "“居民满意度”有测得的数，却没有写怎么调查的", told(""));
    check(Code::C16, 1, "怎么调查", told("居民满意度为96%，达到目标。"));
    check(Code::C16, 1, "“居民满意度”等 2 项", |draft| {
        row(draft, "居民满意度", "≥", "90", "%", "96");
        row(draft, "企业满意度", "≥", "90", "%", "96");
    });
    for analysis in [
        "发放问卷200份，收回196份，满意度96%。",
        "12月对社区居民随机抽样300人，满意的占96%。",
        "委托第三方测评，居民满意度96%。",
        "通过电话回访120户，满意率96%。",
        "据政务服务好差评统计，满意率96%。",
        "入户走访80户，77户表示满意。",
        "扫码评价412条，满意396条。",
        "见满意度统计表。",
        "召开座谈会3次，征求意见46条，满意度96%。",
        "网上调查收到1,024份，满意度96%。",
        "民主评议中满意票占96%。",
        "就诊后由评价器采集，满意度96%。",
        "样本500份，满意480份。",
        "对参训人员测评，满意度96%。",
        "抽样调查96%。",
        "回收有效问卷288份，满意度96%。",
        "随机访问100人，96人满意。",
        "对服务对象访谈40人，满意度96%。",
        "由街道组织测评，96%满意。",
        "12345热线回访，满意率96%。",
    ] {
        check(Code::C16, 0, "", told(analysis));
    }
    // A text of the report may tell it once for all; so may the evidence.
    check(Code::C16, 0, "", |draft| {
        row(draft, "居民满意度", "≥", "90", "%", "96");
        set(draft, Field::Achievements, "11月向居民发放满意度问卷200份，收回196份。");
    });
    check(Code::C16, 0, "", |draft| {
        let id = row(draft, "居民满意度", "≥", "90", "%", "96");
        let evidence = add(draft, List::Evidence(id));
        set(draft, Field::EvidenceName(id, evidence), "居民满意度问卷汇总");
    });
    check(Code::C16, 0, "", |draft| {
        row(draft, "居民满意度", "≥", "90", "%", "");
    });
}

#[test]
fn c17_little_money_and_everything_done() {
    let spent = |executed: &'static str, actuals: [&'static str; 4], reason: &'static str| {
        move |draft: &mut Draft| {
            totals(draft, ["1000", "1000", executed]);
            set(draft, Field::ExecutionReason, reason);
            for (place, actual) in actuals.into_iter().enumerate() {
                row(draft, &format!("任务完成数{place}"), "≥", "10", "项", actual);
            }
        }
    };
    let done = ["10", "11", "12", "10"];
    check(
        Code::C17,
        1,
        "执行率只有 45.00%，4 个指标值却全部完成",
        spent("450", done, ""),
    );
    check(Code::C17, 1, "执行率只有 59.90%", spent("599", done, "进度偏慢。"));
    for executed in ["600", "650", "700", "800", "900", "950", "980", "1000", "720.5", "601"] {
        check(Code::C17, 0, "", spent(executed, done, ""));
    }
    for actuals in [
        ["9", "11", "12", "10"],
        ["10", "0", "12", "10"],
        ["10", "11", "12", "9.9"],
        ["", "", "12", "10"],
    ] {
        check(Code::C17, 0, "", spent("450", actuals, ""));
    }
    for reason in [
        "中标价低于预算，节约资金550万元。",
        "工程已完工，尾款待审计后支付。",
        "验收在12月下旬，资金次年结算。",
        "质保金未到期。",
        "预算审减。",
        "工程款尚未支付。",
    ] {
        check(Code::C17, 0, "", spent("450", done, reason));
    }
    check(Code::C17, 0, "", spent("", done, ""));
    check(Code::C17, 0, "", |draft| {
        spent("450", done, "")(draft);
        draft.scheme.make_mut().review.low_spending = Default::default();
    });
}

#[test]
fn c18_results_that_are_too_even() {
    let pairs = |pairs: &'static [(&'static str, &'static str)], unit: &'static str| {
        move |draft: &mut Draft| {
            for (place, (target, actual)) in pairs.iter().enumerate() {
                row(draft, &format!("任务完成数{place}"), "≥", target, unit, actual);
            }
        }
    };
    const SAME: [(&str, &str); 6] = [
        ("12", "12"),
        ("8", "8"),
        ("300", "300"),
        ("5", "5"),
        ("40", "40"),
        ("90", "90"),
    ];
    check(
        Code::C18,
        1,
        "6 个能高能低的指标值，完成值全都恰好等于目标",
        pairs(&SAME, "项"),
    );
    check(Code::C18, 1, "恰好等于目标", pairs(&SAME, "%"));
    // One that differs is enough; five are too few to tell; 100% cannot be surpassed.
    for place in 0..6 {
        for other in ["13", "7", "0.5"] {
            check(Code::C18, 0, "", |draft| {
                for (own, (target, actual)) in SAME.iter().enumerate() {
                    let actual = if own == place { other } else { actual };
                    row(draft, &format!("任务完成数{own}"), "≥", target, "项", actual);
                }
            });
        }
    }
    check(Code::C18, 0, "", pairs(&SAME[..5], "项"));
    check(Code::C18, 0, "", pairs(&[("100", "100"); 9], "%"));
    check(Code::C18, 0, "", pairs(&[("12", ""); 9], "项"));
    let forms = |scores: &'static [&'static str]| {
        move |draft: &mut Draft| {
            for score in scores {
                let id = add(draft, List::Forms);
                let form = draft.forms.iter_mut().find(|form| form.id == id).unwrap();
                let own = form.draft.make_mut();
                *own = Draft::by(built_in("空白项目方案"));
                set(own, Field::StatedScore, score);
            }
        }
    };
    check(Code::C18, 1, "3 张项目自评表全都是满分", forms(&["100", "100", "100"]));
    check(Code::C18, 0, "", forms(&["100", "100", "98.5"]));
    check(Code::C18, 0, "", forms(&["100", "100"]));
    check(Code::C18, 0, "", forms(&["100", "100", ""]));
}

#[test]
fn b11_hand_scores_above_the_rule() {
    let scored = |actual: &'static str, score: &'static str, reason: &'static str| {
        move |draft: &mut Draft| {
            let id = row(draft, "改造小区数量", "≥", "100", "个", actual);
            indicator_field(draft, id, IndicatorField::DeviationReason, "因征地推迟");
            indicator_field(draft, id, IndicatorField::Scoring, "manual");
            indicator_field(draft, id, IndicatorField::ManualScore, score);
            indicator_field(draft, id, IndicatorField::ManualReason, reason);
        }
    };
    check(
        Code::B11,
        1,
        "手工评了 2 分，按规则只有 0.04 分",
        scored("2", "2", "上级认可"),
    );
    check(Code::B11, 1, "超过权重的 10%", scored("80", "1.81", "已开工"));
    for (actual, score) in [
        ("100", "2"),
        ("120", "2"),
        ("100", "1"),
        ("90", "2"),
        ("90", "1.9"),
        ("90", "1.8"),
        ("90", "0"),
        ("80", "1.8"),
        ("80", "1.6"),
        ("80", "1.7"),
        ("50", "1.2"),
        ("50", "1"),
        ("50", "0.5"),
        ("2", "0.2"),
        ("2", "0.04"),
        ("2", "0"),
        ("0", "0.2"),
        ("99", "2"),
        ("95", "2"),
        ("", "2"),
    ] {
        check(Code::B11, 0, "", scored(actual, score, "核实后评定"));
    }
    // Without a reason B4 tells it.
    check(Code::B11, 0, "", scored("2", "2", ""));
}

#[test]
fn b12_deductions_in_words() {
    let told = |score: &'static str, reason: &'static str| {
        move |draft: &mut Draft| {
            let id = row(draft, "改造小区数量", "≥", "100", "个", "100");
            indicator_field(draft, id, IndicatorField::Scoring, "manual");
            indicator_field(draft, id, IndicatorField::ManualScore, score);
            indicator_field(draft, id, IndicatorField::DeviationReason, reason);
        }
    };
    check(
        Code::B12,
        1,
        "写的是扣 1 分，得分少了 0.5 分",
        told("1.5", "档案归集晚了两周，扣1分。"),
    );
    check(
        Code::B12,
        1,
        "写的是扣 0.5 分，得分是满分",
        told("2", "档案归集晚了两周，扣除0.5分。"),
    );
    check(Code::B12, 1, "扣 0.7 分", told("1.5", "资料不齐扣0.3分；超期扣减0.4分"));
    for reason in [
        "档案归集晚了两周，扣0.5分。",
        "档案归集晚了两周，扣除 0.5 分。",
        "资料不齐扣0.2分，超期扣0.3分。",
        "资料不齐，扣0.2分；超期，扣0.3分；合计扣0.5分。",
        "档案归集晚了两周。",
        "每晚一周扣0.25分，晚了两周。",
        "每少1个扣1分，扣完为止。",
        "按规则每低1个百分点扣0.1分。",
        "上年因此扣1分，今年已整改。",
        "该项最多扣1分。",
        "不扣分。",
        "未扣分。",
        "扣分事项已整改。",
        "扣押物品12件。",
        "扣减预算3万元。",
        "扣除折旧后余额2.5万元。",
        "标准：扣1分。",
        "若再延期，扣1分。",
        "应扣1分，因属不可抗力扣0.5分。",
        "拟扣1分。",
        "",
    ] {
        check(Code::B12, 0, "", told("1.5", reason));
    }
}

#[test]
fn d7_who_belongs_to_another_project() {
    let form = |title: &'static str, others: &'static [&'static str], name: &'static str| {
        move |draft: &mut Draft| {
            *draft = Draft::by(built_in("空白项目方案"));
            set(draft, Field::ProjectTitle, title);
            for other in others {
                row(draft, other, "≥", "3", "项", "3");
            }
            row(draft, name, "≥", "90", "%", "95");
        }
    };
    let road = &["新建道路里程", "路面平整度合格率"];
    check(
        Code::D7,
        1,
        "“受益老年人数量”说的像是别的项目",
        form("县乡道路改造工程", road, "受益老年人数量"),
    );
    check(
        Code::D7,
        1,
        "患者满意度",
        form("高标准农田灌溉项目", &["灌渠长度"], "患者满意度"),
    );
    check(
        Code::D7,
        1,
        "学生满意度",
        form("城区公交充电站建设", &["充电桩数量"], "学生满意度"),
    );
    for (title, name) in [
        ("县乡道路改造工程", "受益群众满意度"),
        ("县乡道路改造工程", "乘客满意度"),
        ("县乡道路改造工程", "车主满意度"),
        ("县乡道路改造工程", "沿线居民满意度"),
        ("居家养老服务补贴", "受益老年人数量"),
        ("敬老院改造", "老人满意度"),
        ("老旧小区适老化改造", "老年人满意度"),
        ("义务教育学校建设", "学生满意度"),
        ("校园食堂改造", "家长满意度"),
        ("县医院设备购置", "患者满意度"),
        ("妇幼健康服务", "孕产妇满意度"),
        ("残疾人辅具适配", "残疾人满意度"),
        ("优抚对象补助", "优抚对象满意度"),
        ("乡村旅游公路", "游客满意度"),
        ("图书馆免费开放", "读者满意度"),
        ("农村饮水安全工程", "用水户满意度"),
        ("农业产业园建设", "农户满意度"),
        ("营商环境提升", "纳税人满意度"),
        ("公务员考试招录", "考生满意度"),
        ("综合业务经费", "受益老年人数量"),
        ("青少年科普活动", "学生满意度"),
    ] {
        check(Code::D7, 0, "", form(title, &[], name));
    }
    // Another row speaks of the same people, or the goal does.
    check(
        Code::D7,
        0,
        "",
        form("县乡道路改造工程", &["敬老院门前道路里程"], "受益老年人数量"),
    );
    check(Code::D7, 0, "", |draft| {
        form("县乡道路改造工程", road, "受益老年人数量")(draft);
        set(draft, Field::OverallObjective, "改善沿线敬老院出行条件。");
    });
}

#[test]
fn e13_projects_that_are_not_filled_in() {
    let rows = |rows: &'static [[&'static str; 3]]| {
        move |draft: &mut Draft| {
            for [task, name, amount] in rows {
                let id = add(draft, List::Projects);
                set(draft, Field::ProjectTask(id), task);
                set(draft, Field::ProjectName(id), name);
                set(draft, Field::ProjectAmount(id), amount);
            }
        }
    };
    check(
        Code::E13,
        1,
        "第 2 行整行是空的",
        rows(&[["", "道路改造", "12"], ["", "", ""]]),
    );
    check(Code::E13, 1, "第 1 行没有项目名称（城建）", rows(&[["城建", "", "12"]]));
    check(
        Code::E13,
        1,
        "“桥梁加固”没有金额",
        rows(&[["", "道路改造", "12"], ["", "桥梁加固", ""]]),
    );
    check(
        Code::E13,
        1,
        "“桥梁加固”没有预算数，别的项目有",
        |draft| {
            rows(&[["", "道路改造", "12"], ["", "桥梁加固", "3"]])(draft);
            let first = draft.projects.rows[0].id;
            set(draft, Field::ProjectBudget(first), "15");
        },
    );
    check(Code::E13, 0, "", rows(&[]));
    check(Code::E13, 0, "", rows(&[["", "", ""]]));
    check(Code::E13, 0, "", rows(&[["", "", ""], ["", "", ""]]));
    for amount in [
        "0", "1", "0.5", "12", "12.34", "1,000", "947.85", "502", "505.11", "3.2", "88", "6", "700", "15329.35", "2",
        "9.99", "40", "61.5",
    ] {
        check(Code::E13, 0, "", |draft| {
            rows(&[["", "道路改造", "12"]])(draft);
            let id = add(draft, List::Projects);
            set(draft, Field::ProjectName(id), "桥梁加固");
            set(draft, Field::ProjectAmount(id), amount);
        });
    }
}
