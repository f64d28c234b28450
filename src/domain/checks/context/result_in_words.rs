//! 实现情况分析: what the words on a result say of the goal. Several checks ask the same; each is read once.

use std::cell::OnceCell;

use crate::domain::prose::answer::unanswered;
use crate::domain::prose::bound::stated;
use crate::domain::prose::clause::Clause;
use crate::domain::prose::found::{Found, What};
use crate::domain::prose::quantity::quantities;
use crate::domain::prose::similarity::repeats;
use crate::domain::scheme::indicator::{Indicator, Measure};
use crate::domain::values::quantity::Quantity;

/// The words on the result of one indicator.
pub struct ResultInWords<'a> {
    row: &'a Indicator,
    text: &'a str,
    asked: OnceCell<Vec<Found>>,
    quantities: OnceCell<Vec<Found>>,
    stated: OnceCell<Vec<Found>>,
    repeats: OnceCell<bool>,
    open: OnceCell<Vec<Clause>>,
}

impl<'a> ResultInWords<'a> {
    /// Nothing is read yet.
    pub fn of(row: &'a Indicator) -> Self {
        ResultInWords {
            row,
            text: row.analysis.trim(),
            asked: OnceCell::new(),
            quantities: OnceCell::new(),
            stated: OnceCell::new(),
            repeats: OnceCell::new(),
            open: OnceCell::new(),
        }
    }

    /// The words.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The quantities of the goal.
    pub fn asked(&self) -> &[Found] {
        self.asked.get_or_init(|| quantities(&self.row.goal))
    }

    /// The quantities of the words.
    pub fn quantities(&self) -> &[Found] {
        self.quantities.get_or_init(|| quantities(&self.row.analysis))
    }

    /// Whether they say no more than the goal, or the standard, did.
    pub fn repeats_goal(&self) -> bool {
        let of = |target: &str| !target.trim().is_empty() && repeats(target, self.text());
        *self
            .repeats
            .get_or_init(|| !self.text().is_empty() && (of(&self.row.goal) || of(&self.row.standard)))
    }

    /// The clauses of the goal that ask for a quantity, and that neither a measured value nor the words answer;
    /// none where there are no words.
    pub fn open_clauses(&self) -> &[Clause] {
        let row = self.row;
        let has_value = |value: Quantity, unit: &str| {
            row.measures.iter().any(|measure| {
                let own = measure.unit.trim();
                measure.actual.value().is_some()
                    && measure.target.value() == Some(&value)
                    && (own.is_empty() || own.contains(unit) || unit.contains(own))
            })
        };
        self.open.get_or_init(|| match self.text().is_empty() {
            true => Vec::new(),
            false => unanswered(&row.goal, self.asked(), &row.analysis, has_value),
        })
    }

    /// Whether they answer all that the goal asks for, also without a number: "一是…；二是…", or the names of
    /// what was done.
    pub fn answers_goal(&self) -> bool {
        let has_both = !self.row.goal.trim().is_empty() && !self.text().is_empty();
        has_both && !self.repeats_goal() && self.open_clauses().is_empty()
    }

    /// Whether they state a share as reached: "满意度96.5%", not "95%以上".
    pub fn states_share(&self) -> bool {
        let is_share = |found: &Found| matches!(found.what, What::Percent(_));
        self.stated().iter().any(is_share)
    }

    /// Whether they state a value in the unit of a measure.
    pub fn states_value(&self, measure: &Measure) -> bool {
        let own = measure.unit.trim();
        let is_own = |found: &Found| match &found.what {
            What::Percent(_) => own == "%",
            What::Count(_, unit) => own.contains(unit.as_str()) || unit.contains(own),
            What::Money(_) => own.ends_with('元'),
            What::Date(_) => false,
        };
        !own.is_empty() && self.stated().iter().any(is_own)
    }

    fn stated(&self) -> &[Found] {
        self.stated
            .get_or_init(|| stated(&self.row.analysis, self.quantities()))
    }
}
