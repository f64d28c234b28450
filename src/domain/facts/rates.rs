//! 比率的说法: 执行率, 完成率, 占比 and the remainder, with the two numbers that each follows from.

use super::fact::{Measure, Period};
use super::ledger::Ledger;
use super::names::{REMAINDER, rate_named};
use super::printed::Kind;
use super::relation::{Id, Relation, Verdict};
use super::tag::{Tag, Tagged};

/// Adds the rates, shares, remainders and products that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let relation = match &tag.measure {
            Measure::Rate(word) => named_rate(text, tagged, id, word, ledger),
            Measure::Share => share(text, tagged, id, ledger),
            Measure::Plain if tag.number.kind == Kind::Percent => plain_rate(text, tagged, id, ledger),
            Measure::Unspent if tag.number.kind == Kind::Money => remainder(text, tagged, id, ledger),
            _ => None,
        };
        ledger.relations.extend(relation);
    }
}

/// Whether a number states what is, of the report's own time.
pub fn states(tag: &Tag) -> bool {
    !tag.bound && !matches!(tag.period, Period::Last | Period::Planned)
}

/// The numbers of a line before one, nearest first, up to so many.
pub fn before<'a>(tagged: &'a Tagged, id: Id) -> impl Iterator<Item = (Id, &'a Tag)> {
    let line = tagged.tags.get(id).map_or(0, |tag| tagged.line(tag));
    let earlier = tagged.tags.get(..id).unwrap_or_default().iter().enumerate().rev();
    earlier.take_while(move |(_, tag)| tagged.line(tag) == line).take(12)
}

/// A relation that holds for some two numbers of the line, of one kind.
pub fn that_holds(tagged: &Tagged, id: Id, ledger: &Ledger, relation: impl Fn(Id, Id) -> Relation) -> Option<Relation> {
    let near: Vec<(Id, &Tag)> = before(tagged, id).collect();
    for (one, first) in &near {
        for (other, second) in &near {
            let alike = one != other && first.number.kind == second.number.kind && first.number.kind != Kind::Percent;
            let relation = relation(*one, *other);
            if alike && ledger.judge(&relation) == Verdict::Holds {
                return Some(relation);
            }
        }
    }
    None
}

/// The relation that the words state, where it holds or nothing else does.
fn by_words_or_numbers(
    tagged: &Tagged,
    id: Id,
    ledger: &Ledger,
    stated: Option<(Id, Id)>,
    relation: impl Fn(Id, Id) -> Relation,
) -> Option<Relation> {
    let by_words = stated.map(|(part, whole)| relation(part, whole));
    if let Some(relation) = &by_words
        && ledger.judge(relation) == Verdict::Holds
    {
        return by_words;
    }
    that_holds(tagged, id, ledger, relation).or(by_words)
}

fn named_rate(text: &str, tagged: &Tagged, id: Id, word: &'static str, ledger: &Ledger) -> Option<Relation> {
    let rate = rate_named(word)?;
    let tag = tagged.tags.get(id).filter(|tag| states(tag))?;
    let sentence = tagged.sentence(tag);
    let of = |measures: &'static [Measure]| {
        measures.iter().find_map(|measure| {
            let mut near = before(tagged, id)
                .filter(|(_, other)| other.measure == *measure && states(other) && other.number.kind != Kind::Percent);
            let (near, found) = near.next().filter(|(_, other)| tagged.sentence(other) == sentence)?;
            // 支出855万元，其中甲600万元、乙255万元，执行率95%: the rate is that of the whole.
            let whole = total_of(ledger, near).filter(|total| tagged.sentence(&tagged.tags[*total]) == sentence);
            Some(whole.map_or((near, found), |total| (total, &tagged.tags[total])))
        })
    };
    // What another rate already speaks of is behind it.
    let after_rate = |other: Id| {
        let between = tagged.tags.get(other..id).unwrap_or_default();
        !between.iter().any(|tag| matches!(tag.measure, Measure::Rate(_)))
    };
    let pair = of(rate.part)
        .zip(of(rate.whole))
        .filter(|((part, spent), (whole, budget))| {
            let alike = spent.number.kind == budget.number.kind;
            alike && after_rate(*part) && after_rate(*whole) && same_subject(text, spent, budget, tag)
        });
    let stated = pair.map(|((part, _), (whole, _))| (part, whole));
    by_words_or_numbers(tagged, id, ledger, stated, |part, whole| Relation::Ratio {
        rate: id,
        part,
        whole,
    })
}

