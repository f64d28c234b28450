//! The tables of the report: 表1 weights, 表2 scores, 表3 projects.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::ending::unended;
use crate::domain::references::quoting::quoted;
use crate::domain::scheme::indicator::IndicatorNature;
use crate::domain::scheme::layouts;
use crate::domain::scheme::scheme::Compound;
use crate::domain::values::input::Input;
use crate::domain::values::row::Id;

use super::block::{Align, Cell, Column, Table};
use super::form_lines;

/// 表1: 评分内容 | 年度主要支出计划 | 绩效指标 | 权重设置（%）.
pub fn weights(draft: &Draft, evaluation: &Evaluation) -> Table {
    form_lines::table(&quoted(draft, evaluation), evaluation, &layouts::TASK_WEIGHTS)
}

/// 表2: 任务的绩效目标 | 任务的关键性指标 | 实现情况分析 | 权重 | 评分情况, with 合计.
pub fn scores(draft: &Draft, evaluation: &Evaluation) -> Table {
    form_lines::table(&quoted(draft, evaluation), evaluation, &layouts::TASK_SCORES)
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
                Cell::new(row.task.trim()).from_field(Field::ProjectTask(row.id)),
                Cell::new(row.name.trim()).from_field(Field::ProjectName(row.id)),
                Cell::new(amount(row.amount.value().copied())).from_field(Field::ProjectAmount(row.id)),
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

/// 监控节点 as sentences, each with its row.
pub fn checkpoint_sentences(draft: &Draft, evaluation: &Evaluation) -> Vec<(Id, String)> {
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
        Some((row.id, sentence + "。"))
    })
    .collect()
}
