//! Other reports than the fixture: which scheme they get, sums and parts in other words, the first page of a project.

use crate::readings::{MONEY, check, grid};
use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::{Reading, read};
use jiping::documents::import::recognised::Slot;
use jiping::documents::import::text::lines::lay;
use jiping::documents::passage::Passage;
use jiping::domain::draft::budget::{Column, SpendingNature};
use jiping::domain::scheme::part::Part;
use jiping::domain::scheme::table_form::TableForm;
use jiping::domain::values::input::Input;

#[test]
fn the_scheme_is_that_of_the_parts_a_report_names() {
    let check = |reading: &Reading, name: &str, parts: &str| {
        let draft = whole(reading);
        let of = |part: &Part| format!("{} {}", part.name, part.weight.text());
        let found: Vec<String> = draft.scheme.parts.iter().map(of).collect();
        assert_eq!(
            (draft.scheme.name.contains(name), found.join("，").as_str()),
            (true, parts),
            "{}",
            draft.scheme.name
        );
    };
    let said = |text: &str| read(&lay(&format!("某县水利局2022年度部门整体支出绩效自评报告\n{text}\n")).passages);
    let own = "去年报告的方案";
    check(
        &said("自评得分95.5分，其中投入10分得10分，过程30分得28分，产出及效果60分得57.5分。"),
        own,
        "投入 10，过程 30，产出及效果 60",
    );
    check(
        &said("自评得分95.5分，其中投入10分得10分，过程30分得28分，产出及效率60分得57.5分。"),
        own,
        "投入 10，过程 30，产出及效率 60",
    );
    check(
        &said("自评得分95.5分，其中投入10分得10分，过程60分得58分，产出及效率30分得27.5分。"),
        "湖南",
        "投入 10，过程 60，产出及效率 30",
    );
    let table = |last: &str| {
        let last = format!("满意度指标|服务对象满意度指标|用水户满意度|≥90%|93%|{last}|{last}");
        read(&[
            Passage::text("某县水利局2022年度部门整体支出绩效自评报告"),
            grid(&[
                "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
                "产出指标|数量指标|新建管网长度|≥12公里|13.5公里|50|50",
                "效益指标|社会效益指标|供水普及率|≥90%|92%|30|30",
                &last,
            ]),
        ])
    };
    check(
        &table("10"),
        "部门整体支出 10",
        "预算执行率 10，产出指标 50，效益指标 30，满意度指标 10",
    );
    check(&table("20"), own, "绩效指标 100");
    check(
        &said("部门支出进度20分得19分，年度目标30分得30分，年度主要支出计划50分得49分。"),
        "白云",
        "部门支出进度 20，年度目标 30，年度主要支出计划 50",
    );
}

