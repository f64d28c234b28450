//! The tables of the report: 表1 weights, 表2 scores, 表3 projects.

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation};
use crate::domain::explanation::attained::actuals;
use crate::domain::prose::ending::unended;
use crate::domain::references::quoting::quoted;
use crate::domain::references::wording::joined;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::scheme::{Compound, Part, PartRule};
use crate::domain::values::input::Input;
use crate::domain::values::points::Points;

use super::block::{Align, Cell, Column, Table};

/// 表1: 评分内容 | 年度主要支出计划 | 绩效指标 | 权重设置（%）.
pub fn weights(draft: &Draft) -> Table {
    let mut body = Vec::new();
    for part in &draft.scheme.parts {
        let own: Vec<&Indicator> = indicators_of(draft, part).collect();
        if !own.is_empty() {
            for (place, row) in own.iter().enumerate() {
                let mut cells = vec![
                    Cell::new(goal(row)),
                    Cell::new(row.name.trim()),
                    Cell::new(row.weight.text()),
                ];
                if place == 0 {
                    cells.insert(0, Cell::new(part.name.as_str()).down(own.len()));
                }
                body.push(cells);
            }
        } else {
            body.push(vec![
                Cell::new(part.name.as_str()).across(2).centred(),
                Cell::new("/").centred(),
                Cell::new(part.weight.text()),
            ]);
        }
    }
    let full = draft.scheme.full_points().map(Points::printed).unwrap_or_default();
    body.push(vec![Cell::new("合计").across(3).centred(), Cell::new(full)]);
    Table {
        columns: [Align::Centre, Align::Left, Align::Left, Align::Centre]
            .map(Column::of)
            .into(),
        head: vec![vec![
            Cell::new("评分内容"),
            Cell::new("年度主要支出计划").centred(),
            Cell::new("绩效指标").centred(),
            Cell::new("权重设置（%）"),
        ]],
        body,
    }
}

/// 表2: 任务的绩效目标 | 任务的关键性指标 | 实现情况分析 | 权重 | 评分情况, with 合计.
pub fn scores(draft: &Draft, evaluation: &Evaluation) -> Table {
    let draft = &*quoted(draft, evaluation);
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let mut body: Vec<Vec<Cell>> = rows
        .map(|(row, result)| {
            let analysis = if row.analysis.is_blank() {
                actual(row, result)
            } else {
                row.analysis.trim().to_owned()
            };
            let score = result.score.map(Points::printed).unwrap_or_default();
            vec![
                Cell::new(goal(row)),
                Cell::new(row.name.trim()),
                Cell::new(analysis),
                Cell::new(row.weight.text()),
                Cell::new(score),
            ]
        })
        .collect();
    let sum: Option<Points> = evaluation.indicators.iter().map(|result| result.score.ok()).sum();
    let score = sum.map(Points::printed).unwrap_or_default();
    let weight = evaluation.indicator_weight.map(Points::printed).unwrap_or_default();
    body.push(vec![
        Cell::new("合计").across(3).centred(),
        Cell::new(weight),
        Cell::new(score),
    ]);
    Table {
        columns: [Align::Left, Align::Left, Align::Left, Align::Centre, Align::Centre]
            .map(Column::of)
            .into(),
        head: vec![vec![
            Cell::new("任务的绩效目标").centred(),
            Cell::new("任务的关键性指标").centred(),
            Cell::new("实现情况分析").centred(),
            Cell::new("权重"),
            Cell::new("评分情况"),
        ]],
        body,
    }
}

/// 表3: 主要任务 | 任务涉及重点项目名称 | 任务涉及重点项目金额, with 合计. All amounts have two decimals.
pub fn projects(draft: &Draft, evaluation: &Evaluation) -> Table {
    let rows = draft.projects.rows.iter();
    let amount = |amount: Option<crate::domain::values::amount::Amount>| {
        amount.map(|amount| amount.printed()).unwrap_or_default()
    };
    let mut body: Vec<Vec<Cell>> = rows
        .map(|row| {
            vec![
                Cell::new(row.task.trim()),
                Cell::new(row.name.trim()),
                Cell::new(amount(row.amount.value().copied())),
            ]
        })
        .collect();
    body.push(vec![
        Cell::new("合计").across(2).centred(),
        Cell::new(amount(evaluation.money.projects.ok())),
    ]);
    Table {
        columns: [Align::Left, Align::Left, Align::Right].map(Column::of).into(),
        head: vec![vec![
            Cell::new("主要任务").centred(),
            Cell::new("任务涉及重点项目名称").centred(),
            Cell::new("任务涉及重点项目金额").centred(),
        ]],
        body,
    }
}

/// The remark that 参考 rules need: which parts are scored by a rule that the place has not published.
pub fn reference_note(draft: &Draft) -> Option<String> {
    let several = draft
        .indicators
        .iter()
        .any(|row| row.nature == IndicatorNature::Quantitative && row.measures.len() > 1);
    let how = match draft.scheme.compound {
        Compound::Mean => "的平均",
        Compound::Minimum => "中最低的一项",
        Compound::Weighted => "的加权平均",
    };
    several.then(|| format!("注：一项指标有几个数量要求的，按各数量完成率（每项不超过100%）{how}计分。"))
}

/// 监控节点 as sentences.
pub fn checkpoint_sentences(draft: &Draft, evaluation: &Evaluation) -> Vec<String> {
    let rows = draft.monitoring.checkpoints.iter().zip(&evaluation.money.checkpoints);
    rows.filter_map(|(row, result)| {
        let (month, executed) = (row.month.value()?, row.executed.value()?);
        let mut sentence = format!("截至{}月底，累计执行{}万元", month.get(), executed.printed());
        if let (Ok(spending), Ok(time)) = (result.spending_progress, result.time_progress) {
            sentence += &format!(
                "，支出进度{}，序时进度{}",
                spending.printed_percent(),
                time.printed_percent()
            );
        }
        if !row.note.is_blank() {
            sentence += &format!("，{}", unended(&row.note));
        }
        Some(sentence + "。")
    })
    .collect()
}

/// The indicators that count in a part, in the draft's order.
fn indicators_of<'a>(draft: &'a Draft, part: &'a Part) -> impl Iterator<Item = &'a Indicator> {
    let rows = draft.indicators.iter().map(|row| &**row);
    rows.filter(|row| {
        let home = draft.scheme.home(row.place);
        part.rule == PartRule::IndicatorSum && home.is_some_and(|(home, _)| home.id == part.id)
    })
}

fn goal(row: &Indicator) -> String {
    if row.goal.is_blank() {
        row.name.trim().to_owned()
    } else {
        row.goal.trim().to_owned()
    }
}

/// The actual result in short, for an indicator without an analysis.
fn actual(row: &Indicator, result: &IndicatorEvaluation) -> String {
    let names = row.measures.iter().map(|measure| measure.name.trim());
    let names: Vec<&str> = match row.nature {
        IndicatorNature::Quantitative => names.collect(),
        _ => Vec::new(),
    };
    let lines = actuals(row, result.value).into_iter().enumerate();
    let lines = lines.filter_map(|(place, line)| {
        let line: String = line?.chars().filter(|c| !c.is_whitespace()).collect();
        Some(format!("{}{line}", names.get(place).copied().unwrap_or_default()))
    });
    let lines: Vec<String> = lines.collect();
    joined(lines.iter().map(String::as_str), "；")
}
