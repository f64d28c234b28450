//! The address of one input. Edits, findings, focus and undo share it.

use crate::domain::scheme::form_text::FormText;
use crate::domain::scheme::formula::TermPlace;
use crate::domain::scheme::indicator::Attainment;
use crate::domain::scheme::scheme::Grade;
use crate::domain::scheme::survey::SurveyField;
use crate::domain::values::row::Id;

use super::budget::{Column, SpendingNature};
use super::own_wording::WordingKind;

pub use super::scheme_field::{
    CheckpointTargetField, GroupField, OutlineField, PartField, RuleField, RuleOwner, SchemeField,
};

/// 一个填写项的地址.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// 草稿名称.
    DraftName,
    /// 项目名称.
    ProjectTitle,
    /// 主管部门.
    CompetentDepartment,
    /// 单位全称.
    Unit,
    /// 单位简称.
    ShortName,
    /// 地区.
    Place,
    /// 原文, the whole of it.
    SourceWhole,
    /// What of the source became figures and rows.
    SourceText,
    /// 年度.
    Year,
    /// 报告日期.
    ReportDate,
    /// 封面.
    Cover,
    /// 目录.
    Contents,
    /// 附图.
    Charts,
    /// 依据文件名称.
    BasisTitle(Id),
    /// 依据文号.
    BasisNumber(Id),
    /// 主要职能.
    Duties,
    /// 内设机构名称.
    DivisionName(Id),
    /// 加挂牌子.
    DivisionSecondName(Id),
    /// 下属单位名称.
    SubordinateUnit(Id),
    /// 编制数.
    AuthorisedPosts,
    /// 在职人员数.
    Staff,
    /// 年度总体工作.
    WorkOverview,
    /// 重点工作标题.
    SectionHeading(Id),
    /// 重点工作正文.
    SectionText(Id),
    /// 资金来源.
    FundSource(Id),
    /// 资金来源在本单位报告中的名称.
    FundName(Id),
    /// 一项来源的一个数, 万元.
    FundAmount(Id, Column),
    /// 一项来源的执行偏差原因.
    FundReason(Id),
    /// 合计, typed, 万元.
    StatedTotal(Column),
    /// 按支出性质的一个数, 万元.
    NatureAmount(SpendingNature, Column),
    /// 预算调整原因.
    AdjustmentReason,
    /// 执行率偏低的原因.
    ExecutionReason,
    /// 已上报的执行率.
    StatedExecutionRate,
    /// 总体目标.
    OverallObjective,
    /// 总体目标的实际完成情况.
    ObjectiveActual,
    /// 年度目标内容.
    ObjectiveText(Id),
    /// 年度目标完成程度.
    ObjectiveAchieved(Id),
    /// 年度目标评定得分.
    ObjectiveScore,
    /// 年度目标评定理由.
    ObjectiveReason,
    /// 方案选定没有.
    SchemeStanding,
    /// 评分方案的一项.
    Scheme(SchemeField),
    /// 提纲一节的一项.
    Outline(Id, OutlineField),
    /// 一部分评分内容的一项.
    Part(Id, PartField),
    /// 二级指标的一项: part, group.
    Group(Id, Id, GroupField),
    /// 进度目标的一项: part, target.
    CheckpointTarget(Id, Id, CheckpointTargetField),
    /// 计分规则的一项.
    Rule(RuleOwner, RuleField),
    /// 等级的下限, percent of the full points.
    GradeBound(Grade),
    /// 定性档次的下限, percent of the weight.
    AttainmentBound(Attainment),
    /// 已上报的总分.
    StatedScore,
    /// 已上报的等级.
    StatedGrade,
    /// 指标的一项.
    Indicator(Id, IndicatorField),
    /// 指标的一个数量要求的一项: indicator, measure.
    Measure(Id, Id, MeasureField),
    /// 一个要点或扣分项的一项: indicator, item.
    Item(Id, Id, ItemField),
    /// 佐证材料名称: indicator, evidence.
    EvidenceName(Id, Id),
    /// 佐证材料存放处: indicator, evidence.
    EvidencePlace(Id, Id),
    /// 监控情况.
    MonitoringText,
    /// 监控节点月份.
    CheckpointMonth(Id),
    /// 监控节点累计执行数, 万元.
    CheckpointExecuted(Id),
    /// 监控节点说明.
    CheckpointNote(Id),
    /// 主要任务.
    ProjectTask(Id),
    /// 重点项目名称.
    ProjectName(Id),
    /// 重点项目金额, 万元.
    ProjectAmount(Id),
    /// 重点项目预算数, 万元.
    ProjectBudget(Id),
    /// 重点项目的年初预算数.
    ProjectInitial(Id),
    /// 重点项目的完成情况.
    ProjectCompletion(Id),
    /// 重点项目说明.
    ProjectsNote,
    /// 自评结论补充说明.
    Conclusion,
    /// 完成情况标题.
    CompletionHeading(Id),
    /// 完成情况正文.
    CompletionText(Id),
    /// 主要工作成效.
    Achievements,
    /// 存在的问题.
    Problem(Id),
    /// 改进措施.
    Improvement(Id),
    /// 表尾文字 of the form.
    FormText(FormText),
    /// 自己的写法 of a paragraph that the report writes by itself.
    Wording(WordingKind),
    /// 不处理一条检查结果的理由.
    SetAsideReason(Id),
    /// A list as a whole: the place where a row can be added.
    Rows(List),
}

