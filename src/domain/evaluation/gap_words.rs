//! What is missing for a figure, as a note and as a sentence.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::names::{full_name, short_name};

use super::derived::{Cause, Gap};

/// What is missing, short enough for the place where the figure would stand: "缺调整预算数".
pub fn gap_note(gap: Gap) -> String {
    let name = short_name(gap.field);
    match gap.cause {
        Cause::Blank => format!("缺{name}"),
        Cause::Unread => format!("{name}读不出"),
        Cause::ZeroBase => format!("{name}为 0"),
    }
}

/// What is missing, as a sentence with the row's name.
pub fn gap_sentence(draft: &Draft, gap: Gap) -> String {
    let name = full_name(draft, gap.field);
    match gap.cause {
        Cause::Blank => format!("还没有填{name}。"),
        Cause::Unread => format!("{name}填的不是数，读不出来。"),
        Cause::ZeroBase => format!("{name}为 0，不能作分母。"),
    }
}
