//! 基本信息与部门概况: who reports, on what basis, with which divisions and people.

use serde::{Deserialize, Serialize};

use crate::domain::values::calendar::{Date, Year};
use crate::domain::values::input::{Entry, choices};
use crate::domain::values::quantity::Count;
use crate::domain::values::row::{Id, plain_row};

choices! {
    /// Whether a part that a report may do without is in it.
    #[derive(Default)]
    Inclusion {
        /// 不要.
        #[default]
        Without = "without" "不要",
        /// 要.
        With = "with" "要",
    }
}

impl Inclusion {
    /// Whether it is 不要, as for a part that earlier drafts do not know.
    pub fn is_default(&self) -> bool {
        *self == Inclusion::default()
    }
}

/// 基本信息: what stands on the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Basics {
    /// 单位全称, for example 广州市白云区人民政府白云湖街道办事处.
    pub unit: String,
    /// 项目名称, where the report is about one project.
    pub project: String,
    /// 主管部门 of the project.
    pub competent_department: String,
    /// 单位简称 for captions, for example 白云湖街; the full name is used when blank.
    pub short_name: String,
    /// 地区: province, city, county, as far as they are known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// 年度.
    pub year: Entry<Year>,
    /// 报告日期.
    pub report_date: Entry<Date>,
    /// 封面.
    pub cover: Inclusion,
    /// 目录.
    pub contents: Inclusion,
    /// 附图.
    #[serde(skip_serializing_if = "Inclusion::is_default")]
    pub charts: Inclusion,
    /// 自评依据: the documents on which the evaluation rests.
    pub basis: Vec<BasisDocument>,
}

/// 依据文件.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BasisDocument {
    /// Identity.
    pub id: Id,
    /// 文件名称, without the marks 《》.
    pub title: String,
    /// 文号, for example 财预〔2020〕10号.
    pub number: String,
}

/// 部门概况.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Department {
    /// 主要职能.
    pub duties: String,
    /// 内设机构.
    pub divisions: Vec<Division>,
    /// 下属单位 within the staffing plan.
    pub subordinate_units: Vec<SubordinateUnit>,
    /// 编制数, people.
    pub authorised_posts: Entry<Count>,
    /// 在职人员数, people.
    pub staff: Entry<Count>,
}

/// 内设机构.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Division {
    /// Identity.
    pub id: Id,
    /// 名称.
    pub name: String,
    /// 加挂牌子: a second name, printed in brackets after the first.
    pub second_name: String,
}

/// 下属单位.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubordinateUnit {
    /// Identity.
    pub id: Id,
    /// 名称.
    pub name: String,
}

plain_row!(BasisDocument, Division, SubordinateUnit);

impl Basics {
    /// Where the office is: the place that was typed, or else what its name may say of it.
    pub fn whereabouts(&self) -> &str {
        if self.place.trim().is_empty() {
            &self.unit
        } else {
            &self.place
        }
    }

    /// The name for captions: the short one, or the full one where that is blank.
    pub fn caption_name(&self) -> &str {
        if self.short_name.trim().is_empty() {
            &self.unit
        } else {
            &self.short_name
        }
    }
}

impl Division {
    /// The name with the second name in brackets.
    pub fn full_name(&self) -> String {
        if self.second_name.trim().is_empty() {
            self.name.clone()
        } else {
            format!("{}（{}）", self.name, self.second_name)
        }
    }
}
