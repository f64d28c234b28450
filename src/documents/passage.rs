//! What a document says, piece by piece, before anything of it is understood.

/// A table as text. A cell that covers several places stands in each of them, because its word holds for
/// all; every row has as many cells as the widest.
pub type Grid = Vec<Vec<String>>;

/// A piece of a document, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// 一段, with the level of its heading style where it has one, 1 for the highest.
    Paragraph {
        /// Its text, with the number that Word puts before it by itself.
        text: String,
        /// 标题级别.
        level: Option<u8>,
    },
    /// 表.
    Table(Grid),
}

impl Passage {
    /// A paragraph of body text.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Passage::Paragraph { text, level: None }
    }
}

/// The cells of a row as one reads them: words that cover several columns stand once. Figures stand as often as
/// they do, because a target and its result may be the same.
pub fn read_out(row: &[String]) -> Vec<&str> {
    let mut cells: Vec<&str> = row.iter().map(String::as_str).collect();
    let is_words = |cell: &str| cell.starts_with(char::is_alphabetic);
    cells.dedup_by(|later, earlier| later == earlier && is_words(later));
    cells
}

/// The passages line by line, a row of a table as one line. A cell that covers several columns stands once.
pub fn lines(passages: &[Passage]) -> Vec<String> {
    let mut lines = Vec::new();
    for passage in passages {
        match passage {
            Passage::Paragraph { text, .. } => lines.push(text.trim().to_owned()),
            Passage::Table(grid) => lines.extend(grid.iter().map(|row| {
                let mut cells: Vec<&str> = row.iter().map(String::as_str).collect();
                cells.dedup();
                cells.join("｜")
            })),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}
