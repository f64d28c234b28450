//! 版本: earlier states of a draft. How they are named in storage, and which of the automatic ones stay as
//! time goes by.

use crate::domain::values::calendar::Moment;

/// How a version came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// By time, while the draft was worked on.
    Timed,
    /// Before or after something that changes or hands on much at once.
    Event,
    /// Named by the user; kept for ever.
    Named,
    /// The text as an older program wrote it; kept for ever.
    Original,
    /// The last state of a draft that was deleted; kept for a month.
    Deleted,
}

const ORIGINS: [(Origin, &str); 5] = [
    (Origin::Timed, "t"),
    (Origin::Event, "e"),
    (Origin::Named, "n"),
    (Origin::Original, "o"),
    (Origin::Deleted, "d"),
];

/// Which version: its draft, when it was made, and how.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionKey {
    /// The draft's identity.
    pub id: String,
    /// When it was made.
    pub at: Moment,
    /// How it came about.
    pub origin: Origin,
}

impl VersionKey {
    /// The name of the record.
    pub fn written(&self) -> String {
        let code = ORIGINS.iter().find(|(origin, _)| *origin == self.origin);
        format!("{}/{}/{}", self.id, self.at.as_str(), code.map_or("", |(_, code)| code))
    }

    /// The same, set apart from one that was made within the same second, so that neither takes the other's place.
    #[must_use]
    pub fn set_apart(self, known: &[VersionKey]) -> VersionKey {
        if !known.contains(&self) {
            return self;
        }
        let at = |part: usize| VersionKey {
            at: Moment::new(format!("{}.{part}", self.at.as_str())),
            ..self.clone()
        };
        // One of so many is not among the known ones.
        let free = (1..=known.len()).map(at).find(|key| !known.contains(key));
        free.unwrap_or(self)
    }

    /// Reads the name of a record.
    pub fn read(text: &str) -> Option<VersionKey> {
        let mut parts = text.splitn(3, '/');
        let (id, at, code) = (parts.next()?, parts.next()?, parts.next()?);
        let (origin, _) = ORIGINS.iter().find(|(_, known)| *known == code)?;
        Some(VersionKey {
            id: id.to_owned(),
            at: Moment::new(at),
            origin: *origin,
        })
    }
}

/// Writes a version: one line with what it is called, then the copy.
pub fn write(name: &str, copy: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
    format!("{name}\n{copy}")
}

/// Takes a version apart into what it is called and the copy.
pub fn read(text: &str) -> Option<(&str, &str)> {
    text.split_once('\n')
}

/// How many minutes must lie between two versions by time.
const APART: i64 = 10;

/// How long a deleted draft can be put back, minutes.
const UNTIL_PURGED: i64 = 30 * 24 * 60;

/// Whether the time has come for a version by time: none was made in the last minutes.
pub fn is_due(keys: &[VersionKey], now: &Moment) -> bool {
    let newest = keys
        .iter()
        .filter(|key| key.origin == Origin::Timed)
        .map(|key| &key.at)
        .max();
    newest.is_none_or(|newest| match (newest.minutes(), now.minutes()) {
        // A clock that was put back must not stop versions from being made.
        (Some(newest), Some(now)) => now < newest || now - newest >= APART,
        _ => true,
    })
}

/// The versions that are no longer needed: by time, one for ten minutes stays of the last day, one an hour of
/// the last week, one a day of the last sixty days, one a month beyond; by event, all of the last week and then
/// likewise. What was named or belongs to an older program is never among them.
pub fn surplus<'a>(keys: &'a [VersionKey], now: &Moment) -> Vec<&'a VersionKey> {
    let Some(now) = now.minutes() else { return Vec::new() };
    let mut kept: Vec<(&str, Origin, i64, i64)> = Vec::new();
    let mut surplus = Vec::new();
    let mut newest_first: Vec<&VersionKey> = keys.iter().collect();
    newest_first.sort_by(|one, other| other.at.cmp(&one.at));
    for key in newest_first {
        let Some(made) = key.at.minutes() else { continue };
        let age = now - made;
        let width = match key.origin {
            Origin::Named | Origin::Original => continue,
            Origin::Deleted if age > UNTIL_PURGED => {
                surplus.push(key);
                continue;
            }
            Origin::Deleted => continue,
            Origin::Event if age <= 7 * 24 * 60 => continue,
            _ if age <= 24 * 60 => APART,
            _ if age <= 7 * 24 * 60 => 60,
            _ if age <= 60 * 24 * 60 => 24 * 60,
            _ => 30 * 24 * 60,
        };
        let stretch = (key.id.as_str(), key.origin, width, made.div_euclid(width));
        if kept.contains(&stretch) {
            surplus.push(key);
        } else {
            kept.push(stretch);
        }
    }
    surplus
}
