//! Forms of places that no fixture has: tables of parts, levels under one frame, heads of a part of the year, forms without
//! points, labels below the table, points told in sentences.

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::reading::report_file::of_file;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as look_through;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::{Choice, Input};

fn draft(text: &str) -> Draft {
    whole(&read(&of_file(text.as_bytes()).unwrap().passages))
}

/// The indicators of a text: name, weight, score, first target and actual, reason.
fn check(text: &str, expected: &[&str]) {
    let draft = draft(text);
    let evaluation = evaluate(&draft);
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let own: Vec<String> = rows
        .map(|(row, result)| {
            let score = result.score.ok().map(|score| score.printed());
            let measure = row.measures.first();
            let (target, actual) = measure.map_or_else(Default::default, |own| (own.target.text(), own.actual.text()));
            let cells = [
                row.name.clone(),
                row.weight.text(),
                score.unwrap_or_else(|| row.manual_score.text()),
                target,
                actual,
                row.deviation_reason.clone(),
            ];
            cells.join("│")
        })
        .collect();
    assert_eq!(own, expected, "{text}");
}

/// The codes that are found of a text, of those that say that something is missing or cannot be computed.
fn check_codes(text: &str, codes: &[Code], expected: usize) {
    let draft = draft(text);
    let findings = look_through(&draft, &evaluate(&draft));
    let own: Vec<&String> = findings
        .iter()
        .filter(|finding| codes.contains(&finding.code))
        .map(|finding| &finding.message)
        .collect();
    assert_eq!(own.len(), expected, "{text}\n{own:#?}");
}

const PARTS: &str = "临江区街道办事处2023年度部门整体支出绩效自评报告\n一、基本情况\n负责辖区管理。\n二、自评得分\n一级指标\t二级指标\t分值\t得分\t扣分原因\n投入（10分）\t目标设定\t4\t4\t\n\t预算配置\t6\t6\t\n过程（30分）\t预算管理\t30\t28\t公开不及时\n产出（40分）\t实际完成率\t40\t40\t\n效果（20分）\t社会效益\t20\t20\t\n合计\t\t100\t98\t\n";

#[test]
fn tables_of_parts_with_points_in_their_names() {
    check(
        PARTS,
        &[
            "目标设定│4│4│││",
            "预算配置│6│6│││",
            "预算管理│30│28│││公开不及时",
            "实际完成率│40│40│││",
            "社会效益│20│20│││",
        ],
    );
    let draft = draft(PARTS);
    let parts = draft.scheme.parts.iter();
    let parts: Vec<(String, String)> = parts.map(|part| (part.name.clone(), part.weight.text())).collect();
    let expected = [("投入", "10"), ("过程", "30"), ("产出", "40"), ("效果", "20")];
    assert_eq!(
        parts,
        expected.map(|(name, weight)| (name.to_owned(), weight.to_owned()))
    );
    check_codes(PARTS, &[Code::B1, Code::B6, Code::B8, Code::C1], 0);
}

#[test]
fn levels_and_names_under_one_frame() {
    check(
        "<p>安远市中医院<br>康复科设备购置项目2022年度绩效自评报告</p><table><tr><td colspan=2>考核指标</td><td>目标值</td><td>完成值</td><td>分值</td><td>得分</td></tr><tr><td rowspan=2>产出</td><td>购置设备数量</td><td>8台</td><td>8台</td><td>60</td><td>60</td></tr><tr><td>验收合格率</td><td>100%</td><td>95%</td><td>30</td><td>28</td></tr><tr><td>满意度</td><td>患者满意度</td><td>≥90%</td><td>94%</td><td>10</td><td>10</td></tr></table>",
        &[
            "购置设备数量│60│60│8│8│",
            "验收合格率│30│28│100│95│",
            "患者满意度│10│10│90│94│",
        ],
    );
    // One merged head over one name stays what it is.
    check(
        "<p>2022年度项目支出绩效自评表</p><table><tr><td>一级指标</td><td colspan=2>三级指标</td><td>目标值</td><td>完成值</td><td>分值</td><td>得分</td></tr><tr><td>产出指标</td><td colspan=2>购置设备数量</td><td>8台</td><td>8台</td><td>60</td><td>60</td></tr></table>",
        &["购置设备数量│60│60│8│8│"],
    );
}

