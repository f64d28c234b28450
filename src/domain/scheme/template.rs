//! 指标库: indicators that offices often need, to be found by words or by pinyin initials.

use super::indicator::Indicator;

/// 一项可以选用的指标.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// 类别, as the forms call it: 数量指标.
    pub category: String,
    /// The indicator as it is inserted.
    pub indicator: Indicator,
    /// The pinyin initials of its name: "qzmyd" for 群众满意度.
    pub initials: String,
}

impl Template {
    /// Whether a query means it: each word of the query occurs in the name or the category, or in the
    /// initials of the name.
    pub fn matches(&self, query: &str) -> bool {
        let found = |word: &str| {
            let plain = word.to_lowercase();
            self.indicator.name.contains(word) || self.category.contains(word) || self.initials.contains(&plain)
        };
        query.split_whitespace().all(found)
    }
}
