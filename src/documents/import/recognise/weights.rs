//! 分值 of a form with more than one column of points, and 总分.

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Recognised, Slot, Sure};
use crate::documents::import::text::columns::{Column, heads, is_header, is_total};
use crate::documents::passage::Grid;
use crate::domain::prose::number::plain_number;

use super::flat_rows::Flat;

/// Which of several columns of points are meant: a form may print a weight behind each level, or give each indicator a
/// hundred points and say beside it what it counts (指标分值, 权重占比, 折算得分). The weights are those that make no more
/// than the whole and stand in most rows, the scores those that do not go beyond them.
pub(super) fn weigh(head: &mut [Option<Column>], grid: &Grid, row: usize) {
    let rows: Vec<&Vec<String>> = grid
        .iter()
        .skip(row + 1)
        .take_while(|cells| !is_header(&heads(cells).into_iter().flatten().collect::<Vec<_>>()))
        .filter(|cells| !cells.iter().take(2).any(|cell| is_total(cell)))
        .collect();
    let number = |cells: &[String], at: usize| {
        cells
            .get(at)
            .and_then(|cell| plain_number(cell.trim().trim_end_matches(['%', '％', '分'])))
    };
    let candidates = |column: Column, words: &[&str]| -> Vec<usize> {
        let named = |at: &usize| words.iter().any(|word| grid[row][*at].contains(word));
        let all = 0..head.len().min(grid[row].len());
        all.filter(|at| head[*at] == Some(column) || named(at)).collect()
    };
    let sum = |at: usize| rows.iter().filter_map(|cells| number(cells, at)).sum::<Decimal>();
    let filled = |at: usize| rows.iter().filter(|cells| number(cells, at).is_some()).count();
    let is_part = |at: usize| sum(at) > Decimal::ZERO && sum(at) <= Decimal::ONE_HUNDRED;
    let weights = candidates(Column::Weight, &["权重"]);
    let best = weights
        .iter()
        .rev()
        .filter(|at| is_part(**at))
        .max_by_key(|at| filled(**at));
    let weight = best.or(weights.first()).copied();
    let scores = candidates(Column::Score, &["得分"]);
    let is_within = |score: usize| {
        let beyond = |cells: &&Vec<String>| {
            let own = number(cells, score).zip(weight.and_then(|weight| number(cells, weight)));
            own.is_some_and(|(score, weight)| score > weight)
        };
        !rows.iter().any(beyond)
    };
    let first = scores.iter().find(|at| head[**at] == Some(Column::Score));
    let others = scores.iter().filter(|at| sum(**at) > Decimal::ZERO);
    let score = first
        .filter(|at| is_within(**at))
        .or_else(|| others.clone().find(|at| is_within(**at)))
        .or(first)
        .copied();
    for (column, chosen) in [(Column::Weight, weight), (Column::Score, score)] {
        let Some(chosen) = chosen else { continue };
        head.iter_mut()
            .filter(|own| **own == Some(column))
            .for_each(|own| *own = Some(Column::Other));
        head[chosen] = Some(column);
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
