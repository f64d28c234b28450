//! Which texts speak of the same thing, as their characters tell.

use crate::domain::indicator::Indicator;
use crate::domain::library::Template;

/// Whether two texts have four Chinese characters in a row in common, which chance does not give.
pub(super) fn share_words(one: &str, other: &str) -> bool {
    const LEAST: usize = 4;
    let chars: Vec<char> = one.chars().collect();
    chars.windows(LEAST).any(|window| {
        let words: String = window.iter().collect();
        window.iter().all(|c| c.is_alphabetic()) && other.contains(&words)
    })
}

/// 可参考的常用指标: those of the library whose names have most of their pairs of characters in common with
/// the indicator's name or goal, the likest first, at most two.
pub fn alike<'a>(row: &Indicator, library: &'a [Template]) -> Vec<&'a Template> {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let chars: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
        chars
            .windows(2)
            .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
            .collect()
    };
    let own = pairs(&format!("{} {}", row.name, row.goal));
    let mut found: Vec<(usize, usize, &Template)> = Vec::new();
    for template in library {
        let theirs = pairs(&template.indicator.name);
        let shared = theirs.iter().filter(|pair| own.contains(pair)).count();
        if template.indicator.name != row.name && shared >= 2 && shared * 2 >= theirs.len() {
            found.push((shared * 100 / theirs.len().max(1), shared, template));
        }
    }
    found.sort_by_key(|(share, shared, _)| std::cmp::Reverse((*share, *shared)));
    found.into_iter().take(2).map(|(.., template)| template).collect()
}
