//! Tables as rows and columns of fields, and the ways from cell to cell.

use jiping::domain::draft::budget::Column;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::draft::table::{TABLES, Table};
use jiping::domain::draft::table_cells::{Area, Cells, Spot, Step};
use jiping::domain::values::input::Choice;
use jiping::domain::values::row::Id;
use proptest::prelude::*;

use crate::drafts::{add, new, sample, set};

fn spot(row: usize, column: usize) -> Spot {
    Spot { row, column }
}

#[test]
fn every_cell_is_a_field_of_the_draft_and_found_by_its_key() {
    let draft = sample();
    for table in TABLES {
        let cells = table.cells(&draft);
        assert!(!cells.rows.is_empty() || table == Table::SubordinateUnits, "{table:?}");
        for row in &cells.rows {
            assert_eq!(row.cells.len(), table.heads().len(), "{table:?}");
        }
        let all = Area::between(spot(0, 0), spot(cells.rows.len(), cells.width()));
        for field in cells.fields(all) {
            assert!(draft.input(field).is_some(), "{field:?}");
            assert_eq!(cells.by_key(&field.key()), Some(field));
            assert_eq!(cells.spot(field).and_then(|spot| cells.at(spot)), Some(field));
        }
    }
}

#[test]
fn a_total_is_a_cell_while_it_is_typed() {
    let mut draft: Draft = new();
    let cells = Table::Funds.cells(&draft);
    let last = cells.rows.last().expect("the line of totals");
    assert_eq!(
        (last.id, last.cells.clone()),
        (
            None,
            vec![
                None,
                Some(Field::StatedTotal(Column::Initial)),
                Some(Field::StatedTotal(Column::Adjusted)),
                Some(Field::StatedTotal(Column::Executed))
            ]
        )
    );
    for fund in draft.budget.funds.clone() {
        set(&mut draft, Field::FundAmount(fund.id, Column::Initial), "1");
    }
    let cells = Table::Funds.cells(&draft);
    assert_eq!(cells.at(spot(3, 1)), None, "a computed total");
    assert_eq!(cells.at(spot(3, 2)), Some(Field::StatedTotal(Column::Adjusted)));
}

/// From a cell by steps to another.
fn check(cells: &Cells, from: (usize, usize), steps: &[Step], to: (usize, usize)) {
    let end = steps
        .iter()
        .fold(spot(from.0, from.1), |at, step| cells.step(at, *step));
    assert_eq!((end.row, end.column), to, "{from:?} {steps:?}");
}

#[test]
fn steps_skip_what_cannot_be_typed_and_stop_at_the_edge() {
    let mut draft = new();
    for fund in draft.budget.funds.clone() {
        set(&mut draft, Field::FundAmount(fund.id, Column::Initial), "1");
    }
    let cells = Table::Funds.cells(&draft);
    use Step::*;
    for (from, steps, to) in [
        ((0, 0), &[Right][..], (0, 1)),
        ((0, 0), &[Left], (0, 0)),
        ((0, 0), &[Up], (0, 0)),
        ((0, 0), &[Down, Down, Down], (2, 0)),
        ((2, 1), &[Down], (2, 1)),
        ((2, 2), &[Down, Down], (3, 2)),
        ((3, 2), &[Left], (3, 2)),
        ((3, 2), &[RowEnd, Top], (0, 3)),
        ((1, 2), &[RowStart, Bottom], (2, 0)),
        ((1, 2), &[Start], (0, 0)),
        ((1, 2), &[End], (3, 3)),
    ] {
        check(&cells, from, steps, to);
    }
    assert_eq!(cells.next(spot(0, 3), true), Some(spot(1, 0)));
    assert_eq!(cells.next(spot(1, 0), false), Some(spot(0, 3)));
    assert_eq!(cells.next(spot(2, 3), true), Some(spot(3, 2)));
    assert_eq!(
        (cells.next(spot(3, 3), true), cells.next(spot(0, 0), false)),
        (None, None)
    );
}

#[test]
fn a_key_of_another_table_is_none_of_this_one() {
    let mut draft = new();
    let division = add(&mut draft, List::Divisions);
    let unit = add(&mut draft, List::SubordinateUnits);
    let cells = Table::Divisions.cells(&draft);
    assert_eq!(
        cells.by_key(&Field::DivisionName(division).key()),
        Some(Field::DivisionName(division))
    );
    for other in [
        Field::SubordinateUnit(unit),
        Field::DivisionName(Id(9_999)),
        Field::Unit,
    ] {
        assert_eq!(cells.by_key(&other.key()), None);
    }
}

proptest! {
    #[test]
    fn a_step_leads_to_a_cell_or_nowhere(rows in 1_usize..6, row in 0_usize..6, column in 0_usize..4, typed in 0_u8..8) {
        let mut draft = new();
        for _ in 0..rows {
            add(&mut draft, List::Projects);
        }
        for (place, column) in Column::ALL.iter().enumerate() {
            if typed & (1 << place) != 0 {
                for fund in draft.budget.funds.clone() {
                    set(&mut draft, Field::FundAmount(fund.id, *column), "2");
                }
            }
        }
        for table in [Table::Projects, Table::Funds] {
            let cells = table.cells(&draft);
            let from = spot(row % cells.rows.len(), column);
            if cells.at(from).is_none() {
                continue;
            }
            use Step::*;
            for step in [Up, Down, Left, Right, Top, Bottom, RowStart, RowEnd, Start, End] {
                prop_assert!(cells.at(cells.step(from, step)).is_some());
            }
            for forward in [true, false] {
                if let Some(next) = cells.next(from, forward) {
                    prop_assert!(cells.at(next).is_some());
                    prop_assert_eq!(cells.next(next, !forward), Some(from));
                }
            }
        }
    }
}
