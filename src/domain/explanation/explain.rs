//! 解释: the explanation of any figure, made when it is asked for.

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::Figure;

use super::explanation::Explanation;
use super::{money, scoring};

/// Explains a figure; none when the row that it belongs to is gone.
pub fn explain(draft: &Draft, evaluation: &Evaluation, figure: Figure) -> Option<Explanation> {
    match figure {
        Figure::Total(_)
        | Figure::ExecutionRate
        | Figure::Adjustment
        | Figure::AdjustmentRate
        | Figure::Unspent
        | Figure::UnspentRate
        | Figure::FundRate(_)
        | Figure::CheckpointRate(_)
        | Figure::ProjectsTotal => money::explain(draft, evaluation, figure),
        Figure::CompletionRate(..)
        | Figure::IndicatorScore(_)
        | Figure::IndicatorWeight
        | Figure::PartScore(_)
        | Figure::TotalScore
        | Figure::Grade => scoring::explain(draft, evaluation, figure),
    }
}
