//! 校验送审包: what came of a check.

use crate::documents::exchange::submission::Verified;

/// A package that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The name of the file.
    pub name: String,
    /// What it turned out to be.
    pub verified: Verified,
}
