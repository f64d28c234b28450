//! Texts as they are copied out of a PDF, where single blanks part cells and stand within them and heads and cells break
//! over lines; and money in forms of labels and in lists of projects.

use jiping::documents::import::reading::reading::read;
use jiping::documents::import::recognised::Slot;
use jiping::documents::import::text::lines::lay;
use jiping::documents::passage::Passage;
use jiping::domain::draft::budget::{Column, FundSource};

use super::laid_out;
use crate::readings::{MONEY, check, grid};

/// The indicators of a text of another office.
fn text(text: &str, expected: &[&str]) {
    laid_out::check(
        &lay(&format!("青河县档案馆2023年度部门整体支出绩效自评报告\n{text}\n")).passages,
        expected,
    );
}

#[test]
fn heads_and_cells_broken_over_lines() {
    // A head in words of nobody's, two that are broken, one of them after its first character.
    text(
        "一级\n指标\n二级\n指标\n三级指标 年初设定值 年末实际值\n分\n值\n得\n分\n\
         产出\n数量\n馆藏档案数字化\n加工量\n≥12 万页 12.6 万页 20 20\n整理归档 300 卷 286 卷 20 19.07\n\
         效益 社会效益\n接待查档利用者人\n次\n≥4 500 人次 4 820 人次 30 30\n\
         满意\n度\n公众满\n意度\n查档群众满意\n度\n≥90% 95% 30 30\n合计 100 99.07",
        &[
            "产出│数量│馆藏档案数字化加工量│≥12万页│12.6万页│20│20",
            "产出│数量│整理归档│300卷│286卷│20│19.07",
            "效益│社会效益│接待查档利用者人次│≥4500人次│4820人次│30│30",
            "满意度│公众满意度│查档群众满意度│≥90%│95%│30│30",
        ],
    );
    // A unit of two words, of which the second fell onto a line of its own.
    text(
        "一级指标 二级指标 三级指标 指标值 完成值 分值 得分\n\
         产出指标 数量指标 修复破损档案 ≥800 页 815 页 25 25\n\
         成本指标 单页修复费用\n≤6.5 元/标准\n页\n6.2 元/标准页 25 25\n\
         效益指标 社会效益 档案利用率 ≥30% 33% 50 50\n合计 100 100",
        &[
            "产出指标│数量指标│修复破损档案│≥800页│815页│25│25",
            "产出指标│成本指标│单页修复费用│≤6.5元/标准页│6.2元/标准页│25│25",
            "效益指标│社会效益│档案利用率│≥30%│33%│50│50",
        ],
    );
    // A unit that breaks over lines itself.
    text(
        "一级指标 二级指标 三级指标 指标值 完成值 分值 得分\n\
         成本指标 经济成本 库房维护\n单价\n≤1.5 万\n元/平方米\n1.2 万\n元/平方米\n50 50\n\
         效益指标 社会效益 服务覆盖\n面积\n≥25 平方\n公里\n25.3 平方\n公里\n50 50\n合计 100 100",
        &[
            "成本指标│经济成本│库房维护单价│≤1.5万元/平方米│1.2万元/平方米│50│50",
            "效益指标│社会效益│服务覆盖面积│≥25平方公里│25.3平方公里│50│50",
        ],
    );
    // Short heads are heads beside points.
    text(
        "类别\t二级指标\t指标（单位）\t目标\t完成\t权重\t得分\n\
         产出\t数量\t征集档案（件）\t≥200\t210\t60\t60\n效益\t社会效益\t利用者（人次）\t≥900\t880\t40\t39.11",
        &[
            "产出│数量│征集档案（件）│≥200│210│60│60",
            "效益│社会效益│利用者（人次）│≥900│880│40│39.11",
        ],
    );
    // A level that says what its points are is one head.
    text(
        "一级指标    二级指标    三级指标        指标值      分值权重\n\
         产出指标    数量指标    编研成果        ≥3 项       50\n\
         效益指标    社会效益    开放档案        ≥2000 卷    50",
        &[
            "产出指标│数量指标│编研成果│≥3项││50",
            "效益指标│社会效益│开放档案│≥2000卷││50",
        ],
    );
}

#[test]
fn groups_of_digits_join_no_cells() {
    // Three digits behind a weight are a target of their own.
    text(
        "一级指标 二级指标 三级指标 分值 指标值 完成值 得分\n\
         产出指标 数量指标 接收档案 10 120 件 126 件 10\n\
         产出指标 质量指标 验收合格率 40 100% 100% 40\n\
         效益指标 社会效益 服务群众 50 1 200 人次 1 350 人次 50\n合计 100 100",
        &[
            "产出指标│数量指标│接收档案│120件│126件│10│10",
            "产出指标│质量指标│验收合格率│100%│100%│40│40",
            "效益指标│社会效益│服务群众│1200人次│1350人次│50│50",
        ],
    );
}

