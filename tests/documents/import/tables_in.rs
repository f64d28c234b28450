//! Tables of colleagues: what is understood of the forms in use, row by row and cell by cell.

use jiping::documents::import::tables::clipboard::{of_clipboard, of_file};
use jiping::documents::import::tables::header::{Mapping, likely_kind};
use jiping::documents::import::tables::plan::plan;
use jiping::documents::import::tables::planned::Mark;
use jiping::documents::import::tables::sheet::Sheet;
use jiping::documents::import::tables::template;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::taken::{Fate, Meaning, MoneyUnit, TableKind, Way};
use jiping::domain::values::input::{Choice, Input};

/// A pasted table: what is taken of each column, the unit, each row that is left out or marked, and the list
/// as it is afterwards.
pub fn check(kind: TableKind, pasted: &str, expected: &[&str]) {
    check_in(&mut crate::drafts::new(), kind, Way::Add, pasted, expected);
}

pub fn check_in(draft: &mut Draft, kind: TableKind, way: Way, pasted: &str, expected: &[&str]) {
    let pasted = pasted.trim_matches('\n').replace('|', "\t");
    let sheet = of_clipboard("", &pasted).expect("a table").remove(0);
    let mapping = Mapping::suggested(kind, &sheet.grid);
    assert_eq!(said(draft, &sheet, &mapping, way), expected, "\n{pasted}");
}

/// Takes a table and says in lines what happened.
pub fn said(draft: &mut Draft, sheet: &Sheet, mapping: &Mapping, way: Way) -> Vec<String> {
    let columns: Vec<&str> = mapping.columns.iter().map(|meaning| meaning.label()).collect();
    let unit = mapping.unit.map_or("？", MoneyUnit::label);
    let mut lines = vec![format!("{} {unit}", columns.join("|"))];
    let plan = plan(draft, &sheet.grid, mapping, way);
    for row in &plan.rows {
        if let Fate::LeftOut(reason) = &row.fate {
            lines.push(format!("{}行：{reason}", row.number));
        }
        for cell in &row.cells {
            let meaning = cell.meaning.label();
            match &cell.mark {
                Some(Mark::Fault(reason)) => lines.push(format!("{}行{meaning}：{reason}", row.number)),
                Some(Mark::Note(note)) => lines.push(format!("{}行{meaning}（{note}）", row.number)),
                None => {}
            }
        }
    }
    lines.push(format!("新{} 改{} 删{}", plan.new, plan.updated, plan.removed));
    draft.apply(&Edit::TakeRows(plan.result));
    lines.extend(rows(draft, mapping.kind));
    lines
}

pub fn rows(draft: &Draft, kind: TableKind) -> Vec<String> {
    match kind {
        TableKind::Funds => {
            let filled = draft
                .budget
                .funds
                .iter()
                .filter(|fund| !fund.amounts.is_blank() || !fund.reason.is_empty());
            let amounts = |fund: &jiping::domain::draft::budget::Fund| {
                let amounts = &fund.amounts;
                format!(
                    "{} {} {} {} {}",
                    fund.label(),
                    amounts.initial.text(),
                    amounts.adjusted.text(),
                    amounts.executed.text(),
                    fund.reason
                )
            };
            filled.map(|fund| amounts(fund).trim_end().to_owned()).collect()
        }
        TableKind::Divisions => {
            let rows = draft.department.divisions.iter();
            rows.map(|row| format!("{}/{}", row.name, row.second_name)).collect()
        }
        TableKind::Units => {
            let rows = draft.department.subordinate_units.iter();
            rows.map(|row| row.name.clone()).collect()
        }
        TableKind::Projects => {
            let rows = draft.projects.rows.iter();
            rows.map(|row| format!("{}/{} {}", row.task, row.name, row.amount.text()))
                .collect()
        }
        TableKind::Indicators => draft
            .indicators
            .iter()
            .map(|row| {
                let home = draft.scheme.home(row.place);
                let group = home.and_then(|(_, group)| group).map(|group| group.name.as_str());
                let place = group.or(home.map(|(part, _)| part.name.as_str())).unwrap_or_default();
                let measures: Vec<String> = row
                    .measures
                    .iter()
                    .filter(|measure| !measure.target.is_blank())
                    .map(|one| {
                        format!(
                            "{}{}{}{}={}",
                            one.name,
                            one.comparator.label(),
                            one.target.text(),
                            one.unit,
                            one.actual.text()
                        )
                    })
                    .collect();
                let attained = row.attainment.map_or("", Choice::label);
                let words = format!("{}{}", row.standard, attained);
                let rest = [words, row.analysis.clone(), row.deviation_reason.clone()];
                let rest: Vec<String> = rest.into_iter().filter(|text| !text.is_empty()).collect();
                format!(
                    "{place}/{} {} {} {}",
                    row.name,
                    row.weight.text(),
                    measures.join("；"),
                    rest.join("｜")
                )
                .trim_end()
                .to_owned()
            })
            .collect(),
    }
}

