//! 拆分指标: a compound indicator becomes two. Nothing that was written is lost, and the weights sum to what
//! they were.

use rust_decimal::Decimal;

use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::draft::names;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure, Scoring, target_text};
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::{Compound, Scheme};
use crate::domain::values::input::{Entry, Input};
use crate::domain::values::points::Points;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rounding;

use super::demands::{border, demands, marks, stated_in};

/// What splitting an indicator makes of it, to be said before it is done.
///
/// The first measure stays with the indicator, the others go to a new one right after it. The goal is
/// divided where its clauses can be told apart by the measures, else it stays whole in both. What was
/// written about the results (实现情况分析, 偏差原因, 改进措施), the evidence and the reason of a manual score
/// stand in both: an empty cell in 表2 would be missed more than a sentence too many, and the check for
/// repeated passages (E8) shows what is to be shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The indicator with its first measure.
    pub first: Indicator,
    /// The new one with the others; its identities come with the edit.
    pub second: Indicator,
    /// What else is to be known beforehand, one sentence each.
    pub notes: Vec<String>,
}

/// Why an indicator cannot be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// It has one demand only.
    OneDemand,
    /// Its nature knows no measures.
    NoMeasures,
    /// A number that would have to be divided cannot be read.
    Unread(Field),
}

impl Whole {
    /// Why, and what to do.
    pub fn sentence(self) -> String {
        match self {
            Whole::OneDemand => "只有一个数量要求，不用拆。".into(),
            Whole::NoMeasures => "只有定量指标能按指标值拆开。".into(),
            Whole::Unread(field) => format!("{}读不出来，先改好再拆。", names::short_name(field)),
        }
    }
}

impl Split {
    /// What splitting makes of an indicator, or why it cannot be split. A second measure that only the
    /// goal states is taken from there.
    pub fn of(row: &Indicator, scheme: &Scheme) -> Result<Split, Whole> {
        if row.nature != IndicatorNature::Quantitative {
            return Err(Whole::NoMeasures);
        }
        let mut row = row.clone();
        let mut notes = Vec::new();
        for measure in unanswered(&row) {
            let target = target_text(&measure);
            notes.push(format!("{target} 取自绩效目标，拆开后补填实际完成值。"));
            row.measures.push(measure);
        }
        let (kept, moved) = row.measures.split_at(row.measures.len().min(1));
        if moved.is_empty() {
            return Err(Whole::OneDemand);
        }
        let share = share(&row.measures, scheme);
        let weight = divided(&row.weight, share, 0).ok_or(Whole::Unread(weight_field(&row)))?;
        // What else is in points goes with the weight as it was rounded, so that both stay in proportion.
        let share = weight_share(&row.weight, &weight).unwrap_or(share);
        let places = weight.0.value().map_or(0, |weight| weight.decimal().scale());
        let mut second = row.clone();
        if row.scoring == Scoring::Manual {
            let manual = divided(&row.manual_score, share, places);
            let (one, other) = manual.ok_or(Whole::Unread(manual_field(&row)))?;
            if !row.manual_score.is_blank() {
                notes.push(format!(
                    "手工得分分成 {} 分和 {} 分，理由两项都留着。",
                    one.text(),
                    other.text()
                ));
            }
            (row.manual_score, second.manual_score) = (one, other);
        }
        if let Some((one, other)) = divided_rule(&row.rule, share) {
            notes.push("计分规则里的分数按权重分开。".into());
            (row.rule, second.rule) = (one, other);
        }
        match divided_goal(&row.goal, kept, moved) {
            Some((one, other)) => (row.goal, second.goal) = (one, other),
            None if row.goal.is_blank() => {}
            None => notes.push("绩效目标不好分开，两项都留原文，请各自改短。".into()),
        }
        if scheme.compound == Compound::Minimum {
            notes.push("原来几行里取最低的计分，拆开后各算各的，得分可能变高。".into());
        }
        let written = [&row.analysis, &row.deviation_reason, &row.improvement];
        if written.iter().any(|text| !text.is_blank()) || !row.evidence.is_empty() {
            notes.push("实现情况分析等文字和佐证材料两项都留一份。".into());
        }
        let (kept, moved) = (kept.to_vec(), moved.to_vec());
        let names = names(&row.name, &kept, &moved);
        (row.name, second.name) = names;
        (row.weight, second.weight) = weight;
        (row.measures, second.measures) = (kept, moved);
        Ok(Split {
            first: row,
            second,
            notes,
        })
    }

