//! A draft as it was kept, who may write it, and the file it is linked with.

use crate::documents::project_file::lineage::Stamp;
use crate::domain::draft::draft::Draft;
use crate::domain::values::calendar::Moment;

use super::reports::{Backup, StorageFault};

/// What storage knows of a kept draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The draft.
    pub draft: Box<Draft>,
    /// When it was saved.
    pub saved_at: Moment,
    /// Which copy it is; the next save goes on from it.
    pub stamp: Stamp,
    /// Whether this window may write it.
    pub pen: Pen,
    /// The way back, as it was kept over a reload.
    pub history: Option<String>,
    /// What the page 检查 listed when it was last opened, as it was kept.
    pub look: Option<String>,
    /// When it was last taken out of the browser.
    pub backup: Option<Backup>,
    /// The file on the disk that is written as well.
    pub link: Link,
    /// How many other copies went another way.
    pub diverged: usize,
}

impl Kept {
    /// The same, if writing its draft anew loses nothing: not what a newer program wrote.
    pub fn writable(self) -> Result<Kept, StorageFault> {
        match self.pen {
            Pen::Newer => Err(StorageFault::Newer),
            Pen::Here | Pen::Elsewhere => Ok(self),
        }
    }
}

/// 执笔: whether this window writes the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pen {
    /// This one does.
    Here,
    /// Another one does; this one shows what it writes.
    Elsewhere,
    /// Nobody here can: a newer program wrote it.
    Newer,
}

/// 关联文件.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// None, and this browser cannot have one.
    #[default]
    Impossible,
    /// None.
    None,
    /// A file of this name, in step with the draft.
    Fresh(String),
    /// A file of this name that the browser wants to be allowed again.
    Asleep(String),
    /// A file of this name that could not be written.
    Failed(String),
}
