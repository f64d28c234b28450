//! 账: facts with the relations between them, and what holds.

use super::cause::{Cause, causes};
use super::fact::Fact;
use super::printed::Printed;
use super::relation::{Id, Relation, Verdict};
use super::table::Table;

/// Facts, and what must agree among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The facts.
    pub facts: Vec<Fact>,
    /// The relations between them that the words state.
    pub relations: Vec<Relation>,
    /// Relations that hold for numbers near each other without words that state them of these. They say that a number
    /// agrees with something, and never that one is wrong.
    pub agreeing: Vec<Relation>,
    /// The tables of the text.
    pub tables: Vec<Table>,
}

impl Ledger {
    /// Takes a fact in and gives its place.
    pub fn add(&mut self, fact: Fact) -> Id {
        self.facts.push(fact);
        self.facts.len() - 1
    }

    /// The number of a fact.
    pub fn number(&self, id: Id) -> Option<&Printed> {
        self.facts.get(id).map(|fact| &fact.number)
    }

    /// Whether a relation says already what a number follows from.
    pub fn is_explained(&self, id: Id) -> bool {
        let all = self.relations.iter().chain(&self.agreeing);
        all.into_iter().any(|known| known.facts().first() == Some(&id))
    }

    /// The total whose part a number is.
    pub fn total_of(&self, id: Id) -> Option<Id> {
        self.relations.iter().rev().find_map(|known| match known {
            Relation::Sum { total, parts, .. } if parts.contains(&id) => Some(*total),
            _ => None,
        })
    }

    /// What comes of a relation among these facts.
    pub fn judge(&self, relation: &Relation) -> Verdict {
        relation.judge(|id| self.number(id))
    }

    /// Whether a relation holds among these facts.
    pub fn holds(&self, relation: &Relation) -> bool {
        relation.holds(|id| self.number(id))
    }

    /// Takes in the relation that the words state; where the numbers break it and another reading of the same words
    /// holds, that one.
    pub fn settle(&mut self, stated: Option<Relation>, mut others: impl Iterator<Item = Relation>) {
        let holds = |relation: &Relation| self.judge(relation) == Verdict::Holds;
        match stated {
            Some(relation) if holds(&relation) => self.relations.push(relation),
            stated => match others.find(holds) {
                Some(relation) => self.agreeing.push(relation),
                None => self.relations.extend(stated),
            },
        }
    }

    /// What came of each relation, in their order.
    pub fn verdicts(&self) -> Vec<Verdict> {
        self.relations.iter().map(|relation| self.judge(relation)).collect()
    }

    /// How many relations hold, and how many are broken: by this one reading is preferred to another.
    pub fn balance(&self) -> (usize, usize) {
        let verdicts = self.verdicts();
        let broken = verdicts
            .iter()
            .filter(|verdict| matches!(verdict, Verdict::Broken { .. }));
        let held = verdicts.iter().filter(|verdict| **verdict == Verdict::Holds);
        (held.count(), broken.count())
    }

    /// What is wrong, one for each cause.
    pub fn causes(&self) -> Vec<Cause> {
        causes(&self.relations, &self.verdicts())
    }
}
