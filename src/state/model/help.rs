//! 帮助: what there is help on, and which page it belongs to.

use std::collections::BTreeSet;

use crate::domain::draft::chapter::Chapter;
use crate::domain::values::input::{Choice, choices};

use super::route::{Page, Route};

choices! {
    /// A page of help.
    Topic {
        /// 这是什么, for who signs.
        About = "about" "这是什么",
        /// 全部报告.
        Start = "start" "全部报告",
        /// 新建报告.
        New = "new" "新建报告",
        /// 从去年的报告或申报表开头.
        Intake = "intake" "从去年的报告、申报表开头",
        /// 概览.
        Overview = "overview" "概览",
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
        /// 检查.
        Checks = "checks" "检查",
        /// 预览与导出.
        Preview = "preview" "预览与导出",
        /// 版本.
        Versions = "versions" "版本",
        /// 按键.
        Keys = "keys" "按键",
    }
}

impl Topic {
    /// The help on what is shown.
    pub fn of(route: &Route) -> Topic {
        match route {
            Route::Start | Route::Recovery | Route::Verify => Topic::Start,
            Route::About => Topic::About,
            Route::Intake(_) => Topic::Intake,
            Route::New => Topic::New,
            Route::Draft(_, Page::Overview) => Topic::Overview,
            Route::Draft(_, Page::Chapter(chapter)) => Topic::of_chapter(*chapter),
            Route::Draft(_, Page::Checks) => Topic::Checks,
            Route::Draft(_, Page::Preview) => Topic::Preview,
            Route::Draft(_, Page::Versions) => Topic::Versions,
        }
    }

    fn of_chapter(chapter: Chapter) -> Topic {
        match chapter {
            Chapter::Basics => Topic::Basics,
            Chapter::Department => Topic::Department,
            Chapter::Work => Topic::Work,
            Chapter::Budget => Topic::Budget,
            Chapter::Objectives => Topic::Objectives,
            Chapter::Scheme => Topic::Scheme,
            Chapter::Indicators => Topic::Indicators,
            Chapter::Monitoring => Topic::Monitoring,
            Chapter::Projects => Topic::Projects,
            Chapter::Results => Topic::Results,
            Chapter::Problems => Topic::Problems,
        }
    }
}

/// 提示 of first use, as far as they were put away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// Those that were put away.
    gone: BTreeSet<&'static str>,
    /// 不再提示: all of them.
    none: bool,
}

impl Hints {
    /// Whether the hint of a page is still shown.
    pub fn shows(&self, topic: Topic) -> bool {
        !self.none && !self.gone.contains(topic.code())
    }

    /// 知道了.
    pub fn put_away(&mut self, topic: Topic) {
        self.gone.insert(topic.code());
    }

    /// 都不再提示, or again from the beginning.
    pub fn set_all(&mut self, shown: bool) {
        self.none = !shown;
        self.gone.clear();
    }

    /// As it is kept: the codes, or none at all.
    pub fn kept(&self) -> String {
        match self.none {
            true => "none".to_owned(),
            false => self.gone.iter().copied().collect::<Vec<_>>().join(" "),
        }
    }

    /// Reads what was kept; what is unknown is passed over.
    pub fn read(text: &str) -> Hints {
        let known = |code: &str| {
            Topic::ALL
                .iter()
                .find(|topic| topic.code() == code)
                .map(|topic| topic.code())
        };
        Hints {
            gone: text.split_whitespace().filter_map(known).collect(),
            none: text == "none",
        }
    }
}
