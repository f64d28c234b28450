//! 表样: which official form holds indicators and scores.

use crate::domain::values::input::choices;

use super::layout::Layout;
use super::{layouts, layouts_of_projects};

choices! {
    /// 表样: the official layout of indicators and scores.
    #[derive(Default)]
    TableForm {
        /// 表1 weights and 表2 scores within the text, as in Baiyun.
        #[default]
        Tasks = "tasks" "正文里的任务指标表、评分表",
        /// With the columns of the national form for a project (财预〔2020〕10号).
        Levels = "levels" "国家表样，一、二、三级指标分列",
        /// The same, with what each level earned.
        LevelSums = "level_sums" "国家表样，各级列小计（得分/分值）",
        /// 重庆 部门整体.
        Department = "department" "重庆表样，年初和调整指标值、得分系数",
        /// 四川 部门整体.
        SichuanDepartment = "sichuan_department" "四川部门表样，分值、评分标准、得分",
        /// 湖南 部门整体.
        Hunan = "hunan" "湖南表样，评价标准、指标说明、得分",
        /// 四川 项目.
        SichuanProject = "sichuan_project" "四川项目表样，性质、值、单位分列",
        /// 云南 项目.
        Yunnan = "yunnan" "云南表样，性质、值、单位分列",
        /// 湖北 项目.
        Hubei = "hubei" "湖北表样，只列得分，不列分值",
        /// 宁夏 银川.
        Yinchuan = "yinchuan" "银川表样，留财政审核评分栏",
        /// 湖北 广水.
        Guangshui = "guangshui" "广水表样，留复核分栏",
        /// 河北 成安.
        Hebei = "hebei" "成安表样，单项得分按权重占比折算",
        /// 北京 海淀.
        Haidian = "haidian" "海淀表样，写明得分计算方法",
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

    /// The columns of a form; those of the national one where the tables stand in the text.
    pub fn layout(self) -> &'static Layout {
        match self {
            TableForm::Tasks | TableForm::Levels => &layouts::NATIONAL,
            TableForm::LevelSums => &layouts::NATIONAL_SUMS,
            TableForm::Department => &layouts::CHONGQING,
            TableForm::SichuanDepartment => &layouts::SICHUAN_DEPARTMENT,
            TableForm::Hunan => &layouts::HUNAN,
            TableForm::SichuanProject => &layouts_of_projects::SICHUAN_PROJECT,
            TableForm::Yunnan => &layouts_of_projects::YUNNAN,
            TableForm::Hubei => &layouts_of_projects::HUBEI,
            TableForm::Yinchuan => &layouts_of_projects::YINCHUAN,
            TableForm::Guangshui => &layouts_of_projects::GUANGSHUI,
            TableForm::Hebei => &layouts_of_projects::HEBEI,
            TableForm::Haidian => &layouts_of_projects::HAIDIAN,
        }
    }
}
