//! 按时与逾期: the words that say that something was done in its time, or late. One table for all who read of time.

use super::words::WordList;

/// In its time.
pub const KEPT: WordList = WordList::of(&["按时", "按期", "如期", "准时"]);

/// After it.
pub const LATE: WordList = WordList::of(&["逾期", "超期", "延期", "推迟", "滞后", "延后", "延迟", "迟延", "拖延"]);
