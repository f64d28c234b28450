//! D3 of numbers that one slip of the pen makes of each other, in two places of a report, under the same words:
//! 1,268.5万人次 here and 1,286.5万人次 there, 3,120户 here and 3,720户 there.
//!
//! The longer a number, the less do two of them look alike by chance, and the fewer words need they share. Of a number
//! that stands twice the other place is no slip; of two that both come again none is.

use std::collections::BTreeMap;

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
use super::slip_keys::{Keyed, digits, length, slip_keys};
use super::standing::{Of, Standing, of_row};

/// Groups of more numbers are of one kind, as the scores of a table.
const MOST: usize = 16;

fn keyed(all: &[Standing], row: usize) -> impl Iterator<Item = Keyed> {
    all.iter().enumerate().flat_map(move |(place, standing)| {
        let value = standing.value;
        slip_keys(value)
            .into_iter()
            .map(move |key| Keyed { key, value, row, place })
    })
}

/// The keys of the numbers of a text, in their order.
pub fn keys_of_text(standing: &[Standing]) -> Vec<Keyed> {
    let mut keys: Vec<Keyed> = keyed(standing, 0).collect();
    keys.sort_unstable();
    keys
}

/// The keys of all rows, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowKeys(Vec<Keyed>);

impl RowKeys {
    /// The keys of the indicators of a draft, taken over from an earlier one for the rows that are the same.
    pub fn of(draft: &Draft, before: Option<(&Draft, &Shared<RowKeys>)>) -> Shared<RowKeys> {
        let before = before.filter(|(earlier, _)| earlier.indicators.len() == draft.indicators.len());
        let is_new = |place: usize| {
            let earlier = before.and_then(|(earlier, _)| earlier.indicators.get(place));
            let own = draft.indicators.get(place);
            !earlier.zip(own).is_some_and(|(earlier, own)| earlier.is_same(own))
        };
        let new: Vec<usize> = (0..draft.indicators.len()).filter(|place| is_new(*place)).collect();
        if let Some((_, kept)) = before.filter(|_| new.is_empty()) {
            return kept.clone();
        }
        let mut keys = before.map(|(_, kept)| kept.0.clone()).unwrap_or_default();
        keys.retain(|key| new.binary_search(&key.row).is_err());
        for place in new {
            keys.extend(keyed(&standing_row(draft, place), place));
        }
        // What was kept is in its order.
        keys.sort();
        Shared::new(RowKeys(keys))
    }

    fn with(&self, key: u64) -> &[Keyed] {
        let from = self.0.partition_point(|own| own.key < key);
        let many = self.0[from..].partition_point(|own| own.key == key);
        &self.0[from..from + many]
    }
}

fn standing_row(draft: &Draft, place: usize) -> Vec<Standing> {
    draft.indicators.get(place).map_or_else(Vec::new, |row| of_row(row))
}

/// Where a number of a group is found again: its text, none for a row, and its key.
type Member = (Option<usize>, Keyed);

/// The groups of numbers that a slip may make of each other: those of more than one value, of which one at least stands in
/// a text.
fn groups(readings: &[Shared<Reading>], rows: &RowKeys) -> Vec<Vec<Member>> {
    let texts = readings.iter().enumerate();
    let of_texts = texts.flat_map(|(text, reading)| reading.slips.iter().map(move |key| (key.key, text, *key)));
    let mut keys: Vec<(u64, usize, Keyed)> = of_texts.collect();
    // Each text is in its order, so that they are only put together.
    keys.sort();
    let mut found = Vec::new();
    for group in keys.chunk_by(|one, other| one.0 == other.0) {
        let Some((key, ..)) = group.first() else { continue };
        let of_rows = rows.with(*key);
        if group.len() + of_rows.len() > MOST {
            continue;
        }
        let own = group.iter().map(|(_, text, key)| (Some(*text), *key));
        let all: Vec<Member> = own.chain(of_rows.iter().map(|key| (None, *key))).collect();
        if all.iter().any(|(_, other)| other.value != all[0].1.value) {
            found.push(all);
        }
    }
    found
}

