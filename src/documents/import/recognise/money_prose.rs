//! Money that sentences tell: the amounts whose words name a column, all others beside them, and the printed rates.

use std::ops::Range;

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::marks::mark;
use crate::documents::import::text::money_words::{Label, label};
use crate::domain::draft::budget::Column;
use crate::domain::prose::found::What;
use crate::domain::prose::quantity::quantities;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::prose::year::years;
use crate::domain::scheme::outline::Content;
use crate::domain::values::amount::Amount;
use crate::domain::vocabulary::money::{EXECUTION_RATES, Money, OTHER_RATES, is_share_of_budget, is_told_as};

use super::amounts::{FoundAmount, PrintedRate, bare_amounts, typed, unit_of_words};
use super::text::{Text, sentences};
use super::title::{is_of_project, title};

/// What the sentences tell.
pub(super) struct Prose<'t> {
    /// The amounts of which the words name the column.
    pub(super) readings: Vec<FoundAmount>,
    /// All amounts of the report's year, in their order.
    pub(super) told: Vec<Told<'t>>,
    /// The printed rates.
    pub(super) rates: Vec<PrintedRate>,
}

/// An amount of a sentence and the words that lead to it.
pub(super) struct Told<'t> {
    pub(super) amount: Amount,
    pub(super) text: String,
    pub(super) source: Source,
    /// The words between the amount before it and itself.
    pub(super) words: &'t str,
    /// The sentence up to the amount.
    pub(super) said: &'t str,
    pub(super) label: Label,
    /// The column of the amounts before it, where nothing says what it is one of.
    pub(super) open: Option<Column>,
}

/// Reads the sentences about the report's year. A column named once holds until another is named or the sentence ends,
/// and through a next one that begins with 其中.
pub(super) fn in_prose<'t>(text: &Text<'t>, year: Option<&str>) -> Prose<'t> {
    let mut prose = Prose {
        readings: Vec::new(),
        told: Vec::new(),
        rates: Vec::new(),
    };
    let unit = unit_of_words(text);
    let is_project = is_of_project(text) || title(text).is_some_and(|own| own.words.contains("项目"));
    for (place, paragraph) in text.paragraphs() {
        let at_home = matches!(text.home(place), Some(Content::Money));
        let mut column = None;
        for sentence in sentences(paragraph) {
            let said = &paragraph[sentence.clone()];
            if is_of_another(said, year) {
                column = None;
                continue;
            }
            let amounts = amounts(said, unit);
            let groups: Vec<(usize, bool)> = stops::ranges(said, Mark::Group)
                .map(|group| {
                    let at = amounts.partition_point(|(range, ..)| range.start < group.start);
                    let first = amounts
                        .get(at)
                        .map_or(group.end, |(range, ..)| range.start.min(group.end));
                    (group.start, is_of_one(&said[group.start..first], is_project))
                })
                .collect();
            let of_one = |at: usize| {
                let own = groups.partition_point(|(start, _)| *start <= at).checked_sub(1);
                own.is_some_and(|own| groups[own].1)
            };
            if said.contains(['%', '％']) {
                rates(
                    said,
                    &of_one,
                    Source::text(place, sentence.clone()),
                    at_home,
                    &mut prose.rates,
                );
            }
            column = column.filter(|_| said.trim_start().starts_with("其中"));
            let mut from = 0;
            for (range, amount, typed) in amounts {
                let words = said.get(from..range.start).unwrap_or_default();
                from = range.end;
                let label = label(words);
                // 年终决算1,782.00万元 behind 年初预算: what is told of another column ends the one before.
                let is_whole = label.source.is_none() && label.nature.is_none();
                let is_other = is_whole && column != Some(Column::Executed);
                let is_ended = is_other && is_told_as(words, Money::Executed);
                column = label.column.or(column.filter(|_| !is_ended));
                let own = column.filter(|_| !label.is_else);
                let slot = own.and_then(|column| match (label.nature, label.source, label.column) {
                    // 财政拨款项目支出 is a part of both.
                    (Some(_), Some(_), _) => None,
                    (Some(nature), None, _) => Some(Slot::Nature(nature, column)),
                    (None, Some(source), _) => Some(Slot::Money(Some(source), column)),
                    (None, None, Some(_)) => Some(Slot::Money(None, column)),
                    // An amount of which the words say nothing is none of ours.
                    (None, None, None) => None,
                });
                let is_unsaid = label.nature.is_none() && label.source.is_none() && label.column.is_none();
                let source = Source::text(place, sentence.start + range.start..sentence.start + range.end);
                prose.told.push(Told {
                    amount,
                    text: typed.clone(),
                    source: source.clone(),
                    words,
                    said: &said[..range.start],
                    label,
                    open: own.filter(|_| is_unsaid),
                });
                prose
                    .readings
                    .extend(slot.filter(|_| !of_one(range.start)).map(|slot| FoundAmount {
                        slot,
                        text: typed,
                        amount,
                        source,
                        others: Vec::new(),
                        at_home,
                        is_named: label.column.is_some() || label.source.is_some(),
                        is_vague: label.is_vague,
                        doubt: None,
                    }));
            }
        }
    }
    prose
}

