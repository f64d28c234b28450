//! What was recognised in a text: values, where each would go, how sure that is, and where it stood.

use std::ops::Range;

use crate::domain::draft::budget::{Column, FundSource, SpendingNature};
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::input::Choice;

/// Where a value goes. Rows have no identity before the draft is made, so this is no `Field` yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Slot {
    Kind,
    Unit,
    ShortName,
    Year,
    ProjectTitle,
    CompetentDepartment,
    ReportDate,
    Duties,
    SubordinateUnit,
    DivisionName,
    DivisionSecondName,
    AuthorisedPosts,
    Staff,
    WorkOverview,
    WorkHeading,
    WorkText,
    /// The heading of a part of the piece of work before it.
    SubHeading,
    SubText,
    /// 资金: of a source, or the total.
    Money(Option<FundSource>, Column),
    Nature(SpendingNature, Column),
    ExecutionRate,
    AdjustmentReason,
    ExecutionReason,
    OverallObjective,
    Objective,
    PartName,
    PartWeight,
    /// The points that the report printed for the part.
    PartScore,
    FirstLevel,
    SecondLevel,
    Goal,
    IndicatorName,
    Target,
    Actual,
    Weight,
    Score,
    Analysis,
    DeviationReason,
    Monitoring,
    ProjectTask,
    ProjectName,
    /// 项目预算数, beside what was spent.
    ProjectBudget,
    ProjectAmount,
    ProjectsNote,
    Conclusion,
    StatedScore,
    StatedGrade,
    CompletionHeading,
    CompletionText,
    Achievements,
    Problem,
    Improvement,
    /// 项目实际完成情况, beside its goal.
    ObjectiveActual,
    /// The annexed form that the other values of an item belong to, by the name of its project.
    Form,
}

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// 把握大: the text says it in so many words, or figures bear it out.
    High,
    /// 请核对: most likely so.
    Medium,
    /// 拿不准: it could be something else.
    Low,
}

/// A place in the passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Which passage.
    pub passage: usize,
    /// Which row, where the passage is a table; the whole row is meant.
    pub row: Option<usize>,
    /// The bytes of the paragraph.
    pub range: Range<usize>,
}

/// A value and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Where it goes.
    pub slot: Slot,
    /// The text as a user would type it.
    pub text: String,
}

/// 一项认出来的内容: one value, or the values of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The values; at least one.
    pub values: Vec<Value>,
    /// How sure it is.
    pub sure: Sure,
    /// Why it is not surer, or what bears it out: a sentence.
    pub reason: String,
    /// Where it stood; at least one place.
    pub sources: Vec<Source>,
}

impl Slot {
    /// What the form calls it.
    pub fn label(self) -> String {
        let name = match self {
            Slot::Kind => "报告种类",
            Slot::Unit => "单位全称",
            Slot::ShortName => "单位简称",
            Slot::Year => "年度",
            Slot::ProjectTitle | Slot::ProjectName => "项目名称",
            Slot::CompetentDepartment => "主管部门",
            Slot::ReportDate => "报告日期",
            Slot::Duties => "主要职能",
            Slot::SubordinateUnit => "下属单位",
            Slot::DivisionName => "内设机构",
            Slot::DivisionSecondName => "加挂牌子",
            Slot::AuthorisedPosts => "编制数",
            Slot::Staff => "在职人员数",
            Slot::WorkOverview => "总体工作",
            Slot::WorkHeading => "重点工作标题",
            Slot::SubHeading => "小项标题",
            Slot::WorkText | Slot::SubText => "正文",
            Slot::Money(source, column) => {
                let source = source.map_or("合计", FundSource::label);
                return format!("{source}，{}", column.label());
            }
            Slot::Nature(nature, column) => return format!("{}，{}", nature.label(), column.label()),
            Slot::ExecutionRate => "执行率",
            Slot::AdjustmentReason => "预算调整的原因",
            Slot::ExecutionReason => "执行率偏低的原因",
            Slot::OverallObjective => "总体目标",
            Slot::Objective => "年度目标",
            Slot::PartName => "评分内容",
            Slot::PartWeight | Slot::Weight => "权重",
            Slot::FirstLevel => "一级指标",
            Slot::SecondLevel => "二级指标",
            Slot::Goal => "绩效目标",
            Slot::IndicatorName => "指标名称",
            Slot::Target => "指标值",
            Slot::Actual => "实际完成值",
            Slot::PartScore | Slot::Score => "得分",
            Slot::Analysis => "实现情况分析",
            Slot::DeviationReason => "偏差原因及改进措施",
            Slot::Monitoring => "监控情况",
            Slot::ProjectTask => "主要任务",
            Slot::ProjectBudget => "预算数",
            Slot::ProjectAmount => "金额",
            Slot::ProjectsNote => "重点项目说明",
            Slot::Conclusion => "自评结论",
            Slot::StatedScore => "已上报的总分",
            Slot::StatedGrade => "已上报的等级",
            Slot::CompletionHeading => "工作任务",
            Slot::CompletionText => "完成情况",
            Slot::Achievements => "主要工作成效",
            Slot::Problem => "存在的问题",
            Slot::Improvement => "改进措施",
            Slot::ObjectiveActual => "目标实际完成情况",
            Slot::Form => "附表",
        };
        name.to_owned()
    }

