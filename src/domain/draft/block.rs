//! 一块格: what a rectangle of a table says, and the edits that fill, empty or overwrite one.

use crate::domain::values::input::{Choice, Input};
use crate::domain::values::parse::half_width;
use crate::domain::values::row::Id;

use super::budget::FundSource;
use super::draft::Draft;
use super::edit::Edit;
use super::field::{Field, IndicatorField, List};
use super::table::Table;
use super::table_cells::{Area, Cells, Spot};

/// Why texts cannot be put into the cells where they were meant to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// There are more columns than the table has from there on; how many those are.
    TooWide(usize),
    /// There are more rows than the table can have.
    TooTall,
    /// A column of numbers would get words; the column's name.
    NotNumbers(&'static str),
    /// Words above the columns are not those of the table: they, and those that are.
    OtherHeads(Vec<String>, Vec<String>),
}

impl Misfit {
    /// What is wrong and what to do, as a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Misfit::TooWide(1) => "这张表从这一格起只有 1 列，粘贴的不止 1 列，没有粘贴。请只复制要用的那一列。".into(),
            Misfit::TooWide(room) => format!(
                "这张表从这一格起只有 {room} 列，粘贴的更多，没有粘贴。请只复制要用的列，或从靠左的格开始粘贴。"
            ),
            Misfit::TooTall => "粘贴的行比这张表从这一格起的行多，没有粘贴。请只复制要用的行。".into(),
            Misfit::NotNumbers(head) => {
                format!("“{head}”一列要填数字，粘贴的不是，没有粘贴。请核对各列的顺序。")
            }
            Misfit::OtherHeads(others, own) => format!(
                "这张表没有“{}”一列，没有粘贴。请只复制“{}”一列，再粘贴。",
                others.join("”“"),
                own.join("”“")
            ),
        }
    }
}

/// Texts that found their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The edits, in order; those that add rows come before those that write in them.
    pub edits: Vec<Edit>,
    /// The cells that were written.
    pub area: Area,
    /// How many rows were added.
    pub added: usize,
}

/// Reads a text into a cell that takes more than its own text, such as “≥95%” with sign and unit; none where the text
/// goes into the cell as it is.
pub type Reading = fn(&Draft, Field, &str) -> Option<Vec<Edit>>;

/// What a cell says to somebody who reads it: the words of a choice, the name of a source or a level.
pub fn cell_text(draft: &Draft, field: Field) -> String {
    match field {
        Field::FundSource(id) => {
            let fund = draft.budget.funds.iter().find(|fund| fund.id == id);
            fund.map(|fund| fund.label().to_owned()).unwrap_or_default()
        }
        Field::Indicator(id, IndicatorField::Place) => {
            let place = draft.indicator(id).and_then(|row| row.place);
            place.map(|place| draft.scheme.place_name(place)).unwrap_or_default()
        }
        _ => draft.input(field).map(Input::shown).unwrap_or_default(),
    }
}

/// What the cells of a rectangle say.
pub fn texts(draft: &Draft, cells: &Cells, area: Area) -> Vec<Vec<String>> {
    let cell = |row, column| {
        let field = cells.at(Spot { row, column });
        field.map(|field| cell_text(draft, field)).unwrap_or_default()
    };
    let shown = |column: &usize| !cells.hidden.contains(column);
    let row = |row| {
        let columns = (area.left..=area.right).filter(shown);
        columns.map(|column| cell(row, column)).collect()
    };
    (area.top..=area.bottom).map(row).collect()
}

