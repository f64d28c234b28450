//! D3 of numbers that one slip of the pen makes of each other, in two places of a report, under the same words:
//! 1,268.5万人次 here and 1,286.5万人次 there, 3,120户 here and 3,720户 there.
//!
//! The longer a number, the less do two of them look alike by chance, and the fewer words need they share. Of a number
//! that stands twice the other place is no slip; of two that both come again none is.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, MeasureField};
use crate::domain::facts::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::names::measure_of;
use crate::domain::facts::printed::{Kind, Printed};
use crate::domain::facts::relation::Verdict;
use crate::domain::facts::slip::{is_exchanged, is_swapped};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::input::Value;
use crate::domain::values::shared::Shared;

use super::number_words::{Around, covers, shared};
use super::reading::Reading;

/// A number with its place.
struct Standing<'a> {
    value: Decimal,
    kind: Kind,
    of: Of<'a>,
    /// The figure of the whole that it is, and of whom.
    figure: Option<(Measure, &'a str)>,
    /// Whether it says what should be.
    is_aimed: bool,
    when: Period,
    /// Whether it stands in a row, where rows of one kind have numbers of one kind.
    in_row: bool,
    /// Whether a relation with other numbers of its text holds.
    is_held: bool,
}

/// Where it stands.
enum Of<'a> {
    Text(&'a Reading, Range<usize>),
    Row(&'a Indicator, Field, String),
}

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

impl Standing<'_> {
    fn field(&self) -> Field {
        match &self.of {
            Of::Text(reading, _) => reading.field,
            Of::Row(_, field, _) => *field,
        }
    }

    fn place(&self) -> Option<(Field, Range<usize>)> {
        match &self.of {
            Of::Text(reading, range) => Some((reading.field, range.clone())),
            Of::Row(..) => None,
        }
    }

    fn said(&self) -> String {
        match &self.of {
            Of::Text(reading, range) => reading.text.get(range.clone()).unwrap_or_default().to_owned(),
            Of::Row(row, _, said) => {
                let measure = row.measures.first();
                measure.map_or_else(|| said.clone(), |measure| measure.in_unit(said))
            }
        }
    }

    fn around(&self) -> Around {
        match &self.of {
            Of::Text(reading, range) => Around::of(reading, range),
            Of::Row(row, ..) => Around::of_row(&row.name),
        }
    }

    /// Whether it stands in a paragraph of the source, which the draft's own texts say as well.
    fn is_doubled(&self) -> bool {
        self.field() == Field::SourceText && !self.in_row
    }

    /// The sentence that it stands in, by its first byte.
    fn sentence(&self) -> Option<(Field, usize)> {
        let Of::Text(reading, range) = &self.of else {
            return None;
        };
        let before = reading.text.get(..range.start)?;
        Some((
            reading.field,
            before.rfind(['。', '；', '\n']).map_or(0, |stop| stop + 1),
        ))
    }
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

/// The numbers of a text: its facts, and those that stand within the words of a cell.
fn of_text<'a>(reading: &'a Reading, all: &mut Vec<Standing<'a>>) {
    let ledger = &reading.ledger;
    let held: Vec<usize> = ledger
        .relations
        .iter()
        .filter(|relation| ledger.judge(relation) == Verdict::Holds)
        .flat_map(|relation| relation.facts())
        .collect();
    let in_row = |range: &Range<usize>| ledger.tables.iter().any(|table| table.range.contains(&range.start));
    for (id, fact) in ledger.facts.iter().enumerate() {
        let Place::Text(_, range) = &fact.at else { continue };
        let is_own = matches!(fact.when, Period::Own | Period::Year(_));
        if !is_own || fact.number.about || is_of_marks(fact) || !has_digits(fact.number.value) {
            continue;
        }
        let is_figure = matches!(
            fact.what,
            Measure::Initial | Measure::Adjusted | Measure::Executed | Measure::Unspent | Measure::Rate(_)
        );
        all.push(Standing {
            value: fact.number.value,
            kind: fact.number.kind.clone(),
            of: Of::Text(reading, range.clone()),
            figure: match is_figure {
                true => Some((fact.what.clone(), whose(&fact.what, named(&fact.of)))),
                false => figure_of(named(&fact.of)).filter(|_| fact.number.kind == Kind::Percent),
            },
            is_aimed: fact.what == Measure::Target,
            when: fact.when,
            in_row: in_row(range),
            is_held: held.contains(&id),
        });
    }
    if ledger.tables.is_empty() {
        return;
    }
    let within = reading.quantities.iter().filter(|found| in_row(&found.range));
    for found in within {
        let is_cell = |c: Option<char>| c.is_none_or(|c| "\t|｜\n".contains(c));
        let before = reading.text[..found.range.start].chars().next_back();
        let after = reading.text[found.range.end..].chars().next();
        let is_bound = before.is_some_and(|c| "≥≤>＜＞<=".contains(c));
        let number = Printed::found(&reading.text, found).filter(|number| has_digits(number.value));
        if let Some(number) = number.filter(|_| !(is_cell(before) && is_cell(after))) {
            all.push(Standing {
                value: number.value,
                kind: number.kind,
                of: Of::Text(reading, found.range.clone()),
                figure: None,
                is_aimed: is_bound,
                when: Period::Own,
                in_row: true,
                is_held: false,
            });
        }
    }
}

