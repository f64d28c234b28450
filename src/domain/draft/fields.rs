//! 每一项: the table of fields. A line says what a field is called, in which part of the report it is filled in, whether
//! prose is written there, and where its input lies; labels, chapters, prose, reading and writing follow from it.
//!
//! What depends on more than a row, such as amounts by column and what is typed of an indicator, has its lines in
//! `names.rs`, `chapter.rs`, `prose_fields.rs` and `place.rs`, which ask this table first.

use crate::domain::values::input::Input;
use crate::domain::values::row::{find, find_mut};

use super::chapter::Chapter;
use super::draft::Draft;
use super::field::Field;

/// What the table says of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct About {
    /// Its name by itself, as its label says.
    pub name: &'static str,
    /// The part of the report in which it is filled in.
    pub chapter: Chapter,
    /// Whether prose is written there.
    pub is_prose: bool,
}

/// Reads the table: before each group stands the list whose rows have these fields, or nothing.
macro_rules! fields {
    (@pattern $field:ident () $id:pat) => { Field::$field };
    (@pattern $field:ident ($($list:ident).+) $id:pat) => { Field::$field($id) };
    (@input $draft:ident $id:ident $find:ident [$($m:tt)?] () ($($cell:ident).+)) => { Some(& $($m)? $draft.$($cell).+) };
    (@input $draft:ident $id:ident $find:ident [$($m:tt)?] ($($list:ident).+) ($($cell:ident).+)) => {
        match $find(& $($m)? $draft.$($list).+, $id) {
            Some(row) => Some(& $($m)? row.$($cell).+),
            None => None,
        }
    };
    (@is prose) => { true };
    (@is plain) => { false };
    ($($list:tt { $($field:ident $name:literal $chapter:ident $kind:ident $place:tt;)* })*) => {
        /// What the table says of a field; none where it has no line.
        pub(super) fn about(field: Field) -> Option<About> {
            let (name, chapter, is_prose) = match field {
                $($(fields!(@pattern $field $list _) => ($name, Chapter::$chapter, fields!(@is $kind)),)*)*
                _ => return None,
            };
            Some(About { name, chapter, is_prose })
        }

        /// The input of a field of the table.
        pub(super) fn input(draft: &Draft, field: Field) -> Option<&dyn Input> {
            match field {
                $($(fields!(@pattern $field $list id) => fields!(@input draft id find [] $list $place),)*)*
                _ => None,
            }
        }

        /// The same, for editing.
        pub(super) fn input_mut(draft: &mut Draft, field: Field) -> Option<&mut dyn Input> {
            match field {
                $($(fields!(@pattern $field $list id) => fields!(@input draft id find_mut [mut] $list $place),)*)*
                _ => None,
            }
        }
    };
}

fields! {
    () {
        DraftName "草稿名称" Basics plain (name);
        ProjectTitle "项目全称" Basics plain (basics.project);
        CompetentDepartment "主管部门" Basics plain (basics.competent_department);
        Unit "单位全称" Basics plain (basics.unit);
        ShortName "单位简称" Basics plain (basics.short_name);
        Place "地区" Basics plain (basics.place);
        SourceWhole "原文" Basics plain (source.whole);
        SourceText "读成数的原文" Basics plain (source.text);
        Year "年度" Basics plain (basics.year);
        ReportDate "报告日期" Basics plain (basics.report_date);
        Cover "封面" Basics plain (basics.cover);
        Contents "目录" Basics plain (basics.contents);
        Charts "附图" Basics plain (basics.charts);
    }
    (basics.basis) {
        BasisTitle "文件名称" Basics plain (title);
        BasisNumber "文号" Basics plain (number);
    }
    () {
        Duties "主要职能" Department prose (department.duties);
        AuthorisedPosts "编制数" Department plain (department.authorised_posts);
        Staff "在职人员数" Department plain (department.staff);
    }
    (department.divisions) {
        DivisionName "机构名称" Department plain (name);
        DivisionSecondName "加挂牌子" Department plain (second_name);
    }
    (department.subordinate_units) {
        SubordinateUnit "单位名称" Department plain (name);
    }
    () {
        WorkOverview "年度总体工作" Work prose (work.overview);
    }
    (budget.funds) {
        FundSource "资金来源" Budget plain (source);
        FundName "本单位的叫法" Budget plain (name);
        FundReason "执行偏差的原因" Budget prose (reason);
    }
    () {
        AdjustmentReason "预算调整的原因" Budget prose (budget.adjustment_reason);
        ExecutionReason "执行率偏低的原因" Budget prose (budget.execution_reason);
        StatedExecutionRate "已上报的执行率" Budget plain (budget.stated_execution_rate);
        OverallObjective "总体目标" Objectives prose (objectives.overall);
        ObjectiveActual "实际完成情况" Objectives prose (objectives.achieved);
        ObjectiveScore "评定得分" Objectives plain (objectives.stated_score);
        ObjectiveReason "评定理由" Objectives prose (objectives.stated_reason);
    }
    (objectives.items) {
        ObjectiveText "年度目标" Objectives prose (text);
        ObjectiveAchieved "完成程度" Objectives plain (achieved);
    }
    () {
        SchemeStanding "方案选定没有" Scheme plain (scheme_standing);
        StatedScore "已上报的总分" Indicators plain (stated_score);
        StatedGrade "已上报的等级" Indicators plain (stated_grade);
        MonitoringText "运行监控情况" Monitoring prose (monitoring.text);
    }
    (monitoring.checkpoints) {
        CheckpointMonth "截至月份" Monitoring plain (month);
        CheckpointExecuted "累计执行数" Monitoring plain (executed);
        CheckpointNote "情况说明" Monitoring prose (note);
    }
    (projects.rows) {
        ProjectTask "主要任务" Projects plain (task);
        ProjectName "项目名称" Projects plain (name);
        ProjectAmount "项目金额" Projects plain (amount);
        ProjectBudget "项目预算数" Projects plain (budget);
        ProjectInitial "年初预算数" Projects plain (initial);
        ProjectCompletion "完成情况" Projects prose (completion);
    }
    () {
        ProjectsNote "说明" Projects prose (projects.note);
        Conclusion "补充说明" Results prose (results.conclusion);
        Achievements "主要工作成效" Results prose (results.achievements);
    }
    (results.completions) {
        CompletionHeading "标题" Results plain (heading);
        CompletionText "完成情况" Results prose (text);
    }
    (problems) {
        Problem "存在的问题" Problems prose (text);
    }
    (improvements) {
        Improvement "改进措施" Problems prose (text);
    }
    // Findings of every part are set aside on one page, which is no part; the report ends here.
    (set_aside) {
        SetAsideReason "不处理的理由" Problems plain (reason);
    }
}
