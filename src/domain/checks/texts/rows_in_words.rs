//! D1 正文与指标、项目不符: a number that a text says of an indicator or a project by its name, against what is typed
//! there.

use std::collections::BTreeMap;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, MeasureField};
use crate::domain::facts::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::printed::{Kind, Printed};
use crate::domain::facts::relation::Relation;
use crate::domain::prose::words::WordList;
use crate::domain::references::figure_context::{is_of_another_time, paragraph};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::values::input::Value;
use crate::domain::values::shared::Shared;

use super::reading::Reading;

/// What is typed of the rows of a draft, by the words that prose calls them by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    rows: BTreeMap<String, Vec<Typed>>,
}

/// What a row says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed {
    /// What the sentence calls it.
    label: String,
    /// Where the number stands that a text should agree with.
    field: Field,
    /// That number.
    actual: Printed,
    /// As it is shown.
    shown: String,
    /// What a text may say as well: the target.
    others: Vec<Printed>,
}

/// What was found in each text, to be taken over while text and rows stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsInWords {
    index: Shared<Index>,
    year: Option<u16>,
    found: Vec<(Shared<Reading>, Vec<Finding>)>,
}

impl RowsInWords {
    /// Holds the texts of a draft against its rows, anew only where a text or the rows are others than before.
    pub fn of(
        draft: &Draft,
        readings: &[Shared<Reading>],
        before: Option<(&Draft, &Shared<RowsInWords>)>,
    ) -> Shared<RowsInWords> {
        let year = draft.basics.year.value().map(|year| year.get());
        let kept = before
            .filter(|(earlier, _)| has_same_rows(earlier, draft))
            .map(|(_, kept)| kept);
        let index = kept.map_or_else(|| Shared::new(Index::of(draft)), |kept| kept.index.clone());
        let kept = kept.filter(|kept| kept.year == year);
        let known = |reading: &Shared<Reading>| {
            let kept = kept?.found.iter().find(|(known, _)| known.is_same(reading))?;
            Some(kept.1.clone())
        };
        let found: Vec<_> = readings
            .iter()
            .map(|reading| {
                let findings = known(reading).unwrap_or_else(|| index.check(reading, draft));
                (reading.clone(), findings)
            })
            .collect();
        Shared::new(RowsInWords { index, year, found })
    }

    /// What was found in all texts.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter().flat_map(|(_, findings)| findings)
    }
}

/// Whether two drafts have the same indicators and projects.
fn has_same_rows(earlier: &Draft, draft: &Draft) -> bool {
    let mut rows = earlier.indicators.iter().zip(&draft.indicators);
    earlier.indicators.len() == draft.indicators.len()
        && rows.all(|(one, other)| one.is_same(other))
        && earlier.projects.rows == draft.projects.rows
}

/// Words at the head of a name or of what a text calls it that only say that something was done.
const DOING: WordList = WordList::of(&[
    "完成",
    "实现",
    "开展",
    "组织",
    "举办",
    "实际",
    "全年",
    "年末",
    "年底",
    "累计",
    "共",
    "已",
    "全县",
    "全市",
    "全区",
    "全镇",
    "全街",
    "本年",
    "当年",
    "年度",
    "今年",
    "其中",
    "目前",
    "截至年底",
    "经测算",
    "经调查",
    "达到",
    "使",
    "辖区",
    "我局",
    "我县",
    "我区",
    "我市",
    "我镇",
]);

/// Ends of names of indicators that prose leaves out.
const ENDS: WordList = WordList::of(&["数量", "个数", "次数", "人数", "户数", "数", "情况", "总数", "完成数"]);

/// A shorter name may be that of anything.
const SHORTEST: usize = 4;

/// What prose would call a row: without what says that something was done, and without 数量 at the end.
fn stem(name: &str) -> Option<String> {
    let plain: String = name
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '"'))
        .collect();
    let mut stem = plain.as_str();
    while let Some(word) = DOING.beginning(stem) {
        stem = &stem[word.len()..];
    }
    if let Some(word) = ENDS.ending(stem) {
        stem = &stem[..stem.len() - word.len()];
    }
    let is_long = stem.chars().count() >= SHORTEST && !stem.contains(|c: char| c.is_ascii_digit());
    is_long.then(|| stem.to_owned())
}

impl Index {
    fn of(draft: &Draft) -> Self {
        let mut index = Index::default();
        for row in &draft.indicators {
            index.add_indicator(row);
        }
        for row in &draft.projects.rows {
            let (Some(stem), Some(amount)) = (stem(&row.name), row.amount.value()) else {
                continue;
            };
            let typed = Typed {
                label: format!("项目“{}”的金额", row.name.trim()),
                field: Field::ProjectAmount(row.id),
                actual: Printed::of(Kind::Money, amount.decimal()),
                shown: format!("{} 万元", amount.shown()),
                others: Vec::new(),
            };
            index.rows.entry(stem).or_default().push(typed);
        }
        index
    }