fn named(subject: &Subject) -> &str {
    match subject {
        Subject::Office => "",
        Subject::Named(name) => name,
    }
}

/// Of whom a figure is: of a rate without its own name, and nobody where it is of the whole.
fn whose<'a>(what: &Measure, name: &'a str) -> &'a str {
    const OWN: [&str; 7] = ["", "预算", "资金", "支出", "整体支出", "部门整体支出", "部门预算"];
    let Measure::Rate(word) = what else { return name };
    let rest = name.strip_suffix(word).unwrap_or(name).trim();
    if OWN.contains(&rest) { "" } else { rest }
}

/// 预算执行率: the rate of the whole that a row is of.
fn figure_of(name: &str) -> Option<(Measure, &str)> {
    let name = name.trim();
    let (measure, ..) = measure_of(name, 0..name.len(), &Kind::Percent);
    let is_own = matches!(measure, Measure::Rate(_)) && whose(&measure, name).is_empty();
    is_own.then_some((measure, ""))
}

fn is_of_marks(fact: &Fact) -> bool {
    matches!(fact.what, Measure::Weight | Measure::Before)
}

fn of_row<'a>(row: &'a Indicator, all: &mut Vec<Standing<'a>>) {
    for measure in &row.measures {
        let unit = measure.unit.trim();
        let values = [
            (MeasureField::Actual, measure.actual.value()),
            (MeasureField::Target, measure.target.value()),
        ];
        for (field, value) in values {
            let number = value.filter(|value| has_digits(value.decimal()));
            let Some(number) = number.and_then(|value| Printed::read(&format!("{}{unit}", value.written()))) else {
                continue;
            };
            // 分 and numbers without a unit may be of anything.
            if matches!(number.kind, Kind::Bare | Kind::Points) {
                continue;
            }
            all.push(Standing {
                value: number.value,
                kind: number.kind,
                of: Of::Row(
                    row,
                    Field::Measure(row.id, measure.id, field),
                    value.map(Value::shown).unwrap_or_default(),
                ),
                figure: figure_of(&row.name).filter(|_| unit == "%"),
                is_aimed: field == MeasureField::Target,
                when: Period::Own,
                in_row: true,
                is_held: false,
            });
        }
    }
}

/// The digits of a number, from the last that is no zero, and how many of them there are.
fn digits(value: Decimal) -> ([u8; 30], usize) {
    let mut rest = value.normalize().mantissa().unsigned_abs();
    let mut digits = [0; 30];
    let mut many = 0;
    while rest > 0 && many < digits.len() {
        digits[many] = u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if many > 0 || digits[0] != 0 {
            many += 1;
        }
    }
    (digits, many)
}

/// How many digits a number has beside zeros at its ends.
fn length(value: Decimal) -> usize {
    digits(value).1
}

/// Whether a number has digits enough to be known by them.
fn has_digits(value: Decimal) -> bool {
    const LEAST: usize = 2;
    length(value) >= LEAST
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
        (true, 4) => near > 0 || wide > 1,
        (true, 3) => !is_otherwise && (near + of_unit > 1 || is_called_so(2)),
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
