//! What is found in a report that was read: E1 of its lines, D1 and D8 of its offices, B4 of its printed scores, D3 of
//! numbers whose digits changed places, and days that no calendar has.

use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, MeasureField};
use jiping::domain::scheme::indicator::AS_PRINTED;

use crate::drafts::{findings, indicator, indicator_field, set};

/// A draft with the lines that it was read from.
fn read_from(whole: &str) -> Draft {
    let mut draft = crate::drafts::new();
    draft.source.whole = whole.into();
    draft
}

/// Texts with the sentence that is said of them, none where nothing is said.
fn check(code: Code, draft: impl Fn(&str) -> Draft, rows: &[(&str, Option<&str>)]) {
    for (text, sentence) in rows {
        let found = findings(&draft(text), code);
        let said: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        match sentence {
            Some(sentence) => assert!(
                said.len() == 1 && said[0].contains(sentence),
                "{text}\n{said:#?} instead of {sentence}"
            ),
            None => assert!(said.is_empty(), "{text}\n{said:#?}"),
        }
    }
}

#[test]
fn e1_numbers_of_the_lines() {
    check(
        Code::E1,
        read_from,
        &[
            (
                "一、概况\n二、预算\n四、绩效",
                Some("序号不连续：二、之后是“四、绩效”，缺三。"),
            ),
            (
                "（一）甲\n（二）乙\n（二）丙",
                Some("序号重复：“（二）丙”前面已经有（二）。"),
            ),
            (
                "一、概况\n（二）人员",
                Some("序号不从（一）开始：“（二）人员”前面没有（一）。"),
            ),
            ("1.甲。\n2.乙。\n2.丙。", Some("序号重复：“2.丙”前面已经有2.。")),
            ("一、概况\n（一）甲\n（二）乙\n二、预算\n（一）丙\n（二）丁", None),
            // （一） stands behind the heading on its line.
            ("一、概况（一）基本情况。本局……。\n（二）人员情况", None),
            ("（一）甲\n乙的情况。(二)乙。\n(三)丙", None),
            ("1、甲\n2、乙\n1、丙\n2、丁", None),
            // Far off: a table, or something else.
            ("一、概况\n二、预算\n九、其他", None),
            // A copy has broken the line within a sentence.
            (
                "一、概况\n按照《办法》第三条第一款第二项和本办法规定的程序，由财政部门会同主管部门按照\n（三）项的要求办理。",
                None,
            ),
            ("序号\t项目\n1.甲\t3\n3.乙\t4", None),
        ],
    );
}

#[test]
fn d1_and_d8_offices_of_other_places() {
    let of_bureau = |whole: &str| {
        let mut draft = read_from(whole);
        set(&mut draft, Field::Unit, "云岭县文化广电和旅游局");
        draft
    };
    check(
        Code::D1,
        of_bureau,
        &[
            (
                "云岭县文化广电和旅游局关于自评的报告\n平川县文化广电和旅游局\n2024年3月1日",
                Some("这里写的是“平川县文化广电和旅游局”，报告的单位是“云岭县文化广电和旅游局”。"),
            ),
            ("云岭县文化广电和旅游局\n与平川县文化广电和旅游局联合举办展览。", None),
            ("报市文化广电和旅游局备案。", None),
        ],
    );
    let own = "云岭县财政局批复。云岭县人民政府同意。云岭县审计局审计。";
    let with = |text: &str| of_bureau(&format!("{own}\n{text}"));
    check(
        Code::D8,
        with,
        &[
            (
                "满意度由平川县统计调查队调查。",
                Some("这里写的是“平川县统计调查队调查”，报告里别处都是“云岭县”。"),
            ),
            ("委托县统计调查队调查。", None),
            ("建议县财政局加大投入。", None),
            ("赴平川县财政局学习。", None),
        ],
    );
    let acting = |text: &str| {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::Unit, "云岭县教育局");
        set(&mut draft, Field::Achievements, text);
        draft
    };
    check(
        Code::D1,
        acting,
        &[
            (
                "县卫生健康局将把自评结果与预算安排挂钩。",
                Some("这里写的是“县卫生健康局”"),
            ),
            ("县教育局将把自评结果与预算安排挂钩。", None),
            ("县财政局将把评价结果作为预算安排的依据。", None),
            ("本单位将运用评价结果改进管理。", None),
        ],
    );
}

