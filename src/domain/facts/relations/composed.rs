//! 占两项合计的比: 本级安排2,400万元，上级补助5,600万元，上级补助占资金总额的70%. The whole is not said; the parts that are make it.

use crate::domain::prose::words::WordList;

use super::rates::{own_name, states};
use super::shares::whole_name;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Wholes that are nothing but what their parts make.
const WHOLES: WordList = WordList::of(&[
    "总投入",
    "资金总额",
    "全部资金",
    "总资金",
    "项目资金",
    "项目总资金",
    "资金",
    "总额",
    "总投资",
    "投资总额",
    "总量",
    "总数",
    "合计",
    "投入总额",
    "全部投入",
]);

/// So many parts at most.
const MOST: usize = 4;

/// Words of a plan, of which a share is told by what was done.
const PLAN: WordList = WordList::of(&[
    "完成计划的",
    "完成年度计划的",
    "完成任务的",
    "完成年度任务的",
    "完成目标的",
    "完成年度目标的",
    "完成目标任务的",
    "完成计划数的",
    "占计划的",
    "为计划的",
]);
const DONE: WordList = WordList::of(&["实际", "完成", "全年", "实施", "达到"]);

/// 计划1,200米，实际1,350米，完成计划的112.5%: the only two numbers of a kind before the share, the plan first.
pub fn add_of_plan(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    const AIM: WordList = WordList::of(&["计划", "任务", "目标", "应"]);
    for (id, tag) in tagged.tags.iter().enumerate() {
        let said = |tag: &Tag| text.get(tag.before.clone()).unwrap_or_default().to_owned();
        let is_share = tag.number.kind == Kind::Percent && PLAN.ending(said(tag).trim_end()).is_some();
        if !is_share || tag.number.about || tag.bound {
            continue;
        }
        let [aim, done] = parts(tagged, id)[..] else { continue };
        let (first, second) = (said(&tagged.tags[aim]), said(&tagged.tags[done]));
        if AIM.any_in(&first) && !AIM.any_in(&second) && DONE.any_in(&second) {
            let is_told = |known: &Relation| known.facts().first() == Some(&id);
            ledger.agreeing.retain(|known| !is_told(known));
            if !ledger.relations.iter().any(is_told) {
                ledger.relations.push(Relation::Ratio {
                    rate: id,
                    part: done,
                    whole: aim,
                });
            }
        }
    }
}

/// Adds the shares of wholes that the parts beside them make.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let said = text.get(tag.before.clone()).unwrap_or_default();
        let is_share = tag.measure == Measure::Share && states(tag) && !tag.number.about;
        if !is_share || !whole_name(said).is_some_and(|whole| WHOLES.words().contains(&whole)) {
            continue;
        }
        // The wrong base fits, too: a part of the other part. Only what the words state is another whole.
        if ledger.relations.iter().any(|known| known.facts().first() == Some(&id)) {
            continue;
        }
        let Some(whose) = said
            .split('占')
            .next()
            .map(|own| own.trim().trim_end_matches(['部', '分', '仅', '约']))
        else {
            continue;
        };
        let parts = parts(tagged, id);
        let called = |part: &&Id| {
            let own = own_name(text, &tagged.tags[**part]);
            whose.chars().count() > 1 && (own.contains(whose) || own.chars().count() > 1 && whose.contains(own))
        };
        let mut owners = parts.iter().filter(called);
        let Some(owner) = owners.next().copied().filter(|_| owners.next().is_none()) else {
            continue;
        };
        // What is greater than all others together, or made by them, is the whole itself.
        let value = |id: &Id| tagged.tags[*id].number.value;
        let greatest = parts.iter().map(value).max().unwrap_or_default();
        let all: rust_decimal::Decimal = parts.iter().map(value).sum();
        let sentence = text
            .get(tagged.sentence_range(tagged.sentence(tag)))
            .unwrap_or_default();
        let names_whole = sentence.contains("其中") || sentence.contains("共");
        if parts.len() < 2 || names_whole || all - greatest == greatest && parts.len() > 2 {
            continue;
        }
        ledger.relations.push(Relation::Together {
            rate: id,
            parts: vec![owner],
            whole: parts,
        });
    }
}

/// The amounts in the sentence before a share, as far back as they are of one kind.
fn parts(tagged: &Tagged, id: Id) -> Vec<Id> {
    let sentence = tagged.sentence(&tagged.tags[id]);
    let is_near = |other: &Id| tagged.sentence(&tagged.tags[*other]) == sentence;
    let is_part = |tag: &Tag| {
        matches!(tag.number.kind, Kind::Money | Kind::Count(_))
            && !tag.bound
            && !tag.number.about
            && !matches!(
                tag.measure,
                Measure::Total | Measure::Before | Measure::Growth { .. } | Measure::Each
            )
    };
    let mut parts: Vec<Id> = (0..id).rev().take_while(is_near).collect();
    parts.reverse();
    let kind = parts.first().map(|part| &tagged.tags[*part].number.kind);
    let alike = parts
        .iter()
        .all(|part| Some(&tagged.tags[*part].number.kind) == kind && is_part(&tagged.tags[*part]));
    if alike && parts.len() <= MOST {
        parts
    } else {
        Vec::new()
    }
}
