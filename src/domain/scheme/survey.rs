//! 满意度调查: who was asked, how many answered, when and how. Reviewers do not count a satisfaction without it.

use serde::{Deserialize, Serialize};

use crate::domain::values::input::{Entry, Input, choices};
use crate::domain::values::quantity::Count;
use crate::domain::values::rate::Rate;

choices! {
    /// What can be typed of a survey.
    SurveyField {
        /// 发放份数, 或问到的人数.
        Asked = "asked" "调查人数或份数",
        /// 收回份数.
        Returned = "returned" "收回份数",
        /// 调查时间, as written.
        Date = "date" "调查时间",
        /// 调查办法.
        Method = "method" "调查办法",
    }
}

/// 一项满意度的调查.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Survey {
    /// 发放份数, 或问到的人数.
    pub asked: Entry<Count>,
    /// 收回份数.
    pub returned: Entry<Count>,
    /// 调查时间, as written: "2025年11月".
    pub date: String,
    /// 调查办法: "网上问卷".
    pub method: String,
}

impl Survey {
    /// Whether nothing of it was typed.
    pub fn is_blank(&self) -> bool {
        self.asked.is_blank() && self.returned.is_blank() && self.date.is_blank() && self.method.is_blank()
    }

    /// As a sentence of the report, with the share that answered; none where nothing was typed. What is missing is
    /// left out.
    pub fn sentence(&self) -> Option<String> {
        let counted = |word: &str, count: &Entry<Count>| count.value().map(|count| format!("{word}{}份", count.get()));
        let parts = [
            Some(self.date.trim().to_owned()),
            Some(self.method.trim().to_owned()),
            counted("发放", &self.asked),
            counted("收回", &self.returned).map(|returned| returned + &self.share()),
        ];
        let told: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        (!told.is_empty()).then(|| format!("满意度调查：{}。", told.join("，")))
    }

    /// How many of those who were asked answered, in brackets; blank where either number is missing or more answered.
    fn share(&self) -> String {
        let (Some(asked), Some(returned)) = (self.asked.value(), self.returned.value()) else {
            return String::new();
        };
        let rate = Rate::of(returned.get().into(), asked.get().into()).filter(|_| returned <= asked);
        rate.map(|rate| format!("（收回率{}%）", rate.printed()))
            .unwrap_or_default()
    }
}