#[test]
fn funds_of_the_forms_in_use() {
    // 财预〔2020〕10号: the names of the sources have no head, the total stands above them.
    check(
        TableKind::Funds,
        "
项目支出绩效自评表
项目资金（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分
|年度资金总额|300|310.5|300.25|10|96.7%|9.67
|其中：当年财政拨款|200|210.5|200.25|—|—|—
|二、上年结转资金|100|100|100|—|—|—
|其他资金|0|0|0|—|—|—",
        &[
            "不导入|资金来源|年初预算数|调整预算数|执行数|不导入|不导入|不导入 万元",
            "3行：合计行，由绩评自己加",
            "新2 改1 删0",
            "其他资金 0.00 0.00 0.00",
            "当年财政拨款 200.00 210.50 200.25",
            "上年结转资金 100.00 100.00 100.00",
        ],
    );
    // Sichuan, in 元, with a figure that is none and a sum below.
    check(
        TableKind::Funds,
        "
单位：元
资金来源|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因
一般公共预算|143,191,300|约三百万|197836912.34|97%|10|9.7|疫情追加
政府性基金|1.01亿元|￥12000|7874200.001|78%|||
其中：土地出让金|1|1|1||||
合计|153293500|210156400|205711100||||
注：本表不含上年结转",
        &[
            "资金来源|年初预算数|调整预算数|执行数|不导入|不导入|不导入|偏差原因 元",
            "3行调整预算数：“约三百万”不是数字",
            "4行执行数（小数太多，已四舍五入到分）",
            "5行：是上面一行的其中数",
            "6行：合计行，由绩评自己加",
            "7行：表下的说明",
            "新0 改2 删0",
            "一般公共预算 14,319.13  19,783.691234 疫情追加",
            "政府性基金 10,100.00 1.20 787.42",
        ],
    );
    // No unit is said: it is asked for.
    check(
        TableKind::Funds,
        "资金来源|年初预算数|执行数\n单位资金|12|3",
        &["资金来源|年初预算数|执行数 ？", "新1 改0 删0", "单位资金 12.00  3.00"],
    );
}

#[test]
fn indicators_of_the_forms_in_use() {
    // 财预〔2020〕10号 with merged levels, which a paste leaves blank.
    check(
        TableKind::Indicators,
        "
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标（50分）|数量指标|改造小区数量|≥3个|3个|15|15|
|||培训人次|不少于120人次|约一百|10|8|疫情影响
||时效指标|完工时间|2022年12月底前|已完成|10|10|
|满意度指标|服务对象满意度指标|居民满意度|95%以上|96.5%|十分|10|
总分|||||||98|",
        &[
            "不导入|一级指标|二级指标|指标名称|指标值|实际完成值|权重|不导入|偏差原因 ？",
            "3行实际完成值（没有单独的数，放在“实现情况分析”里）",
            "4行指标值（没有单独的数，按定性指标）",
            "5行权重：“十分”不是数字",
            "6行：合计行，由绩评自己加",
            "新4 改0 删0",
            "年度主要支出计划/改造小区数量 15 ≥3个=3",
            "年度主要支出计划/培训人次 10 ≥120人次= 约一百｜疫情影响",
            "年度主要支出计划/完工时间 10  2022年12月底前达成",
            "年度主要支出计划/居民满意度  ≥95%=96.5",
        ],
    );
}

