//! D3 of numbers whose digits stand in another order: 1,268.5万人次 here and 1,286.5万人次 there, of the same thing. A
//! number with many digits is hardly another with the very same digits by chance.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, MeasureField};
use crate::domain::facts::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::printed::Kind;
use crate::domain::values::input::Value;
use crate::domain::values::shared::Shared;

use super::reading::Reading;
use crate::domain::prose::stops::{self, Mark};

/// So many digits at least, without zeros at the end; with fewer than `MANY` only under the same name.
const DIGITS: usize = 3;
const MANY: usize = 4;

/// A number with its place.
struct Standing {
    field: Field,
    /// Its bytes; none of a number typed into a row.
    range: Option<Range<usize>>,
    said: String,
    name: String,
    kind: Kind,
    /// The figure of the whole that it is.
    figure: Option<Measure>,
    /// Its digits as they stand.
    digits: Vec<u8>,
    when: Period,
    /// Whether it stands in a paragraph of the source, which the draft's own texts say as well.
    is_doubled: bool,
    /// The sentence that it stands in, counted by its first byte.
    sentence: usize,
    /// Whether it stands in a row, where rows of one kind have numbers of one kind.
    in_row: bool,
}

/// What numbers are told apart by: the digits in their order of size.
type Key = Vec<u8>;

/// Finds D3 of numbers that differ by the order of their digits alone.
pub fn check(draft: &Draft, readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    let mut alike: BTreeMap<Key, Vec<Standing>> = BTreeMap::new();
    for reading in readings {
        for fact in &reading.ledger.facts {
            if let Some((key, standing)) = of_text(reading, fact) {
                alike.entry(key).or_default().push(standing);
            }
        }
    }
    for row in &draft.indicators {
        for measure in &row.measures {
            let Some(actual) = measure.actual.value() else { continue };
            let unit = measure.unit.trim();
            let kind = match unit {
                "%" | "％" => Kind::Percent,
                "" | "元" | "万元" | "亿元" => continue,
                unit => Kind::Count(unit.to_owned()),
            };
            let said = measure.in_unit(&actual.shown());
            let field = Field::Measure(row.id, measure.id, MeasureField::Actual);
            let Some(digits) = digits(&said) else { continue };
            // Rows that no text has a number for are not kept.
            if let Some(own) = alike.get_mut(&digits) {
                own.push(of_row(field, said, &row.name, kind));
            }
        }
    }
    for standings in alike.into_values() {
        let Some((one, other)) = pair(&standings) else { continue };
        let is_told = |own: &Standing| {
            found.iter().any(|finding| {
                let mut places = finding.places.iter();
                places.any(|(field, place)| {
                    *field == own.field
                        && own
                            .range
                            .as_ref()
                            .is_some_and(|range| place.start < range.end && range.start < place.end)
                })
            })
        };
        if is_told(one) || is_told(other) {
            continue;
        }
        let where_ = match one.in_row && one.range.is_none() {
            true => format!("“{}”的实际完成值", one.name),
            false => "别处写的".to_owned(),
        };
        let finding = Finding::new(
            Code::D3,
            other.field,
            format!("这里是 {}，{where_}是 {}，只差数字的次序。", other.said, one.said),
            "多半有一处把数字写颠倒了；对照台账改正，全文写一样的数。",
        );
        let places = [other, one]
            .into_iter()
            .filter_map(|own| Some((own.field, own.range.clone()?)));
        found.push(finding.resting_on(vec![one.field]).about(places));
    }
}

fn of_text(reading: &Reading, fact: &Fact) -> Option<(Key, Standing)> {
    let Place::Text(_, range) = &fact.at else { return None };
    let is_own = matches!(fact.when, Period::Own | Period::Year(_));
    if !is_own || fact.number.about || fact.what == Measure::Target {
        return None;
    }
    let said = reading.text.get(range.clone())?;
    let digits = digits(said)?;
    let is_figure = matches!(
        fact.what,
        Measure::Initial | Measure::Adjusted | Measure::Executed | Measure::Unspent | Measure::Rate(_)
    );
    let before = reading.text.get(..range.start)?;
    let in_row = reading
        .ledger
        .tables
        .iter()
        .any(|table| table.range.contains(&range.start));
    let standing = Standing {
        field: reading.field,
        range: Some(range.clone()),
        said: said.to_owned(),
        name: match &fact.of {
            Subject::Named(name) => name.clone(),
            Subject::Office => String::new(),
        },
        kind: fact.number.kind.clone(),
        figure: is_figure.then(|| fact.what.clone()),
        digits: plain(said),
        when: fact.when,
        is_doubled: reading.field == Field::SourceText && !in_row,
        sentence: before.len() - stops::last(before, Mark::Group).len(),
        in_row: reading
            .ledger
            .tables
            .iter()
            .any(|table| table.range.contains(&range.start)),
    };
    Some((digits, standing))
}

