//! Other reports than the fixture: other words, other order, other tables, parts that are missing.

use crate::readings::{MONEY, check, grid};
use jiping::documents::import::compose::compose::draft;
use jiping::documents::import::reading::reading::{Destination, read};
use jiping::documents::import::recognised::{Slot, Sure};
use jiping::documents::import::text::lines::lay;
use jiping::documents::passage::Passage;
use jiping::domain::draft::budget::{Column, SpendingNature};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::scheme::ReportKind;

fn paragraphs(lines: &[&str]) -> Vec<Passage> {
    lines.iter().map(|line| Passage::text(*line)).collect()
}

fn styled(level: u8, text: &str) -> Passage {
    Passage::Paragraph {
        text: text.into(),
        level: Some(level),
    }
}

#[test]
fn a_report_of_a_bureau_with_heading_styles_and_grids() {
    let passages = vec![
        Passage::text("青河县水务局"),
        Passage::text("2023年度部门整体支出绩效自评报告"),
        styled(1, "一、部门基本情况"),
        styled(2, "（一）主要职能"),
        Passage::text("负责全县水资源管理、防汛抗旱和农村供水。"),
        styled(2, "（二）机构设置"),
        Passage::text(
            "我局设有办公室、财务股、水政水资源股等3个内设机构，下属事业单位2个：青河县防汛服务中心、青河县水利工程管理站。",
        ),
        Passage::text("核定编制56名，其中行政编制20名、事业编制36名；年末在职人员52人，退休人员31人。"),
        styled(1, "二、预算执行情况"),
        Passage::text(
            "2023年年初预算数3,200万元，调整后预算数3650.5万元，其中基本支出1200万元、项目支出2450.5万元；全年实际支出3,541.2万元，比上年增加210万元。预算执行率97.01%。",
        ),
        styled(1, "三、绩效目标完成情况"),
        grid(&[
            "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
            "产出指标|数量指标|新建供水管网长度|≥12公里|13.5公里|20|20|",
            "产出指标|质量指标|水质达标率|≥98%|98.6%|20|20|",
            "产出指标|时效指标|工程按期完工率|=100%|90%|20|18|两处工程因汛期推迟，已排入明年一季度。",
            "满意度指标|服务对象满意度指标|用水户满意度|≥90%|93%|10|10|",
            "总分|总分|总分|||70|68|",
        ]),
        styled(1, "四、存在问题及改进措施"),
        styled(2, "（一）存在的问题"),
        Passage::text("管网维护的人手不足。"),
        styled(2, "（二）改进措施"),
        Passage::text("一是增加巡查次数；二是委托专业队伍维护。"),
        Passage::text("青河县水务局"),
        Passage::text("2024年3月15日"),
    ];
    let reading = read(&passages);
    check(
        &reading,
        &[Slot::Kind, Slot::Unit, Slot::Year, Slot::ReportDate],
        &[
            "报告种类=部门整体支出绩效自评报告",
            "单位全称=青河县水务局",
            "年度=2023",
            "报告日期=2024年3月15日",
        ],
    );
    check(
        &reading,
        &[
            Slot::Duties,
            Slot::DivisionName,
            Slot::SubordinateUnit,
            Slot::AuthorisedPosts,
            Slot::Staff,
        ],
        &[
            "下属单位=青河县防汛服务中心",
            "下属单位=青河县水利工程管理站",
            "内设机构=办公室",
            "内设机构=财务股",
            "内设机构=水政水资源股",
            "编制数=56",
            "在职人员数=52",
            "主要职能=负责全县水资源管理、防汛抗旱和农村供水。",
        ],
    );
    check(
        &reading,
        &[
            MONEY(None, Column::Initial),
            MONEY(None, Column::Adjusted),
            MONEY(None, Column::Executed),
            Slot::Nature(SpendingNature::Basic, Column::Adjusted),
            Slot::Nature(SpendingNature::Project, Column::Adjusted),
            Slot::ExecutionRate,
        ],
        &[
            "合计，年初预算数=3,200",
            "合计，调整预算数=3650.5",
            "合计，执行数=3,541.2",
            "基本支出，调整预算数=1200",
            "项目支出，调整预算数=2450.5",
            "执行率=97.01%",
        ],
    );
    check(
        &reading,
        &[Slot::FirstLevel],
        &[
            "一级指标=产出指标|二级指标=数量指标|指标名称=新建供水管网长度|指标值=≥12公里|实际完成值=13.5公里|权重=20|得分=20",
            "一级指标=产出指标|二级指标=质量指标|指标名称=水质达标率|指标值=≥98%|实际完成值=98.6%|权重=20|得分=20",
            "一级指标=产出指标|二级指标=时效指标|指标名称=工程按期完工率|指标值==100%|实际完成值=90%|权重=20|得分=18|偏差原因及改进措施=两处工程因汛期推迟，已排入明年一季度。",
            "一级指标=满意度指标|二级指标=服务对象满意度指标|指标名称=用水户满意度|指标值=≥90%|实际完成值=93%|权重=10|得分=10",
        ],
    );
    check(
        &reading,
        &[Slot::Problem, Slot::Improvement],
        &[
            "存在的问题=管网维护的人手不足。",
            "改进措施=增加巡查次数",
            "改进措施=委托专业队伍维护",
        ],
    );
    let draft = draft(
        &reading.items.iter().map(|item| item.values.clone()).collect::<Vec<_>>(),
        &[],
    );
    let scores: Vec<String> = evaluate(&draft)
        .indicators
        .iter()
        .map(|row| row.score.unwrap().printed())
        .collect();
    assert_eq!(scores.join(" "), "20 20 18 10");
    assert_eq!(
        draft.indicators[2].measures[0]
            .actual
            .value()
            .unwrap()
            .decimal()
            .to_string(),
        "90"
    );
}