#[test]
fn forms_with_columns_of_their_own() {
    // Yunnan: the sign stands under 指标性质; Hebei: unit and sign in columns; Chongqing: an adjusted target.
    check(
        TableKind::Indicators,
        "
指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|指标权重|指标得分|是否核心指标
清运垃圾|吨|≥|100||120.5|100|5|5|是
信访量|件|≤|20|15|12|100|5分|5|否
服务质量|—|定性|优良||达成|100|5|5|否
队伍面貌|—|定性|提升||基本达成|100|5|5|否",
        &[
            "指标名称|计量单位|指标性质|指标值|调整后的指标值|实际完成值|不导入|权重|不导入|不导入 ？",
            "新4 改0 删0",
            "年度主要支出计划/清运垃圾 5 ≥100吨=120.5",
            "年度主要支出计划/信访量 5 ≤15件=12",
            "年度主要支出计划/服务质量 5  优良达成",
            "年度主要支出计划/队伍面貌 5  提升达成",
        ],
    );
    // A head of two rows over merged cells, as a sheet repeats them, and a row of numbers below it.
    check(
        TableKind::Indicators,
        "
2022年度指标完成表|2022年度指标完成表|2022年度指标完成表|2022年度指标完成表
三级指标|年度指标|年度指标|实际完成值
三级指标|指标值|度量单位|实际完成值
1|2|3|4
宣传活动|12|场次|已开展15场次，覆盖全部社区
宣传活动；讲座|≥12场，讲座≥2次||15；2",
        &[
            "指标名称|指标值|计量单位|实际完成值 ？",
            "4行：栏次行",
            "5行实际完成值（数填进完成值，全文放在“实现情况分析”里）",
            "新2 改0 删0",
            "年度主要支出计划/宣传活动  =12场次=15 已开展15场次，覆盖全部社区",
            "年度主要支出计划/宣传活动；讲座  ≥12场=15；讲座≥2次=2",
        ],
    );
    // Baiyun 表2, whose actual results are sentences.
    check(
        TableKind::Indicators,
        "
任务的绩效目标|任务的关键性指标|实现情况分析|权重|评分情况
打造党群阵地|阵地建设的数量|建成3个阵地|3|3
合计|||3|3",
        &[
            "绩效目标|指标名称|实现情况分析|权重|不导入 ？",
            "3行：合计行，由绩评自己加",
            "新1 改0 删0",
            "年度主要支出计划/阵地建设的数量 3  建成3个阵地",
        ],
    );
}

