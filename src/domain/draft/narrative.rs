//! The written parts: 年度工作, 完成情况, 成效, 问题, 改进.

use serde::{Deserialize, Serialize};

use crate::domain::values::row::{Id, NextId, Row, plain_row};

/// 年度总体工作和重点工作任务.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// 总体工作, the opening paragraph.
    pub overview: String,
    /// 重点工作, with headings 1. 2. 3.
    pub sections: Vec<Section>,
}

/// A narrative section: heading, text, and sections below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// Identity.
    pub id: Id,
    /// 标题, without its number, which follows from its place.
    pub heading: String,
    /// 正文.
    pub text: String,
    /// 下一级, with headings （1）（2）.
    pub sections: Vec<Section>,
}

impl Row for Section {
    fn blank(ids: &mut NextId) -> Self {
        Section {
            id: ids.take(),
            ..Section::default()
        }
    }

    fn id(&self) -> Id {
        self.id
    }

    fn renumber(&mut self, ids: &mut NextId) {
        self.id = ids.take();
        self.sections.iter_mut().for_each(|section| section.renumber(ids));
    }
}

/// The section with this identity, at any depth.
pub fn find_section(sections: &[Section], id: Id) -> Option<&Section> {
    sections.iter().find_map(|section| {
        if section.id == id {
            Some(section)
        } else {
            find_section(&section.sections, id)
        }
    })
}

/// The section with this identity, at any depth, for editing.
pub fn find_section_mut(sections: &mut [Section], id: Id) -> Option<&mut Section> {
    sections.iter_mut().find_map(|section| {
        if section.id == id {
            Some(section)
        } else {
            find_section_mut(&mut section.sections, id)
        }
    })
}

/// 成效与完成情况: the narrative half of the evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Results {
    /// 自评结论的补充说明, after the generated conclusion.
    pub conclusion: String,
    /// 各项工作任务绩效目标完成情况.
    pub completions: Vec<Completion>,
    /// 主要工作成效.
    pub achievements: String,
}

/// 一项工作任务的完成情况.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Completion {
    /// Identity.
    pub id: Id,
    /// 工作任务, the heading.
    pub heading: String,
    /// 完成情况.
    pub text: String,
}

/// 存在的主要问题 and 改进措施: one paragraph each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remark {
    /// Identity.
    pub id: Id,
    /// 正文, without its number.
    pub text: String,
}

/// 部门整体绩效运行监控.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Monitoring {
    /// 监控情况.
    pub text: String,
    /// 监控节点.
    pub checkpoints: Vec<Checkpoint>,
}

/// 监控节点: how much had been spent by the end of a month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Checkpoint {
    /// Identity.
    pub id: Id,
    /// 截至月份, the end of which is meant.
    pub month: crate::domain::values::input::Entry<crate::domain::values::calendar::Month>,
    /// 累计执行数, 万元.
    pub executed: crate::domain::values::input::Entry<crate::domain::values::amount::Amount>,
    /// 情况说明.
    pub note: String,
}

plain_row!(Completion, Remark, Checkpoint);
