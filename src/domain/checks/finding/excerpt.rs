//! 摘句: the beginning of a text between the marks “ and ” of a sentence.

use crate::domain::scheme::indicator::Indicator;

/// At most so many characters, as they stand; … where there is more.
pub fn beginning(text: &str, most: usize) -> String {
    let is_whole = text.chars().nth(most).is_none();
    text.chars().take(most).chain((!is_whole).then_some('…')).collect()
}

/// The same as a quotation: inside one Chinese writes single marks (GB/T 15834-2011), and the full stop belongs
/// to the sentence around it.
pub fn excerpt(text: &str, most: usize) -> String {
    let single = |c| match c {
        '“' => '‘',
        '”' => '’',
        c => c,
    };
    let start: String = beginning(text.trim(), most).chars().map(single).collect();
    start.trim_end_matches(['。', '；', '，']).to_owned()
}

/// How an indicator is called in its own findings, which are kept while its place changes.
pub fn own_name(row: &Indicator) -> String {
    if row.name.trim().is_empty() {
        "这项指标".into()
    } else {
        format!("“{}”", row.name.trim())
    }
}
