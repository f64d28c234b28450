//! A block of money of a table, and what its columns mean: by their heads, and where these leave it open by the printed
//! rate.

use rust_decimal::Decimal;

use crate::documents::import::recognised::Source;
use crate::documents::import::text::columns;
use crate::documents::import::text::money_words::RowKind;
use crate::domain::draft::budget::Column;
use crate::domain::prose::number::plain_number;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Entry, Value as _};
use crate::domain::values::rate::Rate;
use crate::domain::values::rounding;

use super::amounts::{FoundAmount, reading};

/// A block of money: a head with columns for budget and execution, and the rows below it.
pub(super) struct Funds<'t> {
    pub(super) place: usize,
    pub(super) head: Vec<Option<columns::Column>>,
    pub(super) unit: Option<&'static str>,
    pub(super) rows: Vec<(usize, RowKind, &'t [String])>,
    /// Rows below the total with amounts, of which the words do not say what they are.
    pub(super) unknown: Vec<(usize, &'t [String])>,
    /// Whether the first row has no name by which it would be the total.
    pub(super) is_assumed: bool,
    /// Whether its rows are offices or projects and not sources.
    pub(super) by_office: bool,
    /// Whether its rows are projects, or what was bought: their sum is a part of the office's money, or the whole once
    /// more.
    pub(super) is_list: bool,
    /// Whether its rows are headed 项目, which may be projects or any items.
    pub(super) is_of_items: bool,
    /// What its unit was taken from where nothing states it.
    pub(super) doubt: Option<&'static str>,
}

impl Funds<'_> {
    /// What the columns mean. 预算数 says nothing of when the budget was made: beside a first budget it is the adjusted
    /// one and beside an adjusted one the first; alone it is the one that the printed rates are of. Says also whether
    /// that is sure.
    fn columns(&self) -> (Vec<Option<Column>>, bool) {
        let has = |column| self.head.contains(&Some(columns::Column::Money(column)));
        let (budget, sure) = match (has(Column::Initial), has(Column::Adjusted)) {
            (false, true) => (Column::Initial, true),
            (true, false) => (Column::Adjusted, true),
            _ => (Column::Adjusted, self.rates_hold()),
        };
        let meaning = |column: &Option<columns::Column>| match column {
            Some(columns::Column::Money(column)) => Some(*column),
            Some(columns::Column::Budget) => Some(budget),
            _ => None,
        };
        let meant: Vec<Option<Column>> = self.head.iter().map(meaning).collect();
        match self.by_rate(&meant) {
            Some(meant) => (meant, true),
            None => (meant, sure),
        }
    }

    /// Where two columns are only called 预算数, or the one of a budget or of what was spent has no known head, the printed
    /// rate of the total says which amounts it is of; what stands before them is the first budget. None where the heads
    /// are plain, or the rate is that of no two amounts, or of several.
    fn by_rate(&self, meant: &[Option<Column>]) -> Option<Vec<Option<Column>>> {
        let (_, _, cells) = self.rows.iter().find(|(_, kind, _)| *kind == RowKind::Total)?;
        let is_merged = |at: usize| at > 0 && self.head[at - 1] == self.head[at] && cells.get(at - 1) == cells.get(at);
        let is_amount = |at: &usize| {
            let head = self.head[*at];
            let is_open = matches!(head, None | Some(columns::Column::Money(_) | columns::Column::Budget));
            is_open && !is_merged(*at)
        };
        let amount = |at: usize| Some((at, *Entry::<Amount>::read(cells.get(at)?).value()?));
        let amounts: Vec<(usize, Amount)> = (0..self.head.len()).filter(is_amount).filter_map(amount).collect();
        let budgets = amounts
            .iter()
            .filter(|(at, _)| self.head[*at] == Some(columns::Column::Budget))
            .count();
        let has = |column| meant.contains(&Some(column));
        if budgets < 2 && has(Column::Adjusted) && has(Column::Executed) {
            return None;
        }
        let printed = self.head.iter().position(|head| *head == Some(columns::Column::Rate))?;
        let (printed, _) = printed_rate(cells.get(printed)?, None)?;
        // 年初预算数 and 全年预计执行数 are what they say.
        let may_be = |at: usize, column: Column| match self.head[at] {
            Some(columns::Column::Money(own)) => own == column,
            _ => true,
        };
        let pairs = amounts.iter().enumerate().flat_map(|(before, budget)| {
            let spent = amounts[before + 1..].iter();
            spent.map(move |spent| (budget, spent))
        });
        let pairs = pairs
            .filter(|((budget, _), (spent, _))| may_be(*budget, Column::Adjusted) && may_be(*spent, Column::Executed));
        let holds = pairs.filter(|((_, budget), (_, spent))| {
            Rate::of_amounts(*spent, *budget).is_some_and(|own| is_as_printed(own, printed))
        });
        let mut holds: Vec<_> = holds.collect();
        holds.dedup_by_key(|((_, budget), (_, spent))| (*budget, *spent));
        let [((budget, _), (spent, _))] = holds[..] else {
            return None;
        };
        let first = amounts.iter().map(|(at, _)| *at).find(|at| at < budget);
        let column = |at: usize| match at {
            _ if at == *budget => Some(Column::Adjusted),
            _ if at == *spent => Some(Column::Executed),
            _ if Some(at) == first => Some(Column::Initial),
            _ => None,
        };
        Some((0..self.head.len()).map(column).collect())
    }

    /// Whether every printed rate is that of what was spent on 预算数, and there is one.
    fn rates_hold(&self) -> bool {
        let cell = |cells: &[String], wanted: columns::Column| {
            let at = self.head.iter().position(|column| *column == Some(wanted))?;
            cells.get(at).cloned()
        };
        let held = |cells: &[String]| {
            let amount = |column| Entry::<Amount>::read(&cell(cells, column)?).value().copied();
            let rate = Rate::read(&cell(cells, columns::Column::Rate)?).ok()?;
            let spent = amount(columns::Column::Money(Column::Executed))?;
            let own = Rate::of_amounts(spent, amount(columns::Column::Budget)?)?;
            Some(is_as_printed(own, rate))
        };
        let all: Vec<bool> = self.rows.iter().filter_map(|(_, _, cells)| held(cells)).collect();
        !all.is_empty() && all.iter().all(|held| *held)
    }

    /// How many amounts a row has.
    pub(super) fn amounts(&self, cells: &[String]) -> usize {
        let (columns, _) = self.columns();
        let own = columns
            .iter()
            .zip(cells)
            .filter(|(column, cell)| column.is_some() && matches!(Entry::<Amount>::read(cell), Entry::Accepted(_)));
        let mut own: Vec<Column> = own.filter_map(|(column, _)| *column).collect();
        own.dedup();
        own.len()
    }

    /// Whether the first row and those of unknown names make a row in every column of money.
    pub(super) fn makes(&self, total: &[String]) -> bool {
        let (columns, _) = self.columns();
        let amount = |cells: &[String], at: usize| Entry::<Amount>::read(cells.get(at)?).value().copied();
        let first = self.rows.first().map(|(_, _, cells)| *cells);
        let parts = || first.into_iter().chain(self.unknown.iter().map(|(_, cells)| *cells));
        let mut own = columns.iter().enumerate().filter(|(_, column)| column.is_some());
        let is_sum = |at: usize| {
            let sum: Amount = parts().filter_map(|cells| amount(cells, at)).sum();
            amount(total, at) == Some(sum)
        };
        self.unknown.len() > 1 && own.all(|(at, _)| is_sum(at))
    }

    /// What a row spent of its adjusted budget.
    pub(super) fn rate(&self, cells: &[String]) -> Option<Rate> {
        let (columns, _) = self.columns();
        let amount = |wanted: Column| {
            let at = columns.iter().position(|column| *column == Some(wanted))?;
            Entry::<Amount>::read(cells.get(at)?).value().copied()
        };
        Rate::of_amounts(amount(Column::Executed)?, amount(Column::Adjusted)?)
    }

    /// The amounts of a row. A merged cell stands in several places and counts once.
    pub(super) fn readings(&self, row: usize, kind: RowKind, cells: &[String]) -> Vec<FoundAmount> {
        let (columns, sure) = self.columns();
        let mut found: Vec<FoundAmount> = Vec::new();
        for (cell, column) in cells.iter().zip(&columns) {
            let Some(column) = column else { continue };
            let slot = kind.slot(*column);
            if found.iter().any(|reading| reading.slot == slot) {
                continue;
            }
            let is_vague = !sure && *column == Column::Adjusted;
            let own = reading(cell, slot, self.unit, Source::row(self.place, row), is_vague);
            found.extend(own.map(|own| FoundAmount {
                doubt: self.doubt,
                ..own
            }));
        }
        found
    }
}

