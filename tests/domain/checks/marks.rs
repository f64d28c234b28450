//! Checks of marks, B7, B9 and B10: the smallest draft that triggers each and the nearest that does not.

use crate::drafts::{add, amounts, check, indicator, indicator_field, qualitative, sample, set};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, List};

#[test]
fn b7_weights_applied_twice() {
    let stated = |score: &'static str| {
        move |draft: &mut Draft| {
            *draft = sample();
            set(draft, Field::StatedScore, score);
        }
    };
    // 29.37 × 30% + 30 × 30% + 40 × 40%.
    check(
        Code::B7,
        1,
        "已上报的总分 33.81 像是各项得分又乘了一次权重",
        stated("33.81"),
    );
    check(Code::B7, 0, "", stated("99.37"));
    check(Code::B7, 0, "", stated("34.5"));
    let manual = |score: &'static str| {
        move |draft: &mut Draft| {
            let id = indicator(draft, "4", &[("≥", "2", "2")]);
            indicator_field(draft, id, IndicatorField::Scoring, "manual");
            indicator_field(draft, id, IndicatorField::ManualScore, score);
            indicator_field(draft, id, IndicatorField::ManualReason, "有理由");
        }
    };
    check(
        Code::B7,
        1,
        "“完成数量”得分 0.16 像是又乘了一次权重得来的，按规则是 4 分",
        manual("0.16"),
    );
    check(Code::B7, 0, "", manual("0.2"));
    check(Code::B7, 0, "", manual("4"));
}

#[test]
fn b9_outside_the_band() {
    let rated = |attainment: &'static str, coefficient: &'static str| {
        move |draft: &mut Draft| {
            qualitative(draft, "4", attainment, coefficient);
        }
    };
    for (attainment, coefficient) in [
        ("achieved", "80"),
        ("achieved", "100"),
        ("achieved", ""),
        ("partly_achieved", "79.9"),
        ("partly_achieved", "60"),
        ("not_achieved", "0"),
    ] {
        check(Code::B9, 0, "", rated(attainment, coefficient));
    }
    check(
        Code::B9,
        1,
        "“完成数量”完成情况选的是“达成”，得分占权重的 79%，不在这一档之内：80%（含）至 100%（含）",
        rated("achieved", "79"),
    );
    check(Code::B9, 1, "部分达成", rated("partly_achieved", "80"));
    check(Code::B9, 1, "未达成", rated("not_achieved", "60"));
    check(Code::B9, 1, "得分占权重的 75%", |draft| {
        let id = qualitative(draft, "4", "achieved", "");
        indicator_field(draft, id, IndicatorField::Scoring, "manual");
        indicator_field(draft, id, IndicatorField::ManualScore, "3");
    });
}

#[test]
fn b10_full_marks_and_shortcomings() {
    let problem = |text: &'static str, actual: &'static str| {
        move |draft: &mut Draft| {
            for weight in ["10", "10", "20"] {
                indicator(draft, weight, &[("≥", "2", actual)]);
            }
            let id = add(draft, List::Problems);
            set(draft, Field::Problem(id), text);
        }
    };
    check(
        Code::B10,
        1,
        "3 项指标全部得满分，这里却写了不足",
        problem("预算支出进度偏慢。", "2"),
    );
    check(Code::B10, 0, "", problem("预算支出进度偏慢。", "1"));
    check(Code::B10, 0, "", problem("本年度没有发现需要整改的问题。", "2"));
    check(Code::B10, 0, "", problem("3个村经营性收入不足8万元。", "2"));
    // The part for spending has lost marks for it.
    let slow = |text: &'static str| {
        move |draft: &mut Draft| {
            amounts(draft, 0, ["1000", "1000", "900"]);
            problem(text, "2")(draft);
        }
    };
    check(Code::B10, 0, "", slow("预算支出进度偏慢。"));
    check(Code::B10, 1, "指标设置不够细", slow("指标设置不够细。"));
}
