//! 原文: the report that a draft was read from, kept beside it.

use serde::{Deserialize, Serialize};

/// 读入的报告. All is blank in a draft that was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportSource {
    /// 全文, line by line, the cells of a table apart by tabs: to be looked at as it was.
    pub whole: String,
    /// What of it became figures and rows: in no text of the draft any more, and checked all the same.
    pub text: String,
    /// What was taken from where, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<SourceMark>,
}

/// A place of the whole text, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceMark {
    /// Its first byte in `whole`.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// 读成了什么: the part of the form, and the field where it is one.
    pub became: String,
}

impl ReportSource {
    /// Whether nothing is kept.
    pub fn is_blank(&self) -> bool {
        self.whole.trim().is_empty() && self.text.trim().is_empty()
    }

    /// The lines of the whole text, each in pieces: a text, and what became of it. Marks that are of no place of the
    /// text, as a foreign file may have them, mark nothing.
    pub fn lines(&self) -> Vec<Vec<(&str, Option<&str>)>> {
        let mut pieces: Vec<(&str, Option<&str>)> = Vec::new();
        let mut at = 0;
        for mark in &self.marks {
            if mark.start < at {
                continue;
            }
            let (Some(before), Some(own)) = (self.whole.get(at..mark.start), self.whole.get(mark.start..mark.end))
            else {
                continue;
            };
            pieces.extend([(before, None), (own, Some(mark.became.as_str()))]);
            at = mark.end;
        }
        pieces.push((self.whole.get(at..).unwrap_or_default(), None));
        let mut lines = vec![Vec::new()];
        for (text, became) in pieces {
            for (number, part) in text.split('\n').enumerate() {
                if number > 0 {
                    lines.push(Vec::new());
                }
                if let Some(line) = lines.last_mut().filter(|_| !part.is_empty()) {
                    line.push((part, became));
                }
            }
        }
        lines
    }
}
