//! What a reviewer sees in scores, money, forms and projects, B11, B12, C17, C18, D8 and E16: drafts that must be told,
//! and at least twenty beside each that must not.

use super::reviewers_eye::row;
use crate::drafts::{add, built_in, check, indicator_field, set, totals};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, List};

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
    check(Code::B11, 1, "超过权重的 30%", scored("60", "1.81", "已开工"));
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
    // What one case of none costs no document says; full marks contradict it all the same.
    let cases = |sign: &'static str, score: &'static str| {
        move |draft: &mut Draft| {
            let id = row(draft, "资金违规问题数", sign, "0", "项", "1");
            indicator_field(draft, id, IndicatorField::DeviationReason, "票据不全，已补正");
            indicator_field(draft, id, IndicatorField::Scoring, "manual");
            indicator_field(draft, id, IndicatorField::ManualScore, score);
            indicator_field(draft, id, IndicatorField::ManualReason, "每项扣1分");
        }
    };
    check(Code::B11, 0, "", cases("=", "1"));
    check(Code::B11, 0, "", cases("≤", "1"));
    check(Code::B11, 1, "手工评了 2 分", cases("≤", "2"));
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
fn d8_who_belongs_to_another_project() {
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
        Code::D8,
        1,
        "“受益老年人数量”说的像是别的项目",
        form("县乡道路改造工程", road, "受益老年人数量"),
    );
    check(
        Code::D8,
        1,
        "患者满意度",
        form("高标准农田灌溉项目", &["灌渠长度"], "患者满意度"),
    );
    check(
        Code::D8,
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
        check(Code::D8, 0, "", form(title, &[], name));
    }
    // Another row speaks of the same people, or the goal does.
    check(
        Code::D8,
        0,
        "",
        form("县乡道路改造工程", &["敬老院门前道路里程"], "受益老年人数量"),
    );
    check(Code::D8, 0, "", |draft| {
        form("县乡道路改造工程", road, "受益老年人数量")(draft);
        set(draft, Field::OverallObjective, "改善沿线敬老院出行条件。");
    });
}

#[test]
fn e16_projects_that_are_not_filled_in() {
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
    // A blank row waits to be filled in, and is not printed.
    check(Code::E16, 0, "", rows(&[["", "道路改造", "12"], ["", "", ""]]));
    check(Code::E16, 1, "第 1 行没有项目名称（城建）", rows(&[["城建", "", "12"]]));
    check(
        Code::E16,
        1,
        "“桥梁加固”没有金额",
        rows(&[["", "道路改造", "12"], ["", "桥梁加固", ""]]),
    );
    check(
        Code::E16,
        1,
        "“桥梁加固”没有预算数，别的项目有",
        |draft| {
            rows(&[["", "道路改造", "12"], ["", "桥梁加固", "3"]])(draft);
            let first = draft.projects.rows[0].id;
            set(draft, Field::ProjectBudget(first), "15");
        },
    );
    check(Code::E16, 0, "", rows(&[]));
    check(Code::E16, 0, "", rows(&[["", "", ""]]));
    check(Code::E16, 0, "", rows(&[["", "", ""], ["", "", ""]]));
    for amount in [
        "0", "1", "0.5", "12", "12.34", "1,000", "947.85", "502", "505.11", "3.2", "88", "6", "700", "15329.35", "2",
        "9.99", "40", "61.5",
    ] {
        check(Code::E16, 0, "", |draft| {
            rows(&[["", "道路改造", "12"]])(draft);
            let id = add(draft, List::Projects);
            set(draft, Field::ProjectName(id), "桥梁加固");
            set(draft, Field::ProjectAmount(id), amount);
        });
    }
}
