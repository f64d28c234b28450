//! 检查结果: what a reviewer would object to, where, and what to do about it.

use super::field::Field;
use super::input::choices;
use super::shared::Shared;

choices! {
    /// 严重程度.
    Severity {
        /// An arithmetic or rule is broken, or a mandatory part is missing.
        Error = "error" "错误",
        /// A reviewer would object.
        Warning = "warning" "警告",
        /// It could be better.
        Advice = "advice" "提示",
    }
}

/// Declares the catalogue: code, severity, what the check is about.
macro_rules! catalogue {
    ($($code:ident $severity:ident $topic:literal,)+) => {
        /// The code of a check, as reviewers' lists number them: A money, B scores, S scheme, C evidence, E form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $topic] $code,)+
        }

        impl Code {
            /// Every check there is.
            pub const ALL: &'static [Code] = &[$(Code::$code),+];

            /// The code as printed.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$code => stringify!($code),)+
                }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$code => Severity::$severity,)+
                }
            }

            /// What it is about.
            pub fn topic(self) -> &'static str {
                match self {
                    $(Code::$code => $topic,)+
                }
            }
        }
    };
}

catalogue! {
    A1 Error "分项之和与合计不符",
    A2 Error "执行率与执行数、调整预算数不符",
    A3 Error "执行数大于调整预算数",
    A4 Error "预算调整幅度大而没有原因",
    A5 Error "算执行率缺分母",
    A9 Error "数字写错",
    A10 Warning "支出进度慢而没有原因",
    B1 Error "权重合计不符",
    B2 Error "下级权重与上级不符",
    B3 Error "得分超出权重范围",
    B4 Error "得分与评分规则不符",
    B5 Error "各项得分之和与总分不符",
    B6 Error "等级与总分不符",
    B8 Error "有评分内容没有得分",
    S1 Error "评分规则缺参数或自相矛盾",
    C1 Error "满分而没有实际完成值",
    C3 Error "低于目标而没有原因",
    C5 Warning "超额完成很多而没有说明",
    E9 Error "必写部分是空的",
}

/// 一条检查结果.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which check found it.
    pub code: Code,
    /// Where to put it right.
    pub field: Field,
    /// What is wrong, one sentence with the numbers in it.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Finding {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// 全部检查结果. Those of one indicator are kept together, because they change together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// About the draft as a whole.
    pub general: Shared<Vec<Finding>>,
    /// About each indicator, in the draft's order.
    pub indicators: Vec<Shared<Vec<Finding>>>,
}

impl Findings {
    /// All of them: the general ones, then the indicators in order.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.general
            .iter()
            .chain(self.indicators.iter().flat_map(|findings| findings.iter()))
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}
