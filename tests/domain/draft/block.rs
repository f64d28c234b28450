//! Blocks of cells: copied, pasted, filled down, emptied.

use jiping::domain::draft::block::{Misfit, emptied, filled_down, placed, separated, texts};
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::draft::table::Table;
use jiping::domain::draft::table_cells::{Area, Spot};

use crate::drafts::{add, new, sample, set};

fn grid(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

/// The whole table as its cells say it.
fn shown(draft: &Draft, table: Table) -> String {
    let cells = table.cells(draft);
    let all = Area {
        top: 0,
        left: 0,
        bottom: cells.rows.len().saturating_sub(1),
        right: cells.width().saturating_sub(1),
    };
    let lines = texts(draft, &cells, all);
    lines.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("\n")
}

/// A block that is pasted at a place: what the table says then, or why it does not fit.
fn check(draft: &Draft, table: Table, at: (usize, usize), pasted: &str, expected: Result<&str, Misfit>) {
    let at = Spot {
        row: at.0,
        column: at.1,
    };
    match (
        placed(draft, table, &table.cells(draft), at, &grid(pasted), |_, _, _| None),
        expected,
    ) {
        (Ok(placed), Ok(expected)) => {
            let mut after = draft.clone();
            for edit in &placed.edits {
                after.apply(edit);
            }
            assert_eq!(shown(&after, table), expected, "{pasted}");
        }
        (Err(found), Err(expected)) => assert_eq!(found, expected, "{pasted}"),
        (found, expected) => panic!("{pasted}: expected {expected:?}, found {found:?}"),
    }
}

#[test]
fn blocks_go_where_the_caret_stands_and_make_the_rows_that_are_missing() {
    let mut draft = new();
    let id = add(&mut draft, List::Projects);
    set(&mut draft, Field::ProjectName(id), "旧项目");
    let table = Table::Projects;
    check(&draft, table, (0, 1), "新名称|100", Ok("|新名称|100.00|"));
    check(
        &draft,
        table,
        (0, 0),
        "甲|子|10|9.5\n乙|丑||1.2亿",
        Ok("甲|子|10.00|9.50\n乙|丑||12,000.00"),
    );
    check(&draft, table, (0, 3), "1\n=2+3\n", Ok("|旧项目||1.00\n|||5.00"));
    // Heads tell the columns, whatever their order; a counter is no column.
    check(
        &draft,
        table,
        (0, 0),
        "序号|项目金额（万元）|项目名称\n1|7|道路\n2|8|公园",
        Ok("|道路||7.00\n|公园||8.00"),
    );
    check(
        &draft,
        table,
        (0, 0),
        "项目名称|承办\n道路|城管",
        Err(Misfit::OtherHeads),
    );
    check(&draft, table, (0, 2), "1|2|3", Err(Misfit::TooWide));
    check(&draft, table, (0, 2), "1|2|", Ok("|旧项目|1.00|2.00"));
    check(
        &draft,
        table,
        (0, 2),
        "道路\n公园",
        Err(Misfit::NotNumbers("项目预算数")),
    );
    // One word among numbers is taken as typed, and told at its cell.
    check(&draft, table, (0, 3), "约三百\n5", Ok("|旧项目||约三百\n|||5.00"));
}

#[test]
fn sources_of_funds_are_told_by_their_names() {
    let draft = new();
    let table = Table::Funds;
    check(
        &draft,
        table,
        (0, 0),
        "一般公共预算|1|2|3\n政府性基金|4|5|6\n上级补助|7|8|9\n单位资金|1|1|1\n合计|13|16|19",
        Ok(
            "一般公共预算|1.00|2.00|3.00\n政府性基金|4.00|5.00|6.00\n上级补助|7.00|8.00|9.00\n单位资金|1.00|1.00|1.00\n|||",
        ),
    );
    // A total that is not computed is taken.
    check(
        &draft,
        table,
        (0, 0),
        "一般公共预算|1||3\n合计|13|16|19",
        Ok("一般公共预算|1.00||3.00\n政府性基金|||\n其他资金|||\n|13.00|16.00|19.00"),
    );
    check(
        &draft,
        table,
        (3, 1),
        "1|2|3",
        Ok("一般公共预算|||\n政府性基金|||\n其他资金|||\n|1.00|2.00|3.00"),
    );
    check(&draft, table, (3, 1), "1\n2", Err(Misfit::TooTall));
    check(&draft, Table::Natures, (1, 1), "1\n2", Err(Misfit::TooTall));
    check(
        &draft,
        Table::Natures,
        (0, 1),
        "1|2|3\n4|5|6",
        Ok("|1.00|2.00|3.00\n|4.00|5.00|6.00"),
    );
}

#[test]
fn what_is_copied_is_pasted_back_unchanged() {
    let draft = sample();
    for table in [Table::Divisions, Table::Objectives, Table::Projects] {
        let cells = table.cells(&draft);
        let all = Area {
            top: 0,
            left: 0,
            bottom: cells.rows.len() - 1,
            right: cells.width() - 1,
        };
        let copied = texts(&draft, &cells, all);
        let at = Spot { row: 0, column: 0 };
        let again = placed(&draft, table, &cells, at, &copied, |_, _, _| None).expect("it fits where it came from");
        let mut after = draft.clone();
        again.edits.iter().for_each(|edit| {
            after.apply(edit);
        });
        assert!(after == draft, "{table:?}");
        assert_eq!(again.area, all);
    }
}

#[test]
fn a_cell_that_holds_signs_of_the_table_is_quoted() {
    for (cells, expected) in [
        (vec![vec!["甲", "乙"]], "甲\t乙\r\n"),
        (
            vec![vec!["一行\n二行", "说“好”"], vec!["", "a\"b"]],
            "\"一行\n二行\"\t说“好”\r\n\t\"a\"\"b\"\r\n",
        ),
    ] {
        let cells: Vec<Vec<String>> = cells
            .into_iter()
            .map(|row| row.into_iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(separated(&cells), expected);
    }
}

#[test]
fn filling_and_emptying() {
    let mut draft = new();
    for (name, amount) in [("甲", "1"), ("乙", "2"), ("丙", "3")] {
        let id = add(&mut draft, List::Projects);
        set(&mut draft, Field::ProjectName(id), name);
        set(&mut draft, Field::ProjectAmount(id), amount);
    }
    let cells = Table::Projects.cells(&draft);
    let area = |top, left, bottom, right| Area {
        top,
        left,
        bottom,
        right,
    };
    for (area, filled, empty) in [
        (
            area(0, 1, 2, 1),
            "|甲||1.00\n|甲||2.00\n|甲||3.00",
            "|||1.00\n|||2.00\n|||3.00",
        ),
        (
            area(1, 1, 1, 3),
            "|甲||1.00\n|甲||1.00\n|丙||3.00",
            "|甲||1.00\n|||\n|丙||3.00",
        ),
        (
            area(0, 3, 0, 3),
            "|甲||1.00\n|乙||2.00\n|丙||3.00",
            "|甲||\n|乙||2.00\n|丙||3.00",
        ),
    ] {
        for (edits, expected) in [
            (filled_down(&draft, &cells, area), filled),
            (emptied(&draft, &cells, area), empty),
        ] {
            let mut after = draft.clone();
            edits.iter().for_each(|edit| {
                after.apply(edit);
            });
            assert_eq!(shown(&after, Table::Projects), expected, "{area:?}");
        }
    }
    // What is chosen from a list is not emptied.
    let funds = Table::Funds.cells(&draft);
    assert_eq!(emptied(&draft, &funds, area(0, 0, 2, 0)), vec![]);
}

#[test]
fn a_number_keeps_its_calculation_until_it_is_typed_anew() {
    let mut draft = new();
    let field = Field::FundAmount(draft.budget.funds[0].id, Column::Initial);
    for (typed, value, working) in [
        ("=38000+500", "38,500.00", Some("=38000+500")),
        ("38,500.00", "38,500.00", Some("=38000+500")),
        ("＝３８０００＋５０１", "38,501.00", Some("=38000+501")),
        ("=38000+", "=38000+", None),
        ("=2*3", "6.00", Some("=2*3")),
        ("6", "6.00", None),
        ("", "", None),
    ] {
        set(&mut draft, field, typed);
        assert_eq!(
            (draft.text(field).as_str(), draft.working(field)),
            (value, working),
            "{typed}"
        );
    }
    set(&mut draft, Field::Duties, "=1+1");
    assert_eq!(
        (draft.text(Field::Duties).as_str(), draft.working(Field::Duties)),
        ("=1+1", None)
    );
    set(&mut draft, field, "=2*3");
    assert!(draft.for_next_year().workings.is_empty());
}