/// Finds D3 of numbers that differ by a slip.
pub fn check(draft: &Draft, readings: &[Shared<Reading>], rows: &RowKeys, found: &mut Vec<Finding>) {
    let groups = groups(readings, rows);
    let mut typed: BTreeMap<usize, Vec<Standing>> = BTreeMap::new();
    for (_, key) in groups.iter().flatten().filter(|(text, _)| text.is_none()) {
        typed.entry(key.row).or_insert_with(|| standing_row(draft, key.row));
    }
    let standing = |(text, key): &Member| match text {
        Some(text) => readings.get(*text)?.standing.get(key.place),
        None => typed.get(&key.row)?.get(key.place),
    };
    let mut told: Vec<(&Standing, &Standing)> = Vec::new();
    for group in &groups {
        let all: Vec<&Standing> = group.iter().filter_map(standing).collect();
        if let Some((one, other)) = pair(&all) {
            let is_told = |known: &Standing| std::ptr::eq(known, one) || std::ptr::eq(known, other);
            if !told.iter().any(|(first, second)| is_told(first) || is_told(second)) {
                told.push((one, other));
            }
        }
    }
    for (one, other) in told {
        if is_told(one, found) || is_told(other, found) {
            continue;
        }
        found.extend(tell(one, other));
    }
}

fn tell(one: &Standing, other: &Standing) -> Option<Finding> {
    let where_ = match &one.of {
        Of::Row(name) if one.is_aimed => format!("“{name}”的指标值"),
        Of::Row(name) => format!("“{name}”的实际完成值"),
        Of::Text { .. } => "别处写的".to_owned(),
    };
    let slip = match is_one_digit(one.value, other.value) {
        false => "只差数字的次序",
        true => "只差一个数字",
    };
    let finding = Finding::new(
        Code::D3,
        other.field,
        format!("这里是 {}，{where_}是 {}，{slip}。", other.said, one.said),
        "多半有一处把数字写错了；对照台账改正，全文写一样的数。",
    );
    let places = [other, one].into_iter().filter_map(Standing::place);
    Some(finding.resting_on(vec![one.field]).about(places))
}

fn is_told(own: &Standing, found: &[Finding]) -> bool {
    let Some((field, range)) = own.place() else {
        return false;
    };
    found.iter().any(|finding| {
        let mut places = finding.places.iter();
        places.any(|(other, place)| *other == field && place.start < range.end && range.start < place.end)
    })
}

/// Two numbers of the same thing with different values, of which one at least is said only once: a number that stands
/// twice is no slip. The second is the one in a text.
fn pair<'a>(group: &[&'a Standing]) -> Option<(&'a Standing, &'a Standing)> {
    // Where a number stands in a text, in its paragraph of the source and in a row, it stands twice.
    let times = |own: &Standing| {
        let same = || group.iter().filter(|other| other.value == own.value);
        let in_rows = usize::from(same().any(|other| other.in_row));
        let in_texts = same().filter(|other| !other.in_row && !other.is_doubled()).count();
        in_rows
            + if in_texts > 0 {
                in_texts
            } else {
                same().filter(|other| other.is_doubled()).count()
            }
    };
    let is_slip = |one: &Standing, other: &Standing| {
        let is_of_two_years =
            matches!((one.when, other.when), (Period::Year(first), Period::Year(second)) if first != second);
        // The unit of a cell stands in the head of its column.
        let is_bare = |own: &Standing| own.in_row && own.kind == Kind::Bare;
        let is_alike = one.kind == other.kind || is_bare(one) != is_bare(other);
        let is_one_sentence = || one.sentence().is_some() && one.sentence() == other.sentence();
        one.value != other.value
            && is_alike
            && !(one.is_held && other.is_held)
            && !is_of_two_years
            && one.is_aimed == other.is_aimed
            && !is_of_rows(one, other)
            && !is_one_sentence()
            && (times(one) == 1 || times(other) == 1)
            && are_of_one(one, other)
    };
    for (place, other) in group.iter().enumerate() {
        for one in &group[..place] {
            if is_slip(one, other) {
                return Some(if other.in_row { (*other, *one) } else { (*one, *other) });
            }
        }
    }
    None
}

/// Whether both stand in rows, whose numbers are of one kind: only long ones of two tables may be one.
fn is_of_rows(one: &Standing, other: &Standing) -> bool {
    const LONG: usize = 6;
    let of_tables = match (&one.of, &other.of) {
        (Of::Text { table: own, .. }, Of::Text { table: others, .. }) => {
            (one.field, own) != (other.field, others) || own.is_none()
        }
        _ => false,
    };
    one.in_row && other.in_row && !(of_tables && length(one.value) >= LONG)
}

/// Whether both are of the same thing, by as many words as numbers of their length need.
fn are_of_one(one: &Standing, other: &Standing) -> bool {
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
    let (first, second) = (&one.around, &other.around);
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
