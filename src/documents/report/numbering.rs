//! Numbers of headings, as official documents write them: 一、 （一） 1. （1）.

use crate::domain::prose::ending::unended;
use crate::domain::references::wording::ended;

/// A heading's number followed by its text, for a level from 1 to 4 and a place from 1.
pub fn numbered(level: u8, place: usize, text: &str) -> String {
    match level {
        1 => format!("{}、{text}", chinese(place)),
        2 => format!("（{}）{text}", chinese(place)),
        3 => format!("{place}.{text}"),
        _ => format!("（{place}）{text}"),
    }
}

/// A whole number up to 99 in Chinese; larger ones stay in digits.
pub fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (number / 10, number % 10) {
        (0, 0) => "零".into(),
        (0, ones) => DIGITS[ones].into(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens, ones) if tens < 10 => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

/// Items joined as one sentence: 一是…；二是…。
pub fn enumerated(items: &[String]) -> String {
    let item = |(place, item): (usize, &String)| format!("{}是{}", chinese(place + 1), unended(item));
    match items {
        [] => String::new(),
        [only] => ended(only),
        _ => format!(
            "{}。",
            items.iter().enumerate().map(item).collect::<Vec<_>>().join("；")
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::documents::report::numbering::*;

    #[test]
    fn numbers_read_as_in_official_documents() {
        for (number, expected) in [
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (35, "三十五"),
            (99, "九十九"),
            (100, "100"),
        ] {
            assert_eq!(chinese(number), expected);
        }
        for (level, expected) in [(1, "二、甲"), (2, "（二）甲"), (3, "2.甲"), (4, "（2）甲")] {
            assert_eq!(numbered(level, 2, "甲"), expected);
        }
        let items = ["抓党建；".to_string(), "保民生。".to_string()];
        assert_eq!(enumerated(&items), "一是抓党建；二是保民生。");
    }
}
