//! Heads of tables in plain text: on one line or on several, one word a line or run together, framed by words that
//! say nothing of a column (项目资金, 绩／效／指／标).

use super::columns::{
    Column, column, heads, in_their_place, is_beginning, is_frame, is_header, loose_column, split_heads,
};
use super::fit::{Look, look};
use super::head_places::{HeadCell, folded};
use super::line::{Line, Span, WIDE, Way, placed};
use super::marks::{MarkKind, mark};

/// No head takes more lines, its frame counted.
const LINES: usize = 24;
/// No frame has more lines, nor longer ones in characters.
const FRAME: usize = 8;
const FRAME_WORD: usize = 14;

/// A longer word in words of nobody's is no head, in characters.
const LONGEST: usize = 8;

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
    /// Where each column stands on paper; empty where blanks do not part them.
    pub spans: Vec<Span>,
    /// The line that it begins at, and whether it was looked for within a form.
    pub start: usize,
    within: bool,
}

impl Head {
    /// The same head, where a Chinese character takes as many columns.
    pub(super) fn measured(&self, lines: &[&str], wide: usize) -> Option<Head> {
        head_by(lines, self.start, self.within, wide).filter(|head| head.columns == self.columns)
    }
}

/// The head that begins at a line. Within a form, words that frame it may stand on lines before it.
pub fn head(lines: &[&str], start: usize, within: bool) -> Option<Head> {
    head_by(lines, start, within, WIDE)
}

fn head_by(lines: &[&str], start: usize, within: bool, wide: usize) -> Option<Head> {
    let mut making = Making::default();
    for (count, text) in lines.iter().skip(start).take(LINES).enumerate() {
        let line = Line::of(text)?;
        if line.cells.iter().any(|cell| is_figure(cell)) {
            break;
        }
        // 绩效指标 on a line of its own, above 一级指标.
        let above_levels = || {
            let next = lines.get(start + count + 1).and_then(|next| Line::of(next));
            next.is_some_and(|next| matches!(column(next.cells[0]), Some(Column::First | Column::Part)))
        };
        if within && !making.begins() && line.way == Way::Single && is_frame(line.cells[0]) && above_levels() {
            making.frame.push_str(line.cells[0]);
            continue;
        }
        let spans = placed(text, wide);
        let goes_on = making.begins() && (making.over(&spans) || making.goes_on(&line));
        if making.begins() && !goes_on {
            // 目标 was no beginning of 目标值: it framed what follows.
            if !within || count >= FRAME || !making.cells.is_empty() {
                break;
            }
            let word = std::mem::take(&mut making.open);
            making.frame.push_str(&word);
        }
        if !goes_on && !making.first(&line, &spans, lines.get(start + count + 1).copied()) {
            let is_frame = within && count < FRAME && line.is_short(FRAME_WORD) && frames(&line);
            if !is_frame {
                return None;
            }
            making.frame.push_str(&line.cells.concat());
            continue;
        }
        making.lines = count + 1;
    }
    let head = making.finish()?;
    Some(Head { start, within, ..head })
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
    // A frame is narrow: its words are broken after a few characters, or are those of the forms.
    let is_narrow = text.chars().count() <= 4 && text.chars().all(char::is_alphabetic);
    is_narrow
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
    cells: Vec<HeadCell>,
    /// The beginning of a word that goes on on the next line.
    open: String,
    open_at: Option<Span>,
    lines: usize,
    way: Option<Way>,
    widest: usize,
}

impl Making {
    fn begins(&self) -> bool {
        !self.cells.is_empty() || !self.open.is_empty()
    }

