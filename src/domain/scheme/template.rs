//! 指标库: indicators that offices often need.

use super::indicator::Indicator;

/// 一项可以选用的指标.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// 类别, as the forms call it: 数量指标.
    pub category: String,
    /// The indicator as it is inserted.
    pub indicator: Indicator,
}