#[test]
fn the_national_form_of_a_project() {
    let passages = vec![
        Passage::text("项目支出绩效自评表"),
        Passage::text("（2023年度）"),
        grid(&[
            "项目名称|农村饮水安全巩固提升|农村饮水安全巩固提升|主管部门|青河县水务局|青河县水务局|青河县水务局",
            "项目资金（万元）|项目资金（万元）|年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）",
            "项目资金（万元）|年度资金总额|500|480|456|10|95%",
            "项目资金（万元）|其中：当年财政拨款|400|380|380|—|100%",
            "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
            "产出指标|数量指标|改造水厂数量|3座|3座|25|25",
            "效益指标|社会效益指标|受益人口|≥1.2万人|1.3万人|25|25",
        ]),
    ];
    let reading = read(&passages);
    check(
        &reading,
        &[Slot::Kind, Slot::ProjectTitle, Slot::CompetentDepartment, Slot::Year],
        &[
            "报告种类=项目支出绩效自评表",
            "年度=2023",
            "项目名称=农村饮水安全巩固提升",
            "主管部门=青河县水务局",
        ],
    );
    check(
        &reading,
        &[
            MONEY(None, Column::Initial),
            MONEY(None, Column::Adjusted),
            MONEY(None, Column::Executed),
        ],
        &["合计，年初预算数=500", "合计，调整预算数=480", "合计，执行数=456"],
    );
    check(
        &reading,
        &[Slot::FirstLevel],
        &[
            "一级指标=产出指标|二级指标=数量指标|指标名称=改造水厂数量|指标值=3座|实际完成值=3座|权重=25|得分=25",
            "一级指标=效益指标|二级指标=社会效益指标|指标名称=受益人口|指标值=≥1.2万人|实际完成值=1.3万人|权重=25|得分=25",
        ],
    );
    let draft = draft(
        &reading.items.iter().map(|item| item.values.clone()).collect::<Vec<_>>(),
        &[],
    );
    assert_eq!(draft.scheme.kind, ReportKind::Project);
    assert_eq!(draft.basics.project, "农村饮水安全巩固提升");
}

#[test]
fn yunnan_and_chongqing_columns() {
    let yunnan = read(&[grid(&[
        "一级指标|二级指标|三级指标|年度指标值|年度指标值|年度指标值|实际完成值|分值|得分",
        "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分",
        "产出指标|数量指标|举办讲座|≥|20|场|22|10|10",
    ])]);
    check(
        &yunnan,
        &[Slot::FirstLevel],
        &["一级指标=产出指标|二级指标=数量指标|指标名称=举办讲座|指标值=≥20场|实际完成值=22场|权重=10|得分=10"],
    );
    let chongqing = read(&[grid(&[
        "指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|指标权重|指标得分|是否核心指标",
        "巡查河段|公里|≥|300|320|331|100|15|15|是",
    ])]);
    check(
        &chongqing,
        &[Slot::IndicatorName],
        // What was aimed at in the end is what was scored.
        &["指标名称=巡查河段|指标值=≥320公里|实际完成值=331公里|权重=15|得分=15"],
    );
}

