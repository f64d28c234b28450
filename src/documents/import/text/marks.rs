//! 序号: the numbers in front of headings and paragraphs, in all their mixtures.

/// How a number is written, the highest level of an official text first (GB/T 9704-2012).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// 第一部分、第一章.
    Part,
    /// 一、
    Chinese,
    /// （一）
    ChineseInBrackets,
    /// 1. and 1、, which reports mix.
    Arabic,
    /// （1） and 1）
    ArabicInBrackets,
    /// ①
    Circled,
}

/// A number in front of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How it is written.
    pub kind: MarkKind,
    /// The number.
    pub number: u32,
    /// How many bytes of the text it takes, with the white space after it.
    pub length: usize,
}

/// Longer numbers than this are no numbers of headings.
const DIGITS: usize = 2;

/// The number in front of a text that has no white space before it.
pub fn mark(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    let (kind, number, rest) = match first {
        '第' => {
            let (number, rest) = chinese(&text[first.len_utf8()..])?;
            let rest = rest.strip_prefix("部分").or_else(|| rest.strip_prefix('章'))?;
            (MarkKind::Part, number, rest.trim_start_matches(['、', '：', ':']))
        }
        '（' | '(' | '〔' => {
            let inside = &text[first.len_utf8()..];
            let (kind, number, rest) = match chinese(inside) {
                Some((number, rest)) => (MarkKind::ChineseInBrackets, number, rest),
                None => arabic(inside).map(|(number, rest)| (MarkKind::ArabicInBrackets, number, rest))?,
            };
            let rest = rest.strip_prefix(['）', ')', '〕'])?;
            (kind, number, rest.trim_start_matches(['、', '.', '．']))
        }
        '①'..='⑳' => (
            MarkKind::Circled,
            first as u32 - '①' as u32 + 1,
            &text[first.len_utf8()..],
        ),
        _ => {
            if let Some((number, rest)) = chinese(text) {
                (MarkKind::Chinese, number, rest.strip_prefix(['、', '.', '．'])?)
            } else {
                let (number, rest) = arabic(text)?;
                match rest.strip_prefix(['）', ')']) {
                    Some(rest) => (MarkKind::ArabicInBrackets, number, rest),
                    None => {
                        let rest = rest.strip_prefix(['.', '．', '、'])?;
                        // "1.5" is a number, "1.1" the second level of a kind that offices do not use.
                        if rest.starts_with(|c: char| c.is_numeric()) {
                            return None;
                        }
                        (MarkKind::Arabic, number, rest)
                    }
                }
            }
        }
    };
    let rest = rest.trim_start();
    Some(Mark {
        kind,
        number,
        length: text.len() - rest.len(),
    })
}

fn arabic(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let digits: String = text[..text.len() - rest.len()].chars().take(DIGITS + 1).collect();
    let number: u32 = crate::domain::values::parse::half_width(&digits).parse().ok()?;
    (digits.chars().count() <= DIGITS && number > 0).then_some((number, rest))
}

/// 一 to 九十九.
fn chinese(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let digits: Vec<char> = text[..text.len() - rest.len()].chars().take(4).collect();
    let digit = |c: char| {
        "一二三四五六七八九"
            .chars()
            .position(|known| known == c)
            .map(|place| place as u32 + 1)
    };
    let number = match digits.as_slice() {
        ['十'] => 10,
        [one] => digit(*one)?,
        ['十', one] => 10 + digit(*one)?,
        [ten, '十'] => digit(*ten)? * 10,
        [ten, '十', one] => digit(*ten)? * 10 + digit(*one)?,
        _ => return None,
    };
    Some((number, rest))
}
