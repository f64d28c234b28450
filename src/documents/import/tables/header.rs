//! Where the head of a table is, and what its columns mean as far as their words tell.

use crate::documents::passage::Grid;
use crate::domain::draft::taken::{Meaning, MoneyUnit, TableKind};
use crate::domain::values::input::Choice;
use crate::domain::values::parse::half_width;

use super::headless;
use super::meaning::{meaning, ranked, unit};

/// How far down a head is looked for: above it stand title, year and unit.
const SEARCHED: usize = 40;

/// How a table is read: what the user may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// What the table is about.
    pub kind: TableKind,
    /// The rows of the head: the first, and how many; none where the table has none.
    pub head: Option<(usize, usize)>,
    /// What each column says.
    pub columns: Vec<Meaning>,
    /// The unit of the amounts; none while it is not known.
    pub unit: Option<MoneyUnit>,
    /// Rows that are left out because the sheet hides them.
    pub hidden: Vec<usize>,
}

impl Mapping {
    /// The mapping that the words of a table suggest.
    pub fn suggested(kind: TableKind, grid: &Grid) -> Mapping {
        Mapping::with_head(kind, grid, head(kind, grid))
    }

    /// The mapping with the head in this place.
    pub fn with_head(kind: TableKind, grid: &Grid, head: Option<(usize, usize)>) -> Mapping {
        let width = grid.first().map_or(0, Vec::len);
        let heads: Vec<String> = (0..width).map(|column| head_text(grid, head, column)).collect();
        let columns = match (kind, head) {
            (TableKind::Indicators, None) => headless::meanings(grid),
            (_, None) if kind.is_of_names() => headless::names(kind, grid),
            _ => columns(kind, grid, head, &heads),
        };
        let unit = table_unit(grid, head, &heads, &columns);
        Mapping {
            kind,
            head,
            columns,
            unit,
            hidden: Vec::new(),
        }
    }

    /// The columns of a table with their words.
    pub fn head_texts(&self, grid: &Grid) -> Vec<String> {
        let width = grid.first().map_or(0, Vec::len);
        (0..width).map(|column| head_text(grid, self.head, column)).collect()
    }

    /// The first row below the head.
    pub fn first_row(&self) -> usize {
        self.head.map_or(0, |(row, rows)| row + rows)
    }

    /// Whether amounts are taken whose unit is not known.
    pub fn asks_unit(&self) -> bool {
        self.unit.is_none() && self.columns.iter().any(|meaning| meaning.is_money())
    }
}

/// What a table is about: the kind whose words it has most of. A list of names tells too little of itself.
pub fn likely_kind(grid: &Grid) -> Option<TableKind> {
    let best = |kind: &TableKind| score(*kind, grid, head(*kind, grid));
    let kinds = TableKind::ALL.iter().copied().filter(|kind| !kind.is_of_names());
    let kind = kinds.rev().max_by_key(best)?;
    (best(&kind) > 0).then_some(kind)
}

