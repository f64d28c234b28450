//! Explains scoring rules: what a rule says in words, and what it did with a ratio.

use crate::domain::draft::field::RuleOwner;
use crate::domain::evaluation::rule_points::{steps, tier};
use crate::domain::scheme::part::{CheckpointMethod, CheckpointRule};
use crate::domain::scheme::rule::{Counting, Deduction, Rule, Side, Tier, Tiers};
use crate::domain::values::calendar::Month;
use crate::domain::values::input::{Choice, Entry, Input, Value};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

/// What a rule did with a ratio.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The arithmetic with its numbers; blank where a parameter is missing.
    pub working: String,
    /// Which band or step applied, and whether a limit acted.
    pub note: String,
}

/// A rule as a sentence: "执行率达到 90% 得满分，每低 1 个百分点扣 1 分，扣完为止".
pub fn sentence(rule: &Rule, subject: &str) -> String {
    match rule {
        Rule::Proportional => format!("权重 × {subject}（不超过 100%）"),
        Rule::AllOrNothing => format!("{subject}达到 100% 得满分，否则不得分"),
        Rule::Deduction(rule) => deduction_sentence(rule, subject),
        Rule::Tiers(rule) => tiers_sentence(rule, subject),
    }
}

fn deduction_sentence(rule: &Deduction, subject: &str) -> String {
    let (within, beyond) = match rule.side {
        Side::AtLeast => ("达到", "低"),
        Side::AtMost => ("不超过", "高"),
    };
    let counting = match rule.counting {
        Counting::Proportional => "",
        Counting::Started | Counting::Full => rule.counting.label(),
    };
    let counting = if counting.is_empty() {
        String::new()
    } else {
        format!("（{counting}）")
    };
    format!(
        "{subject}{within} {} 得满分，每{beyond} {} 个百分点扣 {} 分{counting}，扣完为止",
        percent(&rule.bound),
        number(&rule.step),
        number(&rule.points),
    )
}

fn tiers_sentence(rule: &Tiers, subject: &str) -> String {
    let sign = sign(rule.side);
    let tiers = rule.tiers.iter();
    let rows: Vec<String> = tiers
        .map(|tier| format!("{sign} {} 得 {} 分", percent(&tier.bound), number(&tier.points)))
        .collect();
    format!("{subject} {}，其余得 {} 分", rows.join("，"), number(&rule.otherwise))
}

/// 各月支出进度 as a sentence.
pub fn checkpoint_sentence(rule: &CheckpointRule) -> String {
    let rows = rule.targets.iter();
    let rows: Vec<String> = rows
        .map(|row| {
            let month = row
                .month
                .value()
                .copied()
                .map_or("？".to_owned(), |month: Month| month.get().to_string());
            let points = match rule.method {
                CheckpointMethod::Mean => String::new(),
                CheckpointMethod::Each | CheckpointMethod::EachProportional => {
                    format!("（{} 分）", number(&row.points))
                }
            };
            format!("{month} 月底达到 {}{points}", percent(&row.target))
        })
        .collect();
    format!("支出进度{}；{}", rows.join("，"), rule.method.label())
}

/// What a rule did: its arithmetic, and the band, step or limit that acted.
pub fn applied(rule: &Rule, owner: RuleOwner, weight: Points, ratio: Rate, subject: &str) -> Applied {
    let full = weight.exact();
    match rule {
        Rule::Proportional => Applied {
            working: format!("{full} × {}", ratio.capped().exact_percent()),
            note: if ratio > Rate::FULL {
                format!("{subject} {} 超过 100%，按权重封顶。", ratio.printed_percent())
            } else if ratio < Rate::NONE {
                format!("{subject}小于 0，按 0 计。")
            } else {
                String::new()
            },
        },
        Rule::AllOrNothing if ratio >= Rate::FULL => Applied {
            working: full,
            note: format!("{subject}已达到，得满分。"),
        },
        Rule::AllOrNothing => Applied {
            working: "0".into(),
            note: format!("{subject} {} 没有达到 100%，不得分。", ratio.printed_percent()),
        },
        Rule::Deduction(rule) => deduction(rule, owner, weight, ratio, subject).unwrap_or_default(),
        Rule::Tiers(rule) => tiers(rule, owner, weight, ratio, subject).unwrap_or_default(),
    }
}

