//! Which scheme a draft from another report gets, and what of it the report says otherwise.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::documents::project_file::pack;
use crate::domain::draft::field::{Field, GroupField, List, PartField};
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::scheme::indicator::AS_PRINTED;
use crate::domain::scheme::part::{Part, PartRule};
use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::scheme::table_form::TableForm;
use crate::domain::values::input::{Entry, Input as _, Value as _};
use crate::domain::values::points::Points;
use crate::domain::values::row::{Id, Row};

use super::form::form;
use super::kept::Kept;
use super::making::{Making, text};
use crate::documents::import::recognised::{Slot, Value};

/// The built-in scheme that has all parts that the report names, or where it names none, all first levels of its
/// indicators. Where no scheme has them the report keeps its own: half a foreign scheme would be worse than none.
pub(super) fn scheme(rows: &[Vec<Value>], narrative: &[Kept]) -> Scheme {
    let is_project = rows
        .iter()
        .any(|row| text(row, Slot::Kind).is_some_and(|kind| kind.contains("项目")));
    let kind = if is_project {
        ReportKind::Project
    } else {
        ReportKind::Department
    };
    let parts: Vec<(&str, Option<Points>)> = rows.iter().filter_map(|row| stated_part(row)).collect();
    let levels: BTreeSet<&str> = rows.iter().filter_map(|row| text(row, Slot::FirstLevel)).collect();
    let all: Vec<Scheme> = pack::built_in()
        .into_iter()
        .filter(|scheme| scheme.kind == kind)
        .collect();
    let known = |scheme: &Scheme| levels.iter().filter(|level| has_level(scheme, level)).count();
    // A report that names no part and no level says nothing of its scheme.
    let is_told = !parts.is_empty() || !levels.is_empty();
    let fitting = all
        .iter()
        .filter(|scheme| is_told && fits(scheme, &parts) && (!parts.is_empty() || known(scheme) == levels.len()))
        .filter(|scheme| !scheme.reference || !parts.is_empty() || weighs_alike(scheme, rows));
    // Among equals the first of the list.
    let Some(mut scheme) = fitting.rev().max_by_key(|scheme| known(scheme)).cloned() else {
        let blank = all.iter().rfind(|scheme| scheme.indicators.is_empty()).cloned();
        let blank = blank.unwrap_or_default();
        return Scheme {
            table_form: form(kind, rows, narrative),
            ..own(blank, !parts.is_empty(), rows)
        };
    };
    // A place's own form stays. Where a scheme says none, that of the report is known better.
    if scheme.table_form == TableForm::default() {
        scheme.table_form = form(kind, rows, narrative);
    }
    // Last year's indicators are here; those that the scheme brings along would stand beside them.
    if rows.iter().any(|row| text(row, Slot::IndicatorName).is_some()) {
        scheme.indicators.clear();
    }
    scheme
}

/// A scheme of the report's own: of the parts that it names, which come later, or of its indicators and, where
/// their weights leave something of a hundred, the execution rate.
fn own(blank: Scheme, is_named: bool, rows: &[Vec<Value>]) -> Scheme {
    let weights = rows.iter().filter_map(|row| text(row, Slot::Weight));
    let weights: Points = weights.filter_map(|weight| Points::read(weight).ok()).sum();
    let rest = FULL.less(weights);
    let weighed = |mut part: Part| {
        let own = match part.rule {
            PartRule::IndicatorSum => weights,
            _ => rest,
        };
        part.weight = Entry::read(&own.printed());
        (own > Points::ZERO).then_some(part)
    };
    let has_rows = rows.iter().any(|row| text(row, Slot::IndicatorName).is_some());
    let parts = match is_named || !has_rows {
        true => Vec::new(),
        false if rest < Points::ZERO => blank.parts,
        // Nothing is weighed: nothing is known of what the execution rate would count.
        false if weights == Points::ZERO => {
            let of_indicators = |part: &Part| part.rule == PartRule::IndicatorSum;
            blank
                .parts
                .into_iter()
                .filter(of_indicators)
                .map(|part| Part {
                    weight: Entry::Blank,
                    ..part
                })
                .collect()
        }
        false => blank.parts.into_iter().filter_map(weighed).collect(),
    };
    Scheme {
        name: "去年报告的方案".into(),
        reference: true,
        parts,
        ..blank
    }
}

/// 100 分.
const FULL: Points = Points::new_const(Decimal::ONE_HUNDRED);

fn has_level(scheme: &Scheme, level: &str) -> bool {
    let is_in = |part: &Part| part.groups.iter().any(|group| same(&group.name, level));
    scheme.parts.iter().any(|part| same(&part.name, level) || is_in(part))
}

fn stated_part(row: &[Value]) -> Option<(&str, Option<Points>)> {
    let weight = text(row, Slot::PartWeight).and_then(|weight| Points::read(weight).ok());
    Some((text(row, Slot::PartName)?, weight))
}

