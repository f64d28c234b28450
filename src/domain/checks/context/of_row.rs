//! What a check of one indicator is given.

use crate::domain::checks::finding::finding::Finding;
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::scheme::Scheme;

use crate::domain::checks::context::result_in_words::ResultInWords;

/// An indicator, its marks and the scheme that they follow. Nothing else of the draft: what is found of a row is kept
/// for as long as these stay.
#[derive(Clone, Copy)]
pub struct OfRow<'a> {
    /// 指标.
    pub row: &'a Indicator,
    /// Its score, or the gap in its way.
    pub score: &'a IndicatorEvaluation,
    /// 评分方案.
    pub scheme: &'a Scheme,
    /// 年度, where it is filled in.
    pub year: Option<u16>,
    /// Its words on what was reached.
    pub words: &'a ResultInWords<'a>,
}

/// A check of one indicator.
pub type RowCheck = fn(&OfRow<'_>, &mut Vec<Finding>);
