//! 部门整体支出绩效自评表, the department form as one wide annex: its layout in the report, and in the workbook.

use crate::drafts::{indicator_field, set};
use jiping::documents::report::block::{Annex, Block, Placed, Table};
use jiping::documents::report::pagination::Turn;
use jiping::documents::report::report::report;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::survey::SurveyField;

/// The sample by this form, with everything filled in that only this form asks for.
fn form() -> Draft {
    let mut draft = crate::drafts::sample();
    set(&mut draft, Field::Scheme(SchemeField::TableForm), "department");
    set(&mut draft, Field::ObjectiveActual, "各项目标已完成。");
    let id = draft.indicators[0].id;
    indicator_field(&mut draft, id, IndicatorField::InitialTarget, "2");
    indicator_field(&mut draft, id, IndicatorField::Core, "yes");
    draft
}

/// The annex of the form: what stands at its head, and its tables.
fn annex(draft: &Draft) -> (Annex, Vec<Table>) {
    let mut blocks = report(draft, &evaluate(draft)).blocks.into_iter();
    let annex = blocks.find_map(|block| match block {
        Block::Annex(annex) => Some(annex),
        _ => None,
    });
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    (annex.expect("an annex"), tables.collect())
}

fn row(cells: &[Placed<'_>]) -> String {
    assert_eq!(cells.iter().map(|placed| placed.columns).sum::<usize>(), 10);
    let texts = cells
        .iter()
        .map(|placed| if placed.continues { "″" } else { &placed.cell.text });
    texts.collect::<Vec<_>>().join("|")
}

#[test]
fn the_form_stands_in_its_official_layout() {
    let (annex, tables) = annex(&form());
    assert_eq!((&*annex.label, annex.turn), ("附件1", Turn::Landscape));
    let [top, indicators] = &tables[..] else {
        panic!("{} tables", tables.len())
    };
    let rows: Vec<String> = top.grid().iter().map(|cells| row(cells)).collect();
    assert_eq!(
        rows,
        [
            "部门（单位）名称|广州市白云区人民政府白云湖街道办事处|评价年度|2022年度",
            "部门整体支出\n（万元）|年初预算数|全年（调整）预算数|全年执行数|执行率（%）|执行率\n权重|执行率得分",
            "″|15,329.35|21,015.64|20,571.11|97.88|30|29.37",
            &format!(
                "当年整体绩效目标|{}|目标完成情况|各项目标已完成。",
                form().objectives.overall.trim()
            ),
        ]
    );
    // The head is repeated on every page of the form.
    let head: Vec<String> = indicators.head_grid().iter().map(|cells| row(cells)).collect();
    assert_eq!(
        head,
        ["指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|指标权重|指标得分|是否核心指标"]
    );
    let rows: Vec<String> = indicators.grid().iter().map(|cells| row(cells)).collect();
    assert_eq!(rows.len(), 15);
    for expected in [
        // Changed in mid-year, and a core indicator.
        "完成阵地建设的数量、质量|个|≥|2|3|3|100.00|3|3|是",
        // Of several quantities each says all of itself.
        "羊城家政基层服务站开展公益性家政培训、宣传活动的数量|场次|≥|≥30场次；\n≥45场次|—|30场次；\n45场次|100.00|2|2|",
        "市政工程项目质量||定性|验收全部合格|—|达成|100.00|3|3|",
        "退役军人服务满意度|%|≥|95|—||100.00|2|2|",
        "总分|100|99.37|优",
    ] {
        assert!(rows.iter().any(|row| row == expected), "{expected} is not in {rows:#?}");
    }
}

#[test]
fn what_only_this_form_asks_for_goes_with_the_year_where_it_should() {
    let next = form().for_next_year();
    assert_eq!(next.indicators[0].initial_target, "", "a change holds for one year");
    assert_eq!(next.indicators[0].core, form().indicators[0].core);
    assert_eq!(next.objectives.achieved, "");
}

#[test]
fn the_form_is_a_sheet_of_the_workbook() {
    let book = crate::workbook::book(&form());
    let sheet = book.sheet("部门整体自评表");
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert!(!names.contains(&"表1"), "{names:?}");
    let head = sheet.cells.iter().find(|(_, cell)| cell.value == "是否核心指标");
    let ((row, column), _) = head.expect("the head of the indicators");
    assert_eq!(column, "J");
    assert_eq!(sheet.at("J", row + 1).value, "是");
    assert_eq!(sheet.at("D", row + 1).value, "2");
    let workbook = book.parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    assert!(
        workbook.1.contains(&format!("部门整体自评表!${row}:${row}")),
        "{}",
        workbook.1
    );
    assert!(sheet.xml.contains("paperSize=\"9\"") && sheet.xml.contains("orientation=\"landscape\""));
}

#[test]
fn a_survey_stands_behind_what_was_reached() {
    let mut draft = crate::drafts::sample();
    let row = draft.indicators.iter().find(|row| row.is_of_satisfaction());
    let (id, analysis) = row.map(|row| (row.id, row.analysis.clone())).expect("a satisfaction");
    indicator_field(&mut draft, id, IndicatorField::Survey(SurveyField::Date), "2022年12月");
    indicator_field(&mut draft, id, IndicatorField::Survey(SurveyField::Asked), "60");
    indicator_field(&mut draft, id, IndicatorField::Survey(SurveyField::Returned), "57");
    let survey = "满意度调查：2022年12月，发放60份，收回57份（收回率95.00%）。";
    let own = analysis.trim().trim_end_matches('。');
    let told = format!("{own}。{survey}");
    let printed = report(&draft, &evaluate(&draft))
        .blocks
        .into_iter()
        .any(|block| match block {
            Block::Table(table) => table.body.iter().flatten().any(|cell| cell.text == told),
            _ => false,
        });
    assert!(printed, "{told}");
    // It belongs to the year that was told.
    assert!(draft.for_next_year().indicators.iter().all(|row| row.survey.is_blank()));
}
