//! Heads of tables in plain text: on one line or on several, one word a line or run together, framed by words that
//! say nothing of a column (项目资金, 绩／效／指／标).

use super::columns::{Column, column, heads, is_header, loose_column, split_heads};
use super::fit::{Look, look};
use super::line::{Line, Way};
use super::marks::{MarkKind, mark};

/// No head takes more lines, its frame counted.
const LINES: usize = 24;
/// No frame has more lines, nor longer ones in characters.
const FRAME: usize = 8;
const FRAME_WORD: usize = 14;

/// What the rows below a head are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// 资金.
    Funds,
    /// 预期目标 and 实际完成情况.
    Goals,
    /// 指标, 项目, parts of the score.
    Rows,
    /// Something else, whose cells stand apart.
    Other,
}

/// A head.
#[derive(Clone, Debug)]
pub struct Head {
    /// What is below it.
    pub block: Block,
    /// The columns.
    pub columns: Vec<Option<Column>>,
    /// Their words.
    pub texts: Vec<String>,
    /// How many columns at the left only frame the others; rows have nothing in them.
    pub frame: usize,
    /// How many lines it takes.
    pub lines: usize,
    /// How its cells stand apart.
    pub way: Way,
}

/// The head that begins at a line. Within a form, words that frame it may stand on lines before it.
pub fn head(lines: &[&str], start: usize, within: bool) -> Option<Head> {
    let mut making = Making::default();
    for (count, line) in lines.iter().skip(start).take(LINES).enumerate() {
        let line = Line::of(line)?;
        if line.cells.iter().any(|cell| is_figure(cell)) {
            break;
        }
        if !making.begins() && !making.first(&line) {
            let is_frame = within && count < FRAME && line.is_short(FRAME_WORD) && frames(&line);
            if !is_frame {
                return None;
            }
            making.frame.push_str(&line.cells.concat());
            continue;
        }
        if count > 0 && making.lines > 0 && !making.goes_on(&line) {
            break;
        }
        making.lines = count + 1;
    }
    making.finish()
}

/// Whether a line without heads is of the kind that frames a block of a form.
fn frames(line: &Line<'_>) -> bool {
    if line.filled().count() != 1 {
        return false;
    }
    let text = line.cells.concat();
    // 四、绩效评价指标分析 is a heading of the text.
    if mark(&text).is_some_and(|mark| mark.kind <= MarkKind::ChineseInBrackets) {
        return false;
    }
    let is_vertical = text.chars().count() <= 2;
    is_vertical
        || ["资金", "目标", "指标", "绩效", "元", "情况"]
            .iter()
            .any(|word| text.contains(word))
}

fn is_figure(cell: &str) -> bool {
    !cell.is_empty()
        && matches!(
            look(cell),
            Look::Number | Look::Percent | Look::Measured | Look::Stroke | Look::Dots
        )
}

#[derive(Default)]
struct Making {
    frame: String,
    cells: Vec<(Option<Column>, String)>,
    /// The beginning of a word that goes on on the next line.
    open: String,
    lines: usize,
    way: Option<Way>,
    widest: usize,
}

impl Making {
    fn begins(&self) -> bool {
        !self.cells.is_empty() || !self.open.is_empty()
    }

    /// Takes the first line with heads in it; says whether it is one.
    fn first(&mut self, line: &Line<'_>) -> bool {
        let all: Vec<Option<Column>> = line.cells.iter().map(|cell| column(cell)).collect();
        let exact =
            all.iter().flatten().count() + line.cells.iter().filter(|cell| split_heads(cell).is_some()).count() * 2;
        let is_first = match line.way {
            Way::Single => exact > 0 || may_open(&line.cells),
            // 年度绩效指标完成情况 | 一级: the word of a column is broken, or may go on: 年初预算 | 数.
            _ => {
                let last = line.cells.last().copied().unwrap_or_default();
                let may_go_on = exact == 1 && column(last).is_some() && super::columns::is_beginning(last);
                exact >= 2 || may_open(&line.cells) && line.cells.len() == 2 || may_go_on && line.filled().count() <= 2
            }
        };
        if !is_first {
            return false;
        }
        let last = line.cells.len() - 1;
        for (place, cell) in line.cells.iter().enumerate() {
            if place == last && column(cell).is_none() && may_open(&[cell]) {
                self.open.push_str(cell);
            } else if let Some(heads) = split_heads(cell) {
                self.cells
                    .extend(heads.into_iter().map(|(column, text)| (Some(column), text)));
            } else {
                let is_new = |column: &Column| *column == Column::Other || !all.contains(&Some(*column));
                let loose = loose_column(cell).filter(|column| exact >= 2 && is_new(column));
                self.cells.push((column(cell).or(loose), (*cell).to_owned()));
            }
        }
        self.measure(line);
        true
    }

    fn measure(&mut self, line: &Line<'_>) {
        if self.way.is_none() || line.cells.len() > self.widest {
            self.way = Some(line.way);
            self.widest = line.cells.len();
        }
    }

