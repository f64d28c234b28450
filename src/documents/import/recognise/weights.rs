//! 分值 of a form with more than one column of points, and 总分.

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Recognised, Slot, Sure};
use crate::documents::import::text::columns::{Column, heads, is_header, is_total};
use crate::documents::passage::Grid;
use crate::domain::prose::number::plain_number;

use super::flat_rows::Flat;

/// A form may give each indicator a hundred points and say beside it what it counts (指标分值, 权重占比, 折算得分): the
/// weights are those that make the whole, and the scores those that do not go beyond them.
pub(super) fn weigh(head: &mut [Option<Column>], grid: &Grid, row: usize) {
    let below = || {
        let rows = grid.iter().skip(row + 1);
        rows.take_while(|cells| !is_header(&heads(cells).into_iter().flatten().collect::<Vec<_>>()))
            .filter(|cells| !cells.iter().take(2).any(|cell| is_total(cell)))
    };
    let number = |cells: &[String], at: usize| {
        cells
            .get(at)
            .and_then(|cell| plain_number(cell.trim().trim_end_matches(['%', '％', '分'])))
    };
    let sum = |at: usize| below().filter_map(|cells| number(cells, at)).sum::<Decimal>();
    let named = |word: &'static str| {
        let cells = grid[row].iter().enumerate();
        cells.filter(move |(_, cell)| cell.contains(word)).map(|(at, _)| at)
    };
    let is_at = |head: &[Option<Column>], column| head.iter().position(|own| *own == Some(column));
    if let Some(weight) = is_at(head, Column::Weight).filter(|at| sum(*at) > Decimal::ONE_HUNDRED)
        && let Some(other) =
            named("权重").find(|at| *at != weight && sum(*at) > Decimal::ZERO && sum(*at) <= Decimal::ONE_HUNDRED)
    {
        head[weight] = Some(Column::Other);
        head[other] = Some(Column::Weight);
    }
    let is_within = |score: usize, weight: usize| {
        below().all(|cells| {
            number(cells, score)
                .zip(number(cells, weight))
                .is_none_or(|(score, weight)| score <= weight)
        })
    };
    if let (Some(weight), Some(score)) = (is_at(head, Column::Weight), is_at(head, Column::Score))
        && !is_within(score, weight)
        && let Some(other) = named("得分").find(|at| *at != score && is_within(*at, weight) && sum(*at) > Decimal::ZERO)
    {
        head[score] = Some(Column::Other);
        head[other] = Some(Column::Score);
    }
}

/// 总分 that a table prints, where its weights are the whole: the score of the last such row. A row with one number
/// has it as its score where the scores sum to it.
pub fn total(tables: &[Flat], rows: &[Recognised]) -> Option<Recognised> {
    let sum = |slot: Slot| {
        rows.iter()
            .map(|row| plain_number(row.text(slot)?))
            .sum::<Option<Decimal>>()
    };
    // A score above its weight is a fault of its own; the total that it went into says no more.
    let is_beyond = |row: &Recognised| {
        let number = |slot| row.text(slot).and_then(plain_number);
        number(Slot::Score)
            .zip(number(Slot::Weight))
            .is_some_and(|(score, weight)| score > weight)
    };
    if rows.iter().any(is_beyond) {
        return None;
    }
    let has_weights = rows.iter().any(|row| row.text(Slot::Weight).is_some());
    // What the money scores beside the indicators is less than this in every form.
    let most = Decimal::from(30);
    let is_near = |total: Decimal| sum(Slot::Score).is_some_and(|sum| total >= sum && total - sum <= most);
    let totals = tables.iter().flat_map(|table| &table.totals);
    let (score, source) = totals.rev().find_map(|(weight, score, source)| match (weight, score) {
        (Some(weight), Some(score)) => (*weight == Decimal::ONE_HUNDRED).then_some((*score, source)),
        (Some(one), None) | (None, Some(one)) => {
            let is_score = match has_weights {
                true => sum(Slot::Score) == Some(*one) && sum(Slot::Weight) == Some(Decimal::ONE_HUNDRED),
                false => is_near(*one),
            };
            is_score.then_some((*one, source))
        }
        (None, None) => None,
    })?;
    let text = score.normalize().to_string();
    Some(Recognised::one(
        Slot::StatedScore,
        text,
        Sure::High,
        "表里的总分一行。",
        source.clone(),
    ))
}