#[test]
fn flattened_rows_whose_cells_stand_apart() {
    let text = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n产出指标 数量指标 培训场次 ≥30场 32场 10 10\n质量指标 培训合格率 ≥95% 96% 10 10\n满意度指标 服务对象满意度 学员满意度 ≥90% 92% 5 5\n合计 25 25\n";
    let reading = read(&lay(text).passages);
    check(
        &reading,
        &[Slot::FirstLevel],
        &[
            "一级指标=产出指标|二级指标=数量指标|指标名称=培训场次|指标值=≥30场|实际完成值=32场|权重=10|得分=10",
            "一级指标=产出指标|二级指标=质量指标|指标名称=培训合格率|指标值=≥95%|实际完成值=96%|权重=10|得分=10",
            "一级指标=满意度指标|二级指标=服务对象满意度|指标名称=学员满意度|指标值=≥90%|实际完成值=92%|权重=5|得分=5",
        ],
    );
}

#[test]
fn doubts_are_said() {
    let sure = |text: &[&str], slot: Slot| {
        let reading = read(&paragraphs(text));
        let item = reading
            .items
            .iter()
            .find(|item| item.slot() == Some(slot))
            .unwrap_or_else(|| panic!("{slot:?} in {text:?}"))
            .clone();
        (item.sure, item.reason)
    };
    let (level, reason) = sure(
        &["内设机构5个，分别为办公室、财务科、业务科、审计科。"],
        Slot::DivisionName,
    );
    assert_eq!((level, reason.as_str()), (Sure::Low, "文中说 5 个，列出来的是 4 个。"));
    let (level, reason) = sure(
        &["二、资金情况", "调整预算数200万元，执行数150万元。预算执行率为80%。"],
        Slot::ExecutionRate,
    );
    assert_eq!(level, Sure::Low);
    assert!(reason.contains("75.00%"), "{reason}");
    let (level, _) = sure(
        &["二、资金情况", "年初预算数200万元。", "年初预算数210万元。"],
        Slot::Money(None, Column::Initial),
    );
    assert_eq!(level, Sure::Low);
    let (level, _) = sure(&["某项工作年初预算数200万元。"], Slot::Money(None, Column::Initial));
    assert_eq!(level, Sure::Medium);
}

#[test]
fn what_is_no_figure_of_ours_is_not_taken_for_one() {
    let reading = read(&paragraphs(&[
        "二、预算执行情况",
        "年中追加预算300万元，比上年增加120万元；“三公”经费支出12万元；拨付某企业补助款45万元。",
        "全区生产总值67.57亿元，执行督查12次，完成率100%。",
    ]));
    assert!(reading.items.is_empty(), "{:?}", reading.items);
    assert_eq!(reading.pieces.len(), 1);
}

#[test]
fn sections_without_a_place_of_their_own_keep_their_heading() {
    let reading = read(&paragraphs(&[
        "一、部门概况",
        "本局负责城市照明。",
        "二、其他需要说明的情况",
        "本年度没有其他事项。",
        "三、附则",
        "（一）解释",
        "由本局解释。",
    ]));
    let found: Vec<String> = reading
        .pieces
        .iter()
        .map(|piece| {
            format!(
                "{}:{}:{}",
                piece.heading,
                piece.text,
                matches!(piece.goes, Destination::Own(..))
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "部门概况:本局负责城市照明。:false",
            "其他需要说明的情况:本年度没有其他事项。:true",
            "解释:由本局解释。:true"
        ]
    );
}

#[test]
fn numbers_of_headings_may_restart_and_mix() {
    let headings = |lines: &[&str]| {
        let passages = paragraphs(lines);
        let text = jiping::documents::import::recognise::text::Text::new(&passages);
        text.sections
            .iter()
            .skip(1)
            .map(|section| section.depth.to_string())
            .collect::<Vec<_>>()
            .join("")
    };
    for (lines, depths) in [
        (
            &["一、甲", "（一）乙", "1.丙", "1、丁", "（二）戊", "二、己"][..],
            "123321",
        ),
        (&["一、甲", "1、乙", "2.丙", "（1）丁", "3、戊", "二、己"], "122321"),
        (
            &[
                "（一）甲",
                "（二）重点工作",
                "（一）乙",
                "（二）丙",
                "（三）部门整体收支情况",
                "（四）丁",
            ],
            "112211",
        ),
        (&["第一部分 甲", "一、乙", "（一）丙", "第二部分 丁", "一、戊"], "12312"),
        (&["2.乙", "三、甲", "（二）丙", "（四）丁"], "1122"),
    ] {
        assert_eq!(headings(lines), depths, "{lines:?}");
    }
}