/// Whether a rate is the printed one, to its decimals.
fn is_as_printed(own: Rate, printed: Rate) -> bool {
    let places = printed.percent().normalize().scale();
    rounding::half_away_from_zero(own.percent(), places) == printed.percent().normalize()
}

/// A printed rate, and how it would be typed. In a column headed %, numbers stand without the sign, or as a share: then it
/// is the one that the amounts make.
pub(super) fn printed_rate(cell: &str, own: Option<Rate>) -> Option<(Rate, String)> {
    let bare = cell.trim().trim_end_matches(['%', '％']);
    let share = plain_number(bare)? * Decimal::ONE_HUNDRED;
    let is_share = own.is_some_and(|own| is_as_printed(own, Rate::from_percent(share)));
    let text = match is_share {
        true => format!("{}%", share.normalize()),
        false => format!("{bare}%"),
    };
    // Without a sign, more than the whole is an amount that stands in the wrong column.
    let is_signed = bare.len() < cell.trim().len();
    let is_own = own.is_some_and(|own| Rate::read(&text).is_ok_and(|rate| is_as_printed(own, rate)));
    if !is_signed && !is_share && !is_own && share > Decimal::ONE_HUNDRED * Decimal::ONE_HUNDRED {
        return None;
    }
    Some((Rate::read(&text).ok()?, text))
}
