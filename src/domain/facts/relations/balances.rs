//! 增减以后: what a budget became by what was added and taken away in the year.

use crate::domain::prose::words::WordList;

use super::rates::{before, is_of_part, own_name};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::prose::stops::Mark;

const ADDED: WordList = WordList::of(&["追加", "调增", "增加", "净增", "下达", "核增", "增拨"]);
const TAKEN: WordList = WordList::of(&["调减", "核减", "收回", "减少", "压减", "净减", "上缴", "交回"]);

/// Words that leave open whether all changes are named.
const OPEN: WordList = WordList::of(&["主要", "部分", "其余", "包括"]);

/// Adds what the adjusted budgets of a text follow from.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (end, tag) in tagged.tags.iter().enumerate() {
        let is_adjusted = tag.measure == Measure::Adjusted && tag.number.kind == Kind::Money;
        if !is_adjusted || !own_name(text, tag).is_empty() || is_of_part(text, tagged, end) {
            continue;
        }
        // 基本支出331.89万元（调整后预算332.30万元）: in a bracket it is of what stands before that.
        let Some((start, first)) =
            initial(text, tagged, end).filter(|(_, first)| tagged.depth(first) == tagged.depth(tag))
        else {
            continue;
        };
        let (plus, minus) = changes(text, tagged, start, end, ledger);
        let said = text.get(first.range.end..tag.range.start).unwrap_or_default();
        if plus.is_empty() && minus.is_empty() || OPEN.any_in(said) {
            continue;
        }
        // 下达2,865万元，收回405万元，净增2,460万元: what is named last may be all of the others.
        let last = |ids: &[Id]| ids.last().copied().into_iter().collect::<Vec<Id>>();
        let balance = |plus: Vec<Id>, minus: Vec<Id>| Relation::Balance {
            end,
            start,
            plus,
            minus,
        };
        let others = [
            balance(last(&plus), Vec::new()),
            balance(Vec::new(), last(&minus)),
            balance(last(&plus), last(&minus)),
            balance(
                plus.iter().take(1).copied().collect(),
                minus.iter().take(1).copied().collect(),
            ),
        ];
        let is_net = said.contains("净增") || said.contains("净减");
        let stated = (!is_net).then(|| balance(plus.clone(), minus.clone()));
        let stated = stated.or_else(|| {
            let is_up = said.rfind("净增") > said.rfind("净减");
            Some(if is_up {
                balance(last(&plus), Vec::new())
            } else {
                balance(Vec::new(), last(&minus))
            })
        });
        ledger.settle(stated, others.into_iter());
    }
}

/// The initial budget of the whole that a line names before a number.
pub fn initial<'a>(text: &str, tagged: &'a Tagged, id: Id) -> Option<(Id, &'a Tag)> {
    before(tagged, id).find(|(_, tag)| {
        tag.measure == Measure::Initial
            && tag.number.kind == Kind::Money
            && !matches!(tag.period, Period::Last | Period::Planned)
            && own_name(text, tag).is_empty()
    })
}

/// What was added, and what was taken away, between two numbers; the parts of another number are none.
fn changes(text: &str, tagged: &Tagged, start: Id, end: Id, ledger: &Ledger) -> (Vec<Id>, Vec<Id>) {
    let is_part = |id: &Id| {
        ledger.relations.iter().any(|relation| match relation {
            Relation::Sum { parts, .. } => parts.contains(id),
            _ => false,
        })
    };
    let (mut plus, mut minus) = (Vec::new(), Vec::new());
    let mut last = None;
    let mut within = false;
    for id in start + 1..end {
        let Some(tag) = tagged.tags.get(id) else { continue };
        let said = text.get(tag.before.clone()).unwrap_or_default();
        within = (within || said.contains("其中")) && tagged.mark(tag) < Mark::Group;
        if tag.number.kind != Kind::Money || within || is_part(&id) {
            continue;
        }
        let up = if TAKEN.any_in(said) {
            Some(false)
        } else if ADDED.any_in(said) {
            Some(true)
        } else {
            // 追加甲420万元、乙96.80万元.
            last.filter(|_| tagged.mark(tag) == Mark::Item)
        };
        last = up;
        match up {
            Some(true) => plus.push(id),
            Some(false) => minus.push(id),
            None => {}
        }
    }
    (plus, minus)
}