    /// The edit that puts both in the place of the whole.
    pub fn edit(&self) -> Edit {
        Edit::Split(self.first.id, Box::new([self.first.clone(), self.second.clone()]))
    }
}

/// The measures that the goal of an indicator with one measure states besides that one.
fn unanswered(row: &Indicator) -> Vec<Measure> {
    if row.measures.len() != 1 {
        return Vec::new();
    }
    let demands = demands(&row.goal);
    let Some(known) = stated_in(&row.measures, &demands, &row.goal) else {
        return Vec::new();
    };
    let other = demands.iter().enumerate();
    let other = other.filter(|(place, demand)| demand.stated && !known.contains(place));
    other.map(|(_, demand)| demand.measure(&row.goal)).collect()
}

/// Which part of the whole the first measure is, as numerator and denominator: by the typed 比重 where the
/// scheme weighs measures, else by their number.
fn share(measures: &[Measure], scheme: &Scheme) -> (Decimal, Decimal) {
    let typed: Option<Vec<Decimal>> = measures
        .iter()
        .map(|measure| measure.share.value().map(decimal))
        .collect();
    let typed =
        typed.filter(|typed| scheme.compound == Compound::Weighted && typed.iter().all(|one| !one.is_sign_negative()));
    if let Some(typed) = typed {
        let whole: Decimal = typed.iter().sum();
        if let (Some(first), false) = (typed.first(), whole.is_zero()) {
            return (*first, whole);
        }
    }
    (Decimal::ONE, Decimal::from(measures.len()))
}

fn decimal(quantity: &Quantity) -> Decimal {
    quantity.decimal()
}

/// Decimals that a field for points can hold.
const PLACES: u32 = 4;

/// Divides points so that both parts sum to exactly the whole: the first is rounded to the decimals of the
/// whole, or one more where that does not do, the second is the difference. Blank stays blank; none where
/// the text cannot be read.
fn divided(whole: &Entry<Points>, share: (Decimal, Decimal), least: u32) -> Option<(Entry<Points>, Entry<Points>)> {
    let points = match whole {
        Entry::Blank => return Some((Entry::Blank, Entry::Blank)),
        Entry::Unread(..) => return None,
        Entry::Accepted(points) => points.decimal().normalize(),
    };
    let exact = points.checked_mul(share.0)?.checked_div(share.1)?;
    let places = points.scale().max(least).min(PLACES);
    let short = rounding::half_away_from_zero(exact, places);
    let first = if short == exact {
        short
    } else {
        rounding::half_away_from_zero(exact, (places + 1).min(PLACES))
    };
    let part = |points| Entry::Accepted(Points::new(points));
    Some((part(first), part(points - first)))
}

fn weight_share(whole: &Entry<Points>, parts: &(Entry<Points>, Entry<Points>)) -> Option<(Decimal, Decimal)> {
    let (first, whole) = (parts.0.value()?.decimal(), whole.value()?.decimal());
    (!whole.is_zero()).then_some((first, whole))
}

