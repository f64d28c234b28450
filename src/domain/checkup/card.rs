//! 指标体检: seven qualities that a reviewer looks for in an indicator, each with what would make it better.
//!
//! The qualities are those of 财预〔2015〕88号 (指向明确, 细化量化, 合理可行, 相应匹配) as offices ask for them.
//! A suggestion is never put in by itself.

use crate::domain::draft::draft::Draft;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::template::Template;

use super::circumstances::{has_evidence, has_time, matches_funds, one_thing};
use super::demands::demands;
use super::numbers::{comparable, has_unit, quantified};
use super::quality::{Judged, State};
use super::split::{Split, Whole};

/// 一项指标的体检.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkup {
    /// One line for each quality, in their order.
    pub lines: Vec<Judged>,
    /// What splitting the indicator would do, or why it cannot be split.
    pub split: Result<Split, Whole>,
}

impl Checkup {
    /// How many qualities are in a state.
    pub fn count(&self, state: State) -> usize {
        self.lines.iter().filter(|line| line.state == state).count()
    }

    /// In short: "7 项里 5 项达到，缺 1 项".
    pub fn summary(&self) -> String {
        let met = format!("{} 项里 {} 项达到", self.lines.len(), self.count(State::Met));
        match self.count(State::Missing) {
            0 => met,
            missing => format!("{met}，缺 {missing} 项"),
        }
    }
}

/// Looks an indicator over. The templates are those of the library that suggestions may come from; without
/// them all else is said all the same.
pub fn checkup(row: &Indicator, draft: &Draft, library: &[Template]) -> Checkup {
    let split = Split::of(row, &draft.scheme);
    let stated = demands(&row.goal);
    Checkup {
        lines: vec![
            quantified(row, &stated),
            comparable(row),
            has_unit(row, &stated),
            has_time(row),
            has_evidence(row, library),
            one_thing(row, &split),
            matches_funds(row, draft),
        ],
        split,
    }
}