/// Targets, actual values, weights and printed scores of a report.
fn printed(rows: &[(&str, &str, &str, &str)]) -> Draft {
    let mut draft = crate::drafts::new();
    for (target, actual, weight, score) in rows {
        let id = indicator(&mut draft, weight, &[("≥", target, actual)]);
        indicator_field(&mut draft, id, IndicatorField::Name, &format!("目标{target}的指标"));
        if !score.is_empty() {
            indicator_field(&mut draft, id, IndicatorField::Scoring, "manual");
            indicator_field(&mut draft, id, IndicatorField::ManualScore, score);
            indicator_field(&mut draft, id, IndicatorField::ManualReason, AS_PRINTED);
        }
    }
    draft
}

#[test]
fn b4_printed_scores_off_the_rule() {
    // What is scored by the rule of the draft has no printed score of its own.
    for (rows, expected) in [
        // Swapped digits of 5.82.
        (&[("92", "89.24", "6", "5.28")][..], Some("按完成比例计分是 5.82 分")),
        // Full marks with more than a tenth missing.
        (&[("100", "70", "8", "8")], Some("报告给了 8 分")),
        // The only one that has other marks than the rule by which two others were scored.
        (
            &[("100", "95", "8", ""), ("50", "48", "6", ""), ("20", "19", "6", "4")],
            Some("按完成比例计分是 5.7 分"),
        ),
        // Rules of their own: several rows have other marks.
        (
            &[("100", "95", "8", "7"), ("50", "48", "6", "5"), ("20", "19", "6", "5")],
            None,
        ),
        // Rounded first.
        (&[("100", "95.6", "10", "9.6")], None),
        (&[("100", "97", "8", "8")], None),
    ] {
        let found = findings(&printed(rows), Code::B4);
        match expected {
            Some(sentence) => assert!(
                found.len() == 1 && found[0].message.contains(sentence),
                "{rows:?}\n{found:#?}"
            ),
            None => assert!(found.is_empty(), "{rows:?}\n{found:#?}"),
        }
    }
}

#[test]
fn d3_digits_that_changed_places() {
    let with = |text: &str| {
        let mut draft = crate::drafts::new();
        let id = indicator(&mut draft, "4", &[("≥", "1800", "1926")]);
        indicator_field(&mut draft, id, IndicatorField::Name, "各类教师培训");
        let measure = draft.indicator(id).unwrap().measures[0].id;
        set(&mut draft, Field::Measure(id, measure, MeasureField::Unit), "人次");
        set(&mut draft, Field::Achievements, text);
        let told = findings(&draft, Code::D1);
        let mut found = findings(&draft, Code::D3);
        found.extend(told);
        found.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
    };
    for text in ["组织骨干教师培训1,962人次。", "开展教师培训1962人次，覆盖全县。"] {
        assert_eq!(with(text).len(), 1, "{text}");
    }
    for text in [
        "组织教师培训1,926人次。",
        "接种疫苗1,962人次。",
        "上年组织教师培训1,962人次。",
    ] {
        assert_eq!(with(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn e7_days_that_no_calendar_has() {
    let with = |text: &str| {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::Achievements, text);
        draft
    };
    check(
        Code::E7,
        with,
        &[
            ("6月31日前全部发放到位。", Some("没有“6月31日”这一天。")),
            ("2024年2月30日召开会议。", Some("没有“2月30日”这一天。")),
            ("13月1日完成。", Some("没有“13月1日”这一天。")),
            ("2022年2月29日拨付到户。", Some("没有“2月29日”这一天。")),
            ("2024年2月29日拨付到户。", None),
            ("6月30日前全部发放到位，2月29日复核。", None),
            ("连续3个月31日发放。", None),
        ],
    );
}
