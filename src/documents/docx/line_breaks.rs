//! Where lines end, by the rules of Chinese typesetting: words of letters and digits stay whole, closing marks
//! do not begin a line, opening marks do not end one.

/// Marks that do not begin a line. Word lets some hang over the end; LibreOffice and WPS do not always.
const CLOSING: &str = "，。、；：！？）》〉】〕”’％…";
/// Marks that do not end a line.
const OPENING: &str = "（《〈【〔“‘";

/// How many lines a text needs, widths in half-width characters: with an indent before the first line of all.
pub fn lines(text: &str, indent: usize, in_line: usize) -> usize {
    let in_line = in_line.max(2);
    let paragraphs = text.split('\n').enumerate();
    paragraphs
        .map(|(place, line)| of_paragraph(line, if place == 0 { indent } else { 0 }, in_line))
        .sum()
}

fn of_paragraph(text: &str, indent: usize, in_line: usize) -> usize {
    let (mut lines, mut used, mut before) = (1, indent, 0);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        // What does not come apart is put down as one piece.
        let mut piece = of_letter(letter);
        let is_word = |letter: char| letter.is_ascii_graphic();
        if is_word(letter) || OPENING.contains(letter) {
            let mut last = letter;
            while let Some(next) = letters.peek().copied() {
                if !(is_word(last) && is_word(next) || OPENING.contains(last)) || piece >= in_line {
                    break;
                }
                piece += of_letter(next);
                last = next;
                letters.next();
            }
        }
        if used + piece > in_line && used > 0 {
            lines += 1;
            // A closing mark takes the piece before it along.
            used = if CLOSING.contains(letter) { before } else { 0 };
        }
        used += piece;
        before = piece;
    }
    lines
}

/// The width of a line that does not break, in half-width characters.
pub fn width(line: &str) -> usize {
    line.chars().map(of_letter).sum()
}

fn of_letter(letter: char) -> usize {
    if letter.is_ascii() { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use crate::documents::docx::line_breaks::*;

    #[test]
    fn lines_end_as_in_print() {
        let check = |text: &str, indent, in_line, expected| {
            assert_eq!(lines(text, indent, in_line), expected, "{text}");
        };
        check("", 0, 10, 1);
        check("一二三四五", 0, 10, 1);
        check("一二三四五", 0, 11, 1);
        check("一二三四五六", 0, 11, 2);
        check("一二三四五", 4, 10, 2);
        check("一二三四五。", 0, 10, 2);
        check("一二三四五。六", 0, 10, 2);
        check("一二三四97.88%", 0, 10, 2);
        check("一二三四（五）", 0, 10, 2);
        check("一\n二", 4, 10, 2);
        check("123456789012345678901234567890", 0, 10, 3);
        check("（（（（（（（（（（", 0, 10, 2);
    }
}