#[test]
fn sums_and_parts_in_other_words() {
    let text = "一、部门基本情况\n（一）部门整体支出情况\n2023年部门年初预算总额为12,845.60万元，调整后预算13,102.35万元，\
                实际支出12,968.42万元，预算执行率为98.98%。\n二、绩效自评情况\n1.预算执行情况（20分，自评得19.8分）。\
                全年预算13,102.35万元。\n2.产出情况（40分，自评得39.5分）。检查机构423家。\n3.效益情况（30分，自评得29分）。\
                基金可支付14.6个月。\n4.满意度情况（10分，自评得9.5分）。满意度为94.8%。\n";
    let money = |text: &str, expected: &[&str]| {
        let columns = [Column::Initial, Column::Adjusted, Column::Executed].map(|column| MONEY(None, column));
        check(&read(&lay(text).passages), &columns, expected);
    };
    money(
        text,
        &[
            "合计，年初预算数=12,845.60",
            "合计，调整预算数=13,102.35",
            "合计，执行数=12,968.42",
        ],
    );
    money(
        "一、基本情况\n（二）部门整体支出概况\n2021年度部门预算总额14,562万元，实际到位16,238.5万元，实际支出15,986.32万元。\n",
        &[
            "合计，年初预算数=14,562",
            "合计，调整预算数=16,238.5",
            "合计，执行数=15,986.32",
        ],
    );
    money(
        "一、基本情况\n（二）部门整体支出概况\n2021年度部门预算总额14,562万元，实际支出13,986.32万元。\n",
        &["合计，调整预算数=14,562", "合计，执行数=13,986.32"],
    );
    check(
        &read(&lay("一、基本情况\n（二）部门整体支出情况\n全年执行数300万元，执行率98.50%。其中：基本支出100万元，项目支出200万元。\n").passages),
        &[
            Slot::Nature(SpendingNature::Basic, Column::Executed),
            Slot::Nature(SpendingNature::Project, Column::Executed),
        ],
        &["基本支出，执行数=100", "项目支出，执行数=200"],
    );
    // Of what a share is says nothing of the amounts behind it.
    check(
        &read(&lay("一、基本情况\n（二）部门整体支出情况\n全年支出300万元，完成调整预算的96.50%，其中基本支出100万元，项目支出200万元。\n").passages),
        &[
            Slot::Nature(SpendingNature::Basic, Column::Adjusted),
            Slot::Nature(SpendingNature::Basic, Column::Executed),
            Slot::Nature(SpendingNature::Project, Column::Executed),
        ],
        &["基本支出，执行数=100", "项目支出，执行数=200"],
    );
    let reading = read(&lay(text).passages);
    check(
        &reading,
        &[Slot::PartName],
        &[
            "评分内容=预算执行情况|权重=20|得分=19.8",
            "评分内容=产出情况|权重=40|得分=39.5",
            "评分内容=效益情况|权重=30|得分=29",
            "评分内容=满意度情况|权重=10|得分=9.5",
        ],
    );
}

#[test]
fn the_first_page_of_a_project() {
    let text = "2022年度项目支出绩效自评报告\n项目名称：农村公路养护\n项目单位：青河县公路养护中心\n主管部门：青河县交通运输局\n\
                一、项目基本情况\n（一）项目概况。全县农村公路养护里程1,286.5公里，其中县道215.3公里、乡道386.2公里、村道685公里。\n\
                一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n产出指标 数量指标 日常养护里程 ≥1286公里 1286.5公里 20 20\n\
                质量指标 养护工程验收合格率 =100% 100% 15 15\n时效指标 养护任务按期完成率 ≥95% 96% 10 10\n合计 45 45\n";
    let reading = read(&lay(text).passages);
    check(
        &reading,
        &[Slot::Kind, Slot::ProjectTitle, Slot::CompetentDepartment, Slot::Unit],
        &[
            "报告种类=项目支出绩效自评表",
            "单位全称=青河县公路养护中心",
            "项目名称=农村公路养护",
            "主管部门=青河县交通运输局",
        ],
    );
    assert_eq!(whole(&reading).indicators.len(), 3);
}

/// A report that comes in keeps the columns that its indicators stood in: it is printed in the form that is nearest.
#[test]
fn indicators_keep_their_form() {
    let check = |heads: &str, row: &str, form: TableForm| {
        let reading = read(&[
            Passage::text("某市水务局2022年度部门整体支出绩效自评报告"),
            grid(&[heads, row]),
        ]);
        let scheme = whole(&reading).scheme.clone();
        assert_eq!(scheme.table_form, form, "{heads} {}", scheme.name);
    };
    check(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出指标|数量指标|新建管网长度|≥12公里|13.5公里|60|60",
        TableForm::Levels,
    );
    check(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
        "产出指标|数量指标|新建管网长度|≥12公里|11公里|60|55|拆迁未完",
        TableForm::Levels,
    );
    check(
        "一级指标|二级指标|三级指标|年初目标值|实际完成值|得分",
        "产出指标|数量指标|抽检批次|≥1200批次|1286批次|10",
        TableForm::Hubei,
    );
    check(
        "任务的绩效目标|任务的关键性指标|实现情况分析|权重|评分情况",
        "新建管网不少于12公里。|新建管网长度|已新建管网13.5公里。|60|60",
        TableForm::Tasks,
    );
    // A 申报表.
    check(
        "一级指标|二级指标|三级指标|指标值|分值",
        "产出指标|数量指标|新建管网长度|≥12公里|60",
        TableForm::Tasks,
    );
}
