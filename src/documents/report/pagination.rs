//! Cuts the report into A4 pages from heights: those that the browser measured, for the preview, or those that
//! follow from the format, for the page numbers of the table of contents.

/// A block as measured: its height, where it may be cut, and how it clings to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// The height in tenths of a pixel.
    pub height: i32,
    /// The height of one line, for blocks that can be cut between lines; nothing for those that cannot.
    pub line: Option<i32>,
    /// The heights of a table's rows, the last with the space after it; empty for other blocks.
    pub rows: Vec<i32>,
    /// The height of a table's header.
    pub head: i32,
    /// Whether it must not be the last on a page, as a heading or a caption.
    pub clings: bool,
    /// Whether it begins a new page, and whether pages lie on their side from there on.
    pub turn: Option<Turn>,
}

/// How pages lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// Upright.
    #[default]
    Upright,
    /// On their side.
    Landscape,
    /// Upright with narrow margins and small type, so that a form stands on one page.
    Form,
}

/// The height of the type area of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageHeight {
    /// Of one that stands upright.
    pub upright: i32,
    /// Of one on its side.
    pub landscape: i32,
    /// Of one for a form.
    pub form: i32,
}

impl PageHeight {
    fn of(self, turn: Turn) -> i32 {
        match turn {
            Turn::Upright => self.upright,
            Turn::Landscape => self.landscape,
            Turn::Form => self.form,
        }
    }
}

/// A part of a block that stands on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slice {
    /// The whole block.
    Whole(usize),
    /// A paragraph from so many tenths of a pixel on, so many high.
    Lines(usize, i32, i32),
    /// Rows of a table, from and up to.
    Rows(usize, usize, usize),
}

impl Slice {
    /// The number of the block.
    pub fn block(self) -> usize {
        let (Slice::Whole(place) | Slice::Lines(place, ..) | Slice::Rows(place, ..)) = self;
        place
    }
}

/// The number of the first page on which each block stands, from 1.
pub fn first_pages(pages: &[Vec<Slice>], blocks: usize) -> Vec<usize> {
    let mut first = vec![0; blocks];
    for (number, page) in pages.iter().enumerate() {
        for slice in page {
            if let Some(found @ 0) = first.get_mut(slice.block()) {
                *found = number + 1;
            }
        }
    }
    first
}

/// Puts blocks on pages.
pub fn paginate(blocks: &[Measured], height: PageHeight) -> Vec<Vec<Slice>> {
    let mut pages: Vec<Vec<Slice>> = vec![Vec::new()];
    let mut page = height.upright;
    let mut left = page;
    for (place, block) in blocks.iter().enumerate() {
        if let Some(turn) = block.turn {
            page = height.of(turn);
            if !is_fresh(&pages) {
                pages.push(Vec::new());
            }
            left = page;
        }
        // What clings goes with at least the first piece of what follows the whole chain.
        let needed = chain(blocks, place, page);
        if !is_fresh(&pages) && needed > left && needed <= page {
            pages.push(Vec::new());
            left = page;
        }
        if !block.rows.is_empty() {
            rows(place, block, page, &mut left, &mut pages);
        } else if block.height <= left {
            put(&mut pages, Slice::Whole(place));
            left = left.saturating_sub(block.height);
        } else if let Some(line) = block.line.filter(|line| *line > 0) {
            lines(place, block, line, page, &mut left, &mut pages);
        } else {
            if !is_fresh(&pages) {
                pages.push(Vec::new());
            }
            put(&mut pages, Slice::Whole(place));
            left = page.saturating_sub(block.height);
        }
    }
    pages
}

/// Whether nothing stands on the last page yet. What is higher than a page stands there alone, and the page grows
/// with it: so each page takes at least one piece, and cutting ends whatever was measured.
fn is_fresh(pages: &[Vec<Slice>]) -> bool {
    pages.last().is_some_and(Vec::is_empty)
}

fn put(pages: &mut [Vec<Slice>], slice: Slice) {
    if let Some(page) = pages.last_mut() {
        page.push(slice);
    }
}

