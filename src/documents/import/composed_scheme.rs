//! Which scheme a draft from another report gets, and what of it the report says otherwise.

use crate::documents::pack;
use crate::domain::field::{Field, GroupField, List, PartField};
use crate::domain::row::{Id, Row};
use crate::domain::scheme::{Part, PartRule, ReportKind, Scheme};

use super::compose::{Making, text};
use super::recognised::{Slot, Value};

/// The built-in scheme that has most of the parts by their names; the first one for want of any.
pub(super) fn scheme(rows: &[Vec<Value>]) -> Scheme {
    let is_project = rows
        .iter()
        .any(|row| text(row, Slot::Kind).is_some_and(|kind| kind.contains("项目")));
    let kind = if is_project {
        ReportKind::Project
    } else {
        ReportKind::Department
    };
    let names: Vec<&str> = rows.iter().filter_map(|row| text(row, Slot::PartName)).collect();
    let levels = rows.iter().filter_map(|row| text(row, Slot::FirstLevel));
    let wanted: Vec<&str> = names.iter().copied().chain(levels).collect();
    let fits = |scheme: &Scheme| {
        scheme
            .parts
            .iter()
            .filter(|part| wanted.iter().any(|name| same(name, &part.name)))
            .count()
    };
    let all: Vec<Scheme> = pack::built_in()
        .into_iter()
        .filter(|scheme| scheme.kind == kind)
        .collect();
    let most = all.iter().map(fits).max().unwrap_or_default();
    // Parts that no scheme of ours has make one of their own.
    if most == 0 && !names.is_empty() {
        let blank = all
            .iter()
            .rfind(|scheme| scheme.indicators.is_empty())
            .cloned()
            .unwrap_or_default();
        return Scheme {
            name: "去年报告的方案".into(),
            reference: true,
            parts: Vec::new(),
            ..blank
        };
    }
    let mut scheme = all.into_iter().find(|scheme| fits(scheme) == most).unwrap_or_default();
    // Last year's indicators are here; those that the scheme brings along would stand beside them.
    if rows.iter().any(|row| text(row, Slot::IndicatorName).is_some()) {
        scheme.indicators.clear();
    }
    scheme
}

fn same(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.trim().trim_end_matches("指标").to_owned();
    !bare(one).is_empty() && bare(one) == bare(other)
}

impl Making {
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
            let ids = &mut self.draft.next_id;
            let progress = ["进度", "执行"].iter().any(|word| name.contains(word));
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
