//! D3 of numbers that one slip of the pen makes of each other, in two places of a report, under the same words:
//! 1,268.5万人次 here and 1,286.5万人次 there, 3,120户 here and 3,720户 there.
//!
//! The longer a number, the less do two of them look alike by chance, and the fewer words need they share. Of a number
//! that stands twice the other place is no slip; of two that both come again none is.

use rust_decimal::Decimal;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::facts::fact::Period;
use crate::domain::facts::printed::Kind;
use crate::domain::facts::slip::{is_exchanged, is_swapped};
use crate::domain::prose::words::WordList;
use crate::domain::values::shared::Shared;

use super::number_words::{are_parallel, covers, shared};
use super::reading::Reading;
use super::standing::{Of, Standing, digits, length, of_row, of_text};

/// Groups of more numbers are of one kind, as the scores of a table.
const MOST: usize = 16;

/// Finds D3 of numbers that differ by a slip.
pub fn check(draft: &Draft, readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    let mut all: Vec<Standing<'_>> = Vec::new();
    for reading in readings {
        of_text(reading, &mut all);
    }
    let in_texts = all.len();
    if in_texts == 0 {
        return;
    }
    for row in &draft.indicators {
        of_row(row, &mut all);
    }
    let mut keys: Vec<(u64, usize)> = Vec::with_capacity(all.len() * 4);
    for (place, standing) in all.iter().enumerate() {
        keys.extend(slip_keys(standing.value).into_iter().map(|key| (key, place)));
    }
    keys.sort_unstable();
    let mut told: Vec<(usize, usize)> = Vec::new();
    for group in keys.chunk_by(|one, other| one.0 == other.0) {
        if group.len() < 2 || group.len() > MOST {
            continue;
        }
        let group: Vec<usize> = group.iter().map(|(_, place)| *place).collect();
        if let Some(pair) = pair(&all, &group)
            && !told
                .iter()
                .any(|(one, other)| [pair.0, pair.1].iter().any(|id| [one, other].contains(&id)))
        {
            told.push(pair);
        }
    }
    for (one, other) in told {
        let (one, other) = (&all[one], &all[other]);
        if is_told(one, found) || is_told(other, found) {
            continue;
        }
        found.extend(tell(one, other));
    }
}

fn tell(one: &Standing<'_>, other: &Standing<'_>) -> Option<Finding> {
    let where_ = match &one.of {
        Of::Row(row, ..) if one.is_aimed => format!("“{}”的指标值", row.name.trim()),
        Of::Row(row, ..) => format!("“{}”的实际完成值", row.name.trim()),
        Of::Text(..) => "别处写的".to_owned(),
    };
    let slip = match is_one_digit(one.value, other.value) {
        false => "只差数字的次序",
        true => "只差一个数字",
    };
    let finding = Finding::new(
        Code::D3,
        other.field(),
        format!("这里是 {}，{where_}是 {}，{slip}。", other.said(), one.said()),
        "多半有一处把数字写错了；对照台账改正，全文写一样的数。",
    );
    let places = [other, one].into_iter().filter_map(Standing::place);
    Some(finding.resting_on(vec![one.field()]).about(places))
}

fn is_told(own: &Standing<'_>, found: &[Finding]) -> bool {
    let Some((field, range)) = own.place() else {
        return false;
    };
    found.iter().any(|finding| {
        let mut places = finding.places.iter();
        places.any(|(other, place)| *other == field && place.start < range.end && range.start < place.end)
    })
}

/// The keys that a number shares with those that a slip makes of it: its digits in whatever order, and its digits without
/// each in turn.
fn slip_keys(value: Decimal) -> Vec<u64> {
    let (digits, many) = digits(value);
    let digits = &digits[..many];
    let counts = digits
        .iter()
        .filter(|digit| **digit > 0)
        .fold(0_u64, |key, digit| key + (1 << (4 * (u32::from(*digit) - 1))));
    let mut keys = vec![counts];
    // 3,120 and 3,720: without the second they are the same, and of the same size.
    let size = u64::from(value.normalize().scale()) << 8;
    if (4..=12).contains(&many) {
        for out in 0..many {
            let rest = digits.iter().enumerate().filter(|(place, _)| *place != out);
            let rest = rest.fold(1_u64, |key, (_, digit)| {
                key.wrapping_mul(11).wrapping_add(u64::from(*digit))
            });
            keys.push(1 << 63 | rest.wrapping_mul(0x9e37_79b9).wrapping_add(size + out as u64) >> 1);
        }
    }
    keys
}

