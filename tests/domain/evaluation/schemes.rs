//! The schemes that come along: full marks where everything is done, and the rules that places publish.

use crate::drafts::{answered, built_in, indicator, indicator_field, set, totals};
use jiping::documents::project_file::pack;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, ItemField, TermField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::scheme::formula::TermPlace;
use jiping::domain::scheme::indicator::IndicatorNature;
use jiping::domain::scheme::part::PartRule;
use jiping::domain::scheme::scheme::Weighting;
use jiping::domain::values::row::Id;

fn said(draft: &Draft, figure: Figure) -> String {
    printed(&evaluate(draft), figure).unwrap_or_else(|gap| format!("{gap:?}"))
}

fn named(draft: &Draft, name: &str) -> Id {
    draft.indicators.iter().find(|row| row.name == name).unwrap().id
}

/// A draft by a scheme in which everything is done: its own indicators, and one for whatever they leave of a part.
fn all_done(name: &str) -> Draft {
    let mut draft = answered(Draft::by(built_in(name)));
    let scheme = draft.scheme.clone();
    for row in draft.indicators.clone() {
        if row.nature == IndicatorNature::Deductions {
            row.items
                .iter()
                .for_each(|item| set(&mut draft, Field::Item(row.id, item.id, ItemField::Times), "0"));
        }
    }
    for part in scheme.parts.iter().filter(|part| part.rule == PartRule::IndicatorSum) {
        let own = |place: Id| scheme.indicators.iter().any(|row| row.place == Some(place));
        if own(part.id) || part.groups.iter().any(|group| own(group.id)) {
            continue;
        }
        let whole = part.weight.value().copied().unwrap();
        let weighted = part
            .groups
            .iter()
            .filter_map(|group| Some((group.id, *group.weight.value()?)));
        let weighted: Vec<_> = weighted.collect();
        let rest = weighted.iter().fold(whole, |rest, (_, weight)| rest.less(*weight));
        let loose = part.groups.iter().find(|group| group.weight.is_blank());
        let loose = (loose.map_or(part.id, |group| group.id), rest);
        for (place, weight) in weighted.into_iter().chain([loose]) {
            if weight.decimal().is_zero() {
                continue;
            }
            let id = indicator(&mut draft, &weight.printed(), &[("≥", "100", "100")]);
            indicator_field(&mut draft, id, IndicatorField::Place, &place.0.to_string());
        }
    }
    draft
}

#[test]
fn everything_done_is_a_hundred() {
    for scheme in pack::built_in() {
        // A framework without weights, and parts that are scored by objectives, ask for more than indicators.
        if scheme.full_points().is_none() || scheme.parts.iter().any(|part| part.rule == PartRule::ObjectiveShare) {
            continue;
        }
        let draft = all_done(&scheme.name);
        assert_eq!(said(&draft, Figure::TotalScore), "100", "{}", scheme.name);
        let wrong = run(&draft, &evaluate(&draft));
        let wrong = wrong
            .iter()
            .find(|finding| matches!(finding.code, Code::B1 | Code::B2 | Code::B4 | Code::S1));
        assert!(wrong.is_none(), "{}: {wrong:?}", scheme.name);
    }
}

#[test]
fn guangxi_takes_points_off_by_steps() {
    let check = |arrived: &str, executed: &str, expected: [&str; 2]| {
        let mut draft = all_done("广西");
        let id = named(&draft, "资金到位率");
        for (place, value) in [(TermPlace::Numerator, arrived), (TermPlace::Denominator, "100")] {
            indicator_field(&mut draft, id, IndicatorField::Term(place, TermField::Value), value);
        }
        totals(&mut draft, ["1000", "1000", executed]);
        let progress = draft.scheme.parts[1].id;
        let found = [
            said(&draft, Figure::IndicatorScore(id)),
            said(&draft, Figure::PartScore(progress)),
        ];
        assert_eq!(found, expected, "{arrived} {executed}");
    };
    check("100", "1000", ["5", "15"]);
    // 99% is one started step of ten points below; 90% of the budget is still enough.
    check("99", "900", ["4", "15"]);
    check("90", "899", ["4", "14.9"]);
    check("89.9", "800", ["3", "5"]);
    check("40", "750", ["0", "0"]);
}

#[test]
fn yinchuan_has_the_execution_rate_among_its_indicators() {
    let mut draft = all_done("银川");
    // As in the form of a school of 2021, which has 9 of 10 at 100%.
    totals(&mut draft, ["64.8", "64.8", "64.8"]);
    let id = named(&draft, "预算执行率");
    assert_eq!(said(&draft, Figure::IndicatorScore(id)), "10");
    indicator_field(&mut draft, id, IndicatorField::Scoring, "manual");
    indicator_field(&mut draft, id, IndicatorField::ManualScore, "9");
    let wrong = run(&draft, &evaluate(&draft));
    assert!(wrong.iter().any(|finding| finding.code == Code::B4));
    totals(&mut draft, ["64.8", "64.8", "48.6"]);
    indicator_field(&mut draft, id, IndicatorField::Scoring, "by_rule");
    assert_eq!(said(&draft, Figure::IndicatorScore(id)), "7.5");
}

#[test]
fn guangshui_takes_points_off_for_what_is_missing() {
    let mut draft = all_done("广水");
    let row = draft
        .indicators
        .iter()
        .find(|row| row.nature == IndicatorNature::Deductions)
        .unwrap()
        .clone();
    let times = |draft: &mut Draft, times: &str| {
        let field = Field::Item(row.id, row.items[0].id, ItemField::Times);
        set(draft, field, times);
    };
    times(&mut draft, "1");
    assert_eq!(said(&draft, Figure::IndicatorScore(row.id)), "1");
    times(&mut draft, "5");
    assert_eq!(said(&draft, Figure::IndicatorScore(row.id)), "0");
}

#[test]
fn chengan_converts_by_shares() {
    let mut draft = Draft::by(built_in("成安"));
    assert_eq!(draft.scheme.weighting, Weighting::Relative);
    totals(&mut draft, ["100", "100", "100"]);
    // 60% of the whole fully done, 40% of it done by half.
    for (share, actual) in [("60", "100"), ("40", "50")] {
        indicator(&mut draft, share, &[("≥", "100", actual)]);
    }
    assert_eq!(said(&draft, Figure::TotalScore), "80");
}

#[test]
fn every_scheme_says_where_it_comes_from() {
    for scheme in pack::built_in() {
        let is_blank = scheme.name.starts_with("空白");
        assert_eq!(scheme.source.is_empty(), is_blank, "{}", scheme.name);
        assert_eq!(scheme.place.is_empty(), is_blank, "{}", scheme.name);
    }
}
