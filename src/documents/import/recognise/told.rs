//! 指标 that a report tells in sentences instead of a table: a name, what was aimed at, what was reached, and where it
//! is said, its points, in any order. For example “开设选修课程，年初目标30门，实际开设34门，该项10分，得10分” or “登记资料抽检
//! 合格率（12分）目标不低于98%，实际为99.1%，得12分”: of each number the words beside it say what it is, and the name is what
//! stands before the first of them. A sentence that aims at several numbers tells several indicators, each from the clause
//! that names it; one that only names (公交准点率。) belongs to the next, and one that only has points or a reason to the
//! last.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::marks::mark;
use crate::domain::prose::number::plain_number;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

use super::indicators::{MOST, Row};
use super::text::Text;
use super::told_levels::{Levels, below_level, level_of};
use super::told_numbers::{Part, Told, numbers};
use super::told_words::{SHORTEST, bare, begins_with_plan, bound, name, reason, without_points};

/// Money of the whole office is told beside the indicators.
const MONEY: WordList = WordList::of(&["预算", "资金", "支出", "收入", "结转", "结余", "拨款", "执行率"]);
/// With so many indicators that have their points, one without is a sentence of its own.
const WITH_POINTS: usize = 3;
/// Fewer sentences of an aim and a result, without points and under no level, are words about the work.
const FREE: usize = 2;
/// A longer sentence without numbers names nothing.
const LONGEST_HEAD: usize = 30;
/// Words with which a sentence without a name goes on about the last indicator.
const REASONS: WordList = WordList::of(&[
    "原因",
    "扣分原因",
    "偏差原因",
    "主要原因",
    "未完成原因",
    "失分原因",
    "主要是",
    "主要因",
    "因",
    "由于",
    "偏差",
]);

/// The words that tell one indicator, as they gather.
#[derive(Clone, Debug)]
struct Group {
    said: String,
    sources: Vec<Source>,
    levels: Levels,
    /// Its name, where it was named before what was planned.
    title: Option<String>,
    /// Whether they only name it yet.
    is_head: bool,
}

/// What a piece of a sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It names what follows: 公交准点率（10分）。
    Head,
    /// It tells an indicator.
    Own,
    /// It goes on about the last.
    More,
    /// It is about something else.
    Nothing,
}

/// The indicators that sentences tell.
pub fn recognise(text: &Text<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut levels = Levels::default();
    let mut open: Option<Group> = None;
    for (place, words) in text.paragraphs() {
        // A level that is all of its paragraph is that of those below.
        if mark(words.trim_start()).is_none()
            && level_of(words).is_none_or(|(_, level)| level.len() < words.trim().len())
        {
            levels.second = None;
        }
        for range in pieces(words) {
            levels.take_in(&words[range.clone()]);
            let said = below_level(&words[range.clone()]);
            let source = Source::text(place, range.clone());
            let role = role(said);
            let goes_on = match (role, &open) {
                (Role::More, group) => group.is_some(),
                (Role::Own, Some(group)) if group.is_head => {
                    !group.said.trim_end_matches(['。', '；']).ends_with("情况")
                        && (named(said).is_none() || begins_with_plan(said) || !numbers(&group.said).is_empty())
                }
                _ => false,
            };
            match &mut open {
                Some(group) if goes_on => {
                    group.title = group.title.take().or_else(|| {
                        let plain = group.said.trim_end_matches(['。', '；']);
                        let is_plan = group.is_head && begins_with_plan(said);
                        name(plain, plain.len()).filter(|_| is_plan)
                    });
                    group.said.push_str(said);
                    group.sources.push(source);
                    group.is_head &= role != Role::Own && !numbers(said).iter().any(|number| number.unit != "分");
                }
                _ => {
                    rows.extend(open.take().and_then(Group::row));
                    open = matches!(role, Role::Head | Role::Own).then(|| Group {
                        said: said.to_owned(),
                        sources: vec![source],
                        levels: levels.clone(),
                        title: None,
                        is_head: role == Role::Head,
                    });
                }
            }
            if role == Role::Nothing || role == Role::More && !goes_on {
                rows.extend(
                    execution(said, &words[..range.start])
                        .map(|values| row(values, &levels, vec![Source::text(place, range)])),
                );
            }
            if rows.len() >= MOST {
                return rows;
            }
        }
        match &mut open {
            Some(group) if group.is_head => group.said.push('。'),
            _ => rows.extend(open.take().and_then(Group::row)),
        }
    }
    rows.extend(open.take().and_then(Group::row));
    let has_points = |row: &Row| row.values.contains_key(&Slot::Weight) || row.values.contains_key(&Slot::Score);
    if rows.iter().filter(|row| has_points(row)).count() >= WITH_POINTS {
        rows.retain(has_points);
    }
    // A report that tells its indicators so tells several, or says of which level or how many points one is.
    let is_placed = |row: &Row| {
        let levels = [Slot::FirstLevel, Slot::SecondLevel];
        has_points(row) || levels.iter().any(|level| row.values.contains_key(level))
    };
    if rows.iter().filter(|row| !is_placed(row)).count() < FREE {
        rows.retain(is_placed);
    }
    rows
}

