//! 相邻的数: numbers that stand next to each other and that one slip keeps from making one another, whatever the words.
//!
//! 原值1,864.27万元，累计折旧732.65万元，净值1,131.26万元: offices have more words for what is left, added and joined
//! than any table of words, but of three long numbers in a row one is the sum of the others only where that is meant, and
//! digits that changed places are hardly there by chance. The shorter the numbers, the more must the words say so.
//! Shares in a row that would make 100% but for such a slip are told in the same way.

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use super::rates::states;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{digits, is_swapped};
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::facts::reading::wholes::is_whole_set;

/// So many numbers in a row at most are one another's sum.
const MOST: usize = 5;

/// Numbers of so many digits need no words, and of so many some.
const LONG: usize = 6;
const SHORT: usize = 4;

/// Words that say that numbers make one another.
const MAKE: WordList = WordList::of(&[
    "合计",
    "共计",
    "总计",
    "其中",
    "总额",
    "结余",
    "结转",
    "剩余",
    "净值",
    "净额",
    "净增",
    "净减",
    "审减",
    "核减",
    "相差",
    "差额",
    "节约",
    "追加",
    "调增",
    "调减",
    "增加",
    "减少",
    "较上年",
    "比上年",
    "加上",
    "共受理",
    "共有",
    "尚余",
    "余额",
    "缺口",
    "尾款",
]);

/// Reads what the words of a text did not tell.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    let mut from = 0;
    while from < tagged.tags.len() {
        let line = tagged.line(&tagged.tags[from]);
        let many = tagged.tags[from..].partition_point(|tag| tagged.line(tag) <= line);
        of_line(text, tagged, from..from + many, ledger);
        from += many;
    }
    of_shares(text, tagged, ledger);
}

fn of_line(text: &str, tagged: &Tagged, line: std::ops::Range<usize>, ledger: &mut Ledger) {
    let is_number = |tag: &Tag| {
        let counts = matches!(tag.number.kind, Kind::Money | Kind::Count(_));
        counts && !tag.number.about && !tag.bound && digits(tag.number.value).len() + 2 > SHORT
    };
    let mut kinds: Vec<&Kind> = Vec::new();
    for tag in tagged.tags.get(line.clone()).unwrap_or_default() {
        let is_new = !kinds.contains(&&tag.number.kind);
        if is_number(tag) && is_new {
            kinds.push(&tag.number.kind);
        }
    }
    for kind in kinds {
        let row: Vec<Id> = line
            .clone()
            .filter(|id| tagged.tags[*id].number.kind == *kind && is_number(&tagged.tags[*id]))
            .collect();
        if row.len() > 2 {
            of_row(text, tagged, &row, ledger);
        }
    }
}

/// The numbers of one kind of a line, in their order.
fn of_row(text: &str, tagged: &Tagged, row: &[Id], ledger: &mut Ledger) {
    let mut meant: Vec<Relation> = Vec::new();
    for many in 3..=MOST.min(row.len()) {
        for window in row.windows(many) {
            let known = ledger.relations.iter().chain(&ledger.agreeing);
            let is_known = |relation: &Relation| {
                let facts = relation.facts();
                window.iter().all(|id| facts.contains(id))
            };
            if known.clone().any(is_known) {
                continue;
            }
            // The total stands first or last; of three it may stand between.
            let totals = if many == 3 { vec![0, 1, 2] } else { vec![0, many - 1] };
            let sums = totals.into_iter().map(|place| Relation::Sum {
                total: window[place],
                parts: window.iter().copied().filter(|id| *id != window[place]).collect(),
                complete: true,
            });
            let sums: Vec<Relation> = sums.collect();
            if let Some(held) = sums.iter().find(|sum| ledger.judge(sum) == Verdict::Holds) {
                if window.iter().all(|id| length(tagged, *id) > SHORT) {
                    ledger.agreeing.push(held.clone());
                }
                continue;
            }
            meant.extend(sums.into_iter().filter(|sum| is_meant(text, tagged, sum, ledger)));
        }
    }
    // What was found to agree meanwhile takes its numbers with it.
    let is_held = |id: &Id| {
        let all = ledger.relations.iter().chain(&ledger.agreeing);
        all.filter(|known| ledger.judge(known) == Verdict::Holds)
            .any(|known| known.facts().contains(id))
    };
    let open = |relation: &&Relation| !relation.facts().iter().all(is_held) && is_loose(relation, ledger, &is_held);
    let told = meant.iter().find(open).map(|sum| as_said(text, tagged, sum));
    ledger.relations.extend(told);
}

