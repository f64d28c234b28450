//! What keeps a scheme from giving scores, as it is told.

use crate::domain::draft::field::Field;

/// One thing that is wrong with a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeFault {
    /// Where to put it right.
    pub field: Field,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: &'static str,
}
