//! 公式指标: a ratio of two named amounts or counts (财预〔2013〕53号).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::values::input::{Entry, choices};
use crate::domain::values::quantity::Quantity;

choices! {
    /// 公式的形式.
    Shape {
        /// 分子 ÷ 分母, such as 执行率.
        Share = "share" "分子 ÷ 分母",
        /// （分子 − 分母）÷ 分母, such as 变动率 against the year before.
        Change = "change" "（分子 − 分母）÷ 分母",
    }
}

choices! {
    /// Where a term's value comes from.
    TermSource {
        /// 另填: typed with the indicator.
        Own = "own" "另填",
        /// 年初预算数合计, 万元.
        Initial = "initial" "年初预算数合计",
        /// 调整预算数合计, 万元.
        Adjusted = "adjusted" "调整预算数合计",
        /// 执行数合计, 万元.
        Executed = "executed" "执行数合计",
        /// 预算调整数, 万元.
        Adjustment = "adjustment" "预算调整数",
        /// 结转结余, 万元.
        Unspent = "unspent" "结转结余",
        /// 重点项目金额合计, 万元.
        Projects = "projects" "重点项目金额合计",
        /// 编制数, 人.
        AuthorisedPosts = "authorised_posts" "编制数",
        /// 在职人员数, 人.
        Staff = "staff" "在职人员数",
    }
}

/// 公式.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Formula {
    /// 形式.
    pub shape: Shape,
    /// 分子.
    pub numerator: Term,
    /// 分母.
    pub denominator: Term,
}

/// 分子或分母.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Term {
    /// 名称: "实际在职人数".
    pub name: String,
    /// Where the value comes from.
    pub source: TermSource,
    /// The value where it is typed here.
    pub value: Entry<Quantity>,
}

/// Which of the two terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermPlace {
    /// 分子.
    Numerator,
    /// 分母.
    Denominator,
}

impl Formula {
    /// One of the terms.
    pub fn term(&self, place: TermPlace) -> &Term {
        match place {
            TermPlace::Numerator => &self.numerator,
            TermPlace::Denominator => &self.denominator,
        }
    }

    /// One of the terms, for editing.
    pub fn term_mut(&mut self, place: TermPlace) -> &mut Term {
        match place {
            TermPlace::Numerator => &mut self.numerator,
            TermPlace::Denominator => &mut self.denominator,
        }
    }

    /// Whether the value follows from other parts of the draft, so that it changes with them.
    pub fn uses_draft(&self) -> bool {
        [&self.numerator, &self.denominator]
            .iter()
            .any(|term| term.source != TermSource::Own)
    }
}

/// A term as printed, with its thousands.
pub fn term_text(value: Decimal) -> String {
    crate::domain::values::rounding::grouped(&value.normalize().to_string())
}

impl Term {
    /// What the term is called; what it comes from where it has no name of its own.
    pub fn label(&self) -> &str {
        match (self.name.trim(), self.source) {
            ("", TermSource::Own) => "",
            ("", source) => crate::domain::values::input::Choice::label(source),
            (name, _) => name,
        }
    }
}

impl Default for Formula {
    fn default() -> Self {
        Formula {
            shape: Shape::Share,
            numerator: Term::default(),
            denominator: Term::default(),
        }
    }
}

impl Default for Term {
    fn default() -> Self {
        Term {
            name: String::new(),
            source: TermSource::Own,
            value: Entry::Blank,
        }
    }
}
