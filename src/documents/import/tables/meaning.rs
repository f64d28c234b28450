//! What the column that a head announces means for the list that is filled from the table.

use Meaning::*;

use crate::domain::draft::budget::Column as MoneyColumn;
use crate::domain::draft::taken::{Meaning, MoneyUnit, TableKind};
use crate::domain::values::parse::half_width;

use crate::documents::import::text::columns;
use crate::documents::import::text::columns::Column;

/// What the head of a column means; none where it is not known.
pub fn meaning(kind: TableKind, head: &str) -> Option<Meaning> {
    ranked(kind, head).map(|(_, meaning)| meaning)
}

/// The same with how surely the word means it: of two columns the one with the smaller number is meant.
pub fn ranked(kind: TableKind, head: &str) -> Option<(usize, Meaning)> {
    // A sentence is no head.
    if head.trim().is_empty() || head.chars().filter(|c| !c.is_whitespace()).count() > LONGEST {
        return None;
    }
    let short = columns::bare(head);
    let of_kind = match kind {
        TableKind::Funds => &SHORT_FUNDS[..],
        TableKind::Indicators => &SHORT_INDICATORS[..],
        TableKind::Projects => &SHORT_PROJECTS[..],
        TableKind::Divisions => &DIVISIONS[..],
        TableKind::Units => &UNITS[..],
    };
    if let Some(place) = of_kind.iter().position(|(word, _)| *word == short) {
        return Some((place, of_kind[place].1));
    }
    let (rank, column) = columns::ranked(head)?;
    let meaning = match kind {
        // Names stand under words of their own only.
        TableKind::Divisions | TableKind::Units => return None,
        TableKind::Funds => of_funds(column),
        TableKind::Indicators => of_indicators(column, &short),
        TableKind::Projects => of_projects(column),
    };
    Some((rank + of_kind.len(), meaning))
}

/// A longer text is no head of a column, in characters.
const LONGEST: usize = 24;

/// Short words that mean something only in tables of one kind.
const SHORT_FUNDS: [(&str, Meaning); 4] = [
    ("来源", FundName),
    ("名称", FundName),
    ("项目", FundName),
    ("说明", FundReason),
];
const SHORT_INDICATORS: [(&str, Meaning); 4] = [("指标", Name), ("指标内容", Name), ("目标", Goal), ("任务", Goal)];
/// The words above names of divisions and units, the surest first.
const DIVISIONS: [(&str, Meaning); 12] = [
    ("内设机构名称", DivisionName),
    ("内设机构", DivisionName),
    ("机构名称", DivisionName),
    ("科室名称", DivisionName),
    ("处室名称", DivisionName),
    ("部门名称", DivisionName),
    ("科室", DivisionName),
    ("处室", DivisionName),
    ("名称", DivisionName),
    ("加挂牌子", SecondName),
    ("加挂", SecondName),
    ("挂牌", SecondName),
];
const UNITS: [(&str, Meaning); 9] = [
    ("下属单位名称", UnitName),
    ("下属单位", UnitName),
    ("所属单位", UnitName),
    ("二级单位", UnitName),
    ("预算单位", UnitName),
    ("预算单位名称", UnitName),
    ("单位名称", UnitName),
    ("单位", UnitName),
    ("名称", UnitName),
];
const SHORT_PROJECTS: [(&str, Meaning); 3] = [("项目", Project), ("任务", Task), ("名称", Project)];

fn of_funds(column: Column) -> Meaning {
    match column {
        Column::Source => FundName,
        Column::Money(MoneyColumn::Initial) => Initial,
        Column::Money(MoneyColumn::Adjusted) | Column::Budget => Adjusted,
        Column::Money(MoneyColumn::Executed) => Executed,
        Column::Reason => FundReason,
        _ => Skip,
    }
}

fn of_indicators(column: Column, short: &str) -> Meaning {
    match column {
        Column::Part | Column::First => FirstLevel,
        Column::Second => SecondLevel,
        Column::Name => Name,
        Column::Goal => Goal,
        Column::Nature => Nature,
        Column::Comparator => Sign,
        Column::Target => Target,
        Column::AdjustedTarget => AdjustedTarget,
        Column::Unit => Unit,
        Column::Weight => Weight,
        Column::Actual => Actual,
        // 完成情况 holds the value where nothing is analysed.
        Column::Analysis if !short.contains("分析") => Actual,
        Column::Analysis => Analysis,
        Column::Reason => Deviation,
        Column::Improvement => Improvement,
        Column::Evidence => Evidence,
        Column::Division => Division,
        _ => Skip,
    }
}

fn of_projects(column: Column) -> Meaning {
    match column {
        Column::ProjectName => Project,
        Column::Goal => Task,
        Column::ProjectAmount | Column::Money(MoneyColumn::Executed) => ProjectAmount,
        Column::Money(MoneyColumn::Initial) => ProjectInitial,
        Column::Budget | Column::Money(_) => ProjectBudget,
        Column::Analysis => ProjectCompletion,
        _ => Skip,
    }
}

/// The unit that a text names in brackets or behind 单位; none where it names none.
pub fn unit(text: &str) -> Option<MoneyUnit> {
    let plain = half_width(text);
    let named = match plain.split_once("单位:").or_else(|| plain.split_once("金额单位")) {
        Some((_, unit)) => unit.to_owned(),
        None => plain
            .split(['(', '['])
            .skip(1)
            .filter_map(|inside| inside.split([')', ']']).next())
            .collect(),
    };
    [
        ("万元", MoneyUnit::TenThousand),
        ("千元", MoneyUnit::Thousand),
        ("亿元", MoneyUnit::HundredMillion),
        ("元", MoneyUnit::Yuan),
    ]
    .into_iter()
    .find(|(word, _)| named.contains(word))
    .map(|(_, unit)| unit)
}
