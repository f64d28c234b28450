//! 评分方案预设: schemes as data. A new place is a new function here, not a new rule elsewhere.

use rust_decimal::Decimal;

use super::indicator::Attainment;
use super::input::Entry;
use super::points::Points;
use super::rate::Rate;
use super::row::NextId;
use super::scheme::{Band, ExcessRule, Grade, Limits, Part, Scheme, ScoringRule};

/// 白云区部门整体支出绩效自评: 支出进度 30, 年度目标 30, 年度主要支出计划 40.
///
/// The rule for progress is not published; at 97.88% the district's own reports admit less than full
/// marks, which fits a linear rule and rules out "full from 95%". It is therefore marked 参考.
/// Grades and qualitative bands follow 财预〔2020〕10号.
pub fn baiyun(ids: &mut NextId) -> Scheme {
    Scheme {
        name: "白云区 30 / 30 / 40".into(),
        place: "广东省广州市白云区".into(),
        source: "白云区部门整体支出绩效自评报告（2022年度）".into(),
        reference: true,
        parts: vec![
            Part {
                id: ids.take(),
                name: "部门支出进度".into(),
                weight: points(30),
                rule: ScoringRule::LinearProgress,
                reference: true,
                source: "白云区未公开计分办法，按执行率线性计分，参照财预〔2020〕10号".into(),
            },
            Part {
                id: ids.take(),
                name: "年度目标".into(),
                weight: points(30),
                rule: ScoringRule::ObjectiveShare,
                reference: true,
                source: "白云区未公开计分办法，按完成程度计分".into(),
            },
            Part {
                id: ids.take(),
                name: "年度主要支出计划".into(),
                weight: points(40),
                rule: ScoringRule::IndicatorSum,
                reference: false,
                source: "财预〔2020〕10号".into(),
            },
        ],
        grades: vec![
            Band {
                value: Grade::Excellent,
                from: percent(90),
            },
            Band {
                value: Grade::Good,
                from: percent(80),
            },
            Band {
                value: Grade::Fair,
                from: percent(60),
            },
            Band {
                value: Grade::Poor,
                from: percent(0),
            },
        ],
        attainments: vec![
            Band {
                value: Attainment::Achieved,
                from: percent(80),
            },
            Band {
                value: Attainment::PartlyAchieved,
                from: percent(60),
            },
            Band {
                value: Attainment::NotAchieved,
                from: percent(0),
            },
        ],
        excess: Some(ExcessRule::Inverse),
        limits: Limits {
            adjustment: percent(30),
            execution: percent(90),
            over_achievement: percent(130),
        },
    }
}

fn points(value: i64) -> Entry<Points> {
    Entry::Accepted(Points::new(Decimal::from(value)))
}

fn percent(value: i64) -> Entry<Rate> {
    Entry::Accepted(Rate::from_percent(Decimal::from(value)))
}