/// The total whose part a number is.
fn total_of(ledger: &Ledger, id: Id) -> Option<Id> {
    ledger.relations.iter().rev().find_map(|known| match known {
        Relation::Sum { total, parts, .. } if parts.contains(&id) => Some(*total),
        _ => None,
    })
}

/// Whether three numbers may be of one thing: only one of them may be called by a name of its own.
fn same_subject(text: &str, part: &Tag, whole: &Tag, rate: &Tag) -> bool {
    let name = |tag: &Tag| text.get(tag.subject.clone()).unwrap_or_default().trim().to_owned();
    let (part, rate, whole) = (name(part), name(rate), name(whole));
    let within =
        |one: &str, other: &str| one.is_empty() || other.is_empty() || one.contains(other) || other.contains(one);
    within(&part, &whole) && within(&rate, &whole) && within(&part, &rate)
}

/// 占总支出的x%, （占x%）, 为年度计划4亿元的106.5%.
fn share(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id).filter(|tag| states(tag))?;
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    let relation = |part, whole| Relation::Ratio { rate: id, part, whole };
    let mut near =
        before(tagged, id).filter(|(_, other)| !matches!(other.number.kind, Kind::Percent | Kind::PercentPoints));
    let (last, previous) = near.next()?;
    if said == "的" && previous.piece == tag.piece {
        // The number right before is the whole, the one before that of the same kind the part.
        let part = near.find(|(_, other)| other.number.kind == previous.number.kind);
        let stated = part.filter(|(_, part)| tagged.sentence(part) == tagged.sentence(tag));
        return by_words_or_numbers(tagged, id, ledger, stated.map(|(part, _)| (part, last)), relation);
    }
    // 占x% of the total whose part it is.
    let of_total = total_of(ledger, last);
    let of = said
        .rfind('占')
        .and_then(|at| said.get(at + '占'.len_utf8()..))
        .unwrap_or_default();
    let of = of
        .trim_end_matches(['的', '比', '为', '达', '约'])
        .trim_start_matches('其')
        .trim_start_matches("全部");
    let unnamed = matches!(of, "" | "总额" | "总数" | "总量" | "总");
    let is_next = tagged.sentence(previous) == tagged.sentence(tag);
    let stated = of_total.filter(|_| unnamed && is_next).map(|total| (last, total));
    by_words_or_numbers(tagged, id, ledger, stated, relation)
}

/// 按期完工9个，按期完工率75%: a rate whose words the number before it says as well.
fn plain_rate(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id).filter(|tag| states(tag))?;
    let name = text
        .get(tag.before.clone())
        .unwrap_or_default()
        .trim_end_matches(['为', '达', '到', '是', ' ']);
    let stem = name
        .strip_suffix('率')
        .or_else(|| name.strip_suffix('度'))
        .or_else(|| name.strip_suffix("比例"))?;
    let stem: String = stem
        .chars()
        .rev()
        .take(2)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let sentence = tagged.sentence(tag);
    let mut near = before(tagged, id).take_while(|(_, other)| tagged.sentence(other) == sentence);
    let stated = match (near.next(), near.next(), near.next()) {
        (Some((part, one)), Some((whole, other)), None)
            if one.number.kind == other.number.kind
                && one.number.kind != Kind::Percent
                && states(one)
                && states(other) =>
        {
            let around = text.get(one.before.start..one.after.end).unwrap_or_default();
            (stem.chars().count() == 2 && around.contains(stem.as_str()) && one.number.value <= other.number.value)
                .then_some((part, whole))
        }
        _ => None,
    };
    by_words_or_numbers(tagged, id, ledger, stated, |part, whole| Relation::Ratio {
        rate: id,
        part,
        whole,
    })
}

/// 结余 = 预算 − 执行.
fn remainder(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id).filter(|tag| states(tag))?;
    let (_, wholes, parts) = REMAINDER;
    let sentence = tagged.sentence(tag);
    let of = |measures: &'static [Measure]| {
        measures.iter().find_map(|measure| {
            before(tagged, id).find(|(_, other)| {
                other.measure == *measure
                    && states(other)
                    && tagged.sentence(other) == sentence
                    && other.number.kind == Kind::Money
            })
        })
    };
    let pair = of(wholes)
        .zip(of(parts))
        .filter(|((_, whole), (_, part))| same_subject(text, part, whole, tag));
    let stated = pair.map(|((whole, _), (part, _))| (whole, part));
    by_words_or_numbers(tagged, id, ledger, stated, |more, less| Relation::Difference {
        of: id,
        more,
        less,
    })
}
