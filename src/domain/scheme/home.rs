//! 所属: which part and which group of a scheme an indicator counts in, also after the scheme has changed.

use crate::domain::values::row::{Id, NextId, Row};

use super::part::{Group, Part};
use super::scheme::Scheme;

impl Scheme {
    /// The part, and the group in it, that an indicator with this place counts in. Without a place, or
    /// with one that this scheme does not have, it counts in the first part for indicators.
    pub fn home(&self, place: Option<Id>) -> Option<(&Part, Option<&Group>)> {
        let named = place.and_then(|place| {
            self.indicator_parts().find_map(|part| {
                if part.id == place {
                    return Some((part, None));
                }
                let group = part.groups.iter().find(|group| group.id == place)?;
                Some((part, Some(group)))
            })
        });
        named.or_else(|| Some((self.indicator_part()?, None)))
    }

    /// 所属 in words: 产出指标：数量指标; the part alone where it has no groups; empty where there is no such place.
    pub fn place_name(&self, place: Id) -> String {
        let found = self.indicator_parts().find_map(|part| {
            let group = part.groups.iter().find(|group| group.id == place);
            (part.id == place || group.is_some()).then_some((part, group))
        });
        match found {
            Some((part, Some(group))) => format!("{}：{}", part.first_level(Some(group)), group.name),
            Some((part, None)) => part.name.clone(),
            None => String::new(),
        }
    }

    /// The place that these words name: as `place_name` says it, or by the group's name alone where one has it.
    pub fn place_named(&self, words: &str) -> Option<Id> {
        let mut places = self
            .indicator_parts()
            .flat_map(|part| std::iter::once(part.id).chain(part.groups.iter().map(|group| group.id)));
        let whole = places.find(|id| self.place_name(*id) == words);
        let mut groups = self.indicator_parts().flat_map(|part| &part.groups);
        let mut named = groups.by_ref().filter(|group| group.name.trim() == words);
        let own = named.next().filter(|_| named.next().is_none());
        whole.or(own.map(|group| group.id))
    }

    /// Gives every row fresh identities and keeps the scheme's own indicators in their places.
    pub fn renumber(&mut self, ids: &mut NextId) {
        let before = self.clone();
        self.parts.iter_mut().for_each(|part| part.renumber(ids));
        self.outline.iter_mut().for_each(|section| section.renumber(ids));
        let mut indicators = std::mem::take(&mut self.indicators);
        for indicator in &mut indicators {
            indicator.renumber(ids);
            indicator.place = self.same_place(&before, indicator.place);
        }
        self.indicators = indicators;
    }

    /// The place here that stands where `place` stood in a scheme of the same build.
    pub fn same_place(&self, before: &Scheme, place: Option<Id>) -> Option<Id> {
        let place = place?;
        self.parts.iter().zip(&before.parts).find_map(|(part, old)| {
            if old.id == place {
                return Some(part.id);
            }
            let mut groups = part.groups.iter().zip(&old.groups);
            groups.find(|(_, old)| old.id == place).map(|(group, _)| group.id)
        })
    }

    /// The place here with the names that `place` has in another scheme: same group, or else same part.
    pub fn place_like(&self, other: &Scheme, place: Option<Id>) -> Option<Id> {
        let (part, group) = other.home(place)?;
        let mut parts = self.indicator_parts();
        let named_group = |mine: &Part| {
            let name = group.map(|group| group.name.trim())?;
            mine.groups
                .iter()
                .find(|mine| mine.name.trim() == name)
                .map(|mine| mine.id)
        };
        let same = self.indicator_parts().find(|mine| mine.name.trim() == part.name.trim());
        let in_same = same.map(|mine| named_group(mine).unwrap_or(mine.id));
        in_same.or_else(|| parts.find_map(named_group))
    }
}