fn deduction(rule: &Deduction, owner: RuleOwner, weight: Points, ratio: Rate, subject: &str) -> Option<Applied> {
    let bound = *rule.bound.value()?;
    let step = *rule.step.value()?;
    let each = *rule.points.value()?;
    let steps = steps(rule, owner, ratio).ok()?;
    let said = format!("{subject} {}", ratio.printed_percent());
    if steps.is_zero() {
        let inside = match rule.side {
            Side::AtLeast => ratio >= bound,
            Side::AtMost => ratio <= bound,
        };
        let why = if inside {
            "在满分界限内，得满分"
        } else {
            "差不到一档，不扣分"
        };
        return Some(Applied {
            working: weight.exact(),
            note: format!("{said} {why}。"),
        });
    }
    let (from, to) = match rule.side {
        Side::AtLeast => (bound, ratio),
        Side::AtMost => (ratio, bound),
    };
    let distance = format!("({} − {})", from.exact_percent(), signed(to.exact_percent()));
    let steps_text = crate::domain::values::rounding::exact(steps, 10);
    let working = match rule.counting {
        Counting::Proportional => {
            format!(
                "{} − {distance} ÷ {} × {}",
                weight.exact(),
                step.trimmed_percent(),
                each.exact()
            )
        }
        Counting::Started | Counting::Full => format!("{} − {steps_text} × {}", weight.exact(), each.exact()),
    };
    let taken = Points::new(each.decimal().saturating_mul(steps));
    let gone = if taken >= weight {
        "已扣完，得 0 分。"
    } else {
        ""
    };
    let counted = match rule.counting {
        Counting::Proportional => "",
        Counting::Started | Counting::Full => rule.counting.label(),
    };
    let comma = if counted.is_empty() { "" } else { "，" };
    Some(Applied {
        working,
        note: format!(
            "{said}，差 {steps_text} 档（每档 {} 个百分点{comma}{counted}）。{gone}",
            number(&rule.step)
        ),
    })
}

fn tiers(rule: &Tiers, owner: RuleOwner, weight: Points, ratio: Rate, subject: &str) -> Option<Applied> {
    let said = format!("{subject} {}", ratio.printed_percent());
    let found: Option<&Tier> = tier(rule, owner, ratio).ok()?;
    let (points, band) = match found {
        Some(tier) => (
            *tier.points.value()?,
            format!("落在“{} {}”这一档", sign(rule.side), percent(&tier.bound)),
        ),
        None => (*rule.otherwise.value()?, "不在各档之内".to_owned()),
    };
    let counted = points.within(weight);
    let capped = if counted == points { "" } else { "，不超过权重" };
    Some(Applied {
        working: counted.exact(),
        note: format!("{said} {band}，得 {} 分{capped}。", counted.printed()),
    })
}

fn sign(side: Side) -> &'static str {
    match side {
        Side::AtLeast => "≥",
        Side::AtMost => "≤",
    }
}

/// A negative number stands in brackets behind a minus sign.
fn signed(text: String) -> String {
    if text.starts_with('-') {
        format!("({text})")
    } else {
        text
    }
}

/// A parameter as a percentage, or a question mark while it is missing.
fn percent(entry: &Entry<Rate>) -> String {
    entry.value().map_or("？".into(), |rate| rate.trimmed_percent())
}

fn number<T: Value>(entry: &Entry<T>) -> String {
    match entry.value() {
        Some(_) => Input::text(entry),
        None => "？".into(),
    }
}