    /// Takes another line that is nothing but heads; says whether it is one.
    fn goes_on(&mut self, line: &Line<'_>) -> bool {
        let mut cells: Vec<(Option<Column>, String)> = Vec::new();
        let (mut open, mut last) = (self.open.clone(), self.cells.last().cloned());
        let end = line.cells.len().saturating_sub(1);
        for (place, cell) in line.cells.iter().enumerate() {
            let joined = format!("{open}{cell}");
            let longer = last.as_ref().filter(|_| place == 0 && open.is_empty());
            let longer = longer
                .map(|(_, text)| format!("{text}{cell}"))
                .filter(|text| column(text).is_some());
            if let Some(found) = column(&joined) {
                cells.push((Some(found), joined));
                open.clear();
            } else if let Some(text) = longer {
                // 评分 and 情况: the word before was only the beginning of one.
                last = None;
                cells.push((column(&text), text));
            } else if let Some(heads) = split_heads(&joined) {
                cells.extend(heads.into_iter().map(|(column, text)| (Some(column), text)));
                open.clear();
            } else if place == end && may_open(&[joined.as_str()]) {
                open = joined;
            } else {
                return false;
            }
        }
        let is_longer = last.is_none() && !self.cells.is_empty();
        let kept = self.cells.len() - usize::from(is_longer);
        let known = |column: &Column| self.cells[..kept].iter().any(|(own, _)| own.as_ref() == Some(column));
        let found: Vec<Column> = cells.iter().filter_map(|(column, _)| *column).collect();
        // 指标性质、指标值、度量单位 below 年度指标值: the head has two rows.
        let is_of_target = |column: &Column| {
            matches!(
                column,
                Column::Nature | Column::Comparator | Column::Target | Column::Unit
            )
        };
        if found.len() > 1 && found.iter().all(is_of_target) && known(&Column::Target) {
            let place = self
                .cells
                .iter()
                .position(|(column, _)| *column == Some(Column::Target))
                .unwrap_or_default();
            let (_, above) = self.cells.remove(place);
            self.frame.push_str(&above);
            self.cells.splice(place..place, cells);
            self.measure(line);
            return true;
        }
        // The same head once more is another one.
        if found.iter().any(|column| *column != Column::Other && known(column)) {
            return false;
        }
        self.cells.truncate(kept);
        self.cells.extend(cells);
        self.open = open;
        self.measure(line);
        true
    }

    fn finish(mut self) -> Option<Head> {
        if !self.open.is_empty() {
            return None;
        }
        let way = self.way?;
        let texts: Vec<String> = self.cells.iter().map(|(_, text)| text.clone()).collect();
        for ((column, _), head) in self.cells.iter_mut().zip(heads(&texts)) {
            *column = column.and(head);
        }
        while self.cells.last().is_some_and(|(_, text)| text.is_empty()) {
            self.cells.pop();
        }
        let known: Vec<Column> = self.cells.iter().filter_map(|(column, _)| *column).collect();
        let block = block(&known)
            .filter(|block| *block != Block::Other || matches!(way, Way::Tabs | Way::Strokes | Way::Blanks))?;
        let mut frame = self.cells.iter().take_while(|(column, _)| column.is_none()).count();
        // The names of the sources have no head of their own in the official forms.
        let has_source = known
            .iter()
            .any(|column| matches!(column, Column::Source | Column::ProjectName));
        // Where tabs tell the columns apart none is missing: the names stand before the first amounts.
        let is_placed = matches!(way, Way::Tabs | Way::Strokes);
        let first = self
            .cells
            .iter()
            .position(|(column, _)| matches!(column, Some(Column::Money(_))));
        let before = first.and_then(|first| first.checked_sub(1)).filter(|_| is_placed);
        if block == Block::Funds
            && !has_source
            && let Some(before) = before
        {
            self.cells[before].0 = Some(Column::Source);
            self.cells[..before].iter_mut().for_each(|(column, _)| *column = None);
            frame = before;
        } else if block == Block::Funds && !has_source && frame == 0 {
            self.cells
                .insert(0, (Some(Column::Source), std::mem::take(&mut self.frame)));
        } else if block == Block::Funds && !has_source {
            frame -= 1;
            self.cells[frame].0 = Some(Column::Source);
        }
        if !self.frame.is_empty() {
            self.cells.insert(0, (None, self.frame));
            frame += 1;
        }
        let (columns, texts) = self.cells.into_iter().unzip();
        Some(Head {
            block,
            columns,
            texts,
            frame,
            lines: self.lines,
            way,
        })
    }
}

/// What the columns make; none where they make no table.
fn block(columns: &[Column]) -> Option<Block> {
    let has = |column: Column| columns.contains(&column);
    let money = columns
        .iter()
        .filter(|column| matches!(column, Column::Money(_) | Column::Budget))
        .count();
    let is_funds = money >= 2 || money == 1 && has(Column::Rate);
    if is_header(columns) || is_funds && has(Column::ProjectName) {
        Some(Block::Rows)
    } else if is_funds {
        Some(Block::Funds)
    } else if has(Column::Goal) && has(Column::Analysis) && !has(Column::Name) && columns.len() <= 3 {
        Some(Block::Goals)
    } else {
        (columns.len() >= 2).then_some(Block::Other)
    }
}

/// Whether the last cell is the beginning of a head.
fn may_open(cells: &[&str]) -> bool {
    let last = cells.last().copied().unwrap_or_default();
    last.chars().count() >= 2 && super::columns::is_beginning(last) && column(last).is_none()
}