#[test]
fn levels_find_their_place_in_the_scheme() {
    let project =
        jiping::documents::project_file::pack::new_draft(jiping::domain::scheme::scheme::ReportKind::Project, None);
    check_in(
        &mut project.clone(),
        TableKind::Indicators,
        Way::Replace,
        "
一级指标|二级指标|三级指标|指标值
产出指标（50分）|数量指标|改造小区|3个
|质量指标|验收合格率|100%
效益指标|社会效益|受益户数|不少于300户
满意度指标||居民满意度|95%以上
党建指标||学习次数|4次",
        &[
            "一级指标|二级指标|指标名称|指标值 ？",
            "6行一级指标（评分方案里没有这一级，放在第一个评分内容里）",
            "新5 改0 删0",
            "数量指标/改造小区  =3个=",
            "质量指标/验收合格率  =100%=",
            "社会效益指标/受益户数  ≥300户=",
            "满意度指标/居民满意度  ≥95%=",
            "产出指标/学习次数  =4次=",
        ],
    );
    // First levels that are no parts of the scheme stand over its groups; where such a level has one group, whatever
    // the form calls it is that one.
    check_in(
        &mut Draft::by(crate::drafts::built_in("湖北 20 / 80")),
        TableKind::Indicators,
        Way::Replace,
        "
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|治理河段|8公里
效益指标|社会效益指标|受保护人口|≥12000人
满意度指标|服务对象满意度指标|群众满意度|≥90%
满意度指标|满意度|村民满意度|≥90%
产出|质量|合格率|100%",
        &[
            "一级指标|二级指标|指标名称|指标值 ？",
            "新5 改0 删0",
            "数量指标/治理河段  =8公里=",
            "社会效益指标/受保护人口  ≥12000人=",
            "满意度指标/群众满意度  ≥90%=",
            "满意度指标/村民满意度  ≥90%=",
            "质量指标/合格率  =100%=",
        ],
    );
}

#[test]
fn projects_are_joined_by_name() {
    let mut draft = crate::drafts::new();
    check_in(
        &mut draft,
        TableKind::Projects,
        Way::Add,
        "主要任务|任务涉及重点项目名称|任务涉及重点项目金额（元）\n市政建设|道路整治|9478500\n|口袋公园|=1+1\n合计||9478500",
        &[
            "主要任务|项目名称|项目金额 元",
            "3行项目金额：“=1+1”不是数字",
            "4行：合计行，由绩评自己加",
            "新2 改0 删0",
            "市政建设/道路整治 947.85",
            "市政建设/口袋公园",
        ]
        .map(|line| {
            if line.ends_with("园") {
                "市政建设/口袋公园 "
            } else {
                line
            }
        }),
    );
    check_in(
        &mut draft,
        TableKind::Projects,
        Way::Add,
        "单位：万元\n项目名称|金额\n口袋 公园|5.12345678\n@新项目|—\n|3",
        &[
            "项目名称|项目金额 万元",
            "3行项目金额（小数太多，已四舍五入到分）",
            "5行：没有项目名称",
            "新1 改1 删0",
            "市政建设/道路整治 947.85",
            "市政建设/口袋 公园 5.123457",
            "/@新项目 ",
        ],
    );
    check_in(
        &mut draft,
        TableKind::Projects,
        Way::Replace,
        "项目名称|金额（亿元）\n道路整治|0.1",
        &["项目名称|项目金额 亿元", "新0 改1 删2", "市政建设/道路整治 1,000.00"],
    );
}

#[test]
fn a_template_that_was_handed_out_comes_back_as_it_went() {
    let draft = crate::drafts::sample();
    let bytes = template::write(&draft).expect("a template");
    assert_eq!(bytes, template::write(&draft).expect("a template"), "the same bytes");
    let sheets = of_file(&bytes).expect("an xlsx");
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["填写说明", "资金", "绩效指标", "重点项目"]);
    assert_eq!(likely_kind(&sheets[0].grid), None);
    for (sheet, kind) in sheets[1..].iter().zip(TableKind::ALL) {
        assert_eq!(likely_kind(&sheet.grid), Some(*kind));
        let mapping = Mapping::suggested(*kind, &sheet.grid);
        assert!(!mapping.asks_unit(), "{mapping:?}");
        assert!(
            mapping.columns.iter().all(|meaning| *meaning != Meaning::Skip),
            "{mapping:?}"
        );
        for way in [Way::Add, Way::Replace] {
            let mut again = draft.clone();
            let plan = plan(&again, &sheet.grid, &mapping, way);
            assert_eq!(
                (plan.new, plan.removed, plan.left_out(), plan.faults()),
                (0, 0, 0, 0),
                "{plan:#?}"
            );
            again.apply(&Edit::TakeRows(plan.result));
            assert_eq!(again, draft, "{kind:?}");
        }
    }
}