/// The height of a block and of all that it clings to, up to the first piece of the last.
fn chain(blocks: &[Measured], place: usize, page: i32) -> i32 {
    let mut height = 0_i32;
    for (offset, block) in blocks.iter().skip(place).enumerate() {
        if offset > 0 && block.turn.is_some() {
            break;
        }
        if block.clings {
            height = height.saturating_add(block.height);
            continue;
        }
        let first_rows = block.rows.iter().take(opening(block.head, &block.rows, page));
        let first_rows = first_rows.fold(block.head, |sum, row| sum.saturating_add(*row));
        let first_rows = (!block.rows.is_empty()).then_some(first_rows);
        let first_line = block.line.map(|line| line.min(block.height));
        return height.saturating_add(first_rows.or(first_line).unwrap_or(block.height));
    }
    height
}

/// How many rows of a table stand on the page of its head: three, so that it does not begin with one or two at the
/// foot of a page; fewer where they are so high that moving them would leave a hole.
pub fn opening(head: i32, rows: &[i32], page: i32) -> usize {
    let heights = rows.iter().take(3).scan(head, |height, row| {
        *height = height.saturating_add(*row);
        Some(*height)
    });
    match heights.take_while(|height| *height <= page / 3).count().max(1) {
        // The last row does not stand alone, so it comes along.
        count @ 2.. if count + 1 == rows.len() => rows.len(),
        count => count,
    }
}

/// Cuts a paragraph between lines. A single line may stand alone at a cut, because official pages are full.
///
/// Lines are counted, and each has its share of the height: browsers round, so that n lines are a little lower or
/// higher than n times one, and what would be left of a subtraction is no line.
fn lines(place: usize, block: &Measured, line: i32, page: i32, left: &mut i32, pages: &mut Vec<Vec<Slice>>) {
    let count = (block.height.saturating_add(line / 2) / line).max(1);
    let end = |lines: i32| {
        let end = i64::from(block.height) * i64::from(lines) / i64::from(count);
        i32::try_from(end).unwrap_or(block.height)
    };
    let mut from = 0;
    while from < count {
        let fits = |to: &i32| end(*to) - end(from) <= *left;
        let to = match (from + 1..=count).take_while(fits).last() {
            Some(to) => to,
            None if is_fresh(pages) => from + 1,
            None => {
                pages.push(Vec::new());
                *left = page;
                continue;
            }
        };
        let height = end(to) - end(from);
        put(pages, Slice::Lines(place, end(from), height));
        *left = left.saturating_sub(height);
        from = to;
    }
}

