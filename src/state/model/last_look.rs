//! 上次查看: what the page 检查 listed when it was last opened, and what has been worked off since.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents::archive::checksum::sha256;
use crate::domain::checks::finding::finding::{Finding, FindingId};
use crate::domain::checks::findings::Findings;
use crate::domain::values::input::Choice;

/// A longer list is not kept: it would take room from drafts.
const LONGEST: usize = 40_000;

/// What was listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastLook(Vec<Seen>);

/// One finding as it was listed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    /// Code and field.
    place: String,
    /// A digest of its sentence.
    sentence: String,
}

impl Seen {
    fn of(finding: &Finding) -> Seen {
        let digest = sha256(&[&finding.message]);
        Seen {
            place: format!("{} {}", finding.code.code(), finding.field.key()),
            sentence: digest.chars().take(12).collect(),
        }
    }
}

/// What has changed since the last look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many there were.
    pub before: usize,
    /// How many of those are gone.
    pub mended: usize,
    /// How many of those were set aside.
    pub set_aside: usize,
    /// Those that were not there. One whose figures only changed was.
    pub fresh: BTreeSet<FindingId>,
}

impl LastLook {
    /// What is listed now.
    pub fn of(findings: &Findings) -> LastLook {
        LastLook(findings.iter().map(Seen::of).collect())
    }

    /// As a text to be kept; none where it would be too long.
    pub fn written(&self) -> Option<String> {
        let lines = self.0.iter().map(|seen| format!("{} {}\n", seen.place, seen.sentence));
        let text: String = lines.collect();
        (text.len() <= LONGEST).then_some(text)
    }

    /// What a kept text says. A line that is none of ours matches nothing.
    pub fn read(text: &str) -> LastLook {
        let lines = text.lines().filter_map(|line| line.rsplit_once(' '));
        let seen = lines.map(|(place, sentence)| Seen {
            place: place.to_owned(),
            sentence: sentence.to_owned(),
        });
        LastLook(seen.collect())
    }

    /// What has changed since.
    pub fn progress(&self, findings: &Findings) -> Progress {
        let mut left = Left::of(&self.0);
        let now: Vec<(&Finding, Seen)> = findings.iter().map(|finding| (finding, Seen::of(finding))).collect();
        let changed: Vec<&(&Finding, Seen)> = now.iter().filter(|(_, seen)| !left.take_same(seen)).collect();
        let fresh = changed.into_iter().filter(|(_, seen)| !left.take_at(&seen.place));
        let fresh = fresh.map(|(finding, _)| finding.id()).collect();
        let aside = findings.aside.iter().map(|aside| Seen::of(&aside.finding));
        let set_aside = aside.filter(|seen| left.take_at(&seen.place)).count();
        Progress {
            before: self.0.len(),
            mended: left.count(),
            set_aside,
            fresh,
        }
    }
}

impl Progress {
    /// The sentence for the page.
    pub fn sentence(&self) -> String {
        let parts = [
            ("改好了", self.mended),
            ("列入不处理", self.set_aside),
            ("新出现", self.fresh.len()),
        ];
        let parts = parts.iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> = parts.map(|(what, count)| format!("{what} {count} 条")).collect();
        match (self.before, parts.is_empty()) {
            (0, true) => "和上次看时一样，没有问题。".to_owned(),
            (before, true) => format!("和上次看时一样，还是 {before} 条。"),
            (0, false) => format!("上次看没有问题：{}。", parts.join("，")),
            (before, false) => format!("上次看有 {before} 条：{}。", parts.join("，")),
        }
    }
}

/// Those of the last look that have not been met again yet: how many of each sentence at each place.
struct Left(BTreeMap<String, Vec<String>>);

impl Left {
    fn of(seen: &[Seen]) -> Left {
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Seen { place, sentence } in seen {
            places.entry(place.clone()).or_default().push(sentence.clone());
        }
        Left(places)
    }

    /// Takes one out that says the same at the same place, if there is one.
    fn take_same(&mut self, seen: &Seen) -> bool {
        let Some(sentences) = self.0.get_mut(&seen.place) else {
            return false;
        };
        let place = sentences.iter().position(|sentence| *sentence == seen.sentence);
        place.map(|place| sentences.swap_remove(place)).is_some()
    }

    /// Takes one out at this place, whatever it says, if there is one.
    fn take_at(&mut self, place: &str) -> bool {
        self.0.get_mut(place).and_then(Vec::pop).is_some()
    }

    fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }
}
