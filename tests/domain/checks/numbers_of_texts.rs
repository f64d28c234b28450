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

/// The findings of one code of a draft of a county's office of water, with one text.
fn of_one_text(words: &str, code: Code, field: Field) -> Vec<String> {
    let mut draft = crate::drafts::new();
    set(&mut draft, Field::Unit, "清河县水利局");
    set(&mut draft, Field::Year, "2023");
    set(&mut draft, field, words);
    findings(&draft, code)
        .into_iter()
        .map(|finding| finding.message)
        .collect()
}

#[test]
fn e7_dates_in_their_order() {
    for (words, sentence) in [
        (
            "工程于2023年9月1日开工，2023年5月20日完工。",
            "“2023年5月20日”写在“2023年9月1日”的后面",
        ),
        (
            "设备2023年9月20日完成验收，8月10日投入使用。",
            "“8月10日”写在“2023年9月20日”的后面",
        ),
        ("3月10日至3月1日开展现场检查。", "“3月1日”写在“3月10日”的后面"),
        (
            "2024年1月10日成立小组，1月15日印发方案，1月12日各单位报送，3月10日完成复核。",
            "“1月12日”写在“1月15日”的后面",
        ),
        (
            "数据截至2023年12月31日，2023年2月28日经会议审议通过。",
            "“2023年2月28日”写在",
        ),
    ] {
        let found = of_one_text(words, Code::E7, Field::WorkOverview);
        assert!(found.len() == 1 && found[0].contains(sentence), "{words}\n{found:?}");
    }
    for words in [
        "工程于2023年5月20日开工，2023年9月1日完工。",
        "原定2023年5月20日完工，因雨推迟，实际2023年3月1日开工。",
        "12月5日至次年1月20日开展调查。",
        "2023年11月3日召开推进会，3月1日印发的办法继续执行。",
        "甲工程9月1日验收，乙工程5月20日验收。",
        "2023年12月5日至12月20日调查，2024年1月3日形成报告。",
        "全年共检查3次，分别为3月5日、9月1日、6月20日。",
        "工期由6月30日提前到5月31日。",
        "自2021年8月1日起施行，2023年3月1日修订。",
        "9月20日完成验收，9月20日投入使用。",
    ] {
        assert_eq!(
            of_one_text(words, Code::E7, Field::WorkOverview),
            Vec::<String>::new(),
            "{words}"
        );
    }
}

#[test]
fn e7_spans_of_time() {
    for (words, sentence) in [
        (
            "工期自2024年3月1日起至2024年8月31日止，共8个月。",
            "是 184 天，这里说的是 8 个月",
        ),
        ("调查自3月1日至3月10日，历时20天。", "是 10 天，这里说的是 20 天"),
        (
            "截止时间为5月6日，比原定的4月26日推迟12天。",
            "是 10 天，这里说的是 12 天",
        ),
        ("上半年（1月至7月）完成投资3.6亿元。", "上半年是1月至6月"),
        (
            "合同约定9月10日前完工，实际9月22日完工，逾期22天。",
            "是 12 天，这里说的是 22 天",
        ),
        (
            "计划10月31日投用，10月11日已投用，较原先提前了10天。",
            "是 20 天，这里说的是 10 天",
        ),
    ] {
        let found = of_one_text(words, Code::E7, Field::WorkOverview);
        assert!(found.len() == 1 && found[0].contains(sentence), "{words}\n{found:?}");
    }
    for words in [
        "工期自2024年3月1日起至2024年8月31日止，共6个月。",
        "调查自3月1日至3月10日，历时10天。",
        "调查自3月1日至3月10日，历时9天。",
        "截止时间为5月6日，比原定的4月26日推迟10天。",
        "3月1日至3月10日，共培训8天。",
        "上半年（1月至6月）完成投资3.6亿元。",
        "2月28日至次年1月20日，共11个月。",
        "合同约定9月10日前完工，实际9月22日完工，逾期12天。",
        "6月1日开工，9月30日完工，较计划提前20天。",
        "要求6月1日前开工，9月30日全部完工，比合同工期提前15天。",
    ] {
        let none = Vec::<String>::new();
        assert_eq!(of_one_text(words, Code::E7, Field::WorkOverview), none, "{words}");
    }
}

#[test]
fn d1_names_that_differ_once() {
    for (words, sentence) in [
        (
            "该工程由华信建设有限公司中标，3月2日与华兴建设有限公司签订合同。",
            "只差一个字",
        ),
        (
            "根据《江州市财政局通知》的要求，按江阳市财政局规定的格式编制。",
            "只差一个字",
        ),
        ("清水镇卫生院门诊楼竣工，青水镇卫生院整体搬入新楼。", "只差一个字"),
    ] {
        let found = of_one_text(words, Code::D1, Field::WorkOverview);
        assert!(found.len() == 1 && found[0].contains(sentence), "{words}\n{found:?}");
    }
    for words in [
        "由华信建设有限公司中标，华信建设有限公司按期完工。",
        "东湖镇卫生院和西湖镇卫生院同时开工。",
        "省水务工程有限公司设计，省水电工程有限公司施工。",
        "第一人民医院和第二人民医院联合义诊。",
        "华信建设有限公司两次中标，华兴建设有限公司两次落标；华信建设有限公司按期完工，华兴建设有限公司申诉。",
    ] {
        let none = Vec::<String>::new();
        assert_eq!(of_one_text(words, Code::D1, Field::WorkOverview), none, "{words}");
    }
}