/// The texts as Excel and WPS put them on the clipboard: tabs between cells, quotes where a cell needs them.
pub fn separated(texts: &[Vec<String>]) -> String {
    let cell = |text: &String| match text.contains(['\t', '\n', '"']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.clone(),
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\r\n";
    texts.iter().map(line).collect()
}

/// 清空: the edits that empty a rectangle. What is chosen from a list stays.
pub fn emptied(draft: &Draft, cells: &Cells, area: Area) -> Vec<Edit> {
    let is_typed = |field: &Field| {
        let input = draft.input(*field);
        input.is_some_and(|input| !input.is_blank() && input.choices().is_empty())
    };
    let fields = cells.fields(area).filter(is_typed);
    fields.map(|field| Edit::Set(field, String::new())).collect()
}

/// 向下填充: the first row of a rectangle into those below it; a rectangle of one row takes what stands above it.
pub fn filled_down(draft: &Draft, cells: &Cells, area: Area) -> Vec<Edit> {
    let (source, first) = match (area.height(), area.top) {
        (1, 0) => return Vec::new(),
        (1, top) => (top - 1, top),
        (_, top) => (top, top + 1),
    };
    // What is chosen from a list goes only where the same can be chosen.
    let choices = |field| draft.input(field).map(Input::choices).unwrap_or_default();
    let mut edits = Vec::new();
    for row in first..=area.bottom {
        for column in area.left..=area.right {
            let from = cells.at(Spot { row: source, column });
            let to = cells.at(Spot { row, column });
            if let (Some(from), Some(to)) = (from, to)
                && choices(from) == choices(to)
            {
                edits.push(Edit::Set(to, draft.text(from)));
            }
        }
    }
    edits
}

/// 粘贴: the edits that put texts into the cells from a place on, and make the rows that are missing. A first row
/// that says the table's own heads tells the columns; it is not taken itself.
pub fn placed(
    draft: &Draft,
    table: Table,
    cells: &Cells,
    at: Spot,
    texts: &[Vec<String>],
    reading: Reading,
) -> Result<Placed, Misfit> {
    let (columns, texts) = columns(table, cells, at, texts)?;
    let used = |row: &Vec<String>| row.iter().rposition(|text| !text.trim().is_empty());
    let width = texts.iter().filter_map(used).max().map_or(0, |last| last + 1);
    if columns
        .iter()
        .take(width)
        .flatten()
        .any(|column| *column >= cells.width())
        || columns.len() < width
    {
        return Err(Misfit::TooWide(cells.width().saturating_sub(at.column)));
    }
    let existing = cells.rows.iter().filter(|row| row.id.is_some()).count();
    // Lines that are not of the list, as that of the totals, are never made.
    let of_list = at.row < existing || cells.rows.len() == existing;
    if !of_list && at.row + texts.len() > cells.rows.len() {
        return Err(Misfit::TooTall);
    }
    // What is done to the copy is done again to the draft, with the same identities for new rows.
    let mut copy = draft.clone();
    let mut edits = Vec::new();
    let mut written: Vec<(usize, Field)> = Vec::new();
    let mut added = 0;
    let mut row = at.row;
    for line in texts {
        let (mut added_row, mut known_row) = (None, None);
        let names_total = table == Table::Funds && is_total(line.first().map_or("", String::as_str));
        let fields: Vec<Option<Field>> = if names_total && columns.first() == Some(&Some(0)) {
            // The line of totals takes what is not computed.
            cells.rows.last().map(|row| row.cells.clone()).unwrap_or_default()
        } else {
            let known = cells.rows.get(row).filter(|found| found.id.is_some() || !of_list);
            row += 1;
            match (known, table.list().filter(|_| table.grows_by_pasting())) {
                (Some(known), _) => {
                    known_row = known.id;
                    known.cells.clone()
                }
                (None, Some(list)) => {
                    let above = cells.rows.iter().rev().find_map(|row| row.id);
                    let id = add(&mut copy, &mut edits, list, None, above);
                    added += 1;
                    added_row = Some(id);
                    table.row_in(&copy, id)
                }
                (None, None) => return Err(Misfit::TooTall),
            }
        };
        for (text, column) in line.iter().zip(&columns).take(width) {
            let Some(column) = column else { continue };
            // What was written before may have made other cells of the row: words instead of a number.
            let whole = match cells.hidden.contains(column) {
                // A column that is not shown is written where its head names it.
                true => added_row.or(known_row),
                false => added_row.filter(|_| table == Table::IndicatorSheet),
            };
            let now = match whole {
                Some(id) => table.row_in(&copy, id).get(*column).copied().flatten(),
                None => fields.get(*column).copied().flatten(),
            };
            let Some(field) = now else { continue };
            let meant = reading(&copy, field, text).unwrap_or_else(|| written_into(&copy, field, text));
            for edit in meant {
                copy.apply(&edit);
                edits.push(edit);
            }
            if !text.trim().is_empty() {
                written.push((*column, field));
            }
        }
    }
    let heads = table.heads();
    for column in columns.iter().flatten() {
        let mut of_column = written.iter().filter(|(own, _)| own == column).peekable();
        let is_refused = |field: Field| copy.input(field).is_some_and(|input| input.fault().is_some());
        if of_column.peek().is_some() && of_column.all(|(_, field)| is_refused(*field)) {
            return Err(Misfit::NotNumbers(heads.get(*column).copied().unwrap_or_default()));
        }
    }
    let taken = columns.iter().take(width.max(1)).flatten();
    Ok(Placed {
        edits,
        area: Area {
            top: at.row,
            left: taken.clone().min().copied().unwrap_or(at.column),
            bottom: row.max(at.row + 1) - 1,
            right: taken.max().copied().unwrap_or(at.column),
        },
        added,
    })
}

/// 一行一项: the edits that put lines into a list, each as a row of its own. Nothing that is written is overwritten:
/// the first goes into the row where they were pasted if that is still blank, the others follow it.
pub fn inserted(draft: &Draft, table: Table, at: Option<Id>, lines: &[Vec<String>]) -> Vec<Edit> {
    let Some(list) = table.list() else { return Vec::new() };
    let is_blank = |id: &Id| {
        let mut cells = table.columns(*id).into_iter();
        cells.all(|field| draft.input(field).is_none_or(|input| input.is_blank()))
    };
    let mut copy = draft.clone();
    let mut edits = Vec::new();
    let mut blank = at.filter(is_blank);
    let mut after = at;
    for line in lines {
        let id = blank
            .take()
            .unwrap_or_else(|| add(&mut copy, &mut edits, list, after, after));
        after = after.and(Some(id));
        for (field, text) in table.columns(id).into_iter().zip(line) {
            edits.push(Edit::Set(field, text.clone()));
        }
    }
    edits
}

/// The edits that make a new row below the one that a hand is at: an indicator belongs where that one does.
pub fn below(draft: &Draft, list: List, at: Option<Id>) -> Vec<Edit> {
    let mut edits = Vec::new();
    add(&mut draft.clone(), &mut edits, list, at, at);
    edits
}

/// Adds a row to the copy that edits are planned on. An indicator counts where the one above it does.
fn add(copy: &mut Draft, edits: &mut Vec<Edit>, list: List, after: Option<Id>, above: Option<Id>) -> Id {
    let place = match list {
        List::Indicators => above
            .and_then(|above| copy.indicator(above))
            .and_then(|above| above.place),
        _ => None,
    };
    let edit = Edit::Add(list, after);
    let id = copy.apply(&edit).row.unwrap_or_default();
    edits.push(edit);
    if let Some(place) = place {
        let edit = Edit::Set(Field::Indicator(id, IndicatorField::Place), place.0.to_string());
        copy.apply(&edit);
        edits.push(edit);
    }
    id
}

/// A column of the table for each column of the texts, and the texts below their heads.
type ByColumn<'a> = (Vec<Option<usize>>, &'a [Vec<String>]);

