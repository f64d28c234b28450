//! 计分规则: how a ratio earns points of a weight. One kind of value for progress and for indicators.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::values::input::{Choice, Entry, Input, choices};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::{Id, NextId, Row, plain_row};

choices! {
    /// 计分规则的种类.
    RuleKind {
        /// 按比例: weight × ratio, capped at the weight.
        Proportional = "proportional" "按比例得分",
        /// 达到得满分, otherwise nothing.
        AllOrNothing = "all_or_nothing" "达到得满分，否则不得分",
        /// 达到一个界限得满分, beyond it points are taken off by steps.
        Deduction = "deduction" "达到界限得满分，每差一档扣分",
        /// 分档: a table from ratios to points.
        Tiers = "tiers" "分档得分",
    }
}

choices! {
    /// On which side of a bound it is good to be.
    Side {
        /// 越高越好: full from the bound upwards.
        AtLeast = "at_least" "不低于",
        /// 越低越好: full up to the bound.
        AtMost = "at_most" "不高于",
    }
}

choices! {
    /// What a step that is not full counts.
    Counting {
        /// 按实际差额折算.
        Proportional = "proportional" "不足一档的按比例扣",
        /// 不足一档按一档 (每……扣……, started steps).
        Started = "started" "不足一档的按一档扣",
        /// 不足一档不扣.
        Full = "full" "不足一档的不扣",
    }
}

/// 计分规则. Points never exceed the weight and never fall below zero; rounding comes after.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// 按比例得分 (财预〔2020〕10号).
    #[default]
    Proportional,
    /// 达到得满分，否则不得分.
    AllOrNothing,
    /// 扣分.
    Deduction(Deduction),
    /// 分档.
    Tiers(Tiers),
}

/// 达到界限得满分，每差一档扣分: "达到 90% 得满分，每低 1 个百分点扣 1 分".
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Deduction {
    /// Which side of the bound is good.
    pub side: Side,
    /// 得满分的界限, percent.
    pub bound: Entry<Rate>,
    /// 一档的大小, percentage points.
    pub step: Entry<Rate>,
    /// 每档扣几分.
    pub points: Entry<Points>,
    /// What a step that is not full counts.
    pub counting: Counting,
}

/// 分档得分. Each tier reaches from its own bound, included, to that of the tier before, not included;
/// so tiers can neither overlap nor leave gaps, only stand in a wrong order.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tiers {
    /// Whether tiers are read "at least" (highest first) or "at most" (lowest first).
    pub side: Side,
    /// 各档, the best first.
    pub tiers: Vec<Tier>,
    /// 各档之外得几分; blank counts as a missing part, not as zero.
    pub otherwise: Entry<Points>,
}

/// 一档.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tier {
    /// Identity.
    pub id: Id,
    /// 界限, percent, included.
    pub bound: Entry<Rate>,
    /// 得分.
    pub points: Entry<Points>,
}

plain_row!(Tier);

impl Rule {
    /// The kind.
    pub fn kind(&self) -> RuleKind {
        match self {
            Rule::Proportional => RuleKind::Proportional,
            Rule::AllOrNothing => RuleKind::AllOrNothing,
            Rule::Deduction(_) => RuleKind::Deduction,
            Rule::Tiers(_) => RuleKind::Tiers,
        }
    }

    /// A rule of a kind, as it is offered first.
    pub fn of(kind: RuleKind) -> Rule {
        match kind {
            RuleKind::Proportional => Rule::Proportional,
            RuleKind::AllOrNothing => Rule::AllOrNothing,
            RuleKind::Deduction => Rule::Deduction(Deduction {
                bound: Entry::Accepted(Rate::FULL),
                step: Entry::Accepted(Rate::from_percent(Decimal::ONE)),
                points: Entry::Accepted(Points::new(Decimal::ONE)),
                ..Deduction::default()
            }),
            RuleKind::Tiers => Rule::Tiers(Tiers {
                otherwise: Entry::Accepted(Points::ZERO),
                ..Tiers::default()
            }),
        }
    }

    /// Gives the rule's tiers fresh identities.
    pub fn renumber(&mut self, ids: &mut NextId) {
        if let Rule::Tiers(rule) = self {
            rule.tiers.iter_mut().for_each(|tier| tier.renumber(ids));
        }
    }
}

/// The kind is chosen like any closed list; a new kind begins with the parameters offered first.
impl Input for Rule {
    fn text(&self) -> String {
        self.kind().code().to_owned()
    }

    fn shown(&self) -> String {
        self.kind().label().to_owned()
    }

    fn set(&mut self, text: &str) -> bool {
        match RuleKind::from_code(text) {
            Some(kind) if kind != self.kind() => {
                *self = Rule::of(kind);
                true
            }
            _ => false,
        }
    }

    fn is_blank(&self) -> bool {
        false
    }
}

impl Default for Side {
    /// Most ratios are the better the higher.
    fn default() -> Self {
        Side::AtLeast
    }
}

impl Default for Counting {
    /// Nothing is lost or won by the size of a step.
    fn default() -> Self {
        Counting::Proportional
    }
}
