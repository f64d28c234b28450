//! The tags and letters of a page of HTML: what a tag says that matters here, and what entities stand for.

use super::sheet::{COLUMNS, ROWS};

/// A tag with the attributes that matter here.
pub(super) struct Tag {
    /// Its name in small letters.
    pub name: String,
    /// Whether it ends its element.
    pub closes: bool,
    /// colspan.
    pub across: usize,
    /// rowspan.
    pub down: usize,
    /// x:num, the number that Excel puts behind a cell.
    pub number: String,
}

/// What follows the next such end; nothing where there is none.
pub(super) fn after<'a>(rest: &'a str, end: &str) -> &'a str {
    rest.find(end).map_or("", |place| &rest[place + end.len()..])
}

/// What follows the end of an element whose content is not read; it ends the page where it has no end.
pub(super) fn end_of<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut places = rest.match_indices("</").map(|(place, _)| place);
    let is_end = |place: &usize| {
        let found = rest.as_bytes().get(place + 2..place + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    places.find(is_end).map_or("", |place| after(&rest[place..], ">"))
}

/// The tag at the beginning of a text and what follows it.
pub(super) fn tag(rest: &str) -> Option<(Tag, &str)> {
    let inside = &rest[1..];
    let (closes, inside) = inside
        .strip_prefix('/')
        .map_or((false, inside), |inside| (true, inside));
    if !inside.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let end_of_name = inside
        .find(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .unwrap_or(inside.len());
    let mut tag = Tag {
        name: inside[..end_of_name].to_ascii_lowercase(),
        closes,
        across: 1,
        down: 1,
        number: String::new(),
    };
    let mut rest = &inside[end_of_name..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        match rest.strip_prefix('>') {
            Some(behind) => return Some((tag, behind)),
            None if rest.is_empty() => return Some((tag, "")),
            None => {}
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>'))
            .unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(given) = rest.strip_prefix('=') {
            (value, rest) = attribute(given.trim_start());
        } else if end == 0 {
            rest = rest.get(1..).unwrap_or_default();
        }
        let span = |most: usize| value.trim().parse().unwrap_or(most).clamp(1, most);
        match name.as_str() {
            "colspan" if is_digits(value) => tag.across = span(COLUMNS),
            "rowspan" if is_digits(value) => tag.down = span(ROWS),
            "x:num" => tag.number = value.trim().to_owned(),
            _ => {}
        }
    }
}

/// A number that is too large for the computer is still a number.
fn is_digits(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of an attribute, with or without quotes, and what follows it.
fn attribute(given: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = given.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = given
        .find(|c: char| c.is_whitespace() || c == '>')
        .unwrap_or(given.len());
    given.split_at(end)
}

/// The letters of a text with entities resolved.
pub(super) struct Letters<'a>(pub &'a str);

impl Iterator for Letters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let first = self.0.chars().next()?;
        let mut behind = &self.0[first.len_utf8()..];
        let mut letter = first;
        let near: usize = behind.char_indices().nth(10).map_or(behind.len(), |(place, _)| place);
        if first == '&'
            && let Some((name, _)) = behind[..near].split_once(';')
            && let Some(found) = entity(name)
        {
            letter = found;
            behind = &behind[name.len() + 1..];
        }
        self.0 = behind;
        Some(letter)
    }
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ge" => '≥',
        "le" => '≤',
        "ldquo" => '“',
        "rdquo" => '”',
        "middot" => '·',
        "mdash" => '—',
        "yen" => '¥',
        "permil" => '‰',
        "times" => '×',
        _ => return None,
    })
}
