//! 最近的解释: a rate, share, change or difference whose words do not say of which numbers it is.
//!
//! Offices word these in more ways than any table of words has. So every pair of numbers of the sentence that the
//! claim could follow from is tried. Where one fits, the claim agrees with it. Where none fits, and the claim looks as
//! if one of them had been meant and mistyped (`slip`), it contradicts that one. A claim that is far from all of them is
//! of something else, and nothing is said.
//!
//! In 应检测水样240批次，实际检测228批次，检测完成率98% the two counts make 95%, from which 98% is not far, and there
//! is no other pair. In 水质达标率98% with ten numbers around, only digits that changed places would be told.

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use super::changes::is_turned;
use super::claim::{Claim, candidates, claim, fits, numbers};
use super::explicit::{directed, explicit, turned};
use super::fact::{Measure, Period};
use super::ledger::Ledger;
use super::multiples::is_multiple;
use super::printed::Printed;
use super::rates::{before, is_changed, is_of_rate, own_name, states};
use super::relation::{Id, Relation, Verdict};
use super::shares::{office_whole, whole_name};
use super::slip::{is_near, is_slip, looks_like};
use super::tag::{Tag, Tagged};

/// Names of rates of which numbers beside them are seldom the base.
const OPINIONS: WordList = WordList::of(&["满意", "知晓", "好评", "认可", "合规", "准确", "信任", "支持率"]);

/// Reads the claims of a text that no relation has explained yet.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        // 比上年提高1.8个百分点 says what is; of which number of that time, only plain words tell.
        let looks_back = !tag.bound && tag.period == Period::Last && matches!(tag.measure, Measure::Growth { .. });
        let Some(claim) = claim(text, tag).filter(|_| states(tag) || looks_back) else {
            continue;
        };
        let is_told = |relation: &Relation| relation.facts().first() == Some(&id);
        if ledger.relations.iter().chain(&ledger.agreeing).any(is_told) {
            continue;
        }
        if parts_behind(text, tagged, id).is_some_and(|sum| ledger.holds(&sum)) {
            continue;
        }
        let line: Vec<Id> = before(tagged, id).map(|(other, _)| other).collect();
        let mut on_line = candidates(id, claim, &line);
        on_line.retain(|relation| {
            may_be(text, tagged, relation)
                && !directed(tagged, id, relation).is_some_and(|pair| is_turned(text, tagged, pair))
        });
        if let Some(holds) = on_line.iter().find(|relation| ledger.holds(relation)) {
            ledger.agreeing.push(holds.clone());
            continue;
        }
        if let Some(meant) = of_sentence_before(text, tagged, id, claim, ledger) {
            ledger.relations.push(meant);
            continue;
        }
        let is_of_these = is_of_these(text, tagged, id);
        let near = numbers(text, tagged, id, claim);
        if !is_compared(text, tagged, tag, claim, &near) {
            continue;
        }
        let mut candidates = candidates(id, claim, &near);
        candidates.retain(|relation| may_be(text, tagged, relation));
        // 同比增加1.14万元，上年同期为8.50万元: the other way round it would hold.
        if let Some(turned) = turned(text, tagged, id, &candidates, ledger) {
            ledger.relations.push(turned);
            continue;
        }
        if let Some(holds) = candidates.iter().find(|relation| ledger.holds(relation)) {
            ledger.agreeing.push(holds.clone());
            continue;
        }
        // 目标25处，完成27处，超出2%: what lies between them.
        if let (Claim::Change(_), [one, other]) = (claim, near.as_slice()) {
            let value = |id: Id| tagged.tags[id].number.value;
            let is_apart = (value(*one) - value(*other)).abs() == tag.number.value;
            if let Some(first) = candidates
                .first()
                .filter(|_| is_apart && fits(text, tagged, tag, &near))
            {
                ledger.relations.push(first.clone());
                continue;
            }
        }
        if let Some(explicit) = explicit(text, tagged, id, claim, &near) {
            ledger.relations.push(explicit);
            continue;
        }
        if looks_back {
            continue;
        }
        let alone = near.len() == 2 && !(claim == Claim::Ratio && OPINIONS.any_in(&text[tag.before.clone()]));
        let alone = alone && is_of_these;
        if let Some(meant) = meant(
            &tag.number,
            &candidates,
            ledger,
            alone && fits(text, tagged, tag, &near),
        ) {
            ledger.relations.push(meant);
        }
    }
}

/// 支出34.96万元…。与上年支出36.80万元比较，减少2.84万元: the sentence has the earlier number alone, and a slip of the pen says
/// which of those before it is the later one.
fn of_sentence_before(text: &str, tagged: &Tagged, id: Id, claim: Claim, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id).filter(|_| claim == Claim::Difference)?;
    let own = numbers(text, tagged, id, claim);
    let [base] = own.as_slice() else { return None };
    let base = tagged.tags.get(*base)?;
    let alike = |other: &Tag| {
        other.number.kind == base.number.kind
            && other.number.scale == base.number.scale
            && other.measure == base.measure
    };
    let earlier = before(tagged, id).filter(|(_, other)| tagged.sentence(other) < tagged.sentence(tag) && alike(other));
    let mut slips = earlier.flat_map(|(other, _)| candidates(id, claim, &[own[0], other]));
    let is_meant = |relation: &Relation| !ledger.holds(relation) && is_slip(relation, ledger);
    slips.find(is_meant).filter(|_| !slips.any(|other| is_meant(&other)))
}

