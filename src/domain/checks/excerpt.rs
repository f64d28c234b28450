//! 摘句: the beginning of a text between the marks “ and ” of a sentence.

/// At most so many characters on one line, … where there is more. Inside a quotation Chinese writes single
/// marks (GB/T 15834-2011), and the full stop belongs to the sentence around it.
pub fn excerpt(text: &str, most: usize) -> String {
    let text = text.trim();
    let is_whole = text.chars().nth(most).is_none();
    let text = if is_whole {
        text.trim_end_matches(['。', '；', '，'])
    } else {
        text
    };
    let start = text.chars().take(most).map(|c| match c {
        '“' => '‘',
        '”' => '’',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    start.chain((!is_whole).then_some('…')).collect()
}
