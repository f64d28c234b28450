//! The measures of a page: A4 with a type area of 156 × 225 mm (GB/T 9704-2012), and of the cells of a table on it.

use super::pagination::Turn;

/// The width of the type area, twips.
pub fn width(turn: Turn) -> u32 {
    match turn {
        Turn::Upright => 8844,
        Turn::Landscape => 12756,
    }
}

/// The height of the type area, twips. The wide one is the narrow one's width.
pub fn height(turn: Turn) -> u32 {
    match turn {
        Turn::Upright => 12756,
        Turn::Landscape => 8844,
    }
}

/// The space between border and text, twips.
pub const MARGIN: u32 = 85;

/// A character of 5号, twips.
pub const CHARACTER: u32 = 210;