/// Cuts a table between rows; the header is repeated on each page.
fn rows(place: usize, block: &Measured, page: i32, left: &mut i32, pages: &mut Vec<Vec<Slice>>) {
    let mut from = 0;
    while from < block.rows.len() {
        let mut height = block.head;
        let mut to = from;
        while let Some(row) = block.rows.get(to).filter(|row| height.saturating_add(**row) <= *left) {
            height = height.saturating_add(*row);
            to += 1;
        }
        if to == from {
            if !is_fresh(pages) {
                pages.push(Vec::new());
                *left = page;
                continue;
            }
            height = height.saturating_add(block.rows.get(from).copied().unwrap_or_default());
            to = from + 1;
        }
        // The sum, which comes last, does not stand alone on a page.
        if to + 1 == block.rows.len() && to > from + 1 {
            to -= 1;
            height -= block.rows.get(to).copied().unwrap_or_default();
        }
        put(pages, Slice::Rows(place, from, to));
        *left = left.saturating_sub(height);
        from = to;
        if from < block.rows.len() {
            pages.push(Vec::new());
            *left = page;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::documents::report::pagination::*;

    fn text(lines: i32) -> Measured {
        Measured {
            height: lines * 10,
            line: Some(10),
            rows: vec![],
            head: 0,
            clings: false,
            turn: None,
        }
    }

    fn heading() -> Measured {
        Measured {
            clings: true,
            ..text(1)
        }
    }

    fn table(rows: &[i32]) -> Measured {
        Measured {
            height: 5 + rows.iter().sum::<i32>(),
            line: None,
            rows: rows.into(),
            head: 5,
            clings: false,
            turn: None,
        }
    }

    fn check(blocks: &[Measured], expected: &[&[Slice]]) {
        let height = PageHeight {
            upright: 100,
            landscape: 50,
            form: 100,
        };
        assert_eq!(paginate(blocks, height), expected);
    }

    #[test]
    fn blocks_fill_pages() {
        use Slice::*;
        check(&[text(4), text(6)], &[&[Whole(0), Whole(1)]]);
        check(
            &[text(4), text(8)],
            &[&[Whole(0), Lines(1, 0, 60)], &[Lines(1, 60, 20)]],
        );
        // Every page is full, even where that leaves one line alone.
        check(
            &[text(9), text(4)],
            &[&[Whole(0), Lines(1, 0, 10)], &[Lines(1, 10, 30)]],
        );
        check(
            &[text(5), text(6)],
            &[&[Whole(0), Lines(1, 0, 50)], &[Lines(1, 50, 10)]],
        );
        check(&[text(9), heading(), text(2)], &[&[Whole(0)], &[Whole(1), Whole(2)]]);
        check(
            &[text(25)],
            &[&[Lines(0, 0, 100)], &[Lines(0, 100, 100)], &[Lines(0, 200, 50)]],
        );
        check(
            &[text(7), heading(), table(&[15, 40])],
            &[&[Whole(0), Whole(1), Rows(2, 0, 1)], &[Rows(2, 1, 2)]],
        );
        // A caption never stands alone at the end of a page.
        check(
            &[text(8), heading(), table(&[15, 40])],
            &[&[Whole(0)], &[Whole(1), Rows(2, 0, 2)]],
        );
        check(
            &[text(5), table(&[15, 40])],
            &[&[Whole(0), Rows(1, 0, 1)], &[Rows(1, 1, 2)]],
        );
        let turned = |turn, block| Measured {
            turn: Some(turn),
            ..block
        };
        check(
            &[
                text(1),
                turned(Turn::Landscape, heading()),
                table(&[15, 40]),
                turned(Turn::Upright, text(9)),
            ],
            &[&[Whole(0)], &[Whole(1), Rows(2, 0, 1)], &[Rows(2, 1, 2)], &[Whole(3)]],
        );
        check(&[turned(Turn::Upright, text(1))], &[&[Whole(0)]]);
        // A table does not begin with one or two rows at the foot of a page, unless they are high.
        check(&[text(8), table(&[5, 5, 5, 5])], &[&[Whole(0)], &[Rows(1, 0, 4)]]);
        check(
            &[text(8), heading(), table(&[5, 5, 5])],
            &[&[Whole(0)], &[Whole(1), Rows(2, 0, 3)]],
        );
        check(
            &[text(5), table(&[20, 20, 20, 20])],
            &[&[Whole(0), Rows(1, 0, 2)], &[Rows(1, 2, 4)]],
        );
        // The sum does not stand alone on a page.
        check(
            &[text(5), table(&[10, 10, 10, 10, 10])],
            &[&[Whole(0), Rows(1, 0, 3)], &[Rows(1, 3, 5)]],
        );
        check(&[table(&[300, 10])], &[&[Rows(0, 0, 1)], &[Rows(0, 1, 2)]]);
    }

    #[test]
    fn every_row_and_line_is_printed_once() {
        for size in 1..60 {
            let blocks = vec![text(size), heading(), table(&[size; 30]), text(61 - size)];
            let mut seen = [0, 0, 0, 0];
            for slice in paginate(
                &blocks,
                PageHeight {
                    upright: 100,
                    landscape: 50,
                    form: 100,
                },
            )
            .into_iter()
            .flatten()
            {
                match slice {
                    Slice::Whole(place) => seen[place] += blocks[place].height,
                    Slice::Lines(place, _, height) => seen[place] += height,
                    Slice::Rows(place, from, to) => seen[place] += blocks[place].rows[from..to].iter().sum::<i32>(),
                }
            }
            assert_eq!(seen, [size * 10, 10, size * 30, (61 - size) * 10]);
        }
    }
}
