//! Widths by what stands in the columns: heads, words and numbers whole, and the rest where it saves lines.

use jiping::documents::report::block::{Align, Block, Cell, Column, Table};
use jiping::documents::report::column_fitting::Room;
use jiping::documents::report::column_widths::fit;
use jiping::documents::report::column_widths::fit_alike;
use jiping::documents::report::column_widths::fit_blocks;
use jiping::documents::report::line_breaks;
use jiping::documents::report::line_breaks::Setting;
use jiping::documents::report::line_breaks::Type;
use jiping::documents::report::pagination::Turn;
use jiping::documents::report::report::report;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use proptest::prelude::*;

fn table(head: &[&str], body: &[&[&str]]) -> Table {
    let row = |cells: &[&str]| cells.iter().map(|text| Cell::new(*text)).collect::<Vec<_>>();
    Table {
        columns: vec![Column::of(Align::Left); head.len()],
        head: vec![row(head)],
        body: body.iter().map(|cells| row(cells)).collect(),
    }
}

/// The lines that a text takes in a column of a page.
fn lines(table: &Table, column: usize, text: &str, turn: Turn) -> usize {
    let room = Room::on_page(turn);
    let width = room.across * table.columns[column].width / 1000;
    let inside = (width - room.margin) / room.half;
    line_breaks::lines(text, 0, Type::new(2, 0, Setting::AS_ASKED), inside)
}

fn check(head: &[&str], body: &[&[&str]], expected: &[(usize, &str, usize)]) {
    let mut table = table(head, body);
    fit(vec![&mut table], Room::on_page(Turn::Upright));
    assert_eq!(table.columns.iter().map(|column| column.width).sum::<u32>(), 1000);
    for (column, text, most) in expected {
        let found = lines(&table, *column, text, Turn::Upright);
        assert!(found <= *most, "{text} takes {found} lines in {:?}", table.columns);
    }
}

#[test]
fn heads_words_and_numbers_stay_whole_and_long_texts_get_the_rest() {
    let long = "受年初天气影响，两处路面的铺设比计划晚了两周开始，后来增加了施工班组，全部按期完成。";
    check(
        &["序号", "指标名称", "得分", "偏差原因分析及改进措施"],
        &[&["1", "道路维修", "10", long], &["2", "管网改造", "9.5", ""]],
        &[(0, "序号", 1), (1, "指标名称", 1), (1, "道路维修", 1), (3, long, 2)],
    );
    // An empty column leaves its room to the one that has something to say.
    let target = "≥95%；无重大安全责任事故";
    check(
        &["年初指标值", "调整指标值", "说明", "备注"],
        &[&[target, "—", long, ""], &[target, "—", long, ""]],
        &[(0, target, 2), (1, "调整指标值", 2), (2, long, 4)],
    );
    check(
        &["来源", "年初预算数", "全年预算数", "全年执行数"],
        &[&[
            "一般公共预算",
            "1,234,567,890.12",
            "1,234,567,890.12",
            "1,234,567,890.12",
        ]],
        &[(1, "1,234,567,890.12", 1), (3, "1,234,567,890.12", 1)],
    );
    // One giant cell does not squeeze the heads of the others.
    let giant = "长".repeat(3_000);
    check(
        &["指标名称", "计量单位", "说明"],
        &[&["甲", "个", &giant]],
        &[(0, "指标名称", 1), (1, "计量单位", 1)],
    );
    check(&["甲"], &[], &[(0, "甲", 1)]);
}

#[test]
fn tables_that_touch_begin_alike_and_those_of_a_list_are_alike() {
    let one = table(&["名称", "乙", "丙"], &[&["短", "12,345,678.00", "短"]]);
    let long = "这一格里的文字要长得多，一行放不下，要占去几乎整行的宽度才行";
    let other = table(&["名称", "乙", "丙"], &[&["短", "短", long]]);
    let mut blocks = [one.clone(), other.clone()].map(Block::Table).to_vec();
    let widths = |blocks: &[Block]| -> Vec<Vec<u32>> {
        let tables = blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.columns.iter().map(|column| column.width).collect()),
            _ => None,
        });
        tables.collect()
    };
    fit_blocks(&mut blocks, Turn::Upright);
    let [first, second] = &widths(&blocks)[..] else {
        panic!("two tables")
    };
    assert!(first[0] == second[0] && first[1] > second[1], "{first:?} {second:?}");
    fit_alike(&mut blocks);
    let [first, second] = &widths(&blocks)[..] else {
        panic!("two tables")
    };
    assert_eq!(first, second);
}

/// The tables of a draft's report, each with how its pages lie.
fn tables(draft: &Draft) -> Vec<(Table, Turn)> {
    let report = report(draft, &evaluate(draft));
    let mut turn = report.turn;
    let mut tables = Vec::new();
    for block in report.blocks {
        match block {
            Block::Annex(annex) => turn = annex.turn,
            Block::Table(table) => tables.push((table, turn)),
            _ => {}
        }
    }
    tables
}

#[test]
fn reasons_and_targets_of_the_forms_take_few_lines() {
    let project = crate::drafts::long_project(1);
    let printed = "受年初天气影响，两处路面晚开工19天；提前备料，加强调度。";
    let (form, turn) = tables(&project).pop().unwrap();
    let mut cells = form.body.iter().flatten();
    assert!(cells.any(|cell| cell.text == printed), "{printed}");
    // Six where the widths were fixed; nine columns of 五号 leave no more room on an upright page.
    assert!(lines(&form, 8, printed, turn) <= 5, "{:?}", form.columns);

    let mut wide = crate::drafts::sample();
    crate::drafts::set(&mut wide, Field::Scheme(SchemeField::TableForm), "department");
    let (annex, turn) = tables(&wide).pop().unwrap();
    assert_eq!(turn, Turn::Landscape);
    for row in &annex.body {
        let initial = row.get(3).map_or("", |cell| cell.text.as_str());
        let own = initial.lines().count().max(1);
        let found = lines(&annex, 3, initial, turn);
        assert!(found <= own + 1, "{initial} takes {found} lines: {:?}", annex.columns);
    }
}

proptest! {
    #[test]
    fn any_table_gets_its_whole_width(
        rows in prop::collection::vec(prop::collection::vec("[甲乙a1，（ \n]{0,40}", 0..7), 0..9),
        down in 1_usize..4,
        across in 1_usize..4,
        count in 1_usize..7,
    ) {
        let cells = |row: &Vec<String>| row.iter().map(|text| Cell::new(text.as_str()).down(down).across(across)).collect::<Vec<_>>();
        let mut table = Table {
            columns: vec![Column::of(Align::Left); count],
            head: rows.iter().take(1).map(cells).collect(),
            body: rows.iter().skip(1).map(cells).collect(),
        };
        fit(vec![&mut table], Room::on_page(Turn::Upright));
        prop_assert_eq!(table.columns.iter().map(|column| column.width).sum::<u32>(), 1000);
        prop_assert!(table.columns.iter().all(|column| column.width > 20), "{:?}", table.columns);
    }
}
