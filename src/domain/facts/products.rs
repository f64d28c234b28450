//! 平均数的说法: for each of something, how many of them, and the whole.

use super::fact::Measure;
use super::ledger::Ledger;
use super::printed::Kind;
use super::rates::before;
use super::relation::{Id, Relation, Verdict};
use super::tag::Tagged;

/// By what a number is wrong whose unit is wrong: 元 for 万元, 万元 for 亿元, 元 for 亿元 and back, as number and decimals.
pub const OTHER_UNITS: [(i64, u32); 4] = [(10_000, 0), (1, 4), (100_000_000, 0), (1, 8)];

/// Adds the averages that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let kind = &tag.number.kind;
        if tag.bound || !matches!(kind, Kind::Money | Kind::Count(_)) || !is_average(text, tag.range.start) {
            continue;
        }
        let sentence = tagged.sentence(tag);
        let near: Vec<Id> = before(tagged, id)
            .take_while(|(_, other)| tagged.sentence(other) == sentence)
            .map(|(other, _)| other)
            .take(5)
            .collect();
        let product = |total: Id, times: Id| Relation::Product { total, each: id, times };
        let is = |id: &Id, kind: &Kind| tagged.tags[*id].number.kind == *kind;
        let counts = |id: &Id| matches!(tagged.tags[*id].number.kind, Kind::Count(_));
        let pairs = near.iter().filter(|total| is(total, kind)).flat_map(|total| {
            let others = near.iter().filter(move |times| *times != total && counts(times));
            others.map(|times| product(*total, *times))
        });
        let pairs: Vec<Relation> = pairs.collect();
        if let Some(holds) = pairs.iter().find(|pair| ledger.judge(pair) == Verdict::Holds) {
            ledger.agreeing.push(holds.clone());
        } else if let Some(pair) = pairs.iter().find(|pair| is_of_another_unit(tagged, pair, ledger)) {
            ledger.relations.push(pair.clone());
        } else if tag.measure == Measure::Each {
            ledger.relations.extend(stated(text, tagged, id));
        }
    }
}

/// Whether the words before a number make it that of each of something: 人均, 平均每台（套）.
fn is_average(text: &str, start: usize) -> bool {
    const REACH: usize = 30;
    let before = text.get(..start).unwrap_or_default();
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let clause = near
        .rsplit(['，', '。', '；', '：', '、', '\n'])
        .next()
        .unwrap_or_default();
    clause.contains(['每', '均'])
}

/// Whether money fits an average but for its unit, so that the same digits are printed.
fn is_of_another_unit(tagged: &Tagged, relation: &Relation, ledger: &Ledger) -> bool {
    let Relation::Product { total, .. } = relation else {
        return false;
    };
    let Some(total) = tagged.tags.get(*total).filter(|total| total.number.kind == Kind::Money) else {
        return false;
    };
    let Verdict::Broken { expected } = ledger.judge(relation) else {
        return false;
    };
    OTHER_UNITS.iter().any(|(many, places)| {
        let factor = rust_decimal::Decimal::new(*many, *places);
        let value = total.number.value.checked_mul(factor);
        value.is_some_and(|value| expected.holds(value))
    })
}

/// 每人500元，200人，共10万元: for each, how many, and the whole, in one sentence with no other money or count.
fn stated(text: &str, tagged: &Tagged, id: Id) -> Option<Relation> {
    let each = tagged.tags.get(id).filter(|tag| tag.number.kind == Kind::Money)?;
    let sentence = tagged.sentence(each);
    let only = |kind: fn(&Kind) -> bool| {
        let around = id.saturating_sub(6)..tagged.tags.len().min(id + 6);
        let mut all = around.filter(|other| {
            let tag = &tagged.tags[*other];
            *other != id && tagged.sentence(tag) == sentence && kind(&tag.number.kind) && !tag.bound
        });
        all.next().filter(|_| all.next().is_none())
    };
    let times = only(|kind| matches!(kind, Kind::Count(_)))?;
    let total = only(|kind| *kind == Kind::Money)?;
    // 每人 is of people, 每户 of households.
    let Kind::Count(unit) = &tagged.tags[times].number.kind else {
        return None;
    };
    let said = text.get(each.before.clone()).unwrap_or_default();
    let of_each = ["每", "均"]
        .iter()
        .any(|word| said.contains(&format!("{word}{unit}")) || said.contains(&format!("{unit}均")));
    let sums_up = ["共", "共计", "合计", "发放", "补助", "总计"];
    let said = text.get(tagged.tags[total].before.clone()).unwrap_or_default().trim();
    (of_each && total > id && sums_up.iter().any(|word| said.ends_with(word))).then_some(Relation::Product {
        total,
        each: id,
        times,
    })
}