    /// The part of the form that it belongs to.
    pub fn chapter(self) -> Chapter {
        match self {
            Slot::Kind
            | Slot::Unit
            | Slot::ShortName
            | Slot::Year
            | Slot::ProjectTitle
            | Slot::CompetentDepartment
            | Slot::ReportDate
            | Slot::Form => Chapter::Basics,
            Slot::Duties
            | Slot::SubordinateUnit
            | Slot::DivisionName
            | Slot::DivisionSecondName
            | Slot::AuthorisedPosts
            | Slot::Staff => Chapter::Department,
            Slot::WorkOverview | Slot::WorkHeading | Slot::WorkText | Slot::SubHeading | Slot::SubText => Chapter::Work,
            Slot::Money(..)
            | Slot::Nature(..)
            | Slot::ExecutionRate
            | Slot::AdjustmentReason
            | Slot::ExecutionReason => Chapter::Budget,
            Slot::OverallObjective | Slot::Objective | Slot::ObjectiveActual => Chapter::Objectives,
            Slot::PartName | Slot::PartWeight | Slot::PartScore => Chapter::Scheme,
            Slot::FirstLevel
            | Slot::SecondLevel
            | Slot::Goal
            | Slot::IndicatorName
            | Slot::Target
            | Slot::Actual
            | Slot::Weight
            | Slot::Score
            | Slot::Analysis
            | Slot::DeviationReason => Chapter::Indicators,
            Slot::Monitoring => Chapter::Monitoring,
            Slot::ProjectTask | Slot::ProjectName | Slot::ProjectBudget | Slot::ProjectAmount | Slot::ProjectsNote => {
                Chapter::Projects
            }
            Slot::Conclusion
            | Slot::StatedScore
            | Slot::StatedGrade
            | Slot::CompletionHeading
            | Slot::CompletionText
            | Slot::Achievements => Chapter::Results,
            Slot::Problem | Slot::Improvement => Chapter::Problems,
        }
    }

    /// Whether the value is prose, which wants room.
    pub fn is_long(self) -> bool {
        matches!(
            self,
            Slot::Duties
                | Slot::WorkOverview
                | Slot::WorkText
                | Slot::SubText
                | Slot::AdjustmentReason
                | Slot::ExecutionReason
                | Slot::OverallObjective
                | Slot::Objective
                | Slot::ObjectiveActual
                | Slot::Goal
                | Slot::Analysis
                | Slot::DeviationReason
                | Slot::Monitoring
                | Slot::ProjectTask
                | Slot::ProjectsNote
                | Slot::Conclusion
                | Slot::CompletionText
                | Slot::Achievements
                | Slot::Problem
                | Slot::Improvement
        )
    }
}

impl Sure {
    /// In the words of the page.
    pub fn label(self) -> &'static str {
        match self {
            Sure::High => "把握大",
            Sure::Medium => "请核对",
            Sure::Low => "拿不准",
        }
    }
}

impl Source {
    /// Whether there is anything to be seen at it.
    pub fn is_visible(&self) -> bool {
        self.row.is_some() || !self.range.is_empty()
    }

    /// A piece of a paragraph.
    pub fn text(passage: usize, range: Range<usize>) -> Source {
        Source {
            passage,
            row: None,
            range,
        }
    }

    /// A row of a table.
    pub fn row(passage: usize, row: usize) -> Source {
        Source {
            passage,
            row: Some(row),
            range: 0..0,
        }
    }
}

impl Recognised {
    /// One value from one piece of a paragraph.
    pub fn one(
        slot: Slot,
        text: impl Into<String>,
        sure: Sure,
        reason: impl Into<String>,
        source: Source,
    ) -> Recognised {
        Recognised {
            values: vec![Value {
                slot,
                text: text.into(),
            }],
            sure,
            reason: reason.into(),
            sources: vec![source],
        }
    }

    /// The text for a slot, where there is one.
    pub fn text(&self, slot: Slot) -> Option<&str> {
        self.values
            .iter()
            .find(|value| value.slot == slot)
            .map(|value| value.text.as_str())
    }

    /// The slot of its first value, which says what it is.
    pub fn slot(&self) -> Option<Slot> {
        self.values.first().map(|value| value.slot)
    }
}
