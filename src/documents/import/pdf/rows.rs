//! 行: characters that stand on one line of paper, and their text.

use super::drawing::Glyph;
use super::space::{Fixed, share};

/// Characters on one line, from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line they stand on; larger is higher.
    pub y: Fixed,
    /// Where the first that is seen begins.
    pub left: Fixed,
    /// Where the last that is seen ends.
    pub right: Fixed,
    /// The size of most of them.
    pub size: Fixed,
    glyphs: Vec<Glyph>,
}

/// What stands together on a line, without a wide gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it begins.
    pub left: Fixed,
    /// Where it ends.
    pub right: Fixed,
    /// Its text.
    pub text: String,
}

fn end(glyph: &Glyph) -> Fixed {
    // A font that does not say how wide its characters are still takes their place.
    let width = match (glyph.width > 0, glyph.letter.is_ascii()) {
        (true, _) => glyph.width,
        (false, true) => glyph.size / 2,
        (false, false) => glyph.size,
    };
    glyph.x + width
}

/// The rows of these characters, from the top.
pub fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.sort_by_key(|glyph| (-glyph.y, glyph.x));
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match groups.last_mut() {
            Some(group)
                if group.first().is_some_and(|first| {
                    // Raised signs belong to the line, and so do small letters beside large ones.
                    first.y - glyph.y <= share(first.size.max(glyph.size), 40)
                }) =>
            {
                group.push(glyph);
            }
            _ => groups.push(vec![glyph]),
        }
    }
    groups.into_iter().filter_map(row).collect()
}

fn row(mut glyphs: Vec<Glyph>) -> Option<Row> {
    glyphs.sort_by_key(|glyph| glyph.x);
    let seen = || glyphs.iter().filter(|glyph| !glyph.letter.is_whitespace());
    let mut sizes: Vec<Fixed> = seen().map(|glyph| glyph.size).collect();
    sizes.sort_unstable();
    let size = *sizes.get(sizes.len() / 2)?;
    let mut heights: Vec<Fixed> = seen().map(|glyph| glyph.y).collect();
    heights.sort_unstable();
    Some(Row {
        y: *heights.get(heights.len() / 2)?,
        left: seen().map(|glyph| glyph.x).min()?,
        right: seen().map(end).max()?,
        size,
        glyphs,
    })
}

impl Row {
    /// Its text.
    pub fn text(&self) -> String {
        self.pieces(None).into_iter().map(|word| word.text).collect()
    }

    /// Its words, parted where the gap is wider than between the characters of a word.
    pub fn words(&self) -> Vec<Word> {
        self.pieces(Some(share(self.size, 60)))
    }

    fn pieces(&self, widest: Option<Fixed>) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut last: Option<&Glyph> = None;
        let mut is_blank = false;
        for glyph in &self.glyphs {
            if glyph.letter.is_whitespace() || glyph.letter.is_control() {
                is_blank = true;
                continue;
            }
            let gap = last.map_or(0, |last| glyph.x - end(last));
            if let Some(last) = last {
                // A character drawn again a little beside itself is a bold one.
                if last.letter == glyph.letter && glyph.x - last.x < share(glyph.size, 15) {
                    continue;
                }
                let both_latin = last.letter.is_ascii_alphanumeric() && glyph.letter.is_ascii_alphanumeric();
                is_blank |= gap > share(glyph.size, if both_latin { 20 } else { 60 });
            }
            last = Some(glyph);
            match words.last_mut().filter(|_| widest.is_none_or(|widest| gap <= widest)) {
                Some(word) => {
                    if is_blank {
                        word.text.push(' ');
                    }
                    word.text.push(glyph.letter);
                    word.right = end(glyph).max(word.right);
                }
                None => words.push(Word {
                    left: glyph.x,
                    right: end(glyph),
                    text: glyph.letter.to_string(),
                }),
            }
            is_blank = false;
        }
        words
    }
}

/// Puts a line behind the one it continues. Between words of letters the break was a blank, else nothing.
pub fn join(text: &mut String, line: &str) {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if is_letter(text.chars().next_back()) && is_letter(line.chars().next()) {
        text.push(' ');
    }
    text.push_str(line);
}

/// The text of characters that fill one place, line after line.
pub fn text(glyphs: Vec<Glyph>) -> String {
    let mut text = String::new();
    for row in rows(glyphs) {
        join(&mut text, &row.text());
    }
    text
}