/// 追加412.75万元（基本支出36.20万元、项目支出376.55万元）: what the bracket right behind a number makes together.
fn parts_behind(text: &str, tagged: &Tagged, id: Id) -> Option<Relation> {
    let tag = tagged.tags.get(id)?;
    text.get(tag.range.end..)?.strip_prefix(['（', '('])?;
    let behind = tagged.tags.iter().enumerate().skip(id + 1);
    let within = behind.take_while(|(_, other)| tagged.depth(other) > tagged.depth(tag));
    let parts: Vec<Id> = within
        .filter(|(_, other)| other.number.kind == tag.number.kind)
        .map(|(other, _)| other)
        .collect();
    (parts.len() > 1).then_some(Relation::Sum {
        total: id,
        parts,
        complete: true,
    })
}

/// Whether a share may be of the numbers around: it says 占, and one of them is called as its whole is.
fn is_of_these(text: &str, tagged: &Tagged, id: Id) -> bool {
    let tag = &tagged.tags[id];
    if tag.measure != Measure::Share {
        return true;
    }
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    // 是上年的2倍: of what the words before another number say.
    if is_multiple(&tag.number) && !said.contains('占') {
        let of = said.trim_end_matches('的');
        let is_called = |other: &Tag| {
            let own = text.get(other.before.clone()).unwrap_or_default();
            ["上年", "去年", "目标", "计划", "任务", "年初", "同期", "预期"]
                .iter()
                .any(|word| of.contains(word) && own.contains(word))
        };
        let sentence = tagged.sentence(tag);
        return before(tagged, id)
            .take_while(|(_, other)| tagged.sentence(other) == sentence)
            .any(|(_, other)| is_called(other));
    }
    // 分别占57%和43%: of a whole that stands before both.
    let Some(whole) = whole_name(said).filter(|_| !said.contains("分别")) else {
        return false;
    };
    let sentence = tagged.sentence(tag);
    let shares = tagged.tags.iter().filter(|other| tagged.sentence(other) == sentence);
    let alone = shares.filter(|other| other.measure == Measure::Share).count() == 1;
    let whole = whole
        .trim_start_matches("全体")
        .trim_start_matches("全部")
        .trim_end_matches("总面积");
    let called = |(_, other): &(Id, &Tag)| {
        text.get(other.before.start..other.after.end)
            .is_some_and(|around| around.contains(whole))
    };
    alone
        && before(tagged, id)
            .take_while(|(_, other)| tagged.sentence(other) == sentence)
            .any(|one| called(&one))
}

/// Whether one of the numbers is of the time that a change or difference looks back to: 比上年末减少2人 follows from
/// nothing where the number of that time is not said.
fn is_compared(text: &str, tagged: &Tagged, tag: &Tag, claim: Claim, near: &[Id]) -> bool {
    const BACK: WordList = WordList::of(&["上年", "去年", "同期", "往年", "年初", "上月", "上季"]);
    let looks_back = claim != Claim::Ratio && BACK.any_in(text.get(tag.before.clone()).unwrap_or_default());
    let is_earlier = |id: &Id| {
        let tag = &tagged.tags[*id];
        tag.measure == Measure::Before || tag.period == Period::Last || BACK.any_in(&text[tag.before.clone()])
    };
    !looks_back || near.iter().any(is_earlier)
}

/// Whether a relation may be what the claim says: a rate of the field is of numbers of its own measures, and of a budget
/// as it was in the end.
fn may_be(text: &str, tagged: &Tagged, relation: &Relation) -> bool {
    let Relation::Ratio { rate, part, whole } = *relation else {
        return true;
    };
    let said = text.get(tagged.tags[rate].before.clone()).unwrap_or_default();
    if whole_name(said).and_then(office_whole).is_some() && !own_name(text, &tagged.tags[whole]).is_empty() {
        return false;
    }
    is_of_rate(tagged, rate, (part, whole)) && !is_changed(text, &tagged.tags[whole], &tagged.tags[rate])
}

/// The candidate that was meant: the only one whose digits one slip makes of the claim; where there are but two
/// numbers, one that is near is enough.
fn meant(number: &Printed, candidates: &[Relation], ledger: &Ledger, alone: bool) -> Option<Relation> {
    let stated = &number.value;
    let expected = |relation: &Relation| match ledger.judge(relation) {
        Verdict::Broken { expected } => Some(expected.middle()).filter(|middle| !middle.is_sign_negative()),
        _ => None,
    };
    let alike = |relation: &&Relation| {
        let meant = expected(relation);
        meant.is_some_and(|meant| looks_like(*stated, like(meant, *stated)))
    };
    let mut close = candidates.iter().filter(alike);
    if let (Some(only), None) = (close.next(), close.next()) {
        return Some(only.clone());
    }
    // 增长3倍 for 增长2倍: to three times as much.
    const ONE_OFF: Decimal = Decimal::from_parts(150, 0, 0, false, 0);
    let is_multiple = is_multiple(number);
    let is_close = |meant: Decimal| is_near(*stated, meant) || is_multiple && (*stated - meant).abs() <= ONE_OFF;
    let near = |relation: &&Relation| expected(relation).is_some_and(is_close);
    candidates.iter().find(|relation| alone && near(relation)).cloned()
}

/// A number as it would be printed to as many places as another.
fn like(value: Decimal, other: Decimal) -> Decimal {
    crate::domain::values::rounding::half_away_from_zero(value, other.scale())
}
