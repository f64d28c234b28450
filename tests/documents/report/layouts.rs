//! The forms of the places: every layout covers its columns exactly, and each prints what its place asks for.

use crate::drafts::{amounts, built_in, findings, indicator, indicator_field, set, totals};
use jiping::documents::report::block::{Block, Placed, Table};
use jiping::documents::report::report::report;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::layout::Goals;
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::scheme::table_form::TableForm;
use jiping::domain::scheme::tables_of::{form_of, forms_of};
use jiping::domain::values::input::Choice;

/// A project by a scheme, with money and two indicators of which one lacks a little.
fn project(scheme: &str) -> Draft {
    let mut draft = Draft::by(built_in(scheme));
    for (field, text) in [
        (Field::ProjectTitle, "校舍维修"),
        (Field::CompetentDepartment, "县教育局"),
        (Field::Unit, "县第一小学"),
        (Field::Year, "2024"),
        (Field::OverallObjective, "维修3栋校舍。"),
        (Field::ObjectiveActual, "3栋全部完工。"),
    ] {
        set(&mut draft, field, text);
    }
    totals(&mut draft, ["200", "", ""]);
    amounts(&mut draft, 0, ["200", "200", "195.5"]);
    let places: Vec<String> = draft
        .scheme
        .parts
        .iter()
        .flat_map(|part| &part.groups)
        .map(|group| group.id.0.to_string())
        .collect();
    for (name, place, weight, actual) in [("维修栋数", 0, "40", "3"), ("验收合格率", 1, "40", "2.4")] {
        let id = indicator(&mut draft, weight, &[("≥", "3", actual)]);
        let measure = draft.indicators.iter().find(|row| row.id == id).unwrap().measures[0].id;
        set(
            &mut draft,
            Field::Measure(id, measure, jiping::domain::draft::field::MeasureField::Unit),
            "栋",
        );
        indicator_field(&mut draft, id, IndicatorField::Name, name);
        if let Some(place) = places.get(place) {
            indicator_field(&mut draft, id, IndicatorField::Place, place);
        }
        indicator_field(&mut draft, id, IndicatorField::DeviationReason, "雨季停工");
    }
    draft
}

fn tables(draft: &Draft) -> Vec<Table> {
    let tables = report(draft, &evaluate(draft))
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
    tables.collect()
}

