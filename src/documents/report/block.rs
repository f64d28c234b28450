//! The official text in neutral blocks: said once, spelled by Word, preview and print.

use rust_decimal::Decimal;

use crate::domain::draft::field::Field;
use crate::domain::references::span::Span;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

use super::pagination::Turn;

/// A whole report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// 封面, if the report has one.
    pub cover: Option<Cover>,
    /// 目录: whether the report has one; `contents` gives its lines.
    pub has_contents: bool,
    /// How its pages lie, up to the first annex.
    pub turn: Turn,
    /// 标题, broken into lines by sense.
    pub title: Vec<String>,
    /// Where what the title says is filled in.
    pub title_field: Option<Field>,
    /// 正文, in order.
    pub blocks: Vec<Block>,
    /// From which block on the text is filled in where, in order.
    pub origins: Vec<(usize, Origin)>,
}

/// Where a piece of the report is filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The form of a project within the report that it belongs to; none for the draft's own text.
    pub form: Option<Id>,
    /// Its field; none where there is none, and where each cell has its own.
    pub field: Option<Field>,
}

/// 封面.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// 标题, broken into lines by sense.
    pub title: Vec<String>,
    /// 单位 and 日期, as far as they are known.
    pub lines: Vec<String>,
}

/// A piece of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// 标题: level 1 to 4, with its number: 一、 （一） 1. （1）.
    Heading(u8, String),
    /// 正文一段.
    Paragraph(Vec<Span>),
    /// A mandatory part that is not written yet.
    Gap(String),
    /// 表题, above its table.
    Caption(String),
    /// 单位：万元, above its table at the right.
    UnitLine(String),
    /// 表.
    Table(Table),
    /// 注, below its table.
    Note(String),
    /// 附图.
    Chart(Chart),
    /// 附件说明: the titles of the annexes, in order; none ends with a mark (GB/T 9704-2012, 7.3.4).
    AnnexList(Vec<String>),
    /// 落款: unit and date.
    Signature(Vec<String>),
    /// 附件, on a new page; what follows up to the next one belongs to it.
    Annex(Annex),
}

/// 附图: columns side by side, what was planned and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its number among the charts of the report, from 1.
    pub number: usize,
    /// 图题, below it: 图1 ….
    pub caption: String,
    /// What the two columns of each pair are called.
    pub series: [&'static str; 2],
    /// How Excel writes the numbers: "#,##0.00".
    pub format: &'static str,
    /// The pairs, in order.
    pub bars: Vec<Bars>,
}

impl Chart {
    /// What it shows, for those who do not see it.
    pub fn said(&self) -> String {
        let pairs = self.bars.iter().map(|bars| {
            let numbers = self.series.iter().zip(&bars.printed);
            let numbers = numbers.filter_map(|(name, number)| Some(format!("，{name}{}", number.as_ref()?)));
            format!("{}{}", bars.name, numbers.collect::<String>())
        });
        format!("{}：{}。", self.caption, pairs.collect::<Vec<_>>().join("；"))
    }
}

/// A pair of columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// What it is of.
    pub name: String,
    /// The two numbers; none where one is not known.
    pub values: [Option<Decimal>; 2],
    /// The same numbers as the tables print them.
    pub printed: [Option<String>; 2],
    /// How high each column is beside the highest of the chart.
    pub reach: [Rate; 2],
}

/// 附件.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annex {
    /// 附件1.
    pub label: String,
    /// Its title.
    pub title: String,
    /// How its pages lie: on their side for wide tables.
    pub turn: Turn,
}

/// What stands before the title of an annex in 附件说明: 附件： before the first, and its number.
pub fn annex_lead(place: usize) -> (&'static str, String) {
    let name = if place == 0 { "附件：" } else { "" };
    (name, format!("{}.", place + 1))
}

/// A line of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its text.
    pub text: String,
    /// 1 or 2.
    pub level: u8,
    /// The number of the block that it leads to.
    pub block: usize,
}

impl Report {
    /// Where a piece is filled in, by the form of a project and the field: 0 is the title, 1 the first block; of a
    /// table also the cell of its body by row and first column.
    pub fn lead(&self, piece: usize, cell: Option<(usize, usize)>) -> Option<(Option<Id>, Field)> {
        let Some(block) = piece.checked_sub(1) else {
            return Some((None, self.title_field?));
        };
        let origin = self.origin(block);
        let own = match (cell, self.blocks.get(block)?) {
            (Some((row, column)), Block::Table(table)) => table.field_at(row, column),
            _ => None,
        };
        Some((origin.form, own.or(origin.field)?))
    }

    /// Where a block is filled in.
    pub fn origin(&self, block: usize) -> Origin {
        let after = self.origins.partition_point(|(from, _)| *from <= block);
        let last = after.checked_sub(1).and_then(|place| self.origins.get(place));
        last.map(|(_, origin)| *origin).unwrap_or_default()
    }

