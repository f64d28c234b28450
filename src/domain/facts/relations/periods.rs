//! 每月、每季度、每周: so much in each period, how many periods there are, and the whole: 每季度检查2次，全年共检查8次; 每台每月6,000元，4台，
//! 全年租金28.8万元; 全年52周，每周开放6天，共开放312天; 12个月累计用电36万度，月均3万度.

use rust_decimal::Decimal;

use super::products::is_for_each;
use super::rates::states;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::is_swapped;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::prose::words::WordList;

/// A period with its words, the units that count it, and how many a year and half a year have at least and at most.
struct Period {
    words: WordList,
    units: [&'static str; 2],
    in_year: (u32, u32),
    in_half: (u32, u32),
}

const PERIODS: [Period; 4] = [
    Period {
        words: WordList::of(&["每月", "月均", "每个月", "月平均", "月工资"]),
        units: ["个月", "月"],
        in_year: (12, 12),
        in_half: (6, 6),
    },
    Period {
        words: WordList::of(&["每季度", "季均", "每季", "每个季度"]),
        units: ["个季度", "季度"],
        in_year: (4, 4),
        in_half: (2, 2),
    },
    Period {
        words: WordList::of(&["每周", "周均", "每星期"]),
        units: ["周", "个星期"],
        in_year: (50, 53),
        in_half: (25, 27),
    },
    Period {
        words: WordList::of(&["每天", "每日", "日均"]),
        units: ["天", "日"],
        in_year: (0, 0),
        in_half: (0, 0),
    },
];

/// Words before the whole.
const WHOLE: WordList = WordList::of(&[
    "全年",
    "一年",
    "年度",
    "年内",
    "累计",
    "共",
    "合计",
    "总",
    "上半年",
    "半年",
]);

/// Adds what a text says of each period and of all.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let counts = matches!(tag.number.kind, Kind::Money | Kind::Count(_));
        if !counts || !states_exactly(tag) || ledger.is_explained(id) {
            continue;
        }
        let Some(relation) = repeated(text, tagged, id) else {
            continue;
        };
        match ledger.judge(&relation) {
            Verdict::Holds => ledger.agreeing.push(relation),
            Verdict::Broken { .. } if is_meant(tagged, &relation, ledger) => ledger.relations.push(relation),
            _ => {}
        }
    }
}

fn states_exactly(tag: &Tag) -> bool {
    !tag.bound && !tag.number.about
}

/// The words from the beginning of the piece of a number to it.
fn lead<'a>(text: &'a str, tagged: &Tagged, tag: &Tag) -> &'a str {
    let start = tagged.piece(tag).map_or(tag.before.start, |piece| piece.range.start);
    text.get(start..tag.range.start).unwrap_or_default()
}

fn repeated(text: &str, tagged: &Tagged, id: Id) -> Option<Relation> {
    let each = tagged.tags.get(id)?;
    let said = lead(text, tagged, each);
    let period = PERIODS.iter().find(|period| period.words.any_in(said))?;
    let sentence = tagged.sentence(each);
    let all =
        || (0..tagged.tags.len()).filter(|other| *other != id && tagged.sentence(&tagged.tags[*other]) == sentence);
    let mut totals = all().filter(|other| tagged.tags[*other].number.kind == each.number.kind);
    let total = totals.next().filter(|_| totals.next().is_none())?;
    let own = &tagged.tags[total];
    let called = lead(text, tagged, own);
    let is_average = said.contains('均');
    if !states(own) || own.number.about || PERIODS.iter().any(|period| period.words.any_in(called)) {
        return None;
    }
    if !(WHOLE.any_in(called) || is_average && total < id) {
        return None;
    }
    let is_period = |other: &Id| matches!(&tagged.tags[*other].number.kind, Kind::Count(unit) if period.units.contains(&unit.as_str()));
    let number = all().find(is_period);
    let (low, high) = match number {
        Some(number) => {
            let exactly = Some(tagged.tags[number].number.value).filter(|value| *value > Decimal::ZERO)?;
            (exactly, exactly)
        }
        None => {
            let words = text.get(tagged.sentence_range(sentence))?;
            let is_half = words.contains("上半年") || words.contains("下半年");
            let (low, high) = if is_half { period.in_half } else { period.in_year };
            let is_year = is_half || words.contains("全年") || words.contains("一年");
            (is_year && low > 0).then(|| (Decimal::from(low), Decimal::from(high)))?
        }
    };
    // 每台每月: of so many of them. Other counts that it may be of leave it open.
    let of: Vec<Id> = all()
        .filter(|other| is_for_each(text, tagged, id, *other) && !is_period(other))
        .collect();
    let is_of_some = [
        "每人", "每名", "人均", "每台", "每户", "户均", "每辆", "每个", "每班", "台均", "每处", "每座", "每村",
    ]
    .iter()
    .any(|word| said.contains(word));
    if of.len() > 1 || of.is_empty() && is_of_some {
        return None;
    }
    Some(Relation::Repeated {
        total,
        each: id,
        of: of.first().copied(),
        times: (low, high),
        is_average,
    })
}

/// Whether a whole that does not fit contradicts what each period has. More than was set may have been done, and money
/// may have been paid for some of the months.
fn is_meant(tagged: &Tagged, relation: &Relation, ledger: &Ledger) -> bool {
    let Relation::Repeated {
        total,
        each,
        of,
        times: (low, high),
        is_average,
    } = relation
    else {
        return false;
    };
    let value = |id: Id| tagged.tags[id].number.value;
    let Verdict::Broken { expected } = ledger.judge(relation) else {
        return false;
    };
    let is_less = value(*total) < expected.low;
    let is_money = tagged.tags[*total].number.kind == Kind::Money;
    let by_months = is_money && {
        let once = value(*each).checked_mul(of.map_or(Decimal::ONE, value));
        once.is_some_and(|once| (1..12).any(|months| once.checked_mul(Decimal::from(months)) == Some(value(*total))))
    };
    // Tenfold is another thing.
    let is_far = expected.middle() > value(*total) * Decimal::TEN || value(*total) > expected.middle() * Decimal::TEN;
    let once = value(*each).checked_mul(of.map_or(Decimal::ONE, value));
    let mut times = std::iter::successors(Some(*low), |times| (*times < *high).then(|| *times + Decimal::ONE));
    let is_swap = times.any(|times| {
        once.and_then(|once| once.checked_mul(times))
            .is_some_and(|made| is_swapped(value(*total), made))
    });
    if is_swap && !by_months {
        return true;
    }
    !by_months && !is_far && (is_less || *is_average || is_money || low == high && *low > Decimal::from(12))
}
