//! 加密的项目文件: what is asked for and for what.

use crate::documents::project_file::locked_file::LockedFile;

pub use crate::documents::project_file::locked_file::Passphrase;

/// How far asking for a passphrase has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It can be typed.
    Open,
    /// The key is being made.
    Working,
    /// What is wrong with the one that was typed.
    Refused(&'static str),
}

/// A locked file that was chosen, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The name of the file.
    pub name: String,
    /// The file.
    pub file: LockedFile,
}
