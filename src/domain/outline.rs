//! 报告各部分: which fields belong to which part, and how complete each part is.

use super::budget::Column;
use super::draft::Draft;
use super::evaluation::Evaluation;
use super::field::{Field, IndicatorField, List, PartField, RuleOwner};
use super::input::{Choice, Input, choices};
use super::own_wording::WordingKind;
use super::report_outline::Content;
use super::scheme::{PartRule, ReportKind};

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

/// How far a part is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// 未开始.
    Todo,
    /// 还差几项.
    Partial,
    /// 已填完.
    Done,
}

/// Something that a report cannot do without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Where it is filled in.
    pub field: Field,
    /// What the official forms call it.
    pub name: &'static str,
    /// Whether it is there.
    pub met: bool,
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
            Field::Scheme(_)
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

    /// What this part cannot do without.
    pub fn requirements(self, draft: &Draft, evaluation: &Evaluation) -> Vec<Requirement> {
        let filled = |field: Field, name| {
            let met = draft.input(field).is_some_and(|input| !input.is_blank());
            Requirement { field, name, met }
        };
        let rows = |list, name, met| Requirement {
            field: Field::Rows(list),
            name,
            met,
        };
        // What the outline leaves out, nobody has to write.
        let has = |content| draft.scheme.outline.iter().any(|section| section.content == content);
        let of = |content, requirement| has(content).then_some(requirement);
        match self {
            Chapter::Basics if draft.scheme.kind == ReportKind::Project => vec![
                filled(Field::ProjectTitle, "项目全称"),
                filled(Field::CompetentDepartment, "主管部门"),
                filled(Field::Unit, "实施单位"),
                filled(Field::Year, "年度"),
            ],
            Chapter::Objectives if draft.scheme.kind == ReportKind::Project => vec![
                filled(Field::OverallObjective, "预期目标"),
                filled(Field::ObjectiveActual, "实际完成情况"),
            ],
            Chapter::Basics => {
                vec![
                    filled(Field::Unit, "单位全称"),
                    filled(Field::Year, "年度"),
                    filled(Field::ReportDate, "报告日期"),
                ]
            }
            Chapter::Department => {
                let written = !Input::is_blank(&draft.department.duties) || !draft.department.divisions.is_empty();
                let requirement = Requirement {
                    field: Field::Duties,
                    name: "部门职能或内设机构",
                    met: written,
                };
                of(Content::Department, requirement).into_iter().collect()
            }
            Chapter::Work => of(Content::Work, filled(Field::WorkOverview, "年度总体工作"))
                .into_iter()
                .collect(),
            Chapter::Budget => {
                let total = |column, name| {
                    let value = evaluation.money.totals.get(column).value;
                    let field = value.err().map_or(Field::StatedTotal(column), |gap| gap.field);
                    Requirement {
                        field,
                        name,
                        met: value.is_ok(),
                    }
                };
                let totals = vec![
                    total(Column::Initial, "年初预算数合计"),
                    total(Column::Adjusted, "调整预算数合计"),
                    total(Column::Executed, "执行数合计"),
                ];
                let is_wanted = draft.scheme.kind == ReportKind::Project || has(Content::Money);
                if is_wanted { totals } else { Vec::new() }
            }
            Chapter::Objectives => {
                let scored = draft
                    .scheme
                    .parts
                    .iter()
                    .any(|part| part.rule == PartRule::ObjectiveShare);
                let items = rows(List::Objectives, "年度目标", !draft.objectives.items.is_empty());
                let overall = filled(Field::OverallObjective, "部门整体绩效目标");
                let items = (scored || has(Content::Objectives)).then_some(items);
                of(Content::OverallObjective, overall)
                    .into_iter()
                    .chain(items)
                    .collect()
            }
            Chapter::Scheme => {
                let parts = &draft.scheme.parts;
                let unweighted = parts.iter().find(|part| part.weight.value().is_none());
                vec![
                    rows(List::Parts, "评分内容", !parts.is_empty()),
                    Requirement {
                        field: unweighted
                            .map_or(Field::Rows(List::Parts), |part| Field::Part(part.id, PartField::Weight)),
                        name: "评分内容的权重",
                        met: unweighted.is_none(),
                    },
                ]
            }
            Chapter::Indicators => {
                let named = |field, name, met| Requirement { field, name, met };
                let unnamed = draft.indicators.iter().find(|row| Input::is_blank(&row.name));
                let unweighted = evaluation.indicators.iter().find_map(|row| row.weight.err());
                let unscored = evaluation.indicators.iter().find_map(|row| row.score.err());
                let list = Field::Rows(List::Indicators);
                let is_wanted = draft.scheme.kind == ReportKind::Project || has(Content::Indicators);
                if !is_wanted && draft.indicators.is_empty() {
                    return Vec::new();
                }
                vec![
                    named(list, "指标", !draft.indicators.is_empty()),
                    named(
                        unnamed.map_or(list, |row| Field::Indicator(row.id, IndicatorField::Name)),
                        "指标名称",
                        unnamed.is_none(),
                    ),
                    named(
                        unweighted.map_or(list, |gap| gap.field),
                        "指标权重",
                        unweighted.is_none(),
                    ),
                    named(unscored.map_or(list, |gap| gap.field), "指标得分", unscored.is_none()),
                ]
            }
            Chapter::Monitoring => of(Content::Monitoring, filled(Field::MonitoringText, "运行监控情况"))
                .into_iter()
                .collect(),
            Chapter::Projects => {
                let explained = !Input::is_blank(&draft.projects.note);
                let met = !draft.projects.rows.is_empty() || explained;
                let requirement = rows(List::Projects, "重点项目或没有重点项目的说明", met);
                of(Content::Projects, requirement).into_iter().collect()
            }
            Chapter::Results => {
                let written = draft.results.completions.iter().any(|row| !Input::is_blank(&row.text));
                let completions = rows(List::Completions, "各项工作任务完成情况", written);
                let achievements = filled(Field::Achievements, "主要工作成效");
                let both = [
                    of(Content::Completions, completions),
                    of(Content::Achievements, achievements),
                ];
                both.into_iter().flatten().collect()
            }
            Chapter::Problems => {
                let written = |rows: &[super::narrative::Remark]| rows.iter().any(|row| !Input::is_blank(&row.text));
                let problems = rows(List::Problems, "存在的主要问题", written(&draft.problems));
                let improvements = rows(List::Improvements, "改进措施", written(&draft.improvements));
                let both = [of(Content::Problems, problems), of(Content::Improvements, improvements)];
                both.into_iter().flatten().collect()
            }
        }
    }

    /// How far the part is filled in.
    pub fn completeness(self, draft: &Draft, evaluation: &Evaluation) -> Completeness {
        let requirements = self.requirements(draft, evaluation);
        // Without any indicator the statements about all of them hold, and mean nothing.
        let empty = self == Chapter::Indicators && draft.indicators.is_empty();
        match requirements.iter().filter(|requirement| requirement.met).count() {
            met if met == requirements.len() => Completeness::Done,
            0 => Completeness::Todo,
            _ if empty => Completeness::Todo,
            _ => Completeness::Partial,
        }
    }
}
