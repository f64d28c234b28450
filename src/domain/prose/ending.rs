//! How texts end, where others go on after them.

/// The text without the mark at its end, for a place where another follows: "提前19天。" before "；".
pub fn unended(text: &str) -> &str {
    text.trim()
        .trim_end_matches(|c: char| ENDS.contains(&c) || c.is_whitespace())
}

/// Marks that end or part sentences; where another mark follows, they go.
pub const ENDS: [char; 8] = ['。', '；', '，', '、', '.', ';', ',', '．'];
