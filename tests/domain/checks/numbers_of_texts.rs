//! Checks of numbers in texts against each other and against the rows of the report: D1, A2 and D6.

use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::field::{Field, IndicatorField, List, MeasureField};

use crate::drafts::{add, findings, indicator, indicator_field, set};

#[test]
fn d1_numbers_of_indicators_and_projects() {
    let with = |words: &str| {
        let mut draft = crate::drafts::new();
        let id = indicator(&mut draft, "4", &[("≥", "5000", "5400")]);
        indicator_field(&mut draft, id, IndicatorField::Name, "新增学位数");
        let measure = draft.indicator(id).unwrap().measures[0].id;
        set(&mut draft, Field::Measure(id, measure, MeasureField::Unit), "个");
        let id = indicator(&mut draft, "4", &[("≥", "90", "92.3")]);
        indicator_field(&mut draft, id, IndicatorField::Name, "家长满意度");
        let measure = draft.indicator(id).unwrap().measures[0].id;
        set(&mut draft, Field::Measure(id, measure, MeasureField::Unit), "%");
        let id = add(&mut draft, List::Projects);
        set(&mut draft, Field::ProjectName(id), "校舍改造工程");
        set(&mut draft, Field::ProjectAmount(id), "480");
        set(&mut draft, Field::Achievements, words);
        findings(&draft, Code::D1)
    };
    for (words, sentence) in [
        ("全年新增学位6400个。", "指标“新增学位数”的实际完成值是 5400 个"),
        (
            "新建学校3所，新增6400个学位。",
            "指标“新增学位数”的实际完成值是 5400 个",
        ),
        ("经调查，家长满意度达99.3%。", "指标“家长满意度”的实际完成值是 92.3%"),
        ("校舍改造工程支出408万元。", "项目“校舍改造工程”的金额是 480.00 万元"),
    ] {
        let found = with(words);
        assert!(
            found.len() == 1 && found[0].message.contains(sentence),
            "{words}\n{found:?}"
        );
    }
    for words in [
        "全年新增学位5400个，超过目标5000个。",
        "计划新增学位6000个。",
        "2021年新增学位3200个。",
        "上半年新增学位3200个。",
        "城区家长满意度95%。",
        "家长满意度90%以上。",
        "校舍改造工程支出480万元。",
        "校舍改造工程总投资1,200万元。",
        "新增学位约5000个。",
    ] {
        assert_eq!(with(words), [], "{words}");
    }
}

/// Rates, changes, differences and products of the numbers of one text, and what only looks like them.
#[test]
fn a2_and_d6_of_one_text() {
    for (words, sentence) in [
        (
            "中央资金640万元，完成512万元，执行率85%。",
            "这里执行率写的是 85%，按 512 ÷ 640 算是 80.00%",
        ),
        (
            "支出855万元，其中甲600万元、乙275万元。",
            "总数是 855 万元，各分项加起来是 875 万元",
        ),
        (
            "收入总计735万元，比上年减少15万元，下降0.2%。",
            "增减率写的是 0.2%，按增减的 15 算是 2.00%",
        ),
        (
            "上年安排700万元，本年支出735万元，增长6%。",
            "由 700 到 735 的变化是 5.00%",
        ),
        (
            "预算480万元，实际支出456万元，结余34万元。",
            "差额写的是 34，按 480 − 456 算是 24",
        ),
        (
            "补助198人，每人2万元，共386万元。",
            "合计写的是 386，按 2 × 198 算是 396",
        ),
        ("应检160户，实检146户，检查率92.25%。", "按 146 ÷ 160 算是 91.25%"),
        (
            "年初预算、调整预算、支出分别为900万元、950万元、855万元，执行率93%。",
            "按 855 ÷ 950 算是 90.00%",
        ),
    ] {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::WorkOverview, words);
        let found: Vec<String> = [Code::D6, Code::A2]
            .iter()
            .flat_map(|code| findings(&draft, *code))
            .map(|finding| finding.message)
            .collect();
        assert!(found.len() == 1 && found[0].contains(sentence), "{words}\n{found:?}");
    }
    for words in [
        "安排资金210万元，其中项目管理费2.1万元，已拨付209.5万元。",
        "年初预算900万元，年中追加100万元，支出950万元，执行率95%。",
        "道路工程支出90万元，绿化工程支出60万元，全年预算执行率95%。",
        "上年执行率93.21%，本年执行率96.86%，提高3.65个百分点。",
        "目标值95%，实际96.5%，高出1.5个百分点。",
        "编制138人，在职135人，比上年末减少2人。",
        "预算100万元，支出95万元，执行率95%，其中第四季度支出40万元。",
        "满意度95%，较全市平均水平高2个百分点。",
        "慰问困难群众120人，发放慰问金6万元，每户500元。",
        "项目总投资4,680万元，其中2022年完成2,850万元、2023年完成1,200万元。",
        "收入总额500万元，支出总额480万元，上年结转30万元，年末结转50万元。",
        "抽查企业40家，发现问题12个，整改完成率100%。",
        "共有党员80人，其中女性30人、大专以上学历60人。",
        "资金主要用于设备购置等，其中设备40万元、软件30万元等，共计100万元。",
        "总投资约300万元，其中中央150万元、省级140万元、县级8.6万元。",
        "执行率不低于95%，预算100万元，支出90万元。",
        "2024年计划安排100万元，其中甲项目50万元、乙项目60万元以内。",
        "投入10分、过程20分、产出40分，满分100分。",
        "完成培训12期，其中第一期30人、第二期40人。",
        "拨付资金80万元，占到位资金的80%，结余20万元。",
        "购置设备3台，单价2万元，另支付安装费1万元，共7万元。",
    ] {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::WorkOverview, words);
        assert_eq!(findings(&draft, Code::D6), [], "{words}");
        assert_eq!(findings(&draft, Code::A2), [], "{words}");
    }
}
