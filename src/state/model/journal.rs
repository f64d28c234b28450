//! 编辑日志: whether the second store takes what is written, and what is said of drafts while it does not.

/// How it stands with the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Journal {
    /// It takes what it is given.
    #[default]
    Open,
    /// The same from now on, in a database of this name, because that of the usual name is not ours.
    Beside(String),
    /// It takes nothing; what is written lies in the slots alone. It is tried again all the while.
    Shut,
}