impl Group {
    fn row(self) -> Option<Row> {
        let mut values = told(&self.said).or_else(|| execution(&self.said, ""))?;
        if let Some(title) = self.title {
            values.insert(Slot::IndicatorName, title);
        }
        Some(row(values, &self.levels, self.sources))
    }
}

fn row(mut values: BTreeMap<Slot, String>, levels: &Levels, sources: Vec<Source>) -> Row {
    for (slot, level) in [(Slot::FirstLevel, &levels.first), (Slot::SecondLevel, &levels.second)] {
        if let Some(level) = level {
            values.entry(slot).or_insert_with(|| level.clone());
        }
    }
    Row {
        values,
        sources,
        doubt: Some("从句子里读出，请核对。".to_owned()),
        ..Row::default()
    }
}

/// What a piece does, by its numbers and whether it has a name.
fn role(said: &str) -> Role {
    let numbers = numbers(said);
    let is_points = |number: &Told| number.unit == "分";
    let plain = said.trim().trim_end_matches(['。', '；', ';', '：', ':']);
    let marked = mark(plain).map_or(0, |mark| mark.length);
    match () {
        () if numbers.iter().any(|number| number.part == Part::Aim) && named(said).is_some() => Role::Own,
        () if level_of(plain).is_some_and(|(_, level)| without_points(plain).ends_with(level)) => Role::Nothing,
        () if REASONS.beginning(plain).is_some() => Role::More,
        () if !numbers.is_empty() && named(said).is_none() => Role::More,
        // A number that was reached without an aim: 垃圾桶验收合格率100%，实际100%.
        () if numbers.iter().any(|number| !is_points(number)) => Role::Own,
        () if numbers.iter().any(|number| number.part != Part::Weight) => Role::Nothing,
        () if plain.chars().count() > LONGEST_HEAD || stops::is_cut(plain, Mark::Clause) && !plain.contains('：') => {
            Role::Nothing
        }
        () if marked > 0 || !numbers.is_empty() || plain.contains('：') => Role::Head,
        () => Role::Nothing,
    }
}

/// The name that stands before the first number of a piece.
fn named(said: &str) -> Option<String> {
    let numbers = numbers(said);
    let told = numbers.iter().find(|number| number.unit != "分").or(numbers.first());
    name(said, told.map_or(said.len(), |number| number.range.start))
}

/// The pieces of a paragraph: its groups of clauses, and of those that aim at several numbers each from the clause that
/// names it.
fn pieces(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for group in stops::ranges(words, Mark::Group) {
        let end = words[group.end..]
            .chars()
            .next()
            .map_or(group.end, |mark| group.end + mark.len_utf8());
        let own = each(&words[group.start..end]).into_iter();
        found.extend(own.map(|range| group.start + range.start..group.start + range.end));
    }
    found.retain(|range: &Range<usize>| !words[range.clone()].trim().is_empty());
    found
}

