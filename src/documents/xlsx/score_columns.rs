//! The columns of the sheet 指标评分.

use crate::domain::scheme::indicator::{Indicator, IndicatorNature};

/// The columns.
pub mod column {
    /// 一级指标.
    pub const PART: u16 = 0;
    /// 二级指标.
    pub const GROUP: u16 = 1;
    /// 三级指标.
    pub const NAME: u16 = 2;
    /// 内容 of one of several measures.
    pub const MEASURE: u16 = 3;
    /// 指标性质.
    pub const NATURE: u16 = 4;
    /// 符号.
    pub const SIGN: u16 = 5;
    /// 指标值.
    pub const TARGET: u16 = 6;
    /// 计量单位.
    pub const UNIT: u16 = 7;
    /// 完成值.
    pub const ACTUAL: u16 = 8;
    /// 计分完成率.
    pub const SHARE: u16 = 9;
    /// 权重.
    pub const WEIGHT: u16 = 10;
    /// 得分.
    pub const SCORE: u16 = 11;
    /// 偏差原因及改进措施.
    pub const REASON: u16 = 12;
    /// 计分说明.
    pub const NOTE: u16 = 13;
}

/// Whether an indicator takes one row per measure.
pub fn is_several(row: &Indicator) -> bool {
    row.nature == IndicatorNature::Quantitative && row.measures.len() > 1
}