    /// Takes the first line with heads in it; says whether it is one.
    fn first(&mut self, line: &Line<'_>, spans: &[(Span, &str)], next: Option<&str>) -> bool {
        let all: Vec<Option<Column>> = line.cells.iter().map(|cell| column(cell)).collect();
        let exact =
            all.iter().flatten().count() + line.cells.iter().filter(|cell| split_heads(cell).is_some()).count() * 2;
        let is_first = match line.way {
            Way::Single => exact > 0 || may_open(&line.cells),
            // 年度绩效指标完成情况 | 一级: the word of a column is broken, or may go on: 年初预算 | 数.
            _ => {
                let last = line.cells.last().copied().unwrap_or_default();
                let may_go_on = exact == 1 && column(last).is_some() && is_beginning(last);
                exact >= 2 || may_open(&line.cells) && line.cells.len() == 2 || may_go_on && line.filled().count() <= 2
            }
        };
        // 年度 and 实际 above the line with the other heads: these words are broken, and stand higher.
        let is_above = || {
            let heads = placed(next.unwrap_or_default(), WIDE);
            let known = heads.iter().filter(|(_, text)| column(text).is_some()).count();
            let is_word = |(_, text): &(Span, &str)| column(text).is_some() || is_beginning(text);
            // Words that may all go on are the upper halves of heads, however many stand whole below.
            let is_broken = spans.len() > 1 && spans.iter().all(|(_, text)| is_beginning(text));
            (heads.len() > spans.len() || is_broken) && known >= 2 && spans.iter().all(is_word)
        };
        if !spans.is_empty() && exact < 2 && is_above() {
            let cells = spans.iter();
            self.cells
                .extend(cells.map(|(span, text)| HeadCell::of(column(text), *text, Some(*span))));
            self.way = Some(Way::Blanks);
            self.widest = spans.len();
            return true;
        }
        if !is_first {
            return false;
        }
        let last = line.cells.len() - 1;
        for (place, cell) in line.cells.iter().enumerate() {
            let span = spans.get(place).filter(|(_, text)| text == cell).map(|(span, _)| *span);
            if place == last && column(cell).is_none() && may_open(&[cell]) {
                self.open.push_str(cell);
                self.open_at = span;
            } else if let Some(heads) = split_heads(cell) {
                self.cells.extend(
                    heads
                        .into_iter()
                        .map(|(column, text)| HeadCell::of(Some(column), text, None)),
                );
            } else {
                let is_new = |column: &Column| *column == Column::Other || !all.contains(&Some(*column));
                let loose = loose_column(cell).filter(|column| exact >= 2 && is_new(column));
                self.cells.push(HeadCell::of(column(cell).or(loose), *cell, span));
            }
        }
        self.measure(line);
        true
    }

