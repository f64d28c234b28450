//! Where lines end, by the rules of Chinese typesetting: words of letters and digits stay whole, closing marks
//! do not begin a line, opening marks do not end one.

/// Marks that do not begin a line. Word lets some hang over the end; LibreOffice and WPS do not always.
const CLOSING: &str = "，。、；：！？）》〉】〕”’％…";
/// Marks that do not end a line.
const OPENING: &str = "（《〈【〔“‘";

/// How a program sets letters and digits among Chinese characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// How wide they are, in hundredths of an em.
    latin: u32,
    /// How wide the widest of them in reports is, the sign of percent.
    percent: u32,
    /// The gap between them and a Chinese character, in hundredths of an em.
    gap: u32,
    /// Whether a line may end between two quotations: “甲”“乙”.
    parts_quotes: bool,
}

impl Setting {
    /// As the document asks for: the fonts of official documents, no gaps. Word and WPS on the computers of offices.
    pub const AS_ASKED: Setting = Setting {
        latin: 50,
        percent: 50,
        gap: 0,
        parts_quotes: true,
    };
    /// As it is where the fonts are missing and others with wide letters take their place, in programs that leave a
    /// gap whatever the document says: LibreOffice, ONLYOFFICE. The former ends no line between quotations. No program
    /// needs more room.
    pub const WIDEST: Setting = Setting {
        latin: 66,
        percent: 100,
        gap: 28,
        parts_quotes: false,
    };
}

/// How wide the characters of a paragraph are, twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type {
    full: u32,
    latin: u32,
    percent: u32,
    gap: u32,
    parts_quotes: bool,
}

impl Type {
    /// Characters of a size, each of which gives up some space, in a setting.
    pub fn new(size: u32, gives_up: u32, setting: Setting) -> Type {
        let share = |hundredths: u32| size * hundredths / 100;
        Type {
            full: size.saturating_sub(gives_up),
            latin: share(setting.latin).saturating_sub(gives_up),
            percent: share(setting.percent).saturating_sub(gives_up),
            gap: share(setting.gap),
            parts_quotes: setting.parts_quotes,
        }
    }

    fn of(self, letter: char) -> u32 {
        match letter {
            '%' => self.percent,
            letter if letter.is_ascii() => self.latin,
            _ => self.full,
        }
    }

    /// Whether a line may end before a letter.
    fn may_break(self, last: Option<char>, letter: char) -> bool {
        let is_between_quotes = letter == '“' && last == Some('”');
        !CLOSING.contains(letter) && (self.parts_quotes || !is_between_quotes)
    }

    /// The gap between two letters.
    fn between(self, one: char, other: char) -> u32 {
        let is_mixed = |one: char, other: char| one.is_ascii_graphic() && is_ideograph(other);
        if is_mixed(one, other) || is_mixed(other, one) {
            self.gap
        } else {
            0
        }
    }
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// How many lines a text needs in a width in twips: with an indent before the first line of all.
pub fn lines(text: &str, indent: u32, kind: Type, in_line: u32) -> usize {
    let in_line = in_line.max(kind.full);
    let paragraphs = text.split('\n').enumerate();
    paragraphs
        .map(|(place, line)| of_paragraph(line, if place == 0 { indent } else { 0 }, kind, in_line))
        .sum()
}

fn of_paragraph(text: &str, indent: u32, kind: Type, in_line: u32) -> usize {
    // The tail is what goes to the next line together with a piece before which no line may end.
    let (mut lines, mut used, mut tail) = (1, indent, 0);
    let mut letters = text.chars().peekable();
    let mut last = None;
    while let Some(letter) = letters.next() {
        // What does not come apart is put down as one piece.
        let gap = last.map_or(0, |last| kind.between(last, letter));
        let mut piece = kind.of(letter);
        let mut end = letter;
        let is_word = |letter: char| letter.is_ascii_graphic();
        if is_word(letter) || OPENING.contains(letter) {
            while let Some(next) = letters.peek().copied() {
                let more = kind.between(end, next) + kind.of(next);
                // What is longer than a line comes apart at its end.
                if !(is_word(end) && is_word(next) || OPENING.contains(end)) || piece + more > in_line {
                    break;
                }
                piece += more;
                end = next;
                letters.next();
            }
        }
        let breaks = kind.may_break(last, letter);
        tail = if breaks { piece } else { tail + piece };
        if used + gap + piece > in_line && used > 0 {
            lines += 1;
            used = tail.min(in_line);
        } else {
            used += gap + piece;
        }
        last = Some(end);
    }
    lines
}

/// The width of a line that does not break, in half-width characters.
pub fn width(line: &str) -> usize {
    line.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use crate::documents::report::line_breaks::*;

    #[test]
    fn lines_end_as_in_print() {
        // Characters of 20 twips and half of it, in lines for so many halves.
        let check = |text: &str, indent: u32, in_line: u32, expected: usize, widest: usize| {
            for (setting, expected) in [(Setting::AS_ASKED, expected), (Setting::WIDEST, widest)] {
                let found = lines(text, indent * 10, Type::new(20, 0, setting), in_line * 10);
                assert_eq!(found, expected, "{text} {setting:?}");
            }
        };
        check("", 0, 10, 1, 1);
        check("一二三四五", 0, 10, 1, 1);
        check("一二三四五", 0, 11, 1, 1);
        check("一二三四五六", 0, 11, 2, 2);
        check("一二三四五", 4, 10, 2, 2);
        check("一二三四五。", 0, 10, 2, 2);
        check("一二三四五。六", 0, 10, 2, 2);
        check("一二三四97.88%", 0, 10, 2, 2);
        check("一二“三”“四”", 0, 12, 2, 2);
        check("一二三四“五”“六”七八", 0, 14, 2, 3);
        check("一二三四（五）。”六", 0, 14, 2, 2);
        check("一二三四（五）", 0, 10, 2, 2);
        check("一\n二", 4, 10, 2, 2);
        check("123456789012345678901234567890", 0, 10, 3, 5);
        check("（（（（（（（（（（", 0, 10, 2, 2);
        // A line of the body: 28 characters, of which each gives up a quarter of a point; digits give it up too.
        let body = |text: &str, setting| lines(text, 0, Type::new(320, 5, setting), 8844);
        let full = "一".repeat(28);
        let digits = "一二三四五12".repeat(4) + "一二三四";
        for (text, expected, widest) in [
            (full.clone(), 1, 1),
            (full.clone() + "一", 2, 2),
            ("1".repeat(57), 1, 2),
            ("1".repeat(58), 2, 2),
            (digits.clone(), 1, 2),
        ] {
            let found = [Setting::AS_ASKED, Setting::WIDEST].map(|setting| body(&text, setting));
            assert_eq!(found, [expected, widest], "{text}");
        }
    }
}
