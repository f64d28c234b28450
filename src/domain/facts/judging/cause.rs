//! 归因: which number is to blame where relations are broken.
//!
//! A number that many relations confirm is hardly the wrong one. So the fact is blamed that takes part in the most
//! broken relations, and among those in the fewest that hold; where two are alike, both places are named.

use std::collections::BTreeMap;

use super::relation::{Id, Relation, Verdict};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The broken relations that it explains, by their place in the ledger; the first one tells it.
    pub relations: Vec<usize>,
    /// The facts to blame: one, or all that are alike.
    pub blamed: Vec<Id>,
}

/// The causes of what is broken. Each broken relation belongs to one cause.
pub fn causes(relations: &[Relation], verdicts: &[Verdict]) -> Vec<Cause> {
    let mut held: BTreeMap<Id, usize> = BTreeMap::new();
    let mut open: BTreeMap<usize, Vec<Id>> = BTreeMap::new();
    for (place, (relation, verdict)) in relations.iter().zip(verdicts).enumerate() {
        match verdict {
            Verdict::Holds => {
                for id in relation.facts() {
                    *held.entry(id).or_default() += 1;
                }
            }
            Verdict::Broken { .. } => {
                open.insert(place, relation.facts());
            }
            Verdict::Unknown => {}
        }
    }
    let support = |id: Id| held.get(&id).copied().unwrap_or_default();
    let mut causes = Vec::new();
    while !open.is_empty() {
        let mut broken: BTreeMap<Id, usize> = BTreeMap::new();
        for id in open.values().flatten() {
            *broken.entry(*id).or_default() += 1;
        }
        let weight = |id: &Id| {
            let most = broken.get(id).copied().unwrap_or_default();
            (std::cmp::Reverse(most), support(*id))
        };
        let Some(best) = broken.keys().map(&weight).min() else {
            break;
        };
        let mut blamed: Vec<Id> = broken.keys().copied().filter(|id| weight(id) == best).collect();
        // What one relation alone ties together is one cause; another relation's facts are another.
        let first = open
            .iter()
            .find(|(_, facts)| blamed.iter().any(|id| facts.contains(id)));
        let Some(facts) = first.map(|(_, facts)| facts.clone()) else {
            break;
        };
        blamed.retain(|id| facts.contains(id));
        let explained: Vec<usize> = open
            .iter()
            .filter(|(_, facts)| blamed.iter().all(|id| facts.contains(id)))
            .map(|(place, _)| *place)
            .collect();
        for place in &explained {
            open.remove(place);
        }
        causes.push(Cause {
            relations: explained,
            blamed,
        });
    }
    causes.sort_by_key(|cause| cause.relations.first().copied());
    causes
}