/// 预算100万元，支出90万元，结余10万元: what comes last is what is left, and no part.
fn as_said(text: &str, tagged: &Tagged, sum: &Relation) -> Relation {
    let Relation::Sum { total, parts, .. } = sum else {
        return sum.clone();
    };
    let [less, of] = parts.as_slice() else {
        return sum.clone();
    };
    let said = |from: Id, to: Id| text.get(tagged.tags[from].range.end..tagged.tags[to].range.start);
    let lists = |from: Id| said(from, *of).is_some_and(|said| said.contains("其中") || said.starts_with(['（', '(']));
    match *total < *less && !lists(*total) {
        true => Relation::Difference {
            of: *of,
            more: *total,
            less: *less,
        },
        false => sum.clone(),
    }
}

fn length(tagged: &Tagged, id: Id) -> usize {
    digits(tagged.tags[id].number.value).len()
}

/// Whether a slip in one of its numbers keeps a sum from holding, and the numbers or the words say that it is one.
fn is_meant(text: &str, tagged: &Tagged, sum: &Relation, ledger: &Ledger) -> bool {
    let Some((slipped, _)) = slip(sum, ledger) else {
        return false;
    };
    let facts = sum.facts();
    let tags = || facts.iter().filter_map(|id| tagged.tags.get(*id));
    let is_own = |tag: &Tag| states(tag) || tag.period == Period::Last;
    let one_unit = tags().all(|tag| Some(tag.number.scale) == tags().next().map(|tag| tag.number.scale));
    if !one_unit || !tags().all(is_own) {
        return false;
    }
    let shortest = facts.iter().map(|id| length(tagged, *id)).min().unwrap_or_default();
    let start = tags().map(|tag| tag.before.start).min().unwrap_or_default();
    let end = tags().map(|tag| tag.after.end).max().unwrap_or_default();
    let say_so = || text.get(start..end).is_some_and(|said| MAKE.any_in(said));
    match length(tagged, slipped) {
        LONG.. if shortest > SHORT => true,
        SHORT.. => say_so(),
        _ => false,
    }
}

/// The number that two digits which changed places keep from making the sum, and what it was to be.
fn slip(sum: &Relation, ledger: &Ledger) -> Option<(Id, Decimal)> {
    let Relation::Sum { total, parts, .. } = sum else {
        return None;
    };
    let value = |id: Id| ledger.number(id).map(|number| number.value);
    let made = parts
        .iter()
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value(*part)?))?;
    let short = value(*total)?.checked_sub(made)?;
    let of_parts = parts
        .iter()
        .map(|part| Some((*part, value(*part)?.checked_add(short)?)));
    let mut all = of_parts.flatten().chain([(*total, made)]);
    all.find(|(id, meant)| !meant.is_sign_negative() && value(*id).is_some_and(|stated| is_swapped(stated, *meant)))
}

/// Whether the number that slipped is in no relation that holds.
fn is_loose(relation: &Relation, ledger: &Ledger, is_held: &impl Fn(&Id) -> bool) -> bool {
    slip(relation, ledger).is_some_and(|(id, _)| !is_held(&id))
}

