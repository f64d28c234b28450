//! Tables in plain text whose cells stand side by side, and the reasons, levels and sums that stand around them.

use crate::readings::{MONEY, check};
use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::{Reading, read};
use jiping::documents::import::recognised::Slot;
use jiping::documents::import::text::lines::lay;
use jiping::documents::passage::Passage;
use jiping::domain::draft::budget::{Column, FundSource, SpendingNature};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::indicator::Indicator;
use jiping::domain::values::input::{Choice, Input};
use jiping::domain::values::shared::Shared;

const TITLE: &str = "青河县水利局2023年度部门整体支出绩效自评报告\n";

fn said(text: &str) -> Reading {
    read(&lay(&format!("{TITLE}{text}\n")).passages)
}

/// The cells of the tables of a text, | between cells and ； between rows.
fn cells(text: &str, expected: &[&str]) {
    let laid = lay(text);
    let tables = laid.passages.iter().filter_map(|passage| match passage {
        Passage::Table(grid) => Some(grid.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("；")),
        Passage::Paragraph { .. } => None,
    });
    assert_eq!(tables.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn cells_stand_apart_by_tabs_or_blanks() {
    cells("项目\t金额\n甲\t1\n\t2", &["项目|金额；甲|1；|2"]);
    cells(
        "三级指标  分值  得分\n新建水厂  5  4.5\n合计  5  4.5\n2.3  资金管理\n文字。",
        &["三级指标|分值|得分；新建水厂|5|4.5；合计|5|4.5"],
    );
    // An empty cell between blanks leaves no trace: numbers stay below the heads of numbers.
    cells(
        "二级指标  三级指标  分值  得分\n数量  水厂  5  5\n管网  6  6",
        &["二级指标|三级指标|分值|得分；数量|水厂|5|5；|管网|6|6"],
    );
    // A page ends within the table, and its number is none of it.
    cells("项目\t金额\n甲\t1\n3\n乙\t2", &["项目|金额；甲|1；乙|2"]);
    assert_eq!(lay("项目\t金额\n甲\t1\n3\n乙\t2").furniture, ["3"]);
    cells("项目\t金额\n3\t\n乙\t2", &["项目|金额；3|；乙|2"]);
    assert_eq!(lay("项目\t金额\n3\t\n乙\t2").furniture, [""; 0]);
    // Headings, a signature, one line with a tab.
    cells("1  项目概况\n1.1  立项依据\n文字。", &[]);
    cells("青河县水利局    2024年3月18日\n附件  两份", &[]);
    cells("单位：\t青河县水利局\n文字。", &[]);
}

/// The indicators of a draft: name, targets, actual values, weight, score and reason.
fn rows(draft: &Draft) -> Vec<String> {
    let evaluation = evaluate(draft);
    let row = |(place, row): (usize, &Shared<Indicator>)| {
        let measures = row.measures.iter().map(|measure| {
            format!(
                "{}{}{}{}→{}",
                measure.name,
                measure.comparator.label(),
                measure.target.text(),
                measure.unit,
                measure.actual.text()
            )
        });
        let score = evaluation.indicators[place].score.map(|score| score.printed());
        format!(
            "{}：{} {}/{} {}{}{}",
            row.name,
            measures.collect::<Vec<_>>().join("、"),
            score.unwrap_or_default(),
            row.weight.text(),
            row.standard,
            row.analysis,
            row.deviation_reason
        )
    };
    draft.indicators.iter().enumerate().map(row).collect()
}

const HEAD: &str = "一级指标\t二级指标\t三级指标\t分值\t年度目标值\t实际完成值\t得分\t偏差原因及改进措施\n";

#[test]
fn rows_of_indicators() {
    let draft = whole(&said(&format!(
        "{HEAD}产出指标（60分）\t数量指标\t新建水厂\t20\t≥3座\t3座\t20\t\n\
         \t\t巡查河道\t20\t巡查≥48次，整改率100%\t巡查52次，整改率100%\t20\t\n\
         \t时效指标\t公开时限\t20\t20个工作日内\t12个工作日\t20\t\n\
         效益指标（40分）\t社会效益\t三公经费变动率\t10\t≤0\t-5.2%\t10\t\n\
         \t\t溺水事故\t10\t0起\t0起\t10\t\n\
         \t满意度\t群众满意度\t20\t≥90%\t88.4%（120人中106人满意）\t19.64\t停水较多\n合计\t\t\t100\t\t\t99.64\t"
    )));
    assert_eq!(
        rows(&draft),
        [
            "新建水厂：≥3座→3 20/20 ",
            "巡查河道：巡查≥48次→52、整改率=100%→100 20/20 ",
            "公开时限：≤20个工作日内→12 20/20 ",
            "三公经费变动率：≤0→-5.2 10/10 ",
            "溺水事故：=0起→0 10/10 ",
            "群众满意度：≥90%→88.4 19.64/20 88.4%（120人中106人满意）停水较多",
        ]
    );
    let parts: Vec<String> = draft
        .scheme
        .parts
        .iter()
        .map(|part| format!("{} {}", part.name, part.weight.text()))
        .collect();
    assert_eq!(parts, ["产出指标 60", "效益指标 40"]);
    assert_eq!(evaluate(&draft).total.unwrap().printed(), "99.64");
}

#[test]
fn the_execution_rate_is_a_part_where_the_report_scores_it_so() {
    let report = |target: &str, score: &str| {
        whole(&said(&format!(
            "二、资金\n全年预算数1000万元，全年执行数968.6万元，预算执行率96.86%。\n三、指标\n\
             {HEAD}预算执行（10分）\t执行率\t预算执行率\t10\t{target}\t96.86%\t{score}\t尾款未到支付时间\n\
             产出指标（90分）\t数量指标\t新建水厂\t90\t≥3座\t3座\t90\t"
        )))
    };
    let as_part = report("100%", "9.69");
    assert_eq!(rows(&as_part), ["新建水厂：≥3座→3 90/90 "]);
    assert_eq!(as_part.text(Field::ExecutionReason), "尾款未到支付时间");
    assert_eq!(evaluate(&as_part).total.unwrap().printed(), "99.69");
    // Full marks from 95% on: another rule than in proportion, and the row stays with its score.
    let as_row = report("≥95%", "10");
    assert_eq!(
        rows(&as_row),
        [
            "预算执行率：≥95%→96.86 10/10 尾款未到支付时间",
            "新建水厂：≥3座→3 90/90 "
        ]
    );
    assert_eq!(evaluate(&as_row).total.unwrap().printed(), "100");
}

#[test]
fn sources_and_natures_in_tables() {
    let slots = |columns: &[Column]| {
        let of = |column: &Column| {
            [
                MONEY(None, *column),
                MONEY(Some(FundSource::GeneralPublicBudget), *column),
                MONEY(Some(FundSource::GovernmentManagedFunds), *column),
                Slot::Nature(SpendingNature::Basic, *column),
            ]
        };
        columns.iter().flat_map(of).collect::<Vec<_>>()
    };
    let money = |text: &str, expected: &[&str]| {
        check(
            &said(&format!("二、资金情况\n单位：万元\n{text}")),
            &slots(&[Column::Adjusted, Column::Executed]),
            expected,
        );
    };
    money(
        "资金来源\t调整后预算\t实际支出\n一般公共预算财政拨款\t100\t90\n政府性基金预算财政拨款\t20\t20\n合计\t120\t110",
        &[
            "合计，调整预算数=120",
            "合计，执行数=110",
            "一般公共预算，调整预算数=100",
            "一般公共预算，执行数=90",
            "政府性基金，调整预算数=20",
            "政府性基金，执行数=20",
        ],
    );
    // Levels of one source sum; what is 其中 does not.
    money(
        "来源\t调整后预算\t实际支出\n中央补助\t60\t60\n区级配套\t40\t30\n合计\t100\t90",
        &[
            "合计，调整预算数=100",
            "合计，执行数=90",
            "一般公共预算，调整预算数=100",
            "一般公共预算，执行数=90",
        ],
    );
    money(
        "来源\t调整后预算\t实际支出\n财政拨款\t100\t90\n其中：中央财政资金\t40\t30\n合计\t100\t90",
        &[
            "合计，调整预算数=100",
            "合计，执行数=90",
            "一般公共预算，调整预算数=100",
            "一般公共预算，执行数=90",
        ],
    );
    money(
        "支出性质\t调整后预算\t实际支出\n基本支出\t70\t60\n项目支出\t30\t30",
        &["基本支出，调整预算数=70", "基本支出，执行数=60"],
    );
    // The sum of some projects is no total of the office.
    let projects = said(
        "二、资金情况\n表1 项目执行情况\n单位：万元\n项目名称\t调整后预算\t实际支出\n水厂\t50\t40\n管网\t30\t30\n合计\t80\t70",
    );
    check(&projects, &slots(&[Column::Adjusted, Column::Executed]), &[]);
    check(
        &projects,
        &[Slot::ProjectName, Slot::ProjectBudget, Slot::ProjectAmount],
        &["项目名称=水厂|预算数=50|金额=40", "项目名称=管网|预算数=30|金额=30"],
    );
    // 转移支付 is a kind of money, no spending.
    check(
        &said("二、资金情况\n全年执行数400万元，省级转移支付资金320万元。"),
        &[MONEY(None, Column::Executed)],
        &["合计，执行数=400"],
    );
}

#[test]
fn reasons_that_stand_in_the_text() {
    let reading = said(
        "二、资金情况\n年初预算100万元，调整预算150万元，执行数120万元。调整较大的原因是上级追加救灾资金。\
         未支出30万元，主要是工程尾款未到支付时间。\n三、指标\n\
         一级指标\t三级指标\t分值\t年度目标值\t实际完成值\t得分\n产出\t妇女“两癌”免费筛查人数\t50\t6000人\t5730人\t47.75\n\
         产出\t水质达标率\t50\t≥95%\t96%\t50\n\
         未完成原因分析：（1）“两癌”筛查因疫情暂停38天；（2）其余各项均已完成。",
    );
    let draft = whole(&reading);
    assert_eq!(
        draft.text(Field::AdjustmentReason),
        "调整较大的原因是上级追加救灾资金。"
    );
    assert_eq!(
        draft.text(Field::ExecutionReason),
        "未支出30万元，主要是工程尾款未到支付时间。"
    );
    let reasons: Vec<String> = draft
        .indicators
        .iter()
        .map(|row| draft.text(Field::Indicator(row.id, IndicatorField::DeviationReason)))
        .collect();
    assert_eq!(reasons, ["“两癌”筛查因疫情暂停38天", ""]);
}

#[test]
fn the_score_that_a_conclusion_states() {
    let score = |text: &str, expected: &[&str]| {
        check(&said(&format!("四、评价结论\n{text}")), &[Slot::StatedScore], expected);
    };
    score(
        "自评得分89.44分，等级为“良”；2022年度自评得分为91.05分。",
        &["已上报的总分=89.44"],
    );
    score(
        "上年自评得分为91.05分，本年自评得分89.44分，等级为“良”。",
        &["已上报的总分=89.44"],
    );
}