/// The pieces of a sentence that tell one indicator each.
fn each(said: &str) -> Vec<Range<usize>> {
    let numbers = numbers(said);
    let aims: Vec<usize> = numbers
        .iter()
        .filter(|number| number.part == Part::Aim)
        .map(|number| number.range.start)
        .collect();
    let mut starts = vec![0];
    let mut clauses: Vec<usize> = vec![0];
    let mut depth = 0_usize;
    for (at, c) in said.char_indices() {
        match Mark::at(said, at, c) {
            Some(Mark::Open) => depth += 1,
            Some(Mark::Close) => depth = depth.saturating_sub(1),
            Some(Mark::Clause | Mark::Colon) if depth == 0 => clauses.push(at + c.len_utf8()),
            // （目标5座，完成4座）、新建候车亭（…）
            Some(Mark::Item) if depth == 0 && said[..at].ends_with(['）', ')']) => clauses.push(at + c.len_utf8()),
            _ => {}
        }
    }
    for pair in aims.windows(2) {
        let Some(mut clause) = clauses.iter().rposition(|start| *start <= pair[1]) else {
            continue;
        };
        // 年初目标30门 has no name: it stands in the clause before.
        if bare(&without_points(&said[clauses[clause]..pair[1]])).chars().count() < SHORTEST {
            clause = clause.saturating_sub(1);
        }
        let start = clauses[clause];
        if start > pair[0] && Some(&start) != starts.last() {
            starts.push(start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([said.len()]);
    starts.iter().zip(ends).map(|(start, end)| *start..end).collect()
}

/// The indicator of a sentence, where it has one aim and one number that answers it.
fn told(said: &str) -> Option<BTreeMap<Slot, String>> {
    let numbers = numbers(said);
    let of = |part: Part| numbers.iter().filter(move |number| number.part == part);
    let full = of(Part::Full).next();
    let weight = of(Part::Weight).next().or(full);
    let score = of(Part::Score).next().or(full);
    let lost = of(Part::Lost).next();
    let has_points = weight.is_some() && (score.is_some() || lost.is_some());
    let (aim, reached) = pair(&numbers, has_points)?;
    // 办结率99.7%，距目标值100%差0.3个百分点，扣0.5分: about a part whose points are told elsewhere.
    if lost.is_some() && weight.is_none() && reached.range.start < aim.range.start {
        return None;
    }
    // 12月20日完工，比计划的11月30日推迟20天: what a date is only compared with.
    let before = said[..aim.range.start].trim_end_matches('的');
    if ["比计划", "比原计划", "比预定"]
        .iter()
        .any(|word| before.ends_with(word))
    {
        return None;
    }
    let name = name(said, aim.range.start.min(reached.range.start))?;
    let is_rate = |name: &str| !name.contains("率") && said.contains("执行率");
    let is_plain = said.contains("目标") && said.contains("实际") && !is_rate(&name);
    if MONEY.any_in(&name) && !is_plain && (!has_points || is_rate(&name)) {
        return None;
    }
    let number = |number: Option<&Told>| {
        let text = said[number?.range.clone()].trim().trim_end_matches(['分', '%', '％']);
        plain_number(text.trim())
    };
    let worth = number(weight);
    let own = match (score, lost) {
        (Some(score), _) if score.part == Part::Full => worth,
        (Some(_), _) => number(score),
        (None, _) => worth.zip(number(lost)).map(|(weight, lost)| weight - lost),
    };
    let mut values = BTreeMap::new();
    values.insert(Slot::IndicatorName, name);
    values.insert(Slot::Target, bound(said, &aim.range));
    values.insert(Slot::Actual, said[reached.range.clone()].to_owned());
    // What is said behind all numbers is about how they differ, and where points were lost, what is said behind these two.
    let both = aim.range.end.max(reached.range.end);
    let points = [weight, score, lost];
    let is_lost = matches!((worth, own), (Some(weight), Some(score)) if score < weight);
    let last = points
        .iter()
        .flatten()
        .map(|number| number.range.end)
        .chain([both])
        .max()
        .unwrap_or(both);
    let reason = reason(said, if is_lost { both } else { last }..last, &points);
    if reason.chars().count() >= 3 {
        values.insert(Slot::DeviationReason, reason);
    }
    for (points, slot) in [(worth, Slot::Weight), (own, Slot::Score)] {
        if let Some(points) = points {
            values.insert(slot, points.normalize().to_string());
        }
    }
    Some(values)
}

/// What was aimed at and what answers it. With its points told, a number before what was reached is the aim even where no
/// word says so.
fn pair(numbers: &[Told], has_points: bool) -> Option<(&Told, &Told)> {
    let of = |part: Part| numbers.iter().filter(move |number| number.part == part);
    let answers = |aim: &Told, part: Part| of(part).find(|number| number.unit == aim.unit && number.range != aim.range);
    let answered = |aim: &&Told| {
        answers(aim, Part::Reached)
            .or_else(|| answers(aim, Part::Unsaid))
            .is_some()
    };
    let mut aims = of(Part::Aim);
    // 目标12月底前不低于95%: the day is when.
    let mut held = of(Part::Aim).filter(answered);
    let aim = match (aims.next(), aims.next()) {
        (Some(aim), None) => aim,
        (Some(_), Some(_)) => held.next().filter(|_| held.next().is_none())?,
        (None, _) if has_points => {
            let reached = of(Part::Reached).next()?;
            of(Part::Unsaid).find(|number| number.unit == reached.unit && number.range.end <= reached.range.start)?
        }
        _ => return None,
    };
    Some((aim, answers(aim, Part::Reached).or_else(|| answers(aim, Part::Unsaid))?))
}

/// 执行率指标满分10分，按比例得9.4分: the points of the execution rate, which is said beside them or before.
fn execution(said: &str, before: &str) -> Option<BTreeMap<Slot, String>> {
    let named = said.contains("执行率");
    let numbers = numbers(said);
    let points = |part: Part| {
        let number = numbers
            .iter()
            .find(|number| number.part == part && number.unit == "分")?;
        Some(said[number.range.clone()].trim_end_matches('分').to_owned())
    };
    let (weight, score) = (points(Part::Weight)?, points(Part::Score)?);
    let rate = |said: &str| {
        let after = said.rfind("执行率").map(|at| at + "执行率".len())?;
        let own = super::told_numbers::numbers(&said[after..]);
        let percent = own.into_iter().find(|number| number.unit == "%")?;
        Some(said[after..][percent.range].to_owned())
    };
    let rate = rate(said).or_else(|| rate(before)).filter(|_| named)?;
    let values = [
        (Slot::FirstLevel, "预算执行率".to_owned()),
        (Slot::IndicatorName, "预算执行率".to_owned()),
        (Slot::Weight, weight),
        (Slot::Score, score),
        (Slot::Actual, rate),
    ];
    Some(values.into_iter().collect())
}
