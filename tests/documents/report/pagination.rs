//! Pages end, whatever a browser measured: arbitrary heights of paragraphs and table rows, rounded in any way.

use jiping::documents::report::pagination::{Measured, PageHeight, Slice, Turn, paginate};
use proptest::prelude::*;

/// Heights as nobody would measure them, and as browsers do.
fn height() -> impl Strategy<Value = i32> {
    prop_oneof![6 => 0..40_000_i32, 1 => -50..50_i32, 1 => any::<i32>()]
}

/// A paragraph whose height is not a multiple of its line: fractions of a pixel were rounded away on both sides.
fn paragraph() -> impl Strategy<Value = Measured> {
    (1..2_000_i32, 0..60_i32, -40..40_i32).prop_map(|(line, lines, off)| Measured {
        height: line * lines + off,
        line: Some(line),
        ..Measured::default()
    })
}

fn block() -> impl Strategy<Value = Measured> {
    let odd = (
        height(),
        proptest::option::of(prop_oneof![-5..1_i32, 40..2_000_i32]),
        proptest::collection::vec(height(), 0..12),
        height(),
    );
    let odd = odd.prop_map(|(height, line, rows, head)| Measured {
        // Real lines are not a millionth of their paragraph; as many pages would be right, but not here.
        height: if line.is_some() {
            height.clamp(-50, 40_000)
        } else {
            height
        },
        line,
        rows,
        head,
        ..Measured::default()
    });
    let turn = prop_oneof![8 => Just(None), 1 => Just(Some(Turn::Upright)), 1 => Just(Some(Turn::Landscape)), 1 => Just(Some(Turn::Form))];
    (prop_oneof![paragraph(), odd], any::<bool>(), turn).prop_map(|(block, clings, turn)| Measured {
        clings,
        turn,
        ..block
    })
}

/// Into how many pieces a block can be cut.
fn pieces(block: &Measured) -> usize {
    let lines = block.line.filter(|line| *line > 0);
    let lines = lines.map_or(1, |line| usize::try_from(block.height / line + 1).unwrap_or(1));
    lines.max(block.rows.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// No line and no row is lost or doubled, all come in their order, and no page is empty.
    #[test]
    fn every_piece_stands_on_one_page(
        blocks in proptest::collection::vec(block(), 0..12),
        upright in height(),
        landscape in height(),
        form in height(),
    ) {
        let pages = paginate(&blocks, PageHeight { upright, landscape, form });
        prop_assert!(pages.len() <= 1 + blocks.iter().map(pieces).sum::<usize>());
        prop_assert!(blocks.is_empty() || pages.iter().all(|page| !page.is_empty()), "an empty page in {pages:?}");
        let mut slices = pages.into_iter().flatten().peekable();
        for (place, block) in blocks.iter().enumerate() {
            let (mut height, mut row) = (0_i32, 0);
            while let Some(slice) = slices.next_if(|slice| slice.block() == place) {
                match slice {
                    Slice::Whole(_) => {
                        prop_assert!(height == 0 && block.rows.is_empty());
                        height = block.height;
                    }
                    Slice::Lines(_, from, high) => {
                        prop_assert_eq!(from, height);
                        height += high;
                    }
                    Slice::Rows(_, from, to) => {
                        prop_assert!(from == row && to > from);
                        row = to;
                    }
                }
            }
            prop_assert_eq!(row, block.rows.len());
            prop_assert!(!block.rows.is_empty() || height == block.height);
        }
        prop_assert_eq!(slices.next(), None);
    }

    /// Lines that are cut are whole: a page holds at most one line less than it has room for.
    #[test]
    fn pages_of_text_are_full(line in 150..800_i32, lines in 1..400_i32, off in -40..40_i32, room in 2..40_i32) {
        let block = Measured { height: line * lines + off, line: Some(line), ..Measured::default() };
        let page = line * room + 60;
        let pages = paginate(&[block], PageHeight { upright: page, landscape: page, form: page });
        let least = usize::try_from((lines + room - 1) / room).unwrap_or_default();
        prop_assert!(pages.len() == least || pages.len() == least + 1, "{} pages, {least} at least", pages.len());
    }
}
