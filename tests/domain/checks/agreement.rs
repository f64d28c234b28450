//! Checks of texts against data and against each other, D1 to D6: the smallest draft that triggers each and the nearest that does not.

use crate::drafts::{add, check, findings, indicator, indicator_field, sample, set};
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, List};

/// A draft with a text under 年度总体工作, which stands under （二）.
fn text(text: &'static str) -> impl FnOnce(&mut Draft) {
    move |draft| set(draft, Field::WorkOverview, text)
}

/// A draft with two texts in two places.
fn texts(one: &'static str, other: &'static str) -> impl FnOnce(&mut Draft) {
    move |draft| {
        set(draft, Field::WorkOverview, one);
        set(draft, Field::Achievements, other);
    }
}

/// Neither of these texts triggers the code.
fn free(code: Code, all: &[&'static str]) {
    for one in all {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::WorkOverview, one);
        assert_eq!(findings(&draft, code), [], "{one}");
    }
}

#[test]
fn d1_figures_in_words() {
    let said = |words: &'static str| {
        move |draft: &mut Draft| {
            *draft = sample();
            set(draft, Field::Achievements, words);
        }
    };
    check(Code::D1, 0, "", said("全年预算执行率97.88%，总体平稳。"));
    check(
        Code::D1,
        1,
        "执行率是 97.88%",
        said("全年预算执行率为98.77%，总体平稳。"),
    );
    check(
        Code::D1,
        1,
        "2022 年的报告里拿本年同本年比：“比2022年提高1.2个百分点”",
        said("就业率92.6%，比2022年提高1.2个百分点。"),
    );
    for other in [
        "就业率92.6%，比2021年提高1.2个百分点。",
        "就业率92.6%，比2022年初提高1.2个百分点。",
        "2023年计划比2022年增加3%。",
        "比2022年预算增加3%。",
    ] {
        check(Code::D1, 0, "", said(other));
    }
    // The tables of tests/figures.rs have what is found and what is left alone.
    check(Code::D1, 0, "", said("2021年预算执行率为98.77%。"));
}

#[test]
fn d2_counts_and_lists() {
    check(
        Code::D2,
        0,
        "",
        text("下属单位3个，具体包括：服务站、保障中心、服务中心。"),
    );
    check(
        Code::D2,
        1,
        "说的是 4 个，列出来的有 3 个",
        text("下属单位4个，具体包括：服务站、保障中心、服务中心。"),
    );
    check(
        Code::D2,
        1,
        "说的是 3 个，列出来的有 4 个",
        text("内设办公室、人事科、计划财务科、基础教育科等3个科室。"),
    );
    check(
        Code::D2,
        1,
        "说的是 2 个，列出来的有 3 个",
        text("独立核算单位4个，其中行政单位2个，分别是：养护站、服务中心、信息中心。"),
    );
    free(
        Code::D2,
        &[
            "内设办公室、人事科、计划财务科等3个科室。",
            "独立核算单位3个，其中行政单位1个、事业单位2个，分别是：养护站、服务中心、信息中心。",
            "内设办公室、人事科等9个科室。",
            "加强道路、桥梁、隧道养护和路政科、养护科等2个科室的管理。",
            "对学校、医院、车站等2类场所开展检查，养护科、路政科等3个科室参加。",
            "内设机构2个，分别为党政办公室（人大工委办公室、督查室）、党建办公室。",
            "完成5项市政工程，工程验收全部合格：群众满意。",
            "全年开展培训等活动5次，包括消防培训、急救培训等。",
        ],
    );
}