    /// 目录: headings of the first two levels and annexes; none where the report has none.
    pub fn contents(&self) -> Vec<Entry> {
        let entry = |(block, piece): (usize, &Block)| match piece {
            Block::Heading(level @ 1..=2, text) => Some(Entry {
                text: text.clone(),
                level: *level,
                block,
            }),
            Block::Annex(annex) => Some(Entry {
                text: format!("{} {}", annex.label, annex.title),
                level: 1,
                block,
            }),
            _ => None,
        };
        let entries = self.blocks.iter().enumerate().filter_map(entry);
        entries.filter(|_| self.has_contents).collect()
    }
}

/// A table. Cells covered by another's span are absent from their row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// Header rows, repeated on each page.
    pub head: Vec<Vec<Cell>>,
    /// The other rows.
    pub body: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its share of the width, in thousandths; `column_widths` gives it by what stands in the column.
    pub width: u32,
    /// How its cells are aligned.
    pub align: Align,
}

impl Column {
    /// A column that has no width yet.
    pub fn of(align: Align) -> Self {
        Column { width: 0, align }
    }
}

/// How text stands in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left, for words.
    #[default]
    Left,
    /// In the middle, for short words and points.
    Centre,
    /// At the right, for amounts.
    Right,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text; a line feed begins a new line.
    pub text: String,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// Its alignment, where it differs from its column's.
    pub align: Option<Align>,
    /// Where what it says is filled in; none where there is no such place, or several.
    pub field: Option<Field>,
}

impl Cell {
    /// A plain cell.
    pub fn new(text: impl Into<String>) -> Self {
        Cell {
            text: text.into(),
            columns: 1,
            rows: 1,
            align: None,
            field: None,
        }
    }

    /// The same cell over several columns.
    pub fn across(self, columns: usize) -> Self {
        Cell { columns, ..self }
    }

    /// The same cell over several rows.
    pub fn down(self, rows: usize) -> Self {
        Cell { rows, ..self }
    }

    /// The same cell, with where it is filled in.
    pub fn from_field(self, field: Field) -> Self {
        Cell {
            field: Some(field),
            ..self
        }
    }

    /// The same cell with its text in the middle.
    pub fn centred(self) -> Self {
        Cell {
            align: Some(Align::Centre),
            ..self
        }
    }
}

/// A cell at its place in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// The first column that it covers.
    pub column: usize,
    /// How many columns it covers, never more than the table has.
    pub columns: usize,
    /// The cell.
    pub cell: &'a Cell,
    /// Whether it began in a row before.
    pub continues: bool,
    /// How many rows it still covers, this one included.
    pub rows_left: usize,
}

/// Stands where a row has fewer cells than its table has columns.
static NOTHING: Cell = Cell {
    text: String::new(),
    columns: 1,
    rows: 1,
    align: None,
    field: None,
};

impl Table {
    /// The header row by row, with the cells that reach in from rows before.
    pub fn head_grid(&self) -> Vec<Vec<Placed<'_>>> {
        grid(self.columns.len(), &self.head)
    }

    /// The field of the cell of the body that begins in this row and column.
    fn field_at(&self, row: usize, column: usize) -> Option<Field> {
        let grid = self.grid();
        let placed = grid.get(row)?.iter().find(|placed| placed.column == column)?;
        placed.cell.field
    }

    /// The body row by row, with the cells that reach in from rows before.
    pub fn grid(&self) -> Vec<Vec<Placed<'_>>> {
        grid(self.columns.len(), &self.body)
    }
}

/// Every row covers every column exactly once: office programs refuse or mend tables that do not, each in
/// its own way. What a row lacks is empty; what reaches beyond the table, or into a cell from above, is cut.
fn grid(columns: usize, rows: &[Vec<Cell>]) -> Vec<Vec<Placed<'_>>> {
    let mut reaching: Vec<Placed<'_>> = Vec::new();
    let mut grid = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let mut line: Vec<Placed<'_>> = Vec::new();
        let mut cells = row.iter();
        let mut column = 0;
        while column < columns {
            let above = reaching.iter().find(|placed| placed.column == column);
            let placed = above.copied().unwrap_or_else(|| {
                let cell = cells.next().unwrap_or(&NOTHING);
                let next = reaching.iter().map(|placed| placed.column).find(|next| *next > column);
                let free = next.unwrap_or(columns) - column;
                Placed {
                    column,
                    columns: cell.columns.clamp(1, free),
                    cell,
                    continues: false,
                    rows_left: cell.rows.clamp(1, rows.len() - place),
                }
            });
            column += placed.columns;
            line.push(placed);
        }
        let on = line.iter().filter(|placed| placed.rows_left > 1);
        reaching = on
            .map(|placed| Placed {
                continues: true,
                rows_left: placed.rows_left - 1,
                ..*placed
            })
            .collect();
        grid.push(line);
    }
    grid
}
