//! Tables in plain text, from wherever it was copied: cells apart by tabs, strokes, several blanks or one, or one cell
//! a line.
//!
//! A table is read block by block: cells with a label before them (项目名称 禁毒经费), and heads with rows below. A row
//! that has a cell for each head and numbers where numbers belong is taken as it stands. What does not fit so (cells
//! spanned from above are missing, a cell is broken over lines, each line is one cell) is laid under the heads by
//! [`align`]. For example, copied out of a browser:
//!
//! ```text
//! 一级指标⇥二级指标⇥三级指标⇥年度指标值⇥实际完成值⇥分值⇥得分      columns: First Second Name Target Actual Weight Score
//! 产出指标                                                     a broken cell
//! （50分）                                                     goes on
//! 数量指标⇥宣传场次⇥≥1场⇥1场⇥25⇥25                             产出指标（50分）│数量指标│宣传场次│≥1场│1场│25│25
//! 质量指标⇥验收合格率⇥100%⇥100%⇥25⇥25                          │质量指标│验收合格率│100%│100%│25│25
//! 总分⇥100⇥97.5                                               总分│││││100│97.5
//! ```
//!
//! 1. `line` cuts each line at what stands between its cells: tabs, strokes, several blanks, one blank. A line without
//!    any is one cell, or, where a head ran together, is cut at the words of heads (`run_together`).
//! 2. `heads` takes a line for a head when enough of its cells are words of `vocabulary::heads`, the one vocabulary of
//!    columns for files and texts; a head may go on over three lines, stand upright, or come again after a page.
//! 3. The first row of the example has one cell under seven heads, and 产出指标 is a first level (`fit`). `aligning` lays
//!    the cells to come into rows and columns from left to right, each earning what it fits its column: ≥1场 fits a
//!    target, 25 a weight, 质量指标 a second level, so that a row which begins with it has no first level of its own.
//! 4. 总分 fits a total and ends the body; 100 and 97.5 find the only columns of points.
//! 5. What the columns mean is not decided here. `recognise` takes of several columns of points those whose sum is the
//!    whole, and of several amounts those whose rate is the printed one: heads propose, arithmetic decides.
//!
//! Whatever the lines hold stands in the grid, so that nothing is lost where a guess was wrong.

use crate::documents::passage::Grid;

use super::goal_lines::goals;
use super::heads::{Block, Head, head};
use super::label_lines::{amount_row, label_row};
use super::labels::is_label;
use super::line::{Line, WIDEST, Way, ink, is_page_number, line_at};
use super::marks::{MarkKind, mark};
use super::rows::Body;

/// A table and the lines it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextTable {
    /// Its cells.
    pub grid: Grid,
    /// How many lines.
    pub lines: usize,
    /// Those of them that are page numbers or rules, and none of it.
    pub furniture: Vec<usize>,
}

/// The table that begins at a line; lines keep the tabs that they begin with.
pub fn table(lines: &[&str], start: usize) -> Option<TextTable> {
    let first = Line::of(lines.get(start)?)?;
    if first.way != Way::Tabs && ink(lines[start]) > WIDEST * 2 || first.way == Way::Tabs && first.filled().count() < 2
    {
        return None;
    }
    // （三）自评得分 above a table is its heading and no head of a column.
    let is_heading = first.way == Way::Single
        && mark(lines[start].trim_start()).is_some_and(|mark| mark.kind <= MarkKind::ChineseInBrackets);
    if is_heading {
        return None;
    }
    let mut making = Making {
        lines,
        place: start,
        ..Making::default()
    };
    while making.block() {}
    let widest = making.grid.iter().map(Vec::len).max().unwrap_or_default();
    for row in &mut making.grid {
        row.resize(widest, String::new());
    }
    let is_table = (making.grid.len() >= 2 || making.is_pair) && widest >= 2 && making.is_sure;
    is_table.then_some(TextTable {
        grid: making.grid,
        lines: making.place - start,
        furniture: making.furniture,
    })
}

#[derive(Default)]
struct Making<'a> {
    lines: &'a [&'a str],
    place: usize,
    grid: Grid,
    furniture: Vec<usize>,
    /// Whether more than labels was found, or several of these.
    is_sure: bool,
    labels: usize,
    /// Whether a line had two labels.
    is_pair: bool,
}

impl Making<'_> {
    /// Takes one block; says whether there was one.
    fn block(&mut self) -> bool {
        let labelled = label_row(self.lines, self.place);
        if let Some((row, count)) = labelled.or_else(|| Some((amount_row(self.lines, self.place)?, 1))) {
            // 项目名称 某项目 主管部门 某局: two labels in one line are sure by themselves.
            let is_parted = line_at(self.lines, self.place).is_some_and(|line| line.way == Way::Blanks);
            self.is_pair |= is_parted && row.iter().filter(|cell| is_label(cell)).count() >= 2;
            self.grid.push(row);
            self.place += count;
            self.labels += 1;
            self.is_sure |= self.labels >= 2 || self.is_pair;
            return true;
        }
        if let Some(head) = head(self.lines, self.place, !self.grid.is_empty())
            && self.rows_below(&head)
        {
            return true;
        }
        let Some(line) = line_at(self.lines, self.place) else {
            return false;
        };
        let is_next = |line: &Line<'_>| line_at(self.lines, self.place + 1).is_some_and(|next| next.way == line.way);
        if matches!(line.way, Way::Tabs | Way::Strokes) && (!self.grid.is_empty() || is_next(&line)) {
            if line.is_rule() {
                self.furniture.push(self.place);
            } else {
                self.grid
                    .push(line.cells.iter().map(|cell| (*cell).to_owned()).collect());
            }
            self.place += 1;
            self.is_sure = true;
            return true;
        }
        // A page ends within the table.
        if self.is_sure && line.way == Way::Single && is_page_number(self.lines[self.place]) {
            let goes_on =
                line_at(self.lines, self.place + 1).is_some_and(|next| matches!(next.way, Way::Tabs | Way::Strokes));
            if goes_on {
                self.furniture.push(self.place);
                self.place += 1;
            }
            return goes_on;
        }
        false
    }

    /// A head and what stands below it; nothing is taken where it turns out to be none.
    fn rows_below(&mut self, head: &Head) -> bool {
        let from = self.place + head.lines;
        let body = match head.block {
            Block::Goals => goals(self.lines, head, from),
            _ => Body::below(self.lines, head, from),
        };
        let Some(body) = body else { return false };
        let mut heads = body.frame;
        heads.extend(head.texts.iter().cloned());
        self.grid.push(heads);
        self.grid.extend(body.rows);
        self.furniture.extend(body.furniture);
        self.place = body.end;
        self.is_sure = true;
        true
    }
}
