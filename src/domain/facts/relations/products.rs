//! 平均数的说法: for each of something, how many of them, and the whole.

use crate::domain::prose::words::WordList;

use rust_decimal::Decimal;

use super::rates::before;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{digits, is_near, is_slip};
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::prose::stops::{self, Mark};

/// By what a number is wrong whose unit is wrong: 元 for 万元, 万元 for 亿元, 元 for 亿元 and back, as number and decimals.
/// 公斤 for 吨, 米 for 公里.
pub const OTHER_UNITS: [(i64, u32); 6] = [(10_000, 0), (1, 4), (100_000_000, 0), (1, 8), (1_000, 0), (1, 3)];

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
        } else if let Some(pair) = of_sentence_before(tagged, id, ledger) {
            ledger.relations.push(pair);
        } else if let Some(pair) =
            stated(text, tagged, id, ledger).or_else(|| only_slip(text, tagged, id, &pairs, ledger))
        {
            if ledger.judge(&pair) == Verdict::Holds || is_rounded(text, tagged, &pair) {
                ledger.agreeing.push(pair);
            } else {
                ledger.relations.push(pair);
            }
        }
    }
}

/// 运行维护费41.25万元。…保有量11辆，单车年均3.75元: the whole stands in a sentence before, and has the same digits.
fn of_sentence_before(tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    const DIGITS: usize = 3;
    let each = tagged
        .tags
        .get(id)
        .filter(|tag| digits(tag.number.value).len() >= DIGITS)?;
    let near: Vec<(Id, &Tag)> = before(tagged, id).take(6).collect();
    let totals = near.iter().filter(|(_, tag)| tag.number.kind == each.number.kind);
    let mut pairs = totals.flat_map(|(total, _)| {
        let counts = near.iter().filter(|(_, tag)| matches!(tag.number.kind, Kind::Count(_)));
        let product = |(times, _): &(Id, &Tag)| Relation::Product {
            total: *total,
            each: id,
            times: *times,
        };
        counts.map(product).collect::<Vec<Relation>>()
    });
    pairs.find(|pair| is_of_another_unit(tagged, pair, ledger))
}

/// The only pair that a slip of the pen keeps from making an average: 428.40万元，3,570名，人均12,000元.
fn only_slip(text: &str, tagged: &Tagged, id: Id, pairs: &[Relation], ledger: &Ledger) -> Option<Relation> {
    let is_meant = |pair: &&Relation| {
        let Relation::Product { times, .. } = pair else {
            return false;
        };
        is_for_each(text, tagged, id, *times) && is_slip(pair, ledger)
    };
    let mut slips = pairs.iter().filter(is_meant);
    slips.next().filter(|_| slips.next().is_none()).cloned()
}

/// Whether a number is for each of what another counts: 每人 and 人均 of people, 每校 of schools, 台均 of what is counted so.
pub fn is_for_each(text: &str, tagged: &Tagged, id: Id, times: Id) -> bool {
    const PEOPLE: [&str; 4] = ["人", "名", "位", "人次"];
    let Kind::Count(unit) = &tagged.tags[times].number.kind else {
        return false;
    };
    let each = &tagged.tags[id];
    // 每周开放5天: how many in each week, not in all.
    let counted = text.get(tagged.tags[times].before.clone()).unwrap_or_default();
    if ["每周", "每月", "每季", "每天", "每日", "每年"]
        .iter()
        .any(|word| counted.contains(word))
    {
        return false;
    }
    let before = text.get(..each.range.start).unwrap_or_default();
    let clause = stops::last(before, Mark::Item);
    let noun = text.get(tagged.tags[times].after.clone()).unwrap_or_default();
    let noun: String = noun
        .chars()
        .take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
        .collect();
    let names = |word: &str| clause.contains(&format!("每{word}")) || clause.contains(&format!("{word}均"));
    if unit == "天" {
        return names("天") || names("日");
    }
    let is_people = PEOPLE.contains(&unit.as_str()) && PEOPLE.iter().any(|word| names(word));
    let by_noun = noun.chars().any(|c| names(&c.to_string()));
    is_people || names(unit) || by_noun
}

/// Whether an average is the rounded quotient of its numbers: 24场共5,240人，平均每场218人. What each has by rule is exact.
fn is_rounded(text: &str, tagged: &Tagged, pair: &Relation) -> bool {
    let Relation::Product { total, each, times } = pair else {
        return false;
    };
    let own = &tagged.tags[*each];
    let is_average = text.get(own.before.clone()).unwrap_or_default().contains('均');
    let number = |id: Id| &tagged.tags[id].number;
    let about =
        || Interval::around(own.number.value, own.number.step() / Decimal::TWO)?.times(number(*times).interval()?);
    is_average && about().is_some_and(|about| number(*total).interval().is_some_and(|total| total.meets(about)))
}

/// 单价, which is of what stands beside it.
fn is_price(clause: &str) -> bool {
    ["单价", "单台价格", "单套价格"]
        .iter()
        .any(|word| clause.trim_end_matches(['为', '约']).ends_with(word))
}

/// Whether the words before a number make it that of each of something: 人均, 平均每台（套）.
fn is_average(text: &str, start: usize) -> bool {
    const REACH: usize = 30;
    let before = text.get(..start).unwrap_or_default();
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let clause = stops::last(near, Mark::Item);
    clause.contains(['每', '均']) || is_price(clause)
}

