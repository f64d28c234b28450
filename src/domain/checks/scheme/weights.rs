//! B1 and B2 权重: parts against the scheme's total, indicators against their parts and groups.

use rust_decimal::Decimal;

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, GroupField, List, PartField};
use crate::domain::scheme::part::Part;
use crate::domain::scheme::scheme::{Scheme, Weighting};
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

const FULL: Points = Points::new_const(Decimal::ONE_HUNDRED);

/// Finds B1 and B2.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    for part in draft.scheme.indicator_parts() {
        part_weights(draft, part, found);
    }
    if let Some(full) = draft.scheme.full_points()
        && full != FULL
        && let Some(part) = draft.scheme.parts.first()
    {
        found.push(Finding::new(
            Code::B1,
            Field::Part(part.id, PartField::Weight),
            format!("评分方案各部分权重合计 {}，应为 100。", full.printed()),
            "核对评分方案各部分的权重。",
        ));
    }
}

/// The weights typed for the indicators of one part: those of each weighted group, and the others.
struct Sums {
    count: usize,
    /// None once a weight is missing.
    groups: Vec<(Id, Option<Points>)>,
    others: Option<Points>,
}

fn sums(draft: &Draft, part: &Part) -> Sums {
    let weighted = part.groups.iter().filter(|group| !group.weight.is_blank());
    let mut sums = Sums {
        count: 0,
        groups: weighted.map(|group| (group.id, Some(Points::ZERO))).collect(),
        others: Some(Points::ZERO),
    };
    for row in draft.written_indicators() {
        let Some((home, group)) = draft.scheme.home(row.place) else {
            continue;
        };
        if home.id != part.id {
            continue;
        }
        sums.count += 1;
        let own = group.and_then(|group| sums.groups.iter_mut().find(|(id, _)| *id == group.id));
        let sum = own.map_or(&mut sums.others, |(_, sum)| sum);
        *sum = sum.and_then(|sum| Some(sum + *row.weight.value()?));
    }
    sums
}

fn part_weights(draft: &Draft, part: &Part, found: &mut Vec<Finding>) {
    let Some(weight) = part.weight.value().copied() else {
        return;
    };
    let sums = sums(draft, part);
    // A part without any indicator has no score (B8); what its weights add up to says nothing more.
    if sums.count == 0 {
        return;
    }
    for (group, sum) in part.groups.iter().filter_map(|group| {
        let (_, sum) = sums.groups.iter().find(|(id, _)| *id == group.id)?;
        Some((group, (*sum)?))
    }) {
        let Some(own) = group.weight.value() else { continue };
        let expected = whole(&draft.scheme, *own);
        if sum != expected {
            found.push(Finding::new(
                Code::B2,
                Field::Group(part.id, group.id, GroupField::Weight),
                format!(
                    "“{}”下各项指标的权重合计 {}，应为 {}。",
                    group.name.trim(),
                    sum.printed(),
                    expected.printed()
                ),
                "核对这个二级指标和它下面各项指标的权重。",
            ));
        }
    }
    let expected = whole(&draft.scheme, weight);
    let Some(others) = sums.others else { return };
    if sums.groups.is_empty() {
        if others != expected {
            found.push(Finding::new(
                Code::B1,
                Field::Rows(List::Indicators),
                format!(
                    "{} 项指标的权重合计 {}，“{}”应为 {}。",
                    sums.count,
                    others.printed(),
                    part.name,
                    expected.printed()
                ),
                "核对各项指标的权重，使合计等于评分方案的权重。",
            ));
        }
        return;
    }
    let groups = part.groups.iter().filter(|group| !group.weight.is_blank());
    let groups: Option<Points> = groups.map(|group| group.weight.value().copied()).sum();
    let loose = if others == Points::ZERO {
        String::new()
    } else {
        format!("（含没有归入二级指标的 {}）", others.printed())
    };
    if let Some(sum) = groups.map(|groups| groups + others).filter(|sum| *sum != expected) {
        found.push(Finding::new(
            Code::B2,
            Field::Part(part.id, PartField::Weight),
            format!(
                "“{}”下各二级指标的权重合计 {}{loose}，应为 {}。",
                part.name,
                sum.printed(),
                expected.printed()
            ),
            "核对这一部分和它下面各二级指标的权重。",
        ));
    }
}

/// What the level below has to add up to.
fn whole(scheme: &Scheme, weight: Points) -> Points {
    match scheme.weighting {
        Weighting::Points => weight,
        Weighting::Relative => FULL,
    }
}
