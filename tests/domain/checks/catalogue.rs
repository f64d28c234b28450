//! Each check with the smallest draft that triggers it and the nearest that does not.

use crate::drafts::{
    add, amounts, check, findings, fund, indicator, indicator_field, qualitative, sample, set, totals,
};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::budget::{Column, SpendingNature};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField, PartField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::Choice;

#[test]
fn a1_parts_and_totals() {
    check(Code::A1, 0, "", |draft| amounts(draft, 0, ["1", "2", "3"]));
    check(Code::A1, 0, "", |draft| {
        amounts(draft, 0, ["100", "2", "3"]);
        totals(draft, ["100.00", "", ""]);
    });
    check(
        Code::A1,
        1,
        "之和是 100.00 万元，填写的合计是 100.01 万元",
        |draft| {
            amounts(draft, 0, ["100", "2", "3"]);
            totals(draft, ["100.01", "", ""]);
        },
    );
    // With a blank part only a sum that is already too large is wrong.
    check(Code::A1, 0, "", |draft| {
        amounts(draft, 0, ["100", "2", "3"]);
        amounts(draft, 1, ["", "2", "3"]);
        totals(draft, ["150", "", ""]);
    });
    check(Code::A1, 1, "已填的各来源之和", |draft| {
        amounts(draft, 0, ["100", "2", "3"]);
        amounts(draft, 1, ["", "2", "3"]);
        totals(draft, ["99", "", ""]);
    });
    let natures = |basic: &'static str| {
        move |draft: &mut Draft| {
            totals(draft, ["100", "", ""]);
            set(
                draft,
                Field::NatureAmount(SpendingNature::Basic, Column::Initial),
                basic,
            );
            set(
                draft,
                Field::NatureAmount(SpendingNature::Project, Column::Initial),
                "40",
            );
        }
    };
    check(Code::A6, 0, "", natures("60"));
    check(Code::A6, 0, "", natures(""));
    check(Code::A6, 1, "基本支出与项目支出之和是 101.00 万元", natures("61"));
}

#[test]
fn a2_stated_rate() {
    let stated = |rate: &'static str| {
        move |draft: &mut Draft| {
            totals(draft, ["15329.35", "21015.64", "20571.11"]);
            set(draft, Field::StatedExecutionRate, rate);
        }
    };
    for right in ["97.88%", "97.9", "98", "97.8848", ""] {
        check(Code::A2, 0, "", stated(right));
    }
    check(
        Code::A2,
        1,
        "是 134.19%，按执行数 ÷ 调整预算数算出来是 97.88%",
        stated("134.19"),
    );
    check(Code::A2, 1, "97.89%", stated("97.89"));
    check(Code::A2, 1, "97%", stated("97"));
}

#[test]
fn a3_executed_beyond_adjusted() {
    check(Code::A3, 0, "", |draft| totals(draft, ["1", "100", "100"]));
    check(
        Code::A3,
        1,
        "合计执行数 100.01 万元大于调整预算数 100.00 万元",
        |draft| totals(draft, ["1", "100", "100.01"]),
    );
    check(Code::A3, 2, "一般公共预算执行数", |draft| {
        amounts(draft, 0, ["1", "2", "3"])
    });
    check(Code::A3, 0, "", |draft| totals(draft, ["1", "", "3"]));
}

#[test]
fn a4_adjustment_without_reason() {
    check(Code::A4, 0, "", |draft| totals(draft, ["100", "130", "130"]));
    check(Code::A4, 1, "预算调整率 30.01%，超过 30%", |draft| {
        totals(draft, ["100", "130.01", "130"])
    });
    check(Code::A4, 1, "-31.00%", |draft| totals(draft, ["100", "69", "60"]));
    check(Code::A4, 0, "", |draft| {
        totals(draft, ["100", "150", "130"]);
        set(draft, Field::AdjustmentReason, "年中追加抗疫资金");
    });
}

#[test]
fn a5_missing_base() {
    check(Code::A5, 0, "", |draft| totals(draft, ["", "", ""]));
    check(Code::A5, 1, "还没有填全", |draft| totals(draft, ["", "", "5"]));
    check(Code::A5, 1, "合计为 0", |draft| totals(draft, ["", "0", "0"]));
    check(Code::A5, 0, "", |draft| totals(draft, ["", "5", "5"]));
}

#[test]
fn a9_malformed_numbers() {
    check(Code::A9, 0, "", |draft| totals(draft, ["7,000.77", "", ""]));
    check(
        Code::A9,
        1,
        "年初预算数合计填的“7,00.0,77”读不出来。千分位",
        |draft| totals(draft, ["7,00.0,77", "", ""]),
    );
    check(
        Code::A9,
        1,
        "“完成数量”的实际完成值填的“约三个”读不出来",
        |draft| {
            indicator(draft, "3", &[("≥", "3", "约三个")]);
        },
    );
    check(Code::A9, 1, "一般公共预算的执行数", |draft| {
        let id = fund(draft, 0);
        set(
            draft,
            Field::FundAmount(id, Column::Executed),
            "1234567890123456789012345678901234567890",
        );
    });
    check(Code::A9, 1, "年度填的“明年”读不出来", |draft| {
        set(draft, Field::Year, "明年")
    });
}