#[test]
fn d3_one_fact_two_numbers() {
    check(
        Code::D3,
        1,
        "“垃圾分类入户宣传活动”这里是 12次，前面写的是 15次",
        texts(
            "全街开展垃圾分类入户宣传活动15次。",
            "全街开展垃圾分类入户宣传活动12次。",
        ),
    );
    check(
        Code::D3,
        0,
        "",
        texts(
            "全街开展垃圾分类入户宣传活动15次。",
            "全街开展垃圾分类入户宣传活动15次。",
        ),
    );
    check(
        Code::D3,
        0,
        "",
        texts(
            "上半年开展垃圾分类入户宣传活动7次。",
            "全街开展垃圾分类入户宣传活动15次。",
        ),
    );
    check(
        Code::D3,
        1,
        "“普惠性幼儿园覆盖率”这里是 86.1%，前面写的是 88.4%",
        texts(
            "公办园占比56.8%，普惠性幼儿园覆盖率88.4%。",
            "全年，普惠性幼儿园覆盖率86.1%。",
        ),
    );
    for (words, sentence) in [
        (
            "建成道路全长12.36公里。全年完成道路全长13.26公里的改造。",
            "“道路全长”这里是 13.26公里，前面写的是 12.36公里",
        ),
        (
            "自治区资金8万元，用于维护设施。经核对，自治区资金9万元全部到位。",
            "“自治区资金”这里是 9万元，前面写的是 8万元",
        ),
    ] {
        check(Code::D3, 1, sentence, text(words));
    }
    check(
        Code::D3,
        1,
        "“辖社区”这里是 15个，前面写的是 17个",
        texts("全街辖17个社区。", "街道辖15个社区。"),
    );
    // Of two places, times, kinds, or of what each may have.
    for (one, other) in [
        ("城区，生活垃圾分类知晓率93.4%。", "农村，生活垃圾分类知晓率91.2%。"),
        ("目标：生活垃圾分类知晓率95%。", "生活垃圾分类知晓率98.2%。"),
        ("全年覆盖到位，生活垃圾分类知晓率95%以上。", "生活垃圾分类知晓率98.2%。"),
        ("2021年，生活垃圾分类知晓率95%。", "生活垃圾分类知晓率98.2%。"),
        ("年初计划，新建高标准农田面积2.1万亩。", "新建高标准农田面积2.3万亩。"),
        ("直达资金6亿元，支出进度99.2%。", "累计支出2亿元，支出进度98.0%。"),
        ("问卷300份，群众满意度95%。", "问卷200份，群众满意度96%。"),
        ("投入专项资金120万元改造。", "投入专项资金80万元维护。"),
        (
            "新馆建筑面积3,200平方米。文化馆于5月开放，建筑面积3,200平方米。",
            "改造中学一所，建筑面积1,800平方米。",
        ),
        (
            "预算18万元，其中公务用车运行维护费15万元。",
            "支出14万元，其中公务用车运行维护费11万元。",
        ),
        (
            "基本支出中，商品和服务支出268万元。",
            "项目支出中，商品和服务支出1,230万元。",
        ),
        (
            "城乡居民养老保险参保人数3.2万人（含退休）。",
            "城乡居民养老保险参保人数2.9万人。",
        ),
    ] {
        check(Code::D3, 0, "", texts(one, other));
    }
}

#[test]
fn d4_words_against_marks() {
    let said = |words: &'static str| {
        move |draft: &mut Draft| {
            *draft = sample();
            let id = add(draft, List::Problems);
            set(draft, Field::Problem(id), words);
        }
    };
    check(
        Code::D4,
        1,
        "这里说没有失分，评分表里“部门支出进度”得 29.37 分",
        said("部门支出进度得满分。"),
    );
    check(Code::D4, 0, "", said("部门支出进度未达满分要求。"));
    check(
        Code::D4,
        1,
        "这里说失了分，评分表里“年度目标”得 30 分，满分 30 分",
        said("年度目标未得满分。"),
    );
    check(Code::D4, 0, "", said("年度目标得满分。"));
    check(
        Code::D4,
        1,
        "“开展“乐融白云”主题活动数量”得 2 分",
        said("“开展“乐融白云”主题活动数量”没有得满分。"),
    );
    check(Code::D4, 0, "", said("其余各项得满分，支出进度除外。"));
    check(Code::D4, 0, "", said("知识竞赛有三个科室得满分。"));
    check(
        Code::D4,
        1,
        "这里说失了分，评分表里14 项指标都是满分",
        said("各项指标中有三项被扣分。"),
    );
    check(Code::D4, 0, "", said("各项指标均已完成，没有失分。"));
    check(
        Code::D4,
        1,
        "评分表里“部门支出进度”得 29.37 分",
        said("年度目标得满分、部门支出进度得满分。"),
    );
    check(
        Code::D4,
        1,
        "评分表里“部门支出进度”得 29.37 分",
        said("部门支出进度、年度目标均得满分。"),
    );
    for own in [
        "部门支出进度得29.37分，年度目标得满分。",
        "年度目标得满分，部门支出进度没有得满分。",
        "部门支出进度扣了0.63分、年度目标没有扣分。",
        "以100分为满分，部门支出进度得29.37分。",
        "部门支出进度30分为满分，得29.37分。",
        "部门支出进度（得29.37分）外均为满分。",
        "执行率达到100%得满分，每低1个百分点扣0.3分。",
    ] {
        check(Code::D4, 0, "", said(own));
    }
}

