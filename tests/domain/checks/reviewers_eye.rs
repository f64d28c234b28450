//! What a reviewer sees in the rows of a table, C12 to C16: rows that must be told, and at least
//! twenty beside each that must not.

use crate::drafts::{add, check, indicator, indicator_field, set};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};
use jiping::domain::scheme::part::{Group, PartRule};
use jiping::domain::scheme::review::MissingEvidence;
use jiping::domain::scheme::survey::SurveyField;
use jiping::domain::values::row::Id;

/// An indicator of this name, sign, target, unit and result.
pub fn row(draft: &mut Draft, name: &str, sign: &str, target: &str, unit: &str, actual: &str) -> Id {
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
            set(draft, Field::Achievements, "全年实施微改造12个小区。");
            let id = row(draft, "居民满意度", "≥", "90", "%", "96");
            indicator_field(draft, id, IndicatorField::Analysis, analysis);
        }
    };
    check(Code::C16, 1, "“居民满意度”有测得的数，却没有写怎么调查的", told(""));
    check(Code::C16, 1, "怎么调查", told("居民满意度为96%，达到目标。"));
    let surveyed = |asked: &'static str, returned: &'static str| {
        move |draft: &mut Draft| {
            set(draft, Field::Achievements, "全年实施微改造12个小区。");
            let id = row(draft, "居民满意度", "≥", "90", "%", "96");
            for (part, text) in [
                (SurveyField::Date, "2025年11月"),
                (SurveyField::Asked, asked),
                (SurveyField::Returned, returned),
            ] {
                indicator_field(draft, id, IndicatorField::Survey(part), text);
            }
        }
    };
    check(Code::C16, 0, "", surveyed("200", "196"));
    check(Code::C16, 0, "", surveyed("200份", "200份"));
    check(Code::C16, 0, "", surveyed("", "196"));
    check(Code::C16, 0, "", surveyed("", ""));
    check(Code::C16, 1, "收回 300 份，比发放的 200 份多", surveyed("200", "300"));
    check(Code::C16, 1, "写了发放多少，没有写收回多少", surveyed("200", ""));
    check(Code::A9, 1, "的调查人数或份数填的“若干”读不出来", surveyed("若干", "3"));
    check(Code::C16, 1, "“居民满意度”等 2 项", |draft| {
        set(draft, Field::Achievements, "全年实施微改造12个小区。");
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
    check(Code::C16, 0, "", told_without_result);
    // A form without a word of prose and without materials has no line for it; one that names the materials of other
    // indicators has; and a scheme may ask for it of every form.
    let bare = |draft: &mut Draft| {
        row(draft, "居民满意度", "≥", "90", "%", "96");
    };
    check(Code::C16, 0, "", bare);
    check(Code::C16, 1, "怎么调查", |draft| {
        bare(draft);
        let id = row(draft, "改造小区数量", "≥", "12", "个", "12");
        let evidence = add(draft, List::Evidence(id));
        set(draft, Field::EvidenceName(id, evidence), "竣工验收单");
    });
    check(Code::C16, 1, "怎么调查", |draft| {
        bare(draft);
        draft.scheme.make_mut().review.missing_evidence = MissingEvidence::Error;
    });
}

fn told_without_result(draft: &mut Draft) {
    set(draft, Field::Achievements, "全年实施微改造12个小区。");
    row(draft, "居民满意度", "≥", "90", "%", "");
}
