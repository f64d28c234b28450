//! 可选的评分方案: those that come with the program and those kept in this browser.

use serde::{Deserialize, Serialize};

use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::scheme::scope::{EVERYWHERE, suits_place};
use crate::domain::values::input::{Choice, choices};
use crate::domain::values::shared::Shared;

use super::reports::DraftId;

/// One scheme that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its identity in this browser; none where it comes with the program.
    pub id: Option<DraftId>,
    /// The scheme.
    pub scheme: Shared<Scheme>,
}

/// Which scheme is meant, also at the next visit: the identity of one's own, the name of the program's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackKey(String);

impl PackKey {
    /// As the value of a choice in the page.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

choices! {
    /// For whom a scheme is, seen from an office.
    Suits {
        /// Of the office's own place.
        Here = "here" "本地的",
        /// For everyone.
        Everyone = "everyone" "全国通用的",
        /// Kept in this browser.
        Own = "own" "我的方案",
        /// Nothing in it yet.
        Blank = "blank" "从头定",
        /// Of another place, or of one that cannot be told.
        Elsewhere = "elsewhere" "别处的",
    }
}

impl Pack {
    /// Which one it is.
    pub fn key(&self) -> PackKey {
        PackKey(match &self.id {
            Some(id) => id.as_str().to_owned(),
            None => self.scheme.name.trim().to_owned(),
        })
    }

    /// How the scheme is called.
    pub fn name(&self) -> &str {
        match self.scheme.name.trim() {
            "" => "未命名的方案",
            name => name,
        }
    }

    /// For whom it is, seen from an office at this place.
    fn suits(&self, place: &str) -> Suits {
        match self.scheme.place.trim() {
            _ if self.id.is_some() => Suits::Own,
            "" => Suits::Blank,
            EVERYWHERE => Suits::Everyone,
            own if suits_place(own, place) == Some(true) => Suits::Here,
            _ => Suits::Elsewhere,
        }
    }
}

/// The schemes for a document, those of the place first, in groups that are not empty.
pub fn offered<'a>(packs: &'a [Pack], kind: ReportKind, place: &str) -> Vec<(Suits, Vec<&'a Pack>)> {
    let of_kind = || packs.iter().filter(|pack| pack.scheme.kind == kind);
    let groups = Suits::ALL.iter().map(|suits| {
        let group = of_kind().filter(|pack| pack.suits(place) == *suits);
        (*suits, group.collect::<Vec<_>>())
    });
    groups.filter(|(_, group)| !group.is_empty()).collect()
}
