//! How much room a text needs in a cell. Nobody measures it for us: neither Excel nor LibreOffice grows
//! merged cells, and what is cut off is not printed.

use crate::documents::report::column_fitting::Room;

/// The room of a half-width character, in tenths of a column's unit, which is the width of a digit. A little
/// more than it takes in 宋体, because other programs put in a wider font where 宋体 is missing.
const HALF: u32 = 11;
/// The room of a 汉字.
const FULL: u32 = 20;
/// What the borders of a cell, its indent and the rule against punctuation at the head of a line take away.
const MARGIN: u32 = 32;
/// The height of a line, points; fonts that stand in for 宋体 are taller.
const LINE: u32 = 15;
/// Air above and below, points.
const AIR: u32 = 8;

/// The room of a table so many units wide.
pub fn room(width: u32) -> Room {
    Room {
        across: width * 10,
        margin: MARGIN,
        half: HALF,
    }
}

/// The height that a text needs in a cell so many units wide, points.
pub fn height(text: &str, width: u32) -> u32 {
    lines(text, width) * LINE + AIR
}

/// How many lines a text takes in a cell so many units wide.
pub fn lines(text: &str, width: u32) -> u32 {
    let room = (width * 10).saturating_sub(MARGIN).max(FULL);
    text.split('\n').map(|line| wrapped(line, room)).sum()
}

/// Words and numbers stay whole unless a line is too short for them; 汉字 break anywhere.
fn wrapped(line: &str, room: u32) -> u32 {
    let (mut lines, mut used, mut word) = (1, 0, 0);
    for c in line.chars() {
        let is_word = c.is_ascii() && c != ' ';
        let size = if c.is_ascii() { HALF } else { FULL };
        word = if is_word { word + size } else { 0 };
        used += size;
        if used > room {
            lines += 1;
            used = if word > 0 && word <= room { word } else { size };
        }
        if word > room {
            word = size;
        }
    }
    lines
}

/// The units that a text needs on one line.
pub fn width(text: &str) -> u32 {
    let line = |line: &str| -> u32 { line.chars().map(|c| if c.is_ascii() { HALF } else { FULL }).sum() };
    text.split('\n').map(line).max().unwrap_or_default().div_ceil(10) + 2
}