    /// Takes another line of heads by what stands below what; says whether it is one.
    fn over(&mut self, spans: &[(Span, &str)]) -> bool {
        if self.way != Some(Way::Blanks) || spans.is_empty() {
            return false;
        }
        let mut above = self.cells.clone();
        if !self.open.is_empty() {
            above.push(HeadCell::of(None, self.open.clone(), self.open_at));
        }
        let Some((cells, frame)) = folded(&above, spans) else {
            return false;
        };
        self.open.clear();
        self.frame.push_str(&frame);
        self.cells = cells;
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
        let mut cells: Vec<HeadCell> = Vec::new();
        let (mut open, mut last) = (self.open.clone(), self.cells.last().cloned());
        let end = line.cells.len().saturating_sub(1);
        // Heads in so many words make sure that others stand among them, and that 分 alone begins 分值.
        let known_words = line.cells.iter().filter(|cell| column(cell).is_some()).count();
        let is_within = self.cells.len() >= 2;
        let is_sure = known_words >= 2 || known_words == 1 && is_within;
        for (place, cell) in line.cells.iter().enumerate() {
            let joined = format!("{open}{cell}");
            let longer = last.as_ref().filter(|_| place == 0 && open.is_empty());
            let longer = longer
                .map(|head| format!("{}{cell}", head.text))
                .filter(|text| column(text).is_some());
            if let Some(found) = column(&joined) {
                cells.push(HeadCell::of(Some(found), joined, None));
                open.clear();
            } else if let Some(text) = longer {
                // 评分 and 情况: the word before was only the beginning of one.
                last = None;
                cells.push(HeadCell::of(column(&text), text, None));
            } else if let Some(heads) = split_heads(&joined) {
                cells.extend(
                    heads
                        .into_iter()
                        .map(|(column, text)| HeadCell::of(Some(column), text, None)),
                );
                open.clear();
            } else if place == end && (may_open(&[joined.as_str()]) || is_within && is_beginning(&joined)) {
                open = joined;
            } else if is_sure && joined.chars().count() <= LONGEST {
                // What nobody's words mean follows from its place.
                cells.push(HeadCell::of(loose_column(&joined), joined, None));
                open.clear();
            } else {
                return false;
            }
        }
        let is_longer = last.is_none() && !self.cells.is_empty();
        let kept = self.cells.len() - usize::from(is_longer);
        let known = |column: &Column| self.cells[..kept].iter().any(|own| own.column.as_ref() == Some(column));
        let found: Vec<Column> = cells.iter().filter_map(|cell| cell.column).collect();
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
                .position(|cell| cell.column == Some(Column::Target))
                .unwrap_or_default();
            let above = self.cells.remove(place);
            self.frame.push_str(&above.text);
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
        let way = self.way?;
        if !self.open.is_empty() {
            // 未完成原因 may go on and need not.
            let known = self.cells.iter().filter(|cell| column(&cell.text).is_some()).count();
            let found = loose_column(&self.open).filter(|_| known >= 2)?;
            self.cells
                .push(HeadCell::of(Some(found), self.open.clone(), self.open_at));
        }
        while self.cells.last().is_some_and(|cell| cell.text.is_empty()) {
            self.cells.pop();
        }
        let texts: Vec<String> = self.cells.iter().map(|cell| cell.text.clone()).collect();
        for (cell, head) in self.cells.iter_mut().zip(heads(&texts)) {
            cell.column = cell.column.and(head);
        }
        let mut columns: Vec<Option<Column>> = self.cells.iter().map(|cell| cell.column).collect();
        in_their_place(&mut columns, &texts);
        for (cell, column) in self.cells.iter_mut().zip(columns) {
            cell.column = column;
        }
        let known: Vec<Column> = self.cells.iter().filter_map(|cell| cell.column).collect();
        let block = block(&known)
            .filter(|block| *block != Block::Other || matches!(way, Way::Tabs | Way::Strokes | Way::Blanks))?;
        let mut frame = self.cells.iter().take_while(|cell| cell.column.is_none()).count();
        // The names of the sources have no head of their own in the official forms.
        let has_source = known
            .iter()
            .any(|column| matches!(column, Column::Source | Column::ProjectName));
        // Where tabs tell the columns apart none is missing: the names stand before the first amounts.
        let is_placed = matches!(way, Way::Tabs | Way::Strokes);
        let first = self
            .cells
            .iter()
            .position(|cell| matches!(cell.column, Some(Column::Money(_))));
        let before = first.and_then(|first| first.checked_sub(1)).filter(|_| is_placed);
        let left = self.cells.first().and_then(|cell| cell.span).map(|(from, _)| (0, from));
        if block == Block::Funds
            && !has_source
            && let Some(before) = before
        {
            self.cells[before].column = Some(Column::Source);
            self.cells[..before].iter_mut().for_each(|cell| cell.column = None);
            frame = before;
        } else if block == Block::Funds && !has_source && frame == 0 {
            let words = std::mem::take(&mut self.frame);
            self.cells.insert(0, HeadCell::of(Some(Column::Source), words, left));
        } else if block == Block::Funds && !has_source {
            frame -= 1;
            self.cells[frame].column = Some(Column::Source);
        }
        if !self.frame.is_empty() {
            let words = std::mem::take(&mut self.frame);
            self.cells.insert(0, HeadCell::of(None, words, left.map(|_| (0, 0))));
            frame += 1;
        }
        let spans = self.cells.iter().map(|cell| cell.span).collect::<Option<Vec<Span>>>();
        Some(Head {
            block,
            columns: self.cells.iter().map(|cell| cell.column).collect(),
            texts: self.cells.into_iter().map(|cell| cell.text).collect(),
            frame,
            lines: self.lines,
            way,
            spans: spans.filter(|_| way == Way::Blanks).unwrap_or_default(),
            start: 0,
            within: false,
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
    last.chars().count() >= 2 && is_beginning(last) && column(last).is_none()
}
