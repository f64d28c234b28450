//! When what can wait is done: saving, and finding what is wrong.

use gloo_timers::callback::Timeout;

use crate::components::dispatch::Dispatch;
use crate::state::model::message::Message;

use super::time;

/// How long after a key the journal is written; with the writing itself well under the second that is promised.
const SAVE_AFTER_MS: u32 = 200;

/// How long typing must rest before it is found what is wrong: longer than the frame that shows the figures takes.
/// Where the checks themselves take long, as in a text of fifty thousand characters, they wait for twice as long a
/// rest as they last took: whoever types on is not held up by them with each key.
const CHECKS_AFTER_MS: u32 = 40;
const CHECKS_AFTER_MS_AT_MOST: u32 = 1_000;

/// How long typing must rest before the slots are written, and after how many keys they are all the same.
const SETTLE_AFTER_MS: u32 = 1_500;
const KEYS_UNTIL_SETTLED: u32 = 60;

/// The alarms that are set.
pub struct Alarms {
    dispatch: Dispatch,
    /// When to save; dropping it calls it off.
    save: Option<Timeout>,
    save_is_scheduled: bool,
    /// When to find what is wrong.
    checks: Option<Timeout>,
    checks_after: u32,
    /// When to write the slots.
    settle: Option<Timeout>,
    keys_since_settled: u32,
}

impl Alarms {
    /// None is set; what is due goes to `dispatch`.
    pub fn new(dispatch: &Dispatch) -> Self {
        Alarms {
            dispatch: dispatch.clone(),
            save: None,
            save_is_scheduled: false,
            checks: None,
            checks_after: CHECKS_AFTER_MS,
            settle: None,
            keys_since_settled: 0,
        }
    }

    /// A message comes in: what was due is due no more, and what is timed begins.
    pub fn watch(&mut self, message: &Message) -> Watch {
        match message {
            Message::SaveDue => self.save_is_scheduled = false,
            Message::SettleDue => self.keys_since_settled = 0,
            _ => {}
        }
        Watch(matches!(message, Message::ChecksDue).then(time::milliseconds))
    }

    /// What was watched is done.
    pub fn done(&mut self, Watch(start): Watch) {
        if let Some(start) = start {
            // A clock that was set back counts as none.
            let took = time::milliseconds().saturating_sub(start);
            let after = u32::try_from(took.saturating_mul(2)).unwrap_or(CHECKS_AFTER_MS_AT_MOST);
            self.checks_after = after.clamp(CHECKS_AFTER_MS, CHECKS_AFTER_MS_AT_MOST);
        }
    }

    /// Once typing rests.
    pub fn schedule_checks(&mut self) {
        self.checks = Some(self.alarm(self.checks_after, || Message::ChecksDue));
    }

    /// Writes the journal soon after the first of several keys, and the slots when typing rests. Someone who
    /// never rests is settled every now and then all the same.
    pub fn schedule_save(&mut self) {
        if !self.save_is_scheduled {
            self.save_is_scheduled = true;
            self.save = Some(self.alarm(SAVE_AFTER_MS, || Message::SaveDue));
        }
        self.keys_since_settled += 1;
        if self.keys_since_settled < KEYS_UNTIL_SETTLED || self.settle.is_none() {
            self.settle = Some(self.alarm(SETTLE_AFTER_MS, || Message::SettleDue));
        }
    }

    fn alarm(&self, after: u32, message: fn() -> Message) -> Timeout {
        let dispatch = self.dispatch.clone();
        Timeout::new(after, move || dispatch.send(message()))
    }
}

/// When a message began that is timed.
pub struct Watch(Option<u64>);
