//! PDFs of several writers, as paragraphs and tables.

use jiping::documents::import::pdf::passages;
use jiping::documents::passage::{Passage, lines};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");

pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{FOLDER}{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn read(file: &[u8]) -> Vec<Passage> {
    passages(file).unwrap_or_else(|error| panic!("{error}"))
}

pub fn check(name: &str, file: &[u8], expected: &[&str]) {
    let read = read(file);
    for passage in &read {
        if let Passage::Table(grid) = passage {
            assert!(grid.iter().all(|row| row.len() == grid[0].len()), "{name}: {grid:?}");
        }
    }
    assert_eq!(lines(&read), expected, "{name}");
}

const HERITAGE: &[&str] = &[
    "项目支出绩效自评表",
    "（2022年度）",
    "项目名称｜文物保护与非遗传承专项",
    "主管部门｜汾阴县文化和旅游局｜实施单位｜汾阴县文物保护中心",
    "项目资金（万元）｜｜年初预算数｜全年预算数｜全年执行数｜分值｜执行率｜得分",
    "项目资金（万元）｜年度资金总额｜150｜162｜153.9｜10｜95%｜9.5",
    "项目资金（万元）｜其中：财政拨款｜150｜162｜153.9｜—｜95%｜—",
    "绩效指标｜一级指标｜二级指标｜三级指标｜年度指标值｜实际完成值｜分值｜得分｜偏差原因分析及改进措施",
    "绩效指标｜产出指标｜数量指标｜开展非遗进校园活动｜≥40场｜42场｜10｜",
    "绩效指标｜产出指标｜数量指标｜文物保护单位修缮｜3处｜10｜",
    "绩效指标｜产出指标｜质量指标｜修缮工程验收合格率｜100%｜15｜",
    "绩效指标｜产出指标｜时效指标｜修缮工程完成时间｜9月底前｜10月20日｜15｜13｜雨季影响工期",
    "绩效指标｜效益指标｜社会效益指标｜博物馆年参观人次｜≥18万人次｜21.3万人次｜20｜",
    "绩效指标｜效益指标｜可持续影响指标｜文物安全巡查制度｜健全｜10｜",
    "绩效指标｜满意度指标｜服务对象满意度指标｜参观者满意度｜≥92%｜94.7%｜10｜",
    "总分｜100｜97.5｜",
];

#[test]
fn a_form_is_read_however_the_file_was_made() {
    for name in [
        "foreign/reading/29-wenwu-form.pdf",
        "pdf/object-streams.pdf",
        "pdf/rotated.pdf",
        "pdf/turned.pdf",
        "pdf/turned-back.pdf",
    ] {
        check(name, &fixture(name), HERITAGE);
    }
}

#[test]
fn reports_are_read_as_paragraphs_and_tables() {
    check(
        "a word processor",
        &fixture("foreign/reading/28-jiaotong-report.pdf"),
        &[
            "鹿河市交通运输局2023年度部门整体支出绩效自评报告",
            "一、部门概况",
            "鹿河市交通运输局承担全市公路、水路、城市客运行业管理职责，内设7个科室，所属4个事业单位，编制158名，在职人员151人。",
            "二、预算执行情况",
            "2023年部门预算收支总额为1.86亿元（18,600.00万元），年中调减1,200.00万元，全年预算数17,400.00万元，全年执行数16,876.26万元，执行率96.99%。",
            "三、绩效目标完成情况",
            "2023年绩效自评得分98.20分，等级为“优”。详见下表。",
            "一级指标｜二级指标｜三级指标｜年度指标值｜实际完成值｜分值｜得分",
            "产出指标｜数量指标｜国省干线养护里程｜≥312公里｜318公里｜15",
            "产出指标｜数量指标｜新改建农村公路｜≥95公里｜90.25公里｜15｜14.25",
            "产出指标｜质量指标｜优良路率｜≥90%｜91.6%｜10",
            "产出指标｜时效指标｜项目按期完工率｜≥95%｜95%｜10",
            "效益指标｜社会效益指标｜建制村通客车率｜100%｜20",
            "效益指标｜可持续影响指标｜管养机制｜健全｜基本健全｜10｜9.25",
            "满意度指标｜服务对象满意度指标｜公众出行满意度｜≥90%｜91%｜10",
            "预算执行率｜100%｜96.99%｜10｜9.70",
            "总分｜100｜98.20",
            "四、存在问题",
            "新改建农村公路完成90.25公里，为目标的95.00%，主要因两个标段征地滞后。",
            "五、下一步措施",
            "加强征地协调，倒排工期。",
            "鹿河市交通运输局",
            "2024年3月18日",
        ],
    );
    // Shapes named by dictionary signs, thin areas for lines, and what the browser prints around the page.
    check(
        "a browser",
        &fixture("pdf/browser.pdf"),
        &[
            "安丰县金融监管服务中心2023年度部门整体支出绩效自评报告",
            "一、部门概况",
            "中心为公益一类事业单位，长期负责全县地方金融组织的日常监管，青年干部占比高，电子政务、食品、风险、飞行检查等工作均已纳入年度考核，马上办、门户网站、车辆管理、角色分工均有制度。",
            "绩效指标",
            "一级指标｜二级指标｜三级指标｜年度指标值｜实际完成值｜分值｜得分",
            "产出指标｜数量指标｜现场检查次数｜≥24次｜26次｜25",
            "产出指标｜质量指标｜问题整改率｜100%｜98.5%｜25｜24.63",
            "效益指标｜社会效益｜非法集资案件下降率｜≥10%｜12%｜30",
            "合计｜100｜99.63",
            "二、资金情况",
            "年初预算1,256.30万元，全年预算1,300.00万元，执行1,248.00万元，执行率96.00%。",
            "项目｜预算数｜执行数｜执行率",
            "监管经费｜300.00｜288.00｜96.00%",
            "信息系统｜120.00｜100.00%",
        ],
    );
    let standard = lines(&read(&fixture("pdf/standard-encoding.pdf")));
    for line in [
        "某某县工业园区2023年度部门整体支出绩效自评报告",
        "绩效指标",
        "产出指标｜时效指标｜按期完工率｜≥95%｜90%｜10｜9.47｜雨季施工受阻",
        "总分｜100｜98.97｜",
        "三、下一步措施",
    ] {
        assert!(standard.iter().any(|own| own == line), "{line} in {standard:#?}");
    }
}

#[test]
fn a_table_over_two_pages_and_a_page_on_its_side_are_joined() {
    let read = read(&fixture("pdf/pages.pdf"));
    let grids: Vec<_> = read
        .iter()
        .filter_map(|passage| match passage {
            Passage::Table(grid) => Some(grid),
            Passage::Paragraph { .. } => None,
        })
        .collect();
    assert_eq!(grids.iter().map(|grid| grid.len()).collect::<Vec<_>>(), [24, 4]);
    let levels = |place: usize| grids[0][1..23].iter().map(move |row| row[place].as_str());
    let count = |place: usize, name: &str| levels(place).filter(|own| *own == name).count();
    assert_eq!(
        (count(0, "产出指标"), count(0, "效益指标"), count(0, "满意度指标")),
        (17, 4, 1)
    );
    assert_eq!(
        (count(1, "数量指标"), count(1, "质量指标"), count(1, "时效指标")),
        (9, 5, 3)
    );
    assert_eq!(grids[0][23], ["总分", "总分", "总分", "总分", "总分", "100", "98.50"]);
    assert_eq!(grids[1][3], ["合计", "420.00", "440.00", "424.00", "96.36%"]);
    let text: Vec<String> = lines(&read).into_iter().filter(|line| !line.contains('｜')).collect();
    let first: Vec<String> = text.iter().map(|line| line.chars().take(7).collect()).collect();
    assert_eq!(
        first,
        [
            "清河县水务局2",
            "一、部门概况",
            "清河县水务局负",
            "二、预算执行情",
            "年初预算3,2",
            "三、绩效指标完",
            "四、存在问题",
            "部分工程受汛期",
            "附件：项目支出",
        ]
    );
}