#[test]
fn a8_one_number_in_two_units() {
    for words in [
        "采购设备总价950.45元。设备购置支出950.45万元，已全部支付。",
        "发放奖补资金300万元，惠及企业60家，户均5.00元。",
    ] {
        let found = of_one_text(words, Code::A8, Field::WorkOverview);
        assert_eq!(found.len(), 1, "{words}\n{found:?}");
    }
    for words in [
        "采购设备总价950.45万元。设备购置支出950.45万元，已全部支付。",
        "每户补助1,200元，全年发放1,200万元。",
        "人均消费1,103.57元，旅游收入185.40亿元。",
        "发放奖补资金300万元，惠及企业60家，户均5.00万元。",
    ] {
        assert_eq!(
            of_one_text(words, Code::A8, Field::WorkOverview),
            Vec::<String>::new(),
            "{words}"
        );
    }
}

#[test]
fn d1_names_that_are_nearly_the_own_one() {
    for (words, sentence) in [
        (
            "按照《清江县财政局关于开展自评工作的通知》要求，开展自评。",
            "这里写的是“清江县财政局”",
        ),
        ("清江县水利局负责全县水资源管理。", "这里写的是“清江县水利局”"),
        (
            "我局2022年度部门整体支出绩效自评得分95分。",
            "这里写的是本单位 2022 年度的自评",
        ),
    ] {
        let found = of_one_text(words, Code::D1, Field::WorkOverview);
        assert!(found.len() == 1 && found[0].contains(sentence), "{words}\n{found:?}");
    }
    for words in [
        "按照《清河县财政局关于开展自评工作的通知》要求，开展自评。",
        "按照《江北省财政厅关于开展自评工作的通知》要求，开展自评。",
        "赴清江县水利局学习节水经验。",
        "与清江县水利局共同治理界河。",
        "清江县财政局拨来跨县补偿资金。",
        "针对我局2022年度部门整体支出绩效自评中的问题逐项整改。",
    ] {
        assert_eq!(
            of_one_text(words, Code::D1, Field::WorkOverview),
            Vec::<String>::new(),
            "{words}"
        );
    }
}

#[test]
fn tables_that_stay_in_texts() {
    const TABLE: &str = "表1 项目支出情况（单位：万元）\n项目名称|预算数|执行数|执行率\n甲工程|100.00|90.00|90.00%\n乙工程|200.00|180.00|90.00%\n合计|300.00|270.00|90.00%\n";
    let with = |from: &str, to: &str| TABLE.replace(from, to);
    for (words, code, sentence) in [
        (with("合计|300.00", "合计|310.00"), Code::D6, "各分项加起来是 300"),
        (
            with("乙工程|200.00|180.00|90.00%", "乙工程|200.00|180.00|95.00%"),
            Code::A2,
            "写的是 95%",
        ),
        (
            "项目名称|预算数|执行数\n甲工程|80.00|90.00\n乙工程|200.00|180.00\n".to_owned(),
            Code::A3,
            "“甲工程”支出 90，超过了预算 80",
        ),
        (
            "指标名称\t权重\t得分\n培训场次\t10\t12\n满意度\t10\t9\n".to_owned(),
            Code::B3,
            "“培训场次”得 12 分，超过了它的分值 10 分",
        ),
    ] {
        let found = of_one_text(&words, code, Field::WorkOverview);
        assert!(
            found.iter().any(|message| message.contains(sentence)),
            "{words}\n{found:?}"
        );
    }
    for code in [Code::D6, Code::A2, Code::A3, Code::B3] {
        assert_eq!(of_one_text(TABLE, code, Field::WorkOverview), Vec::<String>::new());
    }
}

#[test]
fn rows_by_parts_of_their_names() {
    let with = |words: &str| {
        let mut draft = crate::drafts::new();
        for (name, unit, target, actual) in [
            ("农村公路改造提升里程", "公里", "320", "336"),
            ("城乡居民医保参保率", "%", "95", "98.37"),
            ("新增新能源公交车", "辆", "40", "40"),
        ] {
            let id = indicator(&mut draft, "4", &[("≥", target, actual)]);
            indicator_field(&mut draft, id, IndicatorField::Name, name);
            let measure = draft.indicator(id).unwrap().measures[0].id;
            set(&mut draft, Field::Measure(id, measure, MeasureField::Unit), unit);
        }
        set(&mut draft, Field::Achievements, words);
        findings(&draft, Code::D1)
            .into_iter()
            .map(|finding| finding.message)
            .collect::<Vec<String>>()
    };
    for (words, sentence) in [
        ("改造提升农村公路363公里。", "的实际完成值是 336 公里"),
        ("城乡居民医保参保3.62万人，参保率达到93.87%。", "的实际完成值是 98.37%"),
        ("改造提升农村公路336公里，完成目标的115.00%。", "算是 105.00%"),
        ("城乡居民医保参保率98.37%，高于目标3.73个百分点。", "算是 3.37 个百分点"),
    ] {
        let found = with(words);
        assert!(found.len() == 1 && found[0].contains(sentence), "{words}\n{found:?}");
    }
    for words in [
        "改造提升农村公路336公里，其中县道58公里。",
        "改造提升农村公路336公里，完成目标的105.00%。",
        "城乡居民医保参保率98.37%，高于目标3.37个百分点。",
        "新增新能源公交车40辆，年末城区公交车515辆，其中新能源公交车430辆。",
        "城镇职工医保参保率91.20%。",
        "上年改造提升农村公路280公里。",
        "养护农村公路1,363公里。",
    ] {
        assert_eq!(with(words), Vec::<String>::new(), "{words}");
    }
}
