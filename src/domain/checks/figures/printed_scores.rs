//! B4 of printed scores: a score that a report prints, and what the rule gives by which its other scores came about.
//!
//! The rule of another place is not known here. It is taken to be the scheme's where the report says that it scores in
//! proportion, or where others of its missed targets have just the marks that the rule gives. A score that looks like a
//! slip of the one by the rule is told in any case.

use rust_decimal::Decimal;

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::facts::judging::slip::looks_like;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{AS_PRINTED, Indicator, IndicatorNature, Scoring};
use crate::domain::values::points::Points;
use crate::domain::values::rounding::half_away_from_zero;

/// What most forms score by bands rather than in proportion.
const BY_BANDS: WordList = WordList::of(&["执行率", "支出进度", "支付进度", "执行进度"]);

/// What is judged by opinions, often with points off for each percent.
const OPINION: WordList = WordList::of(&["满意"]);

/// A missed target whose marks the rule gives, and those that the report prints.
struct Missed<'a> {
    row: &'a Indicator,
    weight: Points,
    by_rule: Points,
    printed: Points,
}

/// Finds B4 of all printed scores.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    let is_printed = |row: &&Indicator| row.scoring == Scoring::Manual && row.manual_reason == AS_PRINTED;
    if !draft.indicators.iter().map(|row| &**row).any(|row| is_printed(&row)) {
        return;
    }
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let missed: Vec<Missed<'_>> = rows.filter_map(|(row, result)| missed(row, result)).collect();
    let scores = evaluation.indicators.iter().filter_map(|row| row.score.ok());
    let places = scores
        .map(|score| score.decimal().normalize().scale())
        .max()
        .unwrap_or(2)
        .min(2);
    let (by_rule, others): (Vec<&Missed<'_>>, Vec<&Missed<'_>>) = missed.iter().partition(|row| row.agrees(places));
    // Where several rows have other marks, the report has rules of its own for them.
    let is_rule = others.len() == 1 && by_rule.len() > 1;
    let is_stated = says_in_proportion(&draft.source.whole);
    for own in others.into_iter().filter(|own| is_printed(&own.row)) {
        let is_slip = looks_like(own.printed.decimal(), half_away_from_zero(own.by_rule.decimal(), 2));
        let is_full = own.printed == own.weight.rounded();
        let is_held = is_rule && !OPINION.any_in(&own.row.name) || (is_rule || is_stated) && is_full;
        if !is_held && !is_slip && !own.is_full_in_spite() {
            continue;
        }
        found.push(
            Finding::new(
                Code::B4,
                Field::Indicator(own.row.id, IndicatorField::ManualScore),
                format!(
                    "{}没有达到指标值，报告给了 {} 分（权重 {}），按完成比例计分是 {} 分。",
                    own_name(own.row),
                    own.printed.printed(),
                    own.weight.printed(),
                    own.by_rule.rounded().printed()
                ),
                "按计分规则重算；确实另有规定的，写明是哪条。",
            )
            .resting_on(vec![Field::Indicator(own.row.id, IndicatorField::Weight)]),
        );
    }
}

fn missed<'a>(row: &'a Indicator, result: &IndicatorEvaluation) -> Option<Missed<'a>> {
    let (weight, by_rule, printed) = (result.weight.ok()?, result.by_rule.ok()?, result.score.ok()?);
    let is_one = row.nature == IndicatorNature::Quantitative && row.measures.len() == 1;
    // An aim of none has no proportion.
    let is_some = row.measures.iter().all(|measure| {
        let target = measure.target.value();
        target.is_some_and(|target| !target.decimal().is_zero())
    });
    (is_one && is_some && by_rule < weight && !BY_BANDS.any_in(&row.name)).then_some(Missed {
        row,
        weight,
        by_rule,
        printed,
    })
}

impl Missed<'_> {
    /// Whether the printed marks are those by the rule, rounded or cut to as many decimals as the report prints.
    fn agrees(&self, places: u32) -> bool {
        // What is less than a hundredth of the marks came about by rounding the rate first.
        const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
        let apart = (self.printed.decimal() - self.by_rule.decimal()).abs();
        let is_full = self.printed == self.weight.rounded();
        apart < Decimal::new(1, places) || !is_full && apart < self.weight.decimal() * ROUNDED
    }

    /// Full marks where more than a tenth is missing: rules that forgive as much are not known.
    fn is_full_in_spite(&self) -> bool {
        const FORGIVEN: Decimal = Decimal::from_parts(9, 0, 0, false, 1);
        self.printed == self.weight.rounded() && self.by_rule.decimal() < self.weight.decimal() * FORGIVEN
    }
}

/// Whether a report says that it scores in proportion: 得分=实际完成值÷指标值×分值, 按完成比例计分.
fn says_in_proportion(text: &str) -> bool {
    const WORDS: WordList = WordList::of(&[
        "按完成比例",
        "按比例计分",
        "按比例得分",
        "按完成率计分",
        "按实际完成比例",
    ]);
    const REACH: usize = 40;
    let is_formula = |(at, _): (usize, &str)| {
        let before = &text[text.floor_char_boundary(at.saturating_sub(REACH))..at];
        let after = &text[at..text.ceil_char_boundary((at + REACH).min(text.len()))];
        let sides = |one: &str, words: [&str; 3]| words.iter().any(|word| one.contains(word));
        sides(before, ["实际", "完成值", "完成数"])
            && sides(after, ["目标", "指标值", "计划"])
            && sides(after, ["分值", "权重", "分数"])
    };
    WORDS.any_in(text) || text.match_indices(['÷', '/']).any(is_formula)
}
