//! 谱系: which windows wrote a draft, one after another. It tells a later copy of a draft from one that
//! went its own way, so that neither ever takes the other's place unseen.

use std::fmt;

/// How many windows are remembered. A copy from before all of them counts as one that went its own way:
/// it is then shown beside the others instead of being taken for an old one.
const REMEMBERED: usize = 64;

/// No copy in this browser has been saved more often: half of what a number holds, so that counting on from
/// any that is read never comes to the end of numbers, where two saves would look alike.
const MOST: u64 = u64::MAX / 2;

/// No file has been saved more often: five saves a second come to this in six thousand years. What a draft of
/// a file comes to by further saves is still far below [`MOST`].
const MOST_IN_FILE: u64 = 1_000_000_000_000;

/// Reads how often a copy was saved; none beyond what saving can come to.
pub fn read_sequence(text: &str) -> Option<u64> {
    text.parse().ok().filter(|sequence| *sequence <= MOST)
}

/// One window's turn at writing.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Turn {
    /// Who wrote: an identity that no other turn has.
    writer: String,
    /// The sequence number that was there when the turn began.
    after: u64,
}

/// Which copy of a draft: how many times it has been saved, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// 第几次修改: how often the draft has been saved.
    pub sequence: u64,
    turns: Vec<Turn>,
}

/// How one copy of a draft stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same copy.
    Same,
    /// The other goes on from this one.
    Earlier,
    /// This one goes on from the other.
    Later,
    /// Both went on from something older, each its own way.
    Diverged,
}

impl Stamp {
    /// Before the first save of a new draft.
    pub fn begin(writer: &str) -> Stamp {
        Stamp {
            sequence: 0,
            turns: vec![Turn {
                writer: plain(writer),
                after: 0,
            }],
        }
    }

    /// The copy of a program that kept no lineage, with its number of saves.
    pub fn unsigned(sequence: u64) -> Stamp {
        Stamp {
            sequence,
            ..Stamp::begin("0")
        }
    }

    /// Another writer takes over from this copy.
    #[must_use]
    pub fn taken_over(&self, writer: &str) -> Stamp {
        let mut stamp = self.clone();
        stamp.turns.push(Turn {
            writer: plain(writer),
            after: self.sequence,
        });
        let surplus = stamp.turns.len().saturating_sub(REMEMBERED);
        stamp.turns.drain(..surplus);
        stamp
    }

    /// The next save by the same writer.
    #[must_use]
    pub fn next(&self) -> Stamp {
        Stamp {
            sequence: self.sequence.saturating_add(1),
            ..self.clone()
        }
    }

    /// Whether this is the first save of its writer's turn.
    pub fn is_first_of_turn(&self) -> bool {
        self.turns
            .last()
            .is_some_and(|turn| self.sequence == turn.after.saturating_add(1))
    }

    /// Who wrote this copy.
    pub fn writer(&self) -> &str {
        self.turns.last().map_or("", |turn| &turn.writer)
    }

    /// How this copy stands to another of the same draft.
    pub fn relation(&self, other: &Stamp) -> Relation {
        match (self.leads_to(other), other.leads_to(self)) {
            (true, true) => Relation::Same,
            (true, false) => Relation::Earlier,
            (false, true) => Relation::Later,
            (false, false) => Relation::Diverged,
        }
    }

    /// Whether another copy goes on from this one, or is this one.
    fn leads_to(&self, other: &Stamp) -> bool {
        let Some(last) = self.turns.last() else { return false };
        let Some(place) = other.turns.iter().position(|turn| turn == last) else {
            return false;
        };
        let until = other.turns.get(place + 1).map_or(other.sequence, |turn| turn.after);
        self.sequence <= until
    }

    /// Whether a file can have been saved so often. One that says more has numbers that nobody counted.
    pub fn is_of_file(&self) -> bool {
        self.sequence <= MOST_IN_FILE
    }

    /// Reads what [`fmt::Display`] wrote: `418 a:0,b:12`. None where saving cannot have come to such numbers:
    /// too large, turns that go back, or more of them than are ever remembered.
    pub fn read(sequence: &str, turns: &str) -> Option<Stamp> {
        let turn = |text: &str| {
            let (writer, after) = text.split_once(':')?;
            let fits = !writer.is_empty() && writer.len() <= 40 && plain(writer) == writer;
            Some(Turn {
                writer: fits.then(|| writer.to_owned())?,
                after: read_sequence(after)?,
            })
        };
        let sequence = read_sequence(sequence)?;
        let turns = turns.split(',').take(REMEMBERED + 1).map(turn);
        let turns = turns.collect::<Option<Vec<Turn>>>()?;
        let ends = turns.iter().map(|turn| turn.after).chain([sequence]);
        (turns.len() <= REMEMBERED && ends.is_sorted()).then_some(Stamp { sequence, turns })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ", self.sequence)?;
        for (place, turn) in self.turns.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(out, "{comma}{}:{}", turn.writer, turn.after)?;
        }
        Ok(())
    }
}

/// The copies that no other goes on from, each once: the newest first. More than one means that windows
/// went different ways.
pub fn heads<'a>(stamps: impl IntoIterator<Item = &'a Stamp>) -> Vec<&'a Stamp> {
    let mut heads: Vec<&Stamp> = Vec::new();
    for stamp in stamps {
        let is_old = |head: &&Stamp| matches!(stamp.relation(head), Relation::Same | Relation::Earlier);
        if heads.iter().any(is_old) {
            continue;
        }
        heads.retain(|head| head.relation(stamp) != Relation::Earlier);
        heads.push(stamp);
    }
    // Of two that were saved equally often, every window has to choose the same: that of the later writer.
    heads.sort_by(|one, other| (other.sequence, other.writer()).cmp(&(one.sequence, one.writer())));
    heads
}

/// A writer's identity without the characters that separate.
fn plain(writer: &str) -> String {
    writer.chars().filter(char::is_ascii_alphanumeric).collect()
}