#[test]
fn what_was_reached_in_a_part_of_the_year() {
    for head in [
        "1-8月完成值",
        "1—9月完成",
        "上半年执行情况",
        "截至9月底完成情况",
        "1至10月实际完成",
    ] {
        check(
            &format!(
                "2024年项目支出绩效运行监控表\n一级指标\t三级指标\t年度指标值\t{head}\t全年预计完成情况\t偏差原因\n产出指标\t安装护栏\t≥40公里\t18公里\t40公里\t雨季停工\n效益指标\t受益村\t≥25个\t12个\t25个\t\n"
            ),
            &["安装护栏│││40│18│雨季停工", "受益村│││25│12│"],
        );
    }
}

const WITHOUT_POINTS: &str = "2023年度云泽市文化和旅游局整体绩效自评表\n单位名称：云泽市文化和旅游局\n预算执行情况（万元）（20分）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t得分\n\t部门整体支出总额\t1220.10\t1159.10\t95.00%\t19\n一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值\t得分\n产出指标\t数量指标\t文化惠民演出场次\t≥60场\t55场\t38.33\n满意度指标\t满意度指标\t游客满意度\t≥90%\t92%\t40\n总分\t\t\t\t\t97.33\n偏差大或目标未完成原因分析\t文化惠民演出因汛期停演5场。\n改进措施及结果应用方案\t提前安排室内场地。\n自评等级\t优\n";

#[test]
fn forms_without_points_and_labels_below_the_table() {
    check(
        WITHOUT_POINTS,
        &[
            "文化惠民演出场次││38.33│60│55│文化惠民演出因汛期停演5场",
            "游客满意度││40│90│92│",
        ],
    );
    let draft = draft(WITHOUT_POINTS);
    assert_eq!(draft.stated_score.text(), "97.33");
    assert_eq!(draft.stated_grade.map(|grade| grade.label()), Some("优"));
    assert_eq!(draft.improvements.len(), 1);
    check_codes(WITHOUT_POINTS, &[Code::B6, Code::B8, Code::E9, Code::C3], 0);
}

#[test]
fn what_a_form_of_promises_does_not_ask_for() {
    check_codes(
        "项目支出绩效目标申报表\n（2025年度）\n项目名称\t古茶树资源保护\t申报单位\t勐河县林业和草原局\n项目资金（万元）\t年度资金总额\t180.00\t\n\t其中：财政拨款\t180.00\t\n年度目标\t完成古茶树普查建档。\t\t\n一级指标\t三级指标\t指标值\t分值\n产出指标\t古茶树建档株数\t≥12000株\t90\n满意度指标\t茶农满意度\t≥90%\t10\n",
        &[Code::E9, Code::B8],
        0,
    );
}

#[test]
fn points_told_in_sentences() {
    check(
        "西塘镇人民政府2023年度部门整体支出绩效自评情况\n2023年全年预算1920.00万元，全年支出1862.40万元，预算执行率97.00%，该项满分10分，得9.7分。\n产出方面：全年拟新建村道8公里，实际完成8.6公里，满分20分，自评得20分；承诺办理民生实事4件，实际办结3件，1件因用地未批复未开工，15分得11.25分；工程验收合格率目标100%，实际达到100%，55分得55分。\n",
        &[
            "预算执行率│10│9.7│││",
            "新建村道│20│20│8│8.6│",
            "办理民生实事│15│11.25│4│3│1件因用地未批复未开工",
            "工程验收合格率│55│55│100│100│",
        ],
    );
}

/// The parts of a text with their weights and what they score.
fn check_parts(text: &str, expected: &[(&str, &str, &str)]) {
    let draft = draft(text);
    let evaluation = evaluate(&draft);
    let parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let own: Vec<(String, String, String)> = parts
        .map(|(part, result)| {
            let score = result.score.ok().map(|score| score.printed()).unwrap_or_default();
            (part.name.clone(), part.weight.text(), score)
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, weight, score)| ((*name).to_owned(), (*weight).to_owned(), (*score).to_owned()))
        .collect();
    assert_eq!(own, expected, "{text}");
    check_codes(text, &[Code::B8], 0);
}

