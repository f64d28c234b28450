//! How many pages a sheet takes, and whether it takes one for a few rows only.
//!
//! Programs make a sheet as narrow as the paper; how long it is then follows from its widths and heights.

/// The type area of A4 within the margins of our sheets, hundredths of a point: width and height.
const PORTRAIT: (u64, u64) = (50_890, 72_690);
const LANDSCAPE: (u64, u64) = (75_490, 48_010);

/// What a column takes: so much for each unit of its width, and its own margin, hundredths of a point.
const UNIT: u64 = 525;
const COLUMN: u64 = 375;

/// So much of a page, in percent, is spared by printing the pages before a little smaller. Programs and fonts
/// differ by a few percent, so a page that is full to so much counts as one that may run over.
const SPARED: u64 = 15;
const FULL: u64 = 92;

/// A form is meant for one page: Word gives it small type for it, and a sheet may be made as much smaller.
const SPARED_OF_FORM: u64 = 50;

/// What is known of a sheet.
#[derive(Clone, Debug)]
pub struct Length {
    /// How it lies on the paper.
    pub paper: Paper,
    /// The widths of its columns, in their unit.
    pub widths: Vec<u32>,
    /// The heights of its rows, points.
    pub rows: Vec<u32>,
    /// The header rows that are repeated on every page, first and last.
    pub repeated: Option<(u32, u32)>,
}

/// On how many pages a sheet is to be pressed; none where it prints well by itself.
pub fn pressed(length: &Length) -> Option<u16> {
    let (pages, last) = pages(length);
    let spared = match (length.paper, pages) {
        (Paper::Form, 2) => SPARED_OF_FORM,
        _ => SPARED,
    };
    match (pages, last) {
        (2.., last) if last <= spared => u16::try_from(pages - 1).ok(),
        (_, FULL..=100) => u16::try_from(pages).ok(),
        _ => None,
    }
}

/// How many pages a sheet takes, and how full the last is, in percent, without its header.
fn pages(length: &Length) -> (u64, u64) {
    let (width, height) = match length.paper {
        Paper::Portrait | Paper::Form => PORTRAIT,
        Paper::Landscape => LANDSCAPE,
    };
    let own: u64 = length
        .widths
        .iter()
        .map(|width| u64::from(*width) * UNIT + COLUMN)
        .sum();
    // A sheet that is wider than the paper is made smaller, so that more rows go on a page.
    let page = height * own.max(width) / width;
    let rows = || (0_u32..).zip(length.rows.iter().map(|row| u64::from(*row) * 100));
    let (first, last) = length.repeated.unwrap_or((1, 0));
    let head: u64 = rows()
        .filter(|(place, _)| (first..=last).contains(place))
        .map(|(_, row)| row)
        .sum();
    let (mut pages, mut used, mut above) = (1, 0, 0);
    for (place, row) in rows() {
        if used + row > page && used > above {
            pages += 1;
            above = if place > last { head } else { 0 };
            used = above;
        }
        used += row;
    }
    (pages, (used - above) * 100 / page)
}

#[cfg(test)]
mod tests {
    use crate::documents::xlsx::printing::*;

    fn check(rows: &[u32], repeated: Option<(u32, u32)>, expected: Option<u16>) {
        let length = Length {
            paper: Paper::Portrait,
            widths: vec![94],
            rows: rows.to_vec(),
            repeated,
        };
        assert_eq!(pressed(&length), expected, "{rows:?}");
    }

    #[test]
    fn a_few_rows_do_not_take_a_page() {
        check(&[], None, None);
        check(&[22; 10], None, None);
        // A page holds 33 rows of 22 points; a full one may run over where fonts are higher.
        check(&[22; 33], None, Some(1));
        check(&[22; 34], None, Some(1));
        check(&[22; 38], None, Some(1));
        check(&[22; 39], None, None);
        check(&[22; 50], None, None);
        check(&[22; 68], None, Some(2));
        // A header that is repeated makes each page hold less.
        check(&[22; 66], Some((0, 0)), Some(2));
        check(&[22; 60], Some((0, 0)), None);
        check(&[2_000], None, None);
        let form = |rows: &[u32]| {
            pressed(&Length {
                paper: Paper::Form,
                widths: vec![94],
                rows: rows.to_vec(),
                repeated: None,
            })
        };
        assert_eq!(form(&[22; 48]), Some(1));
        assert_eq!(form(&[22; 52]), None);
        assert_eq!(form(&[22; 80]), None);
    }
}

/// How a sheet lies on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 纵向.
    Portrait,
    /// 横向, for wide tables.
    Landscape,
    /// 纵向, a form whose many columns stand upright in small type, on one page where it can be.
    Form,
}
