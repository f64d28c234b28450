//! 断句: the clauses of a text in full-width and half-width marks alike. A comma within a number parts nothing.

/// Whether a character at its place ends a clause, or is one of some more marks.
fn is_mark(text: &str, at: usize, c: char, more: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_within = || {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        text.get(..at).unwrap_or_default().ends_with(is_digit) && after.starts_with(is_digit)
    };
    match c {
        '，' | '；' | '。' | ';' => true,
        ',' => !is_within(),
        ':' => more.contains(':') && !is_within(),
        _ => more.contains(c),
    }
}

/// The clauses of a text without their marks; `more` marks part them as well.
pub fn clauses<'a>(text: &'a str, more: &'a str) -> impl Iterator<Item = &'a str> {
    let mut from = 0;
    let places = text.char_indices().filter(move |(at, c)| is_mark(text, *at, *c, more));
    let ends = places.map(|(at, c)| (at, at + c.len_utf8()));
    ends.chain(std::iter::once((text.len(), text.len())))
        .map(move |(end, next)| text.get(std::mem::replace(&mut from, next)..end).unwrap_or_default())
}

/// The clause that a text ends with, and the mark before it.
pub fn last_clause<'a>(text: &'a str, more: &str) -> (Option<char>, &'a str) {
    let mark = text.char_indices().rfind(|(at, c)| is_mark(text, *at, *c, more));
    match mark {
        Some((at, mark)) => (Some(mark), text.get(at + mark.len_utf8()..).unwrap_or_default()),
        None => (None, text),
    }
}