/// Two numbers of the same thing with different values, of which one at least is said only once: a number that stands
/// twice is no slip. The second is the one in a text.
fn pair(all: &[Standing<'_>], group: &[usize]) -> Option<(usize, usize)> {
    // Where a number stands in a text, in its paragraph of the source and in a row, it stands twice.
    let times = |own: &Standing<'_>| {
        let same = || {
            group
                .iter()
                .map(|id| &all[*id])
                .filter(|other| other.value == own.value)
        };
        let in_rows = usize::from(same().any(|other| other.in_row));
        let in_texts = same().filter(|other| !other.in_row && !other.is_doubled()).count();
        in_rows
            + if in_texts > 0 {
                in_texts
            } else {
                same().filter(|other| other.is_doubled()).count()
            }
    };
    let is_slip = |one: &Standing<'_>, other: &Standing<'_>| {
        let is_of_two_years =
            matches!((one.when, other.when), (Period::Year(first), Period::Year(second)) if first != second);
        let is_one_sentence = one.sentence().is_some() && one.sentence() == other.sentence();
        // The unit of a cell stands in the head of its column.
        let is_bare = |own: &Standing<'_>| own.in_row && own.kind == Kind::Bare;
        let is_alike = one.kind == other.kind || is_bare(one) != is_bare(other);
        one.value != other.value
            && is_alike
            && !(one.is_held && other.is_held)
            && !is_of_two_years
            && one.is_aimed == other.is_aimed
            && !is_of_rows(one, other)
            && !is_one_sentence
            && (times(one) == 1 || times(other) == 1)
            && are_of_one(one, other)
    };
    for (place, other) in group.iter().enumerate() {
        for one in &group[..place] {
            if is_slip(&all[*one], &all[*other]) {
                return Some(if all[*other].in_row {
                    (*other, *one)
                } else {
                    (*one, *other)
                });
            }
        }
    }
    None
}

/// Whether both stand in rows, whose numbers are of one kind: only long ones of two tables may be one.
fn is_of_rows(one: &Standing<'_>, other: &Standing<'_>) -> bool {
    const LONG: usize = 6;
    let of_tables = match (&one.of, &other.of) {
        (Of::Text(reading, own), Of::Text(other, range)) => {
            let mut tables = reading.ledger.tables.iter().map(|table| &table.range);
            let is_one = tables.any(|table| table.contains(&own.start) && table.contains(&range.start));
            !(reading.field == other.field && is_one)
        }
        _ => false,
    };
    one.in_row && other.in_row && !(of_tables && length(one.value) >= LONG)
}

/// Whether both are of the same thing, by as many words as numbers of their length need.
fn are_of_one(one: &Standing<'_>, other: &Standing<'_>) -> bool {
    // Of another time.
    const OTHERWISE: WordList = WordList::of(&[
        "上年",
        "去年",
        "同期",
        "往年",
        "年初",
        "标准",
        "控制",
        "原有",
        "原来",
        "原计划",
    ]);
    // What is counted by these may be anything.
    const ANYONES: [&str; 12] = ["人", "户", "个", "次", "人次", "家", "项", "处", "件", "天", "场", "年"];
    let swapped = is_swapped(one.value, other.value) || is_exchanged(one.value, other.value);
    let many = length(one.value).max(length(other.value));
    if !swapped && !is_one_digit(one.value, other.value) {
        return false;
    }
    let is_same_figure = one.figure.is_some() && one.figure == other.figure;
    if swapped && (is_same_figure && many > 2 || many > 5) {
        return true;
    }
    let (first, second) = (one.around(), other.around());
    let of_unit = usize::from(matches!(&one.kind, Kind::Count(unit) if !ANYONES.contains(&unit.as_str())));
    let near = shared(&first.near, &second.near) + of_unit;
    let wide = shared(&first.near, &second.wide) + shared(&first.wide, &second.near) + of_unit;
    // A budget is another one before and after it was changed.
    const OF_BUDGET: WordList = WordList::of(&["预算", "执行", "决算"]);
    let is_otherwise = OTHERWISE.any_in(&first.head) || OTHERWISE.any_in(&second.head);
    let is_called_so = |least: usize| covers(&first.called, &second.called, least);
    match (swapped, many) {
        (true, 5..) => wide > 0,
        (true, 4) => !are_parallel(&first.called, &second.called) && (near > 0 || wide > 1),
        (true, 3) => {
            let is_alike = near + of_unit > 1 || is_called_so(2);
            !is_otherwise && is_alike && !are_parallel(&first.called, &second.called)
        }
        (true, _) => !is_otherwise && is_called_so(3),
        (false, _) => {
            let is_of_figures = one.kind != other.kind
                || one.figure.is_some()
                || other.figure.is_some()
                || OF_BUDGET.any_in(&first.head)
                || OF_BUDGET.any_in(&second.head);
            !is_otherwise && !is_of_figures && is_called_so(if many > 4 { 2 } else { 3 })
        }
    }
}

/// Whether two numbers are the same but for one digit.
fn is_one_digit(one: Decimal, other: Decimal) -> bool {
    let ((first, many), (second, others)) = (digits(one), digits(other));
    many == others && (0..many).filter(|place| first[*place] != second[*place]).count() == 1
}