/// The first budgets, adjusted budgets and executed sums that passages tell.
fn money(passages: &[Passage], expected: &[&str]) {
    let slots: Vec<Slot> = [Column::Initial, Column::Adjusted, Column::Executed]
        .into_iter()
        .flat_map(|column| {
            [
                MONEY(None, column),
                MONEY(Some(FundSource::GeneralPublicBudget), column),
            ]
        })
        .collect();
    check(&read(passages), &slots, expected);
}

#[test]
fn money_of_forms_with_labels() {
    let form = |rows: &[&str]| {
        let mut all = vec!["项目名称|农村客运补贴"];
        all.extend(rows);
        all.extend(["一级指标|三级指标|指标值", "产出指标|补贴车辆|≥60辆"]);
        vec![Passage::text("项目支出绩效目标申报表"), grid(&all)]
    };
    // The year beside all years, each with its sources.
    money(
        &form(&[
            "项目资金（万元）|中期资金总额|900|年度资金总额|300",
            "项目资金（万元）|其中：财政拨款|810|其中：财政拨款|270",
        ]),
        &["合计，年初预算数=300", "一般公共预算，年初预算数=270"],
    );
    // Total and sources on one line, in 元.
    money(
        &form(&["项目资金（元）|年度资金总额|3000000|财政拨款|2700000|其他资金|300000"]),
        &["合计，年初预算数=3000000元", "一般公共预算，年初预算数=2700000元"],
    );
    // Tasks with their sum, whose cell is merged.
    money(
        &form(&[
            "年度主要任务|任务名称|预算金额（万元）|预算金额（万元）|预算金额（万元）",
            "年度主要任务|任务名称|总额|财政拨款|其他资金",
            "年度主要任务|线路补贴|300|270|30",
            "年度主要任务|金额合计|300|270|30",
        ]),
        &["合计，年初预算数=300", "一般公共预算，年初预算数=270"],
    );
    money(
        &lay("部门整体支出绩效目标申报表\n（2025年度）\n\
              部门名称                    青河县交通运输局\n\
              \x20                 资金总额                1862.40\n\
              年度预算（万元）  基本支出                 643.50\n\
              \x20                 项目支出                1218.90\n\
              一级指标    三级指标    指标值\n产出指标    补贴车辆    ≥60辆\n")
        .passages,
        &["合计，年初预算数=1862.40"],
    );
}

/// Below the funds of a form stand labels that a narrow cell breaks over lines, and sentences with numbers below them.
#[test]
fn money_above_broken_labels() {
    for label in ["年度\n总体\n目标", "年度总体目标", "总体\n目标\n完成\n情况"] {
        money(
            &lay(&format!(
                "项目支出绩效自评表\n（ 2023 年度）\n项目名称 河道清淤\n项目资金\n（万元）\n\
                 年初预算数 全年预算数 全年执行数 分值 执行率 得分\n\
                 年度资金总额 212.00 240.00 228.00 10 95.00% 9.50\n其中：财政拨款 212.00 240.00 228.00 — 95.00% —\n\
                 {label}\n预期目标 实际完成情况\n清淤河道不少于 18 公里，沿线\n排口全部整治。\n清淤 19 公里，整治排口\n 42 处。\n"
            ))
            .passages,
            &[
                "合计，年初预算数=212.00",
                "合计，调整预算数=240.00",
                "合计，执行数=228.00",
                "一般公共预算，年初预算数=212.00",
                "一般公共预算，调整预算数=240.00",
                "一般公共预算，执行数=228.00",
            ],
        );
    }
}

#[test]
fn money_of_lists_of_projects() {
    let rows = [
        "序号|项目类别|项目名称|年初预算数|调整预算数|支出数|执行率",
        "1|运转类|物业管理|90|92|92|100%",
        "|小计|小计|90|92|92|100%",
        "2|特定目标类|设备购置|60|60|45|75%",
        "合　计|合　计|合　计|150|152|137|90.13%",
    ];
    // The list is all that there is.
    money(
        &[Passage::text("青河县档案馆2024年度项目支出明细表"), grid(&rows)],
        &["合计，年初预算数=150", "合计，调整预算数=152", "合计，执行数=137"],
    );
    // In a report it is a part.
    let report = |list: Passage| {
        [
            Passage::text("青河县档案馆2024年度部门整体支出绩效自评报告"),
            Passage::text("一、预算执行情况"),
            Passage::text("年初预算820万元，调整后预算802万元;全年执行775万元,执行率96.63%,其中项目支出137万元。"),
            list,
        ]
    };
    let whole = ["合计，年初预算数=820", "合计，调整预算数=802", "合计，执行数=775"];
    money(&report(grid(&rows)), &whole);
    // 项目 heads items of any kind; where none of them is a source they are projects.
    money(
        &report(grid(&[
            "序号|项目|调整后预算|执行数|执行率",
            "1|馆库运行|90|82|91.11%",
            "2|设备购置|62|55|88.71%",
            "|合计|152|137|90.13%",
        ])),
        &whole,
    );
    // The unit of another column is none of money.
    money(
        &[
            Passage::text("青河县档案馆2024年度项目支出明细表"),
            grid(&[
                "支出内容|预算数|执行数|执行率|每件支出（元）",
                "修复|62|55|88.71%|120",
                "合计|62|55|88.71%|120",
            ]),
        ],
        &["合计，调整预算数=62", "合计，执行数=55"],
    );
}

