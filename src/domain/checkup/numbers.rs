//! 可量化, 可比较, 有计量单位: what an indicator is measured with.

use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::prose::ending::unended;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure, target_text};
use crate::domain::scheme::rule::Rule;
use crate::domain::values::input::Input;

use super::demands::Demand;
use super::quality::{Judged, Quality, State, goal, line, measures};
use super::wording::with_number;

/// 可量化.
pub(super) fn quantified(row: &Indicator, stated: &[Demand]) -> Judged {
    let say = |state, sentence: &str| line(Quality::Quantified, state, sentence);
    let bounded = matches!(row.rule, Rule::Deduction(_) | Rule::Tiers(_));
    match row.nature {
        IndicatorNature::Checklist | IndicatorNature::Deductions if row.items.is_empty() => {
            say(State::Missing, "还没有要点。把要做到的事逐条列出，每条给分。")
        }
        IndicatorNature::Checklist | IndicatorNature::Deductions => {
            if row.items.iter().all(|item| item.points.value().is_some()) {
                say(State::Met, "逐条列了要点和分值。")
            } else {
                say(State::Missing, "有的要点没有分值。")
            }
        }
        IndicatorNature::Qualitative => match stated.iter().find(|demand| demand.stated) {
            Some(demand) => say(
                State::Missing,
                &format!(
                    "绩效目标里写了“{}”，却按定性评价；改成定量更有说服力。",
                    &row.goal[demand.place.clone()]
                ),
            )
            .suggesting(
                Some("quantitative".into()),
                Some(Field::Indicator(row.id, IndicatorField::Nature)),
            ),
            None => say(State::Missing, "定性指标，没有数可以对照。能写出数量的，改成定量。")
                .suggesting(with_number(row), goal(row)),
        },
        IndicatorNature::Formula if bounded => say(State::Met, "按公式计算，规则里有界限。"),
        IndicatorNature::Quantitative | IndicatorNature::Formula => {
            let blank = measures(row)
                .iter()
                .position(|measure| measure.target.value().is_none());
            let targets: Vec<String> = measures(row).iter().map(target_text).collect();
            match (blank, stated) {
                (None, _) if !targets.is_empty() => say(State::Met, &format!("指标值 {}。", targets.join("，"))),
                (Some(place), [only]) if row.measures.len() == 1 && only.stated => {
                    let target = row
                        .measures
                        .get(place)
                        .map(|measure| Field::Measure(row.id, measure.id, MeasureField::Target));
                    say(State::Missing, "指标值没有填，绩效目标里有。")
                        .suggesting(Some(only.value.decimal().to_string()), target)
                }
                (Some(place), _) if row.measures.len() > 1 => {
                    say(State::Missing, &format!("第 {} 行没有指标值。", place + 1))
                }
                _ => say(State::Missing, "没有指标值。")
                    .suggesting(stated.is_empty().then(|| with_number(row)).flatten(), goal(row)),
            }
        }
    }
}

/// Words that name something outside the indicator to compare it with.
const STANDARDS: [&str; 24] = [
    "标准",
    "规范",
    "规定",
    "定额",
    "合同",
    "工期",
    "批复",
    "计划数",
    "方案",
    "办法",
    "条例",
    "《",
    "〔",
    "上年",
    "去年",
    "同比",
    "比上",
    "以前年度",
    "平均水平",
    "行业",
    "国家",
    "省级",
    "市级",
    "文件",
];

/// 可比较.
pub(super) fn comparable(row: &Indicator) -> Judged {
    let say = |state, sentence: &str| line(Quality::Comparable, state, sentence);
    let texts = [&row.goal, &row.standard, &row.source, &row.name];
    let named = STANDARDS
        .iter()
        .find(|word| texts.iter().any(|text| text.contains(**word)));
    let source = Field::Indicator(row.id, IndicatorField::Source);
    let standard = Field::Indicator(row.id, IndicatorField::Standard);
    match row.nature {
        IndicatorNature::Formula => say(State::Met, "是比率，能和上年、和别的单位比。"),
        IndicatorNature::Checklist | IndicatorNature::Deductions => say(State::Met, "逐条对照要点。"),
        IndicatorNature::Quantitative if !row.measures.is_empty() && row.measures.iter().all(is_percent) => {
            say(State::Met, "是比率，能和上年、和别的单位比。")
        }
        _ if !row.source.is_blank() => say(State::Met, &format!("有依据：{}。", unended(&row.source))),
        _ if named.is_some() => say(
            State::Met,
            &format!("写了对照什么（{}）。", named.map_or("", |word| *word)),
        ),
        IndicatorNature::Quantitative => say(State::Unclear, "没有写指标值从哪里来：批复的目标，还是上年的数。")
            .suggesting(
                Some(format!(
                    "（　）年批复的绩效目标；上年完成（　）{}",
                    row.measures.first().map_or("", |measure| measure.unit.trim())
                )),
                Some(source),
            ),
        IndicatorNature::Qualitative if row.standard.is_blank() => say(State::Missing, "没有写达到什么程度算达成。")
            .suggesting(Some("对照（　）的要求，（　）全部做到".into()), Some(standard)),
        IndicatorNature::Qualitative => say(State::Unclear, "定性标准没有写对照哪个文件或哪一年的情况。").suggesting(
            Some(format!("{}，对照（　）的要求", unended(&row.standard))),
            Some(standard),
        ),
    }
}

fn is_percent(measure: &Measure) -> bool {
    matches!(measure.unit.trim(), "%" | "％" | "百分点" | "‰")
}

/// 有计量单位.
pub(super) fn has_unit(row: &Indicator, stated: &[Demand]) -> Judged {
    let say = |state, sentence: &str| line(Quality::HasUnit, state, sentence);
    match row.nature {
        IndicatorNature::Formula => say(State::Met, "公式的结果是百分数。"),
        IndicatorNature::Checklist | IndicatorNature::Deductions => say(State::Met, "要点按分计。"),
        IndicatorNature::Qualitative => say(State::Unclear, "定性指标没有数，谈不上单位。"),
        IndicatorNature::Quantitative => match row.measures.iter().position(|measure| measure.unit.is_blank()) {
            None if row.measures.is_empty() => say(State::Missing, "还没有指标值，也没有单位。"),
            None => say(State::Met, "每个指标值都有单位。"),
            Some(place) => {
                let measure = row.measures.get(place);
                let same = |demand: &&Demand| measure.and_then(|measure| measure.target.value()) == Some(&demand.value);
                let field = measure.map(|measure| Field::Measure(row.id, measure.id, MeasureField::Unit));
                let mut same = stated.iter().filter(same);
                let unit = same
                    .next()
                    .filter(|_| same.next().is_none())
                    .map(|demand| demand.unit.clone());
                say(State::Missing, &format!("第 {} 行的指标值没有单位。", place + 1)).suggesting(unit, field)
            }
        },
    }
}
