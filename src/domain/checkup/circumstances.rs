//! 有时限, 有佐证, 只管一件事, 与资金匹配: what stands around the number of an indicator.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::prose::found::What;
use crate::domain::prose::quantity::quantities;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, target_text};
use crate::domain::scheme::template::Template;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Input;

use super::likeness::{alike, runs};
use super::quality::{Judged, Quality, State, goal, line, measures};
use super::split::{Split, Whole};
use super::wording::{is_felt, tasks, with_time};

/// Words that say until when, or how often in the year.
const TIMES: [&str; 38] = [
    "年内",
    "全年",
    "年度",
    "本年",
    "当年",
    "年底",
    "年末",
    "每年",
    "每月",
    "每季",
    "每周",
    "每日",
    "每天",
    "每半年",
    "按月",
    "按季",
    "逐月",
    "上半年",
    "下半年",
    "季度",
    "月底前",
    "月前",
    "日前",
    "工期",
    "期限",
    "时限",
    "时效",
    "及时",
    "按时",
    "按期",
    "准时",
    "如期",
    "限时",
    "完工时间",
    "完成时间",
    "约定时间",
    "即时",
    "当日",
];

/// 有时限.
pub(super) fn has_time(row: &Indicator) -> Judged {
    let measures = measures(row).iter().map(|measure| &measure.name);
    let texts: Vec<&String> = [&row.goal, &row.name, &row.standard]
        .into_iter()
        .chain(measures)
        .collect();
    let word = TIMES.iter().find(|word| texts.iter().any(|text| text.contains(**word)));
    if let Some(word) = word {
        return line(Quality::HasTime, State::Met, format!("写了“{word}”。"));
    }
    if texts.iter().any(|text| is_dated(text)) || measures_time(row) {
        return line(Quality::HasTime, State::Met, "写了时间。");
    }
    line(Quality::HasTime, State::Missing, "没有写什么时候完成、多久一次。").suggesting(with_time(row), goal(row))
}

/// Whether a text names a day or a year.
fn is_dated(text: &str) -> bool {
    let year = |(place, _): (usize, &str)| {
        let before = &text[..place];
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        digits == 4
            && (before.ends_with(|c: char| c.is_ascii_digit()))
            && ["19", "20"]
                .iter()
                .any(|century| before[before.len() - 4..].starts_with(century))
    };
    text.match_indices('年').any(year) || quantities(text).iter().any(|found| matches!(found.what, What::Date(_)))
}

/// Whether the indicator itself measures how long something takes.
fn measures_time(row: &Indicator) -> bool {
    let units = ["天", "日", "小时", "分钟", "工作日", "个工作日", "个月", "月"];
    measures(row).iter().any(|measure| units.contains(&measure.unit.trim()))
}

/// 有佐证.
pub(super) fn has_evidence(row: &Indicator, library: &[Template]) -> Judged {
    let say = |state, sentence: &str| line(Quality::HasEvidence, state, sentence);
    let named = row.evidence.iter().filter(|evidence| !evidence.name.is_blank()).count();
    if named > 0 {
        return say(State::Met, &format!("列了 {named} 份材料。"));
    }
    if !row.evidence_hint.is_blank() {
        return say(
            State::Met,
            &format!("通常有{}；把本单位的写进佐证材料更好。", row.evidence_hint.trim()),
        );
    }
    let blank = row
        .evidence
        .first()
        .map(|evidence| Field::EvidenceName(row.id, evidence.id));
    let hint = alike(row, library)
        .into_iter()
        .find(|template| !template.indicator.evidence_hint.is_blank());
    let text = match hint {
        _ if is_felt(&row.name) => Some("满意度调查问卷和统计表，样本（　）份".to_owned()),
        Some(template) => Some(template.indicator.evidence_hint.clone()),
        None => None,
    };
    say(State::Missing, "没有写拿什么证明结果，请添加佐证材料。").suggesting(text, blank)
}

/// 只管一件事.
pub(super) fn one_thing(row: &Indicator, split: &Result<Split, Whole>) -> Judged {
    let say = |state, sentence: &str| line(Quality::OneThing, state, sentence);
    match (split, row.nature) {
        (Ok(split), _) if row.measures.len() > 1 => say(
            State::Missing,
            &format!(
                "有 {} 个指标值，一项没做到会被另一项遮住。",
                split.first.measures.len() + split.second.measures.len()
            ),
        ),
        (Ok(_), _) => say(State::Missing, "绩效目标里有别的数量要求，指标值里没有。"),
        (Err(Whole::Unread(_)), _) => say(State::Missing, &format!("有 {} 个指标值。", row.measures.len())),
        (_, IndicatorNature::Checklist | IndicatorNature::Deductions) => say(State::Met, "几个要点合成一项。"),
        (_, IndicatorNature::Formula) => say(State::Met, "只有一个公式。"),
        _ if tasks(&row.goal) > 1 => say(State::Unclear, "绩效目标里像有几件事，请看看要不要分开。"),
        _ if ["且全部", "且均", "且验收", "，且"]
            .iter()
            .any(|word| row.goal.contains(word)) =>
        {
            say(State::Unclear, "“且”后面还有一个要求，请看看要不要单独成一项。")
        }
        _ => say(State::Met, "只有一个要求。"),
    }
}

/// 与资金匹配.
pub(super) fn matches_funds(row: &Indicator, draft: &Draft) -> Judged {
    let say = |state, sentence: &str| line(Quality::MatchesFunds, state, sentence);
    if row.nature == IndicatorNature::Formula && row.formula.uses_draft() {
        return say(State::Met, "直接用报告里的数计算。");
    }
    let own = runs(&[&row.name, &row.goal]);
    let is_about = |text: &str| own.iter().any(|run| text.contains(run.as_str()));
    let mut projects = draft.projects.rows.iter();
    let Some(project) = projects.find(|project| is_about(&project.name) || is_about(&project.task)) else {
        let fund = draft.budget.funds.iter().find(|fund| is_about(&fund.name));
        return match fund {
            Some(fund) => say(State::Met, &format!("对应资金来源“{}”。", fund.label())),
            None => say(State::Unclear, "没有找到同名的重点项目或资金，看不出对应哪笔钱。"),
        };
    };
    let name = if project.name.is_blank() {
        project.task.trim()
    } else {
        project.name.trim()
    };
    let Some(amount) = project.amount.value() else {
        return say(State::Unclear, &format!("像是重点项目“{name}”的，那里还没有金额。"));
    };
    let over = row.measures.iter().find(|measure| {
        let target = measure
            .target
            .value()
            .filter(|_| measure.comparator == Comparator::AtMost && measure.unit.trim() == "万元");
        target.is_some_and(|target| target.decimal() > amount.decimal())
    });
    match over {
        Some(measure) => say(
            State::Missing,
            &format!(
                "成本目标 {} 超过重点项目“{name}”的 {} 万元。",
                target_text(measure),
                project.amount.text()
            ),
        ),
        None => say(
            State::Met,
            &format!("对应重点项目“{name}”，{} 万元。", project.amount.text()),
        ),
    }
}
