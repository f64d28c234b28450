//! 项目支出绩效自评表: the official layout, its merged cells, what it asks for.

use crate::drafts::{amounts, built_in, findings, indicator, indicator_field, set, totals};
use jiping::documents::docx::package;
use jiping::documents::project_file::pack;
use jiping::documents::report::block::{Block, Table};
use jiping::documents::report::report::report;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::scheme::ReportKind;

/// A form with money, goals, and an indicator in each of four groups, typed in out of order.
fn form() -> Draft {
    let mut draft = Draft::by(built_in("国家项目支出 10 / 50 / 30 / 10"));
    set(&mut draft, Field::ProjectTitle, "老旧小区微改造");
    set(&mut draft, Field::CompetentDepartment, "区住房和城乡建设局");
    set(&mut draft, Field::Unit, "某某街道办事处");
    set(&mut draft, Field::Year, "2022");
    totals(&mut draft, ["200", "", ""]);
    amounts(&mut draft, 0, ["200", "180", "175.5"]);
    amounts(&mut draft, 1, ["", "20", "20"]);
    set(&mut draft, Field::OverallObjective, "改造3个小区。");
    set(&mut draft, Field::ObjectiveActual, "3个小区全部完工。");
    let group = |draft: &Draft, name: &str| {
        let mut groups = draft.scheme.parts.iter().flat_map(|part| &part.groups);
        groups.find(|group| group.name == name).unwrap().id.0.to_string()
    };
    for (name, place, weight, target, actual) in [
        ("居民满意度", "服务对象满意度指标", "10", "90", "92"),
        ("改造小区数量", "数量指标", "20", "3", "3"),
        ("工程验收合格率", "质量指标", "30", "100", "100"),
        ("受益居民户数", "社会效益指标", "30", "1200", "1100"),
        ("惠及楼栋数量", "数量指标", "0", "40", "41"),
    ] {
        let id = indicator(&mut draft, weight, &[("≥", target, actual)]);
        let place = group(&draft, place);
        indicator_field(&mut draft, id, IndicatorField::Place, &place);
        indicator_field(&mut draft, id, IndicatorField::Name, name);
        if name == "受益居民户数" {
            indicator_field(&mut draft, id, IndicatorField::DeviationReason, "部分住户外迁");
            indicator_field(&mut draft, id, IndicatorField::Improvement, "补做入户核实");
        }
    }
    draft
}

fn tables(draft: &Draft) -> [Table; 2] {
    let report = report(draft, &evaluate(draft));
    let tables: Vec<Table> = report
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    tables.try_into().expect("two tables")
}

/// The rows of both, heads first. Each covers the nine columns once; a cell that goes on from above is shown as ″.
fn rows(tables: &[Table]) -> Vec<String> {
    let grids = tables.iter().flat_map(|table| [table.head_grid(), table.grid()]);
    grids
        .flatten()
        .map(|row| {
            assert_eq!(row.iter().map(|placed| placed.columns).sum::<usize>(), 9);
            let cells = row.iter().map(|placed| match placed.continues {
                true => "″",
                false => placed.cell.text.as_str(),
            });
            cells.collect::<Vec<_>>().join("|")
        })
        .collect()
}

#[test]
fn the_form_stands_in_its_official_layout() {
    let draft = form();
    let report = report(&draft, &evaluate(&draft));
    assert_eq!(report.title, ["2022年度项目支出绩效自评表"]);
    let tables = tables(&draft);
    assert_eq!(
        tables[1].head.len(),
        1,
        "the header of the indicators is repeated on each page"
    );
    assert_eq!(
        rows(&tables),
        [
            "项目名称|老旧小区微改造",
            "主管部门|区住房和城乡建设局|实施单位|某某街道办事处",
            "项目资金\n（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率\n（B/A）|得分",
            "″|年度资金总额|200.00|200.00|195.50|10|97.75%|9.78",
            "″|其中：当年财政拨款|200.00|180.00|175.50|—|97.50%|—",
            "″|上年结转资金||20.00|20.00|—|100.00%|—",
            "″|其他资金||||—||—",
            "年度总体目标|预期目标|实际完成情况",
            "″|改造3个小区。|3个小区全部完工。",
            "|一级指标|二级指标|三级指标|年度\n指标值|实际\n完成值|分值|得分|偏差原因\n分析及\n改进措施",
            "绩效指标|产出指标（50分）|数量指标|改造小区数量|≥3|3|20|20|",
            "″|″|″|惠及楼栋数量|≥40|41|0|0|",
            "″|″|质量指标|工程验收合格率|≥100|100|30|30|",
            "″|效益指标（30分）|社会效益指标|受益居民户数|≥1200|1100|30|27.5|部分住户外迁；补做入户核实",
            "″|满意度指标（10分）|服务对象满意度指标|居民满意度|≥90|92|10|10|",
            "总分|100|97.28|优",
        ]
    );
}

#[test]
fn a_form_asks_only_for_what_it_has() {
    let draft = form();
    assert_eq!(Chapter::of_kind(draft.scheme.kind).len(), 5);
    assert_eq!(findings(&draft, Code::E9), []);
    let blank = pack::new_draft(ReportKind::Project, None);
    assert_eq!(blank.scheme.name, "国家项目支出 10 / 50 / 30 / 10");
    let asked: Vec<String> = findings(&blank, Code::E9)
        .into_iter()
        .map(|finding| finding.message)
        .collect();
    assert!(asked.iter().any(|message| message.contains("主管部门")), "{asked:?}");
    assert!(
        !asked.iter().any(|message| message.contains("年度总体工作")),
        "{asked:?}"
    );
}

#[test]
fn a_form_without_anything_is_a_form_all_the_same() {
    let blank = pack::new_draft(ReportKind::Project, None);
    assert!(rows(&tables(&blank)).len() > 8);
    let report = report(&blank, &evaluate(&blank));
    assert_eq!(package::write(&report, None), package::write(&report, None));
}
