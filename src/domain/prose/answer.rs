//! Says whether an 实现情况 answers a clause of its target.

use rust_decimal::Decimal;

use crate::domain::values::quantity::Quantity;

use super::bound::{Bound, bounds_among};
use super::clause::{Clause, clauses_with, key_phrase};
use super::found::{Found, What, Words};
use super::number::is_letter;
use super::quantity::read;
use super::unit;
use super::words::WordList;

/// Whether a clause is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What it is about is named, and where it asks for a quantity, one in its unit.
    Yes,
    /// It asks for a quantity, and neither its subject nor its unit is there.
    No,
    /// It cannot be told by words alone.
    Unsure,
}

/// Whether `actual` answers a clause of `target`. Only a clause with a quantity can be unanswered.
pub fn answers(target: &str, clause: &Clause, actual: &str) -> Answer {
    judged(&asked(target, clause), clause, &Told::of(actual))
}

/// The clauses of a target, with its quantities, that ask for one and that `actual` leaves without an answer.
/// `is_known` tells of a quantity and its unit whether the result is known otherwise.
pub fn unanswered(
    target: &str,
    quantities: &[Found],
    actual: &str,
    is_known: impl Fn(Quantity, &str) -> bool,
) -> Vec<Clause> {
    let asks = |clause: &Clause| {
        let often = &clause.frequencies;
        let known = clause.bounds.iter().any(|bound| is_known(bound.value, &bound.unit))
            || often.iter().any(|often| is_known(often.a_year(), &often.times.unit));
        !clause.bounds.is_empty() && !known
    };
    let is_open = |bound: &Bound| !is_known(bound.value, &bound.unit);
    let bounds = bounds_among(target, quantities);
    if !target.contains(['每', '/', '／']) && !bounds.iter().any(is_open) {
        return Vec::new();
    }
    let all = clauses_with(target, &bounds);
    if !all.iter().any(asks) {
        return Vec::new();
    }
    let told = Told::of(actual);
    let phrases: Vec<Vec<[char; 2]>> = all.iter().map(|clause| asked(target, clause)).collect();
    let is_missing = |place: usize, clause: &Clause| {
        let in_time = || {
            target
                .get(clause.range.clone())
                .is_some_and(|said| said.contains("及时") || said.contains("按"))
        };
        if asks_for_all(clause, &told) && (told.says_all || told.says_when && in_time()) {
            return false;
        }
        let own = phrases.get(place).map(Vec::as_slice).unwrap_or_default();
        if judged(own, clause, &told) == Answer::No {
            return true;
        }
        // 新增线路2条，延长线路3条: what tells two alike clauses apart has to be there, or a number for each.
        let Some(bound) = clause.bounds.first() else {
            return false;
        };
        let alike = all
            .iter()
            .flat_map(|clause| &clause.bounds)
            .filter(|other| other.unit == bound.unit);
        let is_own = |pair: &&[char; 2]| {
            let mut others = phrases.iter().enumerate().filter(|(other, _)| *other != place);
            !others.any(|(_, phrase)| phrase.contains(pair))
        };
        let mut own = own.iter().filter(is_own).peekable();
        if own.peek().is_none() && PEOPLE.contains(&bound.unit.as_str()) {
            // 培训6期，培训600人次: only the unit tells them apart.
            let others = all
                .iter()
                .flat_map(|clause| &clause.bounds)
                .filter(|other| other.unit != bound.unit);
            let is_told = |other: &Bound| told.count(&other.unit) > 0;
            return all.len() > 1 && told.count(&bound.unit) == 0 && others.into_iter().any(is_told);
        }
        own.peek().is_some() && own.all(|pair| !told.names(pair)) && told.count(&bound.unit) < alike.count()
    };
    let missing: Vec<bool> = all
        .iter()
        .enumerate()
        .map(|(place, clause)| asks(clause) && is_missing(place, clause))
        .collect();
    let rows = all.into_iter().zip(missing);
    rows.filter(|(_, missing)| *missing).map(|(clause, _)| clause).collect()
}

/// What an actual says: its pairs of characters, and its quantities.
struct Told {
    /// In the order of their codes.
    pairs: Vec<[char; 2]>,
    quantities: Vec<Found>,
    /// Whether it says of something that it was all, or none: 全部合格, 未发现.
    says_all: bool,
    /// Whether it has a date, or how long something took.
    says_when: bool,
}

