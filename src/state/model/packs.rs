//! 可选的评分方案: those that come with the program and those kept in this browser.

use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::shared::Shared;

use super::shelf::DraftId;

/// One scheme that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its identity in this browser; none where it comes with the program.
    pub id: Option<DraftId>,
    /// The scheme.
    pub scheme: Shared<Scheme>,
}