/// Whether money fits an average but for its unit, so that the same digits are printed.
fn is_of_another_unit(tagged: &Tagged, relation: &Relation, ledger: &Ledger) -> bool {
    let Relation::Product { total, .. } = relation else {
        return false;
    };
    let Some(total) = tagged.tags.get(*total) else {
        return false;
    };
    // A thousand people are no other unit of people.
    const OF_UNITS: [&str; 8] = ["吨", "公斤", "米", "公里", "亩", "公顷", "立方米", "平方米"];
    let has_units = match &total.number.kind {
        Kind::Money => true,
        Kind::Count(unit) => OF_UNITS.contains(&unit.as_str()),
        _ => false,
    };
    if !has_units {
        return false;
    }
    let Verdict::Broken { expected } = ledger.judge(relation) else {
        return false;
    };
    OTHER_UNITS.iter().any(|(many, places)| {
        let factor = rust_decimal::Decimal::new(*many, *places);
        let value = total.number.value.checked_mul(factor);
        value.is_some_and(|value| expected.holds(value))
    })
}

/// 每人500元，200人，共10万元; 6所学校，每校4台，共24台: for each, how many, and the whole, in one sentence, where the words say of
/// what each is, and nothing else counts the same.
fn stated(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    const SUMS_UP: WordList = WordList::of(&[
        "共", "合计", "总计", "发放", "补助", "补贴", "投入", "需", "支付", "支出", "采购", "增产", "投资", "资金",
        "节约", "节省", "增收", "产值", "金额", "费用", "总额", "经费", "成本", "产量", "下达", "拨付", "兑付",
    ]);
    let each = tagged
        .tags
        .get(id)
        .filter(|tag| matches!(tag.number.kind, Kind::Money | Kind::Count(_)))?;
    let clause = stops::last(text.get(..each.range.start)?, Mark::Item);
    let sentence = tagged.sentence(each);
    let around = || {
        let near = id.saturating_sub(6)..tagged.tags.len().min(id + 6);
        near.filter(move |other| {
            let tag = &tagged.tags[*other];
            *other != id && tagged.sentence(tag) == sentence && !tag.bound
        })
    };
    let mut totals = around().filter(|other| tagged.tags[*other].number.kind == each.number.kind);
    let total = totals.next().filter(|_| totals.next().is_none())?;
    let is_counted = |other: &Id| matches!(tagged.tags[*other].number.kind, Kind::Count(_));
    let is_meant = |other: &Id| is_for_each(text, tagged, id, *other) || is_price(clause) && is_counted(other);
    let mut times = around().filter(|other| *other != total && is_meant(other));
    let times = times.next().filter(|_| times.next().is_none())?;
    let said = text.get(tagged.tags[total].before.clone()).unwrap_or_default().trim();
    // 8期共400人次，平均每期50人次: the average of what was said before it.
    let is_average = total < id && (times < id || is_day(tagged, times)) && (clause.contains('均') || is_price(clause));
    let sums_up = total > id && (SUMS_UP.any_in(said) || said.starts_with('总'));
    let relation = Relation::Product { total, each: id, times };
    // 每名每月2,500元，全年共360万元: of how many months is not said, but a unit is seen that is another.
    if clause.contains(['月', '季', '周']) {
        let by_months = (sums_up || total < id) && is_of_months(tagged, &relation);
        return by_months.then_some(relation);
    }
    // 每人每餐12元: of how many meals is not said.
    let is_of_two = clause.matches('每').count() > 1 && !clause.contains('年');
    let is_of_days = is_of_two || clause.contains(['日', '天']) && !is_day(tagged, times);
    if is_of_days || !(is_average || sums_up) {
        return None;
    }
    let mut counts =
        around().filter(|other| *other != total && matches!(tagged.tags[*other].number.kind, Kind::Count(_)));
    let is_only = counts.all(|other| other == times);
    // Beside other counts only what is near, or a slip of it.
    let expected = match ledger.judge(&relation) {
        Verdict::Broken { expected } => expected.middle(),
        _ => return Some(relation),
    };
    let is_close = is_near(tagged.tags[total].number.value, expected) || is_slip(&relation, ledger);
    (is_only || is_close).then_some(relation)
}

fn is_day(tagged: &Tagged, id: Id) -> bool {
    matches!(&tagged.tags[id].number.kind, Kind::Count(unit) if unit == "天")
}

/// Whether a whole is what each has in some months of a year, but for its unit.
fn is_of_months(tagged: &Tagged, relation: &Relation) -> bool {
    let Relation::Product { total, each, times } = relation else {
        return false;
    };
    let number = |id: Id| &tagged.tags[id].number;
    let Some(once) = number(*each).value.checked_mul(number(*times).value) else {
        return false;
    };
    let stated = number(*total).value;
    let fits = |factor: Decimal| {
        let value = stated.checked_mul(factor);
        (1..=12).any(|months| value == once.checked_mul(Decimal::from(months)))
    };
    number(*total).kind == Kind::Money
        && !fits(Decimal::ONE)
        && OTHER_UNITS
            .iter()
            .any(|(many, places)| fits(Decimal::new(*many, *places)))
}
