//! 报告各部分, as the form is divided.

use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::{Choice, choices};

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
}
