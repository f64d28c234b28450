//! D3 of numbers whose digits stand in another order: 1,268.5万人次 here and 1,286.5万人次 there, of the same thing. A
//! number with many digits is hardly another with the very same digits by chance.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::facts::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::printed::Kind;
use crate::domain::values::shared::Shared;

use super::reading::Reading;

/// So many digits at least, without zeros at the end.
const DIGITS: usize = 4;

/// A number with its place.
struct Standing<'a> {
    reading: &'a Reading,
    fact: &'a Fact,
    range: &'a Range<usize>,
    /// Whether it stands in a table, where rows of one kind have numbers of one kind.
    in_table: bool,
}

/// Finds D3 of numbers that differ by the order of their digits alone.
pub fn check(readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    let mut alike: BTreeMap<(&Kind, u32, Vec<u8>), Vec<Standing<'_>>> = BTreeMap::new();
    for reading in readings {
        for fact in &reading.ledger.facts {
            let Place::Text(_, range) = &fact.at else { continue };
            let digits = digits(reading, range);
            let is_own = matches!(fact.when, Period::Own | Period::Year(_));
            let is_own = is_own && !fact.number.about && fact.what != Measure::Target;
            if digits.len() < DIGITS || !is_own || fact.number.kind == Kind::Bare {
                continue;
            }
            let mut tables = reading.ledger.tables.iter();
            let in_table = tables.any(|table| table.range.contains(&range.start));
            let key = (&fact.number.kind, fact.number.places, digits);
            alike.entry(key).or_default().push(Standing {
                reading,
                fact,
                range,
                in_table,
            });
        }
    }
    for standings in alike.into_values() {
        let Some((one, other)) = pair(&standings) else { continue };
        let is_told = |field: Field, range: &Range<usize>| {
            found.iter().any(|finding| {
                let mut places = finding.places.iter();
                places.any(|(own, place)| *own == field && place.start < range.end && range.start < place.end)
            })
        };
        if is_told(one.reading.field, one.range) || is_told(other.reading.field, other.range) {
            continue;
        }
        let said = |standing: &Standing<'_>| {
            let text = standing.reading.text.get(standing.range.clone());
            text.unwrap_or_default().to_owned()
        };
        let finding = Finding::new(
            Code::D3,
            other.reading.field,
            format!("这里是 {}，前面写的是 {}，只差数字的次序。", said(other), said(one)),
            "多半有一处把数字写颠倒了；对照台账改正，全文写一样的数。",
        );
        found.push(finding.resting_on(vec![one.reading.field]).about([
            (other.reading.field, other.range.clone()),
            (one.reading.field, one.range.clone()),
        ]));
    }
}

/// Two numbers of the same thing with different values, of which one at least is said only once: a number that stands
/// twice is no slip.
fn pair<'a, 'b>(standings: &'b [Standing<'a>]) -> Option<(&'b Standing<'a>, &'b Standing<'a>)> {
    let times = |own: &Standing<'_>| {
        let same = standings
            .iter()
            .filter(|other| other.fact.number.value == own.fact.number.value);
        same.count()
    };
    let later = standings.iter().enumerate();
    later
        .flat_map(|(place, other)| standings[..place].iter().map(move |one| (one, other)))
        .find(|(one, other)| {
            let differs = one.fact.number.value != other.fact.number.value;
            let once = times(one) == 1 || times(other) == 1;
            let years = (one.fact.when, other.fact.when);
            let is_of_two_years = matches!(years, (Period::Year(first), Period::Year(second)) if first != second);
            differs
                && once
                && !is_of_two_years
                && !(one.in_table && other.in_table)
                && !is_one_sentence(one, other)
                && are_of_one(one, other)
        })
}

/// Whether both stand in one sentence, which would speak of two things.
fn is_one_sentence(one: &Standing<'_>, other: &Standing<'_>) -> bool {
    let between = one.reading.text.get(one.range.end..other.range.start);
    std::ptr::eq(one.reading, other.reading) && between.is_none_or(|words| !words.contains(['。', '；', '\n']))
}

/// Whether both are of the same thing: of the same figure of the whole, or under names that share two characters that
/// not any name has.
fn are_of_one(one: &Standing<'_>, other: &Standing<'_>) -> bool {
    let is_figure = |fact: &Fact| {
        matches!(
            fact.what,
            Measure::Initial | Measure::Adjusted | Measure::Executed | Measure::Rate(_)
        )
    };
    let name = |fact: &'_ Fact| match &fact.of {
        Subject::Named(name) => name.clone(),
        Subject::Office => String::new(),
    };
    let (first, second) = (name(one.fact), name(other.fact));
    let is_same_figure = one.fact.what == other.fact.what && is_figure(one.fact) && first == second;
    is_same_figure || shares_words(&first, &second)
}

/// Whether two names share a pair of characters beside those that any name has.
fn shares_words(one: &str, other: &str) -> bool {
    const ANYONES: [&str; 22] = [
        "完成", "数量", "工作", "项目", "全年", "年度", "开展", "实施", "建设", "人数", "次数", "个数", "情况", "资金",
        "预算", "支出", "累计", "实际", "补助", "投入", "共计", "收入",
    ];
    let chars: Vec<char> = one.chars().collect();
    chars.windows(2).any(|pair| {
        let pair: String = pair.iter().collect();
        !ANYONES.contains(&pair.as_str()) && other.contains(&pair)
    })
}

/// The digits of a number in their order of size, without zeros at the end of what is written.
fn digits(reading: &Reading, range: &Range<usize>) -> Vec<u8> {
    let said = reading.text.get(range.clone()).unwrap_or_default();
    let mut digits: Vec<u8> = said.bytes().filter(u8::is_ascii_digit).collect();
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    digits.sort_unstable();
    digits
}
