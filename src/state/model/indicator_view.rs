//! 指标的看法: which indicators the list shows, and in which order.

use std::rc::Rc;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::indicator_cells::MoreColumns;
use crate::domain::draft::table::Table;
use crate::domain::values::row::Id;

/// 只看.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Showing {
    /// All.
    #[default]
    All,
    /// Those whose actual value is missing.
    Unfilled,
    /// Those with an error.
    Wrong,
    /// Those that are scored by hand.
    Manual,
    /// Those that lost points.
    LostPoints,
}

/// 排序.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// As the form has them: by first and second level.
    #[default]
    Form,
    /// The heaviest first.
    Weight,
    /// Those that lost most first.
    Lost,
    /// By 责任科室.
    Division,
}

/// How the list is looked at. Which rows are shown and in which order is settled when it is chosen, as in Excel: a row
/// that is being filled in neither goes away nor moves under the hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorView {
    /// Whether name, target and weight are typed in the rows, too: 填整张表, not 填结果.
    pub whole: bool,
    /// 可选的列 that are shown.
    pub more: MoreColumns,
    /// 只看.
    pub showing: Showing,
    /// 排序.
    pub sorting: Sorting,
    /// The rows in their order; none while all are shown as the form has them.
    pub rows: Option<Rc<Vec<Id>>>,
    /// The largest identity there was then. Rows that came later are shown, too.
    pub until: Id,
}

impl IndicatorView {
    /// How a draft's list is looked at first: a list that is still to be written is written as a whole.
    pub fn of(draft: &Draft) -> IndicatorView {
        IndicatorView {
            whole: draft.indicators.iter().all(|row| row.is_blank()),
            ..IndicatorView::default()
        }
    }

    /// The table that the list is.
    pub fn table(&self) -> Table {
        if self.whole {
            Table::IndicatorSheet
        } else {
            Table::Indicators
        }
    }

    /// Whether an indicator is among those that are not shown.
    pub fn hides(&self, id: Id) -> bool {
        self.rows
            .as_ref()
            .is_some_and(|rows| id <= self.until && !rows.contains(&id))
    }

    /// The same list; all of it where this indicator would be hidden.
    pub fn with(&self, id: Id) -> IndicatorView {
        match self.hides(id) {
            true => IndicatorView {
                whole: self.whole,
                more: self.more,
                ..IndicatorView::default()
            },
            false => self.clone(),
        }
    }
}

impl Showing {
    /// Every way, in the order of the page.
    pub const ALL: [Showing; 5] = [
        Showing::All,
        Showing::Unfilled,
        Showing::Wrong,
        Showing::Manual,
        Showing::LostPoints,
    ];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Showing::All => "全部",
            Showing::Unfilled => "未填",
            Showing::Wrong => "有错",
            Showing::Manual => "手工",
            Showing::LostPoints => "扣分",
        }
    }
}

impl Sorting {
    /// Every way, in the order of the page.
    pub const ALL: [Sorting; 4] = [Sorting::Form, Sorting::Weight, Sorting::Lost, Sorting::Division];

    /// What it is called; also its code in the page.
    pub fn label(self) -> &'static str {
        match self {
            Sorting::Form => "按表样",
            Sorting::Weight => "权重从大到小",
            Sorting::Lost => "扣分从多到少",
            Sorting::Division => "按责任科室",
        }
    }

    /// The way with this name.
    pub fn read(label: &str) -> Option<Sorting> {
        Sorting::ALL.into_iter().find(|sorting| sorting.label() == label)
    }
}