/// The rule for both parts, where it names points; what cannot be read stays in both as it is.
fn divided_rule(rule: &Rule, share: (Decimal, Decimal)) -> Option<(Rule, Rule)> {
    let divide = |one: &mut Entry<Points>, other: &mut Entry<Points>| {
        if let Some(parts) = divided(one, share, PLACES) {
            (*one, *other) = parts;
        }
    };
    let mut parts = (rule.clone(), rule.clone());
    match &mut parts {
        (Rule::Deduction(one), Rule::Deduction(other)) => divide(&mut one.points, &mut other.points),
        (Rule::Tiers(one), Rule::Tiers(other)) => {
            divide(&mut one.otherwise, &mut other.otherwise);
            for (one, other) in one.tiers.iter_mut().zip(&mut other.tiers) {
                divide(&mut one.points, &mut other.points);
            }
        }
        _ => return None,
    }
    Some(parts)
}

/// The goal for both parts; none where it cannot be told which clause is whose.
fn divided_goal(goal: &str, kept: &[Measure], moved: &[Measure]) -> Option<(String, String)> {
    let demands = demands(goal);
    let all: Vec<Measure> = kept.iter().chain(moved).cloned().collect();
    let stated = stated_in(&all, &demands, goal)?;
    let (first, others) = stated.split_first()?;
    let (least, greatest) = (others.iter().min()?, others.iter().max()?);
    let is_first = first < least;
    let (left, right) = if is_first { (first, least) } else { (greatest, first) };
    if !is_first && first < greatest {
        return None;
    }
    let mark = border(goal, &demands.get(*left)?.place, &demands.get(*right)?.place)?;
    let end = goal
        .trim_end()
        .chars()
        .next_back()
        .filter(|c| *c == '。')
        .map(String::from);
    let one = format!("{}{}", goal[..mark.start].trim(), end.unwrap_or_default());
    let other = goal[mark.end..].trim();
    let leads = ["并且", "同时", "以及", "并"];
    let other = leads.iter().find_map(|lead| other.strip_prefix(lead)).unwrap_or(other);
    let (before, after) = if is_first { (kept, moved) } else { (moved, kept) };
    let other = match shared_lead(&one, other, &goal[mark], before, after) {
        Some(lead) => format!("{lead}{other}"),
        None => other.to_owned(),
    };
    Some(if is_first { (one, other) } else { (other, one) })
}

/// The words that two items share and the second leaves out: 完成年度开展 of "完成年度开展培训…、宣传…".
fn shared_lead<'a>(one: &'a str, other: &str, mark: &str, before: &[Measure], after: &[Measure]) -> Option<&'a str> {
    let is_item = mark == "、";
    let named = |measures: &[Measure]| measures.first().map(|measure| measure.name.trim().to_owned());
    let (before, after) = (named(before)?, named(after)?);
    let leaves_out = is_item && !before.is_empty() && !after.is_empty() && other.starts_with(&after);
    let lead = &one[..one.find(&before)?];
    // Only where the first item is the first clause is its lead that of both.
    (leaves_out && marks(lead).is_empty()).then_some(lead)
}

/// Names for both parts: the measures' names in the place of their list in the whole name, or behind it.
fn names(whole: &str, kept: &[Measure], moved: &[Measure]) -> (String, String) {
    let whole = whole.trim();
    let all: Vec<&str> = kept.iter().chain(moved).map(|measure| measure.name.trim()).collect();
    let (one, others) = all.split_at(kept.len());
    let (one, other) = (one.concat(), others.join("、"));
    if all.iter().any(|name| name.is_empty()) || one == other {
        return (format!("{whole}（一）"), format!("{whole}（二）"));
    }
    let mut joints = ["、", "和", "与", "及", "以及"].iter().map(|joint| all.join(joint));
    if let Some(list) = joints.find(|list| whole.contains(list.as_str())) {
        return (whole.replacen(&list, &one, 1), whole.replacen(&list, &other, 1));
    }
    let named = |part: &str| match whole {
        "" => part.to_owned(),
        whole => format!("{whole}（{part}）"),
    };
    (named(&one), named(&other))
}

fn weight_field(row: &Indicator) -> Field {
    Field::Indicator(row.id, IndicatorField::Weight)
}

fn manual_field(row: &Indicator) -> Field {
    Field::Indicator(row.id, IndicatorField::ManualScore)
}
