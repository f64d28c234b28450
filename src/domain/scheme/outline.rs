//! 报告提纲: headings, their order, and what stands under each, as data of the scheme.

use serde::{Deserialize, Serialize};

use crate::domain::values::input::choices;
use crate::domain::values::row::{Id, plain_row};

choices! {
    /// 标题的层次 (GB/T 9704-2012).
    Level {
        /// 一、
        First = "1" "一、",
        /// （一）
        Second = "2" "（一）",
        /// 1.
        Third = "3" "1.",
    }
}

choices! {
    /// What stands under a heading.
    Content {
        /// Nothing but the headings below.
        Heading = "heading" "只有标题",
        /// 部门职能、机构、人员.
        Department = "department" "部门概况",
        /// 年度总体工作和各项重点工作.
        Work = "work" "年度工作",
        /// 各项年度目标.
        Objectives = "objectives" "年度目标",
        /// 资金情况、预算调整、执行率的文字.
        Money = "money" "资金情况",
        /// 部门整体绩效目标.
        OverallObjective = "overall_objective" "部门整体绩效目标",
        /// 关键指标和权重表.
        Indicators = "indicators" "指标和权重表",
        /// 运行监控情况.
        Monitoring = "monitoring" "运行监控",
        /// 自评结论和评分表.
        Conclusion = "conclusion" "自评结论和评分表",
        /// 各项工作任务完成情况.
        Completions = "completions" "工作任务完成情况",
        /// 重点项目表.
        Projects = "projects" "重点项目表",
        /// 主要工作成效.
        Achievements = "achievements" "主要工作成效",
        /// 存在的问题.
        Problems = "problems" "存在的问题",
        /// 改进措施.
        Improvements = "improvements" "改进措施",
        /// A text of one's own, typed in the outline.
        Text = "text" "自己写的文字",
    }
}

impl Content {
    /// Whether it is prose of the office: a form has tables, and at most its goals and its result.
    pub fn is_written(self) -> bool {
        matches!(
            self,
            Content::Department
                | Content::Work
                | Content::Monitoring
                | Content::Completions
                | Content::Achievements
                | Content::Problems
                | Content::Improvements
        )
    }
}

/// 提纲的一节.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OutlineSection {
    /// Identity.
    pub id: Id,
    /// 层次.
    pub level: Level,
    /// 标题, without its number.
    pub heading: String,
    /// What stands under it.
    pub content: Content,
    /// The text, for [`Content::Text`].
    pub text: String,
}

plain_row!(OutlineSection);

impl Default for OutlineSection {
    fn default() -> Self {
        OutlineSection {
            id: Id::default(),
            level: Level::Second,
            heading: String::new(),
            content: Content::Text,
            text: String::new(),
        }
    }
}

impl Level {
    /// The level as a number, from one.
    pub fn number(self) -> u8 {
        match self {
            Level::First => 1,
            Level::Second => 2,
            Level::Third => 3,
        }
    }
}

/// 部门整体支出绩效自评报告 in the order of the published form.
pub fn standard() -> Vec<OutlineSection> {
    let rows = [
        (Level::First, "基本情况", Content::Heading),
        (Level::Second, "部门概况", Content::Department),
        (Level::Second, "年度总体工作和重点工作任务", Content::Work),
        (Level::Second, "部门整体收支情况", Content::Heading),
        (Level::Third, "部门整体支出绩效目标", Content::Objectives),
        (Level::Third, "部门整体资金情况", Content::Money),
        (Level::Second, "部门整体绩效管理情况", Content::Heading),
        (Level::Third, "部门整体绩效目标", Content::OverallObjective),
        (Level::Third, "部门整体绩效指标设定", Content::Indicators),
        (Level::Third, "部门整体绩效运行监控", Content::Monitoring),
        (Level::First, "综合评价分析", Content::Heading),
        (Level::Second, "自评结论综述", Content::Conclusion),
        (Level::Second, "各项工作任务绩效目标完成情况分析", Content::Completions),
        (Level::Second, "各重点任务项目支出完成情况分析", Content::Projects),
        (Level::Second, "主要工作成效", Content::Achievements),
        (Level::First, "存在的主要问题", Content::Problems),
        (Level::First, "改进措施及相关建议", Content::Improvements),
    ];
    rows.into_iter()
        .map(|(level, heading, content)| OutlineSection {
            level,
            heading: heading.to_owned(),
            content,
            ..OutlineSection::default()
        })
        .collect()
}