#[test]
fn b1_weights() {
    check(Code::B1, 0, "", |draft| {
        indicator(draft, "40", &[("≥", "1", "1")]);
    });
    check(
        Code::B1,
        1,
        "1 项指标的权重合计 39.5，“年度主要支出计划”应为 40",
        |draft| {
            indicator(draft, "39.5", &[("≥", "1", "1")]);
        },
    );
    check(Code::B1, 0, "", |draft| {
        indicator(draft, "", &[("≥", "1", "1")]);
    });
    check(Code::B1, 1, "各部分权重合计 101", |draft| {
        let part = draft.scheme.parts[0].id;
        set(draft, Field::Part(part, PartField::Weight), "31");
    });
}

fn manual(
    weight: &'static str,
    score: &'static str,
    actual: &'static str,
    reason: &'static str,
) -> impl FnOnce(&mut Draft) {
    move |draft| {
        let id = indicator(draft, weight, &[("≥", "2", actual)]);
        indicator_field(draft, id, IndicatorField::Scoring, "manual");
        indicator_field(draft, id, IndicatorField::ManualScore, score);
        indicator_field(draft, id, IndicatorField::ManualReason, reason);
    }
}

#[test]
fn b3_b4_c1_manual_scores() {
    check(Code::B3, 0, "", manual("4", "4", "2", "有理由"));
    check(
        Code::B3,
        1,
        "得分 4.01 不在 0 到权重 4 之间",
        manual("4", "4.01", "2", "有理由"),
    );
    check(Code::B3, 1, "得分 -1 不在", manual("4", "-1", "2", "有理由"));
    check(Code::B3, 1, "“年度目标”的得分 31", |draft| {
        set(draft, Field::ObjectiveScore, "31")
    });
    check(Code::B4, 0, "", manual("4", "4", "2", ""));
    check(Code::B4, 0, "", manual("4", "3", "2", "扣一分"));
    check(Code::B4, 1, "手工评了 3 分，按规则是 4 分", manual("4", "3", "2", ""));
    check(Code::B4, 1, "按规则算不出（缺实际完成值）", manual("4", "3", "", ""));
    check(Code::B4, 1, "“年度目标”评定了 28 分", |draft| {
        set(draft, Field::ObjectiveScore, "28")
    });
    check(Code::C1, 0, "", manual("4", "4", "2", ""));
    check(Code::C1, 0, "", manual("4", "3.9", "", ""));
    check(
        Code::C1,
        1,
        "“完成数量”得了满分，却没有填实际完成情况",
        manual("4", "4", "", "有理由"),
    );
    // What 实现情况分析 says in words is an actual value as well; a limit, or a number of something else, is none.
    let told = |unit: &'static str, analysis: &'static str| {
        move |draft: &mut Draft| {
            manual("4", "4", "", "有理由")(draft);
            let row = draft.indicators.last().unwrap();
            let (id, measure) = (row.id, row.measures[0].id);
            set(draft, Field::Measure(id, measure, MeasureField::Unit), unit);
            indicator_field(draft, id, IndicatorField::Analysis, analysis);
        }
    };
    check(Code::C1, 0, "", told("个", "全年建成群众阵地2个，均已验收。"));
    check(Code::C1, 0, "", told("%", "全年抽查合格率98.5%。"));
    check(Code::C1, 1, "", told("%", "服务满意率95%以上。"));
    check(Code::C1, 1, "", told("个", "全年开展宣传活动15次。"));
    check(Code::C1, 1, "", told("", "全年开展宣传活动15次。"));
    let asked = |analysis: &'static str| {
        move |draft: &mut Draft| {
            told("个", analysis)(draft);
            let id = draft.indicators.last().unwrap().id;
            indicator_field(draft, id, IndicatorField::Goal, "完成辖内不少于2个社区文化中心提质增效");
        }
    };
    check(Code::C1, 0, "", asked("唐阁、龙湖社区文化中心已完成提质增效。"));
    check(Code::C1, 1, "", asked("完成辖内不少于2个社区文化中心提质增效。"));
    let qualitative = |analysis: &'static str| {
        move |draft: &mut Draft| {
            let id = indicator(draft, "4", &[]);
            indicator_field(draft, id, IndicatorField::Nature, "qualitative");
            indicator_field(draft, id, IndicatorField::Scoring, "manual");
            indicator_field(draft, id, IndicatorField::ManualScore, "4");
            indicator_field(draft, id, IndicatorField::ManualReason, "有理由");
            indicator_field(draft, id, IndicatorField::Analysis, analysis);
        }
    };
    check(Code::C1, 1, "", qualitative(""));
    check(Code::C1, 0, "", qualitative("所涉工程均在合同工期内完工。"));
}

