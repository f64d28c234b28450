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
            Measure::Each => product(tagged, id, ledger),
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
    tagged.tags.get(id).filter(|tag| states(tag))?;
    let pair = of(text, tagged, id, rate.part, ledger)
        .zip(of(text, tagged, id, rate.whole, ledger))
        .filter(|(part, whole)| is_pair(text, tagged, *part, *whole, id));
    by_words_or_numbers(tagged, id, ledger, pair, |part, whole| Relation::Ratio {
        rate: id,
        part,
        whole,
    })
}

/// The nearest number before one that has the first of some measures that any has: in its sentence, or said of the
/// office in the sentences of the line before.
fn of(text: &str, tagged: &Tagged, id: Id, measures: &[Measure], ledger: &Ledger) -> Option<Id> {
    let sentence = |id: Id| tagged.tags.get(id).map(|tag| tagged.sentence(tag));
    let is_office = |tag: &Tag| tag.measure != Measure::Plain && name(text, tag).is_empty();
    measures.iter().find_map(|measure| {
        let mut near = before(tagged, id)
            .filter(|(_, other)| other.measure == *measure && is_said(other) && other.number.kind != Kind::Percent);
        let (found, tag) = near.next()?;
        (sentence(found) == sentence(id) || is_office(tag)).then_some(())?;
        // 支出855万元，其中甲600万元、乙255万元，执行率95%: the rate is that of the whole.
        let whole = total_of(ledger, found).filter(|total| sentence(*total) == sentence(id));
        Some(whole.unwrap_or(found))
    })
}

/// Whether a number says what is or was to be in the report's own year.
fn is_said(tag: &Tag) -> bool {
    states(tag) || tag.measure == Measure::Target && !tag.bound
}

/// Whether two numbers may be what a third follows from: of one kind, of one thing, and not spoken of by a rate that
/// stands between.
fn is_pair(text: &str, tagged: &Tagged, part: Id, whole: Id, id: Id) -> bool {
    let (Some(spent), Some(budget), Some(tag)) = (tagged.tags.get(part), tagged.tags.get(whole), tagged.tags.get(id))
    else {
        return false;
    };
    let between = tagged.tags.get(part.min(whole)..id).unwrap_or_default();
    let is_behind = between.iter().any(|tag| matches!(tag.measure, Measure::Rate(_)));
    part != whole && spent.number.kind == budget.number.kind && !is_behind && same_subject(text, spent, budget, tag)
}

/// What the words before a number call it.
fn name<'a>(text: &'a str, tag: &Tag) -> &'a str {
    text.get(tag.subject.clone()).unwrap_or_default().trim()
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
    let (part, rate, whole) = (name(text, part), name(text, rate), name(text, whole));
    let within =
        |one: &str, other: &str| one.is_empty() || other.is_empty() || one.contains(other) || other.contains(one);
    within(part, whole) && within(rate, whole) && within(part, rate)
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
                && is_said(other) =>
        {
            let around = text.get(one.before.start..one.after.end).unwrap_or_default();
            let by_roles = one.measure == Measure::Actual && other.measure == Measure::Target;
            let by_stem = stem.chars().count() == 2 && around.contains(stem.as_str());
            ((by_stem || by_roles) && one.number.value <= other.number.value).then_some((part, whole))
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
    tagged.tags.get(id).filter(|tag| states(tag))?;
    let (_, wholes, parts) = REMAINDER;
    let pair = of(text, tagged, id, wholes, ledger)
        .zip(of(text, tagged, id, parts, ledger))
        .filter(|(whole, part)| {
            let tag = |id: Id| &tagged.tags[id];
            let alike = tag(*whole).number.kind == tag(id).number.kind && tag(*part).number.kind == tag(id).number.kind;
            alike && whole != part && same_subject(text, tag(*part), tag(*whole), tag(id))
        });
    by_words_or_numbers(tagged, id, ledger, pair, |more, less| Relation::Difference {
        of: id,
        more,
        less,
    })
}

/// 每人500元，200人，共10万元: for each, how many, and the whole, in one sentence with no other money or count.
fn product(tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let each = tagged
        .tags
        .get(id)
        .filter(|tag| states(tag) && tag.number.kind == Kind::Money)?;
    let sentence = tagged.sentence(each);
    let near = |kind: fn(&Kind) -> bool| {
        let mut all = (0..tagged.tags.len()).filter(|other| {
            let tag = &tagged.tags[*other];
            *other != id && tagged.sentence(tag) == sentence && kind(&tag.number.kind) && !tag.bound
        });
        all.next().filter(|_| all.next().is_none())
    };
    let times = near(|kind| matches!(kind, Kind::Count(_)))?;
    let total = near(|kind| *kind == Kind::Money)?;
    let relation = Relation::Product { total, each: id, times };
    (ledger.judge(&relation) == Verdict::Holds).then_some(relation)
}
