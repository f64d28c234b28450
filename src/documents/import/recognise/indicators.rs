//! 指标: rows from all tables put together, each indicator once.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::fit::{is_dots, is_nothing};
use crate::documents::import::text::flat::squeeze;
use crate::domain::prose::bound::bounds;
use crate::domain::prose::number::plain_number;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Choice;

/// A table of indicators in the making.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What its cells say.
    pub values: BTreeMap<Slot, String>,
    /// Where it stands.
    pub sources: Vec<Source>,
    /// Whether the cells stood apart, or were told apart by their words.
    pub is_split: bool,
    /// What speaks against it.
    pub doubt: Option<String>,
}

/// More indicators no report has.
pub const MOST: usize = 2_000;

/// Puts the tables together. An indicator of a later table that has the name of an earlier one fills what
/// that one lacks; two numbers for one weight are a doubt, not a choice.
pub fn merge(tables: Vec<Vec<Row>>) -> Vec<Recognised> {
    let mut all: Vec<Row> = Vec::new();
    for table in tables {
        let mut free: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, row) in all.iter().enumerate().rev() {
            free.entry(key(row)).or_default().push(place);
        }
        for row in table.into_iter().take(MOST) {
            match free.get_mut(&key(&row)).and_then(Vec::pop) {
                Some(place) => all[place].take_in(row),
                None => all.push(row),
            }
        }
    }
    all.into_iter().filter_map(Row::recognised).collect()
}

fn key(row: &Row) -> String {
    row.values
        .get(&Slot::IndicatorName)
        .map(|name| squeeze(name))
        .unwrap_or_default()
}

/// A name without the number that the form prints before it: 指标1：宣传场次.
fn named(text: &str) -> &str {
    let numbered = text.strip_prefix("指标").unwrap_or_default();
    let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let name = rest
        .strip_prefix(['：', ':', '、', '.', '．'])
        .filter(|_| rest.len() < numbered.len());
    name.map_or(text, str::trim)
}

impl Row {
    /// Notes what a cell says; nothing for a blank, a stroke or the dots of a template.
    pub fn set(&mut self, slot: Slot, text: &str) {
        let text = match slot {
            Slot::IndicatorName => named(text.trim()),
            _ => text.trim(),
        };
        if !text.is_empty() && !is_nothing(text) && !is_dots(text) {
            self.values.entry(slot).or_insert_with(|| text.to_owned());
        }
    }

    fn take_in(&mut self, other: Row) {
        for slot in [Slot::Weight, Slot::Score] {
            let both = self.values.get(&slot).zip(other.values.get(&slot));
            if let Some((mine, theirs)) = both.filter(|(mine, theirs)| plain_number(mine) != plain_number(theirs)) {
                self.doubt = Some(format!("两张表里的{}不同：{mine} 和 {theirs}。", slot.label()));
            }
        }
        for (slot, text) in other.values {
            self.values.entry(slot).or_insert(text);
        }
        self.sources.extend(other.sources);
        self.is_split |= other.is_split;
        self.doubt = self.doubt.take().or(other.doubt);
    }

    fn recognised(mut self) -> Option<Recognised> {
        if self
            .values
            .get(&Slot::IndicatorName)
            .is_none_or(|name| name.chars().count() > 120)
        {
            return None;
        }
        self.read_targets();
        let number = |slot: Slot| self.values.get(&slot).and_then(|text| plain_number(text));
        let (weight, score) = (number(Slot::Weight), number(Slot::Score));
        let too_high = weight.zip(score).is_some_and(|(weight, score)| score > weight);
        let two_tables = self
            .sources
            .iter()
            .any(|source| Some(source.passage) > self.sources.first().map(|first| first.passage + 40));
        let (sure, reason) = if let Some(doubt) = self.doubt.take() {
            (Sure::Low, doubt)
        } else if too_high {
            (Sure::Low, "得分比权重还高。".to_owned())
        } else if weight.is_none() {
            (Sure::Medium, "没有读到权重。".to_owned())
        } else if self.is_split {
            (Sure::High, "表里一格一格写明。".to_owned())
        } else if two_tables {
            (Sure::High, "两张表里都有，对得上。".to_owned())
        } else {
            (Sure::Medium, "表格被打散成行，各格是按字句分开的。".to_owned())
        };
        let order = [
            Slot::FirstLevel,
            Slot::SecondLevel,
            Slot::IndicatorName,
            Slot::Goal,
            Slot::Target,
            Slot::Actual,
            Slot::Weight,
            Slot::Score,
            Slot::Analysis,
            Slot::DeviationReason,
        ];
        let values = order.into_iter().filter_map(|slot| {
            Some(Value {
                slot,
                text: self.values.remove(&slot)?,
            })
        });
        Some(Recognised {
            values: values.collect(),
            sure,
            reason,
            sources: self.sources,
        })
    }

    /// Where the table has no column for targets, those that the goal names; and the actual values that
    /// answer them, where the text has exactly one for each.
    fn read_targets(&mut self) {
        if self.values.contains_key(&Slot::Target) {
            return;
        }
        let goal = self.values.get(&Slot::Goal).map(String::as_str).unwrap_or_default();
        let targets: Vec<_> = bounds(goal)
            .into_iter()
            .filter(|bound| !is_monthly(goal, bound.range.start))
            .collect();
        if targets.is_empty() {
            return;
        }
        let sign = |comparator: Comparator| {
            if comparator == Comparator::Exactly {
                ""
            } else {
                comparator.label()
            }
        };
        let text: Vec<String> = targets
            .iter()
            .map(|bound| {
                format!(
                    "{}{}{}",
                    sign(bound.comparator),
                    plain(bound.value.decimal()),
                    bound.unit
                )
            })
            .collect();
        self.values.insert(Slot::Target, text.join("；"));
        if self.values.contains_key(&Slot::Actual) {
            return;
        }
        let analysis = self.values.get(&Slot::Analysis).map(String::as_str).unwrap_or_default();
        let answers = bounds(analysis);
        let same: Vec<_> = answers
            .iter()
            .filter(|answer| targets.iter().any(|target| target.unit == answer.unit))
            .collect();
        let fits = same.len() == targets.len()
            && same
                .iter()
                .zip(&targets)
                .all(|(answer, target)| answer.unit == target.unit);
        // "95%以上" repeats the target and is no measured value.
        if fits && same.iter().all(|answer| answer.comparator == Comparator::Exactly) {
            let text: Vec<String> = same
                .iter()
                .map(|answer| format!("{}{}", plain(answer.value.decimal()), answer.unit))
                .collect();
            self.values.insert(Slot::Actual, text.join("；"));
        }
    }
}

/// A number of times each month is no number of the year.
fn is_monthly(goal: &str, place: usize) -> bool {
    let clause = stops::last(goal.get(..place).unwrap_or_default(), Mark::Item);
    ["每月", "每季", "每周", "每日", "每天", "月均", "每个"]
        .iter()
        .any(|word| clause.contains(word))
}

fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}