/// The amounts of a sentence, with their places and as one would type them. Without a unit they are read in the one
/// that the text states for all of them.
fn amounts(said: &str, unit: Option<&str>) -> Vec<(Range<usize>, Amount, String)> {
    let money = quantities(said).into_iter().filter_map(|found| match found.what {
        What::Money(amount) => Some((found.range.clone(), amount, typed(&said[found.range]))),
        _ => None,
    });
    let found: Vec<_> = if said.contains('元') {
        money.collect()
    } else {
        Vec::new()
    };
    match unit.filter(|_| found.is_empty()) {
        Some(unit) => bare_amounts(said, unit),
        None => found,
    }
}

/// Whether a sentence begins with another year than that of the report. 比2022年提高 compares and speaks of this one.
fn is_of_another(said: &str, year: Option<&str>) -> bool {
    let first = stops::first(said, Mark::Clause);
    let years = years(first);
    let compares = |range: &Range<usize>| first[..range.start].ends_with(['比', '较', '与', '对']);
    let mut own = years.iter().filter(|year| !compares(&year.range)).peekable();
    year.and_then(|year| year.parse().ok())
        .is_some_and(|year: u16| own.peek().is_some() && own.all(|other| other.year != year))
}

/// Whether words begin with a project, a work, 三公经费 or what stands below the office, whose money they tell: 省运会备战项目预算
/// 280万元，支出268.80万元. In a text about one project, that one is the whole.
fn is_of_one(said: &str, is_project: bool) -> bool {
    const BELOW: WordList = WordList::of(&["局属", "所属", "下属", "二级单位"]);
    const OFFICE_ALONE: WordList = WordList::of(&["局机关", "委机关", "机关本级"]);
    let mut clauses = stops::pieces(said, Mark::Clause);
    let lead = clauses.next().unwrap_or_default();
    // 2023年，某项目, 项目资金方面：某项目.
    let is_lead = lead.ends_with(['年', '度']) || said[lead.len()..].starts_with(['：', ':']);
    let next = clauses.next().filter(|_| is_lead).unwrap_or_default();
    [lead, next].into_iter().any(|first| {
        let is_below = BELOW.any_in(first) || OFFICE_ALONE.beginning(first.trim_start()).is_some();
        is_below || first.contains("三公") || !is_project && names_one(first)
    })
}

/// Whether a clause names a project or a work by itself.
fn names_one(first: &str) -> bool {
    let is_named = |word: &str| {
        let Some(at) = first.find(word) else { return false };
        let behind = &first[at + word.len()..];
        let before = stops::last(&first[..at], Mark::Item);
        let before = mark(before).map_or(before, |mark| &before[mark.length..]);
        let is_quoted = before.ends_with('”') || behind.starts_with('”');
        let is_verb = ["安排", "实施", "下达", "追加", "批复", "预算", "支出", "年初"]
            .iter()
            .any(|verb| before.contains(verb));
        let is_kind = ["支出", "资金", "经费", "类"]
            .iter()
            .any(|kind| behind.starts_with(kind));
        // 重点项目, 各类项目 are many.
        let is_many = ["重点", "各类", "部门", "其他", "本级", "上级", "全部", "全年", "等"]
            .iter()
            .any(|word| before.ends_with(word));
        is_quoted || before.chars().count() >= 2 && !is_many && !is_verb && !is_kind
    };
    ["项目", "工程", "课题"].iter().any(|word| is_named(word))
}

/// The printed rates of a sentence: a percent soon after the word. 资金使用率97% and 占调整后预算的97% say it less plainly.
fn rates(said: &str, of_one: &dyn Fn(usize) -> bool, sentence: Source, at_home: bool, found: &mut Vec<PrintedRate>) {
    let start = sentence.range.start;
    for quantity in quantities(said) {
        let What::Percent(rate) = quantity.what else { continue };
        if of_one(quantity.range.start) {
            continue;
        }
        let before = &said[..quantity.range.start];
        let clause = stops::last(before.trim_end_matches(['：', ':']), Mark::Item);
        const PARTS: [&str; 6] = ["基本支出", "项目支出", "基金", "一般公共", "拨款", "项目"];
        let is_of_part = |clause: &str| PARTS.iter().any(|word| clause.contains(word));
        let is_named = EXECUTION_RATES.any_in(clause);
        let is_meant = is_named || OTHER_RATES.any_in(clause) || is_share_of_budget(clause);
        if !is_meant || is_named && is_of_part(clause) {
            continue;
        }
        let before = before
            .trim_end_matches(['：', ':'])
            .strip_suffix(clause)
            .unwrap_or_default();
        let last = stops::last(before.trim_end_matches(['，', ',']), Mark::Item);
        found.push(PrintedRate {
            rate,
            text: said[quantity.range.clone()].to_owned(),
            source: Source::text(
                sentence.passage,
                start + quantity.range.start..start + quantity.range.end,
            ),
            at_home: at_home || clause.contains("总体") || clause.contains("整体"),
            may_be_of_part: is_of_part(last),
            is_named,
        });
    }
}
