//! The clock and the dice: the user's own time, identities that no other window gives out, and chance.

use gloo_timers::future::TimeoutFuture;

use crate::documents::project_file::locked_file::Dice;
use crate::domain::values::calendar::Moment;
use crate::state::model::reports::DraftId;

/// The user's own time, to the second.
pub fn now() -> Moment {
    let date = js_sys::Date::new_0();
    Moment::new(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes(),
        date.get_seconds()
    ))
}

/// The time in milliseconds, by a clock that may be set.
pub fn milliseconds() -> u64 {
    // Whole milliseconds are exact enough.
    js_sys::Date::now() as u64
}

/// An identity for a draft: the time to the millisecond and a random part.
pub fn new_id() -> DraftId {
    let time = milliseconds();
    let random = (js_sys::Math::random() * 1e9) as u64;
    DraftId::of(time, random)
}

/// An identity for a turn at writing: short, because lineages are made of them.
pub fn new_writer() -> String {
    let time = milliseconds();
    let random = (js_sys::Math::random() * 1e6) as u64;
    format!("{time:x}{random:05x}")
}

/// Random bytes that nobody can guess; none where the browser gives none.
pub fn dice() -> Option<Dice> {
    let crypto = web_sys::window()?.crypto().ok()?;
    let mut dice = Dice {
        salt: [0; 16],
        nonce: [0; 12],
    };
    crypto.get_random_values_with_u8_array(&mut dice.salt).ok()?;
    crypto.get_random_values_with_u8_array(&mut dice.nonce).ok()?;
    Some(dice)
}

/// Waits until the screen shows what has just changed, before work that stops everything for a while.
pub async fn let_the_screen_show() {
    TimeoutFuture::new(60).await;
}

/// Lets keys and frames go before what can wait.
pub async fn let_keys_in() {
    TimeoutFuture::new(0).await;
}
