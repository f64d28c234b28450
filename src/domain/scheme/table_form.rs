//! 表样: where the table of indicators and scores stands, and in which columns.

use crate::domain::values::input::choices;

choices! {
    /// 表样: the official layout of indicators and scores in a report about a department.
    #[derive(Default)]
    TableForm {
        /// 表1 weights and 表2 scores within the text, as in Baiyun.
        #[default]
        Tasks = "tasks" "正文里的任务指标表、评分表",
        /// One table of everything as an annex, as in Chongqing.
        Department = "department" "附件里的一张部门整体自评表",
        /// One table of everything as an annex, with the columns of the national form for a project.
        Levels = "levels" "附件里的一张自评表，一、二、三级指标分列",
    }
}

impl TableForm {
    /// Whether it need not be written.
    pub(super) fn is_default(&self) -> bool {
        *self == TableForm::default()
    }

    /// Whether indicators and scores stand in a table of their own after the text.
    pub fn is_annex(self) -> bool {
        self != TableForm::Tasks
    }
}