impl Told {
    fn of(actual: &str) -> Told {
        let quantities = read(actual, Words::All);
        let is_time = |found: &Found| match &found.what {
            What::Date(_) => true,
            What::Count(_, unit) => ["小时", "分钟", "天", "日", "工作日", "个工作日"].contains(&unit.as_str()),
            What::Money(_) | What::Percent(_) => false,
        };
        Told {
            pairs: {
                let mut pairs: Vec<_> = pairs(actual).collect();
                pairs.sort_unstable();
                pairs
            },
            says_when: quantities.iter().any(is_time) || has_day(actual),
            quantities,
            says_all: ALL.any_in(actual),
        }
    }

    fn names(&self, pair: &[char; 2]) -> bool {
        self.pairs.binary_search(pair).is_ok()
    }

    /// How many quantities there are in a unit, or in one that stands for it.
    fn count(&self, wanted: &str) -> usize {
        let wanted = unit::plain(wanted).0;
        let same = |found: &&Found| match &found.what {
            What::Count(_, own) => is_same(unit::plain(own).0, wanted),
            What::Percent(_) => wanted == "%",
            What::Money(_) | What::Date(_) => false,
        };
        self.quantities.iter().filter(same).count()
    }
}

/// The pairs of characters of what a clause is about.
fn asked(target: &str, clause: &Clause) -> Vec<[char; 2]> {
    key_phrase(target, clause).split(' ').flat_map(pairs).collect()
}

fn judged(asked: &[[char; 2]], clause: &Clause, told: &Told) -> Answer {
    let named = asked.iter().filter(|pair| told.names(pair)).count();
    // The last noun of a Chinese phrase is its head: 垃圾分类投放点; of a rate it is what stands before 率: 覆盖率.
    let is_named = |pair: &[char; 2]| told.names(pair);
    let head_is_named = match asked {
        [.., of_rate, [_, '率']] => is_named(of_rate),
        _ => false,
    } || asked.last().is_some_and(is_named);
    let is_measured = !clause.bounds.is_empty() && clause.bounds.iter().all(|bound| told.count(&bound.unit) > 0);
    let mostly = named * 2 > asked.len();
    match () {
        _ if asked.is_empty() => Answer::Unsure,
        _ if clause.bounds.is_empty() => {
            if named * 5 >= asked.len() * 3 {
                Answer::Yes
            } else {
                Answer::Unsure
            }
        }
        _ if is_measured && mostly => Answer::Yes,
        _ if !is_measured && !mostly && !head_is_named => Answer::No,
        _ => Answer::Unsure,
    }
}

/// Whether a text names a day: 6月24日, 15日前.
fn has_day(text: &str) -> bool {
    let is_day = |before: &str| before.ends_with(|c: char| c.is_ascii_digit());
    let days = text.matches('日').count();
    text.split('日').take(days).any(is_day)
}

/// Words that answer a demand of 100% without a number.
const ALL: WordList = WordList::of(&[
    "全额",
    "足额",
    "通过",
    "全部",
    "全都",
    "全面",
    "全覆盖",
    "均",
    "都",
    "一律",
    "无一",
    "没有",
    "未",
    "零",
    "按时",
]);

/// Whether a clause asks for a share of (nearly) everything, beside quantities that are told.
fn asks_for_all(clause: &Clause, told: &Told) -> bool {
    let nearly_all = Quantity::from_decimal(Decimal::from(95));
    let is_share = |bound: &Bound| bound.unit == "%" && bound.value >= nearly_all;
    let answered = |bound: &Bound| is_share(bound) || told.count(&bound.unit) > 0;
    clause.bounds.iter().any(is_share) && clause.bounds.iter().all(answered)
}

/// Units of people.
const PEOPLE: [&str; 4] = ["人", "名", "位", "人次"];

/// Units that stand for each other: 场 and 场次, 人 and 名.
fn is_same(one: &str, other: &str) -> bool {
    const GROUPS: [&[&str]; 5] = [
        &[
            "次", "场", "场次", "期", "批", "批次", "次数", "家次", "户次", "处次", "台次", "车次",
        ],
        &PEOPLE,
        &["个", "家", "所", "处", "座", "间"],
        &["件", "宗", "起", "例"],
        &["项", "个"],
    ];
    one == other
        || GROUPS
            .iter()
            .any(|group| group.contains(&one) && group.contains(&other))
}

/// The pairs of neighbouring characters of a text, without white space and marks.
fn pairs(text: &str) -> impl Iterator<Item = [char; 2]> {
    let mut letters = text.chars().filter(is_letter);
    let mut before = letters.next();
    letters.filter_map(move |letter| Some([before.replace(letter)?, letter]))
}
