//! 支出进度与序时进度: how much was spent by the end of each month that was looked at, against the time gone.

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::values::rate::Rate;

/// The end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProgressPoint {
    /// The month, 1 to 12.
    pub month: u8,
    /// 支出进度.
    pub spending: Rate,
    /// 序时进度.
    pub time: Rate,
}

/// The months that are known, in order, and the end of the year with 执行率. None where no month within the year was
/// looked at: the end alone is no progress.
pub fn progress(draft: &Draft, evaluation: &Evaluation) -> Vec<ProgressPoint> {
    let rows = draft.monitoring.checkpoints.iter().zip(&evaluation.money.checkpoints);
    let mut points: Vec<ProgressPoint> = rows
        .filter_map(|(row, result)| {
            Some(ProgressPoint {
                month: row.month.value()?.get(),
                spending: result.spending_progress.ok()?,
                time: result.time_progress.ok()?,
            })
        })
        .collect();
    points.sort();
    points.dedup_by_key(|point| point.month);
    if points.is_empty() {
        return points;
    }
    let ends = points.last().is_some_and(|point| point.month == 12);
    let year = evaluation.money.execution_rate.ok().filter(|_| !ends);
    points.extend(year.map(|spending| ProgressPoint {
        month: 12,
        spending,
        time: Rate::FULL,
    }));
    points
}
