//! 勾稽关系的说法: a relation that holds, as a clerk would write it on the margin.

use rust_decimal::Decimal;

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::values::rounding::{grouped, trimmed};

/// So many parts of a sum are written out; of more their number is said.
const WRITTEN_OUT: usize = 5;

/// What a relation says: “各项之和相符：146 + 8 + 6 = 160”. None where a number is not there.
pub fn words(relation: &Relation, ledger: &Ledger) -> Option<String> {
    let number = |id: Id| Some(plain(ledger.number(id)?.value));
    let sum = |ids: &[Id]| -> Option<String> {
        if ids.len() > WRITTEN_OUT {
            return Some(format!("{} 项之和", ids.len()));
        }
        let parts: Option<Vec<String>> = ids.iter().map(|id| number(*id)).collect();
        Some(parts?.join(" + "))
    };
    Some(match relation {
        Relation::Same(one, other) => format!("前后一致：{} 和 {}", number(*one)?, number(*other)?),
        Relation::Sum { total, parts, complete } => {
            let sign = if *complete { "=" } else { "≤" };
            format!("合计相符：{} {sign} {}", sum(parts)?, number(*total)?)
        }
        Relation::Ratio { rate, part, whole } => {
            format!(
                "比率相符：{} ÷ {} = {}%",
                number(*part)?,
                number(*whole)?,
                number(*rate)?
            )
        }
        Relation::Together { rate, parts, whole } => {
            format!("比率相符：（{}）÷（{}）= {}%", sum(parts)?, sum(whole)?, number(*rate)?)
        }
        Relation::Mean { mean, of } => format!("平均数相符：（{}）÷ {} = {}", sum(of)?, of.len(), number(*mean)?),
        Relation::Complement { rate, rest, whole } => {
            let (rate, rest, whole) = (number(*rate)?, number(*rest)?, number(*whole)?);
            format!("比率相符：{whole} 里除去 {rest} 是 {rate}%")
        }
        Relation::Turn { from, to, down } => {
            let turn = if *down { "减少" } else { "增加" };
            format!("增减的方向相符：由 {} {turn}到 {}", number(*from)?, number(*to)?)
        }
        Relation::Portion { part, whole, .. } => {
            format!("大致的说法相符：{} 里的 {}", number(*whole)?, number(*part)?)
        }
        Relation::Within { of, .. } => format!("大致的说法相符：{}%", number(*of)?),
        Relation::Scored { score, weight, .. } => {
            format!(
                "按计分办法算得分相符：分值 {}，得 {}",
                number(*weight)?,
                number(*score)?
            )
        }
        Relation::Deducted { off, .. } => format!("按扣分办法算扣分相符：扣 {}", number(*off)?),
        Relation::Repeated { total, each, .. } => {
            format!("各期之和相符：每期 {}，共 {}", number(*each)?, number(*total)?)
        }
        Relation::Change { rate, now, before, .. } => {
            format!(
                "增减率相符：由 {} 到 {}，{}%",
                number(*before)?,
                number(*now)?,
                number(*rate)?
            )
        }
        Relation::Growth { rate, now, by, .. } => {
            format!(
                "增减率相符：增减 {} 以后是 {}，{}%",
                number(*by)?,
                number(*now)?,
                number(*rate)?
            )
        }
        Relation::Difference { of, more, less } => {
            format!("差额相符：{} − {} = {}", number(*more)?, number(*less)?, number(*of)?)
        }
        Relation::Balance {
            end,
            start,
            plus,
            minus,
        } => {
            let mut said = number(*start)?;
            if !plus.is_empty() {
                said = format!("{said} + {}", sum(plus)?);
            }
            for less in minus {
                said = format!("{said} − {}", number(*less)?);
            }
            format!("增减相符：{said} = {}", number(*end)?)
        }
        Relation::Product { total, each, times } => {
            format!(
                "乘积相符：{} × {} = {}",
                number(*each)?,
                number(*times)?,
                number(*total)?
            )
        }
        Relation::Bound { less, more } => format!("没有超过：{} ≤ {}", number(*less)?, number(*more)?),
        Relation::Beyond { more, less, .. } => format!("高低相符：{} ≥ {}", number(*more)?, number(*less)?),
        Relation::Whole { .. } => "各项占比合计 100%".to_owned(),
        Relation::Count { stated, listed } => format!("项数相符：写 {}，列出 {listed} 项", number(*stated)?),
    })
}

/// A number without zeros at its end, in groups of thousands.
pub fn plain(value: Decimal) -> String {
    grouped(&trimmed(value, 6))
}
