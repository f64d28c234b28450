//! The first two copies of each draft: two entries of localStorage that are written in turn, so that the
//! one before stays whole whatever happens to the one that is being written.

use js_sys::JsString;

use crate::documents::copies::copy;
use crate::documents::project_file::lineage::{Relation, Stamp};

use super::local;
use super::local::Fault;

/// The beginning of the keys of both. The second has [`SECOND`] after the draft's identity.
const PREFIX: &str = "jiping.draft.";
const SECOND: &str = ".b";

/// The beginning of the keys of what was in the way of a write and is kept: unreadable or diverged.
const ASIDE: &str = "jiping.aside.";

/// Where in localStorage a copy lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// 甲.
    First,
    /// 乙.
    Second,
    /// Moved out of the way, with a number.
    Aside(u32),
}

impl Slot {
    fn key(&self, id: &str) -> String {
        match self {
            Slot::First => format!("{PREFIX}{id}"),
            Slot::Second => format!("{PREFIX}{id}{SECOND}"),
            Slot::Aside(number) => format!("{ASIDE}{id}.{number}"),
        }
    }
}

/// Every copy here, with its draft. Reading never writes.
pub fn list() -> Result<Vec<(String, Slot)>, Fault> {
    let slots = local::names_after(PREFIX)?
        .into_iter()
        .map(|name| match name.strip_suffix(SECOND) {
            Some(id) => (id.to_owned(), Slot::Second),
            None => (name, Slot::First),
        });
    let aside = local::names_after(ASIDE)?;
    let aside = aside.iter().filter_map(|name| {
        let (id, number) = name.rsplit_once('.')?;
        Some((id.to_owned(), Slot::Aside(number.parse().ok()?)))
    });
    Ok(slots.chain(aside).collect())
}

/// The text of a copy.
pub fn read(id: &str, slot: &Slot) -> Result<String, Fault> {
    local::get(&slot.key(id))?.map(String::from).ok_or(Fault::Gone)
}

/// Writes a copy into the slot whose turn it is. What is there and is not an older state of this copy is
/// moved aside first and never overwritten.
pub fn write(id: &str, stamp: &Stamp, text: &JsString) -> Result<(), Fault> {
    let [first, second] = [
        slot_state(id, Slot::First, stamp)?,
        slot_state(id, Slot::Second, stamp)?,
    ];
    let (target, state) = if first.1 <= second.1 { first } else { second };
    if state == State::Foreign {
        move_aside(id, &target)?;
    }
    local::set(&target.key(id), text)
}

/// What a slot holds, in the order in which slots are written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Empty,
    /// Unreadable, or of another lineage.
    Foreign,
    /// An older state of the copy that is to be written, with its number.
    Older(u64),
}

fn slot_state(id: &str, slot: Slot, stamp: &Stamp) -> Result<(Slot, State), Fault> {
    let state = match local::get(&slot.key(id))? {
        None => State::Empty,
        Some(text) => {
            // A header of 64 turns is far shorter than this. It is enough for what this turn has written and read
            // back itself; anything else is proved whole first, so that what is damaged is never overwritten.
            let there = copy::glance(&String::from(text.slice(0, 8_000)));
            let own = there.as_ref().is_some_and(|there| there.writer() == stamp.writer());
            let there = match own {
                true => there,
                false => copy::read(&String::from(text)).ok().map(|copy| copy.stamp),
            };
            match there {
                Some(there) if matches!(there.relation(stamp), Relation::Earlier | Relation::Same) => {
                    State::Older(there.sequence)
                }
                _ => State::Foreign,
            }
        }
    };
    Ok((slot, state))
}

fn move_aside(id: &str, slot: &Slot) -> Result<(), Fault> {
    let Some(text) = local::get(&slot.key(id))? else {
        return Ok(());
    };
    let taken = list()?;
    let is_taken = |number: u32| taken.contains(&(id.to_owned(), Slot::Aside(number)));
    let free = (1..=u32::MAX).find(|number| !is_taken(*number)).ok_or(Fault::Full)?;
    local::set(&Slot::Aside(free).key(id), &text)
}

/// Takes a copy out. Only `vault.rs` does, where it has proved that something took its place.
pub(super) fn remove(id: &str, slot: &Slot) -> Result<(), Fault> {
    local::remove(&slot.key(id))
}
