//! Scores as formulas: how a completion becomes a share, a share points, and points a grade. Each says what
//! `domain::completion`, `domain::rule` and `domain::scoring` do; none where a cell cannot say it, and then
//! the value stands there with its explanation.

use crate::documents::workbooks::number;
use rust_decimal::Decimal;

use crate::domain::scheme::indicator::{Answer, Indicator, IndicatorNature, Measure, Scoring};
use crate::domain::scheme::rule::{Counting, Deduction, Rule, Side, Tiers};
use crate::domain::scheme::scheme::{Compound, ExcessRule, Scheme};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Entry, Value};
use crate::domain::values::points::Points;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rate::Rate;

/// Formulas beyond this are not read by anybody, and Excel nests 64 deep at most.
const MOST_TIERS: usize = 20;

/// Comparisons with a bound look at so many decimals, so that a quotient that is the bound exactly is not
/// below it by the last binary digit.
const PLACES: u32 = 10;

/// The capped share of a measure in its target, from the cells of both.
pub fn share(
    measure: &Measure,
    scheme: &Scheme,
    actual: Decimal,
    target_cell: &str,
    actual_cell: &str,
) -> Option<String> {
    let target = measure.target.value().map(|target| target.decimal());
    let target = target.filter(|target| number::is_held(*target))?;
    // A missed target of zero has earned nothing and has no ratio to show.
    let under = || (actual >= target || target > Decimal::ZERO).then(|| format!("MAX(0,{actual_cell})/{target_cell}"));
    let over = |most: Decimal, cell: &str| {
        (actual <= most || most > Decimal::ZERO).then(|| match scheme.excess {
            ExcessRule::Inverse => format!("{cell}/{actual_cell}"),
            ExcessRule::Deduction => format!("MAX(0,1-({actual_cell}-{cell})/{cell})"),
        })
    };
    Some(match measure.comparator {
        Comparator::Exactly if target.is_zero() => format!("IF({actual_cell}<={target_cell},1,0)"),
        Comparator::AtLeast | Comparator::Exactly => {
            format!("IF({actual_cell}>={target_cell},1,{})", under()?)
        }
        Comparator::AtMost => format!("IF({actual_cell}<={target_cell},1,{})", over(target, target_cell)?),
        Comparator::Between => {
            let upper = measure.upper.value().map(|upper| upper.decimal());
            let upper = upper.filter(|upper| number::is_held(*upper) && *upper >= target)?;
            let (under, over) = (under()?, over(upper, &upper.to_string())?);
            format!("IF({actual_cell}<{target_cell},{under},IF({actual_cell}>{upper},{over},1))")
        }
    })
}

/// The points of a ratio by a rule, within the weight, not yet rounded. `ratio` is a cell or a product.
pub fn points(rule: &Rule, weight: &str, ratio: &str) -> Option<String> {
    match rule {
        Rule::Proportional => Some(format!("{weight}*MAX(0,MIN(1,{ratio}))")),
        Rule::AllOrNothing => Some(format!("IF(ROUND({ratio},{PLACES})>=1,{weight},0)")),
        Rule::Deduction(rule) => deduction(rule, weight, ratio),
        Rule::Tiers(rule) => tiers(rule, weight, ratio),
    }
}

fn deduction(rule: &Deduction, weight: &str, ratio: &str) -> Option<String> {
    let bound = rule.bound.value()?.decimal();
    let step = rule.step.value()?.decimal();
    let each = not_below_zero(&rule.points)?;
    if step <= Decimal::ZERO {
        return None;
    }
    let distance = match rule.side {
        Side::AtLeast => format!("MAX(0,{bound}-{ratio})"),
        Side::AtMost => format!("MAX(0,{ratio}-{bound})"),
    };
    let steps = match rule.counting {
        Counting::Proportional => format!("{distance}/{step}"),
        Counting::Started => format!("ROUNDUP(ROUND({distance}/{step},{PLACES}),0)"),
        Counting::Full => format!("ROUNDDOWN(ROUND({distance}/{step},{PLACES}),0)"),
    };
    Some(format!("MAX(0,{weight}-{each}*{steps})"))
}

fn tiers(rule: &Tiers, weight: &str, ratio: &str) -> Option<String> {
    if rule.tiers.len() > MOST_TIERS {
        return None;
    }
    let sign = match rule.side {
        Side::AtLeast => ">=",
        Side::AtMost => "<=",
    };
    let mut formula = not_below_zero(&rule.otherwise)?;
    for tier in rule.tiers.iter().rev() {
        let bound = tier.bound.value()?.decimal();
        let earned = not_below_zero(&tier.points)?;
        formula = format!("IF(ROUND({ratio},{PLACES}){sign}{bound},{earned},{formula})");
    }
    Some(format!("MIN({weight},{formula})"))
}

fn not_below_zero(points: &Entry<Points>) -> Option<String> {
    let points = points.value()?.decimal();
    (points >= Decimal::ZERO).then(|| points.to_string())
}