fn of_row(field: Field, said: String, name: &str, kind: Kind) -> Standing {
    Standing {
        field,
        kind,
        range: None,
        name: name.trim().to_owned(),
        figure: None,
        digits: plain(&said),
        said,
        when: Period::Own,
        is_doubled: false,
        sentence: 0,
        in_row: true,
    }
}

/// Two numbers of the same thing with different values, of which one at least is said only once: a number that stands
/// twice is no slip. The second is the one in a text.
fn pair(standings: &[Standing]) -> Option<(&Standing, &Standing)> {
    // Where a number stands in a text, in its paragraph of the source and in a row, it stands twice.
    let times = |own: &Standing| {
        let same = || standings.iter().filter(|other| other.digits == own.digits);
        let in_rows = usize::from(same().any(|other| other.in_row));
        let in_texts = same().filter(|other| !other.in_row && !other.is_doubled).count();
        in_rows
            + if in_texts > 0 {
                in_texts
            } else {
                same().filter(|other| other.is_doubled).count()
            }
    };
    let pairs = standings
        .iter()
        .enumerate()
        .flat_map(|(place, other)| standings[..place].iter().map(move |one| (one, other)));
    let is_slip = |(one, other): &(&Standing, &Standing)| {
        let is_of_two_years =
            matches!((one.when, other.when), (Period::Year(first), Period::Year(second)) if first != second);
        let is_one_sentence = one.field == other.field && one.sentence == other.sentence && !one.in_row;
        // The unit of a cell stands in the head of its column.
        let is_bare = |own: &Standing| own.in_row && own.kind == Kind::Bare;
        let is_alike = one.kind == other.kind && one.kind != Kind::Bare || is_bare(one) != is_bare(other);
        one.digits != other.digits
            && is_alike
            && (times(one) == 1 || times(other) == 1)
            && !is_of_two_years
            && !(one.in_row && other.in_row)
            && !is_one_sentence
            && are_of_one(one, other)
    };
    let (one, other) = pairs.into_iter().find(is_slip)?;
    Some(if other.in_row { (other, one) } else { (one, other) })
}

/// Whether both are of the same thing: of the same figure of the whole, or under names that share two characters that
/// not any name has.
fn are_of_one(one: &Standing, other: &Standing) -> bool {
    let is_same_figure = one.figure.is_some() && one.figure == other.figure && one.name == other.name;
    let is_short = digits(&one.said).is_some_and(|digits| digits.len() < MANY);
    let is_named = match is_short {
        true => {
            one.name.chars().count() > 2
                && (one.name.ends_with(&other.name) && other.name.chars().count() > 2
                    || other.name.ends_with(&one.name))
        }
        false => shares_words(&one.name, &other.name),
    };
    is_same_figure || is_named
}

/// Whether two names share a pair of characters beside those that any name has.
fn shares_words(one: &str, other: &str) -> bool {
    const ANYONES: [&str; 24] = [
        "完成", "数量", "工作", "项目", "全年", "年度", "开展", "实施", "建设", "人数", "次数", "个数", "情况", "资金",
        "预算", "支出", "累计", "实际", "补助", "投入", "共计", "收入", "各类", "人次",
    ];
    let chars: Vec<char> = one.chars().collect();
    chars.windows(2).any(|pair| {
        let pair: String = pair.iter().collect();
        !ANYONES.contains(&pair.as_str()) && other.contains(&pair)
    })
}

/// The digits of a number as they stand, without zeros behind its decimals.
fn plain(said: &str) -> Vec<u8> {
    let mut digits: Vec<u8> = said.bytes().filter(u8::is_ascii_digit).collect();
    if said.contains('.') {
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
    }
    digits
}

/// The digits of a number in their order of size, without zeros at the end of what is written; none of too few.
fn digits(said: &str) -> Option<Vec<u8>> {
    let mut digits = plain(said);
    digits.sort_unstable();
    (digits.len() >= DIGITS).then_some(digits)
}