/// The words above a column: those of two rows together, where the head has two.
fn head_text(grid: &Grid, head: Option<(usize, usize)>, column: usize) -> String {
    let Some((first, rows)) = head else {
        return String::new();
    };
    let mut texts: Vec<&str> = Vec::new();
    for row in grid.iter().skip(first).take(rows) {
        let text = row.get(column).map(|text| text.trim()).unwrap_or_default();
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join(" ")
}

fn head(kind: TableKind, grid: &Grid) -> Option<(usize, usize)> {
    let candidates = (0..grid.len().min(SEARCHED)).flat_map(|row| [(row, 1), (row, 2)]);
    let mut best = None;
    let mut most = 1;
    for candidate in candidates.filter(|(row, rows)| row + rows <= grid.len()) {
        let score = score(kind, grid, Some(candidate));
        let (first, rows) = candidate;
        // A second row belongs to the head when it says more, or the same again below merged cells.
        let fits = rows == 1 || is_second(kind, grid, first);
        let better = score > most || score == most && rows == 2 && best == Some((first, 1));
        if fits && better {
            (best, most) = (Some(candidate), score);
        }
    }
    best
}

/// Whether the row after this one goes on with the head.
fn is_second(kind: TableKind, grid: &Grid, first: usize) -> bool {
    let (Some(above), Some(row)) = (grid.get(first), grid.get(first + 1)) else {
        return false;
    };
    let mut heads = 0;
    for (text, above) in row.iter().zip(above) {
        match text.trim() {
            "" => {}
            text if text == above.trim()
                || meaning(kind, text).is_some()
                || meaning(kind, &format!("{above}{text}")).is_some() && meaning(kind, above).is_none() =>
            {
                heads += 1
            }
            // A figure or a sentence tells a row of the table.
            _ => return false,
        }
    }
    // A row of one merged cell is a title, which no head has below it.
    heads >= 2 && !is_one_cell(row)
}

/// How many columns of different meaning a head has; nothing without at least two, or one of a list of names.
fn score(kind: TableKind, grid: &Grid, head: Option<(usize, usize)>) -> usize {
    let Some((first, _)) = head else { return 0 };
    if grid.get(first).is_none_or(|row| is_one_cell(row)) {
        return 0;
    }
    let width = grid.first().map_or(0, Vec::len);
    let mut found: Vec<Meaning> = Vec::new();
    let mut known = 0;
    for column in 0..width {
        match meaning(kind, &head_text(grid, head, column)) {
            Some(Meaning::Skip) => known += 1,
            Some(meaning) if !found.contains(&meaning) => found.push(meaning),
            _ => {}
        }
    }
    if found.len() < 2 && (!kind.is_of_names() || found.is_empty()) {
        0
    } else {
        found.len() * 3 + known.min(2)
    }
}

/// Whether all that a row says is the same word: a title over merged cells.
fn is_one_cell(row: &[String]) -> bool {
    let mut texts = row.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    match texts.next() {
        Some(first) => row.len() > 1 && texts.all(|text| text == first),
        None => true,
    }
}

/// Each meaning is given once: to the column whose word tells it best, the first of equals.
fn columns(kind: TableKind, grid: &Grid, head: Option<(usize, usize)>, heads: &[String]) -> Vec<Meaning> {
    let found: Vec<Option<(usize, Meaning)>> = heads.iter().map(|head| ranked(kind, head)).collect();
    let is_best = |place: usize, rank: usize, meaning: Meaning| {
        let mut others = found
            .iter()
            .enumerate()
            .filter_map(|(other, found)| found.map(|(rank, meaning)| (other, rank, meaning)));
        !others.any(|(other, rank_of, of)| of == meaning && (rank_of, other) < (rank, place))
    };
    let mut columns: Vec<Meaning> = found
        .iter()
        .enumerate()
        .map(|(place, found)| match found {
            Some((rank, meaning)) if is_best(place, *rank, *meaning) => *meaning,
            _ => Meaning::Skip,
        })
        .collect();
    // One budget alone is the amount of the project; beside what was spent, both are kept.
    if kind == TableKind::Projects && !columns.contains(&Meaning::ProjectAmount) {
        let budgets = [Meaning::ProjectBudget, Meaning::ProjectInitial];
        let only = budgets.into_iter().find(|budget| columns.contains(budget));
        for column in columns.iter_mut().filter(|column| Some(**column) == only) {
            *column = Meaning::ProjectAmount;
        }
    }
    // The official forms have nothing above the names of the sources: they stand left of the first amount.
    if kind == TableKind::Funds
        && !columns.contains(&Meaning::FundName)
        && let Some(amount) = columns.iter().position(|meaning| meaning.is_money())
    {
        let first = head.map_or(0, |(row, rows)| row + rows);
        let has_words = |column: &usize| {
            let texts = grid.iter().skip(first).filter_map(|row| row.get(*column));
            let words = texts.filter(|text| half_width(text).chars().any(|letter| letter.is_alphabetic()));
            words.count() > 0
        };
        if let Some(column) = (0..amount).rev().find(has_words)
            && let Some(place) = columns.get_mut(column)
        {
            *place = Meaning::FundName;
        }
    }
    columns
}

/// The unit in the head of the amounts, or in a line above or below; none where two are named.
fn table_unit(grid: &Grid, head: Option<(usize, usize)>, heads: &[String], columns: &[Meaning]) -> Option<MoneyUnit> {
    let of_heads = heads.iter().zip(columns).filter(|(_, meaning)| meaning.is_money());
    let mut found: Vec<MoneyUnit> = of_heads.filter_map(|(head, _)| unit(head)).collect();
    if found.is_empty() {
        let above = head.map_or(SEARCHED, |(row, rows)| row + rows);
        found = grid
            .iter()
            .take(above)
            .flatten()
            .filter_map(|text| unit(text))
            .collect();
    }
    let first = found.first().copied()?;
    found.iter().all(|unit| *unit == first).then_some(first)
}