fn columns<'a>(table: Table, cells: &Cells, at: Spot, texts: &'a [Vec<String>]) -> Result<ByColumn<'a>, Misfit> {
    let width = texts.iter().map(Vec::len).max().unwrap_or_default();
    let shown = (at.column..).filter(|column| !cells.hidden.contains(column));
    let by_place = shown.take(width).map(Some).collect();
    let [first, below @ ..] = texts else {
        return Ok((by_place, texts));
    };
    let heads: Vec<String> = table.heads().into_iter().map(bare).collect();
    let said: Vec<(usize, String)> = first
        .iter()
        .map(|text| bare(text))
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let place = |text: &String| heads.iter().position(|head| head == text);
    let known = said.iter().filter(|(_, text)| place(text).is_some()).count();
    if known == 0 || below.is_empty() {
        return Ok((by_place, texts));
    }
    let is_counter = |text: &str| matches!(text, "序号" | "编号");
    let (own, others): (Vec<_>, Vec<_>) = said
        .iter()
        .filter(|(_, text)| !is_counter(text))
        .partition(|(_, text)| place(text).is_some());
    if !others.is_empty() {
        let words = |heads: Vec<&(usize, String)>| heads.into_iter().map(|(_, text)| text.clone()).collect();
        return Err(Misfit::OtherHeads(words(others), words(own)));
    }
    let mut by_head = vec![None; width];
    for (column, text) in &said {
        if let Some(to) = by_head.get_mut(*column) {
            *to = place(text);
        }
    }
    Ok((by_head, below))
}

/// A head without its unit and spaces.
fn bare(head: &str) -> String {
    let plain = half_width(head);
    let end = plain.find('(').unwrap_or(plain.len());
    plain[..end].to_owned()
}

fn is_total(text: &str) -> bool {
    matches!(half_width(text).as_str(), "合计" | "总计" | "小计" | "合计:" | "总计:")
}

/// The edits that write a text into a cell. A source that the list does not have is 其他资金 under this name.
fn written_into(draft: &Draft, field: Field, text: &str) -> Vec<Edit> {
    let text = text.trim();
    let set = |field, text: &str| Edit::Set(field, text.to_owned());
    if let Field::FundSource(id) = field {
        let plain = half_width(text);
        let known = FundSource::ALL.iter().find(|source| source.label() == plain);
        return match known {
            _ if plain.is_empty() => Vec::new(),
            Some(source) => vec![set(field, source.code()), set(Field::FundName(id), "")],
            None => vec![set(field, FundSource::Other.code()), set(Field::FundName(id), text)],
        };
    }
    if matches!(field, Field::Indicator(_, IndicatorField::Place)) {
        let place = draft.scheme.place_named(text);
        return place.map(|id| set(field, &id.0.to_string())).into_iter().collect();
    }
    let choices = draft.input(field).map(Input::choices).unwrap_or_default();
    if !choices.is_empty() {
        let chosen = choices.iter().find(|(code, word)| *code == text || *word == text);
        return chosen.map(|(code, _)| set(field, code)).into_iter().collect();
    }
    vec![set(field, text)]
}
