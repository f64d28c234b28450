//! 指标值的符号: ≥, ≤, =, 区间, as a value that prose and indicators share.

use super::input::choices;

choices! {
    /// 指标值的符号.
    Comparator {
        /// 不低于.
        AtLeast = "at_least" "≥",
        /// 不高于.
        AtMost = "at_most" "≤",
        /// 等于.
        Exactly = "exactly" "=",
        /// 区间: from the target up to the upper end, both included.
        Between = "between" "区间",
    }
}