#[test]
fn b5_b6_b8_total_and_grade() {
    let complete = |score: &'static str, grade: &'static str| {
        move |draft: &mut Draft| {
            *draft = sample();
            set(draft, Field::StatedScore, score);
            set(draft, Field::StatedGrade, grade);
        }
    };
    check(Code::B5, 0, "", complete("99.37", ""));
    check(Code::B5, 0, "", complete("99.36", ""));
    check(
        Code::B5,
        1,
        "已上报的总分是 99.35，各部分得分之和是 99.37",
        complete("99.35", ""),
    );
    check(Code::B6, 0, "", complete("", "excellent"));
    check(Code::B6, 0, "", complete("", ""));
    check(
        Code::B6,
        1,
        "写了等级“良”，总分 99.37 对应的等级是“优”",
        complete("", "good"),
    );
    check(Code::B6, 1, "写了等级“优”，但总分还算不出", |draft| {
        set(draft, Field::StatedGrade, "excellent")
    });
    check(Code::B8, 0, "", complete("", ""));
    // What is missing is said once, at its place, by E9.
    check(Code::B8, 0, "", |_| {});
    check(Code::B8, 1, "还没有得分：", |draft| {
        let row = add(draft, List::Objectives);
        set(draft, Field::ObjectiveText(row), "按期完成检查。");
    });
}

#[test]
fn c3_shortfall_without_reason() {
    let actual = |sign: &'static str, actual: &'static str, reason: &'static str| {
        move |draft: &mut Draft| {
            let id = indicator(draft, "3", &[(sign, "10", actual)]);
            indicator_field(draft, id, IndicatorField::DeviationReason, reason);
        }
    };
    check(Code::C3, 0, "", actual("≥", "10", ""));
    check(Code::C3, 1, "实际完成 9.9，低于指标值 10", actual("≥", "9.9", ""));
    check(Code::C3, 0, "", actual("≥", "9.9", "疫情停工"));
    check(Code::C3, 0, "", actual("≤", "10", ""));
    check(Code::C3, 1, "高于指标值", actual("≤", "10.1", ""));
    check(Code::C3, 1, "“部分达成”", |draft| {
        qualitative(draft, "3", "partly_achieved", "70");
    });
    check(Code::C3, 0, "", |draft| {
        qualitative(draft, "3", "achieved", "");
    });
}

#[test]
fn e9_empty_parts() {
    let blank = findings(&crate::drafts::new(), Code::E9);
    let names: Vec<&str> = blank.iter().map(|finding| finding.message.as_str()).collect();
    for part in [
        "基本信息",
        "部门概况",
        "年度工作",
        "资金收支",
        "绩效目标",
        "指标与评分",
        "运行监控",
        "重点项目",
        "成效与完成情况",
        "问题与改进",
    ] {
        assert!(
            names.iter().any(|name| name.contains(&format!("“{part}”"))),
            "{part} is not asked for in {names:?}"
        );
    }
    check(Code::E9, 0, "", |draft| *draft = sample());
    check(
        Code::E9,
        1,
        "“运行监控”还没有填运行监控情况",
        |draft| {
            *draft = sample();
            set(draft, Field::MonitoringText, "  ");
        },
    );
    check(Code::E9, 0, "", |draft| {
        *draft = sample();
        for project in draft.projects.rows.clone() {
            draft.apply(&Edit::Remove(List::Projects, project.id));
        }
        set(draft, Field::ProjectsNote, "本年度没有重点项目");
    });
    check(Code::E9, 1, "指标名称", |draft| {
        *draft = sample();
        let id = add(draft, List::Indicators);
        indicator_field(draft, id, IndicatorField::Scoring, "manual");
        indicator_field(draft, id, IndicatorField::Weight, "1");
        indicator_field(draft, id, IndicatorField::ManualScore, "1");
    });
}

#[test]
fn the_sample_has_the_faults_of_the_published_report() {
    let draft = sample();
    let found: Vec<(Code, String)> = run(&draft, &evaluate(&draft))
        .iter()
        .map(|finding| (finding.code, finding.message.clone()))
        .collect();
    let codes: Vec<Code> = found.iter().map(|(code, _)| *code).collect();
    use Code::*;
    let expected = [A4, A11, A11, B10, C9, E6, C1, C6, C2, C1, C2, C7, C7];
    assert_eq!(codes, expected, "{found:#?}");
}

#[test]
fn every_check_of_the_catalogue_stands_in_a_table_here() {
    let source: String = [
        include_str!("catalogue.rs"),
        include_str!("scheme.rs"),
        include_str!("spending.rs"),
        include_str!("choice.rs"),
        include_str!("last_year.rs"),
        include_str!("marks.rs"),
        include_str!("doubt.rs"),
        include_str!("agreement.rs"),
        include_str!("approved.rs"),
        include_str!("texts.rs"),
        include_str!("reviewers_eye.rs"),
        include_str!("reviewers_sums.rs"),
        include_str!("slips.rs"),
    ]
    .concat()
    .split_whitespace()
    .collect();
    for code in Code::ALL {
        let row = |count: usize| source.contains(&format!("check(Code::{},{count},", code.code()));
        let is_left_alone = row(0) || source.contains(&format!("free(Code::{},", code.code()));
        assert!(is_left_alone, "{} has no draft that is free of it", code.code());
        assert!((1..4).any(row), "{} has no draft that triggers it", code.code());
    }
}
