//! 抢编辑权: how often the pen of the open draft was taken of late.

use std::rc::Rc;

use crate::domain::draft::draft::Draft;
use crate::domain::values::calendar::Moment;

/// After so many times within so many minutes it is no longer somebody who goes from one window to the other.
const OFTEN: usize = 3;

const WITHIN: i64 = 5;

/// What has happened to the pen of the open draft of late.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contest {
    /// When the pen was asked for or taken, the last few times.
    times: Vec<Moment>,
    /// Whether somebody waits for the pen until typing rests.
    pub is_awaited: bool,
    /// The draft as it was here when the pen went.
    pub typed: Option<Rc<Draft>>,
}

impl Contest {
    /// Whether the pen is taken too often to work on in peace.
    pub fn is_on(&self) -> bool {
        self.times.len() >= OFTEN
    }

    /// The pen was asked for or taken once more, while the draft was this.
    pub fn happened(&mut self, at: &Moment, typed: Rc<Draft>) {
        self.rest(at);
        self.times.push(at.clone());
        let surplus = self.times.len().saturating_sub(OFTEN);
        self.times.drain(..surplus);
        self.typed = Some(typed);
    }

    /// What lies minutes back is over.
    pub fn rest(&mut self, now: &Moment) {
        self.times.retain(|time| {
            let age = now.minutes().zip(time.minutes()).map(|(now, time)| now - time);
            // A clock that was put back says nothing about what happened before.
            age.is_some_and(|age| (0..=WITHIN).contains(&age))
        });
    }
}