/// 占63.74%、24.31%、12.22%: shares in a row that make 100% but for a slip of one of them.
fn of_shares(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    let is_share = |tag: &Tag| {
        let is_one = tag.measure == Measure::Share || is_weight(text, tagged, tag);
        tag.number.kind == Kind::Percent && is_one && states(tag)
    };
    let mut id = 0;
    while id < tagged.tags.len() {
        if !is_share(&tagged.tags[id]) {
            id += 1;
            continue;
        }
        let first = &tagged.tags[id];
        let said = &text[first.before.clone()];
        let respective = said.contains("分别");
        let mut parts = vec![id];
        for (other, tag) in tagged.tags.iter().enumerate().skip(id + 1) {
            let bare = || {
                text[tag.before.clone()]
                    .trim_matches(['、', '和', '及', ' ', '，'])
                    .is_empty()
            };
            if tagged.sentence(tag) != tagged.sentence(first) {
                break;
            }
            match tag.number.kind {
                Kind::Percent if is_share(tag) || respective && bare() => parts.push(other),
                Kind::Percent => break,
                _ => {}
            }
        }
        id = parts.last().copied().unwrap_or(id) + 1;
        if parts.len() < 2 {
            continue;
        }
        let whole = Relation::Whole { parts };
        match ledger.judge(&whole) {
            Verdict::Holds => ledger.agreeing.push(whole),
            Verdict::Broken { .. } if is_slip_of_whole(&whole, ledger) || is_all(text, tagged, &whole) => {
                ledger.relations.push(whole);
            }
            _ => {}
        }
    }
}

/// Whether shares are those of all there is: with the lowest degree or the rest among them, or three at least that 分别占
/// names, and near to all.
fn is_all(text: &str, tagged: &Tagged, whole: &Relation) -> bool {
    const LAST: [&str; 4] = ["不满意", "其他", "其余", "不了解"];
    const APART: Decimal = Decimal::from_parts(8, 0, 0, false, 0);
    let parts = whole.facts();
    let said = |id: &Id| text.get(tagged.tags[*id].before.clone()).unwrap_or_default();
    let has_last = parts.iter().any(|id| LAST.iter().any(|word| said(id).contains(word)));
    let is_weights = parts.len() > 2 && parts.iter().all(|id| is_weight(text, tagged, &tagged.tags[*id]));
    let is_row = parts.len() > 2
        && parts
            .first()
            .is_some_and(|id| said(id).contains("分别占") || said(id).contains("各占"));
    let sum: Decimal = parts.iter().map(|id| tagged.tags[*id].number.value).sum();
    let names: Vec<&str> = parts
        .iter()
        .map(|id| said(id).trim().trim_end_matches(['占', '比']))
        .collect();
    // Sources of money are kinds of it, of which nothing is twice.
    const MONEY: WordList = WordList::of(&[
        "资金", "投入", "支出", "收入", "经费", "资本", "投资", "拨款", "补助", "自筹", "配套",
    ]);
    let is_money = names.iter().all(|name| MONEY.ending(name).is_some()) || names.len() == 2 && is_whole_set(&names);
    let over = sum - Decimal::ONE_HUNDRED;
    let is_more = is_money && over.is_sign_positive() && over <= APART + APART + APART;
    let is_all = parts.len() > 2 && (has_last || is_row || is_whole_set(&names));
    is_more || is_weights && over.abs() <= APART + APART || is_all && over.abs() <= APART
}

/// 指标权重：预算执行率10%、产出指标50%、…: one of the weights that a sentence lists.
fn is_weight(text: &str, tagged: &Tagged, tag: &Tag) -> bool {
    let sentence = tagged.sentence_range(tagged.sentence(tag));
    let lead = text.get(sentence.start..tag.range.start).unwrap_or_default();
    let names = [
        "权重分配",
        "权重设置",
        "指标权重",
        "各项权重",
        "权重为",
        "权重分别",
        "权重构成",
    ];
    names.iter().any(|name| lead.contains(name)) && !matches!(tag.measure, Measure::Total | Measure::Growth { .. })
}

fn is_slip_of_whole(whole: &Relation, ledger: &Ledger) -> bool {
    let parts = whole.facts();
    let value = |id: Id| ledger.number(id).map(|number| number.value).unwrap_or_default();
    let sum: Decimal = parts.iter().map(|id| value(*id)).sum();
    let short = Decimal::ONE_HUNDRED - sum;
    parts.iter().any(|id| {
        value(*id)
            .checked_add(short)
            .is_some_and(|meant| is_swapped(value(*id), meant))
    })
}
