//! The measures of a page: A4 with a type area of 156 × 225 mm (GB/T 9704-2012), one of 174 × 257 mm for forms, and of
//! the tables on it.

use super::pagination::Turn;

/// The width of the type area, twips.
pub fn width(turn: Turn) -> u32 {
    match turn {
        Turn::Upright => 8844,
        Turn::Landscape => 12756,
        Turn::Form => 9865,
    }
}

/// The height of the type area, twips. The wide one is the narrow one's width.
pub fn height(turn: Turn) -> u32 {
    match turn {
        Turn::Upright => 12756,
        Turn::Landscape => 8844,
        Turn::Form => 14570,
    }
}

/// The height of a chart, which is as wide as the type area, twips: 63 mm.
pub const CHART_HEIGHT: u32 = 3572;

/// How text stands in the cells of a table, in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The space between border and text, left and right.
    pub margin: u32,
    /// The space above and below the text: without it, text of several lines touches the border.
    pub above: u32,
    /// The least height of a row.
    pub row: i32,
    /// A line.
    pub line: i32,
    /// A character.
    pub character: u32,
}

impl Cells {
    /// Those of a page: 5号, and 小五 where a form is to stand on one page.
    pub fn on(turn: Turn) -> Self {
        match turn {
            Turn::Upright | Turn::Landscape => Cells {
                margin: 85,
                above: 28,
                row: 454,
                line: 300,
                character: 210,
            },
            Turn::Form => Cells {
                margin: 50,
                above: 20,
                row: 400,
                line: 240,
                character: 180,
            },
        }
    }
}