fn line(row: &[Placed<'_>]) -> String {
    let texts = row.iter().map(|placed| match placed.continues {
        true => "″".to_owned(),
        false => placed.cell.text.replace('\n', " "),
    });
    texts.collect::<Vec<_>>().join("|")
}

fn rows(draft: &Draft) -> Vec<String> {
    let tables = tables(draft);
    let grids = tables.iter().flat_map(|table| [table.head_grid(), table.grid()]);
    grids.flatten().map(|row| line(&row)).collect()
}

#[test]
fn every_layout_covers_its_columns_exactly() {
    for form in TableForm::ALL.iter().copied() {
        let layout = form.layout();
        let count = layout.lines.columns.len();
        assert_eq!(layout.heads.iter().sum::<usize>(), count, "heads of {form:?}");
        if let Some(money) = &layout.money {
            let across = money.columns.iter().map(|column| column.across).sum::<usize>();
            assert_eq!(money.name + across, count, "money of {form:?}");
        }
        match &layout.goals {
            Some(Goals::Below(across)) => assert_eq!(across.iter().sum::<usize>(), count, "goals of {form:?}"),
            Some(Goals::Beside(across)) => assert_eq!(across.iter().sum::<usize>(), count, "goals of {form:?}"),
            None => {}
        }
        // What is made of it is a grid without holes, whatever the document and however little was filled in.
        for (kind, mut draft) in [
            (ReportKind::Department, crate::drafts::sample()),
            (ReportKind::Project, project("国家项目支出 10 / 50 / 30 / 10")),
            (ReportKind::Project, Draft::by(built_in("湖北 20 / 80"))),
        ] {
            set(&mut draft, Field::Scheme(SchemeField::TableForm), form.code());
            for table in tables(&draft)
                .iter()
                .filter(|table| form.is_annex() && table.columns.len() == count)
            {
                let said: usize = table.body.iter().flatten().map(|cell| cell.columns * cell.rows).sum();
                assert_eq!(said, count * table.body.len(), "{form:?} of {kind:?}");
            }
        }
    }
}

#[test]
fn a_document_is_offered_the_forms_it_can_have() {
    let offered = |kind, chosen| forms_of(kind, chosen).collect::<Vec<_>>();
    let of_department = offered(ReportKind::Department, TableForm::Tasks);
    for form in [TableForm::Hubei, TableForm::Haidian, TableForm::SichuanProject] {
        assert!(!of_department.contains(&form), "{form:?}");
    }
    // What places ask of the other document is not offered, unless it stands in it already.
    let of_project = offered(ReportKind::Project, TableForm::Hubei);
    for form in [
        TableForm::Tasks,
        TableForm::Department,
        TableForm::SichuanDepartment,
        TableForm::Hunan,
    ] {
        assert!(!of_project.contains(&form), "{form:?}");
    }
    assert!(offered(ReportKind::Project, TableForm::Hunan).contains(&TableForm::Hunan));
    let mut scheme = built_in("国家项目支出 10 / 50 / 30 / 10");
    scheme.table_form = TableForm::Tasks;
    assert_eq!(form_of(&scheme), TableForm::Levels);
}

#[test]
fn each_place_has_its_own_columns() {
    let check = |scheme: &str, expected: &[&str]| {
        let draft = project(scheme);
        let rows = rows(&draft);
        for wanted in expected {
            assert!(
                rows.iter().any(|row| row.contains(wanted)),
                "{scheme}: {wanted} in {rows:#?}"
            );
        }
    };
    check(
        "湖北 20 / 80",
        &[
            "项目资金 （万元）||预算数（A）|执行数（B）|执行率（B/A）|得分 （20分×执行率）",
            "″|年度资金总额|200.00|195.50|97.75%|19.55",
            "一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分",
        ],
    );
    check(
        "云南 20 / 80",
        &[
            "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分|偏差原因分析及改进措施",
            "维修栋数|≥|3|栋|3|40|40|雨季停工",
            "验收合格率|≥|3|栋|2.4|40|32|雨季停工",
        ],
    );
    check(
        "银川 10 / 25 / 30 / 35",
        &["三级指标|年度 指标值|实际 完成值|分值|自评 得分|财政 审核评分"],
    );
    check(
        "成安 按权重占比折算",
        &["预算数|到位数|执行数|执行进度", "单项得分|权重占比|折算得分"],
    );
}

#[test]
fn levels_say_what_they_earned_where_the_form_asks() {
    let mut draft = project("国家项目支出 10 / 50 / 30 / 10");
    set(&mut draft, Field::Scheme(SchemeField::TableForm), "level_sums");
    let part = draft.scheme.parts[1].id;
    let row = &draft.indicators[1];
    let weight = "10";
    let id = row.id;
    indicator_field(&mut draft, id, IndicatorField::Weight, weight);
    let rows = rows(&draft);
    assert!(
        rows.iter()
            .any(|row| row.contains("产出指标 48/50|数量指标 40/40|维修栋数")),
        "{part:?} {rows:#?}"
    );
    assert!(
        rows.iter().any(|row| row.contains("质量指标 8/10|验收合格率")),
        "{rows:#?}"
    );
}

#[test]
fn first_levels_stand_over_the_groups_of_a_part_that_is_none() {
    for scheme in [
        "湖北 20 / 80",
        "云南 20 / 80",
        "云南 10 / 90",
        "四川 10 / 90",
        "成安 按权重占比折算",
    ] {
        let mut draft = project(scheme);
        let part = draft.scheme.indicator_part().unwrap();
        let satisfaction = part.groups.iter().find(|group| group.name.ends_with("满意度指标"));
        let place = satisfaction.unwrap().id.0.to_string();
        let id = indicator(&mut draft, "10", &[("=", "90", "95")]);
        indicator_field(&mut draft, id, IndicatorField::Name, "师生满意度");
        indicator_field(&mut draft, id, IndicatorField::Place, &place);
        let rows = rows(&draft);
        for start in ["产出指标|数量指标|维修栋数|", "″|质量指标|验收合格率|"] {
            assert!(
                rows.iter().any(|row| row.contains(start)),
                "{scheme}: {start} in {rows:#?}"
            );
        }
        let last = rows.iter().find(|row| row.contains("师生满意度")).unwrap();
        assert!(last.starts_with("满意度指标|"), "{scheme}: {last}");
    }
    // Where the form says points, a first level inside a part has those of its indicators.
    let mut draft = project("湖北 20 / 80");
    set(&mut draft, Field::Scheme(SchemeField::TableForm), "level_sums");
    let rows = rows(&draft);
    assert!(
        rows.iter()
            .any(|row| row.contains("产出指标 72/80|数量指标 40/40|维修栋数")),
        "{rows:#?}"
    );
}

#[test]
fn a_target_without_a_sign_is_printed_without_one() {
    let mut draft = Draft::by(built_in("湖北 20 / 80"));
    indicator(&mut draft, "80", &[("=", "100", "100")]);
    let rows = rows(&draft);
    assert!(rows.iter().any(|row| row.contains("|100|100|80")), "{rows:#?}");
    set(&mut draft, Field::Scheme(SchemeField::TableForm), "yunnan");
    let rows = self::rows(&draft);
    assert!(rows.iter().any(|row| row.contains("|=|100|")), "{rows:#?}");
}

#[test]
fn what_a_form_asks_and_nobody_said_is_found() {
    let draft = project("云南 20 / 80");
    assert_eq!(findings(&draft, Code::E13).len(), 0);
    let mut lacks = draft.clone();
    let row = &lacks.indicators[0];
    let unit = Field::Measure(
        row.id,
        row.measures[0].id,
        jiping::domain::draft::field::MeasureField::Unit,
    );
    set(&mut lacks, unit, "");
    let found = findings(&lacks, Code::E13);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].field, &*found[0].message),
        (unit, "表样有“度量单位”一栏，1 项指标还没有填。")
    );
}
