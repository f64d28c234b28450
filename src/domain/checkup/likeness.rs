//! Which texts speak of the same thing, as their characters tell.

use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::template::Template;

/// All runs of four Chinese characters in the texts: two texts that have one in common speak of the same
/// thing, because chance does not give that.
pub(super) fn runs(texts: &[&String]) -> Vec<String> {
    const LEAST: usize = 4;
    let runs = |text: &&String| {
        let chars: Vec<char> = text.chars().collect();
        let windows = chars.windows(LEAST);
        let windows = windows.filter(|window| window.iter().all(|c| c.is_alphabetic()));
        windows.map(String::from_iter).collect::<Vec<String>>()
    };
    texts.iter().flat_map(runs).collect()
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
        if shared >= 2 && shared * 2 >= theirs.len() {
            found.push((shared * 100 / theirs.len().max(1), shared, template));
        }
    }
    found.sort_by_key(|(share, shared, _)| std::cmp::Reverse((*share, *shared)));
    found.into_iter().take(2).map(|(.., template)| template).collect()
}
