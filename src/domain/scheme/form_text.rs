//! 表尾文字: what some forms ask to be written below the indicators.

use crate::domain::values::input::choices;

choices! {
    /// A text that a form asks for below its indicators.
    FormText {
        /// 评价结论.
        Conclusion = "conclusion" "评价结论",
        /// 存在问题.
        Problems = "problems" "存在问题",
        /// 改进措施.
        Improvements = "improvements" "改进措施",
        /// 其他需要说明的事项, which may be none.
        Notes = "notes" "其他需要说明的事项",
    }
}