/// Where the figures of an indicator stand.
pub struct Cells {
    /// 权重.
    pub weight: String,
    /// 计分完成率, one cell per measure.
    pub shares: Vec<String>,
    /// 完成值 of a formula indicator, as a ratio.
    pub ratio: String,
}

/// The score of an indicator, rounded.
pub fn indicator(row: &Indicator, weight: Points, scheme: &Scheme, cells: &Cells) -> Option<String> {
    if weight < Points::ZERO {
        return None;
    }
    let Cells { weight, shares, ratio } = cells;
    if row.scoring == Scoring::Manual {
        let score = row.manual_score.value()?.decimal();
        return Some(format!("ROUND(MAX(0,MIN({weight},{score})),2)"));
    }
    let first = || shares.first();
    let exact = match row.nature {
        IndicatorNature::Quantitative => quantitative(row, scheme, weight, shares)?,
        IndicatorNature::Qualitative => format!("{weight}*{}", first()?),
        IndicatorNature::Formula => match &row.rule {
            Rule::Proportional | Rule::AllOrNothing => of_share(&row.rule, weight, first()?)?,
            rule => points(rule, weight, ratio)?,
        },
        IndicatorNature::Checklist => {
            let met = row.items.iter().map(|item| match item.answer {
                Some(Answer::Met) => item.points.value().map(|points| signed(points.decimal())),
                _ => Some("0".into()),
            });
            let met: Vec<String> = met.collect::<Option<_>>()?;
            format!("MAX(0,MIN({weight},{}))", short(met.join("+"))?)
        }
        IndicatorNature::Deductions => {
            let taken = row.items.iter().map(|item| {
                let times = item.times.value()?.decimal().max(Decimal::ZERO);
                Some(format!("{}*{times}", signed(item.points.value()?.decimal())))
            });
            let taken: Vec<String> = taken.collect::<Option<_>>()?;
            format!("MAX(0,MIN({weight},{weight}-({})))", short(taken.join("+"))?)
        }
    };
    Some(format!("ROUND({exact},2)"))
}

/// A share that is capped already needs no cap in proportion.
fn of_share(rule: &Rule, weight: &str, share: &str) -> Option<String> {
    match rule {
        Rule::Proportional => Some(format!("{weight}*{share}")),
        rule => points(rule, weight, share),
    }
}

/// The measures' points, combined as the scheme says.
fn quantitative(row: &Indicator, scheme: &Scheme, weight: &str, shares: &[String]) -> Option<String> {
    if let [share] = shares {
        return of_share(&row.rule, weight, share);
    }
    let (first, last) = (shares.first()?, shares.last()?);
    match (scheme.compound, &row.rule) {
        (Compound::Mean, Rule::Proportional) => return Some(format!("{weight}*AVERAGE({first}:{last})")),
        (Compound::Minimum, Rule::Proportional) => return Some(format!("{weight}*MIN({first}:{last})")),
        _ => {}
    }
    let each: Vec<String> = shares
        .iter()
        .map(|share| of_share(&row.rule, weight, share))
        .collect::<Option<_>>()?;
    let formula = match scheme.compound {
        Compound::Mean => format!("({})/{}", each.join("+"), each.len()),
        Compound::Minimum => format!("MIN({})", each.join(",")),
        Compound::Weighted => {
            let parts = row
                .measures
                .iter()
                .map(|measure| measure.share.value().map(Quantity::written));
            let parts: Vec<String> = parts.collect::<Option<_>>()?;
            let products: Vec<String> = each
                .iter()
                .zip(&parts)
                .map(|(each, part)| format!("{each}*{part}"))
                .collect();
            format!("({})/({})", products.join("+"), parts.join("+"))
        }
    };
    short(formula)
}

/// The grade of a total, from the cells of the total and of the full points. The bands are the scheme's.
pub fn grade(scheme: &Scheme, total: &str, full: &str) -> Option<String> {
    let mut formula = "\"没有等级\"".to_owned();
    for band in scheme.grades.iter().rev() {
        let Some(from) = band.from.value() else { continue };
        formula = format!(
            "IF(ROUND({total}/{full},{PLACES})>={},\"{}\",{formula})",
            from.decimal(),
            band.value.label()
        );
    }
    short(formula)
}

/// The share of a progress in its target, capped; a target of zero is reached whatever was spent.
pub fn progress_share(progress: &str, target: Rate) -> String {
    match target.decimal() {
        target if target <= Decimal::ZERO => "1".into(),
        target => format!("MAX(0,MIN(1,{progress}/{target}))"),
    }
}

/// Excel takes formulas of 8,192 characters.
fn short(formula: String) -> Option<String> {
    (formula.len() < 4_000).then_some(formula)
}

/// A number in the middle of a formula.
fn signed(value: Decimal) -> String {
    match value.is_sign_negative() {
        true => format!("({value})"),
        false => value.to_string(),
    }
}
