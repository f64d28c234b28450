//! The demands that a goal makes, clause by clause: "每月至少1次宣传", "满意率95%以上". What can be read in
//! two ways is no demand.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::prose::bound::{Bound, bounds};
use crate::domain::scheme::indicator::Measure;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Entry, Value};
use crate::domain::values::quantity::Quantity;

/// 一个数量要求, as a text states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Where it stands: from the words that bind the number to the end of its unit.
    pub place: Range<usize>,
    /// How the number binds.
    pub comparator: Comparator,
    /// The number for a whole year: 12 for 每月1次.
    pub value: Quantity,
    /// The unit; "%" for percents.
    pub unit: String,
    /// Whether words or a sign bind the number. A bare one may be a count of something else.
    pub stated: bool,
}

/// All demands of a text, in their order.
pub fn demands(text: &str) -> Vec<Demand> {
    bounds(text)
        .into_iter()
        .filter_map(|bound| demand(text, bound))
        .collect()
}

fn demand(text: &str, bound: Bound) -> Option<Demand> {
    let before = &text[clause(text, &bound.range, ITEM).start..bound.range.start];
    // 其中 begins a part of what was demanded before, not a demand of its own.
    let sentence = &text[clause(text, &bound.range, SENTENCE).start..bound.range.start];
    if sentence.contains("其中") {
        return None;
    }
    let times = match before.rsplit_once('每') {
        None => 1,
        Some((_, rest)) if rest.starts_with('年') => 1,
        Some((_, rest)) if rest.starts_with('月') || rest.starts_with("个月") => 12,
        Some((_, rest)) if rest.starts_with('季') || rest.starts_with("个季") => 4,
        Some((_, rest)) if rest.starts_with("半年") => 2,
        // 每周, 每人, 每场: how many make a year is not known.
        Some(_) => return None,
    };
    // A share is the same in each month.
    let times = if bound.unit == "%" { 1 } else { times };
    let value = bound.value.decimal().checked_mul(Decimal::from(times))?.normalize();
    let is_bare = text[bound.range.clone()].starts_with(|c: char| c.is_numeric());
    let of_a_rate = bound.unit == "%" && before.trim_end_matches(['为', '均']).ends_with(['率', '度']);
    Some(Demand {
        value: Quantity::read(&value.to_string()).ok()?,
        stated: bound.comparator != Comparator::Exactly || !is_bare || of_a_rate,
        place: bound.range,
        comparator: bound.comparator,
        unit: bound.unit,
    })
}

impl Demand {
    /// Whether it asks for the same as a measure: the target, in the same unit.
    fn is_of(&self, measure: &Measure) -> bool {
        let unit = measure.unit.trim();
        let same_unit = unit == self.unit
            || (!unit.is_empty() && [("场次", "次"), ("场次", "场"), ("人次", "人")].contains(&(unit, &self.unit)));
        same_unit
            && measure
                .target
                .value()
                .is_some_and(|target| target.decimal() == self.value.decimal())
    }

    /// The measure that it makes, with its actual value still to be filled in; the identity comes with the edit.
    pub fn measure(&self, text: &str) -> Measure {
        Measure {
            name: self.name(text),
            comparator: self.comparator,
            target: Entry::Accepted(self.value),
            unit: self.unit.clone(),
            ..Measure::default()
        }
    }

    /// What is counted: the words after the unit, or else those before the number, if they are short.
    fn name(&self, text: &str) -> String {
        const SHORT: usize = 20;
        const LEADS: [&str; 14] = [
            "并",
            "年内",
            "全年",
            "年度",
            "每月",
            "每季度",
            "继续",
            "完成",
            "创建",
            "开展",
            "组织",
            "举办",
            "新增",
            "建设",
        ];
        const TAILS: [&str; 4] = ["以上", "及以上", "以内", "以下"];
        let clause = clause(text, &self.place, ITEM);
        let after = &text[self.place.end..clause.end];
        let after = TAILS.iter().find_map(|tail| after.strip_prefix(tail)).unwrap_or(after);
        let mut before = text[clause.start..self.place.start].trim();
        while let Some(rest) = LEADS.iter().find_map(|lead| before.strip_prefix(lead)) {
            before = rest.trim_start();
        }
        let fits = |words: &&str| (2..=SHORT).contains(&words.chars().count());
        [after.trim(), before]
            .into_iter()
            .find(fits)
            .unwrap_or_default()
            .to_owned()
    }
}

/// For each measure the one demand that states it, as a place in the list; none where any measure has
/// none, or where it cannot be told which.
pub fn stated_in(measures: &[Measure], demands: &[Demand], text: &str) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for measure in measures {
        let alike = demands.iter().enumerate().filter(|(_, demand)| demand.is_of(measure));
        let mut places: Vec<usize> = alike.map(|(place, _)| place).collect();
        if places.len() > 1 {
            let name = measure.name.trim();
            places.retain(|place| {
                let demand = demands.get(*place);
                let clause = demand.map_or("", |demand| &text[clause(text, &demand.place, ITEM)]);
                !name.is_empty() && clause.contains(name)
            });
        }
        match places.as_slice() {
            [one] if !found.contains(one) => found.push(*one),
            _ => return None,
        }
    }
    Some(found)
}

/// The clause around a place, without the marks at its ends; only marks of at least this strength count.
pub fn clause(text: &str, place: &Range<usize>, least: u8) -> Range<usize> {
    let mut around = 0..text.len();
    for (mark, _) in marks(text).into_iter().filter(|(_, strength)| *strength >= least) {
        if mark.end <= place.start {
            around.start = mark.end;
        } else if mark.start >= place.end {
            around.end = mark.start;
            break;
        }
    }
    around
}

/// The mark that parts the clauses of two places: the strongest between them, the last of several.
pub fn border(text: &str, first: &Range<usize>, second: &Range<usize>) -> Option<Range<usize>> {
    let between = marks(text)
        .into_iter()
        .filter(|(mark, _)| mark.start >= first.end && mark.end <= second.start);
    between.max_by_key(|(_, strength)| *strength).map(|(mark, _)| mark)
}

/// Strength of the marks that end a sentence or part its halves: 。；
pub const SENTENCE: u8 = 3;
/// Strength of the mark between clauses: ，
pub const CLAUSE: u8 = 2;
/// Strength of the mark between items: 、
pub const ITEM: u8 = 1;

/// The marks between clauses, with how strongly they part; not those in quotes or brackets.
pub fn marks(text: &str) -> Vec<(Range<usize>, u8)> {
    let mut depth = 0_usize;
    let mut marks = Vec::new();
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    while let Some((place, c)) = rest.next() {
        let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        let in_number = digit(before) && digit(rest.peek().map(|(_, c)| *c));
        let strength = match c {
            '“' | '‘' | '（' | '(' | '《' | '「' | '【' | '〔' => {
                depth += 1;
                None
            }
            '”' | '’' | '）' | ')' | '》' | '」' | '】' | '〕' => {
                depth = depth.saturating_sub(1);
                None
            }
            '。' | '；' | ';' | '！' | '\n' => Some(SENTENCE),
            '，' | ',' if !in_number => Some(CLAUSE),
            '、' => Some(ITEM),
            _ => None,
        };
        before = Some(c);
        if let (0, Some(strength)) = (depth, strength) {
            marks.push((place..place + c.len_utf8(), strength));
        }
    }
    marks
}
