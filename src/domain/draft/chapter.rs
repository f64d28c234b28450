//! 报告各部分: which fields belong to which part, and how complete each part is.

use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::{Choice, choices};

use super::field::{Field, List, RuleOwner};
use super::own_wording::WordingKind;

choices! {
    /// 报告的一部分, as the form is divided.
    Chapter {
        /// 基本信息.
        Basics = "basics" "基本信息",
        /// 部门概况.
        Department = "department" "部门概况",
        /// 年度工作.
        Work = "work" "年度工作",
        /// 资金收支.
        Budget = "budget" "资金收支",
        /// 绩效目标.
        Objectives = "objectives" "绩效目标",
        /// 评分方案.
        Scheme = "scheme" "评分方案",
        /// 指标与评分.
        Indicators = "indicators" "指标与评分",
        /// 运行监控.
        Monitoring = "monitoring" "运行监控",
        /// 重点项目.
        Projects = "projects" "重点项目",
        /// 成效与完成情况.
        Results = "results" "成效与完成情况",
        /// 问题与改进.
        Problems = "problems" "问题与改进",
    }
}

/// The parts of the form for a project.
const PROJECT: [Chapter; 5] = [
    Chapter::Basics,
    Chapter::Budget,
    Chapter::Objectives,
    Chapter::Scheme,
    Chapter::Indicators,
];

impl Chapter {
    /// The parts that a report of a kind has, in order.
    pub fn of_kind(kind: ReportKind) -> &'static [Chapter] {
        match kind {
            ReportKind::Department => Chapter::ALL,
            ReportKind::Project => &PROJECT,
        }
    }

    /// The part in which a field is filled in.
    pub fn of(field: Field) -> Chapter {
        match field {
            Field::DraftName
            | Field::ProjectTitle
            | Field::CompetentDepartment
            | Field::Unit
            | Field::ShortName
            | Field::Place
            | Field::SourceWhole
            | Field::SourceText
            | Field::Year
            | Field::ReportDate
            | Field::Cover
            | Field::Contents
            | Field::BasisTitle(_)
            | Field::BasisNumber(_)
            | Field::Rows(List::Basis) => Chapter::Basics,
            Field::Duties
            | Field::DivisionName(_)
            | Field::DivisionSecondName(_)
            | Field::SubordinateUnit(_)
            | Field::AuthorisedPosts
            | Field::Staff
            | Field::Rows(List::Divisions | List::SubordinateUnits) => Chapter::Department,
            Field::WorkOverview | Field::SectionHeading(_) | Field::SectionText(_) | Field::Rows(List::Sections(_)) => {
                Chapter::Work
            }
            Field::FundSource(_)
            | Field::FundName(_)
            | Field::FundAmount(..)
            | Field::FundReason(_)
            | Field::StatedTotal(_)
            | Field::NatureAmount(..)
            | Field::AdjustmentReason
            | Field::ExecutionReason
            | Field::StatedExecutionRate
            | Field::Wording(WordingKind::Money | WordingKind::Adjustment)
            | Field::Rows(List::Funds) => Chapter::Budget,
            Field::OverallObjective
            | Field::ObjectiveActual
            | Field::ObjectiveText(_)
            | Field::ObjectiveAchieved(_)
            | Field::ObjectiveScore
            | Field::ObjectiveReason
            | Field::Rows(List::Objectives) => Chapter::Objectives,
            Field::SchemeStanding
            | Field::Scheme(_)
            | Field::Outline(..)
            | Field::Part(..)
            | Field::Group(..)
            | Field::CheckpointTarget(..)
            | Field::Rule(RuleOwner::Part(_), _)
            | Field::GradeBound(_)
            | Field::AttainmentBound(_)
            | Field::Rows(
                List::Outline
                | List::Parts
                | List::Groups(_)
                | List::CheckpointTargets(_)
                | List::Tiers(RuleOwner::Part(_)),
            ) => Chapter::Scheme,
            Field::StatedScore
            | Field::StatedGrade
            | Field::FormText(_)
            | Field::Indicator(..)
            | Field::Measure(..)
            | Field::Item(..)
            | Field::Rule(RuleOwner::Indicator(_), _)
            | Field::EvidenceName(..)
            | Field::EvidencePlace(..)
            | Field::Rows(
                List::Indicators
                | List::Measures(_)
                | List::Items(_)
                | List::Evidence(_)
                | List::Tiers(RuleOwner::Indicator(_)),
            ) => Chapter::Indicators,
            Field::MonitoringText
            | Field::CheckpointMonth(_)
            | Field::CheckpointExecuted(_)
            | Field::CheckpointNote(_)
            | Field::Rows(List::Checkpoints) => Chapter::Monitoring,
            Field::ProjectTask(_)
            | Field::ProjectName(_)
            | Field::ProjectAmount(_)
            | Field::ProjectBudget(_)
            | Field::ProjectInitial(_)
            | Field::ProjectCompletion(_)
            | Field::ProjectsNote
            | Field::Rows(List::Projects | List::Forms) => Chapter::Projects,
            Field::Conclusion
            | Field::Wording(WordingKind::Conclusion)
            | Field::CompletionHeading(_)
            | Field::CompletionText(_)
            | Field::Achievements
            | Field::Rows(List::Completions) => Chapter::Results,
            Field::Problem(_) | Field::Improvement(_) | Field::Rows(List::Problems | List::Improvements) => {
                Chapter::Problems
            }
            // Findings of every part are set aside on one page, which is no part; the report ends here.
            Field::SetAsideReason(_) | Field::Rows(List::SetAside) => Chapter::Problems,
        }
    }
}
