//! How many indicators, unfinished indicators and projects a text says there are.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::prose::found::{Found, What};
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedRow {
    /// Indicators.
    Indicators,
    /// Indicators that stay behind their targets.
    Unfinished,
    /// 重点项目.
    Projects,
}

/// How many of something a text says there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What is counted.
    pub what: CountedRow,
    /// How many there are said to be.
    pub count: Decimal,
    /// The clause that says it.
    pub quoted: String,
    /// Where the count stands.
    pub place: Range<usize>,
}

/// Words between a count and 指标 that leave it all indicators.
const KINDS: [&str; 12] = [
    "三级",
    "绩效",
    "具体",
    "考核",
    "评价",
    "年度",
    "关键性",
    "任务",
    "部门整体",
    "整体",
    "自评",
    "的",
];

/// Words with which a text counts all indicators.
const ALL: WordList = WordList::of(&[
    "共设",
    "设置",
    "设定",
    "设立",
    "设了",
    "共有",
    "制定",
    "全部",
    "均已",
    "均完成",
    "确定",
    "明确",
    "分解",
]);

/// Words by which a count is of something else: of a class, a project, another year.
const OTHERS: WordList = WordList::of(&[
    "上年",
    "去年",
    "一级",
    "二级",
    "每个",
    "各项目",
    "项目支出",
    "其中",
    "核心",
    "约束性",
    "试点",
    "抽",
    "数量指标",
    "质量指标",
    "时效指标",
    "成本指标",
    "效益指标",
    "满意度指标",
    "产出",
    "产出指标",
    "民生",
    "监测",
    "规划",
    "下年",
    "明年",
    "增设",
    "新增",
    "调整",
    "取消",
    "修改",
    "共性",
    "个性",
    "单位",
    "下属",
    "部门共",
    "优化",
    "完善",
]);

/// What a text says of the number of rows.
pub fn counted(text: &str, quantities: &[Found]) -> Vec<Counted> {
    const ROWS: WordList = WordList::of(&["指标", "重点项目"]);
    if !ROWS.any_in(text) {
        return Vec::new();
    }
    quantities.iter().filter_map(|found| one(text, found)).collect()
}

fn one(text: &str, found: &Found) -> Option<Counted> {
    let What::Count(count, unit) = &found.what else {
        return None;
    };
    matches!(unit.as_str(), "项" | "个" | "条").then_some(())?;
    let (before, after) = (text.get(..found.range.start)?, text.get(found.range.end..)?);
    let clause_before = stops::last(before, Mark::Item);
    let clause_after = stops::first(after, Mark::Item);
    let what = what(clause_before, clause_after)?;
    let clause = format!("{clause_before}{}{clause_after}", text.get(found.range.clone())?);
    let is_other = OTHERS.any_in(&clause)
        || clause_before.ends_with(['第', '前', '近', '约', '余', '每', '有', '的'])
            && what == CountedRow::Indicators
            && !clause_before.ends_with("共有");
    (!is_other).then(|| Counted {
        what,
        count: count.decimal(),
        quoted: excerpt(&clause, 24),
        place: found.range.clone(),
    })
}

/// What the words around a count say that it counts.
fn what(before: &str, after: &str) -> Option<CountedRow> {
    const NOT_DONE: [&str; 7] = ["未完成", "没有完成", "未达标", "未达到", "未达成", "没有达到", "未实现"];
    let mut noun = after.trim_start();
    while let Some(rest) = KINDS.iter().find_map(|kind| noun.strip_prefix(kind)) {
        noun = rest;
    }
    if let Some(rest) = noun.strip_prefix("指标") {
        if NOT_DONE.iter().any(|words| rest.starts_with(words)) {
            return Some(CountedRow::Unfinished);
        }
        let counts_all = ALL.any_in(before) || rest.starts_with("全部") || rest.starts_with("均");
        return counts_all.then_some(CountedRow::Indicators);
    }
    let lead = before.trim_end_matches(['共', '有', '为', ' ']);
    if NOT_DONE
        .iter()
        .any(|words| lead.ends_with(&format!("{words}指标")) || lead.ends_with(&format!("{words}的指标")))
    {
        return Some(CountedRow::Unfinished);
    }
    if lead.ends_with("三级指标") {
        return Some(CountedRow::Indicators);
    }
    let is_projects = after.starts_with("重点项目") || (lead.ends_with("重点项目") && after.is_empty());
    is_projects.then_some(CountedRow::Projects)
}
