//! Rows with a stable identity, and the operations that every list of rows has.

use serde::{Deserialize, Serialize};

use super::shared::Shared;

/// The identity of a row within its draft. It never changes and is never used again.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub u32);

impl std::fmt::Debug for Id {
    /// The bare number: addresses of fields are made of it, in the page and in files.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.0)
    }
}

/// The largest identity that is taken over from elsewhere. A file from beyond gets fresh ones, because a draft
/// that counted to the end of numbers would give all further rows the same.
const MOST: u32 = u32::MAX / 2;

/// Gives out identities that no row of the draft has had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NextId(u32);

impl NextId {
    /// An unused identity.
    pub fn take(&mut self) -> Id {
        self.0 = self.0.saturating_add(1);
        Id(self.0)
    }

    /// Whether an identity could be given out twice in a draft whose largest is this.
    pub fn is_unsound(self, largest: u32) -> bool {
        self.0 < largest || self.0 > MOST
    }
}

/// A row of a list.
pub trait Row: Clone {
    /// A blank row.
    fn blank(ids: &mut NextId) -> Self;
    /// Its identity.
    fn id(&self) -> Id;
    /// Gives the row, and rows inside it, fresh identities.
    fn renumber(&mut self, ids: &mut NextId);
}

impl<T: Row> Row for Shared<T> {
    fn blank(ids: &mut NextId) -> Self {
        Shared::new(T::blank(ids))
    }

    fn id(&self) -> Id {
        T::id(self)
    }

    fn renumber(&mut self, ids: &mut NextId) {
        self.make_mut().renumber(ids);
    }
}

/// The row with this identity.
pub fn find<T: Row>(rows: &[T], id: Id) -> Option<&T> {
    rows.iter().find(|row| row.id() == id)
}

/// The row with this identity, for editing.
pub fn find_mut<T: Row>(rows: &mut [T], id: Id) -> Option<&mut T> {
    rows.iter_mut().find(|row| row.id() == id)
}

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// One place towards the beginning.
    Up,
    /// One place towards the end.
    Down,
}

/// What can be done with a list of rows, whatever the rows are. Each says whether anything changed.
pub trait Rows {
    /// Puts a blank row after the given one, or at the end, and gives its identity.
    fn add(&mut self, after: Option<Id>, ids: &mut NextId) -> Id;
    /// Takes a row out.
    fn remove(&mut self, id: Id) -> bool;
    /// The row that stands where this one stood once it is taken out: the next, or else the one before.
    fn beside(&self, id: Id) -> Option<Id>;
    /// Moves a row by one place.
    fn shift(&mut self, id: Id, direction: Direction) -> bool;
    /// Puts a copy of a row right after it.
    fn duplicate(&mut self, id: Id, ids: &mut NextId) -> Option<Id>;
}

impl<T: Row> Rows for Vec<T> {
    fn add(&mut self, after: Option<Id>, ids: &mut NextId) -> Id {
        let row = T::blank(ids);
        let id = row.id();
        let place = after
            .and_then(|after| position(self, after))
            .map_or(self.len(), |place| place + 1);
        self.insert(place, row);
        id
    }

    fn remove(&mut self, id: Id) -> bool {
        let place = position(self, id);
        place.map(|place| Vec::remove(self, place)).is_some()
    }

    fn beside(&self, id: Id) -> Option<Id> {
        let place = position(self, id)?;
        let next = self.get(place + 1).or_else(|| self.get(place.checked_sub(1)?));
        next.map(Row::id)
    }

    fn shift(&mut self, id: Id, direction: Direction) -> bool {
        let Some(place) = position(self, id) else {
            return false;
        };
        let other = match direction {
            Direction::Up => place.checked_sub(1),
            Direction::Down => Some(place + 1).filter(|next| *next < self.len()),
        };
        other.map(|other| self.swap(place, other)).is_some()
    }

    fn duplicate(&mut self, id: Id, ids: &mut NextId) -> Option<Id> {
        let place = position(self, id)?;
        let mut copy = self.get(place)?.clone();
        copy.renumber(ids);
        let fresh = copy.id();
        self.insert(place + 1, copy);
        Some(fresh)
    }
}

fn position<T: Row>(rows: &[T], id: Id) -> Option<usize> {
    rows.iter().position(|row| row.id() == id)
}

/// Declares a plain row: its fields are blank at first, and it holds no other rows.
macro_rules! plain_row {
    ($($row:ty),+ $(,)?) => {
        $(impl $crate::domain::values::row::Row for $row {
            fn blank(ids: &mut $crate::domain::values::row::NextId) -> Self {
                Self { id: ids.take(), ..Self::default() }
            }

            fn id(&self) -> $crate::domain::values::row::Id {
                self.id
            }

            fn renumber(&mut self, ids: &mut $crate::domain::values::row::NextId) {
                self.id = ids.take();
            }
        })+
    };
}
pub(crate) use plain_row;
