//! Which of the copies of one draft is the draft: the one that no other goes on from. Copies that went
//! different ways are all kept, and what cannot be read is named.

use crate::documents::project_file::lineage::{Stamp, heads};
use crate::documents::project_file::project_file;
use crate::domain::draft::draft::Draft;

use super::copy;

/// A copy that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readable {
    /// Which of the given texts.
    pub place: usize,
    /// Which copy of the draft.
    pub stamp: Stamp,
    /// When it was saved, as written.
    pub saved_at: String,
    /// The draft.
    pub draft: Draft,
    /// Whether a newer program wrote it; it can be looked at and not be changed.
    pub newer: bool,
    /// Whether it was brought up from an older version of the file.
    pub older: bool,
}

/// What the copies of one draft come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The draft, if any copy of it can be read.
    pub current: Option<Readable>,
    /// Copies that went another way than `current`, the newest first.
    pub diverged: Vec<Readable>,
    /// The copies that cannot be read: which of the given texts, and why.
    pub unreadable: Vec<(usize, String)>,
}

/// Chooses among the texts of all copies of one draft.
pub fn choose(texts: &[&str]) -> Choice {
    let mut choice = Choice::default();
    let mut sealed = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        match copy::read(text) {
            Ok(copy) => sealed.push((place, copy)),
            Err(reason) => choice.unreadable.push((place, reason)),
        }
    }
    // A copy that is whole and holds no draft all the same gives way to the next.
    loop {
        let stamps: Vec<Stamp> = heads(sealed.iter().map(|(_, copy)| &copy.stamp))
            .into_iter()
            .cloned()
            .collect();
        let mut found = Vec::new();
        let mut failed = None;
        for stamp in &stamps {
            let Some(at) = sealed.iter().position(|(_, copy)| copy.stamp == *stamp) else {
                continue;
            };
            let (place, copy) = &sealed[at];
            match project_file::read_newer(copy.body.as_bytes()) {
                Ok(opened) => found.push(Readable {
                    place: *place,
                    stamp: stamp.clone(),
                    saved_at: copy.saved_at.to_owned(),
                    newer: opened.is_newer(),
                    older: opened.is_older(),
                    draft: opened.draft,
                }),
                Err(error) => {
                    failed = Some((at, error.to_string()));
                    break;
                }
            }
        }
        if let Some((at, reason)) = failed {
            let (place, _) = sealed.remove(at);
            choice.unreadable.push((place, reason));
            continue;
        }
        let mut found = found.into_iter();
        choice.current = found.next();
        choice.diverged = found.collect();
        return choice;
    }
}