#[test]
fn money_of_an_office_with_income_of_its_own() {
    let said = |text: &str| {
        lay(&format!(
            "青河乡卫生院2023年度部门整体支出绩效自评报告\n一、收支情况\n{text}\n"
        ))
        .passages
    };
    // The rate is that of the treasury's money, and the whole spending is of another whole.
    money(
        &said(
            "支出合计1,107.27万元，其中：基本支出892.64万元，项目支出214.63万元。\n\
             财政拨款年初预算453万元（基本329万元、项目124万元），年中追加33.24万元，调整后486.24万元；\
             财政拨款支出475.12万元，执行率97.71%。三公经费支出3.2万元，较预算3.5万元节约0.3万元。",
        ),
        &[
            "合计，调整预算数=486.24",
            "一般公共预算，年初预算数=453",
            "一般公共预算，执行数=475.12",
        ],
    );
}

#[test]
fn scores_and_bands_of_grades() {
    let stated = |text: &str, expected: &[&str]| {
        let laid = lay(&format!(
            "青河县档案馆2023年度部门整体支出绩效自评报告\n一、自评得分情况\n{text}\n"
        ));
        check(&read(&laid.passages), &[Slot::StatedScore], expected);
    };
    stated(
        "综合得分90分（含）以上为优，80分（含）至90分为良。自评总分97.24分，等级为“优”。",
        &["已上报的总分=97.24"],
    );
    stated(
        "评分办法：总分100分，其中预算执行10分、产出90分。经自评，总分98.14分。",
        &["已上报的总分=98.14"],
    );
    stated(
        "评定标准为得分90分及以上为优。自评得分88分,其中:产出50分。",
        &["已上报的总分=88"],
    );
    stated("经自评,自评得分100分,等级为“优”。", &["已上报的总分=100"]);
    stated("经评价，项目绩效得分91.6分。", &["已上报的总分=91.6"]);
    stated(
        "投入15分，自评14.2分；产出55分，自评54分；效果30分，自评29分。共计97.2分，评价等级为优。",
        &["已上报的总分=97.2"],
    );
    stated("扣分合计2.8分，主要是档案不全。", &[]);
}

#[test]
fn money_below_several_headings_and_rates_of_parts() {
    let said = |text: &str| lay(&format!("青河县公安局2023年度部门整体支出绩效自评报告\n{text}\n")).passages;
    // Only one heading says that it is about money; the rate that holds brings both together.
    money(
        &said(
            "一、部门概况\n（一）年度安排\n2023年年初预算4,685万元，年中追加187.4万元，全年预算4,872.4万元。\n\
             （二）执行情况\n全年支出4,774.95万元，执行率98.00%。其中人员经费2,861.24万元。",
        ),
        &[
            "合计，年初预算数=4,685",
            "合计，调整预算数=4,872.4",
            "合计，执行数=4,774.95",
        ],
    );
    let rate = |text: &str, expected: &[&str]| {
        check(
            &read(&said(&format!("一、预算执行情况\n{text}"))),
            &[Slot::ExecutionRate],
            expected,
        );
    };
    rate(
        "全年预算数485.05万元。全年支出471.76万元，其中基本支出316.04万元，执行率98.95%；项目支出155.72万元，执行率94.01%。\
         总体预算执行率97.26%。",
        &["执行率=97.26%"],
    );
    // A rate behind the last part may be that of the whole, and is where it holds.
    rate(
        "全年预算数1,000万元。全年支出900万元，其中基本支出300万元、项目支出600万元，执行率90.00%。",
        &["执行率=90.00%"],
    );
}

#[test]
fn the_office_above_the_date_and_the_first_part() {
    let of = |text: &str, slot: Slot, expected: &[&str]| check(&read(&lay(text).passages), &[slot], expected);
    of(
        "2024年度绩效自评结果\n一、自评结论\n自评得分97.42分。\n青河县水利局\n2025年3月20日\n",
        Slot::Unit,
        &["单位全称=青河县水利局"],
    );
    let report = "青河县水利局2023年度部门整体支出绩效自评报告\n一、自评得分情况\n";
    for lead in [
        "指标体系设置预算执行20分",
        "按照“预算执行20分",
        "满分100分:预算执行20分",
    ] {
        of(
            &format!("{report}{lead}、产出50分、效益30分。\n"),
            Slot::PartName,
            &[
                "评分内容=预算执行|权重=20",
                "评分内容=产出|权重=50",
                "评分内容=效益|权重=30",
            ],
        );
    }
}