/// What stays behind when last year's report, or another office's, is copied.
#[test]
fn d1_of_whom_and_which_year() {
    let said = |words: &'static str| {
        move |draft: &mut Draft| {
            set(draft, Field::Unit, "白云区教育局");
            set(draft, Field::Year, "2023");
            set(draft, Field::WorkOverview, words);
        }
    };
    let year = "这里写的是 2022 年度，报告的年度是 2023";
    check(
        Code::D1,
        1,
        year,
        said("我局对2022年度部门整体支出绩效开展自评，现将情况报告如下："),
    );
    check(
        Code::D1,
        1,
        year,
        said(
            "根据《关于开展2024年绩效自评工作的通知》（云财绩〔2024〕3号），我局开展了2022年度部门整体支出绩效自评工作，现将有关情况报告如下。",
        ),
    );
    check(Code::D1, 1, year, said("白云区教育局2022年度部门整体支出绩效自评报告"));
    check(
        Code::D1,
        1,
        "这里写的单位是“白云区民政局”，报告的单位是“白云区教育局”",
        said("现将白云区民政局2023年度部门整体支出绩效自评情况报告如下。"),
    );
    check(Code::D1, 2, "", said("白云区民政局2022年度部门整体支出绩效自评报告"));
    for free in [
        "我局对2023年度部门整体支出绩效开展自评，现将情况报告如下。",
        "上半年组织开展了2022年度部门整体支出绩效自评工作，涉及42个单位。",
        "2022年度部门整体支出绩效自评结果已在门户网站公开。",
        "现将2023年度部门整体支出绩效自评情况和2022年度部门整体支出绩效自评问题整改情况报告如下。",
        "及早谋划2024年度部门整体支出绩效自评工作。",
        "现将我局2023年度部门整体支出绩效自评情况报告如下。",
        "现将教育局2023年度部门整体支出绩效自评情况报告如下。",
        "现将白云区教育局机关及下属单位2023年度部门整体支出绩效自评情况报告如下。",
        "广州市白云区教育局2023年度部门整体支出绩效自评报告",
        "按照区财政局2023年度部门整体支出绩效评价的要求，现将情况报告如下。",
        "按照《白云区财政局2022年度部门整体支出绩效自评报告》的体例，现将情况报告如下。",
    ] {
        check(Code::D1, 0, free, said(free));
    }
}

#[test]
fn d5_one_indicator_two_weights() {
    let named = |words: &'static str| {
        move |draft: &mut Draft| {
            let id = indicator(draft, "4", &[("≥", "2", "2")]);
            indicator_field(draft, id, IndicatorField::Name, "垃圾分类宣传次数");
            set(draft, Field::Conclusion, words);
        }
    };
    check(
        Code::D5,
        1,
        "这里写“垃圾分类宣传次数”的权重是 3，评分表里是 4",
        named("其中垃圾分类宣传次数（权重3分）得满分。"),
    );
    check(Code::D5, 0, "", named("其中垃圾分类宣传次数（权重4分）得满分。"));
    check(Code::D5, 0, "", named("垃圾分类宣传次数完成，工程质量权重3分。"));
    let table = "指标\t权重\n垃圾分类宣传次数\t3\n工程质量合格率\t1\n完工及时率\t2";
    check(Code::D5, 1, "“垃圾分类宣传次数”的权重是 3", named(table));
    let twice = |weight: &'static str| {
        move |draft: &mut Draft| {
            for weight in ["4", weight] {
                let id = indicator(draft, weight, &[("≥", "2", "2")]);
                indicator_field(draft, id, IndicatorField::Goal, "全年宣传不少于2次。");
            }
        }
    };
    check(Code::D5, 1, "“完成数量”出现两次，权重一处是 4，一处是 3", twice("3"));
    check(Code::D5, 0, "", twice("4"));
}

#[test]
fn d6_sums_with_their_parts() {
    check(
        Code::D6,
        0,
        "",
        text("救助160户（低保146户，低边8户，特困6户）困难家庭。"),
    );
    check(
        Code::D6,
        1,
        "总数是 160 户，各分项加起来是 161 户",
        text("救助160户（低保147户，低边8户，特困6户）困难家庭。"),
    );
    free(
        Code::D6,
        &[
            "共投入120万元，其中市级资金50万元、区级资金30万元。",
            "举办活动30场（含线上12场），参与800人次。",
        ],
    );
    check(Code::D6, 1, "各分项加起来是", |draft| {
        let id = indicator(draft, "4", &[("≥", "2", "2")]);
        indicator_field(draft, id, IndicatorField::Analysis, "救助100户（低保60户，特困30户）。");
    });
}