#[test]
fn parts_that_are_scored_without_indicators() {
    // A table of parts alone, each cell on a line of its own, under a heading that has the word of a column.
    check_parts(
        "清源镇人民政府2023年度部门整体支出绩效自评报告\n（三）自评得分\n评价内容\n分值\n得分\n目标管理\n15\n14.50\n预算管理\n35\n33.20\n履职结果\n50\n48.00\n合计\n100\n95.70\n",
        &[
            ("目标管理", "15", "14.5"),
            ("预算管理", "35", "33.2"),
            ("履职结果", "50", "48"),
        ],
    );
    // Told in a sentence, the points first and the scores behind each.
    check_parts(
        "安岭县司法局2024年度部门整体支出绩效自评报告\n二、评价结论\n自评总分96.30分。其中：部门管理权重20分，得19.40分；履职效能权重50分，得48.10分；社会效应权重30分，得28.80分。\n",
        &[
            ("部门管理", "20", "19.4"),
            ("履职效能", "50", "48.1"),
            ("社会效应", "30", "28.8"),
        ],
    );
    // As headings.
    check_parts(
        "安岭县司法局2024年度部门整体支出绩效自评报告\n二、各部分情况\n1.管理情况（20分，自评得19.4分）。制度健全。\n2.产出情况（50分，自评得48.1分）。办结案件若干。\n3.效益情况（30分，自评得28.8分）。群众满意。\n",
        &[
            ("管理情况", "20", "19.4"),
            ("产出情况", "50", "48.1"),
            ("效益情况", "30", "28.8"),
        ],
    );
    // 得 behind another part is none of this one's.
    check_parts(
        "安岭县司法局2024年度部门整体支出绩效自评报告\n一级指标\t三级指标\t指标值\t完成值\t分值\t得分\n产出\t办理援助案件\t400件\t412件\t60\t60\n效益\t群众满意度\t90%\t93%\t40\t40\n各部分得分：效益得40分，产出得59分。\n",
        &[("绩效指标", "100", "100")],
    );
}

#[test]
fn a_label_in_each_line_makes_a_row_of_each_indicator() {
    // In another order, with a list number, a blank value, and a level that is said once for each.
    check(
        "2024年度部门整体支出绩效自评情况\n\
         一级指标：产出指标\n三级指标：清运生活垃圾\n年度指标值：≥3.6万吨\n实际完成值：3.82万吨\n分值：15\n得分：15\n\n\
         （二）\n一级指标：产出指标\n三级指标：公厕保洁达标率\n年度指标值：≥95%\n实际完成值：93.1%\n分值：15\n得分：14.7\n\
         偏差原因：两座公厕改造停用\n\n\
         绩效指标三\n一级指标：满意度指标\n三级指标：居民满意度\n年度指标值：≥90%\n实际完成值：91%\n分值：10\n得分：10\n",
        &[
            "清运生活垃圾│15│15│3.6│3.82│",
            "公厕保洁达标率│15│14.7│95│93.1│两座公厕改造停用",
            "居民满意度│10│10│90│91│",
        ],
    );
    // One alone is a sentence, and so are labels of something else.
    check("指标名称：培训场次\n联系人：某某\n", &[]);
}

#[test]
fn amounts_with_a_label_in_each_line_are_the_money() {
    let draft = draft(
        "2024年度部门整体支出绩效自评\n单位名称：某县档案馆\n年初预算数（万元）：386.20\n全年预算数（万元）：412.50\n\
         全年执行数（万元）：400.12\n预算执行率：97.00%\n",
    );
    let evaluation = evaluate(&draft);
    let printed = |figure| jiping::domain::evaluation::figure::printed(&evaluation, figure).ok();
    assert_eq!(
        printed(jiping::domain::evaluation::figure::Figure::ExecutionRate).as_deref(),
        Some("97.00%")
    );
}

#[test]
fn where_no_head_says_target_the_cells_do() {
    check(
        "2024年度绩效自评\n序号\t绩效指标\t年度任务\t实际完成\t是否完成\n1\t开放阅览室\t≥300天\t305天\t是\n\
         2\t读者满意度\t≥90%\t88.6%\t否\n3\t新增藏书\t1.2万册\t1.3万册\t是\n",
        &["开放阅览室│││300│305│", "读者满意度│││90│88.6│", "新增藏书│││1.2│1.3│"],
    );
}