    fn add_indicator(&mut self, row: &Indicator) {
        if row.nature != IndicatorNature::Quantitative {
            return;
        }
        let Some(stem) = stem(&row.name) else { return };
        for measure in &row.measures {
            let unit = measure.unit.trim();
            let printed = |value| Printed::read(&format!("{value}{}", if unit == "％" { "%" } else { unit }));
            let Some(actual) = measure.actual.value().and_then(|value| printed(value.written())) else {
                continue;
            };
            let others = [&measure.target, &measure.upper];
            let others = others.iter().filter_map(|entry| printed(entry.value()?.written()));
            let of = measure.name.trim();
            let of = if of.is_empty() || row.measures.len() < 2 {
                String::new()
            } else {
                format!("（{of}）")
            };
            self.rows.entry(stem.clone()).or_default().push(Typed {
                label: format!("指标“{}”{of}的实际完成值", row.name.trim()),
                field: Field::Measure(row.id, measure.id, MeasureField::Actual),
                shown: measure.in_unit(&measure.actual.value().map(Value::written).unwrap_or_default()),
                actual,
                others: others.collect(),
            });
        }
    }

    /// What is typed of what a text calls so: the longest name that it ends with, with nothing but neutral words before.
    fn named(&self, said: &str) -> Option<&[Typed]> {
        let mut rest = said;
        loop {
            let stem = ENDS.ending(rest).map_or(rest, |word| &rest[..rest.len() - word.len()]);
            if let Some(rows) = self.rows.get(rest).or_else(|| self.rows.get(stem)) {
                return Some(rows);
            }
            rest = &rest[DOING.beginning(rest)?.len()..];
        }
    }

    /// Finds D1 of one text.
    fn check(&self, reading: &Reading, draft: &Draft) -> Vec<Finding> {
        let aims = matches!(
            reading.field,
            Field::OverallObjective | Field::ObjectiveText(_) | Field::Improvement(_) | Field::ProjectTask(_)
        );
        if self.rows.is_empty() || aims {
            return Vec::new();
        }
        let parts = |id: usize| {
            reading.ledger.relations.iter().any(|relation| match relation {
                Relation::Sum { parts, .. } => parts.contains(&id),
                _ => false,
            })
        };
        let mut found = Vec::new();
        for (id, fact) in reading.ledger.facts.iter().enumerate() {
            let (Subject::Named(name), Place::Text(_, range)) = (&fact.of, &fact.at) else {
                continue;
            };
            let Some(rows) = self.named(name) else { continue };
            let alike: Vec<&Typed> = rows.iter().filter(|row| row.actual.kind == fact.number.kind).collect();
            let agrees = |row: &&Typed| {
                agrees(&fact.number, &row.actual) || row.others.iter().any(|other| agrees(&fact.number, other))
            };
            let Some(row) = alike.first().filter(|_| states(fact) && !alike.iter().any(agrees)) else {
                continue;
            };
            if parts(id) || is_of_another_time(paragraph(&reading.text, range.start), draft) {
                continue;
            }
            found.push(self.tell(reading, fact, range, row));
        }
        found
    }

    fn tell(&self, reading: &Reading, fact: &Fact, range: &std::ops::Range<usize>, row: &Typed) -> Finding {
        let said = reading.text.get(range.clone()).unwrap_or_default();
        let name = match &fact.of {
            Subject::Named(name) => name.as_str(),
            Subject::Office => "",
        };
        let mut mended = reading.text.clone();
        mended.replace_range(range.clone(), &row.shown.replace(' ', ""));
        Finding::new(
            Code::D1,
            reading.field,
            format!("正文写“{name}”是 {said}，{}是 {}。", row.label, row.shown),
            "核对哪个对，两处写一样的数；说的不是一回事的，写清时间或范围。",
        )
        .resting_on(vec![row.field])
        .with_fix(format!("改为 {}", row.shown), Edit::Set(reading.field, mended))
    }
}

/// Whether a fact says what was reached in the report's year.
fn states(fact: &Fact) -> bool {
    let plain = matches!(
        fact.what,
        Measure::Plain | Measure::Actual | Measure::Executed | Measure::Rate(_) | Measure::Adjusted
    );
    plain && !matches!(fact.when, Period::Last | Period::Planned | Period::Part)
}

/// Whether a text says a typed number, as far as it is rounded.
fn agrees(said: &Printed, typed: &Printed) -> bool {
    match (said.interval(), typed.interval_beside(0)) {
        (Some(said), Some(typed)) => said.meets(typed),
        _ => true,
    }
}
