//! 事实: a number, of what it is said, and where.

use std::ops::Range;

use crate::domain::draft::field::Field;
use crate::domain::vocabulary::money::Money;

use super::printed::Printed;

/// 一个数和它说的是什么. A number in a sentence, a cell of a table and a typed field are all facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Where it stands.
    pub at: Place,
    /// Of whom or what it is said.
    pub of: Subject,
    /// Which figure of that it is.
    pub what: Measure,
    /// Of which time.
    pub when: Period,
    /// The number.
    pub number: Printed,
}

/// Where a fact stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a text, as these bytes of it.
    Text(Field, Range<usize>),
    /// In a field of its own.
    Typed(Field),
    /// In a cell of a table: row and column, counted from 0.
    Cell(usize, usize),
}

/// Of whom or what a fact is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The office, or whatever the report is about as a whole.
    #[default]
    Office,
    /// A source of money, a nature of spending, a project, an indicator, a group: what the text calls it.
    Named(String),
}

/// 指标口径: which figure of its subject a number is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// 年初预算.
    Initial,
    /// 调整预算, 全年预算.
    Adjusted,
    /// 执行数, 支出.
    Executed,
    /// 结转结余.
    Unspent,
    /// 到位, 下达, 拨付.
    Received,
    /// 目标, 计划, 应.
    Target,
    /// 完成, 实际.
    Actual,
    /// 上年.
    Before,
    /// 分值, 权重.
    Weight,
    /// 得分.
    Score,
    /// A rate, by its name in [`super::rate_names::RATES`].
    Rate(&'static str),
    /// 占比, of a whole that the text names or not.
    Share,
    /// 增长, 下降: by how much, or at which rate.
    Growth {
        /// Whether it became less.
        down: bool,
    },
    /// 每人, 每户: for each of something.
    Each,
    /// 合计, 共计: of what was named before.
    Total,
    /// What a name of its own says: 道路全长, 培训场次.
    Plain,
}

impl From<Money> for Measure {
    fn from(money: Money) -> Self {
        match money {
            Money::Initial => Measure::Initial,
            Money::Adjusted => Measure::Adjusted,
            Money::Executed => Measure::Executed,
            Money::Received => Measure::Received,
            Money::Unspent => Measure::Unspent,
        }
    }
}

/// Of which time a fact is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// The report's year, or nothing is said.
    #[default]
    Own,
    /// A year that is named.
    Year(u16),
    /// 上年, 去年.
    Last,
    /// A part of the year: 上半年, 一季度, 7月.
    Part,
    /// What shall be: 将, 计划, 力争, 拟.
    Planned,
}