/// What can be typed of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndicatorField {
    /// 绩效目标.
    Goal,
    /// 关键性指标名称.
    Name,
    /// 指标性质.
    Nature,
    /// 定性标准.
    Standard,
    /// 定性完成情况.
    Attainment,
    /// 得分系数.
    Coefficient,
    /// 权重.
    Weight,
    /// 计分方式.
    Scoring,
    /// 手工评分的得分.
    ManualScore,
    /// 手工评分的理由.
    ManualReason,
    /// 实现情况分析.
    Analysis,
    /// 偏差原因.
    DeviationReason,
    /// 改进措施.
    Improvement,
    /// 责任科室.
    Division,
    /// 是否核心指标.
    Core,
    /// 调整前的年初指标值.
    InitialTarget,
    /// 满意度调查.
    Survey(SurveyField),
    /// 所属评分内容.
    Place,
    /// 公式的形式.
    Shape,
    /// 分子或分母的一项.
    Term(TermPlace, TermField),
    /// 依据.
    Source,
}

/// What can be typed of a term of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermField {
    /// 名称.
    Name,
    /// 取数来源.
    Source,
    /// 数值.
    Value,
}

/// What can be typed of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemField {
    /// 内容.
    Text,
    /// 分值.
    Points,
    /// 做到没有.
    Answer,
    /// 次数.
    Times,
}

/// What can be typed of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureField {
    /// 内容.
    Name,
    /// 符号.
    Comparator,
    /// 指标值.
    Target,
    /// 单位.
    Unit,
    /// 实际完成值.
    Actual,
    /// 区间的上限.
    Upper,
    /// 比重.
    Share,
}

/// A list of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// 自评依据.
    Basis,
    /// 内设机构.
    Divisions,
    /// 下属单位.
    SubordinateUnits,
    /// 重点工作; with an identity, those below that section.
    Sections(Option<Id>),
    /// 资金来源.
    Funds,
    /// 年度目标.
    Objectives,
    /// 指标.
    Indicators,
    /// 一项指标的数量要求.
    Measures(Id),
    /// 一项指标的要点或扣分项.
    Items(Id),
    /// 一项指标的佐证材料.
    Evidence(Id),
    /// 报告提纲.
    Outline,
    /// 评分内容.
    Parts,
    /// 一部分评分内容的二级指标.
    Groups(Id),
    /// 一部分评分内容的各月进度目标.
    CheckpointTargets(Id),
    /// 一条分档规则的各档.
    Tiers(RuleOwner),
    /// 监控节点.
    Checkpoints,
    /// 项目自评表.
    Forms,
    /// 重点项目.
    Projects,
    /// 完成情况.
    Completions,
    /// 存在的问题.
    Problems,
    /// 改进措施.
    Improvements,
    /// 不处理的检查结果.
    SetAside,
}

impl Field {
    /// The indicator that the field belongs to, if it belongs to one.
    pub fn indicator(self) -> Option<Id> {
        match self {
            Field::Indicator(id, _)
            | Field::Measure(id, _, _)
            | Field::EvidenceName(id, _)
            | Field::EvidencePlace(id, _)
            | Field::Item(id, _, _)
            | Field::Rule(RuleOwner::Indicator(id), _)
            | Field::Rows(List::Measures(id) | List::Items(id) | List::Evidence(id))
            | Field::Rows(List::Tiers(RuleOwner::Indicator(id))) => Some(id),
            _ => None,
        }
    }

    /// Whether the field belongs to the scoring scheme.
    pub fn is_of_scheme(self) -> bool {
        matches!(
            self,
            Field::Scheme(_)
                | Field::Outline(..)
                | Field::Part(..)
                | Field::Group(..)
                | Field::CheckpointTarget(..)
                | Field::Rule(RuleOwner::Part(_), _)
                | Field::GradeBound(_)
                | Field::AttainmentBound(_)
        )
    }

    /// A name that is unique in the page, for labels, messages and focus.
    pub fn key(self) -> String {
        let mut key = String::from("f-");
        for c in format!("{self:?}").chars() {
            match c {
                'A'..='Z' | 'a'..='z' | '0'..='9' => key.push(c),
                _ if key.ends_with('-') => {}
                _ => key.push('-'),
            }
        }
        key.trim_end_matches('-').to_owned()
    }
}

impl List {
    /// The field that takes the focus when a row has just been added.
    pub fn first_field(self, row: Id) -> Field {
        match self {
            List::Basis => Field::BasisTitle(row),
            List::Divisions => Field::DivisionName(row),
            List::SubordinateUnits => Field::SubordinateUnit(row),
            List::Sections(_) => Field::SectionHeading(row),
            List::Funds => Field::FundSource(row),
            List::Objectives => Field::ObjectiveText(row),
            List::Indicators => Field::Indicator(row, IndicatorField::Goal),
            List::Measures(indicator) => Field::Measure(indicator, row, MeasureField::Name),
            List::Items(indicator) => Field::Item(indicator, row, ItemField::Text),
            List::Outline => Field::Outline(row, OutlineField::Heading),
            List::Parts => Field::Part(row, PartField::Name),
            List::Groups(part) => Field::Group(part, row, GroupField::Name),
            List::CheckpointTargets(part) => Field::CheckpointTarget(part, row, CheckpointTargetField::Month),
            List::Tiers(owner) => Field::Rule(owner, RuleField::TierBound(row)),
            List::Evidence(indicator) => Field::EvidenceName(indicator, row),
            List::Checkpoints => Field::CheckpointMonth(row),
            List::Forms => Field::Rows(List::Forms),
            List::Projects => Field::ProjectTask(row),
            List::Completions => Field::CompletionHeading(row),
            List::Problems => Field::Problem(row),
            List::Improvements => Field::Improvement(row),
            List::SetAside => Field::SetAsideReason(row),
        }
    }
}
