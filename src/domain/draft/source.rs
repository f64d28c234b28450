//! 原文: the report that a draft was read from, kept beside it.

use serde::{Deserialize, Serialize};

/// 读入的报告. Both are blank in a draft that was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportSource {
    /// 全文, line by line, the cells of a table apart by tabs: to be looked at as it was.
    pub whole: String,
    /// What of it became figures and rows: in no text of the draft any more, and checked all the same.
    pub text: String,
}

impl ReportSource {
    /// Whether nothing is kept.
    pub fn is_blank(&self) -> bool {
        self.whole.trim().is_empty() && self.text.trim().is_empty()
    }
}