/// Whether a scheme has all parts that a report names, none beside them where their weights are already the
/// whole, and no weights of second levels that sum to something else than the report gives the part.
fn fits(scheme: &Scheme, stated: &[(&str, Option<Points>)]) -> bool {
    let has = |(name, weight): &(&str, Option<Points>)| {
        let part = scheme.parts.iter().find(|part| same(&part.name, name));
        part.is_some_and(|part| {
            let is_split = part.groups.iter().any(|group| group.weight.value().is_some());
            !is_split || weight.is_none() || part.weight.value() == weight.as_ref()
        })
    };
    let sum = stated.iter().map(|(_, weight)| *weight).sum::<Option<Points>>();
    let is_whole = sum.is_some() && sum == scheme.full_points();
    stated.iter().all(has) && (!is_whole || stated.len() == scheme.parts.len())
}

/// Whether the indicators of each first level weigh as much as the scheme gives it. A scheme that no published
/// rule confirms is not taken for a report that weighs otherwise.
fn weighs_alike(scheme: &Scheme, rows: &[Vec<Value>]) -> bool {
    scheme.indicator_parts().all(|part| {
        let own = |row: &&Vec<Value>| text(row, Slot::FirstLevel).is_some_and(|level| same(&part.name, level));
        let weights = rows.iter().filter(own).filter_map(|row| text(row, Slot::Weight));
        let sum: Points = weights.filter_map(|weight| Points::read(weight).ok()).sum();
        part.weight.value() == Some(&sum)
    })
}

fn same(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        // 项目管理 counts in the part that the text calls 管理.
        let name = name.trim().trim_start_matches("项目").trim_end_matches("指标");
        name.trim_end_matches("情况").trim_end_matches('率').to_owned()
    };
    !bare(one).is_empty() && bare(one) == bare(other)
}

impl Making {
    /// The part that is scored by the execution rate, where a first level of indicators is that, or the row itself.
    pub(super) fn progress_part(&self, first: Option<&str>, values: &[Value]) -> Option<Id> {
        let Some(first) = first else {
            return self.part_of_row(values, PartRule::Progress);
        };
        let mut parts = self.draft.scheme.parts.iter();
        let part = parts.find(|part| part.rule == PartRule::Progress && same(&part.name, first))?;
        self.is_alone(first).then_some(part.id)
    }

    /// The score of a part as far as it is known already.
    pub(super) fn part_score(&self, part: Id) -> Option<Points> {
        let evaluation = evaluate(&self.draft);
        let mut parts = self.draft.scheme.parts.iter().zip(&evaluation.parts);
        let (_, result) = parts.find(|(own, _)| own.id == part)?;
        result.score.ok()
    }

    /// Lets a part be scored by its indicators.
    pub(super) fn score_by_indicators(&mut self, part: Id) {
        let parts = &mut self.draft.scheme.make_mut().parts;
        if let Some(part) = parts.iter_mut().find(|own| own.id == part) {
            part.rule = PartRule::IndicatorSum;
        }
    }

    /// Whether a level has one indicator at most.
    fn is_alone(&self, level: &str) -> bool {
        self.levels.iter().filter(|other| same(other, level)).nth(1).is_none()
    }

    /// Parts that neither the scheme nor the report gives a weight get that of their indicators.
    pub(super) fn weigh_parts(&mut self) {
        let scheme = &self.draft.scheme;
        let open = scheme
            .parts
            .iter()
            .filter(|part| part.rule == PartRule::IndicatorSum && part.weight.is_blank());
        let weights: Vec<(Id, Points)> = open
            .map(|part| {
                let own = self.draft.indicators.iter().filter(|row| {
                    let home = scheme.home(row.place);
                    home.is_some_and(|(home, _)| home.id == part.id)
                });
                (part.id, own.filter_map(|row| row.weight.value().copied()).sum())
            })
            .collect();
        for (part, weight) in weights.into_iter().filter(|(_, weight)| *weight > Points::ZERO) {
            self.set(Field::Part(part, PartField::Weight), &weight.printed());
        }
    }

    /// A form of a project prints the points of its indicators: where these and the execution rate make the whole, its
    /// parts have what it gives them, whatever the scheme gives.
    pub(super) fn weigh_as_printed(&mut self) {
        let scheme = &self.draft.scheme;
        let weights: Option<Points> = self
            .draft
            .indicators
            .iter()
            .map(|row| row.weight.value().copied())
            .sum();
        let Some(all) = weights.filter(|all| scheme.kind == ReportKind::Project && *all > Points::ZERO) else {
            return;
        };
        // More than the forms give to the execution rate: these are not all of the indicators. Where the rate has a row
        // of its own, its points are printed.
        let rest = self.progress_weight.unwrap_or_else(|| FULL.less(all));
        let most = Points::new_const(Decimal::from_parts(30, 0, 0, false, 0));
        let progress: Vec<Id> = scheme
            .parts
            .iter()
            .filter(|part| part.rule == PartRule::Progress)
            .map(|part| part.id)
            .collect();
        if rest < Points::ZERO || rest > most || progress.len() != 1 {
            return;
        }
        let own = |part: &Part| -> Points {
            let rows = self
                .draft
                .indicators
                .iter()
                .filter(|row| scheme.home(row.place).is_some_and(|(home, _)| home.id == part.id));
            rows.filter_map(|row| row.weight.value().copied()).sum()
        };
        let wanted: Vec<(Id, Points)> = scheme
            .parts
            .iter()
            .map(|part| {
                (
                    part.id,
                    if part.rule == PartRule::Progress {
                        rest
                    } else {
                        own(part)
                    },
                )
            })
            .collect();
        for (part, weight) in wanted {
            self.set(Field::Part(part, PartField::Weight), &weight.printed());
        }
        let parts = &mut self.draft.scheme.make_mut().parts;
        parts.retain(|part| part.weight.value().is_none_or(|weight| *weight > Points::ZERO));
    }

