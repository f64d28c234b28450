//! 绩效目标: the overall objective and the objectives under it.

use serde::{Deserialize, Serialize};

use crate::domain::values::input::{Entry, Input};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::{Id, plain_row};

/// 部门整体绩效目标.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Objectives {
    /// 总体目标.
    pub overall: String,
    /// 总体目标的实际完成情况, for the form of a project.
    pub achieved: String,
    /// 年度目标.
    pub items: Vec<Objective>,
    /// 评定的得分: a stated score, which goes before the achieved shares and needs a reason.
    pub stated_score: Entry<Points>,
    /// 评定理由.
    pub stated_reason: String,
}

/// 一项年度目标.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Objective {
    /// Identity.
    pub id: Id,
    /// 目标内容.
    pub text: String,
    /// 完成程度, percent.
    pub achieved: Entry<Rate>,
}

plain_row!(Objective);

impl Objective {
    /// Whether nothing was typed in it yet.
    pub fn is_blank(&self) -> bool {
        Input::is_blank(&self.text) && self.achieved.is_blank()
    }
}