    /// The weight of a part; one that the scheme does not have is added.
    pub(super) fn part(&mut self, values: &[Value]) {
        let name = text(values, Slot::PartName).unwrap_or_default();
        let known = self
            .draft
            .scheme
            .parts
            .iter()
            .find(|part| same(&part.name, name))
            .map(|part| part.id);
        let part = known.unwrap_or_else(|| {
            let progress = ["进度", "执行"].iter().any(|word| name.contains(word)) && self.is_alone(name);
            let ids = &mut self.draft.next_id;
            let rule = if progress {
                PartRule::Progress
            } else {
                PartRule::IndicatorSum
            };
            let part = Part {
                name: name.to_owned(),
                rule,
                ..Part::blank(ids)
            };
            let id = part.id;
            self.draft.scheme.make_mut().parts.push(part);
            id
        });
        if let Some(weight) = text(values, Slot::PartWeight) {
            self.set(Field::Part(part, PartField::Weight), weight);
        }
        if let Some(score) = text(values, Slot::PartScore) {
            self.part_scored(part, score);
        }
    }

    /// The printed score of a part. 年度目标 is scored by its items where these are told, and by the printed points where
    /// they are not; what the indicators of a part give is seen when they are all there.
    fn part_scored(&mut self, part: Id, score: &str) {
        let mut parts = self.draft.scheme.parts.iter();
        match parts.find(|own| own.id == part).map(|own| own.rule) {
            Some(PartRule::ObjectiveShare) => {
                self.set(Field::ObjectiveScore, score);
                self.set(Field::ObjectiveReason, AS_PRINTED);
            }
            Some(PartRule::IndicatorSum) => self.part_scores.push((part, score.to_owned())),
            _ => {}
        }
    }

    /// The part by this rule that a row of the indicators is itself, with all its points: 年度目标 30 分, 得 29.5 分.
    fn part_of_row(&self, values: &[Value], rule: PartRule) -> Option<Id> {
        let name = text(values, Slot::IndicatorName)?;
        let weight = Points::read(text(values, Slot::Weight)?).ok()?;
        let mut parts = self.draft.scheme.parts.iter();
        let is_it = |part: &&Part| part.rule == rule && same(&part.name, name) && part.weight.value() == Some(&weight);
        parts.find(is_it).map(|part| part.id)
    }

    /// Takes a row that is the part 年度目标 itself; says whether it was.
    pub(super) fn is_goals(&mut self, values: &[Value]) -> bool {
        let part = self.part_of_row(values, PartRule::ObjectiveShare);
        let scored = part.zip(text(values, Slot::Score));
        scored.map(|(part, score)| self.part_scored(part, score)).is_some()
    }

    /// A part that a report scores without any indicator is one indicator of its own, so that its printed score counts.
    pub(super) fn score_bare_parts(&mut self) {
        for (part, score) in std::mem::take(&mut self.part_scores) {
            let scheme = &self.draft.scheme;
            let is_of = |place: Option<Id>| scheme.home(place).is_some_and(|(home, _)| home.id == part);
            let own = scheme.parts.iter().find(|own| own.id == part);
            let Some((name, weight)) = own.map(|own| (own.name.clone(), own.weight.text())) else {
                continue;
            };
            if !self.draft.indicators.iter().any(|row| is_of(row.place)) {
                let values = [
                    (Slot::FirstLevel, name.clone()),
                    (Slot::IndicatorName, name),
                    (Slot::Weight, weight),
                    (Slot::Score, score),
                ];
                self.indicator(&values.map(|(slot, text)| Value { slot, text }));
            }
        }
    }

    /// The part or the group that an indicator counts in. A second level that the part does not have
    /// becomes a group of it.
    pub(super) fn place(&mut self, first: Option<&str>, second: Option<&str>) -> Option<Id> {
        let parts = &self.draft.scheme.parts;
        let named = parts
            .iter()
            .position(|part| first.is_some_and(|first| same(first, &part.name)));
        let at = named.or_else(|| parts.iter().position(|part| part.rule == PartRule::IndicatorSum))?;
        let wanted = second
            .or(first.filter(|_| named.is_none()))
            .filter(|name| !name.is_empty());
        let Some(wanted) = wanted else {
            return Some(parts[at].id);
        };
        if let Some(group) = parts[at].groups.iter().find(|group| same(&group.name, wanted)) {
            return Some(group.id);
        }
        let part = parts[at].id;
        let group = self.add(List::Groups(part));
        self.set(Field::Group(part, group, GroupField::Name), wanted);
        Some(group)
    }
}
